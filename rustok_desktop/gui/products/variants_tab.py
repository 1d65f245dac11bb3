"""The second tab of the editor: options and the grid of variants."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.products import option_edits
from rustok_desktop.gui.products.bulk_bar import BulkBar
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.options_bar import OptionsBar
from rustok_desktop.gui.products.variant_grid_model import GridColumn, VariantGridModel
from rustok_desktop.gui.products.variant_grid_view import VariantGridView
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.filter_box import FilterBox


class VariantsTab(QWidget):
    """Options above, acts on ticked variants, the grid, and what it holds beneath."""

    def __init__(self, controller: EditorController, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.options = OptionsBar(controller, icons)
        self.model = VariantGridModel(controller, self)
        self.grid = VariantGridView(self.model, controller, theme)
        self.bulk = BulkBar(self.model, controller, icons)
        self.group_box = FilterBox()
        self.options.add_tool(self.group_box)
        self.group_box.chosen.connect(self._group)
        self._group_choices: list[tuple[object, str]] = []
        self.add_button = Button("", icons.icon("plus", "text"), compact=True)
        self.remove_button = Button("", icons.icon("trash", "text"), compact=True)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self._counts, self._unsaved, self._wrong, self._hint = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in (
            (self._counts, "strong"),
            (self._unsaved, "warn"),
            (self._wrong, "danger"),
            (self._hint, "muted"),
        ):
            label.setProperty("role", role)
        foot = FlowLayout(spacing=SPACE.m)
        widgets = (self.add_button, self.remove_button, self._counts, self._unsaved, self._wrong, self._hint)
        for widget in widgets:
            foot.addWidget(widget)
        self._hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.options)
        column.addWidget(self.bulk)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        controller.grown.connect(self._show_count)
        self.grid.range_changed.connect(self._show_hint)
        self.retranslate()

    def focus_path(self, path: str) -> bool:
        """Go to the cell or option of a path; false when this tab has none."""
        if path.startswith("options"):
            self.options.setFocus()
            return True
        return self.grid.go_to(path)

    @Slot()
    def refresh(self) -> None:
        """Counts of variants, unsaved cells and wrong ones."""
        state = self._controller.state
        if state is None:
            return
        self._show_count()
        cells = state.edits.cell_count() + len(state.removed)
        self._unsaved.setText(self.tr("◤ %n unsaved", "", cells))
        self._unsaved.setVisible(cells > 0)
        wrong = self.model.wrong_cells()
        self._wrong.setText(self.tr("%n cell(s) to fix", "", wrong))
        self._wrong.setVisible(wrong > 0)
        self.remove_button.setEnabled(state.variant_count() > 1)
        self._show_groups()

    @Slot()
    def _show_count(self) -> None:
        state = self._controller.state
        if state is None:
            return
        count = state.variant_count()
        if state.complete:
            self._counts.setText(self.tr("%n variant(s)", "", count))
            return
        here, whole = (format_number(n, self._controller.language) for n in (count - state.missing, count))
        self._counts.setText(self.tr("Loading {n} of {m} variants…").format(n=here, m=whole))

    def _show_groups(self) -> None:
        state = self._controller.state
        names = [option.name for option in state.options()] if state is not None else []
        choices: list[tuple[object, str]] = [(None, self.tr("none")), *enumerate(names)]
        if choices != self._group_choices:
            self._group_choices = choices
            self.group_box.set_choices(choices)
        self.group_box.set_value(self.model.grouped_by)
        self.group_box.setVisible(bool(names))

    @Slot(object)
    def _group(self, place: object) -> None:
        self.model.group_by(place if isinstance(place, int) else None)

    @Slot(int, int)
    def _show_hint(self, rows: int, columns: int) -> None:
        if rows and columns:
            self._hint.setText(
                self.tr("Range {rows} × {columns}  ·  Ctrl+D fills down").format(rows=rows, columns=columns)
            )
        else:
            self._hint.setText(self.tr("Paste from a spreadsheet: click a cell, Ctrl+V"))

    @Slot()
    def _add(self) -> None:
        self._controller.when_whole(self._add_one)

    def _add_one(self) -> None:
        state = self._controller.state
        if state is None:
            return
        key = option_edits.add_like_last(state, next(option_edits.missing(state), ()))
        self._controller.touched()
        self.grid.go_to(f"variants/{key}")

    @Slot()
    def _remove(self) -> None:
        state = self._controller.state
        keys = [self.model.key(row) for row in self.grid.chosen_rows()]
        if state is not None and [key for key in keys if state.remove_variant(key)]:
            self._controller.touched()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        heads = {
            GridColumn.SKU: self.tr("SKU"),
            GridColumn.BARCODE: self.tr("Barcode"),
            GridColumn.PRICE: self.tr("Price"),
            GridColumn.COMPARE_AT: self.tr("Compare at"),
            GridColumn.COST: self.tr("Cost"),
            GridColumn.MARGIN: self.tr("Margin"),
            GridColumn.STOCK: self.tr("Stock"),
            GridColumn.WEIGHT: self.tr("Weight"),
            GridColumn.POLICY: self.tr("When sold out"),
        }
        policies = {"deny": self.tr("Stop selling"), "continue": self.tr("Keep selling")}
        words = {
            "after": self.tr("{column} after"),
            "wrong": self.tr("{n} to fix"),
            "out": self.tr("{n} out"),
            "low": self.tr("{n} low"),
        }
        self.model.set_texts({str(name): text for name, text in heads.items()}, policies, words)
        self.group_box.set_label(self.tr("Group by"))
        self.grid.tick_all.setAccessibleName(self.tr("Tick all variants"))
        self.grid.ticks.setAccessibleName(self.tr("Ticks of variants (Space)"))
        self.grid.setAccessibleName(self.tr("Variants"))
        self.grid.restyle()
        self.add_button.setText(self.tr("Add variant"))
        self.remove_button.setText(self.tr("Remove"))
        self._show_hint(0, 0)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
