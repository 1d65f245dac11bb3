"""Formulas that change prices: ``+10 %``, ``-5``, ``*1.2``, ``= cost * 2.4``, ``= compare_at - 10 %, round to .99``.

Steps are taken from left to right. Every formula is a straight line over one amount, so it is worked out in whole
numbers and rounded once, at the end. Standard library and the kernel only: a window imports this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rustok_desktop.core import limits
from rustok_desktop.core.money import minor_digits

TARGETS = ("price", "compare_at", "cost")
Amounts = tuple[int | None, int | None, int | None]  # price, compare-at, cost in minor units

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)|(?P<word>[^\W\d_][\w\-]*)|(?P<sign>[-+*/%=,;]))"
)
_SPELLINGS = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "\u00a0": " ", "\u202f": " "})
_NAMES = {
    "price": "price",
    "цена": "price",
    "compare": "compare_at",
    "compare_at": "compare_at",
    "compare-at": "compare_at",
    "compareat": "compare_at",
    "старая": "compare_at",
    "cost": "cost",
    "себестоимость": "cost",
    "закупка": "cost",
}
_SECOND_WORDS = {"compare": ("at",), "старая": ("цена",)}  # "compare at" is one name
_NONE = ("none", "nothing", "empty", "нет", "пусто")
_ROUND = ("round", "округлить", "округление")
_TO = ("to", "до")
# Amounts a till knows: "round to .05" means the nearest multiple, "round to .99" the nearest price ending so.
_STEPS = frozenset({1, 2, 5, 10, 20, 25, 50})


class FormulaError(ValueError):
    """A formula that cannot be read, or not be worked out: a message ``code`` with its ``params``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, object] = params


@dataclass(frozen=True, slots=True)
class Rounding:
    """To the nearest ``ending + n * step``, in units of the currency; halfway goes up."""

    step: Fraction
    ending: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class PriceFormula:
    """``source * factor + addend``; ``source`` None stands for the price that is changed.

    ``clears`` empties it instead; ``addend`` is in units of the currency.
    """

    source: str | None
    factor: Fraction
    addend: Fraction
    rounding: Rounding | None = None
    clears: bool = False

    def worker(self, target: str, currency: str) -> PriceWorker:
        """The formula for one target and currency. FormulaError where the two do not fit it."""
        if self.clears and target == "price":
            raise FormulaError("formula_price_needed")
        return PriceWorker(self, target, currency)


class PriceWorker:
    """Works out one price after another; made by :meth:`PriceFormula.worker`."""

    __slots__ = ("_clears", "_constant", "_ending", "_scale", "_slope", "_step", "source", "target")

    def __init__(self, formula: PriceFormula, target: str, currency: str) -> None:
        units = 10 ** minor_digits(currency)
        self.target = TARGETS.index(target)
        self.source = TARGETS.index(formula.source or target)
        self._clears = formula.clears
        addend = formula.addend * units
        rounding = formula.rounding or Rounding(Fraction(1, units))
        step, ending = rounding.step * units, rounding.ending * units
        if step.denominator != 1 or ending.denominator != 1:
            raise FormulaError("formula_rounding_too_fine", currency=currency)
        self._step, self._ending = int(step), int(ending)
        self._scale = formula.factor.denominator * addend.denominator
        self._slope = formula.factor.numerator * addend.denominator
        self._constant = addend.numerator * formula.factor.denominator

    @property
    def needs_source(self) -> bool:
        """Whether the outcome depends on an amount of the variant."""
        return self._slope != 0 and not self._clears

    def missing(self, amounts: Amounts) -> bool:
        """Whether the variant lacks the amount the formula starts from, and so is left alone."""
        return self.needs_source and amounts[self.source] is None

    def result(self, amounts: Amounts) -> int | None:
        """The target's new amount in minor units; None empties it. ``amounts`` must not be :meth:`missing`.

        May be negative where the formula takes more off than there is; rounding alone never makes it so.
        """
        if self._clears:
            return None
        exact = self._constant if not self._slope else (amounts[self.source] or 0) * self._slope + self._constant
        width = self._step * self._scale
        offset = exact - self._ending * self._scale
        # Halves go away from zero, as everywhere; prices below zero only ever lead to a refusal.
        turns: int = (2 * offset + width) // (2 * width) if exact >= 0 else -((-2 * offset + width) // (2 * width))
        amount: int = self._ending + turns * self._step
        return amount + self._step if amount < 0 <= exact else amount

    def after(self, amounts: Amounts) -> Amounts:
        """All three amounts with the new one in its place."""
        changed = list(amounts)
        changed[self.target] = self.result(amounts)
        return changed[0], changed[1], changed[2]


def parse_formula(text: str) -> PriceFormula:
    """The formula of a text. A comma is decimal. FormulaError says what is wrong:

    formula_empty, formula_unreadable(text), formula_unknown_word(word), formula_ends_early,
    formula_divides_by_zero, formula_order, formula_grouped_number(value), formula_too_long(limit),
    formula_rounding_zero.
    """
    if len(text) > limits.PRICE_FORMULA:
        raise FormulaError("formula_too_long", limit=limits.PRICE_FORMULA)
    tokens = list(_tokens(text.translate(_SPELLINGS)))
    if not tokens:
        raise FormulaError("formula_empty")
    return _Parser(tokens).formula()


_Token = tuple[str, str]


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    stripped = text.rstrip()
    while place < len(stripped):
        match = _TOKEN.match(stripped, place)
        if match is None:
            raise FormulaError("formula_unreadable", text=stripped[place:].strip())
        place = match.end()
        yield match.lastgroup or "", match.group(match.lastgroup or 0).casefold()


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0

    def formula(self) -> PriceFormula:
        source, factor, addend, clears = self._change()
        rounding = self._rounding()
        if self._place < len(self._tokens):
            raise FormulaError("formula_unreadable", text=" ".join(t for _, t in self._tokens[self._place :]))
        return PriceFormula(source, factor, addend, rounding, clears)

    def _change(self) -> tuple[str | None, Fraction, Fraction, bool]:
        source, factor, addend = None, Fraction(1), Fraction(0)
        kind, token = self._peek()
        if self._take("="):
            kind, token = self._peek()
            if kind == "word" and token in _NONE:
                self._place += 1
                return None, Fraction(1), Fraction(0), True
        if kind == "number":  # a bare number is a price, too
            factor, addend = Fraction(0), self._money()
        elif kind == "word" and token not in _ROUND:
            source = self._name()
        elif self._place:  # after "=" a sign has nothing to stand behind
            raise FormulaError("formula_ends_early") if not kind else FormulaError("formula_unreadable", text=token)
        return (source, *self._steps(factor, addend), False)

    def _steps(self, factor: Fraction, addend: Fraction) -> tuple[Fraction, Fraction]:
        shifted = False
        while self._peek()[0] == "sign" and self._peek()[1] in "+-*/":
            sign = self._next()[1]
            kind, token = self._peek()
            if kind != "number":
                raise FormulaError("formula_unreadable", text=token) if kind else FormulaError("formula_ends_early")
            value, percent = self._number(), self._take("%")
            if percent and sign in "+-":
                share = 1 + (value if sign == "+" else -value) / 100
                factor, addend = factor * share, addend * share
            elif sign in "+-":
                self._check_ungrouped(token)
                addend += value if sign == "+" else -value
            else:
                factor, addend = self._scaled(factor, addend, sign, value / 100 if percent else value, shifted)
            shifted = shifted or sign in "+-"
        return factor, addend

    def _scaled(
        self, factor: Fraction, addend: Fraction, sign: str, value: Fraction, shifted: bool
    ) -> tuple[Fraction, Fraction]:
        if shifted:  # "cost + 2 * 3": left to right would surprise whoever learnt arithmetic, and the reverse the rest
            raise FormulaError("formula_order")
        if sign == "/":
            if not value:
                raise FormulaError("formula_divides_by_zero")
            value = 1 / value
        return factor * value, addend * value

    def _rounding(self) -> Rounding | None:
        separated = self._take(",") or self._take(";")
        kind, token = self._peek()
        if kind != "word" or token not in _ROUND:
            if separated:
                raise FormulaError("formula_unreadable", text=token or ",")
            if kind == "word":
                raise FormulaError("formula_unknown_word", word=token)
            return None
        self._place += 1
        if self._peek()[0] == "word" and self._peek()[1] in _TO:
            self._place += 1
        if self._peek()[0] != "number":
            raise FormulaError("formula_ends_early")
        return _rounding(self._next()[1])

    def _name(self) -> str:
        word = self._next()[1]
        name = _NAMES.get(word)
        if name is None:
            raise FormulaError("formula_unknown_word", word=word)
        if self._peek()[1] in _SECOND_WORDS.get(word, ()):
            self._place += 1
        return name

    def _money(self) -> Fraction:
        self._check_ungrouped(self._peek()[1])
        return self._number()

    def _number(self) -> Fraction:
        return _value(self._next()[1])

    def _check_ungrouped(self, token: str) -> None:
        """``1,000`` is a thousand to some and one to others: an amount does not guess."""
        whole, comma, tail = token.partition(",")
        if comma and len(tail) == 3 and whole.strip("0"):
            raise FormulaError("formula_grouped_number", value=token)

    def _peek(self) -> _Token:
        return self._tokens[self._place] if self._place < len(self._tokens) else ("", "")

    def _next(self) -> _Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def _take(self, sign: str) -> bool:
        found = self._peek() == ("sign", sign)
        self._place += found
        return found


def _value(token: str) -> Fraction:
    plain = token.replace(",", ".")
    return Fraction(f"0{plain}" if plain.startswith(".") else plain)


def _rounding(token: str) -> Rounding:
    value = _value(token)
    fraction = token.replace(",", ".").partition(".")[2]
    if not value:
        if not fraction:
            raise FormulaError("formula_rounding_zero")
        return Rounding(Fraction(1))  # .00: whole amounts
    digits = value
    while digits.denominator != 1:
        digits *= 10
    bare = int(digits)
    while bare % 10 == 0 and bare > 10:
        bare //= 10
    if bare in _STEPS or value in _STEPS:
        return Rounding(value)
    return Rounding(Fraction(10 ** len(str(int(value)))) if value >= 1 else Fraction(1), value)
