"""Counting with a scanner: a field that is always ready, what was counted, what applying would move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.commerce.stock_views import CountView, StocktakeView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.inventory.count_table_model import CountColumn, CountTableModel
from rustok_desktop.gui.inventory.stock_table_model import article_text
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.properties import restyle

_WIDTHS = (0, 120, 84, 84, 92, 96, 84)


class CountingView(QWidget):
    """Only asks: ``scanned`` (code), ``counted`` (variant id, quantity), ``apply_asked`` (with ``zero``),
    ``cancel_asked``, ``left`` (go on later)."""

    scanned = Signal(str)
    counted = Signal(str, int)
    apply_asked = Signal(bool)
    cancel_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = "en"
        self._fresh = True  # no code was scanned yet
        self.stocktake: StocktakeView | None = None
        self.header = PageHeader()
        self.later = Button("", icons.icon("arrow-left", "text"))
        self.cancel = Button("", icons.icon("x", "text"))
        self.apply = Button("", icons.icon("check", "on_accent"), "primary")
        self.scan = QLineEdit()
        self.scan.addAction(icons.icon("barcode", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.last = QLabel()
        self.last.setWordWrap(True)
        self._counted_chip, self._different_chip, self._missing_chip = Chip(), Chip(), Chip()
        self.only = QCheckBox()
        self.zero = QCheckBox()
        self.model = CountTableModel(theme, self)
        self.table = QTableView()
        self._set_up_table()
        self._lay_out()
        self.scan.returnPressed.connect(self._scanned)
        self.only.toggled.connect(self.model.set_only_differences)
        self.model.count_asked.connect(self.counted)
        self.apply.clicked.connect(self._apply)
        self.cancel.clicked.connect(self.cancel_asked)
        self.later.clicked.connect(self.left)
        theme.changed.connect(self._restyle)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setSectionResizeMode(CountColumn.ARTICLE, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        for button in (self.later, self.cancel, self.apply):
            self.header.add_action(button)
        chips = QHBoxLayout()
        chips.setSpacing(SPACE.s)
        for widget in (self._counted_chip, self._different_chip, self._missing_chip):
            chips.addWidget(widget)
        chips.addStretch(1)
        chips.addWidget(self.only)
        scanner = Card()
        scanner.body.addWidget(self.scan)
        scanner.body.addWidget(self.last)
        frame = Card(margin=1)
        frame.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(scanner)
        column.addLayout(chips)
        column.addWidget(frame, 1)
        column.addWidget(self.zero)

    @Slot()
    def _restyle(self) -> None:
        self.table.setFont(self._theme.font("body", tabular=True))
        head = QFontMetrics(self._theme.font("head"))
        for column, width in enumerate(_WIDTHS):
            if width:
                text = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
                least = head.horizontalAdvance(text) + self._theme.px(20)
                self.table.setColumnWidth(column, max(self._theme.px(width), least))
        self.table.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self.table.horizontalHeader().setFixedHeight(self._theme.px(36))

    # -- showing -----------------------------------------------------------------------------------

    def show_stocktake(self, stocktake: StocktakeView) -> None:
        """The stocktake as it stands; another one begins with an empty field."""
        shown = self.stocktake
        if shown is not None and shown.id == stocktake.id and shown.version > stocktake.version:
            return  # a quick scanner's answers may overtake each other
        if shown is None or shown.id != stocktake.id:
            self.zero.setChecked(False)
            self.only.setChecked(False)
            self.scan.clear()
            self._fresh = True
        if self._fresh:
            self._say(self.tr("Scan a barcode or type a SKU and press Enter: each one adds 1."), "muted")
        self.stocktake = stocktake
        self.model.show_counts(stocktake.counts)
        title = self.tr("Stocktake at {place}").format(place=stocktake.location_name)
        self.header.set_title(title)
        self.header.set_count(stocktake.number)
        different = sum(1 for count in stocktake.counts if count.difference)
        self._counted_chip.set_chip(self.tr("%Ln article(s) counted", "", len(stocktake.counts)), "accent")
        self._different_chip.set_chip(self.tr("%Ln difference(s)", "", different), "warn" if different else "ok")
        self._missing_chip.set_chip(self.tr("%Ln not counted yet", "", stocktake.uncounted), "neutral")
        self._missing_chip.setVisible(stocktake.uncounted > 0)
        text = self.tr("Set what nobody counted to zero: %Ln article(s)", "", stocktake.uncounted)
        self.zero.setText(f"{text} ({format_number(stocktake.uncounted_units, self._language)})")
        self.zero.setVisible(stocktake.uncounted > 0)
        self.apply.setEnabled(bool(stocktake.counts))

    def show_counted(self, count: CountView) -> None:
        """Say what the last code was."""
        self._fresh = False
        text = self.tr("{article} — {count} counted, {seen} expected")
        numbers = {"count": count.counted, "seen": count.seen}
        shown = {name: format_number(number, self._language) for name, number in numbers.items()}
        article = article_text(count.product_title, count.variant_title)
        self._say(text.format(article=article, **shown), "muted")

    def show_refused(self, text: str) -> None:
        """Say why the last code did not count; the scanner goes on."""
        self._fresh = False
        self._say(text, "error")

    def _say(self, text: str, role: str) -> None:
        restyle(self.last, "role", role)
        self.last.setText(text)

    @Slot()
    def _scanned(self) -> None:
        code = self.scan.text().strip()
        self.scan.clear()
        if code:
            self.scanned.emit(code)

    @Slot()
    def _apply(self) -> None:
        self.apply_asked.emit(self.zero.isChecked())

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self, language: str) -> None:
        """All words in the language of the window."""
        self._language = language
        heads = (
            self.tr("Article"),
            self.tr("SKU"),
            self.tr("Counted"),
            self.tr("Expected"),
            self.tr("Difference"),
            self.tr("Moved since"),
            self.tr("Then"),
        )
        self.model.set_texts(language, heads)
        self.later.setText(self.tr("Go on later"))
        self.cancel.setText(self.tr("Cancel stocktake"))
        self.apply.setText(self.tr("Apply"))
        self.scan.setPlaceholderText(self.tr("Scan a barcode or type a SKU"))
        self.scan.setAccessibleName(self.tr("Scan a barcode or type a SKU"))
        self.only.setText(self.tr("Only differences"))
        self.table.setAccessibleName(self.tr("Counted articles"))
        self._restyle()
        if self.stocktake is not None:
            self.show_stocktake(self.stocktake)
