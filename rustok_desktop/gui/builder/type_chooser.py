"""Which block to add: sixteen types with a sentence each, above the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.gui.builder.block_texts import TYPES, type_icon, type_name, type_note
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.overlay import Overlay

TYPE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class TypeDelegate(QStyledItemDelegate):
    """Icon, name, and what it is for in at most two lines."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.width = 300

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two in a row."""
        return QSize(self.width, self._theme.px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one type."""
        name, px, tokens = str(index.data(TYPE_ROLE)), self._theme.px, self._theme.tokens
        rect = QRect(option.rect).adjusted(px(2), px(2), -px(2), -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.row_selected))
            painter.drawRoundedRect(rect, 8, 8)
        side = px(20)
        icon = self._icons.pixmap(type_icon(name), side, "accent", painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() + px(12), rect.top() + px(12), icon)
        words = rect.adjusted(side + px(26), px(7), -px(8), -px(4))
        painter.setFont(self._theme.font("medium"))
        painter.setPen(QColor(tokens.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, type_name(name))
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.muted))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(words.adjusted(0, px(17), 0, 0), int(flags), type_note(name))
        painter.restore()


class _Types(QListView):
    taken = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the type in front; Escape is the panel's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TypeChooser(Overlay):
    """``chosen`` carries a type."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.close_button = IconButton(services.icons.icon("x", "muted"), "")
        self.model = QStandardItemModel(self)
        self.list = _Types()
        self.delegate = TypeDelegate(services.theme, services.icons, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setModel(self.model)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.close_button.clicked.connect(self.close_panel)
        self.list.clicked.connect(self._take)
        self.list.taken.connect(self._take)
        self.retranslate()

    def place(self) -> None:
        """Room for two columns."""
        px = self.theme.px
        width, height = min(px(700), self.width() - px(40)), min(px(620), self.height() - px(24))
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))
        self.delegate.width = (width - SPACE.xl - SPACE.l - px(20)) // 2
        self.list.scheduleDelayedItemsLayout()

    def take_focus(self) -> None:
        """The first type."""
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus()

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.close_panel()
        self.chosen.emit(str(index.data(TYPE_ROLE)))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.title.setText(self.tr("Add a block"))
        self.close_button.set_tip(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Types of blocks"))
        self.model.clear()
        for name in TYPES:
            item = QStandardItem(f"{type_name(name)}: {type_note(name)}")
            item.setData(name, TYPE_ROLE)
            self.model.appendRow(item)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
