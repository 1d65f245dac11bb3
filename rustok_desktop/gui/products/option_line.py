"""One option above the variant grid: its name, a pill for each value, a way to add one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.product_texts import OptionDraft
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class OptionLine(QWidget):
    """Shows one option after the other with the same widgets: making dozens of pills anew takes longer than reading a
    product. ``renamed`` carries the typed name, ``value_typed`` a new value, ``value_dropped`` one to take out."""

    renamed = Signal(str)
    value_typed = Signal(str)
    value_dropped = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.option: OptionDraft | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.name = QLineEdit()
        self.name.setProperty("role", "plain")
        self.name.setFixedWidth(max(64, self.fontMetrics().averageCharWidth() * 11))
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        font = self.name.font()
        font.setWeight(font.Weight.DemiBold)
        self.name.setFont(font)
        self.pills: list[QPushButton] = []
        self.add = Button("", icons.icon("plus", "accent"), "link", compact=True)
        self.entry = QLineEdit()
        self.entry.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._flow = FlowLayout(self, spacing=SPACE.s)
        for widget in (self.name, self.add, self.entry):
            self._flow.addWidget(widget)
        self.name.editingFinished.connect(self._name_typed)
        self.add.clicked.connect(self._begin_value)
        self.entry.returnPressed.connect(self._take_value)

    def show_option(self, option: OptionDraft) -> Iterator[None]:
        """Show this option, one pill in each step; a value half typed is gone."""
        self.option = None
        yield from self._show_pills(option.values)
        if self.name.text() != option.name:
            self.name.setText(option.name)
        self.name.setAccessibleName(self.tr("Name of the option"))
        self.add.setText(self.tr("Add value"))
        self.entry.setAccessibleName(self.tr("New value of {option}").format(option=option.name))
        self.entry.setPlaceholderText(self.tr("Value, then Enter"))
        self.entry.clear()
        self.entry.hide()
        self.add.show()
        self.option = option

    def _show_pills(self, values: tuple[str, ...]) -> Iterator[None]:
        for pill in self.pills[len(values) :]:
            pill.hide()
        for place, value in enumerate(values):
            if place == len(self.pills):
                self._add_pill()
            self._label(self.pills[place], value)
            self.pills[place].show()
            yield

    def _add_pill(self) -> None:
        pill = QPushButton(self)  # at once a part of the line: to take it in later means to style it twice
        pill.setProperty("role", "pill")
        pill.setIcon(self._icons.icon("x", "muted"))
        pill.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        pill.clicked.connect(self._dropped)
        self.pills.append(pill)
        self._flow.insert_widget(len(self.pills), pill)
        pill.ensurePolished()  # here, pill by pill, and not when the whole line comes in sight

    def _label(self, pill: QPushButton, value: str) -> None:
        text = self.tr("Take {value} out, with its variants").format(value=value)
        if (pill.text(), pill.toolTip()) != (value, text):
            pill.setText(value)
            pill.setToolTip(text)
            pill.setAccessibleName(text)

    @Slot()
    def _dropped(self) -> None:
        pill = self.sender()
        if isinstance(pill, QPushButton) and pill in self.pills and self.option is not None:
            self.value_dropped.emit(self.option.values[self.pills.index(pill)])

    @Slot()
    def _name_typed(self) -> None:
        self.renamed.emit(self.name.text().strip())

    @Slot()
    def _begin_value(self) -> None:
        self.add.hide()
        self.entry.show()
        self.entry.setFocus()

    @Slot()
    def _take_value(self) -> None:
        self.value_typed.emit(self.entry.text().strip())
