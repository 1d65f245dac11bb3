"""The first start, step by step. Knows no widget and no shop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """In order."""

    SHOP = "shop"
    CONTENT = "content"
    DONE = "done"


class Begin(StrEnum):
    """What the shop begins with."""

    DEMO = "demo"
    IMPORT = "import"
    EMPTY = "empty"


STEPS = tuple(Step)


@dataclass(slots=True)
class Wizard:
    """What was chosen so far. ``problem`` says why the step cannot be left, '' when it can."""

    name: str = ""
    locale: str = "en"
    currency: str = "USD"
    begin: Begin = Begin.DEMO
    step: Step = Step.SHOP

    @property
    def number(self) -> int:
        """Of the step, from 1."""
        return STEPS.index(self.step) + 1

    @property
    def problem(self) -> str:
        """``name`` while the shop has none."""
        return "name" if self.step is Step.SHOP and not self.name.strip() else ""

    def next(self) -> bool:
        """One step on; false at the end or when something is missing."""
        if self.problem or self.step is Step.DONE:
            return False
        self.step = STEPS[self.number]
        return True

    def back(self) -> bool:
        """One step back; what was chosen stays. Not from the last step: by then it is done."""
        if self.step is not Step.CONTENT:
            return False
        self.step = Step.SHOP
        return True

    def choose_language(self, locale: str) -> None:
        """Another language brings its usual money along, unless one was chosen by hand."""
        if self.currency == usual_currency(self.locale):
            self.currency = usual_currency(locale)
        self.locale = locale


_USUAL = {
    "ru": "RUB", "uk": "UAH", "be": "BYN", "kk": "KZT", "de": "EUR", "fr": "EUR", "es": "EUR", "it": "EUR", "pt": "EUR",
    "pt-BR": "BRL", "nl": "EUR", "pl": "PLN", "cs": "CZK", "tr": "TRY", "sv": "SEK", "fi": "EUR", "el": "EUR",
    "zh": "CNY", "ja": "JPY",
}  # fmt: skip


def usual_currency(locale: str) -> str:
    """What most shops that write in a language count in."""
    return _USUAL.get(locale, "USD")
