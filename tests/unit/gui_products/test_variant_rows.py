"""Groups of variants, SKU patterns and the outcome of formulas, without a window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.price_formula import FormulaError
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.price_effect import price_effect
from rustok_desktop.gui.products.sku_pattern import PatternError, default_pattern, sku_texts
from rustok_desktop.gui.products.variant_rows import GroupRow, arrange, extent, range_text
from rustok_desktop.gui.products.variant_sums import VariantSums
from tests.unit.gui_products.samples import apron

AMOUNTS = {"a": (3800, 4500, 1140), "b": (4200, 4300, None), "c": (1000, None, 400)}


def test_groups_come_in_the_options_order_and_fold() -> None:
    colours = {"v1": "Clay", "v2": "Indigo", "v3": "Clay", "v4": "Rust"}
    rows = arrange(list(colours), colours.__getitem__, ("Indigo", "Clay", "Empty"), {"Clay"})
    assert rows == [
        GroupRow("Indigo", ("v2",)),
        "v2",
        GroupRow("Clay", ("v1", "v3"), folded=True),
        GroupRow("Rust", ("v4",)),
        "v4",
    ]
    assert arrange(["v1", "v2"], None, (), ()) == ["v1", "v2"]


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.sets(st.sampled_from("abcd")))
def test_grouping_loses_and_doubles_no_variant(values: list[str], folded: set[str]) -> None:
    keys = [f"v{place}" for place in range(len(values))]
    rows = arrange(keys, dict(zip(keys, values, strict=True)).__getitem__, "dcb", folded)
    groups = [row for row in rows if isinstance(row, GroupRow)]
    assert sorted(key for group in groups for key in group.keys) == sorted(keys)
    shown = [row for row in rows if isinstance(row, str)]
    assert shown == [key for group in groups if not group.folded for key in group.keys]


def test_ranges() -> None:
    assert range_text(extent([4200, None, 3800]), "USD") == "38.00–42.00"
    assert range_text(extent([3800, 3800]), "USD") == "38.00"
    assert range_text(extent([None]), "USD") == ""


def test_a_group_adds_up_what_its_variants_say_now() -> None:
    state = EditorState(apron(1, 6), locale="en")
    sums = VariantSums(state)
    group = GroupRow("Indigo", tuple(state.variant_keys()))
    found = sums.of_group(group, ())
    assert found.ranges == {"price": (3800, 4200), "compare_at": (4500, 4900), "cost": (1140, 1140)}
    assert (found.on_hand, found.out, found.low, found.wrong) == (144, 0, 0, 0)
    state.set_cell("v2", "price", "99,5")
    assert sums.of_group(group, {"v2"}).ranges["price"] == (3800, 9950)
    assert sums.of_group(group, {"v2"}).wrong == 1
    assert sums.amounts("v2") == (9950, 4500, 1140)


def test_the_effect_of_a_formula() -> None:
    effect = price_effect("+10 %, round to .99", "price", "USD", AMOUNTS, AMOUNTS.__getitem__)
    assert effect.texts("a") == ("38.00", "41.99")
    assert effect.changed == {"a": "41.99", "b": "45.99", "c": "10.99"}
    assert effect.changes == 3
    assert effect.wrong == {"b"}
    assert (effect.margin_before, effect.margin_after) == (Decimal("65.0"), Decimal("68.2"))


def test_variants_without_the_amount_have_no_outcome() -> None:
    effect = price_effect("= cost * 2", "price", "USD", AMOUNTS, AMOUNTS.__getitem__)
    assert effect.untouched == 1
    assert effect.texts("b") is None
    with pytest.raises(FormulaError):
        price_effect("= cost *", "price", "USD", AMOUNTS, AMOUNTS.__getitem__)


def test_emptying_shows_nothing_after() -> None:
    effect = price_effect("= none", "compare_at", "USD", AMOUNTS, AMOUNTS.__getitem__)
    assert effect.changed == {"a": "", "b": ""}
    assert effect.amount("a") is None


def test_sku_patterns() -> None:
    variants = [("a", {"Colour": "Indigo", "Size": "XS"}), ("b", {"Colour": "Глина", "Size": "2 XL"})]
    assert sku_texts("APR-{colour:3}-{Size}", variants) == {"a": "APR-IND-XS", "b": "APR-GLI-2-XL"}
    assert sku_texts("M{n:3}", variants) == {"a": "M001", "b": "M002"}
    assert default_pattern("Studio apron", ["Colour"]) == "STU-{Colour:3}"
    with pytest.raises(PatternError, match="Weight"):
        sku_texts("{Weight}", variants)


def test_several_variants_go_at_once_but_never_all() -> None:
    state = EditorState(apron(2, 3), locale="en")
    fresh = state.add_variant({"sku": "NEW"})
    state.set_cell("v2", "sku", "X")
    assert state.remove_variants(["v2", "v3", fresh]) == 3
    assert (state.removed, state.added) == ({"v2", "v3"}, [])
    assert state.edits == {}
    assert state.remove_variants(state.variant_keys()) == 3
    assert state.variant_keys() == ["v1"]
