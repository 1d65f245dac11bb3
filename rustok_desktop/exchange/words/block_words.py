"""A block's texts as separate lines: ``items.0.title``, and back into what the block holds."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.block_types import BLOCK_TYPES, Wrong, checked
from rustok_desktop.content.texts import clean_block


def flat(texts: object, prefix: str = "") -> dict[str, str]:
    """Every text that is not empty, by its path."""
    if isinstance(texts, str):
        return {prefix: texts} if texts.strip() else {}
    parts = texts.items() if isinstance(texts, dict) else enumerate(texts) if isinstance(texts, (list, tuple)) else ()
    found: dict[str, str] = {}
    for name, part in parts:
        found |= flat(part, f"{prefix}.{name}" if prefix else str(name))
    return found


def merged(source: dict[str, Any], held: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    """What the block holds with these texts put in; whatever else it holds stays.

    Lists are as long as the last text asks for: an entry nobody has translated yet does not come into being.
    """
    becomes = _copy(held)
    for path, text in words.items():
        _put(becomes, source, path.split("."), text)
    return clean_block(becomes)


def problems(block_type: str, texts: dict[str, Any]) -> list[Wrong]:
    """What the block's type does not take."""
    return checked(BLOCK_TYPES[block_type].texts, texts)[1]


def kept(block_type: str, texts: dict[str, Any]) -> dict[str, str]:
    """The same texts as the block keeps them."""
    return flat(checked(BLOCK_TYPES[block_type].texts, texts)[0])


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copy(part) for name, part in value.items()}
    return [_copy(part) for part in value] if isinstance(value, (list, tuple)) else value


def _put(place: Any, like: Any, path: list[str], text: str) -> None:
    """Walk along ``path``, making on the way what is missing as ``like`` has it."""
    name, rest = path[0], path[1:]
    if isinstance(place, list):
        at = int(name)
        while len(place) <= at:
            place.append(_empty(like[len(place)]))
        if not rest:
            place[at] = text
            return
        _put(place[at], like[at], rest, text)
        return
    if not rest:
        place[name] = text
        return
    if name not in place:
        place[name] = _empty(like[name])
    _put(place[name], like[name], rest, text)


def _empty(like: Any) -> Any:
    if isinstance(like, dict):
        return {}
    return [] if isinstance(like, (list, tuple)) else ""
