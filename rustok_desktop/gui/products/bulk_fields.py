"""The fields of a bulk edit: each has a tick that says it is meant, and an editor."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from rustok_desktop.gui.theme.tokens import SPACE

TEXTS = ("vendor", "product_type", "add_tags", "remove_tags")
CHOICES: dict[str, tuple[Any, ...]] = {
    "status": ("active", "draft", "archived"),
    "inventory_policy": ("deny", "continue"),
    "manage_inventory": (True, False),
    "taxable": (True, False),
    "requires_shipping": (True, False),
}
_LISTS = ("add_tags", "remove_tags")


def bulk_field_name(name: str) -> str:
    """``Add tags``, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "vendor": translate("BulkFields", "Vendor"),
        "product_type": translate("BulkFields", "Type"),
        "add_tags": translate("BulkFields", "Add tags"),
        "remove_tags": translate("BulkFields", "Remove tags"),
        "tags": translate("BulkFields", "Tags"),
        "status": translate("BulkFields", "Status"),
        "inventory_policy": translate("BulkFields", "When sold out"),
        "manage_inventory": translate("BulkFields", "Track stock"),
        "taxable": translate("BulkFields", "Charge tax"),
        "requires_shipping": translate("BulkFields", "Needs shipping"),
    }[name]


def bulk_value_text(name: str, value: Any) -> str:
    """A value as the preview shows it."""
    translate = QCoreApplication.translate
    if isinstance(value, (list, tuple)):
        return ", ".join(value) or "—"
    if value is None:
        return translate("BulkFields", "different") if name in CHOICES and name != "status" else "—"
    if isinstance(value, bool):
        return translate("BulkFields", "yes") if value else translate("BulkFields", "no")
    return {
        "active": translate("BulkFields", "Active"),
        "draft": translate("BulkFields", "Draft"),
        "archived": translate("BulkFields", "Archived"),
        "deny": translate("BulkFields", "Stop selling"),
        "continue": translate("BulkFields", "Keep selling"),
    }.get(value, str(value)) if name in CHOICES else str(value)


class BulkFields(QWidget):
    """Two columns of ticks and editors. Typing or choosing ticks the field. ``changed`` follows every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QCheckBox] = {}
        self.editors: dict[str, QLineEdit | QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.s)
        for number, name in enumerate((*TEXTS, *CHOICES)):
            row, column = number % 5, 2 * (number // 5)
            self._add(name)
            grid.addWidget(self.ticks[name], row, column)
            grid.addWidget(self.editors[name], row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.retranslate()

    def _add(self, name: str) -> None:
        tick = self.ticks[name] = QCheckBox()
        tick.toggled.connect(self._changed)
        editor: QLineEdit | QComboBox
        if name in CHOICES:
            editor = QComboBox()
            editor.addItems([""] * len(CHOICES[name]))
            editor.activated.connect(self._touched)
        else:
            editor = QLineEdit()
            editor.textEdited.connect(self._touched)
        editor.setProperty("field", name)
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

    def changes(self) -> dict[str, Any]:
        """What is ticked, by the names of the command."""
        return {name: self._value(name) for name, tick in self.ticks.items() if tick.isChecked()}

    def _value(self, name: str) -> Any:
        editor = self.editors[name]
        if isinstance(editor, QComboBox):
            return CHOICES[name][editor.currentIndex()]
        text = editor.text().strip()
        if name in _LISTS:
            return [tag.strip() for tag in text.split(",") if tag.strip()]
        return text or None

    def retranslate(self) -> None:
        """All words in the language of the window."""
        for name, tick in self.ticks.items():
            tick.setText(bulk_field_name(name))
            editor = self.editors[name]
            editor.setAccessibleName(bulk_field_name(name))
            if isinstance(editor, QComboBox):
                for place, value in enumerate(CHOICES[name]):
                    editor.setItemText(place, bulk_value_text(name, value))
            elif name in _LISTS:
                editor.setPlaceholderText(self.tr("separated by commas"))
            else:
                editor.setPlaceholderText(self.tr("empty: none"))
