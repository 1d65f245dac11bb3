"""Where the palette looks: sections, each with its own way of finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line. ``note`` is the grey text after the name (a target in ``text`` colour when ``note_strong``).

    The right edge helps to decide: ``keys`` as caps, or ``side`` (grey) and ``value`` (strong). ``picture`` is the
    seed of a thumbnail; without it ``icon`` is drawn. ``run`` is called after the palette has closed.
    """

    text: str
    run: Callable[[], None]
    icon: str = "arrow-right"
    marks: tuple[tuple[int, int], ...] = ()
    note: str = ""
    note_strong: bool = False
    keys: tuple[str, ...] = ()
    side: str = ""
    value: str = ""
    picture: str = ""
    score: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """What a source found; ``label`` stands at the right of its heading: ``2 of 12,408``."""

    items: tuple[PaletteItem, ...]
    label: str = ""


class PaletteSource(Protocol):
    """A section of the palette."""

    def title(self) -> str:
        """The heading, in the language of the window."""

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """Finds ``text`` ('' = what to offer first) and delivers, now or later. Late answers are dropped."""


def best(items: Sequence[PaletteItem], limit: int) -> tuple[PaletteItem, ...]:
    """The best ``limit`` items, equals in their order."""
    return tuple(sorted(items, key=lambda item: -item.score)[:limit])
