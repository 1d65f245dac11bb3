"""Edits, saves under way, conflicts, drafts."""

from __future__ import annotations

import json
from dataclasses import replace

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.product_texts import ImageDraft, OptionDraft

from .samples import apron, product, variant

PRICE = "variants/v1/price@USD"


def editing(**kwargs: object) -> EditorState:
    return EditorState(product(**kwargs), locale="en")  # type: ignore[arg-type]


def test_shows_what_is_saved() -> None:
    state = editing()
    assert state.text("title@en") == "Ramen bowl, indigo"
    assert state.text(PRICE) == "38.00"
    assert state.text("tags") == "stoneware, indigo"
    assert state.cell("v1", "weight") == "450 g"
    assert not state.dirty


def test_typing_back_what_was_saved_is_no_edit() -> None:
    state = editing()
    assert state.set("title@en", "Ramen")
    assert state.dirty
    assert state.set("title@en", "Ramen bowl, indigo")
    assert not state.dirty


def test_text_typed_during_a_save_stays() -> None:
    state = editing()
    state.set("title@en", "Ramen")
    state.set("vendor", "Other")
    state.begin_save()
    state.set("title@en", "Ramen bow")
    state.set(PRICE, "39")
    state.saved(replace(product(title="Ramen", vendor="Other"), version=4))
    assert state.edits == {"title@en": "Ramen bow", PRICE: "39"}
    assert state.text("vendor") == "Other"


def test_taking_an_edit_back_during_its_save_is_an_edit_again() -> None:
    state = editing()
    state.set("title@en", "Ramen")
    state.begin_save()
    state.set("title@en", "Ramen bowl, indigo")
    state.saved(product(title="Ramen", version=4))
    assert state.edits == {"title@en": "Ramen bowl, indigo"}


def test_new_variants_keep_their_late_edits() -> None:
    state = EditorState(apron(1, 1), locale="en")
    key = state.add_variant({"option0": "Indigo", "option1": "S", "price": "1"})
    state.begin_save()
    state.set_cell(key, "sku", "LATE")
    state.saved(apron(1, 2, version=4))
    assert state.added == []
    assert state.cell("v2", "sku") == "LATE"
    assert state.is_dirty("variants/v2/sku")


def test_a_failed_save_keeps_everything() -> None:
    state = editing()
    state.set("title@en", "Ramen")
    state.begin_save()
    state.save_failed([FieldProblem("handle@en", "duplicate_handle")])
    assert state.text("title@en") == "Ramen"
    assert set(state.server_problems) == {"handle@en"}
    state.set("handle@en", "other")
    assert not state.server_problems


def test_a_newer_version_merges_and_asks_only_where_both_changed() -> None:
    state = editing()
    state.set("title@en", "Mine")
    state.set("tags", "mine")
    state.rebase(product(version=4, title="Theirs", vendor="Their vendor"))
    assert state.text("vendor") == "Their vendor"
    assert state.text("title@en") == "Mine"
    assert set(state.conflicts) == {"title@en"}
    conflict = state.conflicts["title@en"]
    assert (conflict.was, conflict.mine, conflict.theirs) == ("Ramen bowl, indigo", "Mine", "Theirs")
    state.take_theirs("title@en")
    assert state.text("title@en") == "Theirs"
    assert state.edits == {"tags": "mine"}


def test_keeping_mine_settles_without_losing_it() -> None:
    state = editing()
    state.set("title@en", "Mine")
    state.rebase(product(version=4, title="Theirs"))
    state.keep_mine("title@en")
    assert not state.conflicts
    assert state.text("title@en") == "Mine"


def test_an_open_conflict_stays_open_over_the_next_version() -> None:
    state = editing()
    state.set("title@en", "Mine")
    state.rebase(product(version=4, title="Theirs"))
    state.rebase(product(version=5, title="Theirs"))
    assert set(state.conflicts) == {"title@en"}


def test_both_typing_the_same_is_no_conflict() -> None:
    state = editing()
    state.set("title@en", "Same")
    state.rebase(product(version=4, title="Same"))
    assert not state.conflicts
    assert not state.dirty


def test_edits_of_a_variant_removed_elsewhere_can_come_back() -> None:
    state = EditorState(apron(1, 2), locale="en")
    state.set("variants/v2/sku", "MINE")
    state.rebase(apron(1, 1, version=4))
    assert state.conflicts["variants/v2/sku"].theirs is None
    state.keep_mine("variants/v2/sku")
    (key,) = state.added
    assert state.cell(key, "sku") == "MINE"
    assert state.cell(key, "option1") == "S"
    assert state.cell(key, "price") == "38.00"


def test_the_last_variant_stays() -> None:
    state = editing()
    assert not state.remove_variant("v1")
    key = state.add_variant()
    assert state.remove_variant("v1")
    assert state.variant_keys() == [key]


def test_a_draft_survives_the_program() -> None:
    state = editing()
    state.set("title@en", "Half a ti")
    state.set(PRICE, "3")
    key = state.add_variant({"sku": "NEW"})
    draft = json.loads(json.dumps(state.to_draft()))
    again = editing()
    again.apply_draft(draft)
    assert again.text("title@en") == "Half a ti"
    assert again.text(PRICE) == "3"
    assert again.cell(key, "sku") == "NEW"
    assert not again.conflicts


def test_a_draft_over_a_newer_product_shows_what_collides() -> None:
    state = editing()
    state.set("title@en", "Mine")
    state.set("vendor", "Mine")
    again = editing(version=9, title="Theirs")
    again.apply_draft(state.to_draft())
    assert set(again.conflicts) == {"title@en"}
    assert again.text("vendor") == "Mine"


def test_a_new_product_starts_with_one_variant() -> None:
    state = EditorState(None, locale="en")
    assert len(state.variant_keys()) == 1
    assert not state.dirty
    state.set("title@en", "Cup")
    assert state.dirty
    state.discard()
    assert not state.dirty
    assert len(state.variant_keys()) == 1


def test_images_and_options_are_whole_lists() -> None:
    state = EditorState(apron(1, 2), locale="en")
    assert state.set_images([ImageDraft(None, "https://example.org/a.jpg", "")])
    assert state.is_dirty("images")
    first, second = state.options()
    assert not state.set_options([first, second])
    assert state.set_options([first, OptionDraft(second.id, "Fit", second.values)])
    assert state.dirty_count() == 2


def test_discard_brings_back_removed_variants() -> None:
    state = EditorState(product(variants=(variant(1), variant(2))), locale="en")
    state.remove_variant("v1")
    state.discard()
    assert state.variant_keys() == ["v1", "v2"]
