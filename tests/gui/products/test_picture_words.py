"""Descriptions of the shop's own pictures, in the editor of a product that shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import ImageView
from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.operations.media import DescribeImage, ReadDescriptions
from rustok_desktop.gui.operations.products import Loaded, ShopFacts
from rustok_desktop.gui.products.image_table_model import ALT, INSTEAD_ROLE, URL, ImageTableModel
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.media.views import MediaText, MediaView
from rustok_desktop.runtime.notices import ChangeNotice
from tests.unit.gui_products.samples import movements, product

from .shop_client import ShopClient

LANGUAGES = (("en", "English"), ("ru", "Русский"), ("de", "Deutsch"))
TIME = "2026-11-28T10:00:00.000000Z"


class Pictures:
    """Two pictures as the shop keeps them; the second has no words."""

    def __init__(self) -> None:
        self.version = 4
        self.words = {"m1": {"en": "A bowl", "de": "Schale"}, "m2": {}}

    def view(self, media_id: str) -> MediaView:
        words = {code: MediaText(code, "Title", text) for code, text in self.words[media_id].items()}
        facts = (f"{media_id}.jpg", "image/jpeg", 1, "0" * 64, 640, 480, 1, None, TIME, TIME, words)
        return MediaView(media_id, self.version, f"{media_id}.jpg", *facts)

    def read(self, operation: ReadDescriptions) -> tuple[MediaView, ...]:
        return tuple(self.view(media_id) for media_id in operation.media_ids)

    def write(self, operation: DescribeImage) -> MediaView:
        self.version += 1
        self.words[operation.media_id][operation.locale] = operation.alt_text
        return self.view(operation.media_id)


@pytest.fixture
def pictures(client: ShopClient) -> Pictures:
    made = Pictures()
    images = (ImageView("i1", "media:m1", "old text"), ImageView("i2", "media:m2", "typed long ago"))
    shown = replace(product(), images=(*images, ImageView("i3", "https://example.org/a.jpg", "Elsewhere")))
    client.answers["LoadProduct"] = lambda op: Loaded(shown, movements())
    client.answers["ReadShop"] = lambda op: ShopFacts("en", "USD", LANGUAGES, "")
    client.answers["ReadDescriptions"] = made.read
    return made


@pytest.fixture
def page(pictures: Pictures, services: GuiServices, client: ShopClient, qtbot: QtBot) -> ProductPage:
    made = ProductPage(services)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(lambda: not client.pending("ReadShop"))
    made.open_with(product_id="p1")
    qtbot.waitUntil(lambda: made.controller.state is not None)
    assert not client.operations("ReadDescriptions"), "nothing is read before it is looked at"
    made.editor.strip.setCurrentIndex(4)
    qtbot.waitUntil(lambda: made.editor.images.model.words.known("m1"))
    return made


@pytest.fixture
def model(page: ProductPage) -> ImageTableModel:
    return page.editor.images.model


def texts(model: ImageTableModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[Any]:
    return [model.index(row, ALT).data(role) for row in range(model.rowCount())]


def test_each_language_has_its_text_and_something_in_its_stead(page: ProductPage, model: ImageTableModel) -> None:
    assert texts(model) == ["A bowl", "", "Elsewhere"]
    assert texts(model, INSTEAD_ROLE) == ["Schale", "typed long ago", ""]
    page.editor.images.locales.button("ru").click()
    assert page.editor.general.locales.value() == "ru"
    assert texts(model) == ["", "", "Elsewhere"]
    assert texts(model, INSTEAD_ROLE)[0] == "A bowl"
    line = page.editor.images.view.itemDelegate().createEditor(page, None, model.index(0, ALT))  # type: ignore[arg-type]
    assert line.placeholderText() == "A bowl"  # type: ignore[attr-defined]
    line.deleteLater()
    editable = Qt.ItemFlag.ItemIsEditable
    assert [bool(model.index(0, column).flags() & editable) for column in (URL, ALT)] == [False, True]


def test_a_text_is_saved_at_once_and_is_no_edit_of_the_product(
    page: ProductPage, model: ImageTableModel, pictures: Pictures, client: ShopClient, qtbot: QtBot
) -> None:
    page.editor.images.locales.button("ru").click()
    assert model.setData(model.index(0, ALT), " Миска ")
    assert texts(model)[0] == "Миска", "shown while it is on its way"
    assert not model.setData(model.index(0, ALT), "Миска")
    assert not page.controller.state.dirty  # type: ignore[union-attr]
    call = client.last("DescribeImage")
    assert (call.operation, call.write) == (DescribeImage("m1", 4, "ru", "Миска", ""), True)
    call.answer(pictures.write(call.operation))
    qtbot.waitUntil(lambda: not model.words._typed)
    assert texts(model)[0] == "Миска"
    assert model.setData(model.index(2, ALT), "A lamp")
    assert page.controller.state.dirty  # type: ignore[union-attr]
    assert len(client.operations("DescribeImage")) == 1
    page.controller.discard()


def test_what_is_refused_or_undone_elsewhere_shows_as_it_is(
    page: ProductPage,
    model: ImageTableModel,
    pictures: Pictures,
    services: GuiServices,
    client: ShopClient,
    qtbot: QtBot,
) -> None:
    model.setData(model.index(1, ALT), "Too long")
    client.last("DescribeImage").fail(UserError("disk_full"))
    assert texts(model)[1] == ""
    assert services.notices.history[-1].text == UserError("disk_full").text("en")
    pictures.words["m2"]["en"] = "From the Media page"
    client.notify(ChangeNotice(frozenset({"media"}), frozenset({"m2"}), frozenset(), 9))
    qtbot.waitUntil(lambda: texts(model)[1] == "From the Media page")
    del pictures.words["m2"]["en"]
    client.notify(ChangeNotice(frozenset(), frozenset(), frozenset(), 10, bulk=True))
    qtbot.waitUntil(lambda: texts(model)[1] == "")


def test_a_language_enabled_meanwhile_is_there_and_what_was_typed_too(
    page: ProductPage, client: ShopClient, qtbot: QtBot
) -> None:
    page.editor.strip.setCurrentIndex(0)
    page.editor.general.locales.button("de").click()
    title = page.editor.general.fields["title"].editor
    qtbot.keyClicks(title, "Schal")
    title.setCursorPosition(1)  # type: ignore[attr-defined]
    client.answers["ReadShop"] = lambda op: ShopFacts("en", "USD", (*LANGUAGES, ("fr", "Français")), "")
    client.notify(ChangeNotice(frozenset({"tenant"}), frozenset(), frozenset(), 7))
    pills = page.editor.general.locales
    qtbot.waitUntil(lambda: "fr" in pills._values)
    assert (pills.value(), title.text(), title.cursorPosition()) == ("de", "Schal", 1)  # type: ignore[attr-defined]
    assert page.controller.locale == "de", "and the next product opens in it"
    assert page.controller.state.edits == {"title@de": "Schal"}  # type: ignore[union-attr]
    pills.button("fr").click()
    assert title.text() == ""  # type: ignore[attr-defined]
    page.controller.discard()
