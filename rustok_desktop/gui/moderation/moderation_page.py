"""The Comments & forum page: what waits for a verdict, what had one, the forum's topics, each with its discussion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QItemSelection, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.locale import format_number
from rustok_desktop.core.state_machine import MODERATION
from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.history.take_back import offer_step_undo, offer_undo
from rustok_desktop.gui.moderation.said_list import SaidModel, SaidView
from rustok_desktop.gui.moderation.thread_panel import ThreadPanel
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.moderation import (
    ChangeThread,
    Judge,
    Judged,
    ReadSaid,
    ReadThread,
    ReadTopics,
    RemoveSaid,
    Reply,
    SaidPage,
    ThreadShown,
)
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

VERDICTS = ("pending", "approved", "rejected", "hidden")
TOPICS = len(VERDICTS)
_REFRESH_MS = 200
_OPEN = str(QT_TRANSLATE_NOOP("ModerationPage", "What waits for a verdict"))


class ModerationPage(QWidget):
    """Verdicts fall on everything chosen; the next in the list comes to the front."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._asked = self._thread_asked = 0
        self._place, self._front, self._thread_id = 0, "", ""
        self._counts: dict[str, int] = {}
        icons = services.icons
        self.header = PageHeader()
        self.tabs = TabStrip()
        self.kind, self.category = FilterBox(), FilterBox()
        self.model = SaidModel(self)
        self.view = SaidView(self.model, services.theme, icons)
        self.buttons = {
            "approve": Button("", icons.icon("check", "on_accent"), "primary", compact=True),
            "reject": Button("", icons.icon("x", "text"), compact=True),
            "hide": Button("", icons.icon("eye-off", "text"), compact=True),
            "remove": Button("", icons.icon("trash", "text"), compact=True),
        }
        self.panel = ThreadPanel(services)
        self.empty = EmptyState(icons.icon("comment", "muted"))
        self.nothing = EmptyState(icons.icon("comment", "muted"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self.retranslate()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        px = self._services.theme.px
        self.header.add_action(self.category)
        self.header.add_action(self.kind)
        acts, flow = QVBoxLayout(), FlowLayout(spacing=SPACE.s)
        acts.setContentsMargins(px(10), px(10), px(10), 0)
        acts.addLayout(flow)
        for button in self.buttons.values():
            flow.addWidget(button)
        left, right = Card(margin=1), Card(margin=1)
        self.stack, self.side = QStackedWidget(), QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self.side.addWidget(self.panel)
        self.side.addWidget(self.nothing)
        self.side.setCurrentWidget(self.nothing)
        left.body.addLayout(acts)
        left.body.addWidget(self.stack, 1)
        right.body.addWidget(self.side)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setSizes([px(480), px(560)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._other_list)
        self.kind.chosen.connect(self._other_list)
        self.category.chosen.connect(self._other_list)
        self.model.more_asked.connect(self._read_more)
        self.view.front.connect(self._to_front)
        self.view.asked.connect(self.judge)
        self.view.opened.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.panel.changed.connect(self._change_thread)
        self.panel.replied.connect(self._reply)
        self.panel.open_asked.connect(self._open)
        for verdict, button in self.buttons.items():
            button.setProperty("verdict", verdict)
            button.clicked.connect(self._pressed)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))
        words = ("comment", "moderate", "forum", "review", "комментарии", "модерация", "форум", "отзывы")
        text = partial(QCoreApplication.translate, "ModerationPage", _OPEN)
        self._services.actions.register(
            Action("moderation.open", text, self.show_waiting, "products", icon="comment", keywords=words)
        )

    def _ask(self, operation: Any, on_result: Any, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=write)

    # -- reading -----------------------------------------------------------------------------------

    @property
    def topics(self) -> bool:
        """The forum's topics are shown, not what waits or had a verdict."""
        return self.tabs.currentIndex() == TOPICS

    @Slot()
    def _other_list(self) -> None:
        self._place, self._front = 0, ""
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the list, and the discussion in front, again."""
        self._asked += 1
        self._ask(self._question(None), partial(self._listed, self._asked, False))

    def _question(self, after: str | None) -> Any:
        if self.topics:
            return ReadTopics(str(self.category.value() or ""))
        return ReadSaid(VERDICTS[max(0, self.tabs.currentIndex())], str(self.kind.value() or ""), after)

    @Slot(str)
    def _read_more(self, after: str) -> None:
        self._ask(self._question(after), partial(self._listed, self._asked, True))

    def _listed(self, asked: int, append: bool, page: SaidPage) -> None:
        if asked != self._asked:
            return
        self._counts = page.counts
        self.view.delegate.chips = self.topics
        front, place = self._front, self._place
        self.model.show_rows(page.rows, page.next, append=append)
        if not append:
            self.view.choose(front, place)
        if self.topics:
            self.category.set_choices([("", self.tr("all")), *page.categories])
        self.kind.setVisible(not self.topics)
        self.category.setVisible(self.topics and len(page.categories) > 1)
        self.stack.setCurrentWidget(self.view if self.model.rows else self.empty)
        self._show_counts()
        self._selected()

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or "node" in notice.kinds) and not self._timer.isActive():
            self._timer.start()

    @Slot(str)
    def _to_front(self, node_id: str) -> None:
        place = self.model.find(node_id)
        if place < 0:
            self.side.setCurrentWidget(self.nothing)
            return
        self._front, self._place = node_id, place
        self._thread_id = self.model.rows[place].thread_id
        self._read_thread()

    def _read_thread(self) -> None:
        self._thread_asked += 1
        self._ask(ReadThread(self._thread_id), partial(self._show_thread, self._thread_asked))

    def _show_thread(self, asked: int, thread: ThreadShown) -> None:
        if asked == self._thread_asked:
            self.panel.show_thread(thread, self._front)
            self.side.setCurrentWidget(self.panel)

    @Slot()
    def show_waiting(self) -> None:
        """What waits for a verdict."""
        if not self.isVisible():
            self._services.navigator.go("moderation")
        self.tabs.setCurrentIndex(0)
        self.view.setFocus()

    def open_with(self, waiting: bool = False) -> None:
        """What the navigator asks for."""
        if waiting:
            self.tabs.setCurrentIndex(0)

    # -- acts --------------------------------------------------------------------------------------

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, *_changes: object) -> None:
        rows = self.view.selected()
        for verdict, button in self.buttons.items():
            allowed = verdict == "remove" or all(verdict in MODERATION.allowed(row.moderation) for row in rows)
            button.setEnabled(bool(rows) and allowed)

    @Slot()
    def _pressed(self) -> None:
        self.judge(str(self.sender().property("verdict")))

    @Slot(str)
    def judge(self, verdict: str) -> None:
        """approve, reject, hide or remove what is chosen."""
        rows = self.view.selected()
        if not rows or not self.buttons[verdict].isEnabled():
            return
        self._place = min(self.model.find(row.id) for row in rows)
        self._front = ""
        ids = tuple(row.id for row in rows)
        operation = RemoveSaid(ids) if verdict == "remove" else Judge(ids, verdict)
        self._ask(operation, partial(self._judged, verdict), write=True)

    def _judged(self, verdict: str, judged: Judged) -> None:
        texts = {
            "approve": self.tr("%Ln approved", "", judged.count),
            "reject": self.tr("%Ln rejected", "", judged.count),
            "hide": self.tr("%Ln hidden", "", judged.count),
            "remove": self.tr("%Ln moved to the trash", "", judged.count),
        }
        if judged.count:
            offer_step_undo(self._services, self, texts[verdict], judged.step_id, self.read)
        self.read()

    @Slot(object)
    def _change_thread(self, fields: dict[str, Any]) -> None:
        thread = self.panel.shown
        if thread is not None:
            self._ask(
                ChangeThread(thread.id, thread.version, fields), partial(self._thread_changed, fields), write=True
            )

    def _thread_changed(self, fields: dict[str, Any], saved: NodeSaved) -> None:
        texts = {
            ("pinned", True): self.tr("Pinned: it stands first now"),
            ("pinned", False): self.tr("Not pinned any more"),
            ("locked", True): self.tr("Locked: only staff can reply"),
            ("locked", False): self.tr("Everybody can reply again"),
            ("state", "closed"): self.tr("The discussion is closed"),
            ("state", "open"): self.tr("The discussion goes on"),
        }
        if saved.txid is not None:
            offer_undo(self._services, self, texts[next(iter(fields.items()))], saved.txid, self.read)
        self.read()

    @Slot(str)
    def _reply(self, text: str) -> None:
        thread = self.panel.shown
        if thread is not None and text:
            answers = self._front if self._front != thread.id else None
            self._ask(Reply(thread.id, text, answers), self._replied, write=True)

    def _replied(self, _saved: NodeSaved) -> None:
        self.panel.answer.clear()
        self.read()

    @Slot()
    def _open(self) -> None:
        thread = self.panel.shown
        if thread is not None and thread.kind != "forum_topic":
            self._services.navigator.go("content", node_id=thread.id)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)
        if not self._timer.isActive():
            self._timer.start()  # somebody else may have judged or removed it meanwhile

    # -- words -------------------------------------------------------------------------------------

    def _show_counts(self) -> None:
        names = (self.tr("Waiting"), self.tr("Approved"), self.tr("Rejected"), self.tr("Hidden"))
        counts = [self._counts.get(verdict, 0) for verdict in VERDICTS]
        language = self._services.translator.language
        texts = [
            f"{name}  {format_number(n, language) if n else ''}".rstrip() for name, n in zip(names, counts, strict=True)
        ]
        self.tabs.blockSignals(True)
        self.tabs.set_tabs([*texts, self.tr("Forum topics")])
        self.tabs.blockSignals(False)
        self._show_empty()

    def _show_empty(self) -> None:
        texts = {
            0: (self.tr("Nothing waits"), self.tr("What customers write appears here before others can read it.")),
            TOPICS: (
                self.tr("No topics yet"),
                self.tr("Topics of the forum appear here, to be pinned, locked or closed."),
            ),
        }
        usual = (self.tr("Nothing here"), self.tr("No comment, reply or topic had this verdict."))
        self.empty.set_texts(*texts.get(self.tabs.currentIndex(), usual))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Comments & forum"))
        self.tabs.setAccessibleName(self.tr("Verdict"))
        self.kind.set_label(self.tr("Kind"))
        kinds = (self.tr("all"), self.tr("comments"), self.tr("replies"), self.tr("topics"))
        self.kind.set_choices(list(zip(("", "comment", "forum_reply", "forum_topic"), kinds, strict=True)))
        self.category.set_label(self.tr("Category"))
        self.view.setAccessibleName(self.tr("What people said"))
        self.view.setAccessibleDescription(self.tr("A approves, R rejects, H hides, Del moves to the trash."))
        self.view.delegate.language = self._services.translator.language
        self.view.delegate.somebody = self.tr("The shop")
        names = (self.tr("Waiting"), self.tr("Approved"), self.tr("Rejected"), self.tr("Hidden"))
        self.view.delegate.states = dict(zip(VERDICTS, names, strict=True))
        words = {
            "approve": (self.tr("Approve"), "A"),
            "reject": (self.tr("Reject"), "R"),
            "hide": (self.tr("Hide"), "H"),
            "remove": (self.tr("Delete"), "Del"),
        }
        for verdict, (text, key) in words.items():
            self.buttons[verdict].setText(text)
            self.buttons[verdict].setToolTip(f"{text} ({key})")
        self.nothing.set_texts(self.tr("Nothing chosen"), self.tr("Choose a line to read it in its discussion."))
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
