"""Views as they are kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.products.saved_views import (
    SavedView,
    in_order,
    read_query,
    read_view,
    same_filters,
    write_query,
    write_view,
)
from rustok_desktop.index.schemas import ProductQuery, ProductSort

from .test_filter_words import QUERIES


@given(QUERIES, st.sampled_from(ProductSort), st.booleans())
def test_a_question_is_read_as_it_was_written(query: ProductQuery, sort: ProductSort, down: bool) -> None:
    asked = replace(query, sort=sort, descending=down)
    assert read_query(json.loads(json.dumps(write_query(asked)))) == asked
    assert same_filters(asked, query)


@given(QUERIES)
def test_a_view_is_read_as_it_was_written(query: ProductQuery) -> None:
    view = SavedView("v1", "Low stock, Gloves", query, {"c1": "Gloves"})
    assert read_view(json.loads(json.dumps(write_view(view)))) == view


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"colour": "red"},
        {"status": "sold"},
        {"vendor": 5},
        {"price_from": "12"},
        {"price_to": True},
        {"without": ["money"]},
        {"without": 3},
        {"descending": "yes"},
    ],
)
def test_what_is_not_understood_is_no_other_question(kept: object) -> None:
    assert read_query(kept) is None
    assert read_view({"id": "v", "name": "V", "query": kept, "names": {}}) is None


def test_nobody_takes_the_place_of_a_view_of_the_program() -> None:
    assert read_view({"id": "all", "name": "Mine", "query": {}, "names": {}}) is None
    assert read_view({"id": "v", "name": "", "query": {}, "names": {}}) is None


def test_views_without_a_place_come_last() -> None:
    views = [SavedView(name, name, ProductQuery()) for name in "abcd"]
    assert [view.id for view in in_order(views, ["d", "x", "b", "d"])] == ["d", "b", "a", "c"]
