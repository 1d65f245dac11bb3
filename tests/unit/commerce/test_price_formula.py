"""Price formulas: what they say, how they round, what they refuse."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.price_formula import FormulaError, PriceWorker, parse_formula
from rustok_desktop.core.messages import known_codes

AMOUNTS = (3800, 4500, 1140)
amounts = st.integers(0, 10**9)
percents = st.integers(0, 9900)  # hundredths of a per cent


def worker(text: str, target: str = "price", currency: str = "USD") -> PriceWorker:
    return parse_formula(text).worker(target, currency)


def price(text: str, amount: int = 3800) -> int | None:
    return worker(text).result((amount, 4500, 1140))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+10 %", 4180),
        ("+10%", 4180),
        ("-5", 3300),
        ("−5", 3300),
        ("*1.2", 4560),
        ("× 1,2", 4560),
        ("/ 3", 1267),
        ("= cost * 2.4", 2736),
        ("cost * 2,4", 2736),
        ("= compare_at - 10 %", 4050),
        ("= compare at - 10 %", 4050),
        ("= Compare-At", 4500),
        ("= 42", 4200),
        ("42,5", 4250),
        (".99", 99),
        ("+10 % - 1", 4080),
        ("+ 5 + 10 %", 4730),
        ("* 110 %", 4180),
        ("= себестоимость * 2,4, округлить до ,99", 2699),
        ("= старая цена - 10 %", 4050),
        ("round to .99", 3799),
        ("+10 %; round .05", 4180),
    ],
)
def test_formulas_say_what_they_mean(text: str, expected: int) -> None:
    assert price(text) == expected


@pytest.mark.parametrize(
    ("ending", "amount", "expected"),
    [
        (".99", 4180, 4199),
        (".99", 4620, 4599),
        (".99", 4649, 4699),  # halfway goes up
        (".99", 4400, 4399),
        (".99", 20, 99),  # never below zero
        (".95", 4180, 4195),
        (".05", 4182, 4180),
        (".05", 4183, 4185),
        (".5", 4174, 4150),
        ("1", 4150, 4200),
        ("1", 4149, 4100),
        (".00", 4150, 4200),
        ("5", 4249, 4000),
        ("10", 4500, 5000),
        ("9.99", 4180, 3999),
        ("99", 25000, 29900),
    ],
)
def test_rounding_ends_as_asked(ending: str, amount: int, expected: int) -> None:
    assert price(f"round to {ending}", amount) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "formula_empty"),
        ("   ", "formula_empty"),
        ("=", "formula_ends_early"),
        ("+", "formula_ends_early"),
        ("+10 % round to", "formula_ends_early"),
        ("= margin", "formula_unknown_word"),
        ("+10 % please", "formula_unknown_word"),
        ("+10 % %", "formula_unreadable"),
        ("+10 % @", "formula_unreadable"),
        ("+10 %,", "formula_unreadable"),
        ("= -5", "formula_unreadable"),
        ("10 20", "formula_unreadable"),
        ("/0", "formula_divides_by_zero"),
        ("cost + 2 * 3", "formula_order"),
        ("= 1,000", "formula_grouped_number"),
        ("+ 1,000", "formula_grouped_number"),
        ("round to 0", "formula_rounding_zero"),
        ("+" + "1" * 300, "formula_too_long"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, code: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert caught.value.code == code
    assert code in known_codes()


def test_a_decimal_comma_with_three_digits_is_clear_in_a_factor() -> None:
    assert price("*1,125") == 4275
    assert price("= 0,125") == 13


def test_emptying_is_for_compare_at_and_cost() -> None:
    assert worker("= none", "compare_at").result(AMOUNTS) is None
    assert worker("= нет", "cost").after(AMOUNTS) == (3800, 4500, None)
    with pytest.raises(FormulaError, match="formula_price_needed"):
        worker("= none", "price")


def test_other_targets_start_from_themselves() -> None:
    assert worker("+10 %", "compare_at").after(AMOUNTS) == (3800, 4950, 1140)
    assert worker("= price + 20 %", "compare_at").after(AMOUNTS) == (3800, 4560, 1140)
    assert worker("+10 %", "cost").missing((3800, None, None))
    assert not worker("= 5", "cost").missing((3800, None, None))


def test_currencies_keep_their_own_decimals() -> None:
    assert worker("+10 %", currency="JPY").result((355, None, None)) == 391
    assert worker("-5", currency="KWD").result((12345, None, None)) == 7345
    with pytest.raises(FormulaError, match="formula_rounding_too_fine"):
        worker("round to .99", currency="JPY")


def half_up(exact: Fraction) -> int:
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


@given(amounts, percents)
def test_a_per_cent_change_rounds_half_up_once(amount: int, hundredths: int) -> None:
    text = f"{hundredths // 100}.{hundredths % 100:02d}"
    assert price(f"+{text} %", amount) == half_up(Fraction(amount) * (10_000 + hundredths) / 10_000)
    less = Fraction(amount) * (10_000 - hundredths) / 10_000
    assert price(f"-{text} %", amount) == half_up(less)


@given(amounts, st.sampled_from((".99", ".95", ".05", ".25", "1", ".00", "5", "10", "9.99", "99")))
def test_rounding_is_nearest_and_stays(amount: int, ending: str) -> None:
    rounded = price(f"round to {ending}", amount)
    assert rounded is not None
    assert rounded >= 0
    assert price(f"round to {ending}", rounded) == rounded
    rounding = parse_formula(f"round to {ending}").rounding
    assert rounding is not None
    step, end = int(rounding.step * 100), int(rounding.ending * 100)
    assert (rounded - end) % step == 0
    assert 2 * abs(rounded - amount) <= step or rounded < step  # only near zero may it be farther


@given(amounts, amounts, percents)
def test_dearer_stays_dearer(low: int, high: int, hundredths: int) -> None:
    text = f"+{hundredths / 100:.2f} %, round to .99"
    first, second = price(text, min(low, high)), price(text, max(low, high))
    assert first is not None
    assert second is not None
    assert first <= second


@given(amounts, st.integers(0, 10**6))
def test_up_and_down_by_an_amount_comes_back(amount: int, cents: int) -> None:
    text = f"{cents // 100}.{cents % 100:02d}"
    up = price(f"+{text}", amount)
    assert up is not None
    assert price(f"-{text}", up) == amount


@given(st.text(alphabet="0123456789.,+-*/%= ;roundtcspieма", max_size=30))
def test_any_text_is_a_formula_or_a_clear_error(text: str) -> None:
    code = ""
    outcome: int | None = 0
    try:
        outcome = parse_formula(text).worker("price", "USD").result(AMOUNTS)
    except FormulaError as error:
        code = error.code
    assert code in known_codes() if code else isinstance(outcome, int)
