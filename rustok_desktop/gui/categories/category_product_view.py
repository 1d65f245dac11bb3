"""The list of products beside the tree: a tile, title and SKU, and at the right what a click does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.gui.categories.category_product_model import ACT_ROLE, PRODUCT_ROLE, CategoryProductModel
from rustok_desktop.gui.products.row_text import CHIPS
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip, paint_thumbnail

ROW_HEIGHT = 46
_ICONS = {"remove": "x", "add": "plus", "": "check"}
Index = QModelIndex | QPersistentModelIndex


def act_rect(rect: QRect, theme: Theme) -> QRect:
    """Where the act of a line is clicked."""
    side = theme.px(34)
    return QRect(rect.right() - side - theme.px(4), rect.top(), side, rect.height())


class CategoryProductDelegate(QStyledItemDelegate):
    """Follows the theme; the words of states come from the page."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.states: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(200), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        product, act = index.data(PRODUCT_ROLE), str(index.data(ACT_ROLE) or "")
        theme, tokens, rect = self._theme, self._theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        side = theme.px(30)
        tile = QRect(rect.left() + theme.px(12), rect.top() + (rect.height() - side) // 2, side, side)
        paint_thumbnail(painter, tile, product.title, tokens, radius=theme.px(6))
        painter.setFont(theme.font("chip"))
        chip = self.states.get(product.status, product.status)
        zone = act_rect(rect, theme)
        # Chips of all states begin at one line.
        room = max((chip_size(painter.font(), text).width() for text in self.states.values()), default=0)
        words = rect.adjusted(theme.px(54), 0, -(rect.right() - zone.left()) - room - theme.px(16), 0)
        paint_chip(painter, QRect(words.right() + theme.px(8), rect.top(), room, rect.height()), chip,
                   CHIPS.get(product.status, "neutral"), tokens)  # fmt: skip
        self._paint_words(painter, words, product.title, product.sku or "")
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if act != "remove" or hovered or selected:
            size = theme.px(16)
            color = "accent" if act == "add" else "muted"
            icon = self._icons.pixmap(_ICONS[act], size, color, painter.device().devicePixelRatio())
            painter.drawPixmap(zone.center() - QPoint(size // 2, size // 2), icon)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, title: str, sku: str) -> None:
        theme, flags = self._theme, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        half = rect.height() // 2
        upper = rect.adjusted(0, theme.px(5), 0, -half + theme.px(3)) if sku else rect
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(theme.tokens.text))
        painter.drawText(
            upper, flags, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        )
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.tokens.muted))
        lower = rect.adjusted(0, half - theme.px(2), 0, -theme.px(5))
        painter.drawText(lower, flags, painter.fontMetrics().elidedText(sku, Qt.TextElideMode.ElideRight, rect.width()))


class CategoryProductView(QListView):
    """``act_asked`` carries (act, product id): add or remove, by click, Enter or Del; ``opened`` a double click."""

    act_asked = Signal(str, str)
    opened = Signal(str)

    def __init__(self, model: CategoryProductModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.delegate = CategoryProductDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the act does it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and act_rect(self.visualRect(index), self._theme).contains(place):
            self._ask(index)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the product."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index.data(PRODUCT_ROLE).product_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds or opens, Del removes."""
        index = self.currentIndex()
        act = str(index.data(ACT_ROLE) or "") if index.isValid() else ""
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if act == "add":
                self._ask(index)
            else:
                self.opened.emit(index.data(PRODUCT_ROLE).product_id)
        elif event.key() == Qt.Key.Key_Delete and act == "remove":
            self._ask(index)
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        act = str(index.data(ACT_ROLE) or "")
        if act:
            self.act_asked.emit(act, index.data(PRODUCT_ROLE).product_id)
