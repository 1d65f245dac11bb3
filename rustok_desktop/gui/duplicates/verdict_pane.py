"""What was said to be no duplicates, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.matching_views import Distinction, ToldApart, ToldPage
from rustok_desktop.core.locale import format_date, local_time
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.duplicates import ReadToldApart, TakeBack
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.noted_list import NotedDelegate, NotedListModel

_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class VerdictPane(QWidget):
    """The latest first. ``listed`` follows every reading, ``taken_back`` what may be found alike again."""

    listed = Signal()
    taken_back = Signal()
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._next: str | None = None
        self._asked = 0
        self.model = NotedListModel(_name, lambda _row: "copy", self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(NotedDelegate(services.theme, services.icons, self.list))
        self.list.setUniformItemSizes(True)
        self.list.installEventFilter(self)
        self.take_button = Button("", services.icons.icon("undo", "text"))
        self.older_button = Button(variant="ghost")
        self.nothing = EmptyState(services.icons.icon("copy", "muted"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._check)
        self.take_button.clicked.connect(self._take)
        self.older_button.clicked.connect(self._read_older)
        self.retranslate()

    def _lay_out(self) -> None:
        frame = Card(margin=1)
        frame.body.addWidget(self.list)
        self.sheets = QStackedWidget()
        self.sheets.addWidget(frame)
        self.sheets.addWidget(self.nothing)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.take_button)
        foot.addStretch(1)
        foot.addWidget(self.older_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.sheets, 1)
        column.addLayout(foot)

    # -- reading -----------------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """From the latest on."""
        self._asked += 1
        self._ask(ReadToldApart(), partial(self._show, self._asked, ()))

    @Slot()
    def _read_older(self) -> None:
        self._asked += 1
        self._ask(ReadToldApart(self._next), partial(self._show, self._asked, self.model.rows))

    def _show(self, asked: int, before: tuple[ToldApart, ...], page: ToldPage) -> None:
        if asked != self._asked:
            return
        self._next = page.next
        chosen, row = self._chosen(), self.list.currentIndex().row()
        rows = (*before, *page.rows)
        self.model.show_rows(rows, [self._note(one) for one in rows])
        found = self.model.find(chosen.id if chosen is not None else None)
        place = self.model.index(found if found >= 0 else max(0, min(row, len(rows) - 1)))
        self.list.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.sheets.setCurrentIndex(0 if rows else 1)
        self.older_button.setVisible(self._next is not None)
        self._check()
        self.listed.emit()

    # -- taking back -------------------------------------------------------------------------------

    def _chosen(self) -> ToldApart | None:
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @Slot()
    def _check(self) -> None:
        self.take_button.setEnabled(self._chosen() is not None)
        self.take_button.setVisible(bool(self.model.rows))

    @Slot()
    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.take_button.setEnabled(False)  # until the list is read again
            self._ask(TakeBack(chosen.id), self._taken, write=True)

    def _taken(self, done: Distinction) -> None:
        text = self.tr("These %Ln product(s) may be found as duplicates again", "", len(done.product_ids))
        offer_undo(self._services, self, text, done.txid, self.read)
        self.taken_back.emit()
        self.read()

    def _ask(self, operation: Any, on_result: Callable[[Any], None], *, write: bool = False) -> None:
        self._services.client.submit(
            operation, on_result=on_result, on_error=self._missed, alive=partial(isValid, self), write=write
        )

    def _missed(self, error: BaseException) -> None:
        self._check()
        self.failed.emit(error)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Delete takes back."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _DELETE:
            return False
        self._take()
        return True

    # -- words -------------------------------------------------------------------------------------

    def _note(self, row: ToldApart) -> str:
        language = self._services.translator.language
        parts = [format_date(local_time(row.said_at), language), self.tr("%Ln product(s)", "", len(row.products))]
        trashed = sum(one.in_trash for one in row.products)
        if trashed:
            parts.append(self.tr("%Ln in the trash", "", trashed))
        return "  ·  ".join(parts)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.take_button.setText(self.tr("Take back"))
        self.take_button.setToolTip(self.tr("They may be found as duplicates again"))
        self.older_button.setText(self.tr("Show older"))
        self.nothing.set_texts(
            self.tr("Nothing was told apart yet"),
            self.tr("Groups of which you said that they are no duplicates stand here and can be taken back."),
        )
        self.list.setAccessibleName(self.tr("Products that are no duplicates"))
        chosen = self.list.currentIndex().row()
        self.model.show_rows(self.model.rows, [self._note(row) for row in self.model.rows])
        self.list.setCurrentIndex(self.model.index(max(0, chosen)))
        self.older_button.setVisible(self._next is not None)
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _name(row: ToldApart) -> str:
    return "  ·  ".join(one.title for one in row.products)
