"""A wide button for what is done most often."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from rustok_desktop.gui.home.attention_card import IconTile
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE


class QuickAct(QPushButton):
    """Icon, name, and a grey note: keys or what it takes."""

    def __init__(self, services: GuiServices, icon: str, *, solid: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "quick")
        self._name, self._note = QLabel(), QLabel()
        self._name.setProperty("role", "strong")
        self._note.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(services.theme.px(8), services.theme.px(6), services.theme.px(14), services.theme.px(6))
        row.setSpacing(SPACE.m)
        row.addWidget(IconTile(services.theme, services.icons, icon, "accent", solid=solid))
        row.addWidget(self._name, 1)
        row.addWidget(self._note)
        for label in (self._name, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(services.theme.px(46))

    def set_texts(self, name: str, note: str) -> None:
        """Changes both."""
        self._name.setText(name)
        self._note.setText(note)
        self.setAccessibleName(name)
