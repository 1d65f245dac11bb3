"""Single cells: what is read, what is refused, and which repair is offered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.exchange import cells
from rustok_desktop.exchange.cells import CellProblem


def _usd(text: str) -> int:
    return cells.amount(text, "USD")


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (_usd, "12.5", 1250),
        (_usd, "50", 5000),
        (_usd, "0.00", 0),
        (_usd, "1,234.50", 123450),
        (lambda text: cells.amount(text, "JPY"), "1200", 1200),
        (cells.grams, "0.0", 0),
        (cells.grams, "52.5", 52_500),
        (cells.grams, "250", 250_000),
        (cells.whole, "-3", -3),
        (cells.whole, "5.0", 5),
        (cells.boolean, "TRUE", True),
        (cells.boolean, "false", False),
        (cells.status, "Active", "active"),
        (cells.policy, "continue", "continue"),
        (cells.policy, "TRUE", "continue"),
        (cells.policy, "FALSE", "deny"),
        (cells.weight_unit, "lbs", "lb"),
    ],
)
def test_reads(parse: Callable[[str], object], text: str, value: object) -> None:
    assert parse(text) == value


@pytest.mark.parametrize(
    ("parse", "text", "code", "suggestion"),
    [
        (_usd, "36,50", "bad_amount", "36.50"),
        (_usd, "36,5O", "bad_amount", "36.50"),
        (_usd, "1O.50", "bad_amount", "10.50"),
        (_usd, "free", "bad_amount", None),
        (_usd, "9.999", "bad_amount_digits", "10.00"),
        (_usd, "-5.00", "negative_amount", "5.00"),
        (cells.grams, "1.2 kg", "not_a_number", "1200"),
        (cells.grams, "1,5", "not_a_number", "1.5"),
        (cells.grams, "heavy", "not_a_number", None),
        (cells.whole, "3,0", "not_whole_number", "3"),
        (cells.whole, "2.5", "not_whole_number", None),
        (cells.whole, "many", "not_whole_number", None),
        (cells.boolean, "TRU", "bad_boolean", "TRUE"),
        (cells.status, "Actve", "bad_status", "active"),
        (cells.policy, "contniue", "bad_policy", "continue"),
        (cells.weight_unit, "stone", "bad_weight_unit", None),
    ],
)
def test_refuses_and_suggests(
    parse: Callable[[str], object], text: str, code: str, suggestion: str | None
) -> None:
    with pytest.raises(CellProblem) as problem:
        parse(text)
    assert (problem.value.code, problem.value.suggestion) == (code, suggestion)


@pytest.mark.parametrize(
    ("raw", "text"),
    [("'5054698692271", "5054698692271"), ("'=1+1", "=1+1"), ("'-5", "-5"), ("'tis", "'tis"), ("'", "'"), ("", "")],
)
def test_an_apostrophe_guards_codes_only(raw: str, text: str) -> None:
    assert cells.unguarded(raw) == text


@given(st.integers(0, 10**11))
def test_every_price_with_two_decimals_is_read_exactly(amount: int) -> None:
    assert _usd(f"{amount // 100}.{amount % 100:02d}") == amount


@given(st.text(max_size=20))
def test_no_text_breaks_a_parser(text: str) -> None:
    for parse in (_usd, cells.grams, cells.whole, cells.boolean, cells.status, cells.policy, cells.weight_unit):
        with suppress(CellProblem):
            parse(text)


def test_a_suggestion_is_itself_accepted() -> None:
    for parse, text in ((_usd, "36,5O"), (_usd, "$ 12 each"), (cells.grams, "1.2 kg"), (cells.whole, "3,0")):
        with pytest.raises(CellProblem) as problem:
            parse(text)
        assert problem.value.suggestion is not None
        parse(problem.value.suggestion)


def test_remembered_values_are_parsed_once() -> None:
    asked: list[str] = []
    parse = cells.Cached(lambda text: asked.append(text) or len(text))
    assert [parse("9.99"), parse("9.99"), parse("1")] == [4, 4, 1]
    assert asked == ["9.99", "1"]
