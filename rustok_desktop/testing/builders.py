"""Commands in words. A builder never changes: each word gives a new one, so a half-built one can be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct
from rustok_desktop.commerce.views import ProductView


@dataclass(frozen=True, slots=True)
class ProductBuilder:
    """A new product; without further words a draft called "Mug" with one variant."""

    _texts: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: {"en": {"title": "Mug"}})
    _options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _each: Mapping[str, Any] = field(default_factory=dict)
    _prices: tuple[Mapping[str, Any], ...] = ()
    _sku: str | None = None
    _fields: Mapping[str, Any] = field(default_factory=dict)

    def titled(self, title: str, *, locale: str = "en") -> ProductBuilder:
        """The title in a language; the shop must write in it."""
        return self._text(locale, title=title)

    def described(self, html: str, *, locale: str = "en") -> ProductBuilder:
        """The description in a language that has a title."""
        return self._text(locale, description=html)

    def with_handle(self, handle: str, *, locale: str = "en") -> ProductBuilder:
        """The address; without one it is made from the title."""
        return self._text(locale, handle=handle)

    def with_options(self, **options: str | tuple[str, ...] | list[str]) -> ProductBuilder:
        """Options with their values, and a variant for every combination: ``with_options(Size=["S", "M"])``."""
        given = {name: (values,) if isinstance(values, str) else tuple(values) for name, values in options.items()}
        return replace(self, _options={**self._options, **given})

    def priced(
        self, amount: int, currency: str = "USD", *, compare_at: int | None = None, cost: int | None = None
    ) -> ProductBuilder:
        """Every variant's price in one currency, in minor units (1250 is 12.50)."""
        price = {"currency_code": currency, "amount": amount, "compare_at_amount": compare_at, "cost_amount": cost}
        others = tuple(known for known in self._prices if known["currency_code"] != currency)
        return replace(self, _prices=(*others, price))

    def stocked(self, quantity: int) -> ProductBuilder:
        """What is on hand of every variant, at the default location."""
        return self._variant(quantity=quantity)

    def with_sku(self, sku: str) -> ProductBuilder:
        """The code; with options ``sku-1``, ``sku-2``… in the order of the combinations."""
        return replace(self, _sku=sku)

    def with_barcode(self, barcode: str) -> ProductBuilder:
        """The barcode of every variant."""
        return self._variant(barcode=barcode)

    def sold_without_stock(self) -> ProductBuilder:
        """Orders go on when nothing is on hand."""
        return self._variant(inventory_policy="continue")

    def from_vendor(self, vendor: str) -> ProductBuilder:
        """Who makes it."""
        return self.having(vendor=vendor)

    def tagged(self, *tags: str) -> ProductBuilder:
        """Its tags, all of them."""
        return self.having(tags=tags)

    def published(self) -> ProductBuilder:
        """On sale at once."""
        return self.having(publish=True)

    def having(self, **fields: Any) -> ProductBuilder:
        """Any other field of the command, as it is."""
        return replace(self, _fields={**self._fields, **fields})

    def build(self) -> CreateProduct:
        """The command. Pydantic's ValidationError when a field breaks its rule."""
        options = [{"name": name, "values": values} for name, values in self._options.items()]
        given = {
            "translations": self._texts,
            "options": options,
            "variants": self._variants(),
            **self._fields,
        }
        return CreateProduct.model_validate(given)

    def _variants(self) -> list[dict[str, Any]]:
        combinations = list(product(*self._options.values()))
        made = []
        for number, values in enumerate(combinations, 1):
            sku = self._sku if self._sku is None or len(combinations) == 1 else f"{self._sku}-{number}"
            made.append({"option_values": values, "sku": sku, "prices": self._prices, **self._each})
        return made

    def _text(self, locale: str, **words: str) -> ProductBuilder:
        return replace(self, _texts={**self._texts, locale: {**self._texts.get(locale, {}), **words}})

    def _variant(self, **fields: Any) -> ProductBuilder:
        return replace(self, _each={**self._each, **fields})


@dataclass(frozen=True, slots=True)
class EditBuilder:
    """An edit of a product as it was read: its version goes along."""

    _product: ProductView
    _texts: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)
    _variants: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    _fields: Mapping[str, Any] = field(default_factory=dict)

    def titled(self, title: str, *, locale: str = "en") -> EditBuilder:
        """Another title in a language, which is added where the product lacks it."""
        words = {**(self._texts.get(locale) or {}), "title": title}
        return replace(self, _texts={**self._texts, locale: words})

    def without_language(self, locale: str) -> EditBuilder:
        """Take a language away."""
        return replace(self, _texts={**self._texts, locale: None})

    def priced(self, amount: int, currency: str = "USD", *, variant: int = 0) -> EditBuilder:
        """Another price of the variant at this place."""
        return self.variant(variant, prices=[{"currency_code": currency, "amount": amount}])

    def variant(self, place: int = 0, **fields: Any) -> EditBuilder:
        """Fields of the variant at this place, in the product's order."""
        key = self._product.variants[place].id
        return replace(self, _variants={**self._variants, key: {**self._variants.get(key, {}), **fields}})

    def having(self, **fields: Any) -> EditBuilder:
        """Any other field of the command, as it is."""
        return replace(self, _fields={**self._fields, **fields})

    def as_of(self, version: int) -> EditBuilder:
        """As somebody would send it who last saw ``version``."""
        return self.having(base_version=version)

    def build(self) -> UpdateProduct:
        """The command. Pydantic's ValidationError when a field breaks its rule."""
        given = {
            "product_id": self._product.id,
            "base_version": self._product.version,
            "translations": self._texts,
            "variants": [{"id": key, **fields} for key, fields in self._variants.items()],
            **self._fields,
        }
        return UpdateProduct.model_validate(given)


def a_product() -> ProductBuilder:
    """The beginning of a new product."""
    return ProductBuilder()


def an_edit_of(product_view: ProductView) -> EditBuilder:
    """The beginning of an edit."""
    return EditBuilder(product_view)
