"""Files given to the editor become images of the product, and lists show the real pictures."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.media import Picture
from rustok_desktop.gui.operations.products import ListStart
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.media.views import Uploaded
from tests.gui.conftest import FakePrompter
from tests.unit.gui_products.samples import row

from .shop_client import ShopClient

PINK = QColor("#ff00aa")


def picture() -> Picture:
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    image.fill(PINK)
    return Picture(image, "mug.jpg")


def shown(services: GuiServices, qtbot: QtBot) -> ProductPage:
    page = ProductPage(services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: page.list.model.loaded)
    return page


def test_lists_show_the_shops_own_picture(services: GuiServices, client: ShopClient, qtbot: QtBot) -> None:
    own = row(0)._replace(thumbnail_url="media:m1")
    client.answers["OpenList"] = lambda op: ListStart(2, (Listed(own), Listed(row(1))), None)
    client.answers["ReadPicture"] = lambda op: picture()
    page = shown(services, qtbot)
    table = page.list.table

    def tile(number: int) -> QColor:
        rect = table.visualRect(page.list.model.index(number, 0))
        grabbed: QPixmap = table.viewport().grab(rect)
        return grabbed.toImage().pixelColor(20, rect.height() // 2)

    qtbot.waitUntil(lambda: tile(0) == PINK)
    assert tile(1) != PINK
    assert {(op.media_id, op.side) for op in client.operations("ReadPicture")} == {("m1", 96)}


def test_files_become_images_of_the_draft(
    services: GuiServices, client: ShopClient, prompter: FakePrompter, qtbot: QtBot
) -> None:
    client.answers["ReadPicture"] = lambda op: picture()
    page = shown(services, qtbot)
    page.open_with(product_id="p1")
    qtbot.waitUntil(lambda: page.controller.state is not None)
    tab = page.editor.images
    before = tab.model.rowCount()
    prompter.files = ["/x/a.jpg", "/x/b.jpg"]
    tab.upload_button.click()
    client.answer("UploadFile", Uploaded("m1", created=True))
    client.answer("UploadFile", Uploaded("m2", created=True))
    assert [tab.model.image(n).url for n in range(before, before + 2)] == ["media:m1", "media:m2"]
    assert page.controller.state.dirty
    page.controller.discard()


def test_a_late_upload_does_not_land_in_another_product(
    services: GuiServices, client: ShopClient, prompter: FakePrompter, qtbot: QtBot
) -> None:
    page = shown(services, qtbot)
    page.open_with(product_id="p1")
    qtbot.waitUntil(lambda: page.controller.state is not None)
    prompter.files = ["/x/a.jpg"]
    page.editor.images.upload_button.click()
    page.open_with(product_id="p2")
    qtbot.waitUntil(lambda: page.controller.state is not None and page.controller.state.product_id == "p2")
    client.answer("UploadFile", Uploaded("m1", created=True))
    assert not page.controller.state.dirty
