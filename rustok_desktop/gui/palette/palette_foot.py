"""The keys of the palette, at its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class PaletteFoot(QFrame):
    """Key caps and what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paletteFoot")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(17, 9, 17, 9)
        self._row.setSpacing(7)
        self._hints: dict[str, QLabel] = {}
        self._add("move", "↑", "↓")
        self._add("run", "Enter")
        self._add("close", "Esc")
        self._row.addStretch(1)
        self._add("actions", ">")
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        self._hints["move"].setText(self.tr("move"))
        self._hints["run"].setText(self.tr("run"))
        self._hints["close"].setText(self.tr("close"))
        self._hints["actions"].setText(self.tr("actions only"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add(self, name: str, *keys: str) -> None:
        for key in keys:
            cap = QLabel(key, alignment=Qt.AlignmentFlag.AlignCenter)
            cap.setProperty("role", "key")
            self._row.addWidget(cap)
        hint = QLabel()
        hint.setProperty("role", "hint")
        self._row.addWidget(hint)
        self._hints[name] = hint
