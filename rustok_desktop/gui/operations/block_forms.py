"""The fields of each type of block, read from its schemas: what an editor needs to make a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

_LONG = 300  # characters; what may be longer gets a box of several lines
_MONEY = 1_000_000  # whole numbers that may be greater are amounts
_PATTERNS = (
    ("^media:", "picture"),
    ("^[0-9a-f]{8}", "thing"),
    ("^https?", "web"),
    ("^(?:https?", "link"),
    ("^[^@", "email"),
    ("^[A-Z]{3}", "currency"),
)
_PLURALS = {"picture": "pictures", "thing": "things", "items": "items"}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. ``kind``: line, long, link, web, email, currency, choice, number, money, switch, picture(s),
    thing(s), lines, or items with ``parts``; ``limit`` is the longest text or the largest number. ``always``: it is
    told to the shop even when it is empty.
    """

    name: str
    kind: str
    required: bool = False
    always: bool = False
    default: Any = None
    limit: int = 0
    least: int = 0
    choices: tuple[str, ...] = ()
    parts: tuple[FieldSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeForm:
    """The fields of a type: what is the same in every language, and what is translated."""

    data: tuple[FieldSpec, ...]
    texts: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class ReadForms:
    """The form of every type of block."""

    async def __call__(self, platform: Platform) -> dict[str, TypeForm]:
        from rustok_desktop.content.block_types import BLOCK_TYPES

        return {
            name: TypeForm(fields_of(kind.data.model_json_schema()), fields_of(kind.texts.model_json_schema()))
            for name, kind in BLOCK_TYPES.items()
        }


def fields_of(schema: dict[str, Any], within: dict[str, Any] | None = None) -> tuple[FieldSpec, ...]:
    """The fields of a JSON schema of an object."""
    known = schema.get("$defs", {}) if within is None else within
    required = schema.get("required", ())
    return tuple(
        _field(name, part, known, required=name in required) for name, part in schema.get("properties", {}).items()
    )


def _field(name: str, schema: dict[str, Any], known: dict[str, Any], *, required: bool) -> FieldSpec:
    part = _resolved(schema, known)
    kind = _kind(part, known)
    limit = part.get("maxLength") or part.get("maxItems") or part.get("maximum") or 0
    parts: tuple[FieldSpec, ...] = ()
    if kind == "items":
        parts = fields_of(_resolved(part["items"], known), known)
    least = part.get("minimum", part.get("minLength", 0))
    choices = tuple(part.get("enum", ()))
    always = required and kind == "long" and not least  # it may be empty, but not left out
    default = schema.get("default")
    return FieldSpec(name, kind, required and not always, always, default, limit, least, choices, parts)


def _resolved(schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Without references and without the alternative of nothing."""
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return _resolved(one, known)
    if "$ref" in schema:
        return _resolved(known[schema["$ref"].rpartition("/")[2]], known)
    return schema


def _kind(schema: dict[str, Any], known: dict[str, Any]) -> str:
    if "enum" in schema:
        return "choice"
    if schema["type"] == "array":
        return _PLURALS.get(_kind(_resolved(schema["items"], known), known), "lines")
    if schema["type"] == "string":
        pattern = schema.get("pattern", "")
        found = next((kind for begin, kind in _PATTERNS if pattern.startswith(begin)), "")
        return found or ("long" if schema.get("maxLength", 0) > _LONG else "line")
    if schema["type"] == "integer":
        return "money" if schema.get("maximum", 0) > _MONEY else "number"
    return {"boolean": "switch", "object": "items"}[schema["type"]]
