"""The Duplicates page: groups of products that look alike at the left, one group side by side at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.matching_search import Group
from rustok_desktop.commerce.matching_views import Candidate, Distinction, DuplicateReport, OthersTrashed
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.duplicates.comparison import Comparison
from rustok_desktop.gui.duplicates.group_list import GroupListModel
from rustok_desktop.gui.duplicates.group_pane import GroupPane
from rustok_desktop.gui.duplicates.reason_texts import reason_text
from rustok_desktop.gui.duplicates.searching import Searching
from rustok_desktop.gui.duplicates.verdict_pane import VerdictPane
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.duplicates import CompareProducts, FindDuplicates, KeepOne, SayDistinct
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

ALIKE, TOLD_APART = "alike", "told_apart"


class DuplicatesPage(QWidget):
    """Searches when it is opened and nothing is found yet; nothing happens to a product unasked. What was said to be no
    duplicates is another sheet of it.
    """

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._handle: HandlePort | None = None
        self._found: DuplicateReport | None = None
        self._asked: Group | None = None
        icons = services.icons
        self.header = PageHeader()
        self.sheet = ChoiceRow()
        self.sheet.set_choices([(ALIKE, ""), (TOLD_APART, "")])  # before what Tab comes to after them is made
        self.verdicts = VerdictPane(services)
        self._stale = False  # something was taken back since the search
        self.again_button = Button("", icons.icon("refresh", "text"))
        self.model = GroupListModel(self)
        self.groups = GroupPane(services.theme, self.model)
        self.comparison = Comparison(services)
        self.searching = Searching()
        self.start_button = Button("", icons.icon("search", "on_accent"), "primary")
        self.begin = EmptyState(icons.icon("copy", "muted"), actions=(self.start_button,))
        self.nothing = EmptyState(icons.icon("check-circle", "muted"))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))

    def _lay_out(self) -> None:
        px = self._services.theme.px
        self.header.add_action(self.sheet)
        self.header.add_action(self.again_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.groups)
        self.splitter.addWidget(self.comparison)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(330), px(720)])
        self._main: QWidget = self.begin
        self.stack = QStackedWidget()
        for widget in (self.begin, self.searching, self.splitter, self.nothing, self.verdicts):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.search)
        self.again_button.clicked.connect(self.search)
        self.searching.stop_asked.connect(self.stop)
        self.groups.list.selectionModel().currentChanged.connect(self._group_chosen)
        self.sheet.chosen.connect(self._turn)
        self.verdicts.listed.connect(self._tell_count)
        self.verdicts.taken_back.connect(self._taken_back)
        self.verdicts.failed.connect(self._failed)
        self.comparison.open_asked.connect(self._open)
        self.comparison.keep_asked.connect(self._keep)
        self.comparison.distinct_asked.connect(self._say_distinct)

    def open_with(self) -> None:
        """Comes in sight."""
        if self._found is None and self._handle is None:
            self.search()

    # -- searching ---------------------------------------------------------------------------------

    @Slot()
    def search(self) -> None:
        """Look through all products; what was found before goes."""
        if self._handle is not None:
            return
        self._stale = False
        self.searching.show_progress(0, 0)
        self._show(self.searching)
        self._handle = self._services.client.submit(
            FindDuplicates(),
            on_result=self._searched,
            on_error=self._search_failed,
            on_progress=lambda told: self.searching.show_progress(*told),
            on_cancelled=self._stopped,
            alive=partial(isValid, self),
        )

    @Slot()
    def stop(self) -> None:
        """No further."""
        if self._handle is not None:
            self._handle.cancel()

    def _searched(self, report: DuplicateReport) -> None:
        self._handle = None
        self._found = report
        self.model.show_groups(report.groups, [self._note(group) for group in report.groups])
        self._show_outcome()

    def _stopped(self, _result: object) -> None:
        self._handle = None
        self._show_outcome()

    def _search_failed(self, error: BaseException) -> None:
        self._handle = None
        self._show_outcome()
        self._failed(error)

    def _show_outcome(self) -> None:
        if self._found is None:
            self._show(self.begin)
        elif not self.model.groups:
            self._show(self.nothing)
        else:
            self._show(self.splitter)
            current = self.groups.list.currentIndex()
            self.groups.list.setCurrentIndex(current if current.isValid() else self.model.index(0))
        self._tell_count()

    def _show(self, widget: QWidget) -> None:
        self._main = widget
        told = self.sheet.value() == TOLD_APART
        self.stack.setCurrentWidget(self.verdicts if told else widget)
        self.again_button.setEnabled(widget in (self.splitter, self.nothing))
        self.again_button.setVisible(widget is not self.begin and not told)

    # -- what was told apart -----------------------------------------------------------------------

    @Slot()
    def _turn(self) -> None:
        """The other sheet; what was taken back is looked for again."""
        self._show(self._main)
        self._tell_count()
        if self.sheet.value() == TOLD_APART:
            self.verdicts.read()
        elif self._stale:
            self.search()

    @Slot()
    def _taken_back(self) -> None:
        self._stale = True

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and self.sheet.value() == TOLD_APART and (notice.bulk or "distinction" in notice.kinds):
            self.verdicts.read()

    # -- one group ---------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _group_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        group = self.model.groups[current.row()] if current.isValid() else None
        self._asked = group
        self.comparison.show_group(group, ())
        if group is not None:
            self._ask(CompareProducts(group.product_ids), partial(self._compared, group))

    def _compared(self, group: Group, candidates: Sequence[Candidate]) -> None:
        if group is not self._asked:
            return
        if len(candidates) < 2:  # dealt with elsewhere since the search
            self._drop(group)
            return
        self.comparison.show_group(group, candidates)

    @Slot(str)
    def _open(self, product_id: str) -> None:
        self._services.navigator.go("products", product_id=product_id)

    @Slot(str)
    def _keep(self, product_id: str) -> None:
        group, shown = self._asked, self.comparison.model.candidates
        if group is None or not shown:
            return
        others = tuple(one.id for one in shown if one.id != product_id)
        asked = KeepOne(product_id, others, {one.id: one.version for one in shown})
        self._ask(asked, partial(self._kept, group), write=True)

    def _kept(self, group: Group, done: OthersTrashed) -> None:
        self._drop(group)
        text = self.tr("%Ln product(s) moved to the trash", "", len(done.product_ids))
        offer_undo(self._services, self, text, done.txid, self.search)

    @Slot()
    def _say_distinct(self) -> None:
        group, shown = self._asked, self.comparison.model.candidates
        if group is not None and shown:
            said = SayDistinct(tuple(one.id for one in shown))
            self._ask(said, partial(self._said, group), write=True)

    def _said(self, group: Group, done: Distinction) -> None:
        self._drop(group)
        text = self.tr("These %Ln product(s) will not be shown as duplicates again", "", len(done.product_ids))
        offer_undo(self._services, self, text, done.txid, self.search)

    def _drop(self, group: Group) -> None:
        self.model.drop(group)
        self._show_outcome()

    def _ask(self, operation: Any, on_result: Callable[[Any], None], *, write: bool = False) -> None:
        self._services.client.submit(
            operation, on_result=on_result, on_error=self._failed, alive=partial(isValid, self), write=write
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self._services.notices.show(error.text(self._services.translator.language), "error")
        else:
            text = self.tr("Something went wrong. Nothing that was saved is lost.")
            self._services.notices.show(text, "error", details=repr(error))

    # -- words -------------------------------------------------------------------------------------

    def _note(self, group: Group) -> str:
        reasons = list(dict.fromkeys(reason_text(reason) for reason in group.reasons))
        return "  ·  ".join([self.tr("%Ln product(s)", "", group.total), *reasons])

    @Slot()
    def _tell_count(self) -> None:
        language = self._services.translator.language
        if self.sheet.value() == TOLD_APART:
            self.header.set_count(format_number(len(self.verdicts.model.rows), language))
            return
        if self._found is None:
            self.header.set_count("")
            return
        looked = self.tr("%Ln product(s) looked at", "", self._found.products)
        count = format_number(len(self.model.groups), language)
        self.header.set_count(self.tr("{count}  ·  {looked}").format(count=count, looked=looked))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Duplicates"))
        self.sheet.set_choices([(ALIKE, self.tr("Alike")), (TOLD_APART, self.tr("Not duplicates"))])
        self.sheet.setAccessibleName(self.tr("What is listed"))
        self.again_button.setText(self.tr("Search again"))
        self.start_button.setText(self.tr("Find duplicates"))
        self.begin.set_texts(
            self.tr("Are some products here twice?"),
            self.tr(
                "Compares barcodes, SKUs and titles of all products. Nothing is changed: you decide about every group."
            ),
        )
        self.nothing.set_texts(
            self.tr("No duplicates"),
            self.tr("No two products share a barcode or a SKU, and no two titles are nearly the same."),
        )
        self.groups.list.setAccessibleName(self.tr("Groups of products that look alike"))
        self.model.set_notes([self._note(group) for group in self.model.groups])
        self._tell_count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
