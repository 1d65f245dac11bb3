"""Cursors: where a page ended, as opaque text that is safe in a URL."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Protocol

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.errors import UserError

_VERSION = 1
_CHECK = 4  # bytes; catches slips and edits, it is no secret
_LONGEST = 4096
_RELEVANCE = "relevance"


class Ordered(Protocol):
    """A question whose rows have an order; relevance has one direction only."""

    @property
    def sort(self) -> StrEnum: ...

    @property
    def descending(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list: the row's sort value and id; ``inclusive`` when a page may begin with that very row."""

    value: str | int
    index_id: int
    inclusive: bool = False


def encode(query: Ordered, place: Place) -> str:
    """The cursor of a place in the order of ``query``."""
    body = dumps([_VERSION, _order(query), place.value, place.index_id, place.inclusive]).encode()
    return base64.urlsafe_b64encode(_check(body) + body).rstrip(b"=").decode()


def decode(query: Ordered, cursor: str) -> Place:
    """The place of a cursor; UserError ``bad_cursor`` when it was altered or belongs to another order."""
    if len(cursor) > _LONGEST:
        raise UserError("bad_cursor")
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        body = raw[_CHECK:]
        if _check(body) != raw[:_CHECK]:
            raise UserError("bad_cursor")
        version, order, value, index_id, inclusive = loads(body)
    except (binascii.Error, ValueError, TypeError) as error:
        raise UserError("bad_cursor") from error
    if version != _VERSION or order != _order(query):
        raise UserError("bad_cursor")
    return Place(value, index_id, inclusive)


def _order(query: Ordered) -> str:
    if query.sort.value == _RELEVANCE:
        return _RELEVANCE
    return f"{query.sort.value}{'-' if query.descending else '+'}"


def _check(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK).digest()
