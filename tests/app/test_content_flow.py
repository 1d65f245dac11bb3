"""The whole window over a real directory: a post written in two languages, kept, published, moved, undone, found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.content.content_page import ContentPage

from .pages.program import begin, leave

SLOW = 20_000


class Desk:
    """The page as a person works with it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot
        application.services.navigator.go("content")
        self.wait(lambda: "content" in application.window.stack.built())
        page = application.window.stack.built()["content"]
        assert isinstance(page, ContentPage)
        self.page = page
        self.wait(lambda: len(page.controller.shop.locales) >= 1)

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=SLOW)

    def type(self, widget: Any, text: str) -> None:
        widget.setFocus()
        if text.isascii():
            self.qtbot.keyClicks(widget, text)
        else:  # there is no key for it in Qt's tests
            widget.insert(text)
            widget.textEdited.emit(widget.text())

    def press(self, button: Any) -> None:
        self.wait(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def kept(self) -> None:
        state = self.page.controller.state
        self.wait(lambda: state is not None and state.view is not None and not state.unkept)

    def status(self) -> str:
        state = self.page.controller.state
        return state.view.status if state is not None and state.view is not None else ""

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.application.services.client.submit(work, on_result=found.append)
        self.wait(lambda: bool(found))
        return found[0]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    application = begin(tmp_path / "data", qapp)

    async def russian(platform: Any) -> str:
        await platform.tenants.enable_locale(platform.context(), "ru")
        return "done"

    made: list[str] = []
    application.services.client.submit(russian, on_result=made.append, write=True)
    qtbot.waitUntil(lambda: bool(made), timeout=SLOW)
    yield Desk(application, qtbot)
    leave(application)


def write_post(desk: Desk) -> None:
    desk.page.begin_here()
    desk.type(desk.page.editor.title, "Wood kiln")
    desk.kept()
    desk.type(desk.page.editor.body.text, "After *38 hours*")
    desk.kept()


def test_a_post_in_two_languages_is_published_and_found(desk: Desk) -> None:
    write_post(desk)
    page = desk.page
    assert "Draft kept" in page.editor.told.text()
    desk.press(page.save)
    desk.wait(lambda: page.editor.told.text() == "Saved")
    desk.press(page.editor._chips["ru"])
    desk.type(page.editor.title, "Печь")
    desk.kept()
    desk.press(page.publish)
    desk.wait(lambda: desk.status() == "published")
    view = page.controller.state.view  # type: ignore[union-attr]
    assert view is not None
    assert {locale: text.title for locale, text in view.translations.items()} == {"en": "Wood kiln", "ru": "Печь"}
    assert view.translations["en"].body == "After *38 hours*"
    assert view.translations["ru"].slug == "pech"
    desk.wait(lambda: [row.languages.keys() for row in page.list.model.rows] == [{"en", "ru"}])
    desk.type(page.list.search, "hours")
    desk.wait(lambda: page.list.model.query.text == "hours" and len(page.list.model.rows) == 1)


def test_another_address_is_announced_and_the_old_one_leads_on(desk: Desk) -> None:
    write_post(desk)
    page = desk.page
    desk.press(page.publish)
    desk.wait(lambda: desk.status() == "published")
    page.editor.slug.selectAll()
    desk.type(page.editor.slug, "autumn-kiln")
    assert "/wood-kiln" in page.editor.slug_field._note.text()
    desk.kept()
    desk.press(page.save)
    notices = desk.application.services.notices
    desk.wait(lambda: any("/wood-kiln now leads to /autumn-kiln" in told.text for told in notices.history))

    async def old(platform: Any) -> Any:
        return await platform.nodes.get_by_slug(platform.context(), "post", "wood-kiln")

    assert desk.ask(old).moved_to == "autumn-kiln"


def test_what_is_typed_is_there_after_a_restart(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    first = begin(tmp_path / "data", qapp)
    desk = Desk(first, qtbot)
    write_post(desk)
    desk.type(desk.page.editor.body.text, " more")
    leave(first)  # closing keeps what was typed a moment ago
    second = begin(tmp_path / "data", qapp)
    again = Desk(second, qtbot)
    again.wait(lambda: len(again.page.list.model.rows) == 1)
    again.page.open_with(node_id=again.page.list.model.rows[0].node_id)
    again.wait(lambda: again.page.controller.state is not None)
    assert again.page.editor.body.value() == "After *38 hours* more"
    assert "Draft kept" in again.page.editor.told.text()
    again.press(again.page.discard)
    again.wait(lambda: again.page.editor.body.value() == "")
    leave(second)


def test_a_schedule_tags_and_the_trash(desk: Desk) -> None:
    write_post(desk)
    page = desk.page
    desk.type(page.side.tags, "kiln, news")
    page.side.tags.editingFinished.emit()
    desk.wait(lambda: page.controller.state.view.tags == ("kiln", "news"))  # type: ignore[union-attr]
    desk.type(page.side.author, "Mira")
    page.side.author.editingFinished.emit()
    desk.wait(lambda: page.controller.state.view.author_name == "Mira")  # type: ignore[union-attr]
    desk.press(page.side.schedule)
    desk.wait(lambda: page.side.status.text() == "Scheduled")
    assert "goes live" in page.side.since.text()
    desk.press(page.side.unschedule)
    desk.wait(lambda: page.side.status.text() == "Draft")
    page.trash()
    desk.wait(lambda: page.controller.state is None)
    desk.wait(lambda: page.list.model.rows == [])


def test_an_earlier_version_comes_back_and_the_palette_finds_the_text(desk: Desk) -> None:
    write_post(desk)
    page = desk.page
    desk.press(page.save)
    desk.wait(lambda: page.editor.told.text() == "Saved")
    desk.type(page.editor.body.text, " of fire")
    desk.kept()
    desk.press(page.save)
    desk.wait(lambda: page.editor.told.text() == "Saved")
    versions = page.side.versions
    desk.wait(lambda: versions.model.rowCount() == 3)
    versions.view.clicked.emit(versions.model.index(1))
    panel = page.past.panel
    desk.wait(lambda: "After *38 hours*" in panel.diff.toPlainText())
    desk.press(panel.restore)
    desk.wait(lambda: page.editor.body.value() == "After *38 hours*")
    desk.wait(lambda: versions.model.rowCount() == 4)
    desk.press(versions.changes)
    desk.wait(lambda: page.past.history.list.model.rowCount() > 6)
    page.past.history.close_panel()

    desk.application.services.actions.trigger("content.focus")
    window = desk.application.window
    assert not window.navigation.isVisible()
    assert not page.list.isVisible()
    assert not page.editor.body.preview.isVisible()
    desk.qtbot.keyClick(page.editor.body.text, Qt.Key.Key_Escape)
    assert window.navigation.isVisible()
    assert page.list.isVisible()
    assert page.editor.body.preview.isVisible()

    own = {action.text(): action for action in page.list.kinds_menu().actions()}
    own["New text of its own kind"].trigger()
    desk.type(page.editor.title, "Recipe")
    desk.kept()
    assert page.controller.state is not None
    assert page.controller.state.kind == "custom"
    assert page.list.kind == "custom"
    window.open_palette()
    palette = window._palette
    assert palette is not None
    desk.type(palette.input, "wood")
    desk.wait(lambda: any(getattr(line, "text", "") == "Wood kiln" for line in palette.model._lines))
    row = [getattr(line, "text", "") for line in palette.model._lines].index("Wood kiln")
    palette.view.clicked.emit(palette.model.index(row, 0))
    desk.wait(lambda: page.controller.text("title") == "Wood kiln" and page.list.kind == "post")


def test_a_post_with_picture_and_product_is_planned_and_moves(desk: Desk, tmp_path: Path) -> None:
    """One post from the first word to another address, in two languages."""

    async def a_mug(platform: Any) -> str:
        from rustok_desktop.testing import a_product

        made = await platform.catalog.create_product(platform.context(), a_product().titled("Indigo mug").build())
        await platform.consumers.drain()
        return str(made.product_id)

    mug = desk.ask(a_mug)
    write_post(desk)
    page, body = desk.page, desk.page.editor.body
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "kiln.png")
    page.uploads.add([str(tmp_path / "kiln.png")])
    desk.wait(lambda: "![](media:" in body.value())
    body.text.moveCursor(QTextCursor.MoveOperation.End)
    desk.qtbot.keyClick(body.text, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = desk.application.window._palette
    assert palette is None or not palette.isVisible()
    desk.type(body.links.chooser.field, "indigo")
    desk.wait(lambda: body.links.chooser.model.rowCount() == 1)
    desk.qtbot.keyClick(body.links.chooser.field, Qt.Key.Key_Return)
    assert body.value().endswith(f"[Indigo mug](product:{mug})")
    desk.wait(lambda: "Indigo mug (not public)" in body.preview.toPlainText())
    assert "1 broken link" in body.note.text()
    desk.kept()
    desk.press(page.editor._chips["ru"])
    desk.type(page.editor.title, "Печь")
    desk.kept()
    desk.press(page.side.schedule)
    desk.wait(lambda: page.side.status.text() == "Scheduled")
    desk.press(page.publish)
    desk.wait(lambda: desk.status() == "published")
    desk.press(page.editor._chips["en"])
    page.editor.slug.selectAll()
    desk.type(page.editor.slug, "autumn-kiln")
    desk.kept()
    desk.press(page.save)
    desk.wait(lambda: page.editor.told.text() == "Saved")

    async def old(platform: Any) -> Any:
        return await platform.nodes.get_by_slug(platform.context(), "post", "wood-kiln")

    found = desk.ask(old)
    assert found.moved_to == "autumn-kiln"
    assert f"(product:{mug})" in found.node.translations["en"].body
    assert found.node.translations["ru"].title == "Печь"


def test_a_dropped_picture_is_linked_and_shown(desk: Desk, tmp_path: Path) -> None:
    write_post(desk)
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "kiln.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "kiln.png"))])
    assert desk.page.editor.body.text.canInsertFromMimeData(data)
    desk.page.editor.body.text.insertFromMimeData(data)
    desk.wait(lambda: "![](media:" in desk.page.editor.body.value())
    desk.kept()
    preview = desk.page.editor.body.preview
    desk.wait(lambda: "<img" in preview.toHtml())
    address = desk.page.editor.body.value().partition("(")[2].partition(")")[0]
    kind = QTextDocument.ResourceType.ImageResource.value
    desk.wait(lambda: preview.loadResource(kind, address).width() == 64)  # the picture, not its placeholder
