"""Filters by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.operations.products import FilterChoices
from rustok_desktop.gui.products.filter_names import FilterNames
from rustok_desktop.gui.products.filter_words import filters_in_force, lacking_of, without_filter
from rustok_desktop.index.schemas import ProductQuery, StatusFilter, StockFilter, Without
from rustok_desktop.taxonomy.views import CategoryNode

MAYBE = st.none() | st.text(min_size=1, max_size=3)
AMOUNT = st.none() | st.integers(0, 900)
QUERIES = st.builds(
    ProductQuery,
    text=st.sampled_from(["", "mug"]),
    status=st.none() | st.sampled_from(StatusFilter),
    vendor=MAYBE,
    product_type=MAYBE,
    tag=MAYBE,
    stock=st.none() | st.sampled_from(StockFilter),
    category=MAYBE,
    collection=MAYBE,
    price_from=AMOUNT,
    price_to=AMOUNT,
    without=st.lists(st.sampled_from(Without), unique=True).map(tuple),
)


@given(QUERIES)
def test_every_filter_goes_alone_and_all_together_leave_the_search(query: ProductQuery) -> None:
    keys = filters_in_force(query)
    assert bool(keys) == query.narrowed
    left = query
    for key in keys:
        assert filters_in_force(without_filter(query, key)) == tuple(other for other in keys if other != key)
        left = without_filter(left, key)
    assert left == ProductQuery(text=query.text)


@pytest.mark.parametrize("lacking", Without)
def test_what_is_missing_has_a_key_of_its_own(lacking: Without) -> None:
    (key,) = filters_in_force(ProductQuery(without=(lacking,)))
    assert lacking_of(key) is lacking
    assert lacking_of("vendor") is None


def _node(category_id: str, name: str) -> CategoryNode:
    return CategoryNode(category_id, None, 0, 0, 1, name, name, ("en",), 0, 0)


def test_names_of_what_was_deleted_are_remembered() -> None:
    names, query = FilterNames(), ProductQuery(category="c1", collection="k1")
    assert not names.is_gone("c1")  # nobody knows yet
    names.know({"c1": "Old name", "k1": "Gifts"})
    names.show(FilterChoices((_node("c1", "Gloves"),), ()))
    assert (names.of("c1"), names.is_gone("c1")) == ("Gloves", False)
    assert (names.of("k1"), names.is_gone("k1")) == ("Gifts", True)
    assert names.used_by(query) == {"c1": "Gloves", "k1": "Gifts"}
    names.show(FilterChoices((), ()))
    assert (names.of("c1"), names.is_gone("c1")) == ("Gloves", True)
    assert not names.is_gone(None)
    assert names.used_by(ProductQuery(category="unheard")) == {}
