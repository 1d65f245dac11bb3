"""The rules an event's fields obey. Each check returns for a good value and raises EventInvalid otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.ids import NIL

Check = Callable[[str, Any], None]

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII).fullmatch
_KIND = re.compile(r"[\w-]{1,64}").fullmatch


class EventInvalid(ValueError):
    """A field of an event breaks its rule. ``field`` and ``rule`` are plain English for the log."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field} {rule}")
        self.field = field
        self.rule = rule


def uuid(name: str, value: Any) -> None:
    """Canonical lower-case text of a UUID, not nil."""
    if type(value) is not str or _UUID(value) is None:
        raise EventInvalid(name, "is not a canonical UUID")
    if value == NIL:
        raise EventInvalid(name, "is the nil UUID")


def text(limit: int, *, blank: bool = False) -> Check:
    """A check for text of at most ``limit`` characters, not only spaces unless ``blank``."""

    def check(name: str, value: Any) -> None:
        if type(value) is not str:
            raise EventInvalid(name, "is not text")
        if len(value) > limit:
            raise EventInvalid(name, f"is longer than {limit} characters")
        if not blank and not value.strip():
            raise EventInvalid(name, "is blank")

    return check


def integer(least: int, most: int) -> Check:
    """A check for a whole number in ``least … most``, both included; booleans are not numbers."""

    def check(name: str, value: Any) -> None:
        if type(value) is not int:
            raise EventInvalid(name, "is not a whole number")
        if not least <= value <= most:
            raise EventInvalid(name, f"is not within {least} … {most}")

    return check


def currency(name: str, value: Any) -> None:
    """Three ASCII capitals."""
    if type(value) is not str or _CURRENCY(value) is None:
        raise EventInvalid(name, "is not a currency code")


def kind(name: str, value: Any) -> None:
    """A content kind: 1–64 letters, digits, ``-`` or ``_``."""
    if type(value) is not str or _KIND(value) is None:
        raise EventInvalid(name, "is not a kind")


def mime_type(name: str, value: Any) -> None:
    """A media type, e.g. ``image/png``."""
    _MIME(name, value)
    if "/" not in value:
        raise EventInvalid(name, "is not a media type")


def email(name: str, value: Any) -> None:
    """Loosely an e-mail address: RusToK asks for an ``@`` and a dot."""
    _SHORT(name, value)
    if "@" not in value or "." not in value:
        raise EventInvalid(name, "is not an e-mail address")


def changes(name: str, value: Any) -> None:
    """``{path: [was, is]}``; a path is not blank."""
    if not isinstance(value, dict):
        raise EventInvalid(name, "is not a mapping")
    for path, pair in value.items():
        if type(path) is not str or not path or type(pair) not in (list, tuple) or len(pair) != 2:
            raise EventInvalid(name, f"is not [was, is] at {path!r}")


_SHORT = text(255)
_MIME = text(limits.MIME_TYPE)
