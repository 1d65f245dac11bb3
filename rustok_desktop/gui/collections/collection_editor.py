"""The right side of the Collections page: words, rule or picker, and the products."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.gui.collections.draft import CollectionDraft
from rustok_desktop.gui.collections.member_model import COLUMNS, MemberModel
from rustok_desktop.gui.collections.rule_editor import RuleEditor
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.products.product_row_delegate import PADDING, ProductRowDelegate
from rustok_desktop.gui.products.product_table_model import Column
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.painting import chip_size
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.index.schemas import ProductRow

_WIDTHS = {Column.SKU: 112, Column.STATUS: 80, Column.STOCK: 62, Column.PRICE: 92}
# What goes first when there is little room: (column, least width of the table in pixels at 100 %).
_OPTIONAL = ((Column.SKU, 560), (Column.STOCK, 400))
_RESULTS_SHOWN = 5


class CollectionEditor(QWidget):
    """Shows a draft; ``edited`` follows what is typed into it, the other signals ask for acts."""

    edited = Signal()
    save_asked = Signal()
    discard_asked = Signal()
    delete_asked = Signal()
    labels_asked = Signal()
    find_asked = Signal(str)
    add_asked = Signal(str)
    remove_asked = Signal(list)
    move_asked = Signal(list, int)
    open_asked = Signal(str)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.draft: CollectionDraft | None = None
        self._shop = ShopFacts("en", "USD", (("en", "English"),), "")
        self._make()
        self._make_table()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _make(self) -> None:
        icons = self._services.icons
        self.locales = ChoiceRow(look="pill")
        self.title, self.handle = QLineEdit(), QLineEdit()
        self.title_field, self.handle_field = FormField("", self.title), FormField("", self.handle)
        self.rule = RuleEditor(icons)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.search = SearchField(icons)
        self.results = QListWidget()
        self.results.setProperty("framed", True)
        self.results.hide()
        self.up_button = IconButton(icons.icon("arrow-up", "text"), "", outlined=True)
        self.down_button = IconButton(icons.icon("arrow-down", "text"), "", outlined=True)
        self.remove_button = IconButton(icons.icon("x", "text"), "", outlined=True)
        self.save_button = Button("", icons.icon("save", "on_accent"), "primary")
        self.discard_button = Button()
        self.delete_button = Button("", icons.icon("trash", "danger"), "danger")
        self.labels_button = Button("", icons.icon("printer", "text"))
        self.history_button = IconButton(icons.icon("clock", "text"), "", outlined=True)

    def _make_table(self) -> None:
        theme = self._services.theme
        self.model = MemberModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        delegate = ProductRowDelegate(theme, self.table)
        self.table.setItemDelegate(delegate)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(delegate.row_height())
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(34))
        head.setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)

    def _size_columns(self, heads: Sequence[str], chips: Sequence[str]) -> None:
        """At least as wide as heads and chips in this language need."""
        theme = self._services.theme
        metrics, pad = QFontMetrics(theme.font("head")), theme.px(2 * PADDING)
        for column, width in _WIDTHS.items():
            least = metrics.horizontalAdvance(heads[column].upper()) + pad + theme.px(2)
            if column == Column.STATUS:
                least = max(least, *(chip_size(theme.font("chip"), chip).width() + pad for chip in chips))
            self.table.horizontalHeader().resizeSection(column, max(theme.px(width), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table keeps what tells products apart."""
        super().resizeEvent(event)
        for column, least in _OPTIONAL:
            self.table.setColumnHidden(column, self.width() < self._services.theme.px(least))

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(SPACE.m)
        words.addWidget(self.title_field, 3)
        words.addWidget(self.handle_field, 2)
        tools = QHBoxLayout()
        tools.setSpacing(SPACE.s)
        tools.addWidget(self.search, 1)
        for button in (self.up_button, self.down_button, self.remove_button):
            tools.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.delete_button)
        foot.addWidget(self.labels_button)
        foot.addWidget(self.history_button)
        foot.addStretch(1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        frame = Card(margin=1)
        frame.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for part in (self.locales, words, self.rule, tools, self.results, self.note, frame, foot):
            if isinstance(part, QWidget):
                column.addWidget(part, 1 if part is frame else 0)
            else:
                column.addLayout(part)

    def _connect(self) -> None:
        self.locales.chosen.connect(self._show_words)
        self.title.textEdited.connect(self._typed)
        self.handle.textEdited.connect(self._typed)
        self.rule.changed.connect(self._ruled)
        self.search.searched.connect(self.find_asked)
        self.results.itemActivated.connect(self._picked)
        self.up_button.clicked.connect(self._up)
        self.down_button.clicked.connect(self._down)
        self.remove_button.clicked.connect(self._remove)
        self.save_button.clicked.connect(self.save_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.delete_button.clicked.connect(self.delete_asked)
        self.labels_button.clicked.connect(self.labels_asked)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self.show_state)
        self.model.modelReset.connect(self.show_state)

    # -- showing -----------------------------------------------------------------------------------

    def set_shop(self, shop: ShopFacts) -> None:
        """The shop's languages and money."""
        self._shop = shop
        self.locales.set_choices([(locale, name) for locale, name in shop.locales])
        self.locales.setVisible(len(shop.locales) > 1)

    def show_draft(self, draft: CollectionDraft) -> None:
        """Shows words and rule."""
        self.draft = draft
        self.show_problems({})
        self._show_words()
        self.rule.setVisible(draft.by_rule)
        by_hand = not draft.by_rule and draft.id is not None
        for widget in (self.search, self.up_button, self.down_button, self.remove_button):
            widget.setVisible(by_hand)
        self.results.hide()
        self.search.clear_now()
        if draft.rule is not None:
            self.rule.show_rule(draft.rule, self._shop.currency_code)
        self.show_state()

    def show_problems(self, problems: dict[str, str]) -> None:
        """What was refused, at its field, by path."""
        locale = self._locale()
        self.title_field.set_error(problems.get(f"title@{locale}") or problems.get("title"))
        self.handle_field.set_error(problems.get(f"handle@{locale}"))
        self.rule.mark(problems)

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
        """Buttons follow draft and selection."""
        draft = self.draft
        dirty = draft is not None and draft.dirty
        saved = draft is not None and draft.id is not None
        self.save_button.setEnabled(draft is not None and (dirty or not saved))
        self.discard_button.setVisible(dirty or not saved)
        self.delete_button.setVisible(saved)
        self.labels_button.setVisible(saved)
        self.history_button.setVisible(saved)
        self.labels_button.setEnabled(self.model.rowCount() > 0)
        rows = self.selected_rows()
        self.remove_button.setEnabled(bool(rows))
        self.up_button.setEnabled(bool(rows) and rows[0] > 0)
        self.down_button.setEnabled(bool(rows) and rows[-1] < self.model.rowCount() - 1)

    def selected_rows(self) -> list[int]:
        """The selected lines, top to bottom."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def select_ids(self, product_ids: list[str]) -> None:
        """Selects lines again, after they were read anew."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in range(self.model.rowCount()):
            if self.model.product_id(row) in product_ids:
                self.table.selectionModel().select(self.model.index(row, 0), flags)

    def _locale(self) -> str:
        return str(self.locales.value() or self._shop.default_locale)

    @Slot()
    def _show_words(self) -> None:
        if self.draft is not None:
            self.title.setText(self.draft.title(self._locale()))
            self.handle.setText(self.draft.handle(self._locale()))

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _typed(self) -> None:
        if self.draft is not None:
            self.draft.set_words(self._locale(), self.title.text(), self.handle.text())
            self.show_state()
            self.edited.emit()

    @Slot()
    def _ruled(self) -> None:
        if self.draft is not None:
            self.draft.rule = self.rule.rule()
            self.show_state()
            self.edited.emit()

    @Slot(QListWidgetItem)
    def _picked(self, item: QListWidgetItem) -> None:
        self.add_asked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _selected_ids(self) -> list[str]:
        return [self.model.product_id(row) for row in self.selected_rows()]

    @Slot()
    def _remove(self) -> None:
        self.remove_asked.emit(self.selected_rows())

    @Slot()
    def _up(self) -> None:
        self.move_asked.emit(self._selected_ids(), max(0, self.selected_rows()[0] - 1))

    @Slot()
    def _down(self) -> None:
        self.move_asked.emit(self._selected_ids(), self.selected_rows()[-1] + 2)

    @Slot()
    def _open(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.open_asked.emit(self.model.product_id(row))

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.history_button.set_tip(self.tr("History of the collection"))
        heads = (self.tr("Product"), self.tr("SKU"), self.tr("Status"), self.tr("Stock"), self.tr("Price"))
        chips = {"active": self.tr("Active"), "draft": self.tr("Draft"), "archived": self.tr("Archived")}
        self.rule.set_language(self._services.translator.language)
        self.model.set_texts(self._services.translator.language, heads[: len(COLUMNS)], chips)
        self._size_columns(heads, tuple(chips.values()))
        self.table.setAccessibleName(self.tr("Products of the collection"))
        self.locales.setAccessibleName(self.tr("Language"))
        self.title_field.set_label(self.tr("Title"))
        self.handle_field.set_label(self.tr("Handle"))
        self.handle.setPlaceholderText(self.tr("made from the title"))
        self.search.set_placeholder(self.tr("Find products to add"))
        self.results.setAccessibleName(self.tr("Found products"))
        self.up_button.set_tip(self.tr("Move up"))
        self.down_button.set_tip(self.tr("Move down"))
        self.remove_button.set_tip(self.tr("Take out of the collection"))
        self.save_button.setText(self.tr("Save"))
        self.discard_button.setText(self.tr("Discard"))
        self.delete_button.setText(self.tr("Delete"))
        self.labels_button.setText(self.tr("Print labels…"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
