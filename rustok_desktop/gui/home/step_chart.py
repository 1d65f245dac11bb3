"""A value over days as steps: it holds until the next change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.core.locale import format_date
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import paint_dot

_LINES = 4


class StepChart(QWidget):
    """Points are (ISO date, value), oldest first; ``label`` writes a value beside its line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[tuple[str, int], ...] = ()
        self._label: Callable[[int], str] = str
        self._language = "en"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(84))

    def set_points(self, points: Sequence[tuple[str, int]], label: Callable[[int], str], language: str) -> None:
        """Shows other values."""
        self._points, self._label, self._language = tuple(points), label, language
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(self._theme.px(240), self._theme.px(130))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints lines, steps, and the present value as a dot."""
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font("small", tabular=True)
        painter.setFont(font)
        marks = ticks([value for _, value in self._points])
        plot = self._grid(painter, QFontMetrics(font), marks)
        steps = self._steps(plot, marks[0], marks[-1])
        painter.setPen(QPen(QColor(self._theme.tokens.series1), self._theme.px(2)))
        painter.drawPolyline(steps)
        paint_dot(painter, steps.last(), self._theme.px(7), self._theme.tokens.series1)

    def _grid(self, painter: QPainter, metrics: QFontMetrics, values: Sequence[int]) -> QRect:
        gutter = max(metrics.horizontalAdvance(self._label(value)) for value in values) + self._theme.px(8)
        foot = metrics.height() + self._theme.px(5)
        half = metrics.height() // 2
        plot = QRect(gutter, half, self.width() - gutter - self._theme.px(5), self.height() - foot - half)
        for place, value in enumerate(values):
            y = plot.bottom() - plot.height() * place // (len(values) - 1)
            painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
            painter.drawLine(plot.left(), y, plot.right(), y)
            painter.setPen(QColor(self._theme.tokens.muted))
            area = QRect(0, y - half, gutter - self._theme.px(8), metrics.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._label(value))
        self._days(painter, metrics, plot)
        return plot

    def _days(self, painter: QPainter, metrics: QFontMetrics, plot: QRect) -> None:
        """The first, the middle and the last day."""
        last = len(self._points) - 1
        for place, align in ((0, 0.0), (last // 2, 0.5), (last, 1.0)):
            text = format_date(date_of(self._points[place][0]), self._language, year=False)
            x = plot.left() + plot.width() * place / last
            painter.drawText(QPointF(x - metrics.horizontalAdvance(text) * align, self.height() - 3), text)

    def _steps(self, plot: QRect, low: int, high: int) -> QPolygonF:
        last, span = len(self._points) - 1, high - low
        line = QPolygonF()
        before: float | None = None
        for place, (_, value) in enumerate(self._points):
            x = plot.left() + plot.width() * place / last
            y = plot.bottom() - plot.height() * (value - low) / span
            if before is not None and before != y:
                line.append(QPointF(x, before))
            line.append(QPointF(x, y))
            before = y
        return line


def ticks(values: Sequence[int]) -> list[int]:
    """Round numbers in even steps around the values: at least two, at most six."""
    low, high = min(values), max(values)
    least = max(1, ((high - low) or abs(high)) // _LINES)
    size = 10 ** (len(str(least)) - 1)
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= least)
    floor = low // step * step
    lines = max(1, -(-(high - floor) // step))
    return [floor + step * line for line in range(lines + 1)]


def date_of(text: str) -> datetime:
    """The day of an ISO text."""
    return datetime.fromisoformat(text)
