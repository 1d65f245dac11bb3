"""The Redirects page as a person uses it: old addresses listed, added, refused in words, removed and put back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.content.views import RedirectView
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.operations.history import Turn
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.redirects import EndRedirects, LeadOn
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.redirects.redirects_page import RedirectsPage, slug_of
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

AT = "2026-11-20T10:00:00.000000Z"
OLD = RedirectView("r1", "page", "en", "about-us", "n1", "About the studio", "about", AT)
POST = RedirectView("r2", "post", "ru", "pech", "n2", "Печь", None, AT)


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""),
        "ReadRedirects": lambda op: (OLD, POST),
        "FindTargets": lambda op: (Target("page", "n1", "About the studio"),),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> RedirectsPage:
    made = RedirectsPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)
    return made


def cells(page: RedirectsPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(5)]


def fill(qtbot: Any, page: RedirectsPage, address: str) -> None:
    qtbot.keyClicks(page.slug, address)
    qtbot.keyClicks(page.chooser.field, "about")
    qtbot.waitUntil(lambda: page.chooser.model.rowCount() == 1)
    qtbot.keyClick(page.chooser.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("about", "about"),
        ("/About/", "about"),
        ("https://kiln.example.com/en/pages/about-us?utm=1#top", "about-us"),
        ("  ", ""),
    ],
)
def test_an_address_may_be_pasted_whole(typed: str, slug: str) -> None:
    assert slug_of(typed) == slug


def test_each_line_says_what_leads_where(page: RedirectsPage) -> None:
    assert cells(page, 0) == ["/about-us", "About the studio  →  /about", "Page", "EN", "20\xa0Nov\xa02026"]
    assert cells(page, 1)[1] == "Печь  →  no address"


def test_an_address_is_added_in_its_language(qtbot: Any, page: RedirectsPage, client: ShopClient) -> None:
    assert not page.add_button.isEnabled()
    qtbot.mouseClick(page.locales.button("ru"), Qt.MouseButton.LeftButton)
    fill(qtbot, page, "/Studio")
    assert page.slug_field._note.text() == "/studio"
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    assert client.operations("LeadOn") == [LeadOn("n1", "ru", "studio")]


def test_adding_can_be_taken_back(qtbot: Any, page: RedirectsPage, client: ShopClient, services: GuiServices) -> None:
    fill(qtbot, page, "studio")
    qtbot.keyClick(page.slug, Qt.Key.Key_Return)
    client.answer("LeadOn", "step")
    assert page.slug.text() == ""
    notice = services.notices.history[-1]
    assert notice.text == "/studio leads on now"
    assert notice.action is not None
    notice.action()
    assert client.operations("Turn") == [Turn("step", back=True)]


def test_a_loop_is_refused_in_words_at_the_field(qtbot: Any, page: RedirectsPage, client: ShopClient) -> None:
    fill(qtbot, page, "about")
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    problem = FieldProblem("slug", "redirect_to_live", {"slug": "about", "holder": "About the studio"})
    client.fail("LeadOn", Invalid([problem]))
    assert page.slug_field.error is not None
    assert "would never be followed" in page.slug_field.error
    assert page.slug.text() == "about"
    qtbot.keyClicks(page.slug, "x")
    assert page.slug_field.error is None


def test_removed_addresses_come_back(
    qtbot: Any, page: RedirectsPage, client: ShopClient, services: GuiServices
) -> None:
    page.table.selectAll()
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    assert client.operations("EndRedirects") == [EndRedirects(("r1", "r2"))]
    client.answer("EndRedirects", "step")
    notice = services.notices.history[-1]
    assert notice.text == "2 addresses lead nowhere now"
    assert notice.action is not None
    notice.action()
    assert client.operations("Turn") == [Turn("step", back=True)]


def test_the_list_is_searched_by_address_and_title(qtbot: Any, page: RedirectsPage) -> None:
    qtbot.keyClicks(page.search, "/about")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.search.setText("печ")
    page.search.search_now()
    assert cells(page, 0)[0] == "/pech"
    page.search.setText("nothing like it")
    page.search.search_now()
    assert page.stack.currentWidget() is page.empty


def test_the_way_to_the_text(page: RedirectsPage, services: GuiServices) -> None:
    page.table.selectRow(0)
    page.show_target()
    assert services.navigator.arguments == {"node_id": "n1"}


def test_an_empty_list_says_where_they_come_from(qtbot: Any, page: RedirectsPage, client: ShopClient) -> None:
    client.answers["ReadRedirects"] = lambda op: ()
    client.notify(ChangeNotice(frozenset({"node"}), frozenset(), frozenset(), 2))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    assert page.header.isVisible()
