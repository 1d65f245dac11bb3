"""The box to filter with: what it filters and the choice, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from rustok_desktop.gui.widgets.properties import restyle


class FilterBox(QComboBox):
    """Reads "Status: any". Values are anything but are compared by ``==``; the first choice is "no filter".

    ``chosen`` carries the value a person chose; :meth:`set_value` and :meth:`set_choices` are silent.
    """

    chosen = Signal(object)

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setAccessibleName(label)
        self.activated.connect(self._activated)
        self.currentIndexChanged.connect(self._mark)

    def set_label(self, label: str) -> None:
        """Changes what stands before the colon, which is the accessible name too."""
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replaces the choices; the chosen value stays when it is among them."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in choices]
        self.addItems([text for _, text in choices])
        self.setCurrentIndex(self._values.index(kept) if kept in self._values else 0)
        self.blockSignals(False)
        self._mark()
        self.updateGeometry()

    def choices(self) -> list[tuple[object, str]]:
        """The choices as they were set."""
        return [(value, self.itemText(place)) for place, value in enumerate(self._values)]

    def value(self) -> object:
        """The chosen value, None without choices."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Chooses without telling; an unknown value is no filter."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def shown_text(self) -> str:
        """The line as painted."""
        return f"{self._label}: {self.currentText()}" if self._label else self.currentText()

    def sizeHint(self) -> QSize:
        """Wide enough for what is shown now, not for the longest choice."""
        metrics = self.fontMetrics()
        hint = super().sizeHint()
        return QSize(metrics.horizontalAdvance(self.shown_text()) + round(metrics.height() * 2.7), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the label."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._label + ": ") + metrics.height() * 3
        return QSize(min(wide, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints label and choice."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Opens as wide as the longest choice needs, within reason."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setMinimumWidth(min(widest + metrics.height() * 3, metrics.height() * 26))
        super().showPopup()

    @Slot(int)
    def _activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    @Slot()
    def _mark(self) -> None:
        restyle(self, "active", self.currentIndex() > 0)
        self.updateGeometry()
