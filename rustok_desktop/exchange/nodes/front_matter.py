"""Front matter: what stands before a text, as YAML, TOML or JSON. All scalars stay the text that was written."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import yaml

from rustok_desktop.core.errors import UserError

LONGEST = 262_144  # characters before the text
_VALUES = 5_000  # values in all, counted as often as they are repeated
_DEEPEST = 20
_UNUSUAL = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FENCES = {"---": "yaml", "+++": "toml"}
_ENDS = {"---": ("---", "..."), "+++": ("+++",)}


@dataclass(frozen=True, slots=True)
class Page:
    """A file in its two parts; ``form`` is yaml, toml, json, or "" without front matter. ``line`` is the body's."""

    form: str
    values: dict[str, Any]
    body: str
    line: int


class _Strings(yaml.BaseLoader):  # type: ignore[misc]
    """Knows text, lists and mappings only, so ``no`` and ``012`` stay what they are. One key, one value."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise yaml.constructor.ConstructorError(None, None, "a key must be text", key_node.start_mark)
            if key in found:
                raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", key_node.start_mark)
            found[key] = self.construct_object(value_node, deep=True)
        return found


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Lists are indented below their key, as people write them; nothing is written as a reference."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quoted(dumper: _Dumper, text: str) -> yaml.Node:
    """Text with line ends or unusual characters in double quotes, where everything has an escape."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if _UNUSUAL.search(text) else None)


_Dumper.add_representer(str, _quoted)


def parse(text: str) -> Page:
    """Part a text (line ends are ``\\n``). UserError ``front_matter_broken`` names the line and what is wrong there."""
    first, _, rest = text.partition("\n")
    fence = first.rstrip()
    if fence in _FENCES:
        return _fenced(fence, rest)
    return _braced(text) if text.startswith("{") and not text.startswith(("{{", "{%")) else Page("", {}, text, 1)


def write(values: Mapping[str, Any], body: str) -> str:
    """A file that :func:`parse` parts again into the same values, as text, and the same body."""
    head = yaml.dump(dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20)
    return f"---\n{head}---\n{body}"


def _fenced(fence: str, rest: str) -> Page:
    at = 0
    for number, line in enumerate(_lines(rest), 2):
        if line.rstrip() in _ENDS[fence]:
            head, body = rest[:at], rest[at + len(line) + 1 :]
            values = _yaml(head) if fence == "---" else _toml(head)
            return Page(_FENCES[fence], values, body, number + 1)
        at += len(line) + 1
        if at > LONGEST:
            break
    raise _wrong(1, f"“{fence}” has no end")


def _lines(text: str) -> list[str]:
    return text[: LONGEST + 1].split("\n")


def _yaml(head: str) -> dict[str, Any]:
    try:
        found = yaml.load(head, Loader=_Strings)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _wrong(mark.line + 2 if mark is not None else 2, str(error.problem or error)) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _wrong(2, str(error).partition("\n")[0]) from None
    return _mapping(found)


def _toml(head: str) -> dict[str, Any]:
    try:
        return _mapping(tomllib.loads(head))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        detail, _, place = str(error).partition(" (at line ")
        line = place.partition(",")[0]
        raise _wrong(int(line) + 1 if line.isdigit() else 2, detail) from None


def _braced(text: str) -> Page:
    try:
        found, end = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).raw_decode(text[:LONGEST])
    except json.JSONDecodeError as error:
        raise _wrong(error.lineno, error.msg) from None
    except RecursionError:
        raise _wrong(1, "nested too deep") from None
    body = text[end:]
    cut = body.partition("\n")
    if cut[0].strip():
        raise _wrong(text[:end].count("\n") + 1, "the text begins on a line of its own")
    return Page("json", _mapping(found), cut[2], text[:end].count("\n") + 2)


def _mapping(found: Any) -> dict[str, Any]:
    if found is None or found == "":
        return {}
    if not isinstance(found, dict):
        raise _wrong(2, "names and values are expected")
    return {str(key): value for key, value in _plain(found, [_VALUES], 0).items()}


def _plain(value: Any, left: list[int], depth: int) -> Any:
    """Text, lists and mappings; an alias that repeats itself is as long here as it would be written out."""
    left[0] -= 1
    if left[0] < 0 or depth > _DEEPEST:
        raise _wrong(2, "too many values")
    if isinstance(value, dict):
        return {str(key): _plain(inner, left, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, left, depth + 1) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return "" if value is None else str(value)


def _wrong(line: int, detail: str) -> UserError:
    return UserError("front_matter_broken", line=line, detail=detail)
