"""The settings, generated from their declarations, above the foot of the navigation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.settings_book import DECLARED, Setting, SettingsBook
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.divider import Divider
from rustok_desktop.gui.widgets.overlay import Overlay


class SettingsPanel(Overlay):
    """One row of choices per setting; a choice takes effect at once."""

    def __init__(self, parent: QWidget, services: GuiServices, book: SettingsBook, anchor: QWidget) -> None:
        super().__init__(parent, services.theme, scrim=False)
        self._services = services
        self._book = book
        self._anchor = anchor
        self._rows: list[tuple[Setting, QLabel, ChoiceRow]] = []
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._shortcuts = Button("", services.icons.icon("keyboard", "text"), "ghost")
        column = self._column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(self._title)
        for setting in DECLARED:
            self._add(column, setting)
        column.addSpacing(SPACE.xs)
        column.addWidget(Divider())
        column.addWidget(self._shortcuts)
        self._shortcuts.clicked.connect(self._show_shortcuts)
        book.changed.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        self._title.setText(self.tr("Settings"))
        self._shortcuts.setText(self.tr("Keyboard shortcuts"))
        icons = self._services.icons
        for setting, label, row in self._rows:
            label.setText(setting.label())
            row.setAccessibleName(setting.label())
            pictures = [icons.icon(c.icon, "muted", "accent") for c in setting.choices if c.icon]
            row.set_choices([(c.value, c.label()) for c in setting.choices], pictures)
            row.set_value(self._book.value(setting))
        self.panel.setAccessibleName(self.tr("Settings"))
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Stands on the settings entry of the navigation."""
        self.panel.ensurePolished()
        self._column.activate()
        hint = self.panel.sizeHint()
        foot = self._anchor.mapTo(self._host, self._anchor.rect().topLeft())
        top = max(SPACE.s, foot.y() - hint.height() - SPACE.s)
        self.panel.setGeometry(QRect(foot.x(), top, hint.width(), hint.height()))
        self.update()

    def take_focus(self) -> None:
        """The present choice of the first setting."""
        checked = self._rows[0][2].checked_button()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follows language and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and self.isVisible():
            self.place()

    def _add(self, column: QVBoxLayout, setting: Setting) -> None:
        label = QLabel()
        label.setProperty("role", "field")
        row = ChoiceRow()
        row.setObjectName(setting.id)
        row.chosen.connect(self._chosen)
        column.addSpacing(SPACE.xs)
        column.addWidget(label)
        column.addWidget(row)
        self._rows.append((setting, label, row))

    @Slot(object)
    def _chosen(self, value: object) -> None:
        name = self.sender().objectName()
        setting = next(setting for setting in DECLARED if setting.id == name)
        self._book.set(setting, value)

    @Slot()
    def _refresh(self) -> None:
        for setting, _label, row in self._rows:
            row.set_value(self._book.value(setting))

    @Slot()
    def _show_shortcuts(self) -> None:
        self.close_panel()
        self._services.actions.trigger("help.shortcuts")
