"""What a save takes along to the core's thread, and the command that is built from it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_texts import EditorTexts
from rustok_desktop.gui.products.edits import Edits
from rustok_desktop.gui.products.saved_variants import SavedVariants


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The texts of one product as they stood when the save began. Nobody changes them any more, so that any thread may
    read them; taking them costs the window a copy of pointers, however many cells are unsaved.

    ``head`` and ``variants`` are what is saved, None and nothing for a new product.
    """

    head: ProductView | None
    variants: SavedVariants
    edits: Mapping[str, str]
    added: tuple[str, ...]
    removed: frozenset[str]
    locale: str
    currency: str
    language: str

    def builder(self) -> CommandBuilder:
        """Builds the command from texts of its own."""
        texts = EditorTexts(self.head, locale=self.locale, currency=self.currency, language=self.language)
        texts.variants, texts.edits = self.variants, Edits(self.edits)
        texts.added, texts.removed = list(self.added), set(self.removed)
        return CommandBuilder(texts)
