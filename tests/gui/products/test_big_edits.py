"""Thousands of cells: typed, checked and saved without keeping the window, and nobody sees a half."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.operations.products import Loaded, SavedProduct, ShopFacts
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.products.sliced_edits import AT_ONCE
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets import turns
from rustok_desktop.runtime.notices import ChangeNotice
from tests.unit.gui_products.samples import apron, product, sheet

from .shop_client import ShopClient

COUNT = AT_ONCE + 50
VIEW = sheet(COUNT)
ALL = [(f"variants/v{number}/price@USD", f"{number}.50") for number in range(1, COUNT + 1)]


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorController]:
    monkeypatch.setattr(turns, "BUDGET_SECONDS", 0)
    client.answers["LoadProduct"] = lambda op: Loaded(VIEW if op.product_id == "p1" else product(product_id="p2"), ())
    made = EditorController(client)
    made.set_shop(ShopFacts("en", "USD", (("en", "English"),), ""))
    made.open("p1")
    qtbot.waitUntil(lambda: made.state is not None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def editor(controller: EditorController, services: GuiServices, qtbot: QtBot) -> ProductEditor:
    made = ProductEditor(controller, services.theme, services.icons)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.strip.setCurrentIndex(1)
    made.show()
    controller.replaced.emit()
    return made


def typed(controller: EditorController) -> int:
    assert controller.state is not None
    return len(controller.state.edits)


def shows(controller: EditorController, product_id: str) -> bool:
    return controller.state is not None and controller.state.product_id == product_id


def meanwhile(controller: EditorController, work: Callable[[], object]) -> None:
    """Do it in every turn of the loop."""
    timer = QTimer(controller, interval=0)
    timer.timeout.connect(work)
    timer.start()


# -- typing many ---------------------------------------------------------------------------------


def test_everybody_hears_of_them_when_the_last_one_is_in(controller: EditorController, qtbot: QtBot) -> None:
    told: list[int] = []
    seen: set[int] = set()
    controller.edited.connect(lambda: told.append(typed(controller)))
    assert controller.edit_many([*ALL[:-1], (ALL[-1][0], "dear")])
    meanwhile(controller, lambda: seen.add(typed(controller)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [COUNT]
    assert len(seen) > 3
    assert set(controller.problems()) == {ALL[-1][0]}
    assert not controller.save()


def test_a_save_takes_all_of_them(controller: EditorController, client: ShopClient, qtbot: QtBot) -> None:
    controller.edit_many(ALL)
    assert controller.save()
    assert client.operations("SaveChanges") == []
    qtbot.waitUntil(lambda: bool(client.operations("SaveChanges")))
    (asked,) = client.operations("SaveChanges")
    assert len(asked.command.variants) == COUNT


def test_publishing_saves_all_of_them_first(controller: EditorController, client: ShopClient, qtbot: QtBot) -> None:
    controller.edit_many(ALL)
    controller.publish("unpublish")
    assert client.operations("Act") == []
    qtbot.waitUntil(lambda: bool(client.operations("SaveChanges")))
    assert client.operations("Act") == []


def test_what_is_done_meanwhile_finds_all_of_them(controller: EditorController) -> None:
    state = controller.state
    assert state is not None
    controller.edit_many(ALL)
    controller.edit(ALL[0][0], "77")
    assert (typed(controller), controller.text(ALL[0][0])) == (COUNT, "77")
    controller.edit_many((path, "5") for path, _ in ALL)
    state.remove_variant("v2")
    controller.touched()
    assert controller.text(ALL[0][0]) == "5"
    assert ALL[1][0] not in state.edits


def test_going_to_another_product_keeps_all_of_them(controller: EditorController, qtbot: QtBot) -> None:
    controller.open("p2")
    qtbot.waitUntil(partial(shows, controller, "p2"))
    controller.edit("vendor", "kept")
    controller.open("p1")
    qtbot.waitUntil(partial(shows, controller, "p1"))
    controller.edit_many(ALL)
    controller.open("p2")
    assert controller.text("vendor") == "kept"
    assert set(controller.unsaved()) == {"p1", "p2"}
    controller.open("p1")
    assert controller.text(ALL[-1][0]) == ALL[-1][1]


def test_another_version_meanwhile_is_a_conflict(
    controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    theirs = replace(VIEW.variants[-1], prices=(replace(VIEW.variants[-1].prices[0], amount=100),))
    client.answers["LoadProduct"] = lambda op: Loaded(replace(VIEW, version=9, variants=(*VIEW.variants[:-1], theirs)))
    controller.edit_many(ALL)
    controller.notice(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"theirs"}), 9))
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.version == 9)
    assert controller.state is not None
    assert set(controller.state.conflicts) == {ALL[-1][0]}


def test_discarding_meanwhile_leaves_none(controller: EditorController, qtbot: QtBot) -> None:
    dropped: list[int] = []

    def discard_a_half() -> None:
        if typed(controller):
            dropped.append(typed(controller))
            controller.discard()

    controller.edit_many(ALL)
    meanwhile(controller, discard_a_half)
    qtbot.waitUntil(lambda: bool(dropped))
    turned: list[None] = []
    turns.Turns(controller).start(turned.append(None) for _ in range(3))
    qtbot.waitUntil(lambda: len(turned) == 3)
    assert dropped[0] < COUNT
    assert (len(dropped), typed(controller)) == (1, 0)


# -- saving --------------------------------------------------------------------------------------


def test_no_command_is_built_in_the_windows_thread(
    controller: EditorController, client: ShopClient, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    payload = CommandBuilder.payload

    def noted(builder: CommandBuilder) -> dict[str, Any]:
        built.append(threading.get_ident())
        return payload(builder)

    monkeypatch.setattr(CommandBuilder, "payload", noted)
    controller.edit_many(ALL)
    controller.save()
    qtbot.waitUntil(lambda: bool(client.operations("SaveChanges")))
    asked: list[Any] = []

    async def update(context: object, command: Any) -> Saved:
        asked.append(command)
        return Saved("p1", 4, (), "tx")

    async def changed(context: object, product_id: str, variant_ids: object) -> object:
        return replace(VIEW, version=4)

    catalog = SimpleNamespace(update_product=update, get_product_with=changed)
    context = SimpleNamespace(with_new_correlation=lambda: None)
    platform = SimpleNamespace(catalog=catalog, context=lambda: context)
    (operation,) = client.operations("SaveChanges")
    core = threading.Thread(target=lambda: asyncio.run(operation(platform)))
    core.start()
    ident = core.ident
    core.join()
    assert built == [ident]
    assert [len(command.variants) for command in asked] == [COUNT]


def test_only_the_saved_rows_are_painted_again(
    editor: ProductEditor, controller: EditorController, client: ShopClient
) -> None:
    rows: list[tuple[int, int]] = []
    editor.variants.model.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
    controller.edit("variants/v7/price@USD", "dear")
    controller.edit("variants/v3/price@USD", "99")
    assert rows == [(6, 6), (2, 2)]
    controller.edit("variants/v7/price@USD", "1")
    controller.save()
    client.fail("SaveChanges", Invalid([FieldProblem("variants/v9/sku", "duplicate_sku", {"sku": "x", "holder": "y"})]))
    assert editor.variants.model.problem(editor.variants.model.index(8, 1)) is not None
    controller.save()
    rows.clear()
    price = replace(VIEW.variants[2].prices[0], amount=9900)
    part = replace(VIEW, version=4, variants=(replace(VIEW.variants[2], prices=(price,)), VIEW.variants[6]))
    client.answer("SaveChanges", SavedProduct(Saved("p1", 4, (), "tx"), Loaded(part, partial=True)))
    assert sorted(rows) == [(2, 2), (6, 6), (8, 8)]
    assert editor.variants.model.index(2, 3).data() == "99.00"


def test_a_save_elsewhere_is_read_though_news_of_it_came_with_our_own(
    controller: EditorController, client: ShopClient
) -> None:
    for number, (news, loads) in enumerate((([{"tx1"}], 0), ([{"tx2", "theirs"}], 1), ([{"tx3"}, set()], 1)), start=1):
        before = len(client.operations("LoadProduct"))
        controller.edit("vendor", f"x{news}")
        controller.save()
        for txids in news:
            controller.notice(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset(txids), 9))
        part = replace(VIEW, version=3, vendor=f"x{news}", variants=())
        client.answer("SaveChanges", SavedProduct(Saved("p1", 3, (), f"tx{number}"), Loaded(part, partial=True)))
        assert len(client.operations("LoadProduct")) - before == loads


# -- opening -------------------------------------------------------------------------------------


def test_options_come_in_sight_when_they_are_right(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    bar = editor.variants.options
    small = replace(apron(2, 3), id="p2")
    client.answers["LoadProduct"] = lambda op: Loaded(VIEW if op.product_id == "p1" else small, ())

    def shown() -> list[list[str]]:
        lines = [line for line in bar._lines if line.isVisibleTo(bar)]
        return [[pill.text() for pill in line.pills if pill.isVisibleTo(line)] for line in lines]

    names = [f"No {number}" for number in range(1, COUNT + 1)]
    assert shown() == []
    assert bar._count.text() == f"Number {COUNT} = {COUNT} variants"
    bar._turns.finish()
    assert shown() == [names]
    first: list[list[list[str]]] = []
    controller.replaced.connect(lambda: first.append(shown()))
    for product_id in ("p2", "p1"):
        controller.open(product_id)
        qtbot.waitUntil(partial(shows, controller, product_id))
    assert first == [[["Indigo", "Clay"], ["XS", "S", "M"]], []]
    bar._turns.finish()
    assert shown() == [names]
    bar._take_value(0, "New")
    assert shown() == [[*names, "New"]]
    bar._lines[0].pills[2].click()
    assert controller.state is not None
    assert controller.state.removed == {"v3"}
