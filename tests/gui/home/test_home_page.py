"""The Home page as a person sees it: cards that lead on, activity that unfolds, searches with an act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.gui.home.attention import concerns
from rustok_desktop.gui.home.empty_search_recorder import STANDING_MS, EmptySearchRecorder
from rustok_desktop.gui.home.home_page import HomePage
from rustok_desktop.gui.operations.home import HomeFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.runtime.notices import ChangeNotice
from rustok_desktop.runtime.overview_views import Act, ActivityPage, Attention, FieldChange, StockValue, Stopped

AT = "2026-11-14T14:02:00.000000Z"
EDIT = Act(
    "e2",
    AT,
    "updated",
    "nina",
    "product",
    "p1",
    "Ramen bowl",
    changes=(FieldChange("variants/v/price@USD", 3600, 3800, "Indigo"), FieldChange("vendor", None, "Kiln")),
)
MADE = Act("e1", AT, "created", "tom", "product", "p2", "Butter dish")
FILE = Act("i1", AT, "import", "nina", "import", "i1", "/x/winter.csv", state="done", tally=(("created", 120),))
FACTS = HomeFacts("Kiln & Clay", "nina", Attention(low=3, drafts=1), searches=(("moka pot", 14), ("gift", 2)))


@pytest.fixture
def page(services: GuiServices, client: object, qtbot: object) -> HomePage:
    made = HomePage(services)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.open_with()
    client.answer("read_home", FACTS)
    client.answer("read_activity", ActivityPage((EDIT, MADE, FILE), "5|x"))
    client.answer("read_stock_value", (StockValue("USD", 41_260_050, 12, (("2026-11-13", 100), ("2026-11-14", 200))),))
    return made


def lines(page: HomePage) -> list[object]:
    model = page.activity.model
    return [model.line(row) for row in range(model.rowCount())]


def test_cards_say_what_and_lead_there(page: HomePage, services: GuiServices) -> None:
    assert [(card.figure.text(), card.sentence.text()) for card in page.cards] == [
        ("3", "products nearly sold out."),
        ("1", "product still in draft, not yet on sale."),
    ]
    QTest.mouseClick(page.cards[0].act, Qt.MouseButton.LeftButton)
    assert (services.navigator.page, services.navigator.arguments) == ("products", {"stock": "low"})


def test_all_is_well(page: HomePage, client: object) -> None:
    page.refresh()
    client.answer("read_home", HomeFacts("Kiln", "nina", Attention(products=4)))
    (card,) = page.cards
    assert card.sentence.text() == "Nothing needs you right now."
    assert not card.act.isVisible()


def test_activity_names_people_things_and_values(page: HomePage, services: GuiServices) -> None:
    found = [(line.kind, line.who, line.what, line.field, line.old, line.new) for line in lines(page)]
    assert found[1:] == [
        ("act", "You", "Ramen bowl", "2 fields", "", ""),
        ("act", "Colleague", "Butter dish", "Status", "", "Created"),
        ("act", "Import", "winter.csv", "", "", "120 new"),
        ("more", "", "Show earlier", "", "", ""),
    ]
    view = page.activity.view
    view.setFocus()
    view.setCurrentIndex(page.activity.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Right)
    fields = [(line.field, line.old, line.new, line.last) for line in lines(page) if line.kind == "field"]
    assert fields == [("Price of Indigo", "$36.00", "$38.00", False), ("Vendor", "none", "Kiln", True)]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert services.navigator.arguments == {"product_id": "p1"}
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not [line for line in lines(page) if line.kind == "field"]


def test_a_text_is_named_and_opened(page: HomePage, services: GuiServices) -> None:
    written = Act("e3", AT, "scheduled", "nina", "node", "n1", "Wood kiln")
    nameless = Act("e4", AT, "deleted", "nina", "node", "n2")
    page.activity.show_page(ActivityPage((written, nameless), None))
    found = [(line.what, line.new) for line in lines(page) if line.kind == "act"]
    assert found == [("Wood kiln", "Scheduled"), ("Page or post", "Deleted")]
    page.activity.opened.emit(written)
    assert (services.navigator.page, services.navigator.arguments) == ("content", {"node_id": "n1"})
    page.activity.opened.emit(nameless)
    assert services.navigator.arguments == {}


@pytest.mark.parametrize(
    ("form", "again", "things"),
    [
        ("shopify", "import", "products"),
        ("markdown", "import-content", "content"),
        ("wxr", "import-content", "content"),
        ("xliff", "translations", "translations"),
    ],
)
def test_an_import_leads_to_the_page_that_reads_such_files(
    page: HomePage, services: GuiServices, form: str, again: str, things: str
) -> None:
    stopped = Act("i2", AT, "import", "nina", "import", "i2", "/x/file", state="interrupted", form=form)
    page.activity.opened.emit(stopped)
    assert (services.navigator.page, services.navigator.arguments) == (again, {"path": "/x/file"})
    page.activity.opened.emit(replace(stopped, state="done"))
    assert services.navigator.page == things
    (concern,) = concerns(HomeFacts("Kiln", "nina", Attention(interrupted=(Stopped("/x/file", form),))))
    assert (concern.page, concern.arguments) == (again, {"path": "/x/file"})


def test_earlier_acts_follow(page: HomePage, client: object) -> None:
    page.activity.view.setCurrentIndex(page.activity.model.index(4))
    QTest.keyClick(page.activity.view, Qt.Key.Key_Return)
    client.answer("read_activity", ActivityPage((Act("e0", AT, "trashed", None, "product", "p9", "Old cup"),), None))
    assert [line.what for line in lines(page) if line.kind == "act"][-1] == "Old cup"
    assert lines(page)[-1].who == "Program"


def test_stock_value_without_small_change(page: HomePage) -> None:
    assert page.stock.figure.text() == "$412,600"
    assert page.stock.trend.text() == "▲ 100 %"


def test_a_search_becomes_a_product_or_is_forgotten(page: HomePage, services: GuiServices, client: object) -> None:
    acts = [b for b in page.searches.findChildren(Button) if b.objectName() == "moka pot"]
    QTest.mouseClick(acts[0], Qt.MouseButton.LeftButton)
    assert services.navigator.arguments == {"new": True, "title": "moka pot"}
    page.searches.forgotten.emit("gift")
    client.answer("forget_search", None)
    client.answer("read_home", HomeFacts("Kiln", "nina", Attention()))
    assert not page.searches.isVisible()


def test_changes_are_read_together_and_only_in_sight(page: HomePage, client: object, qtbot: object) -> None:
    notice = ChangeNotice(frozenset({"product"}), frozenset({"p"}), frozenset({"t"}), 9)
    before = len(client.calls)
    for _ in range(5):
        client.notify(notice)
    assert len(client.calls) == before
    qtbot.waitUntil(lambda: len(client.calls) == before + 3)
    page.hide()
    client.notify(notice)
    qtbot.wait(400)
    assert len(client.calls) == before + 3


def test_an_error_is_told_once_and_leaves_what_is_shown(page: HomePage, services: GuiServices, client: object) -> None:
    told: list[str] = []
    services.notices.posted.connect(lambda: told.append("posted"))
    page.refresh()
    client.fail("read_home", KnownFault("disk_full"))
    assert told == ["posted"]
    assert len(page.cards) == 2


def test_both_languages(page: HomePage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    QCoreApplication.processEvents()
    assert page.cards[0].sentence.text() == "товара почти распроданы."
    assert lines(page)[1].who == "Вы"
    assert lines(page)[1].field == "2 поля"
    services.translator.set_language("en")


def test_every_control_has_a_name(page: HomePage) -> None:
    for control in page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            named = control.accessibleName() or getattr(control, "text", str)()
            assert named or type(control).__name__ in ("QScrollArea", "QListView"), control


def test_only_a_search_that_stands_is_counted(client: object, qtbot: object) -> None:
    asked = ["mok"]
    owner = QObject()
    recorder = EmptySearchRecorder(client, lambda: asked[0], owner)
    recorder.listed(0)
    asked[0] = "moka pot"
    recorder.listed(0)
    recorder.listed(0)
    qtbot.waitUntil(lambda: bool(client.calls), timeout=STANDING_MS + 2000)
    assert [call.name for call in client.calls] == ["record_empty_search"]
    recorder.listed(0)
    qtbot.wait(50)
    assert not recorder._timer.isActive()
    owner.deleteLater()
