"""The blocks of a page as cards in their order: model, painting, mouse and keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.gui.builder.block_texts import type_icon, type_name
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

MIME = "application/x-rustok-block"
CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class BlockCard:
    """A line of the list. ``state``: '', ``hidden`` or ``unsaved``."""

    key: str
    type: str
    summary: str
    state: str = ""


class BlockListModel(QAbstractListModel):
    """``dropped`` carries (key, place among the others)."""

    dropped = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[BlockCard, ...] = ()

    def show_cards(self, cards: Sequence[BlockCard]) -> None:
        """Other cards; those with the same keys in the same order stay where they are."""
        same = [card.key for card in cards] == [card.key for card in self.cards]
        if same:
            self.cards = tuple(cards)
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
        else:
            self.beginResetModel()
            self.cards = tuple(cards)
            self.endResetModel()

    def find(self, key: str) -> int:
        """The place of a block, -1 when it is not there."""
        return next((place for place, card in enumerate(self.cards) if card.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All blocks."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is heard, and the card to paint."""
        if not index.isValid() or not 0 <= index.row() < len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in texts:
            return f"{index.row() + 1}. {type_name(card.type)}: {card.summary}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be dragged, and dropped between others."""
        usual = super().flags(index)
        return usual | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """A drop moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Blocks only."""
        return [MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The key of what is dragged."""
        data = QMimeData()
        for index in list(indexes)[:1]:
            data.setData(MIME, self.cards[index.row()].key.encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tells the drop. Answers False: the view must not move lines itself."""
        key = bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""
        place = self.find(key)
        if place >= 0:
            row = row if row >= 0 else len(self.cards)
            self.dropped.emit(key, row - 1 if row > place else row)
        return False


class BlockDelegate(QStyledItemDelegate):
    """A card: icon, type, first words, and a chip where a block is hidden or not saved yet."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.states: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are equally high."""
        return QSize(self._theme.px(120), self._theme.px(62))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one card."""
        card: BlockCard = index.data(CARD_ROLE)
        px, tokens = self._theme.px, self._theme.tokens
        area = QRectF(option.rect).adjusted(px(2), px(3), -px(2), -px(3))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if selected else tokens.border), 1))
        painter.setBrush(QColor(tokens.row_selected if selected else tokens.surface))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.field, RADIUS.field)
        rect, side = area.toRect(), px(18)
        color = "outline" if card.state == "hidden" else "accent" if selected else "muted"
        icon = self._icons.pixmap(type_icon(card.type), side, color, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() + px(12), rect.center().y() - side // 2 + 1, icon)
        words = rect.adjusted(side + px(24), px(8), -px(10), -px(8))
        self._paint_words(painter, words, card)
        painter.restore()

    def _paint_words(self, painter: QPainter, words: QRect, card: BlockCard) -> None:
        tokens, elide = self._theme.tokens, Qt.TextElideMode.ElideRight
        half = words.height() // 2
        upper, lower = words.adjusted(0, 0, 0, -half), words.adjusted(0, half, 0, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font("medium"))
        painter.setPen(QColor(tokens.muted if card.state == "hidden" else tokens.text))
        painter.drawText(upper, left, painter.fontMetrics().elidedText(type_name(card.type), elide, upper.width()))
        room = 0
        if card.state:
            painter.setFont(self._theme.font("chip"))
            text = self.states.get(card.state, card.state)
            room = chip_size(painter.font(), text).width() + self._theme.px(6)
            tone = "warn" if card.state == "unsaved" else "neutral"
            paint_chip(painter, QRect(lower.left(), lower.top(), room, lower.height()), text, tone, tokens)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.muted))
        rest = lower.adjusted(room, 0, 0, 0)
        painter.drawText(rest, left, painter.fontMetrics().elidedText(card.summary, elide, rest.width()))


class BlockListView(QListView):
    """``chosen`` names the block a person went to; ``asked`` carries an act (up, down, duplicate, hide, remove)."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, model: BlockListModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.delegate = BlockDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self._choosing = False
        self.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    def choose(self, key: str) -> None:
        """Mark a block without telling."""
        place = self._model.find(key)
        index = self._model.index(place) if place >= 0 else QModelIndex()
        self._choosing = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._choosing = False
        if index.isValid():
            self.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._choosing:
            self.chosen.emit(self._model.cards[current.row()].key)

    def event(self, event: QEvent) -> bool:
        """These keys are the list's while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, duplicates, hides and removes by keys."""
        act = _act(event)
        if act and self.currentIndex().isValid():
            self.asked.emit(act)
        else:
            super().keyPressEvent(event)


def _act(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain = Qt.KeyboardModifier.NoModifier
    keys = {
        (_ALT, Qt.Key.Key_Up): "up",
        (_ALT, Qt.Key.Key_Down): "down",
        (_CTRL, Qt.Key.Key_D): "duplicate",
        (_CTRL, Qt.Key.Key_H): "hide",
        (plain, Qt.Key.Key_Delete): "remove",
    }
    return keys.get((modifiers, Qt.Key(event.key())), "")
