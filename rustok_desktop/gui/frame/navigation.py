"""The left side: shop, pages in groups, settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rustok_desktop.gui.actions import no_mnemonic
from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton

_WIDTH = 212


class Navigation(QFrame):
    """Entries of the listed pages; ``menu_asked`` and ``settings_asked`` when their buttons are pressed."""

    menu_asked = Signal()
    settings_asked = Signal()

    def __init__(self, services: GuiServices, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._services = services
        self._pages = {page.id: page for page in pages}
        self._entries: dict[str, QPushButton] = {}
        self._heads: list[tuple[QLabel, PageSpec]] = []
        self._shop_name = "RusToK"
        self._group = QButtonGroup(self)
        self.shop = QLabel()
        self.shop.setObjectName("shop")
        self.menu = IconButton(services.icons.icon("menu", "muted"), "")
        self.settings = self._entry("gear")
        self.settings.setObjectName("settings")
        self._group.addButton(self.settings)
        self._lay_out(pages)
        self.menu.clicked.connect(self.menu_asked)
        self.settings.clicked.connect(self.settings_asked)
        self._group.buttonClicked.connect(self._clicked)
        services.navigator.moved.connect(self.mark)
        services.theme.changed.connect(self._resize_entries)
        self._resize_entries()
        self.retranslate()

    def set_shop(self, name: str) -> None:
        """Shows the name of the shop."""
        self._shop_name = f"RusToK  ·  {name}"
        self._elide_shop()

    @Slot()
    def mark(self) -> None:
        """Marks the entry of the page shown, or of its parent."""
        page = self._pages.get(self._services.navigator.page)
        shown = page.id if page is not None and page.listed else (page.parent if page else "")
        if shown in self._entries:
            self._entries[shown].setChecked(True)
        elif self._services.navigator.page == "settings":
            self.settings.setChecked(True)

    def retranslate(self) -> None:
        """Sets every text."""
        for page_id, entry in self._entries.items():
            entry.setText(no_mnemonic(self._pages[page_id].title_text()))
            entry.setAccessibleName(self._pages[page_id].title_text())
        for label, page in self._heads:
            label.setText(page.group_text().upper())
        self.settings.setText(self.tr("Settings"))
        self.menu.set_tip(self.tr("Menu"))
        self.setAccessibleName(self.tr("Navigation"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self, pages: Sequence[PageSpec]) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.m - 2, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(self.shop, 1)
        head.addWidget(self.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addSpacing(2)
        group = ""
        for page in (page for page in pages if page.listed):
            if page.group and page.group != group:
                group = page.group
                column.addSpacing(SPACE.m)
                column.addWidget(self._head(page))
                column.addSpacing(2)
            entry = self._entry(page.icon)
            entry.setObjectName(page.id)
            self._entries[page.id] = entry
            self._group.addButton(entry)
            if not page.foot:
                column.addWidget(entry)
        column.addStretch(1)
        for page in (page for page in pages if page.listed and page.foot):
            column.addWidget(self._entries[page.id])
        column.addWidget(self.settings)

    def _head(self, page: PageSpec) -> QLabel:
        label = QLabel()
        label.setProperty("role", "head")
        self._heads.append((label, page))
        return label

    def _entry(self, icon: str, *, checkable: bool = True) -> QPushButton:
        entry = QPushButton(self._services.icons.icon(icon, "muted", checked="accent"), "")
        entry.setProperty("role", "entry")
        entry.setCheckable(checkable)
        entry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return entry

    @Slot()
    def _resize_entries(self) -> None:
        side = self._services.theme.px(16)
        self.setFixedWidth(self._services.theme.px(_WIDTH))
        for entry in (*self._entries.values(), self.settings):
            entry.setIconSize(QSize(side + self._services.theme.px(8), side))
        self._elide_shop()

    def _elide_shop(self) -> None:
        room = self.width() - self._services.theme.px(58)
        text = self.shop.fontMetrics().elidedText(self._shop_name, Qt.TextElideMode.ElideRight, room)
        self.shop.setText(text)
        self.shop.setToolTip(self._shop_name if text != self._shop_name else "")

    @Slot(QPushButton)
    def _clicked(self, button: QPushButton) -> None:
        if button is not self.settings:
            self._services.navigator.go(button.objectName())
