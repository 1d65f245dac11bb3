"""Variants as they are read, one row each, and made into views when somebody looks.

A row costs the interpreter next to nothing, a view of it tens of microseconds: a product may have thousands of
variants, of which a screen shows a few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce.views import PriceView, StockView, VariantView

Row = tuple[Any, ...]


class VariantRecords:
    """Rows of :data:`part_sql.VARIANT_WINDOW` in their order. ``texts`` are those of option values by id, ``location``
    the default one: every variant shows it, also while nothing is there."""

    __slots__ = ("_default", "_rows", "_texts")

    def __init__(self, rows: Sequence[Row], texts: Mapping[str, str], location: Sequence[Row]) -> None:
        self._rows = {row[0]: row for row in rows}
        self._texts = texts
        self._default = StockView(location[0][0], location[0][1], 0) if location else None

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        """The ids, in order."""
        return iter(self._rows)

    def __getitem__(self, variant_id: str) -> VariantView:
        """The view of one, made anew each time."""
        from rustok_desktop.core.codec import loads  # after the window's first paint

        row = self._rows[variant_id]
        combination, policy = row[3], row[6]
        values = tuple(self._texts[value] for value in combination.split(",")) if combination else ()
        prices = tuple(PriceView(*price) for price in loads(row[13]))
        flags = (bool(row[7]), bool(row[8]), bool(row[9]))
        rest = (values, *row[4:6], policy, *flags, *row[10:13], prices, self._stock(loads(row[14])))
        fields: Row = (*row[:3], *rest)
        return VariantView(*fields)

    def views(self) -> tuple[VariantView, ...]:
        """All views, in order."""
        return tuple(map(self.__getitem__, self._rows))

    def _stock(self, rows: Sequence[Row]) -> tuple[StockView, ...]:
        levels = [StockView(*level) for level in rows]
        default = self._default
        if default is not None and all(level.location_id != default.location_id for level in levels):
            levels.insert(0, default)
        return tuple(levels)


@dataclass(frozen=True, slots=True)
class VariantSlice:
    """Variants that follow one another in their order, and the product's version at that moment."""

    version: int
    variants: VariantRecords
