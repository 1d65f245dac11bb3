"""The review: how many of each, the list of items, and what there is to know of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.nodes.schemas import ContentAction, ContentPlan, PlannedItem
from rustok_desktop.exchange.words.schemas import FoundTexts
from rustok_desktop.gui.exchange.content_plan_model import KIND, KNOW, PAGE, TITLE, WHAT, ContentPlanModel
from rustok_desktop.gui.exchange.text_counts import counts_text
from rustok_desktop.gui.history.field_texts import NOTHING, path_text, value_text
from rustok_desktop.gui.operations.content_files import exclude_content, load_content_items
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.choice_row import ChoiceRow

_NOTED = "noted"
_TEXTS = ("title", "excerpt", "body")


class ContentReviewStep(QWidget):
    """``loaded`` when rows have come, ``ticks_changed`` when an item is left out or taken back in."""

    loaded = Signal()
    ticks_changed = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plan: ContentPlan | None = None
        self.left_out = 0  # items of the plan that would be written, but are not to be
        self._model = ContentPlanModel(self)
        self._counts, self._notes = ElidedLabel(), QLabel()
        self._notes.setWordWrap(True)
        self._notes.setProperty("role", "muted")
        self._filter = ChoiceRow()
        self._table = QTableView()
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._prepare_table()
        self._lay_out()
        self.retranslate()
        self._model.more_wanted.connect(self._load)
        self._model.ticked.connect(self._ticked)
        self._filter.chosen.connect(self._restart)
        self._table.installEventFilter(self)

    @property
    def table(self) -> QTableView:
        """The list of items."""
        return self._table

    @property
    def filter(self) -> ChoiceRow:
        """Which items are listed."""
        return self._filter

    @property
    def details(self) -> str:
        """What is told of the chosen item."""
        return self._details.toPlainText()

    def show_plan(self, plan: ContentPlan) -> None:
        """Show a plan from its beginning."""
        self._plan, self.left_out = plan, plan.excluded
        self._model.forget()
        self._filter.set_value(None)
        self._tell()
        self._restart()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._filter.set_choices(
            [
                (None, self.tr("All")),
                (ContentAction.CREATE, self.tr("New")),
                (ContentAction.UPDATE, self.tr("Changed")),
                (ContentAction.SKIP, self.tr("Left out")),
                (_NOTED, self.tr("To know")),
            ]
        )
        self._filter.setAccessibleName(self.tr("Which items to list"))
        self._table.setAccessibleName(self.tr("What the import would do"))
        self._details.setAccessibleName(self.tr("What changes in the chosen item"))
        self._details.setPlaceholderText(self.tr("Choose an item to see what changes in it."))
        self._model.set_heads((self.tr("What"), self.tr("Kind"), self.tr("Title"), self.tr("To know")))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_details"):
            self.retranslate()

    def _tell(self) -> None:
        plan, language = self._plan, self._services.translator.language
        if plan is None:
            return
        if isinstance(plan.found, FoundTexts):
            self._counts.setText(counts_text(plan.found.counts, language))
            self._show_notes(plan)
            return
        tally = plan.tally
        text = self.tr("%1 new  ·  %2 changed  ·  %3 as they are  ·  %4 left out")
        for place, count in enumerate((tally.created, tally.updated, tally.unchanged, tally.rejected), 1):
            text = text.replace(f"%{place}", format_number(count, language))
        self._counts.setText(text)
        self._show_notes(plan)

    def _show_notes(self, plan: ContentPlan) -> None:
        self._notes.setText("\n".join(note if len(note) < 240 else f"{note[:240]}…" for note in plan.found.notes))
        self._notes.setVisible(bool(plan.found.notes))

    @Slot()
    def _restart(self) -> None:
        self._details.clear()
        self._model.restart()

    @Slot(int)
    def _load(self, after: int) -> None:
        plan, chosen = self._plan, self._filter.value()
        if plan is None:
            return
        action = chosen if isinstance(chosen, ContentAction) else None
        self._services.client.submit(
            load_content_items(plan, action, chosen == _NOTED, after, PAGE),
            on_result=lambda items: self._show_items(items, plan, chosen),
            alive=self.isVisible,
        )

    def _show_items(self, items: list[PlannedItem], plan: ContentPlan, chosen: object) -> None:
        if plan is self._plan and chosen == self._filter.value():
            self._model.add(items)
            self.loaded.emit()

    @Slot(object, bool)
    def _ticked(self, item: PlannedItem, taken: bool) -> None:
        if self._plan is not None:
            self.left_out += -1 if taken else 1
            self._services.client.submit(exclude_content(self._plan, item.ordinal, not taken))
            self.ticks_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The space bar ticks the row, in whichever column one is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._model.turn(self._table.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = self._model.item(current.row())
        self._details.setPlainText(self._told(item) if item is not None else "")

    def _told(self, item: PlannedItem) -> str:
        place = f"{item.source}:{item.line}" if item.source else self.tr("Line %1").replace("%1", str(item.line))
        parts = [f"{item.title}\n{place}", *filter(None, (item.reason, *item.notes))]
        for diff in item.diffs:
            head, new = path_text(diff.field), self._value(diff.field, diff.new)
            old = None if diff.old is None else self._value(diff.field, diff.old)
            parts.append(f"{head}\n{new}" if old is None else f"{head}\n{old}\n→ {new}")
        return "\n\n".join(parts)

    def _value(self, field: str, value: str | None) -> str:
        """Texts as they are written, in all their lines; whatever else in words."""
        texts = self._plan is not None and isinstance(self._plan.found, FoundTexts)
        if not value or texts or field.partition("@")[0] in _TEXTS:
            return value or NOTHING
        return value_text(field, value, self._services.translator.language)

    def _prepare_table(self) -> None:
        table, theme = self._table, self._services.theme
        table.setModel(self._model)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in ((WHAT, 112), (KIND, 92), (TITLE, 170)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, theme.px(width))
        head.setSectionResizeMode(KNOW, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentChanged.connect(self._on_current)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._counts, 1)
        head.addWidget(self._filter)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._table)
        split.addWidget(self._details)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self._notes)
        column.addWidget(split, 1)
