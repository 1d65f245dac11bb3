"""Prices and moments as they are typed on the command line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.cli.price_texts import TypedPrice, moment, parse_prices
from rustok_desktop.core.errors import Invalid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MUG=12.50", TypedPrice("MUG", 1, 1250)),
        ("MUG@10=9", TypedPrice("MUG", 10, 900)),
        ("A=B@2=0", TypedPrice("A=B", 2, 0)),
        ("me@home=1", TypedPrice("me@home", 1, 100)),
        ("MUG@0=1", TypedPrice("MUG@0", 1, 100)),
    ],
)
def test_a_price_is_read(text: str, expected: TypedPrice) -> None:
    assert parse_prices([text], "USD") == [expected]


def test_without_money_only_the_place_is_read() -> None:
    assert parse_prices(["MUG@10", "A=B"], None) == [TypedPrice("MUG", 10, 0), TypedPrice("A=B", 1, 0)]


def test_an_own_price_has_no_quantities() -> None:
    assert parse_prices(["MUG@10=9"], "USD", tiers=False) == [TypedPrice("MUG@10", 1, 900)]


def test_all_that_cannot_be_read_is_named() -> None:
    with pytest.raises(Invalid) as caught:
        parse_prices(["MUG", "=5", "MUG=much", "MUG=1.005", "FINE=1"], "USD")
    assert [problem.code for problem in caught.value.fields] == [
        "bad_set", "bad_set", "bad_amount", "bad_amount_digits",
    ]  # fmt: skip


@given(st.text("ABC-@=. ", min_size=1), st.integers(1, 10**6), st.integers(0, 10**9))
def test_what_is_written_is_read_again(sku: str, quantity: int, amount: int) -> None:
    text = f"{sku}@{quantity}={amount // 100}.{amount % 100:02d}"
    assert parse_prices([text], "USD") == [TypedPrice(sku, quantity, amount)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2030-01-31", "2030-01-31T00:00:00.000000Z"),
        ("2030-01-31T09:30", "2030-01-31T09:30:00.000000Z"),
        ("2030-01-31T09:30:00+03:00", "2030-01-31T06:30:00.000000Z"),
        ("2030-01-31T09:30:00.000001Z", "2030-01-31T09:30:00.000001Z"),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_utc(text: str | None, expected: str | None) -> None:
    assert moment("starts_at", text) == expected


def test_no_moment() -> None:
    with pytest.raises(Invalid) as caught:
        moment("ends_at", "soon")
    assert [(problem.path, problem.code) for problem in caught.value.fields] == [("ends_at", "bad_time")]
