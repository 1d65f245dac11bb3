"""Paints a line of the category tree: folder, name, how many products."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.categories.category_tree_model import NODE_ROLE
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme

ROW_HEIGHT = 34
Index = QModelIndex | QPersistentModelIndex


class CategoryRowDelegate(QStyledItemDelegate):
    """A name that is borrowed from another language is grey; the number counts what is below too."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.locale = ""
        self.language = "en"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(120), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        node = index.data(NODE_ROLE)
        if node is None:
            return
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(tokens.row_selected))
        side = self._theme.px(16)
        icon = self._icons.pixmap(
            "folder", side, "accent" if selected else "muted", painter.device().devicePixelRatio()
        )
        painter.drawPixmap(rect.left() + self._theme.px(4), rect.center().y() - side // 2 + 1, icon)
        count = format_number(node.total, self.language)
        painter.setFont(self._theme.font("small", tabular=True))
        painter.setPen(QColor(tokens.muted))
        right = rect.adjusted(0, 0, -self._theme.px(12), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = painter.fontMetrics().horizontalAdvance(count) + self._theme.px(24)
        own = not self.locale or self.locale in node.locales
        painter.setFont(self._theme.font("medium" if node.depth == 0 else "body"))
        painter.setPen(QColor(tokens.text if own else tokens.muted))
        words = rect.adjusted(side + self._theme.px(12), 0, -room, 0)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line over the name."""
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Beside the folder."""
        editor.setGeometry(QRect(option.rect).adjusted(self._theme.px(26), 1, -self._theme.px(48), -1))
