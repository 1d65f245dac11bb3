"""What lies in stock at cost, and how it became so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from rustok_desktop.core.locale import format_number
from rustok_desktop.core.money import format_amount, minor_digits
from rustok_desktop.gui.home.step_chart import StepChart
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.runtime.overview_views import StockValue


class StockCard(Card):
    """The largest currency as a figure with its trend, the others in a line beneath."""

    def __init__(self, services: GuiServices) -> None:
        super().__init__(margin=services.theme.px(14))
        self._services = services
        self._values: tuple[StockValue, ...] | None = None
        self.title, self.note, self.figure, self.others = QLabel(), QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "section")
        self.note.setProperty("role", "hint")
        self.figure.setProperty("role", "figure")
        self.others.setProperty("role", "muted")
        self.others.setWordWrap(True)
        self.trend = Chip("", "neutral")
        self.chart = StepChart(services.theme)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.trend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(SPACE.xs)
        self.body.addLayout(head)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.others)
        self.body.addWidget(self.chart, 1)
        self.retranslate()

    def show_values(self, values: Sequence[StockValue]) -> None:
        """Shows what was read."""
        self._values = tuple(values)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        language = self._services.translator.language
        self.title.setText(self.tr("Stock value"))
        self.note.setText(self.tr("at cost, 30 days") if self._has_trend() else self.tr("at cost"))
        values = self._values or ()
        self.figure.setVisible(bool(values))
        self.others.setVisible(self._values is not None and (not values or len(values) > 1))
        self.chart.setVisible(self._has_trend())
        self.trend.setVisible(self._has_trend() and values[0].trend[0][1] > 0)
        self.setAccessibleName(self.tr("Stock value"))
        if not values:
            self.others.setText(self.tr("Give variants a cost and a stock, and their value is added up here."))
            return
        first = values[0]
        self.figure.setText(whole(first.amount, first.currency, language))
        rest = (whole(value.amount, value.currency, language) for value in values[1:])
        self.others.setText(self.tr("and {amounts}").format(amounts=" · ".join(rest)))
        if self._has_trend():
            self.chart.set_points(first.trend, partial(short, currency=first.currency, language=language), language)
            text = f"{whole(first.amount, first.currency, language)}, {change_text(first)}"
            self.chart.setAccessibleName(f"{self.title.text()}: {text}")
            self.trend.setText(change_text(first))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _has_trend(self) -> bool:
        return bool(self._values and len({value for _, value in self._values[0].trend}) > 1)


def whole(amount: int, currency: str, language: str) -> str:
    """Money without its small change."""
    unit = 10 ** minor_digits(currency)
    text = format_amount(amount // unit * unit, currency, language)
    zeros = "0" * minor_digits(currency)
    return text.replace(f".{zeros}", "").replace(f",{zeros}", "") if zeros and amount // unit else text


def short(amount: int, *, currency: str, language: str) -> str:
    """For an axis: ``$412k``."""
    units = amount // 10 ** minor_digits(currency)
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if abs(units) >= 10 * size:
            return f"{format_number(units // size, language)}{sign}"
    return format_number(units, language)


def change_text(value: StockValue) -> str:
    """``▲ 2.1 %`` from the first day to today; the sign alone where it began with nothing."""
    first, last = value.trend[0][1], value.trend[-1][1]
    sign = "▲" if last > first else "▼" if last < first else "="
    return sign if first <= 0 else f"{sign} {abs(last - first) * 1000 // first / 10:g} %"
