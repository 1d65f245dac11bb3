"""The filter by price: from, to, or both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from rustok_desktop.core.money import format_amount, plain_amount
from rustok_desktop.gui.products.entry import money_text, plain_money, read_money
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.popup_filter_box import PopupFilterBox
from rustok_desktop.gui.widgets.properties import restyle

Range = tuple[int | None, int | None]


class PriceFilterBox(PopupFilterBox):
    """Its value is a pair of minor units (either may be None), or None for any price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.currency, self._language = "", "en"
        self.low, self.high = QLineEdit(), QLineEdit()
        self._labels = (QLabel(), QLabel())
        self._problem = QLabel()
        self._problem.setProperty("tone", "danger")
        self._problem.setWordWrap(True)
        self.apply = Button("", variant="primary", compact=True)
        self.forget = Button("", variant="ghost", compact=True)
        grid = QGridLayout()
        grid.setSpacing(SPACE.s)
        for row, (label, line) in enumerate(zip(self._labels, (self.low, self.high), strict=True)):
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
            line.returnPressed.connect(self._apply)
        acts = QHBoxLayout()
        acts.addWidget(self.apply)
        acts.addWidget(self.forget)
        acts.addStretch(1)
        self.body.addLayout(grid)
        self.body.addWidget(self._problem)
        self.body.addLayout(acts)
        self.apply.clicked.connect(self._apply)
        self.forget.clicked.connect(self._forget)
        self.retranslate()

    def set_money(self, currency: str, language: str) -> None:
        """In what prices are written, and how."""
        for line in (self.low, self.high):
            line.setText(money_text(plain_money(line.text(), self._language), language))
        self.currency, self._language = currency, language
        self.put_range(self.range())

    def range(self) -> Range:
        """From and to."""
        value = self.value()
        return value if isinstance(value, tuple) else (None, None)

    def put_range(self, prices: Range) -> None:
        """From and to, without telling."""
        self.put(prices if prices != (None, None) else None, self.words(prices))

    def words(self, prices: Range) -> str:
        """A range as one reads it."""
        low, high = (None if one is None else format_amount(one, self.currency, self._language) for one in prices)
        if low is not None and high is not None:
            return low if low == high else f"{low} – {high}"
        return self.tr("from {price}").format(price=low) if low else self.tr("up to {price}").format(price=high)

    def prepare(self) -> QWidget:
        """Both ends as they stand."""
        for line, amount in zip((self.low, self.high), self.range(), strict=True):
            line.setText("" if amount is None else money_text(plain_amount(amount, self.currency), self._language))
        self._say("")
        return self.low

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        for line in (self.low, self.high):
            restyle(line, "invalid", bool(problem))
        self.panel.adjustSize()

    @Slot()
    def _apply(self) -> None:
        found = []
        for line in (self.low, self.high):
            amount, problem = read_money("price", line.text(), self.currency, language=self._language)
            if problem is not None:
                self._say(problem.text(self._language))
                line.setFocus()
                return
            found.append(amount)
        low, high = found
        if low is not None and high is not None and low > high:
            low, high = high, low
        self.close_panel()
        self.choose((low, high) if (low, high) != (None, None) else None, self.words((low, high)))

    @Slot()
    def _forget(self) -> None:
        self.close_panel()
        self.choose(None, "")

    def retranslate(self) -> None:
        """All words in the language of the window."""
        low, high = self._labels
        low.setText(self.tr("At least"))
        high.setText(self.tr("At most"))
        self.low.setAccessibleName(self.tr("Lowest price"))
        self.high.setAccessibleName(self.tr("Highest price"))
        self.apply.setText(self.tr("Show"))
        self.forget.setText(self.tr("Any price"))
        self.put_range(self.range())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
