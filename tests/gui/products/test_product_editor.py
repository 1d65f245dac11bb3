"""The editor: typing, saving, wrong fields, conflicts, drafts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.schemas import CreateProduct, UpdateProduct
from rustok_desktop.core.errors import FieldProblem, Invalid, UserError, VersionConflict
from rustok_desktop.gui.operations.products import Loaded, ShopFacts
from rustok_desktop.gui.products.draft_store import DraftStore
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.unit.gui_products.samples import apron, movements, product

from .conftest import saved
from .shop_client import ShopClient


@pytest.fixture
def editor(services: GuiServices, client: ShopClient, qtbot: QtBot) -> ProductEditor:
    controller = EditorController(client)
    made = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    controller.set_shop(ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""))
    controller.open("p1")
    qtbot.waitUntil(lambda: controller.state is not None)
    made.resize(460, 800)
    made.show()
    return made


@pytest.fixture
def controller(editor: ProductEditor) -> EditorController:
    return editor._controller


def line(editor: ProductEditor, name: str) -> QLineEdit:
    found = editor.general.fields[name].editor
    assert isinstance(found, QLineEdit)
    return found


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    if text.isascii() and text:
        qtbot.keyClicks(field, text)
    elif text:  # what no key of the test's keyboard gives
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Delete)


def test_shows_the_product(editor: ProductEditor) -> None:
    assert line(editor, "title").text() == "Ramen bowl, indigo"
    assert line(editor, "price").text() == "38.00"
    assert editor.general._gain.text() == "Margin 70.0 %   ·   Discount 15.6 %"
    assert "14:02" in editor.header.meta.text() or "saved" in editor.header.meta.text()
    assert editor.footer.publish.text() == "Unpublish"
    assert not editor.footer.save.isEnabled()


def test_a_save_sends_what_was_typed_and_shows_what_was_saved(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    retype(qtbot, line(editor, "title"), "Ramen")
    retype(qtbot, line(editor, "price"), "39,5")
    qtbot.mouseClick(editor.footer.save, Qt.MouseButton.LeftButton)
    call = client.last("SaveChanges")
    assert call.write
    command = call.operation.command
    assert isinstance(command, UpdateProduct)
    assert command.translations["en"].title == "Ramen"
    assert command.variants[0].prices[0].amount == 3950
    assert "saved" not in editor.header.meta.text()
    line(editor, "vendor").setFocus()
    retype(qtbot, line(editor, "vendor"), "Late")
    view = product(version=4, title="Ramen")
    price = replace(view.variants[0].prices[0], amount=3950)
    view = replace(view, variants=(replace(view.variants[0], prices=(price,)),))
    call.answer(saved(view))
    assert line(editor, "price").text() == "39.50"
    assert line(editor, "vendor").text() == "Late"
    assert controller.state is not None
    assert controller.state.edits == {"vendor": "Late"}
    assert "saved" in editor.header.meta.text()


def test_wrong_fields_are_marked_and_the_first_one_gets_the_focus(
    editor: ProductEditor, client: ShopClient, qtbot: QtBot
) -> None:
    retype(qtbot, line(editor, "price"), "12.505")
    retype(qtbot, line(editor, "title"), "")
    editor.strip.setCurrentIndex(editor.tabs.index(editor.seo))
    assert editor.footer.save.isEnabled()
    qtbot.mouseClick(editor.footer.save, Qt.MouseButton.LeftButton)
    assert client.operations("SaveChanges") == []
    assert editor.general.fields["title"].error
    assert editor.general.fields["price"].error
    assert editor.strip.currentIndex() == 0
    qtbot.waitUntil(lambda: editor.focusWidget() is line(editor, "title"))
    retype(qtbot, line(editor, "title"), "Good")
    assert editor.general.fields["title"].error is None


def test_a_field_is_not_called_wrong_while_it_is_typed(editor: ProductEditor, qtbot: QtBot) -> None:
    retype(qtbot, line(editor, "price"), "12.")
    assert editor.general.fields["price"].error is None


def test_the_shops_refusal_stands_at_the_field(
    editor: ProductEditor, client: ShopClient, controller: EditorController, qtbot: QtBot
) -> None:
    retype(qtbot, line(editor, "handle"), "taken")
    controller.save()
    problem = FieldProblem("handle@en", "duplicate_handle", {"handle": "taken", "holder": "Cup"})
    client.fail("SaveChanges", Invalid([problem]))
    assert editor.general.fields["handle"].error == problem.text("en")
    assert line(editor, "handle").text() == "taken"


def test_an_error_without_a_field_is_told(
    editor: ProductEditor, client: ShopClient, controller: EditorController
) -> None:
    told: list[object] = []
    controller.failed.connect(told.append)
    controller.edit("vendor", "x")
    controller.save()
    error = UserError("disk_full")
    client.fail("SaveChanges", error)
    assert told == [error]
    assert controller.state is not None
    assert controller.state.edits == {"vendor": "x"}


def test_a_conflict_is_shown_and_nothing_is_overwritten(
    editor: ProductEditor, client: ShopClient, controller: EditorController, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, title="Theirs"), movements())
    retype(qtbot, line(editor, "title"), "Mine")
    controller.save()
    client.fail("SaveChanges", VersionConflict("version_conflict", id="p1", expected=3, actual=9))
    qtbot.waitUntil(editor.band.isVisible)
    assert line(editor, "title").text() == "Mine"
    count = len(client.operations("SaveChanges"))
    assert not controller.save()
    assert len(client.operations("SaveChanges")) == count
    editor.band.buttons["mine", "title@en"].click()
    assert not editor.band.isVisible()
    assert controller.save()
    assert client.operations("SaveChanges")[-1].command.base_version == 9
    assert client.operations("SaveChanges")[-1].command.translations["en"].title == "Mine"


def test_their_text_can_be_taken(
    editor: ProductEditor, client: ShopClient, controller: EditorController, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, title="Theirs"), movements())
    retype(qtbot, line(editor, "title"), "Mine")
    controller.notice(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"tx9"}), 9))
    qtbot.waitUntil(editor.band.isVisible)
    editor.band.buttons["theirs", "title@en"].click()
    assert line(editor, "title").text() == "Theirs"
    assert controller.state is not None
    assert not controller.state.dirty


def test_edits_of_different_fields_merge_and_save_again(
    editor: ProductEditor, client: ShopClient, controller: EditorController, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, vendor="Theirs"), movements())
    retype(qtbot, line(editor, "title"), "Mine")
    controller.save()
    client.fail("SaveChanges", VersionConflict("version_conflict", id="p1", expected=3, actual=9))
    qtbot.waitUntil(lambda: len(client.operations("SaveChanges")) == 2)
    again = client.operations("SaveChanges")[-1].command
    assert again.base_version == 9
    assert again.model_fields_set == {
        "product_id",
        "base_version",
        "translations",
        "variants",
        "add_variants",
        "remove_variants",
    }
    assert line(editor, "vendor").text() == "Theirs"


def test_its_own_commit_is_not_read_again(
    editor: ProductEditor, client: ShopClient, controller: EditorController
) -> None:
    controller.edit("vendor", "x")
    controller.save()
    before = len(client.operations("LoadProduct"))
    notice = ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"tx5"}), 5)
    controller.notice(notice)  # comes before the answer, as it may
    client.answer("SaveChanges", saved(product(version=4, vendor="x"), "tx5"))
    controller.notice(notice)
    assert len(client.operations("LoadProduct")) == before


def test_a_change_made_elsewhere_is_shown(
    editor: ProductEditor, client: ShopClient, controller: EditorController, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, title="Theirs"), movements())
    controller.notice(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"t"}), 9))
    qtbot.waitUntil(lambda: line(editor, "title").text() == "Theirs")


def test_another_product_and_back_keeps_the_typing(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    retype(qtbot, line(editor, "title"), "Half a ti")
    controller.open("p2")
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.product_id == "p2")
    assert line(editor, "title").text() == "Ramen bowl, indigo"
    controller.open("p1")
    assert line(editor, "title").text() == "Half a ti"


def test_a_crash_reopens_the_draft(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "drafts.json"
    controller.keeper.set_store(DraftStore(path))
    retype(qtbot, line(editor, "title"), "Half a ti")
    qtbot.waitUntil(path.exists, timeout=700)
    assert json.loads(path.read_text("utf-8"))["p1"]["edits"] == {"title@en": "Half a ti"}
    other = EditorController(client, parent=editor)
    other.keeper.set_store(DraftStore(path))
    other.open("p1")
    qtbot.waitUntil(lambda: other.state is not None)
    assert other.text("title@en") == "Half a ti"


def test_a_saved_draft_leaves_the_disk(
    controller: EditorController, client: ShopClient, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "drafts.json"
    controller.keeper.set_store(DraftStore(path))
    controller.edit("vendor", "x")
    controller.keeper.flush()
    assert "p1" in json.loads(path.read_text("utf-8"))
    controller.save()
    client.answer("SaveChanges", saved(product(version=4, vendor="x")))
    controller.keeper.flush()
    assert json.loads(path.read_text("utf-8")) == {}


def test_a_disk_that_refuses_is_told_once_and_loses_nothing(controller: EditorController, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    told: list[str] = []
    controller.keeper.failed.connect(told.append)
    controller.keeper.set_store(DraftStore(tmp_path / "file" / "drafts.json"))
    controller.edit("vendor", "x")
    controller.keeper.flush()
    assert len(told) == 1
    assert controller.text("vendor") == "x"


def test_a_new_product_is_created_by_its_first_save(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    controller.new_product()
    assert editor.footer.save.text() == "Create"
    retype(qtbot, line(editor, "title"), "Cup")
    retype(qtbot, line(editor, "price"), "12")
    assert controller.save()
    command = client.last("CreateNew").operation.command
    assert isinstance(command, CreateProduct)
    assert command.variants[0].prices[0].amount == 1200
    client.answer("CreateNew", saved(product(version=1, title="Cup", product_id="p77", status="draft")))
    assert controller.state is not None
    assert controller.state.product_id == "p77"
    assert editor.footer.save.text() == "Save"
    assert editor.footer.publish.text() == "Publish"


def test_publishing_saves_first(controller: EditorController, client: ShopClient) -> None:
    controller.edit("vendor", "x")
    controller.publish("unpublish")
    assert client.operations("Act") == []
    client.answer("SaveChanges", saved(product(version=4, vendor="x")))
    assert [(op.act, op.product_id) for op in client.operations("Act")] == [("unpublish", "p1")]


def test_a_publish_that_waits_is_about_its_own_product(
    controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    """Saved, and before the answer another product is opened, typed into and published."""
    controller.edit("vendor", "x")
    controller.save()
    controller.open("p2")
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.product_id == "p2")
    controller.edit("vendor", "y")
    controller.publish("publish")
    first, second = (call for call in client.calls if call.name == "SaveChanges")
    first.answer(saved(product(version=4, vendor="x")))
    assert client.operations("Act") == []
    second.answer(saved(product(version=4, vendor="y", product_id="p2"), "tx2"))
    assert [(op.act, op.product_id) for op in client.operations("Act")] == [("publish", "p2")]


def test_a_publish_survives_a_merge(controller: EditorController, client: ShopClient, qtbot: QtBot) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, title="Theirs"), movements())
    controller.edit("vendor", "x")
    controller.publish("unpublish")
    client.fail("SaveChanges", VersionConflict("version_conflict", id="p1", expected=3, actual=9))
    qtbot.waitUntil(lambda: len(client.operations("SaveChanges")) == 2)
    client.answer("SaveChanges", saved(product(version=10, title="Theirs", vendor="x")))
    assert [(op.act, op.product_id) for op in client.operations("Act")] == [("unpublish", "p1")]


def test_a_publish_follows_though_somebody_saved_the_same(
    controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(product(version=9, vendor="x"), movements())
    controller.edit("vendor", "x")
    controller.publish("unpublish")
    client.fail("SaveChanges", VersionConflict("version_conflict", id="p1", expected=3, actual=9))
    qtbot.waitUntil(lambda: [(op.act, op.product_id) for op in client.operations("Act")] == [("unpublish", "p1")])


def test_discard_brings_back_what_was_saved(editor: ProductEditor, qtbot: QtBot) -> None:
    retype(qtbot, line(editor, "title"), "Other")
    qtbot.mouseClick(editor.footer.discard, Qt.MouseButton.LeftButton)
    assert line(editor, "title").text() == "Ramen bowl, indigo"
    assert not editor.footer.save.isEnabled()


def test_languages_have_texts_of_their_own(editor: ProductEditor, controller: EditorController, qtbot: QtBot) -> None:
    editor.general.locales.button("ru").click()
    assert line(editor, "title").text() == ""
    retype(qtbot, line(editor, "title"), "Миска")
    editor.general.locales.button("en").click()
    assert line(editor, "title").text() == "Ramen bowl, indigo"
    assert controller.text("title@ru") == "Миска"


def test_a_wrong_field_of_another_language_is_found(editor: ProductEditor, controller: EditorController) -> None:
    controller.edit("description@ru", "Без названия")
    assert not controller.save()
    assert controller.state is not None
    assert controller.state.locale == "ru"
    assert editor.general.fields["title"].error


def test_prices_stand_in_the_grid_when_there_are_several(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    client.answers["LoadProduct"] = lambda op: Loaded(replace(apron(), id="p9"), ())
    controller.open("p9")
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.product_id == "p9")
    assert not editor.general.fields["price"].isVisible()
    assert editor.variants.model.rowCount() == 6


def test_seo_counts_and_falls_back(editor: ProductEditor, controller: EditorController) -> None:
    editor.strip.setCurrentIndex(editor.tabs.index(editor.seo))
    assert "Ramen bowl, indigo" in editor.seo.preview.accessibleDescription()
    controller.edit("meta_title@en", "x" * 70)
    assert editor.seo._lengths["meta_title"].text().startswith("70")
    assert editor.seo._lengths["meta_title"].property("role") == "warn"


def test_every_control_has_a_name(editor: ProductEditor) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QPlainTextEdit, QWidget

    nameless = []
    for widget in editor.findChildren(QWidget):
        if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView) and not (
            widget.accessibleName() or isinstance(widget.parent(), QComboBox)
        ):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
        if isinstance(widget, QAbstractButton) and not (widget.text() or widget.accessibleName()):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    # Qt's own parts: scroll buttons of tabs, the corner of tables, the popups of boxes.
    own = ("TabStrip", "QTableView", "VariantGridView", "in QFrame")
    assert [name for name in nameless if not any(part in name for part in own)] == []
