"""How columns are arranged, kept and read again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.widgets.column_layout import ColumnLayout, ColumnSpec, leaving

SPECS = (
    ColumnSpec("TITLE", needed=True),
    ColumnSpec("SKU", 90, leaves=2),
    ColumnSpec("PRICE", 80),
    ColumnSpec("VENDOR", 100, hidden=True, leaves=1),
)
NAMES = [spec.name for spec in SPECS]
USUAL = ColumnLayout.usual(SPECS)
ACTS = st.lists(
    st.tuples(st.sampled_from(["move", "step", "width", "show", "hide"]), st.sampled_from(NAMES), st.integers(-2, 5))
)


@given(ACTS)
def test_whatever_was_arranged_is_read_again(acts: list[tuple[str, str, int]]) -> None:
    layout = USUAL
    for act, name, number in acts:
        if act == "move":
            layout = layout.moved(name, number)
        elif act == "step":
            layout = layout.stepped(name, 1 if number > 0 else -1)
        elif act == "width" and name != "TITLE":
            layout = layout.with_width(name, 50 + number)
        elif act in ("show", "hide") and name != "TITLE":
            layout = layout.with_shown(name, act == "show")
        assert sorted(layout.order) == sorted(NAMES)
    assert ColumnLayout.read(SPECS, json.loads(json.dumps(layout.written()))) == layout


@given(st.recursive(st.none() | st.integers() | st.text(max_size=4), lambda c: st.lists(c) | st.dictionaries(
    st.sampled_from(["order", "widths", "hidden", "shown", "SKU", "x"]), c)))  # fmt: skip
def test_nonsense_is_as_usual(kept: object) -> None:
    layout = ColumnLayout.read(SPECS, kept)
    assert sorted(layout.order) == sorted(NAMES)
    assert "TITLE" not in layout.hidden
    assert layout.widths.keys() <= {"SKU", "PRICE", "VENDOR"}


def test_a_column_that_is_new_stands_where_it_usually_does() -> None:
    kept = {"order": ["PRICE", "TITLE", "gone"], "widths": {"PRICE": 70}, "hidden": [], "shown": ["PRICE", "TITLE"]}
    layout = ColumnLayout.read(SPECS, kept)
    assert layout.order == ("PRICE", "VENDOR", "TITLE", "SKU")
    assert layout.hidden == {"VENDOR"}  # nobody asked for it yet


def test_a_step_jumps_over_what_is_hidden() -> None:
    layout = USUAL.with_shown("SKU", False)
    assert layout.stepped("PRICE", -1).order == ("PRICE", "TITLE", "SKU", "VENDOR")
    assert layout.stepped("TITLE", -1) == layout
    assert layout.stepped("PRICE", 1) == layout
    assert layout.stepped("SKU", 1) == layout


@pytest.mark.parametrize(
    ("room", "gone"), [(400, set()), (370, {"VENDOR"}), (269, {"VENDOR", "SKU"}), (10, {"VENDOR", "SKU"})]
)
def test_what_matters_least_leaves_first(room: int, gone: set[str]) -> None:
    widths = {"SKU": 90, "PRICE": 80, "VENDOR": 100}
    layout = USUAL.with_shown("VENDOR", True)
    assert leaving(SPECS, layout, widths, room, 110) == gone
    assert "VENDOR" not in leaving(SPECS, USUAL, widths, 10, 110)
