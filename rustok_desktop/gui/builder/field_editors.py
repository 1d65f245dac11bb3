"""An editor for each kind of field: all have ``value()``, ``show_value()`` and the signal ``edited``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from rustok_desktop.core.money import AmountError, parse_amount, plain_amount
from rustok_desktop.gui.builder.block_texts import choice_name
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.block_forms import FieldSpec
from rustok_desktop.gui.products.entry import money_text, plain_money
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.filter_box import FilterBox

_BOX_LINES = {"html": 14, "code": 10}
_ALONE = 14  # lines of a text that is all there is


@dataclass(frozen=True, slots=True)
class FormTools:
    """What editors need: ``pick`` lets a picture be chosen and tells its id, ``money`` is the shop's currency."""

    services: GuiServices
    pictures: PictureCache
    pick: Callable[[Callable[[str], None]], None]
    money: str


class LineEditor(QLineEdit):
    """A line of text: also links, mail, codes."""

    edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if spec.limit:
            self.setMaxLength(spec.limit)
        hints = {"link": "/ · https://… · mailto:…", "web": "https://…", "email": "name@example.com"}
        self.setPlaceholderText(hints.get(spec.kind, ""))
        self.textEdited.connect(self.edited)

    def value(self) -> Any:
        """The text, None when it is empty."""
        return self.text().strip() or None

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self.setText(str(value or ""))


class MoneyEditor(QLineEdit):
    """An amount as people write it; minor units inside."""

    edited = Signal()

    def __init__(self, currency: str, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._language = language
        self._shown_in = language()
        self.setPlaceholderText(self._written(0))
        self.textEdited.connect(self.edited)

    def value(self) -> Any:
        """The amount; None when it is empty, the text itself where it is no amount, for the shop to refuse."""
        text = self.text().strip()
        try:
            return parse_amount(text, self._currency) if text else None
        except AmountError:
            return text

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self.setText(self._written(value) if isinstance(value, int) else str(value or ""))

    def _written(self, amount: int) -> str:
        return money_text(plain_amount(amount, self._currency), self._language())

    def changeEvent(self, event: QEvent) -> None:
        """Another language of the window has another decimal mark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setPlaceholderText(self._written(0))
            self.setText(money_text(plain_money(self.text(), self._shown_in), self._language()))
            self._shown_in = self._language()


class LongEditor(PlainTextBox):
    """Several lines; ``split``: each is a value of its own, ``alone``: there is no other field."""

    edited = Signal()

    def __init__(
        self, spec: FieldSpec, *, split: bool = False, alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(_ALONE if alone else _BOX_LINES.get(spec.name, 3), parent)
        self._split, self._showing = split, False
        self.textChanged.connect(self._changed)

    def value(self) -> Any:
        """The text or its lines, None when it is empty."""
        text = self.toPlainText()
        if self._split:
            return [line.strip() for line in text.rstrip("\n").split("\n")] if text.strip() else None
        return text if text.strip() else None

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self._showing = True
        self.setPlainText("\n".join(value or ()) if self._split else str(value or ""))
        self._showing = False

    @Slot()
    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class ChoiceEditor(FilterBox):
    """One of a few; the default is the first of them that means nothing special."""

    edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._default, self._named = spec.default, spec.choices
        self.retranslate()
        self.chosen.connect(self._chosen)

    def retranslate(self) -> None:
        """The choices in the language of the window; the chosen one stays."""
        self.set_choices([(value, choice_name(value)) for value in self._named])

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self.set_value(value or self._default)

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.edited.emit()


class NumberEditor(QSpinBox):
    """A small whole number."""

    edited = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default, self._showing = spec.default, False
        self.setRange(spec.least, spec.limit)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self._showing = True
        self.setValue(int(value if value is not None else self._default or 0))
        self._showing = False

    @Slot()
    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class SwitchEditor(QWidget):
    """Yes or no; the words stand in the label above."""

    edited = Signal()

    def __init__(self, _spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.box.clicked.connect(self._clicked)

    def setAccessibleName(self, name: str) -> None:
        """The box is what is heard."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def value(self) -> Any:
        """True, else None: off is the default."""
        return True if self.box.isChecked() else None

    def show_value(self, value: Any) -> None:
        """Without telling."""
        self.box.setChecked(bool(value))

    @Slot()
    def _clicked(self) -> None:
        self.edited.emit()
