"""Ctrl+Z and Ctrl+Y: their names, when they can be used, and what they say afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.history.step_texts import StepTexts
from rustok_desktop.gui.history.undo_actions import REDO, UNDO, UndoActions
from rustok_desktop.gui.operations.history import Turn
from rustok_desktop.history.views import StepView, Undone, UndoProgress, UndoState

AT = "2026-11-12T14:02:00.000000+00:00"
EDIT = StepView("s1", "edit", AT, 1, "Ramen bowl", ("price",))
IMPORT = StepView("s2", "import", AT, 1204, source="autumn.csv")


@pytest.fixture
def undo(services: Any, client: Any, qtbot: QtBot) -> UndoActions:
    services.translator.set_language("en")
    made = UndoActions(services, services.actions)
    made.ask()
    return made


def step_text(step: StepView) -> str:
    return StepTexts().text(step)


def answer(client: Any, undo: StepView | None = None, redo: StepView | None = None) -> None:
    client.answer("ReadUndoState", UndoState(undo, redo))


def test_steps_are_named() -> None:
    assert step_text(EDIT) == "Change price of “Ramen bowl”"
    assert step_text(StepView("s", "edit", AT, 1, "Mug", ("title", "sku"))) == "Change “Mug”"
    assert step_text(StepView("s", "edit", AT, 1, "Mug", ("sku",))) == "Change SKU of “Mug”"
    assert step_text(StepView("s", "trash", AT, 1, "Mug")) == "Move “Mug” to the trash"


def test_a_count_is_written_out(services: Any) -> None:
    services.translator.set_language("ru")
    services.translator.set_language("en")
    assert step_text(IMPORT) == "Import of autumn.csv (1,204 products)"
    assert step_text(StepView("s", "edit", AT, 214, fields=("price",))) == "Change price of 214 products"
    services.translator.set_language("ru")
    assert step_text(StepView("s", "edit", AT, 214, fields=("price",))) == "Изменить 214 товаров: цена"
    services.translator.set_language("en")


def test_they_are_named_and_enabled_by_what_can_be_undone(undo: UndoActions, services: Any, client: Any) -> None:
    actions = services.actions
    assert not actions.trigger(UNDO)
    assert actions.get(UNDO).text() == "Undo"
    answer(client, EDIT)
    assert actions.get(UNDO).text() == "Undo: Change price of “Ramen bowl”"
    assert not actions.get(REDO).enabled()
    assert actions.trigger(UNDO)
    assert client.last("Turn").operation == Turn("s1", True)
    assert client.last("Turn").write
    assert not actions.get(UNDO).enabled()


def test_a_notice_follows_with_the_way_back(undo: UndoActions, services: Any, client: Any) -> None:
    answer(client, EDIT)
    services.actions.trigger(UNDO)
    client.answer("Turn", Undone(EDIT, 1))
    answer(client, None, EDIT)
    notice = services.notices.history[-1]
    assert notice.text == "Undone: Change price of “Ramen bowl”"
    notice.action()
    assert client.last("Turn").operation == Turn("s1", False)


def test_a_long_one_can_be_stopped(undo: UndoActions, services: Any, client: Any) -> None:
    answer(client, IMPORT)
    services.actions.trigger(UNDO)
    call = client.last("Turn")
    assert not call.write
    call.progress(UndoProgress(IMPORT, 400, 1204))
    call.progress(UndoProgress(IMPORT, 800, 1204))
    told = [notice for notice in services.notices.history if "400" in notice.text]
    assert len(told) == 1
    assert len(services.notices.history) == 1
    told[0].action()
    assert call.done


def test_nothing_offers_to_stop_what_is_done(undo: UndoActions, services: Any, client: Any) -> None:
    over: list[str] = []
    services.notices.withdrawn.connect(lambda notice: over.append(notice.text))
    answer(client, IMPORT)
    services.actions.trigger(UNDO)
    client.last("Turn").progress(UndoProgress(IMPORT, 400, 1204))
    client.answer("Turn", Undone(IMPORT, 1204))
    assert over == [notice.text for notice in services.notices.history if "400" in notice.text]


def test_a_refusal_names_the_field_and_frees_the_keys(undo: UndoActions, services: Any, client: Any) -> None:
    answer(client, EDIT)
    services.actions.trigger(UNDO)
    client.fail("Turn", UserError("undo_blocked", title="Bowl", field="variants/v/price@USD", when="2026-11-12 14:02"))
    assert "changed again later (Price" in services.notices.history[-1].text
    answer(client, EDIT)
    assert services.actions.get(UNDO).enabled()


def test_it_asks_again_after_a_change(undo: UndoActions, client: Any, qtbot: QtBot) -> None:
    answer(client)
    client.notify(object())
    qtbot.waitUntil(lambda: bool(client.pending("ReadUndoState")), timeout=10_000)
    undo.stop()
    assert client.listeners == []
