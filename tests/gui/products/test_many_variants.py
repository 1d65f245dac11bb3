"""A product of very many variants: its first rows are worked on while the others come."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.variant_records import VariantSlice
from rustok_desktop.commerce.views import ProductView, Saved
from rustok_desktop.core.errors import NotFound, VersionConflict
from rustok_desktop.gui.operations.products import Loaded, SavedProduct, ShopFacts
from rustok_desktop.gui.products.draft_store import DraftStore
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.unit.gui_products.samples import product, records, sheet

from .shop_client import ShopClient

COUNT, FIRST = 40, 10
PRICE = "variants/v3/price@USD"


class Slices:
    """The shop's answers: the first variants at once, the others when the test lets them come."""

    def __init__(self, client: ShopClient) -> None:
        self.client = client
        self.view = sheet(COUNT)
        client.answers["LoadProduct"] = self._load

    def _load(self, operation: Any) -> Loaded:
        if operation.product_id != "p1":
            return Loaded(product(product_id=operation.product_id), ())
        if operation.whole:
            return Loaded(self.view)
        return Loaded(replace(self.view, variants=self.view.variants[:FIRST]), missing=COUNT - FIRST)

    def come(self, count: int = COUNT) -> None:
        """The next ``count`` variants."""
        call = self.client.last("LoadVariants")
        assert not call.done
        position = call.operation.after[0]
        found = self.view.variants[position : position + count]
        call.answer(VariantSlice(self.view.version, records(found)))

    def asked(self) -> int:
        return len(self.client.operations("LoadVariants"))


@pytest.fixture
def slices(client: ShopClient) -> Slices:
    return Slices(client)


@pytest.fixture
def controller(client: ShopClient, slices: Slices, qtbot: QtBot) -> EditorController:
    made = EditorController(client)
    made.set_shop(ShopFacts("en", "USD", (("en", "English"),), ""))
    return made


@pytest.fixture
def editor(controller: EditorController, services: GuiServices, qtbot: QtBot) -> ProductEditor:
    made = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.strip.setCurrentIndex(1)
    made.show()
    controller.open("p1")
    qtbot.waitUntil(lambda: controller.state is not None)
    return made


def counts(editor: ProductEditor) -> str:
    return editor.variants._counts.text()


def commit(client: ShopClient, view: ProductView, *changed: str) -> None:
    part = replace(view, variants=tuple(v for v in view.variants if v.id in changed))
    client.answer("SaveChanges", SavedProduct(Saved("p1", view.version, (), "tx"), Loaded(part, partial=True)))


def test_the_first_rows_stand_there_before_the_others_are_read(editor: ProductEditor, slices: Slices) -> None:
    model, grid = editor.variants.model, editor.variants.grid
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    levels = QAbstractItemModelTester(editor.stock.levels, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == FIRST
    assert counts(editor) == f"Loading {FIRST} of {COUNT} variants…"
    assert "40 variants" in editor.header.meta.text()
    assert not editor.general.fields["price"].isVisibleTo(editor.general)
    grid.setCurrentIndex(model.index(4, 3))
    slices.come(5)
    assert (model.rowCount(), editor.stock.levels.rowCount()) == (15, 15)
    assert counts(editor) == f"Loading 15 of {COUNT} variants…"
    slices.come()
    assert model.rowCount() == COUNT
    assert counts(editor) == "40 variants"
    assert grid.currentIndex().row() == 4
    assert [str(model.index(row, 0).data()) for row in (0, 14, 39)] == ["No 1", "No 15", "No 40"]
    assert slices.asked() == 2
    assert (tester.model(), levels.model()) == (model, editor.stock.levels)


def test_what_is_typed_meanwhile_stays(editor: ProductEditor, controller: EditorController, slices: Slices) -> None:
    controller.edit(PRICE, "99")
    slices.come(5)
    controller.edit("title@en", "Typed")
    slices.come()
    state = controller.state
    assert state is not None
    assert state.edits == {PRICE: "99", "title@en": "Typed"}
    assert editor.variants.model.index(2, 3).data() == "99"
    assert not state.conflicts


def test_a_cell_is_saved_before_all_are_here(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    controller.edit(PRICE, "99")
    pending = client.last("LoadVariants")
    assert controller.save()
    assert pending.cancelled
    command = client.last("SaveChanges").operation.command
    assert [patch.id for patch in command.variants] == ["v3"]
    price = replace(slices.view.variants[2].prices[0], amount=9900)
    changed = replace(slices.view.variants[2], prices=(price,))
    slices.view = replace(
        slices.view, version=4, variants=(*slices.view.variants[:2], changed, *slices.view.variants[3:])
    )
    commit(client, slices.view, "v3")
    assert counts(editor).startswith(f"Loading {FIRST} of")
    slices.come()
    assert controller.state is not None
    assert controller.state.view == slices.view
    assert not controller.state.dirty


def test_a_change_of_choices_is_saved_when_all_are_here(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    controller.edit("variants/v2/option0", "Another")
    assert controller.save()
    assert client.operations("SaveChanges") == []
    slices.come()
    assert len(client.operations("SaveChanges")) == 1


def test_a_double_of_one_that_came_later_is_refused(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    controller.edit("variants/v2/option0", "No 33")
    assert controller.save()
    slices.come()
    assert client.operations("SaveChanges") == []
    assert set(controller.problems()) == {"variants/v2/option0"}


def test_acts_that_need_all_variants_wait_for_them(
    editor: ProductEditor, controller: EditorController, slices: Slices
) -> None:
    tab = editor.variants
    tab.model.tick([0], True)
    tab.bulk.count.click()
    tab.add_button.click()
    tab.model.group_by(0)
    assert tab.model.ticked() == ["v1"]
    assert tab.model.rowCount() == FIRST
    assert tab.model.group_rows() == []
    slices.come(5)
    assert tab.model.ticked() == ["v1"]
    slices.come()
    assert len(tab.model.ticked()) == COUNT
    assert controller.state is not None
    assert controller.state.added == ["new-1"]
    assert len(tab.model.group_rows()) == COUNT + 1


def test_going_to_another_product_ends_the_loading(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices, qtbot: QtBot
) -> None:
    pending = client.last("LoadVariants")
    controller.when_whole(lambda: controller.edit("title@en", "never"))
    controller.open("p2")
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.product_id == "p2")
    assert pending.cancelled
    assert client.pending("LoadVariants") == []
    assert controller.text("title@en") == "Ramen bowl, indigo"


def test_closing_meanwhile_leaves_nothing_running(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    threads = threading.active_count()
    controller.edit(PRICE, "99")
    controller.close()
    assert client.last("LoadVariants").cancelled
    assert client.pending("LoadVariants") == []
    assert [timer for timer in controller.findChildren(QTimer) if timer.isActive()] == []
    assert threading.active_count() == threads
    assert editor.variants.model.rowCount() == 0
    assert controller.unsaved() == ("p1",)


def test_what_was_typed_before_closing_meets_the_whole_product(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices, qtbot: QtBot
) -> None:
    controller.edit(PRICE, "99")
    controller.close()
    controller.open("p1")
    assert client.operations("LoadProduct")[-1].whole
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.complete)
    assert controller.text(PRICE) == "99"
    assert client.pending("LoadVariants") == []


def test_a_draft_of_a_variant_far_below_is_kept(
    controller: EditorController, client: ShopClient, slices: Slices, qtbot: QtBot
) -> None:
    store = DraftStore(None)
    store.put("p1", {"edits": {"variants/v39/sku": "MINE"}, "was": {"variants/v39/sku": "S-0039"}})
    controller.open("p1")  # the shop's drafts are found only after the question was sent
    controller.keeper.set_store(store)
    qtbot.waitUntil(lambda: controller.state is not None)
    state = controller.state
    assert state is not None
    assert (state.edits, state.conflicts, state.complete) == ({"variants/v39/sku": "MINE"}, {}, True)
    controller.close()


def test_a_conflict_meanwhile_is_shown_with_all_variants(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices, qtbot: QtBot
) -> None:
    controller.edit("title@en", "Mine")
    controller.save()
    words = replace(slices.view.translations["en"], title="Theirs")
    slices.view = replace(slices.view, version=9, translations={"en": words})
    client.fail("SaveChanges", VersionConflict("version_conflict", id="p1", expected=3, actual=9))
    qtbot.waitUntil(editor.band.isVisible)
    state = controller.state
    assert state is not None
    assert set(state.conflicts) == {"title@en"}
    assert state.complete
    assert editor.variants.model.rowCount() == COUNT
    assert client.pending("LoadVariants") == []


def test_a_save_elsewhere_meanwhile_brings_the_newer_product(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices, qtbot: QtBot
) -> None:
    controller.edit(PRICE, "99")
    slices.view = replace(slices.view, version=7, vendor="Theirs")
    slices.come(5)
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.complete)
    assert controller.text("vendor") == "Theirs"
    assert controller.text(PRICE) == "99"
    assert editor.variants.model.rowCount() == COUNT
    notice = ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"t"}), 9)
    controller.notice(notice)
    assert client.operations("LoadProduct")[-1].whole


def test_a_product_that_vanished_meanwhile_is_told(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    gone: list[str] = []
    controller.gone.connect(gone.append)
    client.fail("LoadVariants", NotFound("not_found", kind="product", id="p1"))
    assert gone == ["p1"]


def test_the_ledger_is_read_when_somebody_looks(
    editor: ProductEditor, controller: EditorController, client: ShopClient, slices: Slices
) -> None:
    from tests.unit.gui_products.samples import movements

    assert client.operations("ReadMovements") == []
    editor.strip.setCurrentIndex(editor.tabs.index(editor.stock))
    assert [op.product_id for op in client.operations("ReadMovements")] == ["p1"]
    client.answer("ReadMovements", movements())
    assert editor.stock.movements.rowCount() == 3
    slices.come()
    assert editor.stock.levels.rowCount() == COUNT
