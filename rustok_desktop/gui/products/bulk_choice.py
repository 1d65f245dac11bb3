"""Editors of a bulk edit that are more than a line: one of many lists, and a formula for an amount."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from rustok_desktop.gui.theme.tokens import SPACE

TARGETS = ("price", "compare_at", "cost")


class ListChoice(QComboBox):
    """One of the shop's collections or categories, found by typing any part of its name."""

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line = self.lineEdit()
        assert line is not None, "an editable box has a line"
        self.line = line
        self.line.textEdited.connect(self.touched)
        self.activated.connect(self.touched)

    def set_lists(self, lists: Sequence[tuple[str, str]]) -> None:
        """``(id, name)`` of all there are; none is chosen."""
        self.clear()
        self._ids = [list_id for list_id, _ in lists]
        self.addItems([name for _, name in lists])
        self.setCurrentIndex(-1)
        self.clearEditText()

    def chosen(self) -> str | None:
        """The id of the list whose name stands in the line; None while it names none."""
        text = self.currentText().strip().casefold()
        if self.currentIndex() >= 0 and self.itemText(self.currentIndex()).casefold() == text:
            return self._ids[self.currentIndex()]
        return next((self._ids[n] for n in range(self.count()) if self.itemText(n).casefold() == text), None)


class FormulaEdit(QWidget):
    """Which amount, and the formula for it."""

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = QComboBox()
        self.target.addItems([""] * len(TARGETS))
        self.formula = QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.target)
        row.addWidget(self.formula, 1)
        self.setFocusProxy(self.formula)
        self.target.activated.connect(self.touched)
        self.formula.textEdited.connect(self.touched)
        self.retranslate()

    def value(self) -> dict[str, Any] | None:
        """As the command takes it; None while there is no formula."""
        text = self.formula.text().strip()
        return {"formula": text, "target": TARGETS[self.target.currentIndex()]} if text else None

    @Slot()
    def retranslate(self) -> None:
        """All words in the language of the window."""
        for place, text in enumerate((self.tr("Price"), self.tr("Compare at"), self.tr("Cost"))):
            self.target.setItemText(place, text)
        self.target.setAccessibleName(self.tr("Amount"))
        self.formula.setAccessibleName(self.tr("Formula"))
        self.formula.setPlaceholderText(self.tr("+10 %, round to .99"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
