"""The Comments & forum page as a person uses it: verdicts by keys, the discussion around them, topics."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from rustok_desktop.content.discussion_views import CommentView, ThreadState
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.moderation.moderation_page import TOPICS, ModerationPage
from rustok_desktop.gui.operations.history import Turn
from rustok_desktop.gui.operations.moderation import (
    ChangeThread,
    Judge,
    Judged,
    ReadThread,
    RemoveSaid,
    Reply,
    SaidPage,
    SaidRow,
    ThreadShown,
)
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

AT = "2026-11-20T10:00:00.000000Z"
COUNTS = {"pending": 3, "approved": 12}


def said(node_id: str, body: str, moderation: str = "pending", thread: str = "post1") -> SaidRow:
    return SaidRow(node_id, "comment", thread, 1, "", body, "Ann", "Opening the kiln", moderation, AT)


def topic(node_id: str, title: str, **fields: Any) -> SaidRow:
    made = SaidRow(node_id, "forum_topic", node_id, 4, title, "", "Ben", "Glazes", "approved", AT, 2)
    return replace(made, **fields)


def comment(node_id: str, body: str, moderation: str = "approved") -> CommentView:
    return CommentView(node_id, "comment", "post1", 1, None, "Ann", moderation, AT, AT, "en", body, "plain")


class Shop:
    """What the shop answers; tests change it."""

    def __init__(self) -> None:
        self.said = [said("c1", "First!"), said("c2", "<b>Buy</b> pills"), said("c3", "Lovely")]
        self.topics = [topic("t1", "Ash glazes", pinned=True), topic("t2", "Crackle", moderation="pending")]
        self.thread = ThreadState("open", False, False)


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def client(shop: Shop) -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadSaid": lambda op: SaidPage(
            tuple(row for row in shop.said if row.moderation == op.moderation), None, COUNTS
        ),
        "ReadTopics": lambda op: SaidPage(tuple(shop.topics), None, COUNTS, (("k1", "Glazes"), ("k2", "Kilns"))),
        "ReadThread": lambda op: ThreadShown(
            op.node_id,
            "forum_topic" if op.node_id.startswith("t") else "post",
            9,
            "Opening the kiln",
            "",
            shop.thread,
            (comment("c0", "Before"), comment("c2", "<b>Buy</b> pills", "pending")),
        ),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> ModerationPage:
    made = ModerationPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3 and made.panel.shown is not None)
    return made


def choose(page: ModerationPage, *rows: int) -> None:
    selection = page.view.selectionModel()
    selection.clearSelection()
    for row in rows:
        selection.setCurrentIndex(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_what_waits_is_shown_first_with_how_many_of_each(page: ModerationPage) -> None:
    assert page.tabs.tabText(0) == "Waiting  3"
    assert page.tabs.tabText(1) == "Approved  12"
    assert page.view.selected() == [page.model.rows[0]]


@pytest.mark.parametrize(
    ("key", "operation"),
    [
        (Qt.Key.Key_A, Judge(("c1", "c3"), "approve")),
        (Qt.Key.Key_R, Judge(("c1", "c3"), "reject")),
        (Qt.Key.Key_Delete, RemoveSaid(("c1", "c3"))),
    ],
)
def test_keys_judge_everything_that_is_chosen(
    qtbot: Any, page: ModerationPage, client: ShopClient, key: Qt.Key, operation: Any
) -> None:
    choose(page, 0, 2)
    qtbot.keyClick(page.view, key)
    assert client.operations(type(operation).__name__) == [operation]


def test_what_waits_cannot_be_hidden(qtbot: Any, page: ModerationPage, client: ShopClient) -> None:
    assert not page.buttons["hide"].isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    assert client.operations("Judge") == []


def test_the_next_comes_to_the_front_and_the_verdict_can_be_taken_back(
    qtbot: Any, page: ModerationPage, client: ShopClient, shop: Shop, services: GuiServices
) -> None:
    choose(page, 1)
    qtbot.mouseClick(page.buttons["reject"], Qt.MouseButton.LeftButton)
    shop.said = [shop.said[0], shop.said[2]]
    client.answer("Judge", Judged(1, "step1"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert [row.id for row in page.view.selected()] == ["c3"]
    notice = services.notices.history[-1]
    assert notice.text == "1 rejected"
    assert notice.action is not None
    notice.action()
    assert client.operations("Turn") == [Turn("step1", True)]


def test_the_discussion_stands_beside_and_shows_markup_as_text(page: ModerationPage) -> None:
    text = page.panel.text.toPlainText()
    assert "Before" in text
    assert "<b>Buy</b> pills" in text
    assert "waits" in text
    assert page.panel.title.text() == "Opening the kiln"


def test_another_line_reads_its_discussion(qtbot: Any, page: ModerationPage, client: ShopClient) -> None:
    choose(page, 1)
    assert client.operations("ReadThread")[-1] == ReadThread("post1")
    assert page._front == "c2"


def test_a_reply_is_sent_and_the_field_is_empty_again(qtbot: Any, page: ModerationPage, client: ShopClient) -> None:
    assert not page.panel.send.isEnabled()
    qtbot.keyClicks(page.panel.answer, "Thank you")
    qtbot.mouseClick(page.panel.send, Qt.MouseButton.LeftButton)
    assert client.operations("Reply") == [Reply("post1", "Thank you", "c1")]
    client.answer("Reply", NodeSaved("c9", 1, (), "tx"))
    assert page.panel.answer.toPlainText() == ""


def test_topics_are_pinned_locked_and_closed(qtbot: Any, page: ModerationPage, client: ShopClient) -> None:
    page.tabs.setCurrentIndex(TOPICS)
    qtbot.waitUntil(lambda: page.panel.shown is not None and page.panel.shown.id == "t1")
    assert page.category.isVisible()
    for button in (page.panel.pin, page.panel.lock, page.panel.close_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert client.operations("ChangeThread") == [
        ChangeThread("t1", 9, {"pinned": True}),
        ChangeThread("t1", 9, {"locked": True}),
        ChangeThread("t1", 9, {"state": "closed"}),
    ]
    assert [op.fields for op in client.operations("ChangeThread")] == [
        {"pinned": True},
        {"locked": True},
        {"state": "closed"},
    ]


def test_a_closed_discussion_is_opened_again_and_takes_no_reply(
    qtbot: Any, page: ModerationPage, client: ShopClient, shop: Shop
) -> None:
    shop.thread = ThreadState("closed", True, True)
    page.read()
    qtbot.waitUntil(lambda: page.panel.close_button.text() == "Open again")
    assert not page.panel.answer.isEnabled()
    assert page.panel.states["locked"].text() == "Staff only"
    qtbot.mouseClick(page.panel.close_button, Qt.MouseButton.LeftButton)
    assert client.operations("ChangeThread")[-1].fields == {"state": "open"}


def test_topics_of_one_category(qtbot: Any, page: ModerationPage, client: ShopClient) -> None:
    page.tabs.setCurrentIndex(TOPICS)
    qtbot.waitUntil(page.category.isVisible)
    page.category.setCurrentIndex(2)
    page.category.activated.emit(2)
    assert client.operations("ReadTopics")[-1].category_id == "k2"


def test_nothing_waiting_says_so(qtbot: Any, page: ModerationPage, shop: Shop) -> None:
    shop.said = []
    page.read()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    assert page.side.currentWidget() is page.nothing
    assert not page.buttons["approve"].isEnabled()


def test_only_replies_are_asked_for(page: ModerationPage, client: ShopClient) -> None:
    page.kind.setCurrentIndex(2)
    page.kind.activated.emit(2)
    assert client.operations("ReadSaid")[-1].kind == "forum_reply"


def test_somebody_elses_verdict_is_seen(qtbot: Any, page: ModerationPage, client: ShopClient, shop: Shop) -> None:
    shop.said = shop.said[:1]
    client.notify(ChangeNotice(frozenset({"node"}), frozenset({"c2"}), frozenset({"tx"}), 2))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_a_refusal_is_told_and_the_list_read_again(
    qtbot: Any, page: ModerationPage, client: ShopClient, services: GuiServices
) -> None:
    reads = len(client.operations("ReadSaid"))
    qtbot.keyClick(page.view, Qt.Key.Key_A)
    client.fail("Judge", UserError("bad_transition", current="rejected", act="approve"))
    assert services.notices.history[-1].kind == "error"
    qtbot.waitUntil(lambda: len(client.operations("ReadSaid")) > reads)


def test_enter_goes_to_the_text(qtbot: Any, page: ModerationPage, services: GuiServices) -> None:
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert services.navigator.page == "content"
    assert services.navigator.arguments == {"node_id": "post1"}


def test_russian_keys_and_words(qtbot: Any, page: ModerationPage, client: ShopClient, services: GuiServices) -> None:
    services.translator.set_language("ru")
    page.retranslate()
    assert page.buttons["approve"].text() == "Одобрить"
    services.translator.set_language("en")
