"""The money a shop sets prices in besides its main one: each with a way out, and one more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from rustok_desktop.gui.settings.known import CURRENCIES
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.filter_box import FilterBox


class CurrencyList(QWidget):
    """``changed`` carries all further currencies as they are to be; ticks follow :meth:`show_currencies` only.

    One that was taken out in this sitting stays in sight, without its tick.
    """

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._main = ""
        self._currencies: tuple[str, ...] = ()
        self._seen: dict[str, None] = {}
        self._boxes: list[QCheckBox] = []
        self.add = FilterBox()
        self.add.chosen.connect(self._added)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.retranslate()

    def boxes(self) -> dict[str, QCheckBox]:
        """The tick of each further currency."""
        return {box.objectName(): box for box in self._boxes}

    def show_currencies(self, main: str, currencies: tuple[str, ...]) -> None:
        """The currencies as they are stored."""
        self._main, self._currencies = main, currencies
        self._seen |= dict.fromkeys(currencies)
        for box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for code in (code for code in self._seen if code != main):
            box = QCheckBox(code)
            box.setObjectName(code)
            box.setChecked(code in currencies)
            box.clicked.connect(self._clicked)
            self._column.insertWidget(len(self._boxes), box)
            self._boxes.append(box)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        known = {self._main, *self._seen}
        others: list[tuple[object, str]] = [(code, code) for code in CURRENCIES if code not in known]
        self.add.set_choices([(None, self.tr("Add a currency…")), *others])
        self.add.set_value(None)
        self.add.setAccessibleName(self.tr("Add a currency"))

    @Slot()
    def _clicked(self) -> None:
        box = self.sender()
        assert isinstance(box, QCheckBox)
        on = box.isChecked()
        box.setChecked(not on)  # until it is stored
        code = box.objectName()
        self.changed.emit((*self._currencies, code) if on else tuple(c for c in self._currencies if c != code))

    @Slot(object)
    def _added(self, code: object) -> None:
        self.add.set_value(None)
        if code is not None:
            self.changed.emit((*self._currencies, str(code)))
