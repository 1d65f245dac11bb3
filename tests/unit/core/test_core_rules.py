"""Status machine, single-value validators, upcasters and the codec."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core import codec, validators
from rustok_desktop.core.errors import KnownFault, UserError
from rustok_desktop.core.state_machine import PRODUCT, next_status
from rustok_desktop.core.upcasters import Upcasters


def test_a_product_walks_its_statuses() -> None:
    assert next_status("draft", "publish") == "active"
    assert next_status("active", "unpublish") == "draft"
    assert next_status("draft", "archive") == next_status("active", "archive") == "archived"
    assert next_status("archived", "unarchive") == "draft"
    assert PRODUCT.allowed("active") == ("unpublish", "archive")
    assert PRODUCT.statuses == {"draft", "active", "archived"}


@pytest.mark.parametrize(
    ("current", "act"),
    [("active", "publish"), ("archived", "publish"), ("draft", "unpublish"), ("archived", "archive"), ("x", "y")],
)
def test_other_steps_are_refused(current: str, act: str) -> None:
    with pytest.raises(UserError) as caught:
        next_status(current, act)
    assert caught.value.code == "bad_transition"
    assert caught.value.params == {"current": current, "act": act}


def test_barcodes_are_checked_only_where_they_are_gtins() -> None:
    assert validators.gtin_check("4810231400168") is None
    problem = validators.gtin_check("4810231400162")
    assert problem is not None
    assert (problem.expected, problem.suggestion) == (8, "4810231400168")
    assert validators.gtin_check("96385074") is None  # GTIN-8
    assert validators.gtin_check("036000291452") is None  # GTIN-12
    assert validators.gtin_check("MUG-014") is None
    assert validators.gtin_check("12345") is None


@given(st.sampled_from([7, 11, 12, 13]).flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n)))
def test_exactly_one_last_digit_is_right(body: str) -> None:
    wrong = [validators.gtin_check(body + digit) for digit in "0123456789"]
    assert wrong.count(None) == 1
    assert {p.suggestion for p in wrong if p} == {body + str(wrong.index(None))}


@pytest.mark.parametrize("text", ["1.23457E+12", "4,81023E+12", "5E+12", "1.2e+13"])
def test_numbers_a_spreadsheet_destroyed_are_seen(text: str) -> None:
    problem = validators.barcode("variants/1/barcode", text)
    assert problem is not None
    assert problem.code == "barcode_destroyed"


def test_field_validators_say_what_would_do() -> None:
    assert validators.handle("handle@en", "ramen-bowl") is None
    bad = validators.handle("handle@en", "Ramen Bowl!")
    assert bad is not None
    assert (bad.code, bad.suggestion) == ("bad_handle", "ramen-bowl")
    reserved = validators.handle("handle@en", "admin")
    assert reserved is not None
    assert (reserved.code, reserved.suggestion) == ("reserved_handle", "admin-1")
    assert validators.handle("handle@en", "a" * 256).code == "too_long"  # type: ignore[union-attr]
    assert validators.handle("handle@en", "").code == "required"  # type: ignore[union-attr]
    assert validators.sku("sku", "MUG-014 ж") is None
    assert validators.sku("sku", "a\nb").suggestion == "a b"  # type: ignore[union-attr]
    assert validators.sku("sku", "a" * 101).code == "too_long"  # type: ignore[union-attr]
    assert validators.barcode("b", "4810231400162").suggestion == "4810231400168"  # type: ignore[union-attr]
    assert validators.barcode("b", "1" * 101).code == "too_long"  # type: ignore[union-attr]
    assert validators.barcode("b", "free text") is None
    assert validators.currency("c", "EUR") is None
    assert validators.currency("c", "eur").suggestion == "EUR"  # type: ignore[union-attr]
    assert validators.currency("c", "euro").suggestion is None  # type: ignore[union-attr]
    assert validators.locale("l", "en-US") is None
    assert validators.locale("l", "EN_us").suggestion == "en-US"  # type: ignore[union-attr]
    assert validators.locale("l", "english").code == "bad_locale"  # type: ignore[union-attr]
    assert validators.text_length("t", "abc", 3) is None
    assert validators.text_length("t", "abcd", 3).code == "too_long"  # type: ignore[union-attr]


def test_old_events_climb_to_the_newest_version() -> None:
    upcasters = Upcasters()
    upcasters.register("price.updated", 1, lambda data: data | {"currency": "USD"})
    upcasters.register("price.updated", 2, lambda data: {**data, "minor": data["new_amount"]})
    old = {"new_amount": 5}
    assert upcasters.upcast("price.updated", 1, old) == (3, {"new_amount": 5, "currency": "USD", "minor": 5})
    assert old == {"new_amount": 5}
    assert upcasters.upcast("product.created", 1, {}) == (1, {})


def test_newer_events_and_gaps_in_the_chain_are_refused() -> None:
    upcasters = Upcasters()
    upcasters.register("price.updated", 2, lambda data: data)
    with pytest.raises(KnownFault) as caught:
        upcasters.upcast("price.updated", 4, {})
    assert caught.value.code == "event_too_new"
    with pytest.raises(LookupError):
        upcasters.upcast("price.updated", 1, {})
    with pytest.raises(ValueError, match="already"):
        upcasters.register("price.updated", 2, lambda data: data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_json_comes_back_as_it_went(value: object) -> None:
    assert codec.loads(codec.dumps(value)) == value


def test_json_keeps_the_order_of_keys_and_says_what_is_no_json() -> None:
    assert codec.dumps({"b": 1, "a": "ж"}) == '{"b":1,"a":"ж"}'
    with pytest.raises(ValueError, match="unexpected end"):
        codec.loads("{")
