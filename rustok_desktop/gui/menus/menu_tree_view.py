"""The tree of a menu on screen, for mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from rustok_desktop.gui.menus.menu_texts import ICONS, broken_text
from rustok_desktop.gui.menus.menu_tree_model import ITEM_ROLE, MenuTreeModel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuItemView, MenuView

ROW_HEIGHT = 36
_STEPS = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "out", Qt.Key.Key_Right: "in"}
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


class MenuTreeView(QTreeView):
    """``chosen`` names the item in front ('' for none); ``step_asked`` (id, up | down | out | in) follows Alt+arrows
    and Ctrl+Shift+arrows; ``delete_asked`` (Del) carries an id; F2 edits the label in place."""

    chosen = Signal(str)
    step_asked = Signal(str, str)
    delete_asked = Signal(str)

    def __init__(self, model: MenuTreeModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._filling = False
        self._folded: set[str] = set()
        self.delegate = MenuRowDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(True)
        self.setTabKeyNavigation(False)
        self.restyle()
        theme.changed.connect(self.restyle)
        self.selectionModel().currentChanged.connect(self._current)
        self.collapsed.connect(self._collapsed)
        self.expanded.connect(self._expanded)

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.setIndentation(self._theme.px(22))
        self.viewport().update()

    @property
    def current(self) -> MenuItemView | None:
        """The item in front."""
        return self._model.view(self.currentIndex())

    def show_menu(self, menu: MenuView | None, prefer: str | None = None) -> None:
        """Shows a menu anew; what was folded stays folded, ``prefer`` or the one in front stays in front."""
        before = self.current
        wanted = prefer or (before.id if before is not None else "")
        place = self.verticalScrollBar().value()
        self._filling = True
        self._model.show_menu(menu)
        self.expandAll()
        for item_id in self._folded:
            index = self._model.index_of(item_id)
            if index.isValid():
                self.collapse(index)
        index = self._model.index_of(wanted)
        self.setCurrentIndex(index if index.isValid() else self._model.index(0, 0))
        self.verticalScrollBar().setValue(place)
        self._filling = False
        self._tell()

    def choose(self, item_id: str) -> None:
        """Bring an item to the front."""
        index = self._model.index_of(item_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

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

    @Slot(QModelIndex, QModelIndex)
    def _current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._filling:
            self._tell()

    def _tell(self) -> None:
        view = self.current
        self.chosen.emit(view.id if view is not None else "")

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        view = self._model.view(index)
        if view is not None and not self._filling:
            self._folded.add(view.id)

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        view = self._model.view(index)
        if view is not None and not self._filling:
            self._folded.discard(view.id)


def _step(event: QKeyEvent) -> str:
    """Which way an item is to be moved, '' for other keys."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get(Qt.Key(event.key()), "") if modifiers in (_ALT, _CTRL_SHIFT) else ""
