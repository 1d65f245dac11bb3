"""The review: what would be created and changed, what would be erased, and which rows are left out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.schemas import ImportAction, ImportOptions, ImportPlan, Mend, PlannedProduct
from rustok_desktop.gui.importing import plan_table_model as columns
from rustok_desktop.gui.importing.empty_column_band import EmptyColumnBand
from rustok_desktop.gui.importing.plan_delegate import PlanDelegate
from rustok_desktop.gui.importing.plan_table_model import PlanTableModel
from rustok_desktop.gui.importing.rejected_list import RejectedList
from rustok_desktop.gui.importing.tally_card import TallyCard
from rustok_desktop.gui.operations.imports import exclude_planned, load_planned
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.divider import Divider
from rustok_desktop.gui.widgets.search_field import SearchField

_BANDS_SHOWN = 3
_NARROW = 960


class ReviewStep(QWidget):
    """Figures, bands for empty columns, the list of changes and the list of rejected rows."""

    erase_decided = Signal(str, bool)
    ticks_changed = Signal()
    mends_decided = Signal(object)  # Mends to add
    mends_forgotten = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plan: ImportPlan | None = None
        self._left_out = 0
        self._unwanted: set[str] = set()
        self._mends = 0
        self._request = 0
        self._cards = {
            ImportAction.CREATE: TallyCard(services.theme, services.icons, "plus", "ok"),
            ImportAction.UPDATE: TallyCard(services.theme, services.icons, "pencil"),
            ImportAction.UNCHANGED: TallyCard(services.theme, services.icons, "equal"),
            ImportAction.REJECT: TallyCard(services.theme, services.icons, "x", "danger"),
        }
        self._bands = QVBoxLayout()
        self._bands.setSpacing(SPACE.s)
        self._filter = ChoiceRow()
        self._filter.chosen.connect(self._on_filter)
        self._search = SearchField(services.icons)
        self._search.searched.connect(self._on_filter)
        self._model = PlanTableModel(self)
        self._model.wanted.connect(self._on_wanted)
        self._model.ticked.connect(self._on_ticked)
        self._table = QTableView()
        self._rejected = RejectedList(services.theme)
        self._rejected_head, self._suggested = QLabel(), QLabel()
        self._rejected_head.setProperty("role", "section")
        self._suggested.setProperty("role", "muted")
        self._use_all, self._forget = Button(compact=True), Button(variant="ghost", compact=True)
        self._rejected.mended.connect(self._on_mended)
        self._use_all.clicked.connect(self._on_use_all)
        self._forget.clicked.connect(self.mends_forgotten)
        self._prepare_table()
        self._lay_out()
        self.retranslate()
        services.theme.changed.connect(self._size_table)

    @property
    def to_import(self) -> int:
        """How many products are ticked."""
        tally = self._plan.products if self._plan is not None else None
        return tally.created + tally.updated - self._left_out if tally is not None else 0

    @property
    def table(self) -> QTableView:
        """The list of changes."""
        return self._table

    @property
    def rejected(self) -> RejectedList:
        """The list of rejected rows."""
        return self._rejected

    @property
    def unwanted(self) -> frozenset[str]:
        """Handles of the products that are not ticked."""
        return frozenset(self._unwanted)

    def show_plan(self, plan: ImportPlan, options: ImportOptions) -> None:
        """Show a plan from its beginning, and what was decided for it."""
        self._plan = plan
        self._left_out, self._unwanted, self._mends = plan.left_out, set(options.left_out), len(options.mends)
        self._rejected.show_errors(plan.errors, [header for header, _ in plan.found.columns])
        self._rejected_card.setVisible(bool(plan.errors) or self._mends > 0)
        self._fill_bands(plan)
        self.retranslate()
        self._model.restart()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._filter.set_choices(
            [
                (None, self.tr("All")),
                (ImportAction.CREATE, self.tr("Create")),
                (ImportAction.UPDATE, self.tr("Change")),
                (ImportAction.REJECT, self.tr("Rejected")),
            ]
        )
        self._filter.setAccessibleName(self.tr("Which products to list"))
        self._search.set_placeholder(self.tr("Search product…"))
        self._table.setAccessibleName(self.tr("What the import would do"))
        self._rejected.setAccessibleName(self.tr("Rejected rows"))
        self._rejected.setAccessibleDescription(self.tr("Enter uses the suggestion, F2 types another value"))
        self._rejected.rows.set_language(self._services.translator.language)
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self._table.viewport().update()
        self._tell_figures()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_rejected_card"):
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what counts: names, old and new."""
        super().resizeEvent(event)
        narrow = self.width() < self._services.theme.px(_NARROW)
        delegate = self._table.itemDelegate()
        assert isinstance(delegate, PlanDelegate)
        delegate.compact = narrow
        self._table.setColumnHidden(columns.VARIANTS, narrow)

    def _tell_figures(self) -> None:
        plan = self._plan
        if plan is None:
            return
        variants = plan.variants
        new = self.tr("products, %Ln variant(s)", "", variants.created)
        changed = self.tr("products, %Ln field(s)", "", plan.fields_changed)
        same, wrong = self.tr("products, left as they are"), self.tr("products, left out of the import")
        products = plan.products
        self._set(ImportAction.CREATE, products.created, self.tr("Create"), new)
        self._set(ImportAction.UPDATE, products.updated, self.tr("Change"), changed)
        self._set(ImportAction.UNCHANGED, products.unchanged, self.tr("Unchanged"), same)
        if plan.error_count and not products.rejected:
            cells = self.tr("cells or rows, left out")
            self._set(ImportAction.REJECT, plan.error_count, self.tr("Rejected"), cells)
        else:
            self._set(ImportAction.REJECT, products.rejected, self.tr("Rejected"), wrong)
        self._rejected_head.setText(self.tr("%Ln problem(s) in the file", "", plan.error_count))
        count = len(self._rejected.rows.suggested())
        self._suggested.setText(self.tr("%Ln with a suggestion", "", count) if count else "")
        self._use_all.setText(self.tr("Use all %Ln suggestion(s)", "", count))
        self._use_all.setVisible(count > 1)
        self._forget.setText(self.tr("Take %Ln mend(s) back", "", self._mends))
        self._forget.setVisible(self._mends > 0)

    def _set(self, action: ImportAction, figure: int, word: str, line: str) -> None:
        self._cards[action].set_tally(format_number(figure, self._services.translator.language), word, line)

    def _fill_bands(self, plan: ImportPlan) -> None:
        while (item := self._bands.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for column in sorted(plan.empty_columns, key=lambda c: (not c.erase, -c.rows))[:_BANDS_SHOWN]:
            band = EmptyColumnBand(self._services.theme, self._services.icons, column)
            band.decided.connect(self.erase_decided)
            self._bands.addWidget(band)

    def _prepare_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setItemDelegate(PlanDelegate(self._services.theme, table))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.setMinimumWidth(self._services.theme.px(420))
        self._size_table()

    @Slot()
    def _size_table(self) -> None:
        theme, head = self._services.theme, self._table.horizontalHeader()
        delegate = self._table.itemDelegate()
        assert isinstance(delegate, PlanDelegate)
        self._table.verticalHeader().setDefaultSectionSize(delegate.row_height())
        widths = {
            columns.TICK: theme.px(36),
            columns.WHAT: delegate.chip_width() + theme.px(24),
            columns.FIELD: theme.px(112),
            columns.VARIANTS: theme.px(86),
        }
        for column, width in widths.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        for column in (columns.PRODUCT, columns.CHANGE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(SPACE.m)
        for card in self._cards.values():
            figures.addWidget(card, 1)
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        tools.setSpacing(SPACE.m)
        tools.addWidget(self._filter)
        tools.addWidget(self._search, 1)
        changes = Card(margin=1)
        changes.body.setSpacing(0)
        changes.body.addLayout(tools)
        changes.body.addWidget(Divider())
        changes.body.addWidget(self._table, 1)
        self._rejected_card = Card(margin=1)
        self._rejected_card.body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        head.addWidget(self._rejected_head, 1)
        head.addWidget(self._suggested)
        self._rejected_card.body.addLayout(head)
        self._rejected_card.body.addWidget(Divider())
        self._rejected_card.body.addWidget(self._rejected, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        foot.setSpacing(SPACE.s)
        foot.addWidget(self._use_all)
        foot.addWidget(self._forget)
        self._rejected_card.body.addLayout(foot)
        lists = QHBoxLayout()
        lists.setSpacing(SPACE.m)
        lists.addWidget(changes, 7)
        lists.addWidget(self._rejected_card, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(figures)
        column.addLayout(self._bands)
        column.addLayout(lists, 1)

    @Slot()
    def _on_filter(self) -> None:
        if self._plan is not None:
            self._model.restart()

    @Slot(int)
    def _on_wanted(self, after: int) -> None:
        plan = self._plan
        if plan is None:
            return
        self._request += 1
        request = self._request
        action = self._filter.value()
        wanted = action if isinstance(action, ImportAction) else None
        text = self._search.text().strip()

        def deliver(products: list[PlannedProduct]) -> None:
            if request == self._request:  # a later filter made this page stale
                self._model.append(products)

        self._services.client.submit(load_planned(plan, wanted, text, after, columns.PAGE), on_result=deliver)

    @Slot(object)
    def _on_mended(self, mend: Mend) -> None:
        self.mends_decided.emit((mend,))

    @Slot()
    def _on_use_all(self) -> None:
        self.mends_decided.emit(self._rejected.rows.suggested())

    @Slot(object, bool)
    def _on_ticked(self, product: PlannedProduct, taken: bool) -> None:
        if self._plan is None:
            return
        self._left_out += -1 if taken else 1
        (self._unwanted.discard if taken else self._unwanted.add)(product.handle)
        self._services.client.submit(exclude_planned(self._plan, [product.ordinal], not taken))
        self.ticks_changed.emit()
