"""Elements as XML text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from xml.sax.saxutils import quoteattr

from rustok_desktop.exchange.nodes.xml_stream import Part

# What XML 1.0 cannot carry in any way of writing.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def carried(text: str) -> str:
    """A text as it is read again from XML: without what XML has no letters for, line ends as one."""
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """A text without markup, for a field that holds HTML."""
    return escape(text, quote=False)


def element(
    name: str, text: str = "", parts: Iterable[Part] = (), attributes: dict[str, str] | None = None
) -> Part:
    """An element as it will be read."""
    return Part(name, attributes or {}, 0, [carried(text)], list(parts))


def cdata(text: str) -> str:
    """Character data that may hold anything."""
    inner = text.replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{inner}]]>"


def xml(part: Part) -> str:
    """The element in full."""
    attributes = "".join(f" {name}={quoteattr(carried(value))}" for name, value in part.attributes.items())
    if part.parts:
        inner = "".join(xml(child) for child in part.parts)
        return f"<{part.name}{attributes}>\n{inner}</{part.name}>\n"
    text = part.text
    return f"<{part.name}{attributes}>{cdata(text) if text else ''}</{part.name}>\n"
