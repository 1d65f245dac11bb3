"""What the buttons above a description do to its HTML, as plain functions of text and selection. Without Qt."""

from __future__ import annotations

import re

from rustok_desktop.gui.markdown.text_edits import Change

_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_LIST = re.compile(r"<(ul|ol)>(?P<items>(?:\s*<li>.*?</li>)+)\s*</\1>", re.DOTALL)
_LEADS = '<a href="'


def tagged(text: str, start: int, end: int, tag: str) -> Change:
    """Put ``<tag>`` around the selection, or take it away where it stands already."""
    opening, closing, chosen = f"<{tag}>", f"</{tag}>", text[start:end]
    if text[:start].endswith(opening) and text[end:].startswith(closing):
        return Change(start - len(opening), end + len(closing), chosen, start - len(opening), end - len(opening))
    if chosen.startswith(opening) and chosen.endswith(closing) and len(chosen) >= len(opening) + len(closing):
        inner = chosen[len(opening) : len(chosen) - len(closing)]
        return Change(start, end, inner, start, start + len(inner))
    return Change(start, end, f"{opening}{chosen}{closing}", start + len(opening), end + len(opening))


def listed(text: str, start: int, end: int, tag: str) -> Change:
    """The chosen lines as the items of a list ``ul`` or ``ol``; a chosen list as lines again."""
    found = _LIST.fullmatch(text[start:end].strip())
    if found is not None and found[1] == tag:
        lines = "\n".join(_ITEM.findall(found["items"]))
        return Change(start, end, lines, start, start + len(lines))
    items = _ITEM.findall(found["items"]) if found is not None else text[start:end].strip("\n").split("\n")
    made = "\n".join(
        [f"<{tag}>", *(f"<li>{item.strip()}</li>" for item in items if item.strip() or len(items) == 1), f"</{tag}>"]
    )
    if not text[start:end].strip():
        inside = start + len(f"<{tag}>\n<li>")
        return Change(start, end, made, inside, inside)
    return Change(start, end, made, start, start + len(made))


def linked(text: str, start: int, end: int) -> Change:
    """A link around the selection; the cursor goes where its address belongs."""
    chosen = text[start:end]
    place = start + len(_LEADS)
    return Change(start, end, f'{_LEADS}">{chosen}</a>', place, place)


def acted(name: str, text: str, start: int, end: int) -> Change:
    """bold, italic, heading; bullet, number; link."""
    if name == "link":
        return linked(text, start, end)
    if name in ("bullet", "number"):
        return listed(text, start, end, "ul" if name == "bullet" else "ol")
    return tagged(text, start, end, {"bold": "strong", "italic": "em", "heading": "h3"}[name])
