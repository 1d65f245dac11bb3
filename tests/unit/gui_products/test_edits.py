"""Unsaved texts are found by variant without going through all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.products.edits import Edits
from rustok_desktop.gui.products.product_texts import variant_key

PATHS = ("title@en", "options", "variants/a/sku", "variants/a/option0", "variants/b/price@USD", "variants/b/option1")
acts = st.tuples(st.sampled_from(["put", "take", "clear", "without"]), st.sampled_from(PATHS), st.sampled_from("xyz"))


@given(st.lists(acts, max_size=25))
def test_the_parts_are_always_those_of_the_whole(done: list[tuple[str, str, str]]) -> None:
    edits, plain = Edits(), {}
    for act, path, text in done:
        key = variant_key(path)
        if act == "put":
            edits[path] = plain[path] = text
        elif act == "take":
            assert edits.pop(path, None) == plain.pop(path, None)
        elif act == "clear":
            edits.clear()
            plain.clear()
        elif key is not None:
            edits.without((key,))
            plain = {kept: text for kept, text in plain.items() if variant_key(kept) != key}
        assert edits == plain
        assert set(edits.own) == {path for path in plain if variant_key(path) is None}
        cells = {(key, path) for key, paths in edits.cells.items() for path in paths}
        assert cells == {(variant_key(path), path) for path in plain if variant_key(path) is not None}
        assert edits.choices == {path: variant_key(path) for path in plain if "/option" in path}
        assert edits.cell_count() == len(cells)


def test_what_was_touched_is_told_until_somebody_took_note() -> None:
    edits = Edits({"variants/a/sku": "1"})
    edits.changed.clear()
    edits["title@en"] = "x"
    assert edits.changed == set()
    edits["variants/b/sku"] = "2"
    del edits["variants/a/sku"]
    assert edits.changed == {"a", "b"}
    with pytest.raises(KeyError):
        edits.pop("variants/c/sku")
