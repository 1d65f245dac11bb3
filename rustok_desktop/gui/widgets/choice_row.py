"""One of a few, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.tab_order import put_in_place


class ChoiceRow(QFrame):
    """Exclusive buttons. ``look``: ``segment`` (joined, e.g. All | Create | Change) or ``pill`` (locales).

    ``chosen`` carries the value a person chose; :meth:`set_value` is silent.
    """

    chosen = Signal(object)

    def __init__(self, name: str = "", look: str = "segment", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        if look == "segment":
            self.setProperty("role", "segments")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._values: list[object] = []
        self._row = QHBoxLayout(self)
        edge = 3 if look == "segment" else 0
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(2 if look == "segment" else SPACE.s)
        if look != "segment":
            self._row.addStretch(1)  # pills are as wide as their words
        self.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[object, str]], icons: Sequence[QIcon] = ()) -> None:
        """Sets the choices; the chosen value stays when it is among them, else the first is chosen."""
        kept = self.value()
        same = [value for value, _ in choices] == self._values
        if not same:
            self._rebuild(choices)
            put_in_place(self, self._group.buttons())
        for index, (_, text) in enumerate(choices):
            button = self._group.button(index)
            button.setText(text)
            if index < len(icons):
                button.setIcon(icons[index])
        self.set_value(kept if kept in self._values else (self._values[0] if self._values else None))

    def value(self) -> object:
        """The chosen value, None without choices."""
        index = self._group.checkedId()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Chooses without telling; an unknown value changes nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def checked_button(self) -> QAbstractButton | None:
        """The button of the chosen value."""
        return self._group.checkedButton()

    def button(self, value: object) -> QAbstractButton:
        """The button of a value; ValueError for an unknown one."""
        return self._group.button(self._values.index(value))

    def _rebuild(self, choices: Sequence[tuple[object, str]]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._values = [value for value, _ in choices]
        for index in range(len(choices)):
            button = Button(parent=self)
            button.setProperty("role", self._look)
            button.setCheckable(True)
            self._group.addButton(button, index)
            self._row.insertWidget(index, button)

    @Slot(QAbstractButton)
    def _clicked(self, _button: QAbstractButton) -> None:
        self.chosen.emit(self.value())
