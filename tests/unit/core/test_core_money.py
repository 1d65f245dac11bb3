"""Money: parsing what people write, writing what people read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core import limits
from rustok_desktop.core.money import (
    AmountError,
    discount,
    format_amount,
    margin,
    minor_digits,
    parse_amount,
    plain_amount,
    round_half_up,
)

CURRENCIES = st.sampled_from(["USD", "EUR", "RUB", "JPY", "KWD", "CHF", "CLF"])
LOCALES = st.sampled_from(["en", "ru", "de", "fr", "en-GB", "xx"])
AMOUNTS = st.integers(min_value=-limits.AMOUNT_MAX, max_value=limits.AMOUNT_MAX)


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("12.50", "USD", 1250),
        ("12,50", "USD", 1250),
        ("12,5", "EUR", 1250),
        ("1 234,50", "EUR", 123450),
        ("1\u00a0234,50", "RUB", 123450),
        ("1\u202f234", "EUR", 123400),
        ("1,234.50", "USD", 123450),
        ("1.234,50", "EUR", 123450),
        ("1'234.50", "CHF", 123450),
        ("1,234", "USD", 123400),
        ("1,234,567", "USD", 123456700),
        ("$24", "USD", 2400),
        ("24,00 ₽", "RUB", 2400),
        ("USD 24", "USD", 2400),
        (".5", "USD", 50),
        ("5.", "USD", 500),
        ("1.2300", "USD", 123),
        ("1200", "JPY", 1200),
        ("1200.00", "JPY", 1200),
        ("1.234", "KWD", 1234),
        ("0007", "USD", 700),
        ("-0", "USD", 0),
    ],
)
def test_written_amounts_are_read(text: str, currency: str, amount: int) -> None:
    assert parse_amount(text, currency) == amount


@pytest.mark.parametrize(
    ("text", "currency", "code", "suggestion"),
    [
        ("", "USD", "bad_amount", None),
        ("free", "USD", "bad_amount", None),
        ("1e5", "USD", "bad_amount", None),
        ("1,2,3", "USD", "bad_amount", None),
        ("12 50", "USD", "bad_amount", None),
        ("1 234,567.00", "USD", "bad_amount", None),
        ("٣", "USD", "bad_amount", None),
        ("12.50 each", "USD", "bad_amount", "12.50"),
        ("€12", "USD", "bad_amount", "12.00"),
        ("1.234", "USD", "bad_amount_digits", "1.23"),
        ("1.235", "USD", "bad_amount_digits", "1.24"),
        ("12.5", "JPY", "bad_amount_digits", "13"),
        ("1,234", "KWD", "bad_amount", "1.234"),
        ("-5", "USD", "negative_amount", "5.00"),
        ("−5", "USD", "negative_amount", "5.00"),
        ("9" * 17, "USD", "amount_too_big", None),
        ("10000000000000.01", "USD", "amount_too_big", None),
        ("9" * 5000, "USD", "amount_too_big", None),
    ],
)
def test_junk_is_refused_with_a_reason(text: str, currency: str, code: str, suggestion: str | None) -> None:
    with pytest.raises(AmountError) as caught:
        parse_amount(text, currency)
    assert (caught.value.code, caught.value.suggestion) == (code, suggestion)


def test_a_declared_comma_settles_the_reading() -> None:
    assert parse_amount("1.234", "EUR", decimal_comma=True) == 123400
    assert parse_amount("1,234", "KWD", decimal_comma=True) == 1234
    assert parse_amount("1,234", "KWD", decimal_comma=False) == 1_234_000
    with pytest.raises(AmountError) as caught:
        parse_amount("12,50", "EUR", decimal_comma=False)
    assert caught.value.suggestion == "12.50"


def test_negative_amounts_pass_where_they_are_asked_for() -> None:
    assert parse_amount("-1,234.50", "USD", allow_negative=True) == -123450


@given(AMOUNTS, CURRENCIES)
def test_plain_text_reads_back_as_the_same_amount(amount: int, currency: str) -> None:
    text = plain_amount(amount, currency)
    assert parse_amount(text, currency, decimal_comma=False, allow_negative=True) == amount


@given(AMOUNTS, CURRENCIES, LOCALES)
def test_text_for_people_reads_back_as_the_same_amount(amount: int, currency: str, locale: str) -> None:
    text = format_amount(amount, currency, locale)
    comma = locale in ("ru", "de", "fr")
    assert parse_amount(text, currency, decimal_comma=comma, allow_negative=True) == amount


@given(st.text(max_size=20), CURRENCIES)
def test_any_text_is_an_amount_or_an_amount_error(text: str, currency: str) -> None:
    amount, code = 0, ""
    try:
        amount = parse_amount(text, currency)
    except AmountError as problem:
        code = problem.code
    assert 0 <= amount <= limits.AMOUNT_MAX
    assert code in {"", "bad_amount", "bad_amount_digits", "negative_amount", "amount_too_big"}


def test_people_read_money_in_their_own_way() -> None:
    assert format_amount(2400, "USD") == "$24.00"
    assert format_amount(2400, "USD", "ru") == "24,00\u00a0$"
    assert format_amount(123456, "EUR", "de") == "1.234,56\u00a0€"
    assert format_amount(-123456, "USD") == "-$1,234.56"
    assert format_amount(2400, "CHF") == "CHF\u00a024.00"
    assert format_amount(2400, "JPY") == "¥2,400"
    assert format_amount(5, "KWD", "ru") == "0,005\u00a0KWD"


def test_digits_follow_iso_4217() -> None:
    assert [minor_digits(code) for code in ("USD", "JPY", "KWD", "CLF", "QQQ")] == [2, 0, 3, 4, 2]


def test_margin_and_discount_are_per_cents() -> None:
    assert margin(3800, 1140) == Decimal("70.0")
    assert margin(1000, 1500) == Decimal("-50.0")
    assert margin(0, 5) is None
    assert margin(100, None) is None
    assert discount(3800, 4500) == Decimal("15.6")
    assert discount(3800, 3800) is None
    assert discount(3800, None) is None


def test_halves_round_away_from_zero() -> None:
    assert round_half_up(Decimal("0.5")) == 1
    assert round_half_up(Decimal("-2.5")) == -3
    assert round_half_up(Decimal("1.245"), 2) == Decimal("1.25")
