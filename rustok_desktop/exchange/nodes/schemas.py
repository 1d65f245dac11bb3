"""What an import of content says before, while and after it runs: plain records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from rustok_desktop.exchange.schemas import FieldDiff, Tally

ITEMS_SHOWN = 1000  # of a report; all of them are in its file


class ContentAction(StrEnum):
    """What happens to one item."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class ContentOptions:
    """``format``: auto, markdown, wxr or ghost; ``locale``: the language of texts that name none, else the shop's."""

    format: str = "auto"
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class FoundContent:
    """What the file is, and what is to be said of it as a whole. ``items`` counts what it says it has."""

    format: str
    version: str
    title: str
    site: str
    language: str
    items: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item of the file; ``ordinal`` from 1 is its key for leaving it out.

    ``part`` is what it is: post, page, comment, picture…; ``reason`` says why it stays out, ``notes`` what
    else there is to know.
    """

    ordinal: int
    part: str
    title: str
    line: int
    source: str
    action: ContentAction
    reason: str = ""
    notes: tuple[str, ...] = ()
    diffs: tuple[FieldDiff, ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class ContentPlan:
    """A dry run's result; the items themselves are paged from the staging file. ``parts`` is the tally by part."""

    plan_id: str
    tenant_id: str
    source: Path
    staging: Path
    found: FoundContent
    tally: Tally
    parts: dict[str, Tally]
    noted: int  # items with something to know
    excluded: int = 0  # items that wait for a yes


@dataclass(frozen=True, slots=True)
class ContentReport:
    """What an import did, or in a dry run would do. ``items`` are those with a reason or a note, at most a thousand.

    ``report_file`` has every item. ``cancelled``: it stopped early, the tallies say what was kept; ``failed`` says
    what stopped it.
    """

    import_id: str
    found: FoundContent
    tally: Tally
    parts: dict[str, Tally]
    items: tuple[PlannedItem, ...]
    report_file: Path | None
    dry_run: bool
    cancelled: bool
    took_ms: int
    failed: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """``format`` is markdown or wxr; ``site`` the address that a WXR file gives the shop; ``overwrite`` a file."""

    format: str = "markdown"
    site: str = "https://shop.invalid"
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: how many of each part, and what the format has no place for."""

    format: str
    target: Path
    written: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    took_ms: int = 0
