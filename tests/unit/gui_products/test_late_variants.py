"""A state whose variants come slice by slice: what was typed meanwhile, what is counted, what waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.variant_records import VariantSlice
from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.operations.products import LoadVariants
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.variant_feed import VariantFeed

from .samples import records, sheet


def opened(count: int, first: int) -> EditorState:
    view = sheet(count)
    return EditorState(replace(view, variants=view.variants[:first]), locale="en", missing=count - first)


@given(st.integers(1, 12), st.data())
def test_the_slices_make_the_whole(count: int, data: st.DataObject) -> None:
    view, first = sheet(count), data.draw(st.integers(1, count))
    state = opened(count, first)
    while not state.complete:
        here = len(state.variants)
        number = data.draw(st.integers(0, here - 1))
        state.set_cell(f"v{number + 1}", "price", str(here))
        assert state.variant_count() == count
        state.extend(records(view.variants[here : here + data.draw(st.integers(1, 3))]))
    assert state.view == view
    assert state.variant_keys() == [variant.id for variant in view.variants]
    whole = EditorState(view, locale="en")
    whole_texts = {key: [whole.cell(key, c) for c in ("sku", "option0", "weight")] for key in whole.variant_keys()}
    assert {k: [state.cell(k, c) for c in ("sku", "option0", "weight")] for k in state.variant_keys()} == whole_texts
    assert all(state.text(path) == text for path, text in state.edits.items())


def test_an_empty_slice_ends_it_whatever_was_announced() -> None:
    state = opened(5, 2)
    state.extend(records(()))
    assert state.complete
    assert state.variant_count() == 2


def test_a_save_meanwhile_changes_nothing_of_what_is_to_come() -> None:
    view = sheet(5)
    state = opened(5, 2)
    state.set_cell("v2", "sku", "MINE")
    state.begin_save()
    mine = replace(view.variants[1], sku="MINE")
    state.saved_part(replace(view, version=4, variants=(mine,)))
    assert (state.version, state.missing, state.dirty) == (4, 3, False)
    state.extend(records(view.variants[2:]))
    assert state.view == replace(view, version=4, variants=(view.variants[0], mine, *view.variants[2:]))


def test_a_newer_version_brings_all_at_once() -> None:
    state = opened(5, 2)
    state.set_cell("v1", "price", "7")
    state.rebase(sheet(6, version=9))
    assert state.complete
    assert state.edits == {"variants/v1/price@USD": "7"}
    assert not state.conflicts
    assert state.variant_count() == 6


@dataclass
class Answers:
    """The shop: keeps what is asked, and answers it when the test says so."""

    log: list[str] = field(default_factory=list)
    asked: list[tuple[LoadVariants, Callable[..., None], Callable[..., None]]] = field(default_factory=list)
    cancelled: int = 0
    done: bool = False

    def __call__(self, operation: LoadVariants, on_result: Any, on_error: Any) -> Answers:
        self.asked.append((operation, on_result, on_error))
        return self

    def cancel(self) -> None:
        self.cancelled += 1

    def feed(self) -> VariantFeed:
        return VariantFeed(
            self,
            came=lambda state: self.log.append(f"came {len(state.variants)}"),
            stale=lambda product_id: self.log.append(f"stale {product_id}"),
            failed=lambda product_id, error: self.log.append(f"failed {product_id} {error}"),
        )

    def answer(self, version: int, variants: Any) -> None:
        self.asked[-1][1](VariantSlice(version, records(variants)))


def test_it_asks_from_the_last_one_on_until_all_are_here() -> None:
    view, shop, state = sheet(5), Answers(), opened(5, 2)
    feed = shop.feed()
    feed.follow(state)
    feed.follow(state)
    assert [(op.product_id, op.after) for op, _, _ in shop.asked] == [("p1", (2, "v2"))]
    shop.answer(3, view.variants[2:4])
    assert shop.asked[-1][0].after == (4, "v4")
    shop.answer(3, view.variants[4:])
    assert shop.log == ["came 4", "came 5"]
    assert len(shop.asked) == 2
    assert state.view == view


def test_a_complete_product_is_not_asked_about() -> None:
    shop = Answers()
    shop.feed().follow(opened(2, 2))
    assert shop.asked == []


def test_what_needs_all_waits_and_is_done_once() -> None:
    view, shop, state, done = sheet(4), Answers(), opened(4, 2), []
    feed = shop.feed()
    feed.follow(state)
    feed.when_whole(state, lambda: done.append(len(state.variants)))
    assert done == []
    shop.answer(3, view.variants[2:3])
    assert done == []
    shop.answer(3, view.variants[3:])
    assert done == [4]
    feed.when_whole(state, lambda: done.append(0))
    assert done == [4, 0]


def test_what_waits_for_one_product_is_never_done_to_another() -> None:
    shop, state, done = Answers(), opened(4, 2), []
    feed = shop.feed()
    feed.when_whole(state, lambda: done.append("first"))
    other = opened(2, 2)
    feed.follow(other)
    assert shop.cancelled == 1
    feed.when_whole(other, lambda: done.append("second"))
    assert done == ["second"]
    shop.answer(3, sheet(4).variants[2:])
    assert (shop.log, state.missing) == ([], 2)


def test_a_slice_from_before_an_own_save_is_asked_for_again() -> None:
    view, shop, state = sheet(4), Answers(), opened(4, 2)
    shop.feed().follow(state)
    state.set("vendor", "x")
    state.begin_save()
    state.saved_part(replace(view, version=4, vendor="x", variants=()))
    shop.answer(3, view.variants[2:])
    assert (shop.log, state.missing, len(shop.asked)) == ([], 2, 2)
    shop.answer(4, view.variants[2:])
    assert state.complete


def test_a_slice_of_a_newer_version_calls_for_the_whole() -> None:
    shop, state = Answers(), opened(4, 2)
    shop.feed().follow(state)
    shop.answer(8, sheet(4).variants[2:])
    assert shop.log == ["stale p1"]
    assert state.missing == 2


def test_nothing_is_taken_while_a_save_runs_and_it_goes_on_afterwards() -> None:
    view, shop, state = sheet(4), Answers(), opened(4, 2)
    feed = shop.feed()
    feed.follow(state)
    state.set("vendor", "x")
    state.begin_save()
    shop.answer(3, view.variants[2:])
    assert (shop.log, len(shop.asked)) == ([], 1)
    state.save_failed()
    feed.follow(state)
    shop.answer(3, view.variants[2:])
    assert state.complete


def test_a_failure_is_told_and_the_next_wish_tries_again() -> None:
    view, shop, state, done = sheet(3), Answers(), opened(3, 2), []
    feed = shop.feed()
    feed.when_whole(state, lambda: done.append("lost"))
    shop.asked[-1][2](UserError("disk_full"))
    assert shop.log[0].startswith("failed p1")
    feed.when_whole(state, lambda: done.append("again"))
    shop.answer(3, view.variants[2:])
    assert done == ["again"]
