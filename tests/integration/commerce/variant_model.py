"""Options and variants as a person would say there are, for trying them in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.commerce.views import VariantView


@dataclass
class Option:
    """``values`` are [id, text] in order."""

    id: str
    name: str
    values: list[list[str]]


@dataclass
class Variant:
    """``choice`` maps option ids to value ids."""

    choice: dict[str, str]
    sku: str | None = None
    price: int | None = None
    stock: int = 0


@dataclass
class Model:
    """What a person would say there is."""

    options: list[Option] = field(default_factory=list)
    variants: dict[str, Variant] = field(default_factory=dict)

    def texts(self, variant: Variant) -> tuple[str, ...]:
        known = {value_id: text for option in self.options for value_id, text in option.values}
        return tuple(known[variant.choice[option.id]] for option in self.options)

    def combos(self, besides: Iterable[str] = ()) -> list[tuple[str, ...]]:
        return [self.texts(v) for variant_id, v in self.variants.items() if variant_id not in set(besides)]

    def codes(self, besides: Iterable[str] = ()) -> set[str]:
        return {v.sku for i, v in self.variants.items() if v.sku is not None and i not in set(besides)} | {"TAKEN"}


def sent(options: Iterable[Option]) -> list[dict[str, Any]]:
    """Options as a command lists them; an empty id is a new one."""
    return [
        {
            "id": option.id or None,
            "name": option.name,
            "values": [text for _, text in option.values],
            "value_ids": [value_id or None for value_id, _ in option.values],
        }
        for option in options
    ]


def amount_of(variant: VariantView) -> int | None:
    return variant.prices[0].amount if variant.prices else None


def money(amount: int) -> list[dict[str, Any]]:
    return [{"currency_code": "USD", "amount": amount}]
