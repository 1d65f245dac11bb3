"""A page or post that is open while the shop changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.content.content_page import ContentPage
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.conftest import FakeClient

ENGLISH = ShopFacts("en", "USD", (("en", "English"),), "")
BOTH = ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), "")


@pytest.fixture
def page(services: GuiServices, client: FakeClient, qtbot: QtBot) -> ContentPage:
    client.auto["ReadShop"] = ENGLISH
    made = ContentPage(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not client.pending("ReadShop"))
    return made


def test_a_language_enabled_meanwhile_is_there_and_what_was_typed_too(
    page: ContentPage, client: FakeClient, qtbot: QtBot
) -> None:
    page.begin("post")
    editor = page.editor
    editor.title.setFocus()
    qtbot.keyClicks(editor.title, "Rain")
    editor.body.text.insertPlainText("It falls.")
    editor.title.setCursorPosition(2)
    client.auto["ReadShop"] = BOTH
    client.notify(ChangeNotice(frozenset({"tenant"}), frozenset(), frozenset(), 7))
    qtbot.waitUntil(lambda: len(editor.findChildren(QPushButton, None)) > 0 and "ru" in editor._chips)
    assert isinstance(client.last("ReadShop").operation, ReadShop)
    assert page.list.delegate.locales == ("en", "ru")
    assert (editor.title.text(), editor.title.cursorPosition()) == ("Rain", 2)
    assert editor.body.value() == "It falls."
    editor._chips["ru"].click()
    assert (editor.title.text(), page.controller.state.locale) == ("", "ru")  # type: ignore[union-attr]
    editor._chips["en"].click()
    assert editor.title.text() == "Rain"
    page.controller.close()
