"""The Home page: what needs attention, quick acts, activity, stock value, searches without hits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.home.activity_card import ActivityCard
from rustok_desktop.gui.home.attention import CHECKS, Concern, concerns
from rustok_desktop.gui.home.attention_card import AttentionCard
from rustok_desktop.gui.home.home_texts import greeting, long_date
from rustok_desktop.gui.home.import_pages import page_of, things_of
from rustok_desktop.gui.home.quick_act import QuickAct
from rustok_desktop.gui.home.searches_card import SearchesCard
from rustok_desktop.gui.home.stock_card import StockCard
from rustok_desktop.gui.operations.home import (
    HomeFacts,
    forget_search,
    read_activity,
    read_home,
    read_stock_value,
    rebuild_index,
)
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.runtime.overview_views import Act, ActivityPage, StockValue

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 300
_BULK_MS = 3000  # while an import runs: adding up the stock is work too
_CARD_WIDTH = 176
_NARROW = 900


class HomePage(QWidget):
    """Reads when it is shown and after changes, at most a few times a second; nothing while it is hidden."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._facts: HomeFacts | None = None
        self._stale = True
        self.cards: list[AttentionCard] = []
        self.title, self.subtitle = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.subtitle.setProperty("role", "muted")
        self.search = QPushButton(services.icons.icon("search", "muted"), "")
        self.search.setProperty("role", "omni")
        self.needs, self.checks = QLabel(), QLabel()
        self.needs.setProperty("role", "section")
        self.checks.setProperty("role", "hint")
        self.new = QuickAct(services, "plus", solid=True)
        self.importing = QuickAct(services, "upload")
        self.find_act = QuickAct(services, "search")
        self.activity = ActivityCard(services)
        self.stock = StockCard(services)
        self.searches = SearchesCard(services)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))

    # -- building ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self._services.theme.px
        inner = QWidget()
        inner.setProperty("surface", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addLayout(self._row((self.title, self.subtitle), self.search))
        column.addLayout(self._row((self.needs, self.checks)))
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE.m)
        column.addLayout(self._grid)
        quick = QHBoxLayout()
        quick.setSpacing(SPACE.m)
        for act in (self.new, self.importing, self.find_act):
            quick.addWidget(act, 1)
        column.addLayout(quick)
        self._right = right = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        right.setSpacing(SPACE.m)
        right.addWidget(self.stock, 1)
        right.addWidget(self.searches)
        self._lower = lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        lower.setSpacing(SPACE.m)
        lower.addWidget(self.activity, 13)
        lower.addLayout(right, 7)
        column.addLayout(lower, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _row(self, left: tuple[QWidget, ...], right: QWidget | None = None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        if right is not None:
            row.addWidget(right)
        return row

    def _connect(self) -> None:
        self.search.clicked.connect(self._open_palette)
        self.find_act.clicked.connect(self._open_palette)
        self.new.clicked.connect(self._begin_product)
        self.importing.clicked.connect(self._begin_import)
        self.activity.opened.connect(self._open_act)
        self.activity.more_asked.connect(self._read_more)
        self.searches.wanted.connect(self._begin_named)
        self.searches.forgotten.connect(self._forget)

    # -- reading -----------------------------------------------------------------------------------

    def open_with(self) -> None:
        """What the navigator asks for: the page is shown, so it is read anew."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again; what is on screen stays until the answers come."""
        self._timer.stop()
        self._stale = False
        self._ask(read_home(), self._show_facts)
        self._ask(read_activity(), self._show_activity)
        self._ask(read_stock_value(), self._show_stock)

    def _ask(self, operation: Operation, on_result: Callable[[Any], None]) -> None:
        client = self._services.client
        client.submit(operation, on_result=on_result, on_error=self._failed, alive=partial(isValid, self))

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self):
            return
        if not self.isVisible():
            self._stale = True
        elif not self._timer.isActive():
            self._timer.start(_BULK_MS if notice.bulk else _REFRESH_MS)

    @Slot()
    def _read_more(self) -> None:
        if self.activity.next is not None:
            self._ask(read_activity(self.activity.next), self._show_more)

    def _show_facts(self, facts: HomeFacts) -> None:
        changed = self._facts is None or concerns(facts) != concerns(self._facts)
        self._facts = facts
        self.activity.model.set_people(facts.owner)
        self.searches.show_searches(facts.searches)
        if changed:
            self._make_cards(facts)
        self.retranslate()

    def _show_activity(self, page: ActivityPage) -> None:
        self.activity.show_page(page)

    def _show_more(self, page: ActivityPage) -> None:
        self.activity.show_page(page, after=True)

    def _show_stock(self, values: tuple[StockValue, ...]) -> None:
        self.stock.show_values(values)

    # -- cards -------------------------------------------------------------------------------------

    def _make_cards(self, facts: HomeFacts) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        found = concerns(facts) or [Concern("fine", 0, "ok", "check-circle")]
        self.cards = [AttentionCard(self._services, concern) for concern in found]
        for card in self.cards:
            card.asked.connect(self._lead)
        self._arrange()
        for before, after in pairwise([self.search, *(card.act for card in self.cards), self.new]):
            self.setTabOrder(before, after)

    def _arrange(self) -> None:
        fit = max(1, (self.width() - self._services.theme.px(40)) // self._services.theme.px(_CARD_WIDTH + SPACE.m))
        rows = -(-len(self.cards) // fit) or 1
        columns = -(-len(self.cards) // rows) if self.cards else 1
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer cards in a line; activity beside the other cards, or above them where it is narrow."""
        super().resizeEvent(event)
        self._arrange()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        narrow = self.width() < self._services.theme.px(_NARROW)
        self._lower.setDirection(down if narrow else across)
        self._right.setDirection(across if narrow else down)

    # -- acts --------------------------------------------------------------------------------------

    @Slot(object)
    def _lead(self, concern: Concern) -> None:
        if concern.page:
            self._services.navigator.go(concern.page, **concern.arguments)
            return
        self._services.notices.show(self.tr("The index is being rebuilt…"), "info")
        self._ask(rebuild_index(), self._rebuilt)

    def _rebuilt(self, count: int) -> None:
        text = self.tr("The index is rebuilt: %Ln product(s)", "", count)
        self._services.notices.show(text, "ok")
        self.refresh()

    @Slot()
    def _open_palette(self) -> None:
        self._services.actions.trigger("view.palette")

    @Slot()
    def _begin_product(self) -> None:
        self._services.navigator.go("products", new=True)

    @Slot()
    def _begin_import(self) -> None:
        self._services.navigator.go("import")

    @Slot(str)
    def _begin_named(self, title: str) -> None:
        self._services.navigator.go("products", new=True, title=title)

    @Slot(str)
    def _forget(self, text: str) -> None:
        self._ask(forget_search(text), self._forgotten)

    def _forgotten(self, _nothing: object) -> None:
        self.refresh()

    @Slot(object)
    def _open_act(self, act: Act) -> None:
        navigator = self._services.navigator
        if act.kind == "import":
            if act.state == "interrupted":
                navigator.go(page_of(act.form), path=act.title)
            else:
                navigator.go(things_of(act.form))
        elif act.subject == "product" and act.subject_id and act.kind != "deleted":
            navigator.go("products", product_id=act.subject_id)
        elif act.subject == "product":
            navigator.go("products")
        elif act.subject == "node" and act.subject_id and act.kind != "deleted":
            navigator.go("content", node_id=act.subject_id)
        elif act.subject == "node":
            navigator.go("content")
        elif act.subject == "tenant":
            navigator.go("settings")

    def _failed(self, error: BaseException) -> None:
        language = self._services.translator.language
        if isinstance(error, AppError):
            self._services.notices.show(error.text(language), "error")
        else:
            text = self.tr("This page could not be read. Nothing that was saved is lost.")
            self._services.notices.show(text, "error", details=repr(error))

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        now, language = datetime.now().astimezone(), self._services.translator.language
        shop = f"{self._facts.shop}  ·  " if self._facts is not None else ""
        self.title.setText(greeting(now.hour))
        self.subtitle.setText(f"{shop}{long_date(now, language)}")
        self.search.setText(self.tr("Search or run a command…"))
        self.search.setToolTip("Ctrl+K")
        self.needs.setText(self.tr("Needs attention"))
        wrong = len(concerns(self._facts)) if self._facts is not None else 0
        pattern = self.tr("{count} of {checks} checks")
        self.checks.setText(pattern.format(count=format_number(wrong, language), checks=CHECKS) if self._facts else "")
        self.new.set_texts(self.tr("New product"), "Ctrl+N")
        self.importing.set_texts(self.tr("Import"), "CSV")
        self.find_act.set_texts(self.tr("Search"), "Ctrl+K")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
