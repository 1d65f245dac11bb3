"""How a person arranged the columns of a table: plain values, read from what was kept and written back. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

WIDEST = 2_000  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column there is. ``width`` in pixels at 100 %; 0 takes what the others leave.

    ``hidden`` until somebody asks for it; ``needed`` cannot be hidden; ``first`` keeps its place at the left;
    ``leaves`` is its turn to go where there is little room, 0 stays.
    """

    name: str
    width: int = 0
    hidden: bool = False
    needed: bool = False
    first: bool = False
    leaves: int = 0


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Names in order, widths that differ from the usual ones, and what is hidden."""

    order: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    @staticmethod
    def usual(specs: Sequence[ColumnSpec]) -> ColumnLayout:
        """As the program proposes."""
        return ColumnLayout(tuple(spec.name for spec in specs), {}, frozenset(s.name for s in specs if s.hidden))

    @staticmethod
    def read(specs: Sequence[ColumnSpec], kept: object) -> ColumnLayout:
        """From what :meth:`written` gave, perhaps by another version: what makes no sense is as usual."""
        usual = ColumnLayout.usual(specs)
        if not isinstance(kept, dict):
            return usual
        known = {spec.name: spec for spec in specs}
        order = [name for name in dict.fromkeys(_texts(kept.get("order"))) if name in known]
        for place, spec in enumerate(specs):  # a column that is new stands behind the one it usually follows
            if spec.name not in order:
                order.insert(order.index(specs[place - 1].name) + 1 if place else 0, spec.name)
        order.sort(key=lambda name: not known[name].first)
        told = kept.get("hidden")
        asked = set(_texts(told)) if isinstance(told, list) else usual.hidden
        shown = set(_texts(kept.get("shown")))
        hidden = {s.name for s in specs if s.name in asked or (s.hidden and s.name not in shown)}
        hidden -= {s.name for s in specs if s.needed}
        widths = kept.get("widths")
        found = {
            name: width
            for name, width in (widths.items() if isinstance(widths, dict) else ())
            if name in known and known[name].width and type(width) is int and 0 < width <= WIDEST
        }
        return ColumnLayout(tuple(order), found, frozenset(hidden))

    def written(self) -> dict[str, Any]:
        """To be kept; :meth:`read` gives the same again."""
        shown = [name for name in self.order if name not in self.hidden]
        return {"order": list(self.order), "widths": dict(self.widths), "hidden": sorted(self.hidden), "shown": shown}

    def moved(self, name: str, place: int) -> ColumnLayout:
        """A column at another place."""
        order = [other for other in self.order if other != name]
        order.insert(max(0, min(place, len(order))), name)
        return replace(self, order=tuple(order))

    def stepped(self, name: str, step: int) -> ColumnLayout:
        """A column past its next visible neighbour, to the left (-1) or right (1); the same at the end."""
        visible = [other for other in self.order if other not in self.hidden]
        if name not in visible or not 0 <= visible.index(name) + step < len(visible):
            return self
        return self.moved(name, self.order.index(visible[visible.index(name) + step]))

    def with_width(self, name: str, width: int) -> ColumnLayout:
        """A column of another width."""
        return replace(self, widths={**self.widths, name: max(1, min(width, WIDEST))})

    def with_shown(self, name: str, shown: bool) -> ColumnLayout:
        """A column shown or hidden."""
        return replace(self, hidden=self.hidden - {name} if shown else self.hidden | {name})


def leaving(
    specs: Sequence[ColumnSpec], layout: ColumnLayout, widths: Mapping[str, int], room: int, least: int
) -> frozenset[str]:
    """What must go so that the column without a width keeps ``least`` of ``room``; widths are those on screen."""
    used = least + sum(widths[spec.name] for spec in specs if spec.width and spec.name not in layout.hidden)
    gone = set()
    for spec in sorted((s for s in specs if s.leaves), key=lambda s: s.leaves):
        if used <= room:
            break
        if spec.name not in layout.hidden:
            gone.add(spec.name)
            used -= widths[spec.name]
    return frozenset(gone)


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
