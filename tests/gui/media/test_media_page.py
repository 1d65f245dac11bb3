"""The Media page over a shop that the test answers for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.media.media_page import MediaPage
from rustok_desktop.gui.operations.media import MediaStart, MediumFacts, Picture
from rustok_desktop.gui.operations.trash import BringBack, Emptied
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.history.views import TrashedThing
from rustok_desktop.media.views import (
    CleanedUp,
    MediaQuery,
    MediaRow,
    MediaText,
    MediaUse,
    MediaView,
    Unused,
    Uploaded,
)
from rustok_desktop.media.views import (
    MediaPage as Listed,
)
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.conftest import FakeCall, FakePrompter
from tests.gui.products.shop_client import ShopClient

NOW = "2026-11-20T18:07:55.123456Z"


def row(number: int) -> MediaRow:
    return MediaRow(f"m{number:04d}", f"mug-{number}.jpg", "image/jpeg", 84_200, 1200, 800, NOW, number % 2)


def view(media_id: str = "m0001", version: int = 1, **words: MediaText) -> MediaView:
    return MediaView(
        media_id, version, "mug.jpg", "mug.jpg", "image/jpeg", 84_200, "ab" * 32, 1200, 800, 1, None, NOW, NOW, words
    )


def facts(op: Any) -> MediumFacts:
    uses = (MediaUse("product", "p1", "Mug", False), MediaUse("product", "p2", "Old mug", True))
    return MediumFacts(view(op.media_id), uses, (("en", "English"), ("ru", "Русский")))


def picture() -> Picture:
    image = QImage(96, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return Picture(image, "mug.jpg")


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "OpenMedia": lambda op: MediaStart(250, Listed(tuple(row(n) for n in range(op.limit)), f"m{op.limit:04d}")),
        "ReadMedia": lambda op: Listed(tuple(row(n) for n in range(100, 200)), None),
        "ReadPicture": lambda op: picture(),
        "ReadMedium": facts,
    }
    return made


@pytest.fixture
def page(services: GuiServices, client: ShopClient, qtbot: QtBot) -> MediaPage:
    made = MediaPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: made.model.loaded)
    return made


def open_call(client: ShopClient, name: str, qtbot: QtBot) -> FakeCall:
    qtbot.waitUntil(lambda: bool(client.pending(name)))
    return client.pending(name)[0]


def test_the_grid_grows_while_one_scrolls(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    assert page.model.rowCount() == 100
    page.grid.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() == 200)
    assert [op.after for op in client.operations("ReadMedia")] == ["m0100"]
    assert not page.model.canFetchMore(page.model.index(0).parent())


def test_a_handle_to_scroll_is_only_there_when_there_is_more(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    bar = page.grid.verticalScrollBar()
    assert bar.isVisible()
    page.resize(1000, 160)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.isEnabled()
    page.resize(1000, 4000)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert not bar.isEnabled()


def test_only_pictures_in_sight_are_read(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(client.operations("ReadPicture")) and not client.pending("ReadPicture"))
    asked = {op.media_id for op in client.operations("ReadPicture")}
    assert 0 < len(asked) < 60
    assert len(asked) == len(client.operations("ReadPicture")), "none twice"


def test_search_and_filter_ask_anew_and_late_answers_are_ignored(
    page: MediaPage, client: ShopClient, qtbot: QtBot
) -> None:
    del client.answers["OpenMedia"]
    page.search.setText("mug")
    page.search.search_now()
    page.use.set_value("unused")
    page.use.chosen.emit("unused")
    first, second = client.pending("OpenMedia")
    assert first.operation.query == MediaQuery("mug")
    assert second.operation.query == MediaQuery("mug", "unused")
    second.answer(MediaStart(0, Listed((), None)))
    first.answer(MediaStart(1, Listed((row(1),), None)))
    assert page.model.rowCount() == 0
    assert page.stack.currentWidget() is page.nothing_found
    page.show_all.click()
    client.pending("OpenMedia")[-1].answer(MediaStart(0, Listed((), None)))
    assert page.stack.currentWidget() is page.empty


def drop(page: MediaPage, *paths: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.grid.dropEvent(event)


def test_dropped_files_are_uploaded_and_each_error_is_told(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    drop(page, "/x/a.jpg", "/x/b.svg", "/x/c.jpg")
    open_call(client, "UploadFile", qtbot).answer(Uploaded("m1", created=True))
    assert page.bar.isVisible()
    assert "2 of 3" in page.bar.text
    client.fail("UploadFile", UserError("media_svg"))
    client.answer("UploadFile", Uploaded("m1", created=False))
    assert [op.path for op in client.operations("UploadFile")] == ["/x/a.jpg", "/x/b.svg", "/x/c.jpg"]
    assert "b.svg: SVG drawings" in page.bar.text
    assert page.bar.dismiss.isVisible()
    assert not page.bar.cancel.isVisible()
    assert page._services.notices.history[-1].text == "1 picture added · 1 picture already here"
    page.bar.dismiss.click()
    assert not page.bar.isVisible()


def test_uploads_can_be_stopped(page: MediaPage, client: ShopClient, prompter: FakePrompter, qtbot: QtBot) -> None:
    prompter.files = ["/x/a.jpg", "/x/b.jpg", "/x/c.jpg"]
    page.upload_button.click()
    client.answer("UploadFile", Uploaded("m1", created=True))
    page.bar.cancel.click()
    assert not client.pending("UploadFile")
    assert len(client.operations("UploadFile")) == 2
    assert not page.queue.busy
    assert page._services.notices.history[-1].text.startswith("1 picture added · stopped")


def test_words_are_saved_when_typing_pauses(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    page.open_with(media_id="m0001")
    details = page.details
    qtbot.waitUntil(details.isEnabled)
    qtbot.keyClicks(details.alt_text, "A red mug")
    call = open_call(client, "DescribePicture", qtbot)
    assert call.write
    assert (call.operation.locale, call.operation.base_version) == ("en", 1)
    assert call.operation.alt_text == "A red mug"
    qtbot.keyClicks(details.alt_text, " of clay")
    call.answer(view(version=2, en=MediaText("en", None, "A red mug")))
    assert details.alt_text.text() == "A red mug of clay", "what is typed while a save is under way stays"
    later = open_call(client, "DescribePicture", qtbot)
    assert later.operation.base_version == 2
    later.answer(view(version=3, en=MediaText("en", None, "A red mug of clay")))
    assert "Saved" in details._state.text()


def test_nothing_typed_is_lost_by_going_elsewhere(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    page.open_with(media_id="m0001")
    qtbot.waitUntil(page.details.isEnabled)
    page.details.title.setText("Mug")
    page.details._group.buttons()[1].click()
    page.details.title.setText("Кружка")
    page.grid.select("m0002")
    saves = client.operations("DescribePicture")
    assert [(op.locale, op.title, op.base_version) for op in saves] == [("en", "Mug", 1), ("ru", "Кружка", 2)]
    assert {op.media_id for op in saves} == {"m0001"}


def test_where_used_leads_to_the_product(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    page.open_with(media_id="m0001")
    qtbot.waitUntil(page.details.isEnabled)
    links = [page.details._uses.itemAt(n).widget() for n in range(page.details._uses.count())]
    assert [link.text() for link in links] == ["Mug", "Old mug (in the trash)"]
    links[0].click()
    assert page._services.navigator.page == "products"
    assert page._services.navigator.arguments == {"product_id": "p1"}


def test_a_deleted_picture_can_be_taken_back(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    page.open_with(media_id="m0001")
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    client.answer("DeletePicture", view())
    assert page.grid.selected == ""
    assert not page.details.isVisible()
    notice = page._services.notices.history[-1]
    assert notice.text == "“mug.jpg” is deleted"
    assert notice.action is not None
    notice.action()
    thing = TrashedThing("media", "m0001", "mug.jpg", "")
    assert client.last("BringBack").operation == BringBack((thing,))
    client.answer("BringBack", Emptied((thing,)))
    assert page.grid.selected == "m0001"


def test_a_refusal_names_the_users(page: MediaPage, client: ShopClient) -> None:
    page.delete("m0001")
    client.fail("DeletePicture", UserError("media_in_use", users="“Mug”"))
    assert page._services.notices.history[-1].text == "The picture is in use and stays: “Mug”."


def test_cleaning_up_tells_the_count_and_asks(
    page: MediaPage, client: ShopClient, prompter: FakePrompter, qtbot: QtBot
) -> None:
    told = Unused(("m1", "m2"), 2_400_000, 1, 100_000)
    page.clean_button.click()
    client.answer("ReadUnused", told)
    assert "2 pictures that nothing uses" in prompter.asked[-1][1]
    assert "2.5" in prompter.asked[-1][1]
    assert not client.operations("CleanUp"), "closing the question is no"
    prompter.answers = ["delete"]
    page.clean_button.click()
    client.answer("ReadUnused", told)
    assert client.operations("CleanUp")[0].told == told
    client.answer("CleanUp", CleanedUp(2, 3, 2_500_000))
    assert page._services.notices.history[-1].text.startswith("2 pictures removed")
    qtbot.waitUntil(page.clean_button.isEnabled)
    page.clean_button.click()
    client.answer("ReadUnused", Unused((), 0, 0, 0))
    assert page._services.notices.history[-1].text.startswith("Nothing to clean up")


def test_changes_elsewhere_are_read_once(page: MediaPage, client: ShopClient, qtbot: QtBot) -> None:
    before = len(client.operations("OpenMedia"))
    for number in range(5):
        client.notify(ChangeNotice(frozenset({"media"}), frozenset({f"x{number}"}), frozenset(), number))
    client.notify(ChangeNotice(frozenset({"tenant"}), frozenset(), frozenset(), 9))
    qtbot.waitUntil(lambda: len(client.operations("OpenMedia")) == before + 1)
    qtbot.wait(300)
    assert len(client.operations("OpenMedia")) == before + 1


def test_everything_has_a_name_in_both_languages(page: MediaPage, qtbot: QtBot) -> None:
    page.open_with(media_id="m0001")
    qtbot.waitUntil(page.details.isEnabled)
    for language, word in (("ru", "Загрузить"), ("en", "Upload")):
        page._services.translator.set_language(language)
        qtbot.waitUntil(lambda word=word: page.upload_button.text() == word)
        for widget in (page.search, page.use, page.grid, page.details.title, page.details.alt_text):
            assert widget.accessibleName()
