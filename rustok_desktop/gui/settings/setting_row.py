"""A setting on the page: title and explanation at the left, its editor at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.settings_book import Setting
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE


class SettingRow(QFrame):
    """Says what a setting is; :meth:`set_error` why it was not changed."""

    def __init__(self, theme: Theme, setting: Setting, editor: QWidget) -> None:
        super().__init__()
        self.setting = setting
        self.editor: Any = editor  # what it can do depends on the setting's kind
        self.title, self.help = QLabel(), QLabel()
        self.title.setProperty("role", "strong")
        self.help.setProperty("role", "hint")
        self.help.setWordWrap(True)
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        for label in (self.title, self.help, self.error):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(SPACE.xl)
        row.addLayout(words, 1)
        tall = setting.kind in ("languages", "facts")
        side = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(editor, 1 if setting.kind == "facts" else 0, side)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets title and explanation; the editor is named by its setting."""
        self.title.setText(self.setting.label())
        self.help.setText(self.setting.help_text())
        self.help.setVisible(bool(self.setting.help))
        self.editor.setAccessibleName(self.setting.label())
        self.editor.setAccessibleDescription(self.setting.help_text())

    def set_error(self, text: str) -> None:
        """Why the last change was refused; '' when it was not."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def mark(self, found: bool) -> None:
        """Shows that a search or the palette led here."""
        self.setProperty("role", "found" if found else "")
        self.style().unpolish(self)
        self.style().polish(self)
