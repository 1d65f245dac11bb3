"""The options of a product and their values, above the variant grid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from rustok_desktop.core import limits
from rustok_desktop.gui.products import option_edits
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.option_line import OptionLine
from rustok_desktop.gui.products.product_texts import OptionDraft
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.turns import Turns

_AT_ONCE = 24  # values whose pills need no turn of their own


class OptionsBar(QFrame):
    """One line per option: its name, a pill for each value, a way to add one. Edits go into the draft."""

    changed = Signal()

    def __init__(self, controller: EditorController, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunk")
        self._controller = controller
        self._icons = icons
        self._shown: tuple[OptionDraft, ...] | None = None
        self._state: EditorState | None = None  # whose options are shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        self._column.setSpacing(SPACE.s)
        self._lines: list[OptionLine] = []
        self._turns = Turns(self)
        self._box = QWidget()
        self._box.setProperty("surface", "plain")
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE.s)
        self._column.addWidget(self._box)
        self._counted: tuple[EditorState | None, int, int] = (None, -1, 0)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.add_missing = Button("", icons.icon("plus", "accent"), "link", compact=True)
        self.add_option = Button("", icons.icon("plus", "accent"), "link", compact=True)
        self.add_missing.clicked.connect(self._fill)
        self.add_option.clicked.connect(self._begin_option)
        self.new_option = QLineEdit()
        self.new_option.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.new_option.returnPressed.connect(self._take_option)
        self.new_option.hide()
        foot = FlowLayout(spacing=SPACE.m)
        for widget in (self._count, self.add_missing, self.add_option, self.new_option):
            foot.addWidget(widget)
        self._column.addLayout(foot)
        self._foot = foot
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        self.retranslate()

    def add_tool(self, widget: QWidget) -> None:
        """A further widget in the foot."""
        self._foot.addWidget(widget)

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Follow the draft; lines are filled anew only when options changed, and another product's very many values in
        turns of their own."""
        state = self._controller.state
        options = state.options() if state is not None else ()
        if options != self._shown:
            self._shown = options
            self._rebuild(options)
        self._show_counts()

    def _show_counts(self) -> None:
        state = self._controller.state
        if state is None or not self._shown:
            self._count.setText(self.tr("No options: one variant stands for the product"))
            self.add_missing.setText(self.tr("Add %n missing variant(s)", "", 0))
            self.add_missing.hide()
            return
        total, have = option_edits.combinations(state), state.variant_count()
        parts = " × ".join(f"{option.name} {len(option.values)}" for option in self._shown)
        variants = self.tr("%n variant(s)", "", total)
        self._count.setText(f"{parts} = {variants}")
        # More combinations than a product may have variants are not worth counting, let alone adding.
        countable = state.complete and total != have and total <= limits.VARIANTS_PER_PRODUCT
        lacking = self._lacking(state, total - have) if countable else 0
        self.add_missing.setText(self.tr("Add %n missing variant(s)", "", lacking))
        self.add_missing.setVisible(lacking > 0)

    def _lacking(self, state: EditorState, difference: int) -> int:
        """How many combinations no variant has. As saved, each variant has one of its own; once that is edited, they
        have to be gone through, though not for every letter typed elsewhere."""
        if not state.structural:
            return difference
        if self._counted[:2] != (state, state.shape):
            self._counted = (state, state.shape, sum(1 for _ in option_edits.missing(state)))
        return self._counted[2]

    def _rebuild(self, options: tuple[OptionDraft, ...]) -> None:
        # Out of sight: nothing of another product stays, and nothing around finds its place again for every pill.
        self._box.hide()
        same, self._state = self._state is self._controller.state, self._controller.state
        self._turns.start(self._show_lines(options))
        if same or sum(len(option.values) for option in options) <= _AT_ONCE:
            self._turns.finish()

    def _show_lines(self, options: tuple[OptionDraft, ...]) -> Iterator[None]:
        for place, option in enumerate(options):
            if place == len(self._lines):
                self._add_line()
            line = self._lines[place]
            if line.option != option:
                yield from line.show_option(option)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(options))
        self._box.setVisible(bool(options))

    def _add_line(self) -> None:
        place, line = len(self._lines), OptionLine(self._icons, self._box)
        line.renamed.connect(partial(self._rename, place))
        line.value_typed.connect(partial(self._take_value, place))
        line.value_dropped.connect(partial(self._remove_value, place))
        self._lines.append(line)
        self._rows.addWidget(line)

    # -- editing -----------------------------------------------------------------------------------

    def _rename(self, place: int, name: str) -> None:
        state = self._controller.state
        if state is not None and option_edits.rename_option(state, place, name):
            self._done()

    def _take_value(self, place: int, value: str) -> None:
        state = self._controller.state
        if state is not None and option_edits.add_value(state, place, value):
            self._done()
        else:
            self._lines[place].entry.selectAll()

    def _remove_value(self, place: int, value: str) -> None:
        self._controller.when_whole(partial(self._take_out, place, value))

    def _take_out(self, place: int, value: str) -> None:
        state = self._controller.state
        if state is not None and option_edits.remove_value(state, place, value):
            self._done()

    @Slot()
    def _fill(self) -> None:
        state = self._controller.state
        if state is not None and option_edits.add_missing(state):
            self._done()

    @Slot()
    def _begin_option(self) -> None:
        self.new_option.clear()
        self.new_option.show()
        self.new_option.setFocus()

    @Slot()
    def _take_option(self) -> None:
        self._controller.when_whole(self._add_typed_option)

    def _add_typed_option(self) -> None:
        """``Colour: Indigo, Clay`` is an option with its values; the variants so far get the first one."""
        state = self._controller.state
        name, _, rest = self.new_option.text().partition(":")
        values = [value.strip() for value in rest.split(",") if value.strip()]
        if state is None or not values or not option_edits.add_option(state, name.strip(), values[0]):
            self.new_option.selectAll()
            return
        for value in values[1:]:
            option_edits.add_value(state, len(state.options()) - 1, value)
        self.new_option.hide()
        self._done()

    def _done(self) -> None:
        self._controller.touched()
        self.changed.emit()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.add_option.setText(self.tr("Add option"))
        self.new_option.setPlaceholderText(self.tr("Colour: Indigo, Clay"))
        self.new_option.setAccessibleName(self.tr("New option with its values"))
        self._shown = None
        for line in self._lines:
            line.option = None
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
