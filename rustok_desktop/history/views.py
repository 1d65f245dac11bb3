"""What history answers: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, what it was and what it became; ``restorable`` when the old value can be put back alone."""

    path: str
    was: Any
    now: Any
    restorable: bool = True


@dataclass(frozen=True, slots=True)
class StockMove:
    """One movement of stock as the log tells it."""

    variant_id: str
    location_id: str
    delta: int
    quantity: int
    reason: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One transaction on a thing, the latest first in a list.

    ``event_id`` names it for a restore; ``act`` is ``created``, ``updated``, ``published``, ``unpublished``,
    ``archived``, ``unarchived``, ``trashed``, ``restored``, ``deleted`` or ``stock``; ``origin`` is ``import``,
    ``undo`` (made by an undo or a redo) or empty; ``source`` the name of an import's file. ``fields`` are the
    first of ``field_count``. ``mine`` when the asking person did it.
    """

    event_id: str
    seq: int
    at: str
    actor_id: str | None
    mine: bool
    act: str
    origin: str = ""
    source: str = ""
    fields: tuple[FieldChange, ...] = ()
    field_count: int = 0
    movements: tuple[StockMove, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Entries, the latest first; ``next`` goes back as ``before`` for older ones, None at the end."""

    entries: tuple[HistoryEntry, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step by name: ``kind`` is ``create``, ``edit``, ``publish``, ``unpublish``, ``archive``, ``unarchive``,
    ``trash``, ``restore``, ``stock``, ``import`` or another act of a reverter; ``fields`` are names such as
    ``title`` or ``price``.

    ``thing`` is the aggregate type that the step is about and ``products`` how many of them; ``total`` counts
    everything it touched, also the products that a renamed tag was changed in.
    ``detail`` is what the name says more: the language that was enabled, the kind of node and the verdict on it.
    ``partial`` when a long undo or redo was stopped half-way and goes on where it was.
    """

    id: str
    kind: str
    at: str
    products: int
    title: str = ""
    fields: tuple[str, ...] = ()
    source: str = ""
    partial: bool = False
    thing: str = "product"
    total: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore changed, by aggregate type and id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class TrashedThing:
    """Something in the trash; ``name`` may be empty. ``kind`` is its aggregate type."""

    kind: str
    id: str
    name: str
    deleted_at: str


@dataclass(frozen=True, slots=True)
class TrashList:
    """The latest of the trash; ``more`` when not all is in it."""

    things: tuple[TrashedThing, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Y would do now."""

    undo: StepView | None = None
    redo: StepView | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """A finished undo or redo: the step, and how many things it changed. ``finished`` false: stopped half-way."""

    step: StepView
    products: int
    finished: bool = True


@dataclass(frozen=True, slots=True)
class UndoProgress:
    """How far a long undo or redo is, in things."""

    step: StepView
    done: int
    total: int
