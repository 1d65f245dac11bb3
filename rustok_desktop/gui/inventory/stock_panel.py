"""What can be done with the chosen variant: adjust, transfer, and how it came to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from rustok_desktop.commerce.stock_views import LevelView
from rustok_desktop.commerce.views import LocationView, MovementView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.inventory.stock_table_model import article_text
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.entry import read_whole
from rustok_desktop.gui.products.movement_table_model import NARROW, MovementTableModel
from rustok_desktop.gui.products.reason_box import ReasonBox
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.plain_columns import PlainColumns

_WIDTHS = {"when": 116, "change": 62}
_SPECS = tuple(ColumnSpec(name, _WIDTHS.get(name, 0), needed=name == "reason") for name in NARROW)


class StockPanel(Card):
    """Only asks: ``adjust_asked`` (level, difference, reason), ``transfer_asked`` (level, location id, quantity)."""

    adjust_asked = Signal(object, int, str)
    transfer_asked = Signal(object, str, int)

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        self._language = "en"
        self.level: LevelView | None = None
        self._places: Sequence[LocationView] = ()
        self._here = ""
        self._title, self._code = ElidedLabel(), QLabel()
        self._title.setProperty("role", "section")
        self._code.setProperty("role", "muted")
        self._figures = QLabel()
        self._figures.setWordWrap(True)
        self.delta, self.reason, self.apply = QLineEdit(), ReasonBox(), Button("", variant="primary")
        self.delta_field, self._reason_field = FormField("", self.delta), FormField("", self.reason)
        self.target, self.quantity, self.send = QComboBox(), QLineEdit(), Button("")
        self._target_field, self.quantity_field = FormField("", self.target), FormField("", self.quantity)
        self._ledger = QLabel()
        self._ledger.setProperty("role", "section")
        self.movements = MovementTableModel(self, narrow=True)
        self.movement_view = QTableView()
        self._set_up_view()
        self._lay_out()
        for line, slot in ((self.delta, self._adjust), (self.quantity, self._transfer)):
            line.returnPressed.connect(slot)
            line.textChanged.connect(self._check)
        self.apply.clicked.connect(self._adjust)
        self.send.clicked.connect(self._transfer)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _set_up_view(self) -> None:
        view = self.movement_view
        view.setModel(self.movements)
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
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns = PlainColumns(
            view, _SPECS, preferences=self._preferences, key="inventory.movements", theme=self._theme, room=90
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._code)
        self.body.addWidget(self._figures)
        self.body.addLayout(self._row(self.delta_field, self._reason_field, self.apply))
        self.transfer_row = QWidget()
        row = self._row(self.quantity_field, self._target_field, self.send)
        self.transfer_row.setLayout(row)
        self.body.addWidget(self.transfer_row)
        self.body.addWidget(self._ledger)
        self.body.addWidget(self.movement_view, 1)

    def _row(self, first: QWidget, second: QWidget, button: Button) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE.s)
        grid.addWidget(first, 0, 0)
        grid.addWidget(second, 0, 1)
        grid.addWidget(button, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        # A long name must not widen the panel.
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(8)
        return grid

    @Slot()
    def _restyle(self) -> None:
        view = self.movement_view
        view.setFont(self._theme.font("body", tabular=True))
        view.verticalHeader().setDefaultSectionSize(self._theme.px(30))
        view.horizontalHeader().setFixedHeight(self._theme.px(32))

    # -- showing -----------------------------------------------------------------------------------

    def set_places(self, places: Sequence[LocationView], here: str) -> None:
        """Where goods can go from here."""
        self._places, self._here = places, here
        chosen = self.target.currentData()
        self.target.clear()
        for place in places:
            if place.id != here:
                self.target.addItem(place.name, place.id)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))
        self.transfer_row.setVisible(self.target.count() > 0)

    def show_level(self, level: LevelView) -> None:
        """Another variant, or the same after a change; what is typed belongs to the variant."""
        if self.level is None or self.level.variant_id != level.variant_id:
            self.delta.clear()
            self.quantity.clear()
            self.movements.show_rows(())
        self.level = level
        self._title.setText(article_text(level.product_title, level.variant_title))
        codes = [code for code in (level.sku, level.barcode) if code]
        self._code.setText(" · ".join(codes))
        self._code.setVisible(bool(codes))
        numbers = [format_number(n, self._language) for n in (level.on_hand, level.reserved, level.available)]
        text = self.tr("On hand {on_hand} · reserved {reserved} · available {available}")
        self._figures.setText(text.format(on_hand=numbers[0], reserved=numbers[1], available=numbers[2]))

    def show_movements(self, movements: tuple[MovementView, ...]) -> None:
        """The ledger of the chosen variant."""
        self.movements.show_rows(movements)

    # -- acting ------------------------------------------------------------------------------------

    @Slot()
    def _check(self) -> None:
        for field, line, least in ((self.delta_field, self.delta, None), (self.quantity_field, self.quantity, 1)):
            limits = {} if least is None else {"least": least}
            _, problem = read_whole("number", line.text(), **limits)
            field.set_error(problem.text(self._language) if problem is not None else None)

    @Slot()
    def _adjust(self) -> None:
        delta, problem = read_whole("number", self.delta.text())
        if self.level is None or problem is not None or not delta:
            self.delta.setFocus()
            return
        self.adjust_asked.emit(self.level, delta, self.reason.reason())

    @Slot()
    def _transfer(self) -> None:
        quantity, problem = read_whole("number", self.quantity.text(), least=1)
        if self.level is None or problem is not None or not quantity or self.target.currentData() is None:
            self.quantity.setFocus()
            return
        self.transfer_asked.emit(self.level, str(self.target.currentData()), quantity)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self, language: str) -> None:
        """All words in the language of the window."""
        self._language = language
        self.movements.retranslate(language)
        self.reason.retranslate()
        self.delta_field.set_label(self.tr("Add or take away"))
        self.delta.setPlaceholderText(self.tr("+12 or -3"))
        self._reason_field.set_label(self.tr("Reason"))
        self.apply.setText(self.tr("Adjust"))
        self.quantity_field.set_label(self.tr("Transfer"))
        self.quantity.setPlaceholderText(self.tr("How many"))
        self._target_field.set_label(self.tr("To"))
        self.send.setText(self.tr("Transfer"))
        self._ledger.setText(self.tr("Movements"))
        self.movement_view.setAccessibleName(self.tr("Movements"))
        self._restyle()
        if self.level is not None:
            self.show_level(self.level)

    def changeEvent(self, event: QEvent) -> None:
        """Fonts may have changed with the language or the scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._restyle()
