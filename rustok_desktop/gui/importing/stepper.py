"""Where in the import the person is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.theme.theme import Theme


class Stepper(QWidget):
    """Numbered steps in a row: done ones ticked, the present one filled. Display only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Set the names."""
        self._steps = tuple(steps)
        self._name()
        self.updateGeometry()
        self.update()

    def set_current(self, index: int) -> None:
        """Move to a step; ``len(steps)`` means that all are done."""
        self._current = index
        self._name()
        self.update()

    @property
    def current(self) -> int:
        """The present step, counted from 0."""
        return self._current

    def sizeHint(self) -> QSize:
        """Room for circles, names and the lines between them."""
        metrics = QFontMetrics(self._theme.font("strong"))
        side = self._side()
        words = sum(metrics.horizontalAdvance(step) for step in self._steps)
        width = words + len(self._steps) * (side + self._gap()) + max(0, len(self._steps) - 1) * self._line()
        return QSize(width + 2, side + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circles, names, lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 1.0
        for index, step in enumerate(self._steps):
            left = self._paint_step(painter, left, index, step)
        painter.end()

    def _paint_step(self, painter: QPainter, left: float, index: int, step: str) -> float:
        tokens, side = self._theme.tokens, self._side()
        done, present = index < self._current, index == self._current
        circle = QRectF(left, (self.height() - side) / 2, side, side)
        fill = tokens.accent if present else tokens.accent_soft if done else tokens.bg
        painter.setPen(QPen(QColor(tokens.outline if not (done or present) else fill), 1.2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6))
        if done:
            self._paint_tick(painter, circle, tokens.accent)
        else:
            painter.setFont(self._theme.font("chip"))
            painter.setPen(QColor(tokens.on_accent if present else tokens.muted))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        font = self._theme.font("strong" if present else "medium")
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent if present else tokens.text if done else tokens.muted))
        left += side + self._gap() / 2
        width = QFontMetrics(self._theme.font("strong")).horizontalAdvance(step)
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, step)
        left += width + self._gap() / 2
        if index + 1 < len(self._steps):
            painter.setPen(QPen(QColor(tokens.accent if done else tokens.border), 2))
            middle = self.height() / 2
            inset = self._gap() / 2
            painter.drawLine(QPointF(left, middle), QPointF(left + self._line() - inset, middle))
            left += self._line()
        return left

    def _paint_tick(self, painter: QPainter, circle: QRectF, color: str) -> None:
        painter.setPen(QPen(QColor(color), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        at, unit = circle.center(), circle.width() / 12
        painter.drawLine(at + QPointF(-2.2, 0.1) * unit, at + QPointF(-0.6, 1.7) * unit)
        painter.drawLine(at + QPointF(-0.6, 1.7) * unit, at + QPointF(2.4, -1.6) * unit)

    def _side(self) -> int:
        return self._theme.px(22)

    def _gap(self) -> int:
        return self._theme.px(16)

    def _line(self) -> int:
        return self._theme.px(44)

    def _name(self) -> None:
        if self._current < len(self._steps):
            self.setAccessibleName(f"{self._current + 1}/{len(self._steps)} {self._steps[self._current]}")
