"""Paints a line of the product list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.media.media_delegate import paint_tile
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.gui.products.product_table_model import LISTED_ROLE, RIGHT_ALIGNED, Column
from rustok_desktop.gui.products.row_text import CHIPS, chip_key
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import Tokens
from rustok_desktop.gui.widgets.painting import paint_chip, paint_marked
from rustok_desktop.media.views import media_id_of

ROW_HEIGHT = 50
THUMBNAIL = 34
PADDING = 8
_QUIET = frozenset({Column.SKU, Column.UPDATED, Column.VENDOR, Column.TYPE})
# Put together once: flags of Qt are slow to join in Python, and a page of rows has a hundred cells.
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = int(Qt.AlignmentFlag.AlignLeft | _LINE), int(Qt.AlignmentFlag.AlignRight | _LINE)


class ProductRowDelegate(QStyledItemDelegate):
    """Thumbnail and marked title, SKU, chip, figures. Everything follows the theme's tokens and fonts."""

    def __init__(self, theme: Theme, parent: QObject | None = None, pictures: PictureCache | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures

    def row_height(self) -> int:
        """The one height of all rows, in pixels."""
        return self._theme.px(ROW_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as every row; columns are sized by the view."""
        return QSize(self._theme.px(80), self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        pad = self._theme.px(PADDING)
        inner = rect.adjusted(pad, 0, -pad, -1)
        listed = index.data(LISTED_ROLE)
        if listed is None:
            self._paint_placeholder(painter, inner, index.column(), tokens)
        else:
            self._paint_cell(painter, inner, index, listed, selected)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        listed: Listed,
        selected: bool,
    ) -> None:
        tokens, column = self._theme.tokens, index.column()
        if column == Column.PRODUCT:
            self._paint_title(painter, rect, listed)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if column == Column.STATUS:
            painter.setFont(self._theme.font("chip"))
            paint_chip(painter, rect, text, CHIPS[chip_key(listed.row)], tokens)
        else:
            quiet = column in _QUIET and not selected
            painter.setFont(self._theme.font("body", tabular=True))
            painter.setPen(QColor(tokens.muted if quiet else tokens.text))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 2)
            painter.drawText(rect, _RIGHT if column in RIGHT_ALIGNED else _LEFT, shown)

    def _paint_title(self, painter: QPainter, rect: QRect, listed: Listed) -> None:
        tokens, row = self._theme.tokens, listed.row
        side = self._theme.px(THUMBNAIL)
        tile = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_tile(painter, tile, media_id_of(row.thumbnail_url), row.title, self._theme, self._pictures)
        words = rect.adjusted(side + self._theme.px(10), 0, 0, 0)
        color = tokens.muted if row.in_trash else tokens.text
        paint_marked(painter, words, row.title, listed.marks, color, tokens.accent)

    def _paint_placeholder(self, painter: QPainter, rect: QRect, column: int, tokens: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunk))
        left = rect.left()
        if column == Column.PRODUCT:
            side = self._theme.px(THUMBNAIL)
            painter.drawRoundedRect(QRectF(left, rect.center().y() - side / 2, side, side), 6, 6)
            left += side + self._theme.px(10)
        width = min(rect.right() - left, self._theme.px(150 if column == Column.PRODUCT else 48))
        start = rect.right() - width if column in RIGHT_ALIGNED else left
        height = self._theme.px(10)
        painter.drawRoundedRect(QRectF(start, rect.center().y() - height / 2, width, height), 4, 4)
