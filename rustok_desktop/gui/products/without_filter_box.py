"""The filter by what products lack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from rustok_desktop.gui.widgets.popup_filter_box import PopupFilterBox
from rustok_desktop.index.schemas import Without


class WithoutFilterBox(PopupFilterBox):
    """Its value is a tuple of what is missing, in one fixed order, or None. It tells at every tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.ticks = {lacking: QCheckBox() for lacking in Without}
        for tick in self.ticks.values():
            self.body.addWidget(tick)
            tick.clicked.connect(self._ticked)
        self.retranslate()

    def lacking(self) -> tuple[Without, ...]:
        """What is missing."""
        value = self.value()
        return value if isinstance(value, tuple) else ()

    def put_lacking(self, lacking: tuple[Without, ...]) -> None:
        """What is missing, without telling."""
        self.put(lacking or None, ", ".join(self.word(one) for one in lacking))
        for one, tick in self.ticks.items():
            tick.setChecked(one in lacking)

    def word(self, lacking: Without) -> str:
        """One of them in a word."""
        return {
            Without.IMAGE: self.tr("image"),
            Without.PRICE: self.tr("price"),
            Without.CATEGORY: self.tr("category"),
        }[lacking]

    def prepare(self) -> QWidget:
        """The ticks as they stand."""
        self.put_lacking(self.lacking())
        return self.ticks[Without.IMAGE]

    @Slot()
    def _ticked(self) -> None:
        lacking = tuple(one for one, tick in self.ticks.items() if tick.isChecked())
        self.choose(lacking or None, ", ".join(self.word(one) for one in lacking))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.ticks[Without.IMAGE].setText(self.tr("Without image"))
        self.ticks[Without.PRICE].setText(self.tr("Without price"))
        self.ticks[Without.CATEGORY].setText(self.tr("Without category"))
        self.put_lacking(self.lacking())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
