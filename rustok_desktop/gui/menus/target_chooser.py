"""A field that finds what a link may lead to."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.menus.menu_texts import ICONS, kind_text
from rustok_desktop.gui.operations.targets import FindTargets, Target
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.search_field import SearchField

ALL = ("page", "product", "category", "post", "article")
TARGET_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|[/#])\S*", re.IGNORECASE)
_BARE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_ROWS = 6
Index = QModelIndex | QPersistentModelIndex


def as_address(text: str) -> str | None:
    """What was typed as an address, if it is one: ``example.com/a`` is completed."""
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return text
    return f"https://{text}" if _BARE.fullmatch(text) else None


class TargetDelegate(QStyledItemDelegate):
    """Icon, title, and at the right what kind of thing it is."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(120), self._theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        target = index.data(TARGET_ROLE)
        px, tokens, rect = self._theme.px, self._theme.tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.row_selected))
        side = px(16)
        icon = self._icons.pixmap(ICONS[target.kind], side, "muted", painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() + px(10), rect.center().y() - side // 2 + 1, icon)
        note = kind_text(target.kind)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.muted))
        right = rect.adjusted(0, 0, -px(12), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        room = painter.fontMetrics().horizontalAdvance(note) + px(24)
        painter.setFont(self._theme.font("body"))
        painter.setPen(QColor(tokens.text))
        words = rect.adjusted(side + px(20), 0, -room, 0)
        shown = painter.fontMetrics().elidedText(target.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class _Hits(QListView):
    """Enter takes the hit, Escape and going up beyond the first go back to the field."""

    taken = Signal(QModelIndex)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list of hits."""
        key, first = event.key(), self.currentIndex().row() <= 0
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and first):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TargetChooser(QWidget):
    """Typing finds things of ``kinds``; what looks like an address is offered as one where ``addresses`` may be.

    ``chosen`` carries a Target; ``searching`` says whether hits are shown; ``failed`` carries errors.
    """

    chosen = Signal(object)
    searching = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        services: GuiServices,
        kinds: tuple[str, ...] = ALL,
        *,
        addresses: bool = True,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._kinds, self._addresses, self._asked = services, kinds, addresses, 0
        self._fills = fills
        self.field = SearchField(services.icons)
        self.model = QStandardItemModel(self)
        self.hits = _Hits()
        self.hits.setModel(self.model)
        self.hits.setItemDelegate(TargetDelegate(services.theme, services.icons, self.hits))
        self.hits.setUniformItemSizes(True)
        self.hits.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        if not fills:
            self.hits.setProperty("framed", True)
        self.nothing = QLabel()
        self.nothing.setProperty("role", "hint")
        self.nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.hits, 1)
        self.field.searched.connect(self._search)
        self.field.installEventFilter(self)
        self.hits.clicked.connect(self._take)
        self.hits.taken.connect(self._take)
        self.hits.left.connect(self.field.setFocus)
        self._show(())
        self.retranslate()

    def set_kinds(self, kinds: tuple[str, ...]) -> None:
        """Look for other things."""
        self._kinds = kinds

    def set_placeholder(self, text: str) -> None:
        """What the field asks for."""
        self.field.set_placeholder(text)

    @Slot()
    def clear(self) -> None:
        """Search for nothing."""
        self.field.clear_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the hits, Enter takes the first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.model.rowCount():
            if event.key() == Qt.Key.Key_Down:
                self.hits.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.hits.currentIndex())
                return True
        return False

    @Slot(str)
    def _search(self, text: str) -> None:
        self._asked += 1
        if not text:
            self._show(())
            return
        self._services.client.submit(
            FindTargets(text, self._kinds),
            on_result=partial(self._found, self._asked, text),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _found(self, asked: int, text: str, found: tuple[Target, ...]) -> None:
        if asked == self._asked:
            address = as_address(text) if self._addresses else None
            own = (Target("address", address, text.strip()),) if address is not None else ()
            self._show((*own, *found))

    def _show(self, targets: tuple[Target, ...]) -> None:
        self.model.clear()
        for target in targets:
            item = QStandardItem(f"{target.title}, {kind_text(target.kind)}")
            item.setData(target, TARGET_ROLE)
            self.model.appendRow(item)
        asked = bool(self.field.text().strip())
        self.hits.setVisible(bool(targets))
        self.nothing.setVisible(asked and not targets)
        if targets:
            self.hits.setCurrentIndex(self.model.index(0, 0))
            if not self._fills:
                self.hits.setFixedHeight(self._services.theme.px(34) * min(_ROWS, len(targets)) + 4)
        self.searching.emit(asked)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        target = index.data(TARGET_ROLE)
        if isinstance(target, Target):
            self.clear()
            self.chosen.emit(target)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.hits.setAccessibleName(self.tr("Found"))
        self.nothing.setText(self.tr("Nothing found. Try another word, or type an address such as /about."))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
