"""What the toolbar and keys do to a Markdown text, as plain functions of text and selection. Without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d+)([.)]))(\s+)(\[[ xX]\]\s)?(.*)$")
_PREFIX = re.compile(r"^(\s*)(#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class Change:
    """Replace ``start … end`` by ``text``; then ``anchor … position`` is selected."""

    start: int
    end: int
    text: str
    anchor: int
    position: int


def wrapped(text: str, start: int, end: int, mark: str) -> Change:
    """Put ``mark`` around the selection, or take it away where it stands already."""
    size, chosen = len(mark), text[start:end]
    if text[max(0, start - size) : start] == mark and text[end : end + size] == mark:
        return Change(start - size, end + size, chosen, start - size, end - size)
    if len(chosen) >= 2 * size and chosen.startswith(mark) and chosen.endswith(mark):
        inner = chosen[size:-size]
        return Change(start, end, inner, start, start + len(inner))
    return Change(start, end, f"{mark}{chosen}{mark}", start + size, end + size)


def prefixed(lines: str, kind: str) -> str:
    """Every line of a block as ``kind``: heading, bullet, number, quote; again takes it away."""
    rows = lines.split("\n")
    wanted = [_mark(kind, number) for number in range(1, len(rows) + 1)]
    bodies = [_PREFIX.sub(r"\1", row) for row in rows]
    if all(row == _joined(body, mark) for row, body, mark in zip(rows, bodies, wanted, strict=True)):
        return "\n".join(bodies)
    return "\n".join(_joined(body, mark) for body, mark in zip(bodies, wanted, strict=True))


def _mark(kind: str, number: int) -> str:
    return {"heading": "## ", "bullet": "- ", "number": f"{number}. ", "quote": "> "}[kind]


def _joined(body: str, mark: str) -> str:
    indent = len(body) - len(body.lstrip(" "))
    return body[:indent] + mark + body[indent:]


def linked(text: str, start: int, end: int, address: str = "") -> Change:
    """A link around the selection; the cursor goes where something is missing."""
    chosen = text[start:end]
    made = f"[{chosen}]({address})"
    place = start + 1 if not chosen else start + len(chosen) + 3
    return Change(start, end, made, place, place if not address or not chosen else start + len(made))


def linked_to(text: str, start: int, end: int, address: str, title: str) -> Change:
    """A finished link to a thing: around the selection, else its title; the cursor goes behind it."""
    words = text[start:end] or re.sub(r"([\\\[\]])", r"\\\1", title)
    target = f"<{address}>" if re.search(r"[()\s]", address) else address
    made = f"[{words}]({target})"
    return Change(start, end, made, start + len(made), start + len(made))


def continued(line: str) -> str | None:
    """What Enter at the end of a list line begins the next one with; "" ends the list; None: no list."""
    found = _ITEM.match(line)
    if found is None:
        quote = re.match(r"^(\s*>\s?)(.*)$", line)
        if quote is None:
            return None
        return quote[1] if quote[2].strip() else ""
    indent, bullet, number, dot, gap, box, rest = found.groups()
    if not rest.strip():
        return ""
    mark = bullet or f"{int(number) + 1}{dot}"
    return f"{indent}{mark}{gap}{'[ ] ' if box else ''}"


def indented(lines: str, step: int) -> str:
    """Every line two spaces in, or out."""
    rows = lines.split("\n")
    if step > 0:
        return "\n".join("  " + row if row.strip() else row for row in rows)
    return "\n".join(row[min(2, len(row) - len(row.lstrip(" "))) :] for row in rows)
