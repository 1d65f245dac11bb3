"""What a save takes along comes to the same command as the editor's own texts, whatever is typed later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rustok_desktop.core.errors import Invalid
from rustok_desktop.gui.operations.products import CreateNew, SaveChanges
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_state import EditorState

from .samples import apron


def edited() -> EditorState:
    state = EditorState(apron(2, 2), locale="en")
    state.set("title@en", "Mine")
    state.set_cell("v1", "price", "39,5")
    state.set_cell("v2", "option1", "XXL")
    state.add_variant({"option0": "Indigo", "option1": "L", "price": "12"})
    state.remove_variant("v4")
    return state


def test_the_same_command_as_from_the_editors_texts() -> None:
    state, view = edited(), apron(2, 2)
    wanted = CommandBuilder(state).command()
    assert wanted is not None
    asked = SaveChanges(state.unsaved())
    state.begin_save()
    state.set("title@en", "Later")
    state.set_cell("v1", "price", "1")
    state.set_cell("v3", "sku", "LATER")
    state.remove_variant("v3")
    dearer = replace(view.variants[0].prices[0], compare_at_amount=9900)
    state.variants.put((replace(view.variants[0], prices=(dearer,)),))
    assert asked.command == wanted
    assert asked.command.model_fields_set == wanted.model_fields_set


def test_a_new_product_in_its_language() -> None:
    state = EditorState(None, locale="ru", currency="RUB", language="ru")
    state.set("title@ru", "Чашка")
    state.set_cell("new-1", "price", "12,5")
    command = CreateNew(state.unsaved()).command
    assert command == CommandBuilder(state).command()
    assert command.variants[0].prices[0].amount == 1250


def test_what_is_wrong_is_told_by_field() -> None:
    state = edited()
    state.set_cell("new-1", "price", "dear")
    with pytest.raises(Invalid) as refused:
        _ = SaveChanges(state.unsaved()).command
    assert [problem.path for problem in refused.value.fields] == ["variants/new-1/price@USD"]
    state.begin_save()
    state.save_failed(refused.value.fields)
    assert set(state.server_problems) == {"variants/new-1/price@USD"}
