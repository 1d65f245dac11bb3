"""The foot of the window: where the changes are, how the index is, which version this is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from rustok_desktop import __version__
from rustok_desktop.gui.operations.status import ShopStatus
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import paint_dot


class StatusBar(QFrame):
    """Says what is known; before the shop is open, that it is being opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._status: ShopStatus | None = None
        self._failure = ""
        self.dot = StatusDot(theme)
        self.saved = QLabel()
        self.index = QLabel()
        self.version = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        row.addWidget(self.dot)
        row.addWidget(self.saved, 1)
        row.addWidget(self.index)
        row.addSpacing(20)
        row.addWidget(self.version)
        self.retranslate()

    def set_status(self, status: ShopStatus) -> None:
        """Shows the state of an open shop."""
        self._status = status
        self._failure = ""
        self.retranslate()

    def set_failure(self, text: str) -> None:
        """The shop could not be opened, and why."""
        self._failure = text
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        self.version.setText(f"v{__version__}")
        self.index.setText(self._index_text())
        self.saved.setText(self._saved_text())
        self.dot.set_color(self._dot_color())
        self.setAccessibleName(self.tr("Status"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _saved_text(self) -> str:
        if self._failure:
            return self._failure
        if self._status is None:
            return self.tr("Opening the shop…")
        if not self._status.events:
            return self.tr("Everything is saved on this computer")
        changes = self.tr("%Ln changes", "", self._status.events)
        return self.tr("Everything is saved on this computer — {changes}").format(changes=changes)

    def _index_text(self) -> str:
        status = self._status
        if status is None:
            return ""
        if status.index == "rebuilding":
            return self.tr("Rebuilding {share} %").format(share=int(status.share * 100))
        if status.index == "failing":
            return self.tr("Index needs attention")
        if status.lag:
            return self.tr("Index {count} behind").format(count=QLocale().toString(status.lag))
        return self.tr("Index up to date")

    def _dot_color(self) -> str:
        if self._failure or (self._status is not None and self._status.index == "failing"):
            return "danger"
        return "muted" if self._status is None else "ok"


class StatusDot(QWidget):
    """A dot in a colour of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = "muted"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_color(self, color: str) -> None:
        """The name of a colour."""
        self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        """As high as small capitals."""
        side = round(self.fontMetrics().height() * 0.6)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the dot."""
        center = QPointF(self.width() / 2, self.height() / 2)
        paint_dot(QPainter(self), center, min(self.width(), self.height()) - 1, self._theme.tokens.color(self._color))
