"""The tree of a menu on screen, for mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rustok_desktop.gui.menus.menu_texts import ICONS, broken_text
from rustok_desktop.gui.menus.menu_tree_model import ITEM_ROLE, MenuTreeModel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.arranged_tree_view import STEPS, ArrangedTreeView
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuItemView, MenuView

ROW_HEIGHT = 36
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
Index = QModelIndex | QPersistentModelIndex


class MenuRowDelegate(QStyledItemDelegate):
    """Icon of what it leads to, title, and a chip where the link is broken. Borrowed titles are grey."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.locale = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(120), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        view: MenuItemView | None = index.data(ITEM_ROLE)
        if view is None:
            return
        px, tokens, rect = self._theme.px, self._theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(tokens.row_selected))
        side, ratio = px(16), painter.device().devicePixelRatio()
        color = "danger" if view.broken else "accent" if selected else "muted"
        icon = self._icons.pixmap(ICONS[view.target_kind], side, color, ratio)
        painter.drawPixmap(rect.left() + px(4), rect.center().y() - side // 2 + 1, icon)
        room = px(12)
        if view.broken is not None:
            painter.setFont(self._theme.font("chip"))
            text = broken_text(view.broken)
            width = chip_size(painter.font(), text).width()
            tone = "warn" if view.broken == "hidden" else "danger"
            paint_chip(
                painter, QRect(rect.right() - width - px(10), rect.top(), width, rect.height()), text, tone, tokens
            )
            room += width + px(10)
        painter.setFont(self._theme.font("medium" if not index.parent().isValid() else "body"))
        own = not self.locale or self.locale in view.titles
        painter.setPen(QColor(tokens.text if own else tokens.muted))
        words = rect.adjusted(side + px(12), 0, -room, 0)
        shown = painter.fontMetrics().elidedText(view.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line over the title."""
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAccessibleName(self.tr("Label"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Beside the icon."""
        editor.setGeometry(QRect(option.rect).adjusted(self._theme.px(24), 1, -self._theme.px(8), -1))


class MenuTreeView(ArrangedTreeView):
    """``step_asked`` follows Alt+arrows and Ctrl+Shift+arrows, ``delete_asked`` Del; F2 edits the label in place."""

    def __init__(self, model: MenuTreeModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, 22, parent)
        self.delegate = MenuRowDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)

    def line(self, index: Index) -> MenuItemView | None:
        """The item of a line."""
        view: MenuItemView | None = self._model.view(index)
        return view

    def show_menu(self, menu: MenuView | None, prefer: str | None = None) -> None:
        """Shows a menu anew, folded as it was; ``prefer`` or the item in front stays in front."""
        self.refill(lambda: self._model.show_menu(menu), prefer)

    def event(self, event: QEvent) -> bool:
        """Alt+arrows are the tree's while it has the keyboard, not the window's way back and forward."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves and deletes by keys."""
        view, step = self.current, _step(event)
        if view is not None and step:
            self.step_asked.emit(view.id, step)
        elif view is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(view.id)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> str:
    """Which way an item is to be moved, '' for other keys."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return STEPS.get(Qt.Key(event.key()), "") if modifiers in (_ALT, _CTRL_SHIFT) else ""
