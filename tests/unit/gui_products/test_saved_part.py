"""A save of cells answers with the variants it changed; the state then is what a whole answer would make it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.gui.products.editor_state import EditorState

from .samples import product


def _many(count: int) -> ProductView:
    one = product().variants[0]
    return product(variants=tuple(replace(one, id=f"v{n}", position=n, sku=f"S{n}") for n in range(count)))


def _after(view: ProductView, skus: dict[str, str]) -> ProductView:
    variants = tuple(replace(v, sku=skus.get(v.id, v.sku)) for v in view.variants)
    return replace(view, version=view.version + 1, vendor="Kiln", variants=variants)


@given(
    st.dictionaries(st.integers(0, 5), st.sampled_from(["A", "B", ""]), min_size=1),
    st.dictionaries(st.integers(0, 5), st.sampled_from(["X", "A"])),
)
def test_it_is_as_after_a_whole_answer(typed: dict[int, str], later: dict[int, str]) -> None:
    view = _many(6)
    whole, part = (EditorState(view, locale="en") for _ in range(2))
    for state in (whole, part):
        state.set("vendor", "Kiln")
        for number, sku in typed.items():
            state.set_cell(f"v{number}", "sku", sku)
        state.begin_save()
        for number, sku in later.items():
            state.set_cell(f"v{number}", "sku", sku)
    answer = _after(view, {f"v{number}": sku for number, sku in typed.items()})
    changed = {f"v{number}" for number in typed}
    whole.saved(answer)
    part.saved_part(replace(answer, variants=tuple(v for v in answer.variants if v.id in changed)))
    assert (part.view, part.base, part.edits) == (whole.view, whole.base, whole.edits)
    assert part.variant_keys() == whole.variant_keys()
    assert not part.saving
