"""Paints a picture in the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.media.media_grid_model import ROW_ROLE
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.picture_painting import paint_picture
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS
from rustok_desktop.gui.widgets.painting import paint_thumbnail
from rustok_desktop.media.views import SIDES, MediaRow

Index = QModelIndex | QPersistentModelIndex
WIDTH = 156
FRAME = 118  # height of the place for the picture
PADDING = 8
SIDE = SIDES[-1]


class MediaDelegate(QStyledItemDelegate):
    """The picture whole on a quiet ground, its name, and a line of facts that ``facts`` words."""

    def __init__(
        self, theme: Theme, pictures: PictureCache, facts: Callable[[MediaRow], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._facts = facts
        self._width = 0

    def fit(self, room: int) -> None:
        """Share ``room`` pixels of width among as many cells as fit."""
        least = self._theme.px(WIDTH)
        self._width = room // max(1, room // least)

    def cell_size(self) -> QSize:
        """The one size of all cells."""
        lines = QFontMetrics(self._theme.font("medium")).height() + QFontMetrics(self._theme.font("small")).height()
        return QSize(max(self._width, self._theme.px(WIDTH)), self._theme.px(FRAME + 3 * PADDING) + lines)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As every cell."""
        return self.cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        theme, tokens = self._theme, self._theme.tokens
        pad = theme.px(PADDING)
        cell = QRect(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(QColor(tokens.row_selected))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS.card, RADIUS.card)
        frame = QRect(cell.left() + pad, cell.top() + pad, cell.width() - 2 * pad, theme.px(FRAME))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunk))
        painter.drawRoundedRect(QRectF(frame), RADIUS.field, RADIUS.field)
        image = self._pictures.image(row.id, SIDE)
        if image is not None:
            paint_picture(painter, frame.adjusted(4, 4, -4, -4), image, theme.px(4), fill=False)
        self._paint_words(painter, frame, pad, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, frame: QRect, pad: int, row: MediaRow) -> None:
        theme, tokens = self._theme, self._theme.tokens
        top = frame.bottom() + pad
        for style, color, text in (
            ("medium", tokens.text, row.filename),
            ("small", tokens.muted, self._facts(row)),
        ):
            painter.setFont(theme.font(style))
            painter.setPen(QColor(color))
            metrics = painter.fontMetrics()
            line = QRect(frame.left(), top, frame.width(), metrics.height())
            cut = Qt.TextElideMode.ElideMiddle if style == "medium" else Qt.TextElideMode.ElideRight
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), metrics.elidedText(text, cut, line.width()))
            top += metrics.height()


def paint_tile(
    painter: QPainter, rect: QRect, media_id: str | None, seed: str, theme: Theme, pictures: PictureCache | None
) -> None:
    """A small square: the shop's own picture if there is one and it is here, else the tile that stands for it."""
    image = pictures.image(media_id, SIDES[0]) if pictures is not None and media_id is not None else None
    if image is not None:
        paint_picture(painter, rect, image, theme.px(6), fill=True)
    else:
        paint_thumbnail(painter, rect, seed, theme.tokens, radius=theme.px(6))
