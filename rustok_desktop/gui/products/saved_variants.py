"""The variants of a product as they are saved, and their texts. Nothing here needs Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rustok_desktop.commerce.variant_records import VariantRecords
from rustok_desktop.commerce.views import VariantView
from rustok_desktop.gui.products.product_texts import variant_key, variant_texts


class SavedVariants:
    """By id, in their order. A variant's view and its texts are made when somebody first looks: of thousands of
    variants a few are in sight, so that nothing here costs more than a copy of pointers for the others."""

    def __init__(self, variants: Iterable[VariantView], currency: str) -> None:
        self._currency = currency
        self._views: dict[str, VariantView | VariantRecords] = {variant.id: variant for variant in variants}
        self._texts: dict[str, dict[str, str]] = {}

    def __len__(self) -> int:
        return len(self._views)

    def __contains__(self, key: object) -> bool:
        return key in self._views

    def ids(self) -> list[str]:
        """All ids, in order."""
        return list(self._views)

    def views(self) -> tuple[VariantView, ...]:
        """All of them, in order."""
        return tuple(view for view in map(self.get, self._views) if view is not None)

    def last_place(self) -> tuple[int, str]:
        """Position and id of the last one, before all where there is none."""
        last = self.get(next(reversed(self._views), ""))
        return (last.position, last.id) if last is not None else (-1, "")

    def get(self, key: str) -> VariantView | None:
        """One of them, None for any other key."""
        found = self._views.get(key)
        if isinstance(found, VariantRecords):
            found = self._views[key] = found[key]
        return found

    def on_hand(self, key: str) -> int | None:
        """What is on hand of one everywhere; None for any other key."""
        view = self.get(key)
        return None if view is None else sum(level.on_hand for level in view.stock)

    def texts(self, key: str) -> Mapping[str, str]:
        """One's texts by path; empty for any other key."""
        found = self._texts.get(key)
        if found is None:
            view = self.get(key)
            if view is None:
                return {}
            found = self._texts[key] = variant_texts(view, self._currency)
        return found

    def text(self, path: str) -> str | None:
        """The text at a path, None where none is saved."""
        key = variant_key(path)
        return None if key is None else self.texts(key).get(path)

    def put(self, variants: Iterable[VariantView]) -> None:
        """Newer ones in the place of those that are here."""
        for variant in variants:
            self._views[variant.id] = variant
            self._texts.pop(variant.id, None)

    def copy(self) -> SavedVariants:
        """The same ones, for somebody who reads them in another thread."""
        made = SavedVariants((), self._currency)
        made._views, made._texts = dict(self._views), dict(self._texts)
        return made

    def add(self, records: VariantRecords) -> int:
        """Further ones behind those that are here; how many."""
        before = len(self._views)
        self._views.update(dict.fromkeys(records, records))
        return len(self._views) - before
