"""Beside the tree while no item is chosen: what the menu itself is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.menus.title_fields import TitleFields
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuView


class MenuPanel(QWidget):
    """``renamed`` carries (language, name) as soon as a changed line is left."""

    renamed = Signal(str, str)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu: MenuView | None = None
        self.head, self.hint = QLabel(), QLabel()
        self.head.setProperty("role", "head")
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.titles = TitleFields()
        edge = services.theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(SPACE.m)
        for part in (self.head, self.titles, self.hint):
            column.addWidget(part)
        column.addStretch(1)
        self.titles.changed.connect(self.renamed)
        self.retranslate()

    def set_shop(self, shop: ShopFacts) -> None:
        """The languages of the names."""
        self.titles.set_shop(shop)
        self.menu = None

    def show_menu(self, menu: MenuView | None) -> None:
        """Another menu, or the same with other names; a line that is being typed into keeps its text."""
        other = self.menu is None or menu is None or self.menu.id != menu.id
        self.menu = menu
        self.titles.show_titles(menu.titles if menu is not None else {}, anew=other)

    def is_typed_into(self) -> bool:
        """One of the lines has the keyboard."""
        return any(field.editor.hasFocus() for field in self.titles.fields.values())

    def begin(self) -> None:
        """Type another name."""
        line = self.titles.line(next(iter(self.titles.fields)))
        line.setFocus()
        line.selectAll()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.head.setText(self.tr("Name of the menu").upper())
        self.hint.setText(self.tr("Visitors do not see it. Choose an item at the left to change what it says."))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
