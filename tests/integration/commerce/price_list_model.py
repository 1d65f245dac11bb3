"""A shop's prices as somebody would work them out on paper."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

# Own prices by size: one in both moneys, one in the main one only, one without any.
OWN = {"S": {"USD": 1000, "EUR": 905}, "M": {"USD": 450}, "L": {}}


@dataclass
class Known:
    """What the machine thinks a list is."""

    fields: dict[str, Any]
    prices: dict[tuple[str, int], int] = field(default_factory=dict)
    trashed: bool = False

    def says(self, size: str, currency: str, quantity: int, moment: str) -> int | None:
        """Its price, where it counts and has one."""
        terms = self.fields
        if self.trashed or terms["status"] != "active" or terms["currency_code"] != currency:
            return None
        if (terms["starts_at"] or "") > moment or (terms["ends_at"] or "9") <= moment:
            return None
        reached = [start for (of, start) in self.prices if of == size and start <= quantity]
        return self.prices[size, max(reached)] if reached else None


@dataclass
class Shop:
    """All of a shop's prices."""

    lists: dict[str, Known] = field(default_factory=dict)
    own: dict[str, dict[str, int]] = field(default_factory=lambda: deepcopy(OWN))

    def price(self, size: str, currency: str, quantity: int, moment: str) -> tuple[int | None, str | None]:
        """What holds, and the list it is of."""
        said = [
            (-known.fields["priority"], amount, list_id, known.fields["type"])
            for list_id, known in self.lists.items()
            if (amount := known.says(size, currency, quantity, moment)) is not None
        ]
        overrides = sorted(one for one in said if one[3] == "override")
        amount, of = overrides[0][1:3] if overrides else (self.own[size].get(currency), None)
        lower = sorted(one for one in said if one[3] == "sale" and (amount is None or one[1] < amount))
        return (lower[0][1], lower[0][2]) if lower else (amount, of)

    def digest(self) -> Any:
        """What can be seen outside the trash."""
        shown = {list_id: (one.fields, one.prices) for list_id, one in self.lists.items() if not one.trashed}
        return deepcopy((shown, self.own))
