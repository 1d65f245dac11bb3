"""The catalog's rules on plain values: each one bites, and only where it should."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce import rules
from rustok_desktop.core import limits
from rustok_desktop.core.messages import known_codes

SIZES = ("Size", ("S", "M"))
COLOURS = ("Colour", ("Red", "Blue"))


def codes(problems: list) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in problems]


@pytest.mark.parametrize(("given_text", "expected"), [(None, None), ("", None), ("  ", None), (" a b ", "a b")])
def test_text_is_trimmed_and_nothing_is_none(given_text: str | None, expected: str | None) -> None:
    assert rules.clean_text(given_text) == expected


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("4 006381 333931", "4006381333931"),
        ("978-3-16-148410-0", "9783161484100"),
        (" A-12 ", "A-12"),
        ("  ", None),
        ("٤٠٠", "٤٠٠"),
    ],
)
def test_printed_groups_of_a_barcode_are_joined(given_text: str, expected: str | None) -> None:
    assert rules.clean_barcode(given_text) == expected


def test_tags_keep_order_and_first_spelling() -> None:
    assert rules.clean_tags([" Red", "blue", "RED ", "", " ", "Blue", "green"]) == ("Red", "blue", "green")


@given(st.lists(st.text(max_size=8)))
def test_cleaned_tags_are_clean(tags: list[str]) -> None:
    cleaned = rules.clean_tags(tags)
    assert rules.clean_tags(cleaned) == cleaned
    assert len({tag.casefold() for tag in cleaned}) == len(cleaned)
    assert all(tag and tag == tag.strip() for tag in cleaned)
    assert {tag.casefold() for tag in cleaned} == {tag.strip().casefold() for tag in tags if tag.strip()}


def test_a_variant_is_called_by_its_choice() -> None:
    assert rules.variant_title(("Red", "XL")) == "Red / XL"
    assert rules.variant_title(()) == "Default"
    assert len(rules.variant_title(["x" * 255, "y" * 255])) == limits.TITLE


def test_combination_is_the_ids_in_order() -> None:
    assert rules.combination(["b", "a"]) == "b,a"
    assert rules.combination([]) == ""
    assert len(rules.combination(["0" * 36] * limits.OPTIONS_PER_PRODUCT)) <= limits.COMBINATION


@pytest.mark.parametrize(
    ("handle", "code"),
    [
        ("red-mug", None),
        ("", "required"),
        ("Red Mug", "bad_handle"),
        ("a--b", "bad_handle"),
        ("admin", "reserved_handle"),
    ],
)
def test_handles(handle: str, code: str | None) -> None:
    assert [problem.code for problem in rules.handle_problems("handle@en", handle)] == ([code] if code else [])


def test_a_handle_from_any_title_is_a_good_handle() -> None:
    for title in ("Red mug", "Красная кружка", "new", "!!!", "x" * 400):
        assert rules.handle_problems("handle@en", rules.default_handle(title)) == []


def test_sku_and_barcode_problems_carry_a_repair() -> None:
    assert rules.sku_problems("p", None) == []
    assert codes(rules.sku_problems("p", "A\nB")) == [("p", "bad_sku")]
    assert rules.barcode_problems("p", None) == []
    assert rules.barcode_problems("p", "4006381333931") == []
    [wrong] = rules.barcode_problems("p", "4006381333932")
    assert (wrong.code, wrong.suggestion) == ("bad_barcode_check", "4006381333931")
    assert codes(rules.barcode_problems("p", "1.23457E+12")) == [("p", "barcode_destroyed")]


@pytest.mark.parametrize(
    ("amount", "compare_at", "cost", "expected"),
    [
        (100, None, None, []),
        (100, 100, None, []),
        (100, 101, 0, []),
        (100, 99, None, [("v/compare_at@USD", "compare_at_below_price")]),
        (-1, None, None, [("v/price@USD", "negative_amount")]),
        (1, 2, -3, [("v/cost@USD", "negative_amount")]),
    ],
)
def test_prices(amount: int, compare_at: int | None, cost: int | None, expected: list) -> None:
    assert codes(rules.price_problems("v", "USD", amount, compare_at, cost)) == expected


def test_the_price_is_told_in_money_not_minor_units() -> None:
    [problem] = rules.price_problems("v", "JPY", 1200, 1100)
    assert problem.params["price"] == "1200"
    [problem] = rules.price_problems("v", "USD", 1200, 1100)
    assert problem.params["price"] == "12.00"
    assert "12.00" in problem.text()


def test_option_lists() -> None:
    assert rules.option_problems([SIZES, COLOURS]) == []
    assert rules.option_problems([]) == []
    assert codes(rules.option_problems([SIZES, ("size", ("1",))])) == [("options/1/name", "duplicate_option")]
    assert codes(rules.option_problems([("Size", ())])) == [("options/0/values", "required")]
    assert codes(rules.option_problems([("Size", ("S", "M", "S", "S"))])) == [("options/0/values", "given_twice")]
    assert rules.option_problems([("Size", ("red", "Red"))]) == []
    many = [(f"O{n}", ("x",)) for n in range(limits.OPTIONS_PER_PRODUCT + 1)]
    assert codes(rules.option_problems(many)) == [("options", "too_many_options")]


@pytest.mark.parametrize(
    ("options", "choices", "expected"),
    [
        ([SIZES], [("a", ("S",)), ("b", ("M",))], []),
        ([SIZES], [("a", ("S",)), ("b", ("S",))], [("b", "duplicate_combination")]),
        ([SIZES], [("a", ())], [("a", "option_value_missing")]),
        ([SIZES], [("a", ("XL",))], [("a", "option_mismatch")]),
        ([SIZES], [("a", ("S", "Red"))], [("a", "option_mismatch")]),
        ([SIZES, COLOURS], [("a", ("Red", "S"))], [("a", "option_mismatch")]),
        ([], [("a", ())], []),
        ([], [("a", ()), ("b", ())], [("b", "duplicate_combination")]),
        ([], [("a", ("S",))], [("a", "option_mismatch")]),
    ],
)
def test_choices_fit_the_options(options: list, choices: list, expected: list) -> None:
    assert codes(rules.choice_problems(options, choices)) == expected


def test_the_missing_option_is_named() -> None:
    [problem] = rules.choice_problems([SIZES, COLOURS], [("a", ("S",))])
    assert problem.params == {"option": "Colour"}


def test_counts() -> None:
    assert codes(rules.variants_problems(0)) == [("variants", "no_variants")]
    assert rules.variants_problems(1) == rules.variants_problems(limits.VARIANTS_PER_PRODUCT) == []
    assert codes(rules.variants_problems(limits.VARIANTS_PER_PRODUCT + 1)) == [("variants", "too_many_variants")]
    assert codes(rules.tags_problems(["t"] * (limits.TAGS_PER_PRODUCT + 1))) == [("tags", "too_many_tags")]
    assert codes(rules.tags_problems(["t" * (limits.TAG + 1)])) == [("tags", "too_long")]
    assert codes(rules.images_problems(["u"] * (limits.IMAGES_PER_PRODUCT + 1))) == [("images", "too_many_images")]


def test_repeated_names_each_once() -> None:
    assert rules.repeated(["a", "b", "a", "c", "b", "a"]) == ["a", "b"]


def test_every_problem_has_a_sentence() -> None:
    found = {
        problem.code
        for problems in (
            rules.variants_problems(0),
            rules.price_problems("v", "USD", -1, -2),
            rules.option_problems([("Size", ("S", "S")), ("Size", ())]),
            rules.choice_problems([SIZES], [("a", ()), ("b", ("X",)), ("c", ("S",)), ("d", ("S",))]),
        )
        for problem in problems
    }
    found |= {"duplicate_handle", "duplicate_handle_trash", "duplicate_sku", "duplicate_sku_trash", "option_value_used"}
    assert found - known_codes() == set()


def test_rules_need_no_database() -> None:
    script = (
        "import sys, rustok_desktop.commerce.rules\n"
        "heavy = {'sqlalchemy', 'aiosqlite', 'pydantic', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or None)"
    )
    # Measuring coverage would itself load a database module in the child.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_PROCESS")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environ)
    assert done.returncode == 0, done.stderr
