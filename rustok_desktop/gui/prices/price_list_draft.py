"""What is being typed about one price list, beside what was loaded. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.commerce.price_lists_views import PriceListRow

FIELDS = ("name", "description", "type", "status", "currency_code", "priority", "starts_at", "ends_at")


@dataclass(slots=True)
class PriceListDraft:
    """``row`` is None for a list that was never saved."""

    row: PriceListRow | None
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, row: PriceListRow) -> PriceListDraft:
        """What was loaded, untouched."""
        return cls(row, {name: getattr(row, name) for name in FIELDS})

    @classmethod
    def new(cls, currency: str) -> PriceListDraft:
        """A sale that holds as soon as it is saved and has prices."""
        values = dict.fromkeys(FIELDS)
        return cls(None, values | {"type": "sale", "status": "active", "currency_code": currency, "priority": 0})

    @property
    def id(self) -> str | None:
        """The list's id, None while it is new."""
        return self.row.id if self.row is not None else None

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return bool(self.changes()) if self.row is not None else bool(self.values["name"])

    def copy(self) -> PriceListDraft:
        """As it stands now, for instance when it is sent to be saved."""
        return PriceListDraft(self.row, dict(self.values))

    def bring(self, fresh: PriceListDraft, sent: PriceListDraft) -> None:
        """Put what was typed here since ``sent`` upon ``fresh``, which says what was saved."""
        fresh.values |= {name: value for name, value in self.values.items() if value != sent.values[name]}

    def changes(self) -> tuple[tuple[str, Any], ...]:
        """The fields that differ; of a new list all that are set."""
        if self.row is None:
            return tuple((name, value) for name, value in self.values.items() if value is not None)
        return tuple((name, self.values[name]) for name in FIELDS if self.values[name] != getattr(self.row, name))
