"""The languages a product is edited in, side by side."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.widgets.choice_row import ChoiceRow


class LocalePills(ChoiceRow):
    """The shop's languages, and those the product has words in besides. One choice holds for the whole editor."""

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(look="pill", parent=parent)
        self._controller = controller
        self.chosen.connect(self.choose)
        controller.replaced.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Another product, version or shop."""
        state = self._controller.state
        shop = dict(self._controller.shop.locales)
        names = list(shop) + [code for code in (state.locales() if state is not None else []) if code not in shop]
        self.set_choices([(code, language_name(code, shop)) for code in names])
        self.setVisible(len(names) > 1)
        if state is not None:
            self.set_value(state.locale)

    @Slot(object)
    def choose(self, locale: object) -> None:
        """Show the product in another language."""
        if self._controller.state is not None:
            self._controller.state.locale = self._controller.locale = str(locale)
            self.set_value(locale)
            self._controller.replaced.emit()


def language_name(code: str, shop: dict[str, str]) -> str:
    """A language as the shop calls it, else in its own words; the code where nobody knows it."""
    name = shop.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
