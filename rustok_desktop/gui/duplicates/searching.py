"""What stands on the page while all products are looked through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class Searching(QWidget):
    """A sentence, a bar, and a way out."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.stop_button = Button()
        self.stop_button.clicked.connect(self.stop_asked)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.m)
        column.addStretch(2)
        column.addWidget(self.told)
        for widget, stretch in ((self.bar, 3), (self.stop_button, 0)):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(widget, stretch)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(3)
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        """How far; a total of 0 is not known yet."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.told.setText(self.tr("Looking through all products…"))
        self.bar.setAccessibleName(self.tr("Progress of the search"))
        self.stop_button.setText(self.tr("Stop"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
