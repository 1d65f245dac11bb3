"""The Calendar page: what the clock will publish and take back, day by day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.locale import format_number, local_time
from rustok_desktop.gui.actions import no_mnemonic
from rustok_desktop.gui.agenda.agenda_list import AgendaDelegate, AgendaModel
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.agenda import PUBLISH, Appointment, DoNow, ReadAgenda, Reschedule
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250
_BACK, _AHEAD = timedelta(days=2), timedelta(days=732)
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class AgendaPage(QWidget):
    """Choose a line to move it, to call it off, or to do it now."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._asked = 0
        self.front: Appointment | None = None
        icons = services.icons
        self.header = PageHeader()
        self.model = AgendaModel(self)
        self.list = QListView()
        self.title, self.act = QLabel(), Chip()
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("dd.MM.yyyy HH:mm")
        self.when_field = FormField("", self.when)
        self.move_button = Button(variant="primary")
        self.now_button = Button("", icons.icon("clock", "text"))
        self.off_button = Button("", icons.icon("x", "text"))
        self.show_button = Button("", icons.icon("external", "text"))
        self.write_button = Button("", icons.icon("article", "on_accent"), "primary")
        self.empty = EmptyState(icons.icon("calendar", "muted"), actions=(self.write_button,))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.read()

    def _lay_out(self) -> None:
        px = self._services.theme.px
        self.list.setModel(self.model)
        self.list.setItemDelegate(AgendaDelegate(self._services.theme, self.model, self.list))
        self.list.setUniformItemSizes(True)
        left = Card(margin=1)
        left.body.addWidget(self.list)
        self.card = Card(margin=SPACE.l)
        chip = QHBoxLayout()
        chip.addWidget(self.act)
        chip.addStretch(1)
        body = self.card.body
        body.addWidget(self.title)
        body.addLayout(chip)
        body.addWidget(self.when_field)
        for button in (self.move_button, self.now_button, self.off_button, self.show_button):
            body.addWidget(button)
        body.addStretch(1)
        self.card.setMinimumWidth(px(250))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([px(760), px(280)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.doubleClicked.connect(self.show_text)
        self.move_button.clicked.connect(self.reschedule)
        self.now_button.clicked.connect(self.do_now)
        self.off_button.clicked.connect(self.call_off)
        self.show_button.clicked.connect(self.show_text)
        self.write_button.clicked.connect(self._write)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))

    def _ask(self, operation: Any, on_result: Any, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=write)

    @Slot()
    def read(self) -> None:
        """Read the appointments again."""
        self._asked += 1
        now = datetime.now(UTC)
        question = ReadAgenda((now - _BACK).strftime(_TIME), (now + _AHEAD).strftime(_TIME))
        self._ask(question, partial(self._listed, self._asked))

    def _listed(self, asked: int, appointments: tuple[Appointment, ...]) -> None:
        if asked != self._asked:
            return
        before = self.front
        self.model.show_appointments(appointments, datetime.now().astimezone().date())
        self.header.set_count(format_number(len(appointments), self._services.translator.language))
        self.stack.setCurrentWidget(self.splitter if appointments else self.empty)
        place = self.model.find(before.row.id, before.act) if before is not None else -1
        index = self.model.index(place if place >= 0 else 1) if appointments else QModelIndex()
        if not appointments:
            self.front = None
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or "node" in notice.kinds) and not self._timer.isActive():
            self._timer.start()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = self.model.lines[current.row()] if current.isValid() else None
        self.front = line if isinstance(line, Appointment) else None
        if self.front is not None:
            self.title.setText(self.front.row.title)
            self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(local_time(self.front.at).timestamp())))
        self._show_words()

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def reschedule(self) -> None:
        """To the time that stands in the field."""
        if self.front is not None:
            at = datetime.fromtimestamp(self.when.dateTime().toSecsSinceEpoch(), UTC).strftime(_TIME)
            text = self.tr("“{title}” has another time").format(title=self.front.row.title)
            self._ask(Reschedule(self.front, at), partial(self._done, text), write=True)

    @Slot()
    def call_off(self) -> None:
        """The clock leaves it alone."""
        if self.front is not None:
            text = self.tr("“{title}” is not scheduled any more").format(title=self.front.row.title)
            self._ask(Reschedule(self.front, None), partial(self._done, text), write=True)

    @Slot()
    def do_now(self) -> None:
        """Publish or take back at once."""
        if self.front is not None:
            published = self.front.act == PUBLISH
            text = self.tr("“{title}” is published") if published else self.tr("“{title}” is a draft again")
            done = partial(self._done, text.format(title=self.front.row.title))
            self._ask(DoNow(self.front), done, write=True)

    def _done(self, text: str, saved: NodeSaved) -> None:
        if saved.txid is not None:
            offer_undo(self._services, self, text, saved.txid, self.read)
        self.read()

    @Slot()
    def show_text(self) -> None:
        """Go to the text."""
        if self.front is not None:
            self._services.navigator.go("content", node_id=self.front.row.id)

    @Slot()
    def _write(self) -> None:
        self._services.navigator.go("content")

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    # -- words -------------------------------------------------------------------------------------

    def _show_words(self) -> None:
        publishes = self.front is None or self.front.act == PUBLISH
        self.act.set_chip(
            self.tr("goes live") if publishes else self.tr("is taken back"), "ok" if publishes else "warn"
        )
        self.now_button.setText(self.tr("Publish now") if publishes else self.tr("Take back now"))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Calendar"))
        self.list.setAccessibleName(self.tr("What the clock will do"))
        self.when_field.set_label(self.tr("Day and time"))
        self.move_button.setText(self.tr("Change the time"))
        self.off_button.setText(self.tr("Call it off"))
        self.show_button.setText(self.tr("Show the text"))
        self.write_button.setText(no_mnemonic(self.tr("To Pages & posts")))
        self.empty.set_texts(
            self.tr("Nothing is scheduled"),
            self.tr("Give a draft a day and an hour, and it goes live by itself; here you see when."),
        )
        self.model.language = self._services.translator.language
        self.model.words = {
            "today": self.tr("Today"),
            "tomorrow": self.tr("Tomorrow"),
            "publish_at": self.tr("goes live"),
            "unpublish_at": self.tr("is taken back"),
        }
        self.list.viewport().update()
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
