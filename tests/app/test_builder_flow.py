"""The whole window over a real directory: a page of eight blocks, a menu that leads to it, undo after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.builder.type_chooser import TYPE_ROLE
from rustok_desktop.testing import a_node, a_product

from .pages.desk import Desk
from .pages.program import begin, leave

EIGHT = ("hero", "text", "features", "cta", "faq", "pricing", "product_grid", "contact")


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    application = begin(tmp_path / "data", qapp)
    made = Desk(application, qtbot)
    yield made
    leave(made.application)


async def a_page(platform: Any) -> str:
    """A page that is a draft, and a product."""
    ctx = platform.context()
    await platform.catalog.create_product(ctx, a_product().titled("Ramen bowl").build())
    saved = await platform.nodes.create_node(ctx, a_node().of_kind("page").titled("About us").build())
    await platform.consumers.drain()
    return str(saved.node_id)


def add_block(desk: Desk, page: Any, kind: str) -> None:
    desk.qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    desk.wait(page.types.isVisible)
    model = page.types.model
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data(TYPE_ROLE) == kind)
    page.types.list.setCurrentIndex(model.index(row, 0))
    desk.qtbot.keyClick(page.types.list, Qt.Key.Key_Return)
    desk.wait(lambda: page.controller.block is not None and page.controller.block.type == kind)


def build_eight(desk: Desk) -> tuple[Any, str]:
    page_id = desk.ask(a_page)
    content = desk.go("content", node_id=page_id)
    desk.wait(lambda: content.controller.state is not None and content.blocks.isVisible())
    desk.qtbot.mouseClick(content.blocks, Qt.MouseButton.LeftButton)
    page = desk.application.window.stack.built()["builder"]
    desk.wait(lambda: page.controller.page is not None and bool(page.controller.forms))
    for kind in EIGHT:
        if page.controller.blocks:
            page.controller.choose(page.controller.blocks[-1].key)
        add_block(desk, page, kind)
        form = page.panel.texts
        if "title" in form.fields:
            desk.type(form.editor("title"), f"The {kind}")
        if kind == "text":
            desk.type(form.editor("text"), "Fired with *wood*")
        if kind == "cta":
            desk.type(form.editor("button"), "Come in")
            desk.type(page.panel.data.editor("link"), "/visit")
        desk.wait(lambda: page.controller.state() == "saved")
    return page, page_id


async def stored(platform: Any, page_id: str) -> list[tuple[str, str]]:
    blocks = await platform.pages.blocks(platform.context(), page_id)
    return [(block.type, next(iter(block.texts.get("en", {}).values()), "")) for block in blocks]


def blocks_of(desk: Desk, page_id: str) -> list[tuple[str, str]]:
    async def read(platform: Any) -> list[tuple[str, str]]:
        return await stored(platform, page_id)

    found: list[tuple[str, str]] = desk.ask(read)
    return found


def test_a_page_of_eight_blocks_and_a_menu_that_leads_to_it(desk: Desk) -> None:
    page, page_id = build_eight(desk)
    assert [kind for kind, _ in blocks_of(desk, page_id)] == list(EIGHT)
    desk.wait(lambda: "The hero" in page.preview.toPlainText() and "Fired with wood" in page.preview.toPlainText())
    # The second block goes to the end by keys, is hidden, and is gone from the preview.
    page.controller.choose(page.controller.blocks[1].key)
    for _ in range(6):
        desk.qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.wait(lambda: [kind for kind, _ in blocks_of(desk, page_id)][-1] == "text")
    desk.qtbot.keyClick(page.list, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "Fired with wood" not in page.preview.toPlainText())

    menus = desk.go("menus")
    desk.wait(lambda: menus.first_button.isVisible())
    desk.qtbot.mouseClick(menus.first_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: menus.menu is not None)
    for text, title in (("About", "About us"), ("/kiln", "/kiln"), ("Ramen", "Ramen bowl")):
        desk.type(menus.pane.chooser.field, text)
        desk.wait(lambda: menus.pane.chooser.model.rowCount() > 0)
        desk.qtbot.keyClick(menus.pane.chooser.field, Qt.Key.Key_Return)
        desk.wait(lambda title=title: menus.pane.tree.current is not None and menus.pane.tree.current.title == title)
    assert [item.title for item in menus.menu.items] == ["About us", "/kiln", "Ramen bowl"]
    # Both pages are drafts: the links are broken until the page is public.
    desk.wait(lambda: menus.broken_button.isVisible())
    menus.pane.tree.choose(menus.menu.items[0].id)
    desk.qtbot.mouseClick(menus.panel.mend, Qt.MouseButton.LeftButton)
    desk.wait(lambda: menus.menu.items[0].broken is None)
    # The last goes below the first by keys.
    menus.pane.tree.choose(menus.menu.items[2].id)
    desk.qtbot.keyClick(menus.pane.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.wait(lambda: len(menus.menu.items) == 2)
    assert [item.title for item in menus.menu.items[1].items] == ["Ramen bowl"]


def test_what_was_removed_comes_back_after_a_restart(
    desk: Desk, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    page, page_id = build_eight(desk)
    page.controller.choose(page.controller.blocks[0].key)
    desk.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    desk.wait(lambda: len(page.controller.blocks) == 7)
    leave(desk.application)
    desk.application = begin(tmp_path / "data", qapp)
    desk.wait(lambda: len(blocks_of(desk, page_id)) == 7)
    page = desk.go("builder", node_id=page_id)
    desk.wait(lambda: len(page.controller.blocks) == 7)
    desk.undo()
    desk.wait(lambda: len(page.controller.blocks) == 8)
    assert blocks_of(desk, page_id)[0] == ("hero", "The hero")
    # What was typed last goes back too, and the form shows it.
    page.controller.choose(page.controller.blocks[-1].key)
    desk.undo()
    desk.wait(lambda: page.panel.texts.editor("title").text() == "")
