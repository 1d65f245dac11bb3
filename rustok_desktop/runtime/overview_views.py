"""What the first page knows of a shop: plain records, light enough for a window to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Stopped(NamedTuple):
    """An import that did not come to its end: its file, and the format, which says where it is taken up again."""

    source: str
    format: str


@dataclass(frozen=True, slots=True)
class Attention:
    """What waits for somebody. ``broken``: deliveries the log's readers gave up on; ``interrupted``: files of
    imports that stopped half-way and were not repeated, newest first."""

    broken: int = 0
    low: int = 0
    out: int = 0
    drafts: int = 0
    products: int = 0
    interrupted: tuple[Stopped, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as the log has it; ``variant`` is the title of the variant concerned, '' for the thing itself."""

    path: str
    old: Any
    new: Any
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the activity: what somebody did in one go.

    ``kind`` is the log's word (``updated``, ``created``, ``trashed``…) or ``import``; ``count`` things of the type
    ``subject``; ``subject_id`` and ``title`` name the thing when it is one;
    ``since`` is the time of the oldest edit in it. An import carries its file as
    ``title``, its ``state``, its ``form`` and how many things it ``created``, ``updated`` and ``rejected``.
    """

    id: str
    at: str
    kind: str
    actor_id: str | None
    subject: str
    subject_id: str
    title: str = ""
    count: int = 1
    changes: tuple[FieldChange, ...] = ()
    events: int = 1
    since: str = ""
    state: str = ""
    tally: tuple[tuple[str, int], ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """Acts, newest first; ``next`` asks for the page before them, None at the beginning of the log."""

    acts: tuple[Act, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class StockValue:
    """What lies in stock at cost, in minor units.

    ``trend`` is the value at the end of each of the last days as (ISO date, amount), at today's cost.
    """

    currency: str
    amount: int
    units: int
    trend: tuple[tuple[str, int], ...] = ()
