"""The Calendar page as a person uses it: days with what happens then, moved, called off, done now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.content.views import NodeRow, NodeSaved
from rustok_desktop.gui.agenda.agenda_page import AgendaPage
from rustok_desktop.gui.operations.agenda import PUBLISH, TAKE_BACK, Appointment, DoNow, Reschedule
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

NOON = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def row(node_id: str, title: str, begin: datetime | None, end: datetime | None = None) -> NodeRow:
    times = [iso(moment) if moment is not None else None for moment in (begin, end)]
    return NodeRow(node_id, title, "draft", None, 3, "", None, times[0], times[1])


SALE = row("n1", "Studio sale", NOON, NOON + timedelta(days=2))
KILN = row("n2", "Kiln opening", NOON + timedelta(days=1))
ALL = (
    Appointment(iso(NOON), PUBLISH, SALE),
    Appointment(iso(NOON + timedelta(days=1)), PUBLISH, KILN),
    Appointment(iso(NOON + timedelta(days=2)), TAKE_BACK, SALE),
)


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {"ReadAgenda": lambda op: ALL}
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> AgendaPage:
    made = AgendaPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.front is not None)
    return made


def test_a_button_shows_the_sign_between_two_words(page: AgendaPage) -> None:
    assert page.write_button.text() == "To Pages && posts"  # a single one would be the mark of a key


def test_days_stand_above_what_happens_then(page: AgendaPage) -> None:
    texts = [str(page.model.index(place).data()) for place in range(page.model.rowCount())]
    assert texts[0].startswith("Today · ")
    assert texts[1] == "12:00 Studio sale, goes live"
    assert texts[2].startswith("Tomorrow · ")
    assert texts[5] == "12:00 Studio sale, is taken back"
    assert page.model.index(0).flags() == Qt.ItemFlag.NoItemFlags


def test_another_time_keeps_the_other_act(qtbot: Any, page: AgendaPage, client: ShopClient) -> None:
    later = page.when.dateTime().addSecs(3600)
    page.when.setDateTime(later)
    qtbot.mouseClick(page.move_button, Qt.MouseButton.LeftButton)
    assert client.operations("Reschedule") == [Reschedule(ALL[0], iso(NOON + timedelta(hours=1)))]


def test_it_can_be_called_off_and_that_taken_back(
    qtbot: Any, page: AgendaPage, client: ShopClient, services: GuiServices
) -> None:
    qtbot.mouseClick(page.off_button, Qt.MouseButton.LeftButton)
    assert client.operations("Reschedule") == [Reschedule(ALL[0], None)]
    client.answer("Reschedule", NodeSaved("n1", 4, ("publish_at",), "tx1"))
    notice = services.notices.history[-1]
    assert "not scheduled any more" in notice.text
    assert notice.action is not None
    notice.action()
    assert client.operations("UndoTransaction") == [UndoTransaction("tx1")]


def test_what_the_clock_would_do_is_done_now(qtbot: Any, page: AgendaPage, client: ShopClient) -> None:
    page.list.setCurrentIndex(page.model.index(5))
    assert page.now_button.text() == "Take back now"
    qtbot.mouseClick(page.now_button, Qt.MouseButton.LeftButton)
    assert client.operations("DoNow") == [DoNow(ALL[2])]


def test_what_is_in_front_stays_there(qtbot: Any, page: AgendaPage, client: ShopClient) -> None:
    page.list.setCurrentIndex(page.model.index(3))
    client.answers["ReadAgenda"] = lambda op: ALL[1:]
    client.notify(ChangeNotice(frozenset({"node"}), frozenset(), frozenset(), 2))
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page.front == ALL[1]


def test_without_appointments_it_says_how_to_make_one(qtbot: Any, page: AgendaPage, client: ShopClient) -> None:
    client.answers["ReadAgenda"] = lambda op: ()
    page.read()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    assert page.front is None


def test_the_way_to_the_text(page: AgendaPage, services: GuiServices) -> None:
    page.show_text()
    assert services.navigator.arguments == {"node_id": "n1"}


def test_days_in_russian(page: AgendaPage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    page.retranslate()
    assert str(page.model.index(0).data()).startswith("Сегодня · ")
    assert "публикация" in str(page.model.index(1).data())
    services.translator.set_language("en")
