"""The fields of a bulk edit: each has a tick that says it is meant, and an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.bulk_choice import FormulaEdit, ListChoice
from rustok_desktop.gui.products.bulk_words import CHOICES, bulk_field_name, bulk_value_text
from rustok_desktop.gui.products.entry import read_tags, read_weight
from rustok_desktop.gui.theme.tokens import SPACE

LISTS = ("add_collection_ids", "remove_collection_ids", "add_category_ids", "remove_category_ids")
_TAGS = ("tags", "add_tags", "remove_tags")
_COLUMNS = (
    ("vendor", "product_type", "status", "weight", "inventory_policy"),
    ("tags", "add_tags", "remove_tags", "add_collection_ids", "remove_collection_ids"),
    ("add_category_ids", "remove_category_ids", "manage_inventory", "taxable", "requires_shipping"),
)
Editor = QLineEdit | QComboBox | FormulaEdit


class BulkFields(QWidget):
    """Columns of ticks and editors. Typing or choosing ticks the field. ``changed`` follows every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QCheckBox] = {}
        self.editors: dict[str, Editor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.s)
        for column, names in enumerate(_COLUMNS):
            for row, name in enumerate(names):
                self._add(name)
                grid.addWidget(self.ticks[name], row, 2 * column)
                grid.addWidget(self.editors[name], row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self._add("price")
        grid.addWidget(self.ticks["price"], len(_COLUMNS[0]), 0)
        grid.addWidget(self.editors["price"], len(_COLUMNS[0]), 1, 1, 2 * len(_COLUMNS) - 1)
        self.retranslate()

    def _add(self, name: str) -> None:
        tick = self.ticks[name] = QCheckBox()
        tick.toggled.connect(self._changed)
        editor: Editor
        if name in CHOICES:
            editor = QComboBox()
            editor.addItems([""] * len(CHOICES[name]))
            editor.activated.connect(self._touched)
        elif name in LISTS:
            editor = ListChoice()
            editor.touched.connect(self._touched)
        elif name == "price":
            editor = FormulaEdit()
            editor.touched.connect(self._touched)
        else:
            editor = QLineEdit()
            editor.textEdited.connect(self._touched)
        editor.setProperty("field", name)
        editor.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.editors[name] = editor

    @Slot()
    def _touched(self) -> None:
        name = str(self.sender().property("field"))
        if self.ticks[name].isChecked():
            self.changed.emit()
        else:
            self.ticks[name].setChecked(True)

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    def set_lists(self, collections: Sequence[tuple[str, str]], categories: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, as ``(id, name)``."""
        for name in LISTS:
            editor = self.editors[name]
            if isinstance(editor, ListChoice):
                editor.set_lists(collections if "collection" in name else categories)

    def changes(self) -> dict[str, Any]:
        """What is ticked and filled in, by the names of the command."""
        found: dict[str, Any] = {}
        for name, tick in self.ticks.items():
            if tick.isChecked():
                found |= self._given(name)
        return found

    def problem(self) -> FieldProblem | None:
        """What is ticked and cannot be read."""
        return self._weight()[2] if self.ticks["weight"].isChecked() else None

    def _given(self, name: str) -> dict[str, Any]:
        editor = self.editors[name]
        if isinstance(editor, ListChoice):
            chosen = editor.chosen()
            return {name: [chosen]} if chosen is not None else {}
        if isinstance(editor, FormulaEdit):
            value = editor.value()
            return {name: value} if value is not None else {}
        if isinstance(editor, QComboBox):
            return {name: CHOICES[name][editor.currentIndex()]}
        if name == "weight":
            weight, unit, _ = self._weight()
            return {"weight_mg": weight, "weight_unit": unit if weight is not None else None}
        text = editor.text().strip()
        return {name: list(read_tags(text)) if name in _TAGS else text or None}

    def _weight(self) -> tuple[int | None, str, FieldProblem | None]:
        editor = self.editors["weight"]
        return read_weight("weight", editor.text() if isinstance(editor, QLineEdit) else "")

    def retranslate(self) -> None:
        """All words in the language of the window."""
        for name, tick in self.ticks.items():
            tick.setText(bulk_field_name(name))
            editor = self.editors[name]
            editor.setAccessibleName(bulk_field_name(name))
            if isinstance(editor, ListChoice):
                editor.line.setPlaceholderText(self.tr("choose"))
            elif isinstance(editor, QComboBox):
                for place, value in enumerate(CHOICES[name]):
                    editor.setItemText(place, bulk_value_text(name, value))
            elif isinstance(editor, QLineEdit):
                hints = {
                    "weight": self.tr("250 g; empty: none"),
                    **dict.fromkeys(_TAGS, self.tr("separated by commas")),
                }
                editor.setPlaceholderText(hints.get(name, self.tr("empty: none")))
