"""Another text or language is turned to while the first is on its way: nothing typed is lost, nothing kept twice."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.content.content_page import ContentPage
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.operations.content import KeepWords, OpenedContent
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.content_schemas import ContentPage as ContentList
from rustok_desktop.index.content_schemas import ContentRow
from rustok_desktop.index.schemas import Count
from tests.gui.conftest import FakeClient
from tests.unit.gui_content.test_node_state import view

from .test_acts_in_a_row import committed


@pytest.fixture
def controller(client: FakeClient, qapp: QObject) -> NodeController:
    made = NodeController(client, qapp)
    made.open("n1")
    client.answer("LoadNode", view(id="n1"))
    return made


def kept(client: FakeClient) -> list[tuple[str, str, dict[str, str]]]:
    found = [call.operation for call in client.calls if isinstance(call.operation, KeepWords)]
    return [(each.node_id, each.locale, each.words) for each in found]


def test_what_is_typed_while_a_text_is_begun_is_kept_though_another_is_opened(
    controller: NodeController, client: FakeClient
) -> None:
    controller.begin("post")
    controller.type("title", "Rain")
    controller.keep()
    controller.type("body", "It falls.")
    controller.open("n1")
    client.answer("LoadNode", view(id="n1"))
    controller.type("title", "Snow")
    controller.keep()  # another one's beginning is no reason to wait
    assert kept(client) == [("n1", "en", {"title": "Snow"})]
    client.answer("BeginNode", committed("n2", 1))
    assert kept(client)[1:] == [("n2", "en", {"body": "It falls."})]
    controller.deleteLater()


def test_what_is_typed_before_another_text_has_come_is_kept(controller: NodeController, client: FakeClient) -> None:
    controller.open("n2")
    controller.type("title", "Rain")
    client.answer("LoadNode", view(id="n2"))
    assert kept(client) == [("n1", "en", {"title": "Rain"})]
    controller.deleteLater()


def test_who_comes_back_before_all_is_kept_finds_what_was_typed(controller: NodeController, client: FakeClient) -> None:
    controller.type("title", "Rain")
    for node_id in ("n2", "n1"):
        controller.open(node_id)
        client.answer("LoadNode", view(id=node_id))  # read before what was typed was written
    assert controller.text("title") == "Rain"
    client.answer("KeepWords", NodeSaved("n1", 1, ("draft@en",), "t2"))
    assert controller.text("title") == "Rain"
    controller.deleteLater()


def test_who_comes_back_before_it_is_published_sees_it_published(
    controller: NodeController, client: FakeClient
) -> None:
    controller.commit("publish")
    for node_id in ("n2", "n1"):
        controller.open(node_id)
        client.answer("LoadNode", view(id=node_id))
    client.answer("CommitNode", committed(version=7))
    assert controller.state is not None
    assert controller.state.view is not None
    assert controller.state.view.version == 7
    controller.deleteLater()


def test_a_text_without_a_title_is_kept_by_its_first_words(controller: NodeController, client: FakeClient) -> None:
    controller.begin("post")
    controller.type("body", "## It falls\n\nand falls")
    controller.keep()
    assert not client.pending("BeginNode")  # a title may still be typed
    controller.open("n1")
    begun: Any = client.last("BeginNode").operation
    assert begun.words == {"title": "It falls and falls", "body": "## It falls\n\nand falls"}
    controller.deleteLater()


def test_what_is_being_saved_is_not_kept_as_a_draft_again(controller: NodeController, client: FakeClient) -> None:
    controller.type("title", "Rain")
    controller.commit()
    controller.set_locale("ru")
    assert kept(client) == []
    controller.type("title", "Дождь")
    controller.open("n2")
    assert kept(client) == [("n1", "ru", {"title": "Дождь"})]
    client.answer("CommitNode", committed())
    client.answer("KeepWords", NodeSaved("n1", 2, ("draft@ru",), "t2"))
    assert controller.state is not None
    assert not controller.state.unkept
    controller.deleteLater()


def test_what_was_refused_is_kept_though_another_is_in_sight(controller: NodeController, client: FakeClient) -> None:
    controller.type("title", "Rain")
    controller.commit()
    controller.open("n2")
    client.answer("LoadNode", view(id="n2"))
    client.fail("CommitNode", UserError("not_found"))
    assert kept(client) == [("n1", "en", {"title": "Rain"})]
    controller.deleteLater()


def test_a_text_opened_while_another_is_thrown_away_stays(
    services: GuiServices, client: FakeClient, qtbot: QtBot
) -> None:
    page = ContentPage(services)
    qtbot.addWidget(page)
    page.controller.open("n1")
    client.answer("LoadNode", view(id="n1"))
    page.trash()
    page.controller.open("n2")
    client.answer("LoadNode", view(id="n2"))
    client.answer("ActOnNode", committed("n1"))
    assert page.controller.state is not None
    assert page.controller.state.id == "n2"
    page.controller.close()


def test_a_text_that_comes_back_from_the_trash_is_opened_by_a_click(
    services: GuiServices, client: FakeClient, qtbot: QtBot
) -> None:
    page = ContentPage(services)
    qtbot.addWidget(page)
    words = ("post", "draft", "none", "Rain", "rain", "", "", None, (), {"en": 100}, (), 0, None, 0)
    line = ContentRow(1, "n1", 1, False, *words, None, None, None, "")
    found = OpenedContent(ContentList((line,), None, None), Count(1), {"post": 1})
    client.answer("OpenContent", found)
    page.list.view.setCurrentIndex(page.list.model.index(0))
    client.answer("LoadNode", view(id="n1"))
    page.trash()
    client.answer("ActOnNode", committed("n1"))
    page.list.read()
    client.answer("OpenContent", found)  # Undo brought it back
    page.list.view.setCurrentIndex(page.list.model.index(0))
    assert client.pending("LoadNode")
    page.controller.close()
