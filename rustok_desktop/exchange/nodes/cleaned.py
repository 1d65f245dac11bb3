"""What the shop's policy for HTML takes out of a text, by name."""

from __future__ import annotations

import re

from rustok_desktop.core.html import TAGS, sanitize

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def elements_left_out(html: str) -> list[str]:
    """The names of elements that will not be there; attributes that run are named after their own kind."""
    plain = _COMMENT.sub("", html)
    names = {name.lower() for name in _TAG.findall(plain)} - TAGS
    if not names and sanitize(plain) != plain:
        return ["attributes"]
    return sorted(names)
