"""The buttons above a description, and how it reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.general_tab import GeneralTab
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.services import GuiServices

from .shop_client import ShopClient


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot) -> EditorController:
    made = EditorController(client)
    made.set_shop(ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""))
    made.open("p1")
    qtbot.waitUntil(lambda: made.state is not None)
    return made


@pytest.fixture
def tab(controller: EditorController, services: GuiServices, qtbot: QtBot) -> GeneralTab:
    made = GeneralTab(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    return made


def box(tab: GeneralTab) -> PlainTextBox:
    editor = tab.fields["description"].editor
    assert isinstance(editor, PlainTextBox)
    return editor


def test_a_button_changes_the_description_and_undo_takes_it_back(
    tab: GeneralTab, controller: EditorController, qtbot: QtBot
) -> None:
    controller.edit("description@en", "🙂 Thrown by hand")
    cursor = box(tab).textCursor()
    cursor.setPosition(3)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    box(tab).setTextCursor(cursor)
    qtbot.mouseClick(tab.tools.buttons["bold"], Qt.MouseButton.LeftButton)
    assert controller.text("description@en") == "🙂 <strong>Thrown</strong> by hand"
    assert box(tab).hasFocus()
    box(tab).undo()
    assert controller.text("description@en") == "🙂 Thrown by hand"


def test_the_preview_shows_what_the_shop_keeps_in_the_language_chosen(
    tab: GeneralTab, controller: EditorController, qtbot: QtBot
) -> None:
    controller.edit("description@en", "<p>A <b>mug</b></p><script>x()</script><img src='https://example.org/a.png'>")
    controller.edit("description@ru", "Кружка <b\nбез тегов")
    qtbot.mouseClick(tab.tools.eye, Qt.MouseButton.LeftButton)
    preview = tab.tools.preview
    assert preview.isVisible()
    assert not box(tab).isVisible()
    assert preview.toPlainText().replace("\ufffc", "").strip() == "A mug"
    assert not tab.tools.buttons["bold"].isEnabled()
    assert controller.state is not None
    tab.locales.chosen.emit("ru")
    assert preview.toPlainText() == "Кружка <b\nбез тегов"
    qtbot.mouseClick(tab.tools.eye, Qt.MouseButton.LeftButton)
    assert box(tab).isVisible()
    assert not preview.isVisible()


def test_tags_are_grey_and_words_are_not(tab: GeneralTab, controller: EditorController) -> None:
    controller.edit("description@en", "🙂 <b>mug</b>")
    first = box(tab).document().firstBlock()
    marked = sorted((found.start, found.length) for found in first.layout().formats())
    assert marked == [(3, 3), (9, 4)]
