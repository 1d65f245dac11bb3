"""Typed texts as values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.money import plain_amount
from rustok_desktop.gui.products.entry import (
    money_text,
    plain_money,
    read_money,
    read_tags,
    read_weight,
    read_whole,
    weight_text,
)


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("12.50", "en", 1250),
        ("12,50", "en", 1250),
        ("1,234", "en", 123400),
        ("12,5", "ru", 1250),
        ("12.50", "ru", 1250),
        ("1 234,50", "ru", 123450),
        ("", "en", None),
    ],
)
def test_money_as_people_write_it(text: str, language: str, amount: int | None) -> None:
    assert read_money("p", text, "USD", language=language) == (amount, None)


def test_wrong_money_says_what_was_meant() -> None:
    amount, problem = read_money("p", "12.505", "USD")
    assert amount is None
    assert problem is not None
    assert (problem.path, problem.code, problem.suggestion) == ("p", "bad_amount_digits", "12.51")


def test_wrong_money_is_told_in_the_form_of_its_field() -> None:
    problem = read_money("p", "12.505", "USD", language="ru")[1]
    assert problem is not None
    assert (problem.suggestion, problem.params["value"]) == ("12,51", "12,505")


@pytest.mark.parametrize(
    ("plain", "shown"), [("12.50", "12,50"), ("-0.5", "-0,5"), ("2400", "2400"), ("dear.", "dear."), ("1.2.3", "1.2.3")]
)
def test_a_field_shows_the_mark_of_its_language(plain: str, shown: str) -> None:
    assert (money_text(plain, "ru"), money_text(plain, "en")) == (shown, plain)
    assert (plain_money(shown, "ru"), plain_money(plain, "en")) == (plain, plain)


@pytest.mark.parametrize("typed", ["1 234,50", "12,", "1,2,3", "$12,50"])
def test_what_is_no_plain_amount_stays_as_typed(typed: str) -> None:
    assert plain_money(typed, "ru") == money_text(typed, "ru") == typed
    assert plain_money("12,50", "en") == "12,50"


@given(
    amount=st.integers(-(10**12), 10**12),
    currency=st.sampled_from(["USD", "JPY", "KWD"]),
    language=st.sampled_from(["en", "ru", "de"]),
)
def test_what_is_shown_is_read_back(amount: int, currency: str, language: str) -> None:
    shown = money_text(plain_amount(amount, currency), language)
    assert plain_money(shown, language) == plain_amount(amount, currency)
    if amount >= 0:
        assert read_money("p", shown, currency, language=language) == (amount, None)


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("-5", -5), ("−5", -5), ("+1 200", 1200), ("", None)])
def test_whole_numbers(text: str, number: int | None) -> None:
    assert read_whole("q", text) == (number, None)


@pytest.mark.parametrize("text", ["5.5", "many", "99999999999"])
def test_not_whole_numbers(text: str) -> None:
    number, problem = read_whole("q", text)
    assert number is None
    assert problem is not None
    assert problem.code == "not_whole_number"


@pytest.mark.parametrize(
    ("text", "unit", "weight", "shown"),
    [
        ("450", "g", 450_000, "g"),
        ("1,2 kg", "g", 1_200_000, "kg"),
        ("1.2", "kg", 1_200_000, "kg"),
        ("8 oz", "g", 226_796, "oz"),
        ("2 кг", "g", 2_000_000, "kg"),
    ],
)
def test_weights(text: str, unit: str, weight: int, shown: str) -> None:
    assert read_weight("w", text, unit) == (weight, shown, None)


@pytest.mark.parametrize("text", ["heavy", "-3 g", "5 stone", "nan", "kg"])
def test_no_weights(text: str) -> None:
    assert read_weight("w", text)[2] is not None


@given(st.integers(0, 10**9), st.sampled_from(["g", "kg"]))
def test_a_weight_in_whole_grams_survives_being_shown(grams: int, unit: str) -> None:
    text = weight_text(grams * 1000, unit)
    weight, _, problem = read_weight("w", text)
    assert problem is None
    assert weight is not None
    assert abs(weight - grams * 1000) <= (0 if unit == "g" else 50_000)


def test_tags_keep_order_and_drop_repeats() -> None:
    assert read_tags(" glaze, Indigo,,indigo , hand  made") == ("glaze", "Indigo", "hand made")
