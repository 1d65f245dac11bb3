"""Sentences: complete in both languages, safe to fill."""

from __future__ import annotations

import string

import pytest

from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError
from rustok_desktop.core.message_texts import CATALOG
from rustok_desktop.core.messages import known_codes, message


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(CATALOG))
def test_both_languages_say_it_with_the_same_parameters(code: str) -> None:
    english, russian = CATALOG[code]
    assert english.strip()
    assert russian.strip()
    assert _names(english) == _names(russian)


def test_unknown_codes_and_languages_still_say_something() -> None:
    assert message("never_heard_of", "en", {}) == "never_heard_of"
    assert message("required", "de", {}) == message("required", "en", {})
    assert message("required", "ru-RU", {}) == CATALOG["required"][1]


def test_a_missing_parameter_does_not_fail_inside_an_error() -> None:
    assert "…" in message("duplicate_sku", "en", {"sku": "A{b}"})
    assert "A{b}" in message("duplicate_sku", "en", {"sku": "A{b}"})


def test_our_own_terms_are_translated() -> None:
    assert "товар" in NotFound("not_found", kind="product", id="7").text("ru")
    assert "черновик" in UserError("bad_transition", current="draft", act="unpublish").text("ru")


def test_lists_read_as_text() -> None:
    assert message("missing_columns", "en", {"columns": ["Handle", "Title"]}).endswith("Handle, Title.")
    assert message("missing_columns", "en", {"columns": {"b", "a"}}).endswith("a, b.")


def test_field_problems_stand_in_the_text_of_their_error() -> None:
    error = Invalid([FieldProblem("title@en", "required")])
    assert "title@en" in str(error)
    assert "invalid" in known_codes()
