"""The Trash page: everything deleted, whatever it was, with a way back and an end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.trash import BringBack, Emptied, PurgeForGood, ReadTrash
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.trash.trash_table_model import KIND, NAME, WHEN, TrashTableModel
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.history.views import TrashedThing, TrashList

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250


class TrashPage(QWidget):
    """Restoring is an act like any other and can be undone; purging asks first, and cannot."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._more = False
        self._stale = True  # read when it comes in sight
        self.header = PageHeader()
        self.model = TrashTableModel(self)
        self.search = SearchField(services.icons)
        self.table = QTableView()
        self.restore_button = Button("", services.icons.icon("undo", "text"))
        self.purge_button = Button("", services.icons.icon("trash", "text"))
        self.empty_button = Button("", services.icons.icon("eraser", "text"))
        self.empty = EmptyState(services.icons.icon("trash", "muted"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (KIND, WHEN):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(WHEN, Qt.SortOrder.DescendingOrder)
        head.setSectionsClickable(True)
        head.sortIndicatorChanged.connect(self.model.sort)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        px = self._services.theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(36))
        self.table.horizontalHeader().setFixedHeight(px(36))
        self.table.horizontalHeader().resizeSection(KIND, px(160))
        self.table.horizontalHeader().resizeSection(WHEN, px(200))

    def _lay_out(self) -> None:
        theme = self._services.theme
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.search, 1)
        for button in (self.restore_button, self.purge_button, self.empty_button):
            row.addWidget(button)
        card = Card(margin=1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        card.body.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(18), theme.px(18), theme.px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addLayout(row)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.model.filter)
        self.model.modelReset.connect(self._show_state)
        self.table.selectionModel().selectionChanged.connect(self._check)
        self.restore_button.clicked.connect(self.restore)
        self.purge_button.clicked.connect(self.purge)
        self.empty_button.clicked.connect(self.purge_all)
        self._services.theme.changed.connect(self.restyle)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))

    def showEvent(self, event: QShowEvent) -> None:
        """Comes in sight."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self):
            return
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def read(self) -> None:
        """Read the trash again."""
        self._stale = False
        alive = partial(isValid, self)
        self._services.client.submit(ReadTrash(), on_result=self._show, on_error=self._not_read, alive=alive)

    def _show(self, page: TrashList) -> None:
        self._more = page.more
        if page.things != self.model.things:
            self.model.show_things(page.things)
        self._show_state()

    def chosen(self) -> tuple[TrashedThing, ...]:
        """The selected things."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(thing for row in rows if (thing := self.model.thing(row)) is not None)

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def restore(self) -> None:
        """Bring the selected things back."""
        chosen = self.chosen()
        if chosen:
            self._submit(BringBack(chosen), self._restored)

    def _restored(self, result: Emptied) -> None:
        names = self._names(result.done)
        text = self.tr("Restored: {names}").format(names=names) if result.done else ""
        self._tell(text, result)

    @Slot()
    def purge(self) -> None:
        """Ask, then delete the selected things for good."""
        self._ask_purge(self.chosen())

    @Slot()
    def purge_all(self) -> None:
        """Ask, then delete for good all that is listed."""
        self._ask_purge(self.model.things)

    def _ask_purge(self, things: tuple[TrashedThing, ...]) -> None:
        if not things:
            return
        title = self.tr("Delete %Ln thing(s) for good?", "", len(things))
        text = self.tr("{names} will be gone with everything that belongs to them. This cannot be undone.")
        buttons = (
            PromptButton("cancel", self.tr("Cancel")),
            PromptButton("purge", self.tr("Delete for good"), "danger"),
        )
        answered = partial(self._purge_answered, things)
        self._services.prompter.ask(self, title, text.format(names=self._names(things)), buttons, answered)

    def _purge_answered(self, things: tuple[TrashedThing, ...], answer: str | None) -> None:
        if answer == "purge":
            self._submit(PurgeForGood(things), self._purged)

    def _purged(self, result: Emptied) -> None:
        text = self.tr("%Ln thing(s) deleted for good", "", len(result.done)) if result.done else ""
        self._tell(text, result)

    def _tell(self, text: str, result: Emptied) -> None:
        self.read()
        if result.error is None:
            self._services.notices.show(text, "ok")
            return
        language = self._services.translator.language
        fields = [problem.text(language) for problem in result.error.fields]
        reason = fields[0] if len(fields) == 1 else result.error.text(language)
        left = self.tr("%Ln left in the trash", "", result.refused)
        parts = [part for part in (text, left, reason) if part]
        self._services.notices.show(" · ".join(parts), "warn" if result.done else "error")

    def _submit(self, operation: Operation, on_result: Callable[[Emptied], None]) -> None:
        self._services.client.submit(
            operation, on_result=on_result, on_error=self._failed, alive=partial(isValid, self), write=True
        )

    def _not_read(self, error: BaseException) -> None:
        self._stale = True
        self._failed(error)

    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    def _names(self, things: tuple[TrashedThing, ...]) -> str:
        shown = [f"“{thing.name}”" for thing in things[:3]]
        rest = len(things) - len(shown)
        more = [self.tr("%Ln more", "", rest)] if rest else []
        return ", ".join(shown + more)

    # -- words -------------------------------------------------------------------------------------

    @Slot()
    def _check(self) -> None:
        chosen = bool(self.chosen())
        self.restore_button.setEnabled(chosen)
        self.purge_button.setEnabled(chosen)
        self.empty_button.setEnabled(bool(self.model.things))

    @Slot()
    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if self.model.things:
            self.empty.set_texts(self.tr("Nothing found"), self.tr("Nothing in the trash has these letters in it."))
        else:
            text = self.tr("Deleted products, pages and posts, categories, collections, tags and pictures wait here.")
            self.empty.set_texts(self.tr("The trash is empty"), text)
        count = format_number(len(self.model.things), self._services.translator.language)
        self.header.set_count(self.tr("the latest {count}").format(count=count) if self._more else count)
        self._check()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Trash"))
        self.search.set_placeholder(self.tr("Find in the trash"))
        self.table.setAccessibleName(self.tr("Trash"))
        self.restore_button.setText(self.tr("Restore"))
        self.purge_button.setText(self.tr("Delete for good…"))
        self.empty_button.setText(self.tr("Empty trash…"))
        heads = (self.tr("NAME"), self.tr("KIND"), self.tr("DELETED"))
        self.model.set_texts(heads, self._services.translator.language)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
