"""Identifiers: UUIDv7 as canonical lower-case text (36 characters).

Text, not bytes: the same spelling stands in the database, in events, on the wire and in logs, and no hot
path converts. Version 7 sorts by creation, so inserts append to their index.
"""

from __future__ import annotations

from uuid import UUID

from uuid_utils import uuid7

NIL = "00000000-0000-0000-0000-000000000000"


def new_id() -> str:
    """A fresh UUIDv7, e.g. ``0199e5a0-7c1e-7b3a-9f0e-2f6f6b1d8a11``."""
    return str(uuid7())


def parse_id(text: str) -> str:
    """The canonical form of ``text``; ValueError when it is no UUID or is the nil UUID."""
    canonical = str(UUID(text.strip()))
    if canonical == NIL:
        raise ValueError("the nil UUID identifies nothing")
    return canonical
