"""The texts of a product in the editor: as they were loaded, and what was typed since.

Texts are kept as typed. An edit is a path whose text differs from the loaded one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rustok_desktop.commerce.variant_records import VariantRecords
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.edits import Edits
from rustok_desktop.gui.products.product_texts import (
    ImageDraft,
    OptionDraft,
    images_of,
    images_text,
    options_of,
    options_text,
    product_texts,
    variant_path,
)
from rustok_desktop.gui.products.saved_variants import SavedVariants

_DEFAULTS = {"inventory_policy": "deny"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed ``path`` from ``was``; ``theirs`` None says that they removed the variant."""

    path: str
    was: str
    mine: str
    theirs: str | None


@dataclass(slots=True)
class Sent:
    """What a save took along."""

    edits: dict[str, str]
    added: tuple[str, ...]
    removed: frozenset[str]


@dataclass(slots=True)
class Lost:
    """The texts of a variant that somebody else removed."""

    texts: dict[str, str] = field(default_factory=dict)


class EditorTexts:
    """The draft of one product. ``view`` is None until a new product is first saved.

    Of a product with very many variants the first ones come with the product and ``missing`` others later, see
    :meth:`extend`. Whatever needs all of them waits until the state is ``complete``.
    """

    def __init__(
        self,
        view: ProductView | None,
        *,
        locale: str,
        currency: str = "USD",
        language: str = "en",
        missing: int = 0,
    ) -> None:
        self.locale = locale
        self.language = language
        self.missing = missing
        self.edition = 0  # counts what came from the shop: loads, saves, versions of somebody else
        self._view = replace(view, variants=()) if view else None
        self.currency = view.currency_code if view else currency
        self.base: dict[str, str] = product_texts(view) if view else {}
        self.variants = SavedVariants(view.variants if view else (), self.currency)
        self.edits = Edits()
        self.added: list[str] = []
        self.removed: set[str] = set()
        self.conflicts: dict[str, Conflict] = {}
        self.server_problems: dict[str, FieldProblem] = {}
        self.attempted = False
        self.revision = 0
        self.shape = 0  # counts changes of which variants there are and what they choose
        self._sent: Sent | None = None
        self._lost: dict[str, Lost] = {}
        self._counter = 0
        self._options: tuple[str, tuple[OptionDraft, ...]] = ("", ())
        if view is None:
            self.add_variant()

    # -- reading -----------------------------------------------------------------------------------

    @property
    def view(self) -> ProductView | None:
        """The product as it is saved, with the variants that are here. Dear for thousands of them: see ``head``."""
        return replace(self._view, variants=self.variants.views()) if self._view is not None else None

    @property
    def head(self) -> ProductView | None:
        """The product as it is saved, for everything but its variants, which stand in ``variants``."""
        return self._view

    @property
    def product_id(self) -> str | None:
        """The saved product, None before the first save."""
        return self._view.id if self._view else None

    @property
    def version(self) -> int:
        """The version that edits are based on, 0 before the first save."""
        return self._view.version if self._view else 0

    @property
    def complete(self) -> bool:
        """Whether all saved variants are here."""
        return not self.missing

    @property
    def structural(self) -> bool:
        """Whether the edits are about which variants there are, which can only be judged among all of them."""
        return bool(self.added or self.removed or self.edits.choices or "options" in self.edits)

    def text(self, path: str) -> str:
        """What the field shows."""
        found = self.edits.get(path)
        return self._base(path) if found is None else found

    def _base(self, path: str) -> str:
        found = self.variants.text(path) if path.startswith("variants/") else self.base.get(path)
        return _DEFAULTS.get(path.rpartition("/")[2], "") if found is None else found

    def cell(self, key: str, column: str) -> str:
        """What a variant's cell shows."""
        return self.text(variant_path(key, column, self.currency))

    def options(self) -> tuple[OptionDraft, ...]:
        """Options as edited, in order."""
        text = self.text("options")
        if text != self._options[0]:
            self._options = (text, options_of(text))
        return self._options[1]

    def images(self) -> tuple[ImageDraft, ...]:
        """Images as edited, in order."""
        return images_of(self.text("images"))

    def variant_keys(self) -> list[str]:
        """Ids of the saved variants that are here and keys of new ones, as the grid shows them."""
        saved = self.variants.ids()
        if self.removed:
            saved = [key for key in saved if key not in self.removed]
        return saved + self.added

    def variant_count(self) -> int:
        """How many variants the product has as edited, also those that are not here yet."""
        return len(self.variants) + self.missing - len(self.removed) + len(self.added)

    def locales(self) -> list[str]:
        """Languages in which the product has, or is getting, words."""
        paths = [p for p in (*self.base, *self.edits.own) if p.startswith("title@") and self.text(p)]
        return list(dict.fromkeys(p.partition("@")[2] for p in paths))

    def is_dirty(self, path: str) -> bool:
        """Whether the field differs from what is saved."""
        return path in self.edits

    @property
    def dirty(self) -> bool:
        """Whether anything at all is unsaved."""
        if self._view is None:
            return bool(self.edits) or len(self.added) > 1
        return bool(self.edits or self.added or self.removed)

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._sent is not None

    def dirty_count(self) -> int:
        """How many fields, new variants and removed variants are unsaved."""
        fields = len(self.edits) - sum(len(self.edits.cells.get(key, ())) for key in self.added)
        return fields + (len(self.added) if self._view else 0) + len(self.removed)

    # -- editing -----------------------------------------------------------------------------------

    def set(self, path: str, text: str) -> bool:
        """Type ``text`` into a field; false when that is what stood there."""
        if self.text(path) == text:
            return False
        if text == self._base(path):
            self.edits.pop(path, None)
        else:
            self.edits[path] = text
        self.server_problems.pop(path, None)
        self.revision += 1
        if path == "options" or path.rpartition("/")[2].startswith("option"):
            self.shape += 1
        return True

    def set_cell(self, key: str, column: str, text: str) -> bool:
        """Type into a variant's cell."""
        return self.set(variant_path(key, column, self.currency), text)

    def set_options(self, options: Iterable[OptionDraft]) -> bool:
        """Put the whole list of options."""
        return self.set("options", options_text(tuple(options)))

    def set_images(self, images: Iterable[ImageDraft]) -> bool:
        """Put the whole list of images."""
        return self.set("images", images_text(tuple(images)))

    def add_variant(self, texts: Mapping[str, str] | None = None) -> str:
        """A new variant at the end; ``texts`` are its cells by column. Its key."""
        self._counter += 1
        key = f"new-{self._counter}"
        self.added.append(key)
        for column, text in (texts or {}).items():
            self.set_cell(key, column, text)
        self._reshaped()
        return key

    def _reshaped(self) -> None:
        self.revision += 1
        self.shape += 1

    def remove_variant(self, key: str) -> bool:
        """Take a variant out; false for the last one, which a product never loses."""
        if self.variant_count() <= 1:
            return False
        self.edits.without((key,))
        if key in self.added:
            self.added.remove(key)
        else:
            self.removed.add(key)
        self._reshaped()
        return True

    def remove_variants(self, keys: Iterable[str]) -> int:
        """Take several variants out, all but the product's first where that would be all of them; how many."""
        wanted, have = set(keys), self.variant_keys()
        gone = [key for key in have if key in wanted]
        if len(gone) == len(have):
            del gone[:1]
        lost = set(gone)
        self.edits.without(lost)
        self.removed |= lost.difference(self.added)
        self.added = [key for key in self.added if key not in lost]
        self._reshaped()
        return len(gone)

    def discard(self) -> None:
        """Back to what is saved."""
        self.edits.clear()
        self.added.clear()
        self.removed.clear()
        self.conflicts.clear()
        self.server_problems.clear()
        self.attempted = False
        self._reshaped()
        if self._view is None:
            self.add_variant()

    # -- the variants that came later ---------------------------------------------------------------

    def extend(self, records: VariantRecords) -> None:
        """Further saved variants, behind those that are here; an empty slice says that there are no more."""
        came = self.variants.add(records)
        self.missing = max(0, self.missing - came) if came else 0
        self._reshaped()
