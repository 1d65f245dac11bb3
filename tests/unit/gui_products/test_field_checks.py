"""Checks that look only at what was typed find what a look at everything finds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products import option_edits
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.field_checks import FieldChecks

from .samples import apron, records, sheet

TEXTS = st.sampled_from(["", "38.00", "12.505", "dear", "Indigo", "S", "4810231400162", "450 g", "heavy"])
COLUMNS = st.sampled_from(["sku", "barcode", "price", "compare_at", "cost", "weight", "option0", "option1"])
cells = st.tuples(st.just("cell"), st.integers(0, 9), COLUMNS, TEXTS)
others = st.tuples(
    st.sampled_from(["title", "add", "remove", "value", "discard", "save", "fail", "rebase"]),
    st.integers(0, 9),
    COLUMNS,
    TEXTS,
)


def _act(state: EditorState, act: str, number: int, column: str, text: str) -> None:
    keys = state.variant_keys()
    key = keys[number % len(keys)]
    if act == "cell":
        state.set_cell(key, column, text)
    elif act == "title":
        state.set("title@en", text)
    elif act == "add":
        state.add_variant({"price": text, "option0": "Indigo"})
    elif act == "remove":
        state.remove_variant(key)
    elif act == "value":
        option_edits.add_value(state, number % 2, text or "XL")
    elif act == "discard":
        state.discard()
    elif act == "rebase":
        state.rebase(apron(2, 2 + number % 2, version=state.version + 1))
    else:
        state.begin_save()
        if act == "save" and not state.structural:
            state.saved_part(replace(apron(2, 2, version=state.version + 1), variants=()))
        else:
            state.save_failed([FieldProblem(f"variants/{key}/sku", "duplicate_sku", {"sku": text, "holder": "x"})])


@given(st.booleans(), st.lists(cells | others, max_size=20))
def test_as_a_look_at_everything(fresh: bool, acts: list[tuple[str, int, str, str]]) -> None:
    state = EditorState(None if fresh else apron(2, 2), locale="en")
    checks = FieldChecks()
    for act, number, column, text in acts:
        if not fresh or act not in ("save", "rebase", "value"):
            _act(state, act, number, column, text)
        found = checks.of(state)
        assert found == CommandBuilder(state).check()
        assert checks.of(state) is found


def test_another_state_is_another_matter() -> None:
    wrong, right = EditorState(apron(1, 2), locale="en"), EditorState(apron(1, 2), locale="en")
    wrong.set_cell("v1", "price", "dear")
    checks = FieldChecks()
    assert set(checks.of(wrong)) == {"variants/v1/price@USD"}
    assert checks.of(right) == {}
    assert checks.of(None) == {}
    assert set(checks.of(wrong)) == {"variants/v1/price@USD"}


def test_variants_that_come_later_count_among_the_doubles() -> None:
    view = sheet(4)
    state = EditorState(replace(view, variants=view.variants[:2]), locale="en", missing=2)
    checks = FieldChecks()
    state.set_cell("v1", "option0", "No 4")
    assert checks.of(state) == {}
    state.extend(records(view.variants[2:]))
    found = checks.of(state)
    assert {path: problem.code for path, problem in found.items()} == {"variants/v1/option0": "duplicate_combination"}
