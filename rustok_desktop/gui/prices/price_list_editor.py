"""The right side of the Prices page: a list's own fields, the formula, and its prices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QDateTime, QEvent, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.core import limits
from rustok_desktop.core.locale import local_time
from rustok_desktop.gui.prices.list_formula_bar import ListFormulaBar
from rustok_desktop.gui.prices.list_price_model import PRODUCT, ListPriceModel
from rustok_desktop.gui.prices.price_list_draft import PriceListDraft
from rustok_desktop.gui.products.price_preview_model import PricePreviewModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.column_layout import ColumnSpec
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.plain_columns import PlainColumns
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.index.schemas import ProductRow

_SPECS = (  # in the order of the model's columns
    ColumnSpec("product", needed=True),
    ColumnSpec("sku", 104, leaves=1),
    ColumnSpec("base", 92),
    ColumnSpec("from", 62),
    ColumnSpec("price", 96, needed=True),
    ColumnSpec("change", 76, leaves=3),
    ColumnSpec("margin", 76, leaves=2),
)
_RESULTS_SHOWN = 5
_NO_TIME = QDateTime(2000, 1, 1, 0, 0, 0)  # stands for none, where a word is shown instead


class PriceListEditor(QWidget):
    """Shows a draft; ``edited`` follows what is typed into it, the other signals ask for acts."""

    edited = Signal()
    save_asked = Signal()
    discard_asked = Signal()
    trash_asked = Signal()
    find_asked = Signal(str)
    filter_asked = Signal(str)
    add_asked = Signal(str)
    remove_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.draft: PriceListDraft | None = None
        self._make()
        self._make_tables()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _make(self) -> None:
        icons = self._services.icons
        self.name, self.description = QLineEdit(), QLineEdit()
        self.name.setMaxLength(limits.PRICE_LIST_NAME)
        self.description.setMaxLength(limits.PRICE_LIST_DESCRIPTION)
        self.type, self.status = ChoiceRow(), ChoiceRow()
        self.currency = FilterBox()
        self.currency.setMinimumWidth(self._services.theme.px(78))  # three letters are never cut
        self.priority = QSpinBox()
        self.priority.setRange(0, limits.PRICE_LIST_PRIORITY)
        self.has_start, self.has_end = QCheckBox(), QCheckBox()
        self.start, self.end = QDateTimeEdit(), QDateTimeEdit()
        for edit in (self.start, self.end):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("dd.MM.yyyy HH:mm")
            edit.setMinimumDateTime(_NO_TIME)
        self.name_field, self.description_field = FormField("", self.name), FormField("", self.description)
        self.priority_field = FormField("", self.priority)
        self.start_field, self.end_field = FormField("", self.start), FormField("", self.end)
        self.start_field.add_to_head(self.has_start)
        self.end_field.add_to_head(self.has_end)
        self.state = QLabel()
        self.state.setProperty("role", "muted")
        self.state.setWordWrap(True)
        self.search, self.filter = SearchField(icons), SearchField(icons)
        self.results = QListWidget()
        self.results.setProperty("framed", True)
        self.results.hide()
        self.remove_button = IconButton(icons.icon("x", "text"), "", outlined=True)
        self.bar = ListFormulaBar()
        self.save_button = Button("", icons.icon("save", "on_accent"), "primary")
        self.discard_button = Button()
        self.trash_button = Button("", icons.icon("trash", "danger"), "danger")
        self.history_button = IconButton(icons.icon("clock", "text"), "", outlined=True)

    def _make_tables(self) -> None:
        theme = self._services.theme
        self.model = ListPriceModel(theme, self)
        self.table = self._table(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.preview = PricePreviewModel(theme, self)
        self.preview_table = self._table(self.preview)
        self.preview_table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for column, width in enumerate((200, 110, 100, 96, 96)):
            self.preview_table.setColumnWidth(column, theme.px(width))
        self.preview_table.horizontalHeader().setSectionResizeMode(PRODUCT, QHeaderView.ResizeMode.Stretch)
        self.columns = PlainColumns(
            self.table, _SPECS, preferences=self._services.preferences, key="price_list.columns", theme=theme, room=120
        )
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.sheets = QStackedWidget()
        for sheet in (self.table, self.preview_table, self.empty):
            self.sheets.addWidget(sheet)

    def _table(self, model: Any) -> QTableView:
        theme, table = self._services.theme, QTableView()
        table.setModel(model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(theme.px(32))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setFixedHeight(theme.px(34))
        return table

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(SPACE.m)
        fields.setVerticalSpacing(SPACE.s)
        fields.addWidget(self.name_field, 0, 0)
        fields.addWidget(self.description_field, 0, 1, 1, 2)
        fields.addWidget(self.start_field, 1, 0)
        fields.addWidget(self.end_field, 1, 1)
        fields.addWidget(self.priority_field, 1, 2)
        for column, share in enumerate((4, 4, 2)):
            fields.setColumnStretch(column, share)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE.m)
        for choice in (self.type, self.status, self.currency):
            choices.addWidget(choice)
        choices.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(SPACE.s)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.remove_button)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.trash_button)
        foot.addWidget(self.history_button)
        foot.addStretch(1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        frame = Card(margin=1)
        frame.body.addWidget(self.sheets)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(SPACE.m)
        column_box.addLayout(fields)
        column_box.addLayout(choices)
        column_box.addWidget(self.state)
        column_box.addLayout(tools)
        column_box.addWidget(self.results)
        column_box.addWidget(self.bar)
        column_box.addWidget(frame, 1)
        column_box.addLayout(foot)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._typed)
        self.description.textEdited.connect(self._typed)
        self.priority.valueChanged.connect(self._typed)
        for choice in (self.type, self.status, self.currency):
            choice.chosen.connect(self._typed)
        for box, edit in ((self.has_start, self.start), (self.has_end, self.end)):
            box.toggled.connect(partial(self._bound, edit))
            box.clicked.connect(self._typed)
            edit.dateTimeChanged.connect(self._typed)
        self.search.searched.connect(self.find_asked)
        self.filter.searched.connect(self.filter_asked)
        self.results.itemActivated.connect(self._picked)
        self.remove_button.clicked.connect(self.remove_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.trash_button.clicked.connect(self.trash_asked)
        self.table.selectionModel().selectionChanged.connect(self.show_state)
        self.model.modelReset.connect(self.show_state)
        self.bar.emptied.connect(self.show_state)

    # -- showing -----------------------------------------------------------------------------------

    def set_currencies(self, currencies: Sequence[str]) -> None:
        """The shop's money, the main one first."""
        self.currency.set_choices([(code, code) for code in currencies])

    def show_draft(self, draft: PriceListDraft) -> None:
        """Shows the fields; nothing of that counts as typed."""
        self.draft = None
        values = draft.values
        self.name.setText(values["name"] or "")
        self.description.setText(values["description"] or "")
        self.type.set_value(values["type"])
        self.status.set_value(values["status"])
        if self.currency.findText(values["currency_code"]) < 0:  # taken out of use since
            known = [self.currency.itemText(i) for i in range(self.currency.count())]
            self.set_currencies([*known, values["currency_code"]])
        self.currency.set_value(values["currency_code"])
        self.priority.setValue(values["priority"])
        for box, edit, name in ((self.has_start, self.start, "starts_at"), (self.has_end, self.end, "ends_at")):
            box.setChecked(values[name] is not None)
            self._bound(edit, values[name] is not None, values[name])
        self.draft = draft
        self.show_problems({})
        self.show_state()

    def show_problems(self, problems: dict[str, str]) -> None:
        """What was refused, at its field."""
        self.name_field.set_error(problems.get("name"))
        self.start_field.set_error(problems.get("starts_at"))
        self.end_field.set_error(problems.get("ends_at"))

    def show_found(self, rows: tuple[ProductRow, ...]) -> None:
        """Products to add, under the search field."""
        self.results.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.title}   {row.sku}" if row.sku else row.title)
            item.setData(Qt.ItemDataRole.UserRole, row.product_id)
            self.results.addItem(item)
        line = self.results.sizeHintForRow(0) if rows else 0
        self.results.setFixedHeight(max(1, min(len(rows), _RESULTS_SHOWN) * line + SPACE.m))
        self.results.setVisible(bool(rows))

    @Slot()
    def show_state(self) -> None:
        """Buttons and sheets follow draft, prices and selection."""
        draft = self.draft
        saved = draft is not None and draft.id is not None
        dirty = draft is not None and draft.dirty
        self.save_button.setEnabled(dirty)
        self.discard_button.setVisible(dirty or not saved)
        for widget in (self.trash_button, self.history_button, self.search, self.remove_button, self.bar):
            widget.setVisible(saved)
        filled = bool(self.model.rowCount()) or bool(self.filter.text().strip())
        self.filter.setVisible(saved and filled)
        self.currency.setEnabled(not filled)
        self._tell_empty()
        self.remove_button.setEnabled(bool(self.selected_rows()))
        if self.sheets.currentWidget() is not self.preview_table or not self.bar.text:
            self.sheets.setCurrentWidget(self.table if self.model.rowCount() else self.empty)

    def _tell_empty(self) -> None:
        if self.filter.text().strip():
            self.empty.setText(self.tr("Nothing in this list matches."))
            return
        self.empty.setText(
            self.tr("No prices yet. Find products above, or put them into this list from the product list.")
        )

    def selected_rows(self) -> list[int]:
        """The selected lines, top to bottom."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _typed(self, _value: object = None) -> None:
        if self.draft is None:
            return
        moments = {
            "starts_at": _moment(self.start) if self.has_start.isChecked() else None,
            "ends_at": _moment(self.end) if self.has_end.isChecked() else None,
        }
        for name, value in moments.items():  # what was not touched keeps its seconds
            held = self.draft.values[name]
            if None in (value, held) or _shown(held) != _shown(value):
                self.draft.values[name] = value
        self.draft.values |= {
            "name": self.name.text().strip() or None,
            "description": self.description.text().strip() or None,
            "type": self.type.value(),
            "status": self.status.value(),
            "currency_code": self.currency.value(),
            "priority": self.priority.value(),
        }
        self.show_state()
        self.edited.emit()

    def _bound(self, edit: QDateTimeEdit, on: bool, iso: str | None = None) -> None:
        """A time to be set, or a word that there is none."""
        edit.setEnabled(on)
        edit.setDateTime(_shown(iso) if on else _NO_TIME)

    @Slot(QListWidgetItem)
    def _picked(self, item: QListWidgetItem) -> None:
        self.add_asked.emit(item.data(Qt.ItemDataRole.UserRole))

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        language = self._services.translator.language
        self.name_field.set_label(self.tr("Name"))
        self.description_field.set_label(self.tr("Note"))
        self.priority_field.set_label(self.tr("Priority"))
        self.priority.setToolTip(self.tr("Where lists overlap, the higher one wins"))
        self.start_field.set_label(self.tr("Begins"))
        self.end_field.set_label(self.tr("Ends"))
        for box, name in ((self.has_start, self.tr("Has a beginning")), (self.has_end, self.tr("Has an end"))):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.start.setSpecialValueText(self.tr("at once"))
        self.end.setSpecialValueText(self.tr("never"))
        self.type.setAccessibleName(self.tr("What the list does"))
        self.type.set_choices([("sale", self.tr("Lowers prices")), ("override", self.tr("Replaces prices"))])
        self.status.setAccessibleName(self.tr("Status"))
        self.status.set_choices([("active", self.tr("Active")), ("draft", self.tr("Draft"))])
        self.currency.setAccessibleName(self.tr("Currency"))
        self.search.set_placeholder(self.tr("Find products to add"))
        self.filter.set_placeholder(self.tr("Search in this list"))
        self.results.setAccessibleName(self.tr("Found products"))
        self.remove_button.set_tip(self.tr("Take the selected prices out of the list"))
        self.history_button.set_tip(self.tr("History of the price list"))
        self.save_button.setText(self.tr("Save"))
        self.discard_button.setText(self.tr("Discard"))
        self.trash_button.setText(self.tr("Move to trash"))
        self.table.setAccessibleName(self.tr("Prices of the list"))
        self.preview_table.setAccessibleName(self.tr("What the formula would do"))
        self._tell_empty()
        own = (self.tr("Product"), self.tr("SKU"), self.tr("Own price"))
        heads = (*own, self.tr("From"), self.tr("Price"), self.tr("Change"), self.tr("Margin"))
        self.model.set_texts(heads, language)
        previewed = (self.tr("Product"), self.tr("Variant"), self.tr("SKU"), self.tr("Now"), self.tr("After"))
        self.preview.set_texts(previewed, language)
        self.bar.retranslate(language)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _shown(iso: str | None) -> QDateTime:
    """By the clock of this computer, to the minute; the next midnight for none."""
    if iso is None:
        return QDateTime(QDateTime.currentDateTime().date().addDays(1), QTime(0, 0))
    at = local_time(iso)
    return QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0)


def _moment(edit: QDateTimeEdit) -> str:
    at = edit.dateTime().toPython()
    assert isinstance(at, datetime)
    return at.replace(second=0, microsecond=0).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
