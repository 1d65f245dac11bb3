"""One group: its products side by side, and what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from rustok_desktop.commerce.matching_search import Group
from rustok_desktop.commerce.matching_views import Candidate
from rustok_desktop.gui.duplicates.candidate_table_model import CandidateTableModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card

_NARROWEST = 190
_LOWEST = 32
_AROUND = 12


class Comparison(QWidget):
    """The product whose column is selected is the one to open, or to keep."""

    open_asked = Signal(str)
    keep_asked = Signal(str)
    distinct_asked = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._group: Group | None = None
        icons = services.icons
        self.model = CandidateTableModel(services.theme, self)
        self.table = QTableView()
        self.told = QLabel()
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        self.open_button = Button("", icons.icon("external", "text"))
        self.distinct_button = Button("", icons.icon("x-circle", "text"))
        self.keep_button = Button("", icons.icon("trash", "text"))
        self._set_up_table()
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._check)
        self.table.doubleClicked.connect(self._double_clicked)
        self.open_button.clicked.connect(self._open)
        self.keep_button.clicked.connect(self._keep)
        self.distinct_button.clicked.connect(self.distinct_asked)
        services.theme.changed.connect(self._fit)
        self.retranslate()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setMinimumSectionSize(self._services.theme.px(_NARROWEST))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setMinimumSectionSize(self._services.theme.px(_LOWEST))

    def _lay_out(self) -> None:
        card = Card(margin=1)
        card.body.addWidget(self.table)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE.s)
        for button in (self.open_button, self.keep_button):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.distinct_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(card, 1)
        column.addWidget(self.told)
        column.addLayout(acts)

    def show_group(self, group: Group | None, candidates: Sequence[Candidate]) -> None:
        """Its products, the oldest selected; none while they are being read."""
        self._group = group
        self.model.show_candidates(candidates, group.reasons if group is not None else ())
        if candidates:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._fit()
        self._check()

    def chosen(self) -> Candidate | None:
        """The product of the selected column."""
        column = self.table.currentIndex().column()
        return self.model.candidates[column] if 0 <= column < len(self.model.candidates) else None

    @Slot()
    def _fit(self) -> None:
        """Lines as high as their texts, with air around."""
        px, head = self._services.theme.px, self.table.verticalHeader()
        head.setMinimumSectionSize(px(_LOWEST))
        self.table.horizontalHeader().setFixedHeight(px(36))
        for row in range(self.model.rowCount()):
            head.resizeSection(row, max(px(_LOWEST), self.table.sizeHintForRow(row) + px(_AROUND)))

    @Slot(QModelIndex)
    def _double_clicked(self, _index: QModelIndex) -> None:
        self._open()

    @Slot()
    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.open_asked.emit(chosen.id)

    @Slot()
    def _keep(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.keep_asked.emit(chosen.id)

    @Slot()
    def _check(self) -> None:
        number = self.table.currentIndex().column() + 1
        chosen = self.chosen() is not None
        for button in (self.open_button, self.keep_button, self.distinct_button):
            button.setEnabled(chosen)
        self.open_button.setText(self.tr("Open {number}").format(number=number) if chosen else self.tr("Open"))
        keep = self.tr("Keep {number}, trash the others").format(number=number)
        self.keep_button.setText(keep if chosen else self.tr("Trash the others"))
        self.told.setText(self._sentence())
        self.told.setVisible(bool(self.told.text()))

    def _sentence(self) -> str:
        candidates = self.model.candidates
        live = [one for one in candidates if one.status == "active" and one is not self.chosen()]
        parts = []
        if self._group is not None and candidates and self._group.total > len(self._group.product_ids):
            left = self._group.total - len(self._group.product_ids)
            parts.append(self.tr("%Ln more product(s) belong here; they follow with the next search.", "", left))
        if live:
            parts.append(self.tr("%Ln published product(s) among the others would leave the shop.", "", len(live)))
        return " ".join(parts)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        heads = (
            self.tr("Title"),
            self.tr("Why"),
            self.tr("SKU"),
            self.tr("Barcode"),
            self.tr("Price"),
            self.tr("Stock"),
            self.tr("Status"),
            self.tr("Vendor"),
            self.tr("Variants"),
            self.tr("Created"),
        )
        statuses = {"draft": self.tr("Draft"), "active": self.tr("Active"), "archived": self.tr("Archived")}
        at = self.table.currentIndex().column()
        self.model.set_texts(heads, statuses, self._services.translator.language)
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(0, at))
        self.table.setAccessibleName(self.tr("Products side by side"))
        self.distinct_button.setText(self.tr("Not duplicates"))
        self._fit()
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
