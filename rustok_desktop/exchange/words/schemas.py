"""What an exchange of texts asks and answers: plain records."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rustok_desktop.exchange.nodes.schemas import FoundContent
from rustok_desktop.exchange.words.units import KINDS

FORMATS = {"xliff-1.2": ".xlf", "xliff-2.0": ".xlf", "csv": ".csv"}
DELIMITERS = (",", ";")


@dataclass(frozen=True, slots=True)
class TextsOptions:
    """What to write. ``source`` None is the shop's own language; ``everything`` also what is translated already."""

    target: str
    source: str | None = None
    format: str = "xliff-1.2"
    everything: bool = False
    kinds: tuple[str, ...] = KINDS
    delimiter: str = ","
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class TextsReport:
    """What an export wrote: how many texts of each kind."""

    format: str
    target: Path
    source_locale: str
    target_locale: str
    written: dict[str, int] = field(default_factory=dict)
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class TextsChosen:
    """How to read a file. ``target`` refuses one into another language; ``moved`` takes in also translations of
    originals that have changed since the export.
    """

    target: str | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How many texts of a file: ``changed`` and ``unchanged``, ``empty`` ones nobody has translated, ``unknown`` to
    the shop, ``moved`` where the original has changed since the export (they wait for a yes), ``refused`` ones.
    """

    changed: int = 0
    unchanged: int = 0
    empty: int = 0
    unknown: int = 0
    moved: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class FoundTexts(FoundContent):
    """A file of texts; ``language`` is the one it translates into."""

    source_language: str = ""
    counts: TextCounts = TextCounts()
