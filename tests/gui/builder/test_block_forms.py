"""Forms from the schemas of blocks, and the simple page that the preview shows of them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rustok_desktop.content.block_types import BLOCK_TYPES, checked
from rustok_desktop.gui.builder.block_html import Shown, page_html
from rustok_desktop.gui.builder.block_state import Block, told
from rustok_desktop.gui.builder.block_texts import TYPES, field_name
from rustok_desktop.gui.operations.block_forms import FieldSpec, ReadForms, TypeForm

PICTURE = "media:01a221d9-bfa9-75fa-acd6-c418a4a59876"
SAMPLES = {
    "line": "Line",
    "long": "Several\nlines",
    "link": "/there",
    "web": "https://example.com/v",
    "email": "me@example.com",
    "currency": "EUR",
    "number": 2,
    "money": 1250,
    "switch": True,
    "picture": PICTURE,
    "pictures": [PICTURE],
    "thing": PICTURE.removeprefix("media:"),
    "things": [PICTURE.removeprefix("media:")],
    "lines": ["one", "two"],
}


@pytest.fixture(scope="module")
def forms() -> dict[str, TypeForm]:
    return asyncio.run(ReadForms()(None))  # type: ignore[arg-type] - asks nothing of the platform


def sample(spec: FieldSpec) -> Any:
    if spec.kind == "choice":
        return spec.choices[-1]
    if spec.kind == "items":
        return [{part.name: sample(part) for part in spec.parts}]
    return SAMPLES[spec.kind]


def test_every_type_has_a_form_a_name_and_a_sentence(forms: dict[str, TypeForm]) -> None:
    assert forms.keys() == TYPES.keys() == BLOCK_TYPES.keys()
    for icon, name, note in TYPES.values():
        assert icon
        assert name
        assert note.endswith(".")


@pytest.mark.parametrize("kind", sorted(BLOCK_TYPES))
def test_what_a_full_form_gives_fits_the_schemas(forms: dict[str, TypeForm], kind: str) -> None:
    for fields, schema in ((forms[kind].data, BLOCK_TYPES[kind].data), (forms[kind].texts, BLOCK_TYPES[kind].texts)):
        _, wrong = checked(schema, {spec.name: sample(spec) for spec in fields})
        assert wrong == []


@pytest.mark.parametrize("kind", sorted(BLOCK_TYPES))
def test_only_what_is_marked_is_missed_when_a_form_is_empty(forms: dict[str, TypeForm], kind: str) -> None:
    for fields, schema in ((forms[kind].data, BLOCK_TYPES[kind].data), (forms[kind].texts, BLOCK_TYPES[kind].texts)):
        _, wrong = checked(schema, told({}, fields))
        assert {problem.path for problem in wrong} == {spec.name for spec in fields if spec.required}


def test_every_field_has_a_name(forms: dict[str, TypeForm]) -> None:
    def names(fields: tuple[FieldSpec, ...]) -> set[str]:
        return {spec.name for spec in fields} | {name for spec in fields for name in names(spec.parts)}

    for form in forms.values():
        for name in names(form.data) | names(form.texts):
            assert field_name(name) != name or name in ("html",)


def test_limits_and_choices_come_from_the_schema(forms: dict[str, TypeForm]) -> None:
    grid = {spec.name: spec for spec in forms["product_grid"].data}
    assert (grid["columns"].least, grid["columns"].limit, grid["columns"].default) == (1, 6, 4)
    assert grid["source"].choices == ("newest", "collection", "category", "chosen")
    assert {spec.name: spec.kind for spec in forms["pricing"].data} == {"currency_code": "currency", "plans": "items"}


@pytest.mark.parametrize("kind", sorted(set(BLOCK_TYPES) - {"spacer"}))
def test_the_preview_shows_what_each_type_says(forms: dict[str, TypeForm], kind: str) -> None:
    texts = {spec.name: sample(spec) for spec in forms[kind].texts}
    data = {spec.name: sample(spec) for spec in forms[kind].data}
    html = page_html([Shown("k1", kind, data, texts)], {"k1": (("Ramen bowl", "$12"),)})
    assert '<a name="k1">' in html
    said = {"image": PICTURE, "html": "lines", "text": "Several"}.get(kind, "Line")
    assert said in html


def test_markup_in_plain_fields_is_shown_and_not_obeyed() -> None:
    html = page_html([Shown("k", "hero", {}, {"title": "<script>a</script>", "button": "<b>"})], {})
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_what_runs_in_html_is_not_even_in_the_preview() -> None:
    html = page_html([Shown("k", "html", {}, {"html": "<p onclick='x()'>Hi</p><script>y()</script>"})], {})
    assert "Hi" in html
    assert "script" not in html
    assert "onclick" not in html


def test_columns_are_no_more_than_there_is_room_for() -> None:
    block = Shown("k", "features", {"columns": 3}, {"items": [{"title": name} for name in "abcd"]})
    assert page_html([block], {}).count("<tr>") == 2
    assert page_html([block], {}, most=1).count("<tr>") == 4


def test_prices_stand_at_their_entries() -> None:
    data = {"currency_code": "USD", "plans": [{"amount": 1250}]}
    html = page_html([Shown("k", "pricing", data, {"items": [{"title": "One"}, {"title": "Two"}]})], {})
    assert "$12.50" in html
    assert "Two" in html


# -- a block being typed ----------------------------------------------------------------------------


def test_a_language_that_is_emptied_is_taken_away(forms: dict[str, TypeForm]) -> None:
    block = Block("b", "text", 2, False, {}, {"en": {"text": "A"}, "ru": {"text": "Б"}})
    block.keep(block.data, block.texts)
    assert not block.dirty
    block.type_text("ru", "text", None)
    assert block.changes(forms["text"]) == (None, {"ru": None})


def test_only_what_differs_is_told(forms: dict[str, TypeForm]) -> None:
    block = Block("b", "faq", 2, False, {}, {"en": {"title": "Q"}})
    block.keep(block.data, block.texts)
    block.type_text("en", "items", [{"title": "Why?"}])
    assert block.changes(forms["faq"]) == (None, {"en": {"title": "Q", "items": [{"title": "Why?"}]}})


@pytest.mark.parametrize(
    ("texts", "summary"),
    [
        ({"en": {"title": "  A   title "}}, "A title"),
        ({"en": {"text": "## Head"}}, "Head"),
        ({"ru": {"title": "Только"}}, "Только"),
        ({"en": {"items": [{"title": "First"}]}}, "First"),
        ({}, ""),
    ],
)
def test_a_card_says_the_first_words(texts: dict[str, Any], summary: str) -> None:
    assert Block("b", "faq", 1, texts=texts).summary("de", "en") == summary
