"""The third tab of the editor: what is on hand, and how it came to be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.commerce.views import MovementView
from rustok_desktop.gui.operations.products import ReadMovements
from rustok_desktop.gui.products import movement_table_model as columns
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import read_whole
from rustok_desktop.gui.products.movement_table_model import MovementTableModel
from rustok_desktop.gui.products.reason_box import ReasonBox
from rustok_desktop.gui.products.saved_variants import SavedVariants
from rustok_desktop.gui.products.stock_level_model import StockLevelModel
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.columns import fit_columns
from rustok_desktop.gui.widgets.form_field import FormField

_WIDTHS = {columns.WHEN: 112, columns.CHANGE: 72, columns.REASON: 118, columns.REFERENCE: 84}


class StockTab(QWidget):
    """Levels of saved variants, an adjustment by difference, and the ledger. Adjustments are saved at once."""

    def __init__(self, controller: EditorController, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._product: str | None = None  # whose ledger is shown
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self.levels, self.movements = StockLevelModel(self), MovementTableModel(self)
        self.level_view, self.movement_view = QTableView(), QTableView()
        self._set_up(self.level_view, self.levels, 0)
        self._set_up(self.movement_view, self.movements, 1)
        self.delta, self.reason = QLineEdit(), ReasonBox()
        self.delta_field, self._reason_field = FormField("", self.delta), FormField("", self.reason)
        self.apply = Button("", variant="primary")
        self._ledger = QLabel()
        self._ledger.setProperty("role", "section")
        self._lay_out()
        self.apply.clicked.connect(self._apply)
        self.delta.returnPressed.connect(self._apply)
        self.delta.textChanged.connect(self._check)
        controller.replaced.connect(self.refresh)
        controller.grown.connect(self._grow)
        theme.changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def _set_up(self, view: QTableView, model: StockLevelModel | MovementTableModel, stretch: int) -> None:
        view.setModel(model)
        view.setProperty("framed", True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(SPACE.m)
        entry.addWidget(self.delta_field, 1)
        entry.addWidget(self._reason_field, 2)
        # The button stands beside the fields, not beside their labels.
        beside = QVBoxLayout()
        beside.setSpacing(SPACE.s)
        beside.addWidget(QLabel(" "))
        beside.addWidget(self.apply)
        beside.addStretch(1)
        entry.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        column.setSpacing(SPACE.m)
        column.addWidget(self._note)
        column.addWidget(self.level_view)
        column.addLayout(entry)
        column.addWidget(self._ledger)
        column.addWidget(self.movement_view, 1)

    @Slot()
    def _restyle(self) -> None:
        for view in (self.level_view, self.movement_view):
            view.setFont(self._theme.font("body", tabular=True))
            view.verticalHeader().setDefaultSectionSize(self._theme.px(30))
            view.horizontalHeader().setFixedHeight(self._theme.px(32))
        fit_columns(self.movement_view, self._theme, _WIDTHS)
        for column, width in ((1, 130), (2, 90)):
            self.level_view.setColumnWidth(column, self._theme.px(width))

    @Slot()
    def refresh(self) -> None:
        """Another product or version; the chosen variant stays chosen."""
        state = self._controller.state
        variants = state.variants if state is not None else SavedVariants((), "")
        chosen = self.levels.variant(self.level_view.currentIndex().row())
        self.levels.show_variants(variants)
        self._show_ledger()
        # A product's only variant needs no column, and a short list of levels no tall box.
        several = self.levels.rowCount() > 1
        self.movement_view.setColumnHidden(1, not several)
        self.movement_view.horizontalHeader().setSectionResizeMode(
            columns.REASON, QHeaderView.ResizeMode.Interactive if several else QHeaderView.ResizeMode.Stretch
        )
        if several:  # it keeps what it was stretched to
            fit_columns(self.movement_view, self._theme, _WIDTHS)
        rows = min(max(1, self.levels.rowCount()), 6)
        self.level_view.setFixedHeight(self._theme.px(34) + rows * self._theme.px(30) + 4)
        row = self.levels.row_of(chosen.id) if chosen is not None else -1
        if self.levels.rowCount():
            self.level_view.selectRow(max(0, row))
        first = self.levels.variant(0)
        place = first.stock[0].location_name if first is not None and first.stock else ""
        if first is None:
            self._note.setText(self.tr("Stock can be adjusted once the product is saved."))
        elif place:
            self._note.setText(self.tr("On hand at {place}").format(place=place))
        else:
            self._note.setText(self.tr("On hand"))
        for widget in (self.delta, self.reason, self.apply):
            widget.setEnabled(first is not None)

    @Slot()
    def _grow(self) -> None:
        state = self._controller.state
        if state is not None:
            self.levels.show_variants(state.variants)

    def _show_ledger(self) -> None:
        """The movements that came with the product, or those that are read when somebody looks."""
        state, brought = self._controller.state, self._controller.movements
        product_id = state.product_id if state is not None else None
        if product_id is None or brought is not None:
            self.movements.show_rows(brought or () if product_id is not None else ())
            return
        if product_id != self._product:
            self.movements.show_rows(())
        self._product = product_id
        if self.isVisible():
            self._controller.look_back(ReadMovements(product_id), partial(self._show_movements, product_id))

    def _show_movements(self, product_id: str, movements: tuple[MovementView, ...]) -> None:
        state = self._controller.state
        if state is not None and state.product_id == product_id:
            self.movements.show_rows(movements)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what was moved since."""
        super().showEvent(event)
        self._show_ledger()

    @Slot()
    def _check(self) -> None:
        _, problem = read_whole("delta", self.delta.text())
        self.delta_field.set_error(problem.text(self._controller.language) if problem is not None else None)

    @Slot()
    def _apply(self) -> None:
        variant = self.levels.variant(self.level_view.currentIndex().row())
        delta, problem = read_whole("delta", self.delta.text())
        if variant is None or problem is not None or not delta:
            self.delta.setFocus()
            return
        self._controller.move_stock(variant.id, delta, self.reason.reason())
        self.delta.clear()

    def focus_path(self, path: str) -> bool:
        """This tab has no field that a save could find wrong."""
        return False

    def retranslate(self) -> None:
        """All words in the language of the window."""
        language = self._controller.language
        self.levels.set_texts(language, (self.tr("Variant"), self.tr("SKU"), self.tr("On hand")))
        self.movements.retranslate(language)
        self.reason.retranslate()
        self.delta_field.set_label(self.tr("Add or take away"))
        self.delta.setPlaceholderText(self.tr("+12 or -3"))
        self._reason_field.set_label(self.tr("Reason"))
        self.apply.setText(self.tr("Adjust"))
        self._ledger.setText(self.tr("Movements"))
        self.level_view.setAccessibleName(self.tr("Stock of each variant"))
        self.movement_view.setAccessibleName(self.tr("Movements"))
        self._restyle()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
