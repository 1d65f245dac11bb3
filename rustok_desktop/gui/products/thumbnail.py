"""The tile that stands for a product without a picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import paint_thumbnail


class Thumbnail(QWidget):
    """A square of ``side`` pixels at 100 %."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._seed = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_seed(self, text: str) -> None:
        """The title that picks tile and letter."""
        self._seed = text
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tile."""
        painter = QPainter(self)
        painter.setFont(self._theme.font("body"))
        paint_thumbnail(painter, self.rect(), self._seed, self._theme.tokens, radius=self._theme.px(8))
        painter.end()
