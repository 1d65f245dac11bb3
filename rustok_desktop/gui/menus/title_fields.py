"""A label in every language of the shop."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField


class TitleFields(QWidget):
    """One line per language; ``changed`` carries (language, text) when a changed line is left."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self._titles: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)

    def set_shop(self, shop: ShopFacts) -> None:
        """The languages, the shop's own first."""
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.deleteLater()
        self.fields = {}
        for locale, name in sorted(shop.locales, key=lambda pair: pair[0] != shop.default_locale):
            line = QLineEdit()
            line.setProperty("language", locale)
            line.editingFinished.connect(self._left)
            self.fields[locale] = FormField(name, line)
            self._column.addWidget(self.fields[locale])

    def line(self, locale: str) -> QLineEdit:
        """The line of a language."""
        editor = self.fields[locale].editor
        assert isinstance(editor, QLineEdit)
        return editor

    def show_titles(self, titles: Mapping[str, str], *, anew: bool) -> None:
        """Other titles; a line that is being typed into keeps its text unless everything is ``anew``."""
        for locale in self.fields:
            line = self.line(locale)
            typing = line.hasFocus() and line.text() != self._titles.get(locale, "")
            if anew or not typing:
                line.setText(titles.get(locale, ""))
            self.fields[locale].set_error(None)
        self._titles = dict(titles)

    @Slot()
    def _left(self) -> None:
        locale = str(self.sender().property("language"))
        text = self.line(locale).text().strip()
        if text != self._titles.get(locale, ""):
            self._titles[locale] = text
            self.changed.emit(locale, text)
