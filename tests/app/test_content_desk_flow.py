"""The whole window over a real directory: what is missing is translated, a thread moderated, an old address led on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.content.discussion_schemas import AddComment, CreateForumCategory, CreateTopic
from rustok_desktop.content.schemas import NodeWords, ScheduleNode
from rustok_desktop.testing import a_node, a_product

from .pages.desk import Desk
from .pages.program import begin, leave


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(begin(tmp_path / "data", qapp), qtbot)
    yield made
    leave(made.application)


async def two_pages(platform: Any) -> list[str]:
    """Two pages in English, one of them in Russian too and out of date there; Russian is a language of the shop."""
    ctx, nodes = platform.context(), platform.nodes
    await platform.tenants.enable_locale(ctx, "ru")
    first = await nodes.create_node(ctx, a_node().of_kind("page").titled("About us").written("Who we are").build())
    both = a_node().of_kind("page").titled("Visit").titled("Приезжайте", locale="ru")
    second = await nodes.create_node(ctx, both.build())
    from rustok_desktop.content.schemas import NodePatch, UpdateNode

    patch = {"en": NodePatch(title="Come and visit")}
    await nodes.update_node(ctx, UpdateNode(node_id=second.node_id, base_version=second.version, translations=patch))
    await platform.consumers.drain()
    return [first.node_id, second.node_id]


def test_what_is_missing_is_translated_and_what_is_stale_accepted(desk: Desk) -> None:
    async def a_bowl(platform: Any) -> str:
        made = await platform.catalog.create_product(platform.context(), a_product().titled("Bowl").build())
        return str(made.product_id)

    ids, bowl = desk.ask(two_pages), desk.ask(a_bowl)
    page = desk.go("translations")
    desk.wait(lambda: [row.state for row in page.model.rows] == ["missing", "missing", "stale"])
    desk.wait(lambda: page.editor.item is not None and page.editor.item.id == ids[0])
    assert page.header._count.text() == "0 %"
    for name, text in (("title", "О нас"), ("body", "Кто мы")):
        row = next(row for row in page.editor.rows if row.pair.name == name)
        row.target.setFocus()
        row.target.insertPlainText(text)
    desk.application.services.actions.trigger("translations.next")
    desk.wait(lambda: page.editor.item is not None and page.editor.item.id == bowl)
    page.editor.rows[0].target.insertPlainText("Миска")
    desk.application.services.actions.trigger("translations.next")
    desk.wait(lambda: page.editor.item is not None and page.editor.item.id == ids[1])
    desk.qtbot.mouseClick(page.fits, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.left.currentWidget() is page.done)
    assert page.header._count.text() == "100 %"

    async def read(platform: Any) -> tuple[str, str, str, bool]:
        product = await platform.catalog.get_product(platform.context(), bowl)
        first = await platform.nodes.get_node(platform.context(), ids[0])
        second = await platform.nodes.get_node(platform.context(), ids[1])
        text = first.translations["ru"]
        return product.translations["ru"].title, text.title, text.body, second.translations["ru"].stale

    assert desk.ask(read) == ("Миска", "О нас", "Кто мы", False)


async def a_thread(platform: Any) -> list[str]:
    """A post with three comments that wait, and a topic."""
    ctx = platform.context()
    post = await platform.nodes.create_node(ctx, a_node().titled("Opening the kiln").published().build())
    ids = []
    for text in ("Lovely!", "Buy pills", "When is the next one?"):
        command = AddComment(parent_id=post.node_id, body=text, author_name="Ann", moderation="pending")
        ids.append((await platform.comments.add(ctx, command)).node_id)
    part = CreateForumCategory(translations={"en": NodeWords(title="Glazes")})
    category = await platform.forum.create_category(ctx, part)
    await platform.forum.create_topic(ctx, CreateTopic(category_id=category.node_id, title="Ash", body="Who knows?"))
    return ids


def choose(page: Any, *ids: str) -> None:
    selection = page.view.selectionModel()
    selection.clearSelection()
    for node_id in ids:
        index = page.model.index(page.model.find(node_id))
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def test_a_thread_is_moderated_and_the_verdict_taken_back_after_a_restart(
    desk: Desk, tmp_path: Path, qapp: QApplication
) -> None:
    lovely, pills, question = desk.ask(a_thread)
    page = desk.go("moderation")
    desk.wait(lambda: page.model.rowCount() == 3 and page.panel.shown is not None)
    choose(page, lovely, question)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_A)
    desk.wait(lambda: [row.id for row in page.model.rows] == [pills])
    desk.wait(lambda: page.panel.shown is not None and len(page.panel.shown.comments) == 3)
    desk.qtbot.keyClick(page.view, Qt.Key.Key_R)
    desk.wait(lambda: page.stack.currentWidget() is page.empty)
    assert page.tabs.tabText(1) == "Approved  3"  # with the topic
    page.tabs.setCurrentIndex(1)
    desk.wait(lambda: page.model.find(question) >= 0)
    choose(page, question)
    desk.wait(lambda: "When is the next" in page.panel.text.toPlainText())
    desk.qtbot.keyClicks(page.panel.answer, "In spring")
    desk.qtbot.mouseClick(page.panel.send, Qt.MouseButton.LeftButton)
    desk.wait(lambda: "In spring" in page.panel.text.toPlainText())
    page.tabs.setCurrentIndex(4)
    desk.wait(lambda: page.panel.shown is not None and page.panel.shown.title == "Ash")
    desk.qtbot.mouseClick(page.panel.pin, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.panel.shown.state.pinned)
    desk.qtbot.mouseClick(page.panel.close_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.panel.shown.state.state == "closed")
    leave(desk.application)
    desk.application = begin(tmp_path / "data", qapp)
    page = desk.go("moderation")
    page.tabs.setCurrentIndex(4)
    desk.wait(lambda: page.panel.shown is not None and page.panel.shown.state.state == "closed")
    desk.undo()
    desk.wait(lambda: page.panel.shown.state.state == "open")
    desk.undo()
    desk.wait(lambda: not page.panel.shown.state.pinned)
    desk.undo()  # the reply
    desk.wait(lambda: page._counts.get("approved") == 3)
    desk.undo()  # the rejection
    desk.wait(lambda: page._counts.get("pending") == 1)


def test_an_old_address_leads_on_and_one_in_use_is_refused(desk: Desk) -> None:
    desk.ask(two_pages)
    page = desk.go("redirects")
    desk.wait(lambda: page.stack.currentWidget() is page.empty and page.locales.value() == "en")
    for address, refused in (("/about-us", True), ("https://old.example.com/studio/", False)):
        page.slug.clear()
        desk.qtbot.keyClicks(page.slug, address)
        desk.qtbot.keyClicks(page.chooser.field, "About")
        desk.wait(lambda: page.chooser.model.rowCount() > 0)
        desk.qtbot.keyClick(page.chooser.field, Qt.Key.Key_Return)
        desk.qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
        if refused:
            desk.wait(lambda: bool(page.slug_field.error))
            assert "About us" in str(page.slug_field.error)
    desk.wait(lambda: page.model.rowCount() == 1)
    assert page.model.index(0, 0).data() == "/studio"
    page.table.selectRow(0)
    desk.qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.model.rowCount() == 0)
    notice = desk.application.services.notices.history[-1]
    assert notice.action is not None
    notice.action()
    desk.wait(lambda: page.model.rowCount() == 1)


async def a_plan(platform: Any) -> str:
    """A post that goes live next week."""
    ctx = platform.context()
    saved = await platform.nodes.create_node(ctx, a_node().titled("Studio sale").build())
    at = (datetime.now(UTC) + timedelta(days=7)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    await platform.nodes.schedule(ctx, ScheduleNode(node_id=saved.node_id, base_version=saved.version, publish_at=at))
    return str(saved.node_id)


def test_what_is_planned_stands_in_the_calendar(desk: Desk) -> None:
    node_id = desk.ask(a_plan)
    page = desk.go("calendar")
    desk.wait(lambda: page.front is not None and page.front.row.id == node_id)
    before = page.front.at
    page.when.setDateTime(page.when.dateTime().addDays(1))
    desk.qtbot.mouseClick(page.move_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.front is not None and page.front.at > before)
    desk.undo()
    desk.wait(lambda: page.front is not None and page.front.at == before)
    desk.qtbot.mouseClick(page.now_button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: page.stack.currentWidget() is page.empty)
