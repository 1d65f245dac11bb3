"""The Collections page before a shop that answers when told to."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.commerce.collections_views import (
    CollectionRow,
    CollectionSaved,
    CollectionView,
    CollectionWordsView,
    ConditionView,
    MemberPage,
    MemberView,
    RulePreview,
    RuleView,
)
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.collections.collections_page import CollectionsPage
from rustok_desktop.gui.operations.collections import ChangeMembers, LoadedCollection, SaveCollection
from rustok_desktop.gui.operations.history import ReadHistory, UndoTransaction
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.index.schemas import ProductRow

RULE = RuleView("all", (ConditionView("price", "over", 1250),))
SHOP = ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), "")


def rows() -> tuple[CollectionRow, ...]:
    return (CollectionRow("c1", 3, "manual", "Mugs", 3, ""), CollectionRow("c2", 1, "rule", "Dear", 1, ""))


def member(number: int) -> MemberView:
    return MemberView(f"p{number}", number, f"Mug {number}", "active", f"M-{number}", 1000, 1000, "USD", 4)


def loaded(collection_id: str) -> LoadedCollection:
    rule = RULE if collection_id == "c2" else None
    words = {"en": CollectionWordsView("en", "Mugs", "mugs")}
    kind = "rule" if rule else "manual"
    view = CollectionView(collection_id, 3, kind, rule, words, 3, "")
    return LoadedCollection(view, MemberPage(tuple(member(n) for n in range(3)), None))


@pytest.fixture
def page(qtbot: Any, services: Any, client: Any) -> CollectionsPage:
    made = CollectionsPage(services)
    qtbot.addWidget(made)
    client.answer("ReadShop", SHOP)
    client.answer("ReadCollections", rows())
    made.resize(1100, 700)
    made.show()
    return made


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch, client: Any) -> None:
    """Operations here are values: they are known by their class."""
    submit = client.submit

    def named_submit(operation: Any, **fields: Any) -> Any:
        call = submit(operation, **fields)
        call.name = type(operation).__name__
        return call

    monkeypatch.setattr(client, "submit", named_submit)


def choose(page: CollectionsPage, client: Any, place: int) -> None:
    page.list.setCurrentIndex(page.model.index(place))
    client.answer("LoadCollection", loaded(page.model.rows[place].id))


def test_a_list_with_kinds_and_counts(page: CollectionsPage) -> None:
    texts = [page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert texts == ["Mugs, By hand · 3 products", "Dear, By rule · 1 product"]
    assert page.side.currentWidget() is page.nothing


def test_no_collections_yet(page: CollectionsPage, client: Any) -> None:
    page.read()
    client.answer("ReadCollections", ())
    assert page.stack.currentWidget() is page.empty
    page.first_rule.click()
    assert page.stack.currentWidget() is page.splitter
    assert page.editor.rule.isVisible()


def test_by_hand_shows_members_and_moves_them(page: CollectionsPage, client: Any) -> None:
    choose(page, client, 0)
    editor = page.editor
    assert [editor.model.index(row, 0).data() for row in range(3)] == ["Mug 0", "Mug 1", "Mug 2"]
    assert editor.rule.isHidden()
    assert not editor.up_button.isEnabled()
    editor.table.selectRow(2)
    editor.up_button.click()
    assert client.last("ChangeMembers").operation == ChangeMembers("move", "c1", ("p2",), 1)
    editor.table.selectRow(0)
    editor.down_button.click()
    assert client.last("ChangeMembers").operation == ChangeMembers("move", "c1", ("p0",), 2)


def test_taking_out_is_undone_by_the_notice(page: CollectionsPage, client: Any, services: Any) -> None:
    choose(page, client, 0)
    page.editor.table.selectRow(1)
    page.editor.remove_button.click()
    client.answer("ChangeMembers", CollectionSaved("c1", 4, ("members/p1",), "t"))
    notice = services.notices.history[-1]
    assert (notice.text, notice.action_text) == ("1 product taken out of the collection", "Undo")
    notice.action()
    assert client.last("UndoTransaction").operation == UndoTransaction("t")


def test_adding_what_was_found(page: CollectionsPage, client: Any) -> None:
    choose(page, client, 0)
    page.editor.search.setText("bowl")
    page.editor.search.search_now()
    words = ("active", "Bowl", "bowl", "", "", (), "B-1")
    row = ProductRow(1, "p9", 1, False, *words, 1, "USD", 1, 1, None, 1, "in", None, "")
    client.answer("FindProducts", (row,))
    assert page.editor.results.isVisible()
    page.editor.results.itemActivated.emit(page.editor.results.item(0))
    assert client.last("ChangeMembers").operation == ChangeMembers("add", "c1", ("p9",), None)


def test_words_by_language_stay_until_saved(page: CollectionsPage, client: Any, qtbot: Any) -> None:
    choose(page, client, 0)
    editor = page.editor
    assert not editor.save_button.isEnabled()
    editor.locales.button("ru").click()
    qtbot.keyClicks(editor.title, "Kruzhki")
    choose(page, client, 1)
    assert editor.title.text() == ""
    choose(page, client, 0)
    assert editor.title.text() == "Kruzhki"
    editor.save_button.click()
    assert client.last("SaveCollection").operation == SaveCollection("c1", 3, (("ru", "Kruzhki", ""),), None)


def test_a_rule_is_previewed_while_typed_and_saved(page: CollectionsPage, client: Any, qtbot: Any) -> None:
    choose(page, client, 1)
    row = page.editor.rule.rows[0]
    assert row.value.text() == "12.50"
    row.value.clear()
    qtbot.keyClicks(row.value, "20,00")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewRule")))
    rule = RuleView("all", (ConditionView("price", "over", 2000),))
    assert client.last("PreviewRule").operation.rule == rule
    client.answer("PreviewRule", RulePreview(7, ()))
    assert page.editor.note.text() == "7 products answer this rule now"
    page.editor.save_button.click()
    assert client.last("SaveCollection").operation == SaveCollection("c2", 3, (), rule)
    client.fail("SaveCollection", Invalid([FieldProblem("rule/0", "rule_number")]))
    assert row.value.property("invalid") is True


def test_an_amount_in_a_rule_is_written_as_the_language_does(
    page: CollectionsPage, client: Any, services: Any, qtbot: Any
) -> None:
    choose(page, client, 1)
    row = page.editor.rule.rows[0]
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: row.value.text() == "12,50")
    assert row.condition().value == 1250
    assert not page.editor.save_button.isEnabled()
    services.translator.set_language("en")
    qtbot.waitUntil(lambda: row.value.text() == "12.50")


def test_a_new_collection_needs_a_title(page: CollectionsPage, client: Any, qtbot: Any) -> None:
    page.new_rule_button.click()
    page.save()
    assert page.editor.title_field.error
    qtbot.keyClicks(page.editor.title, "Blue")
    row = page.editor.rule.rows[0]
    qtbot.keyClicks(row.value, "blue")
    page.editor.save_button.click()
    rule = RuleView("all", (ConditionView("tag", "is", "blue"),))
    assert client.last("SaveCollection").operation == SaveCollection(None, 0, (("en", "Blue", ""),), rule)
    client.answer("SaveCollection", CollectionSaved("c2", 1, ("kind",), "t"))
    client.answer("ReadCollections", rows())
    client.answer("LoadCollection", loaded("c2"))
    assert page.list.currentIndex().row() == 1


def test_one_begun_and_left_is_gone_on_with(page: CollectionsPage, client: Any, qtbot: Any) -> None:
    page.new_button.click()
    qtbot.keyClicks(page.editor.title, "Half a title")
    choose(page, client, 0)
    assert page.editor.title.text() == "Mugs"
    page.new_button.click()
    assert page.editor.title.text() == "Half a title"
    page.editor.discard_button.click()
    assert page.side.currentWidget() is page.nothing


def test_deleting_can_be_taken_back(page: CollectionsPage, client: Any, services: Any) -> None:
    choose(page, client, 0)
    page.editor.delete_button.click()
    client.answer("DeleteCollection", CollectionSaved("c1", 3, ("kind",), "t"))
    notice = services.notices.history[-1]
    assert (notice.text, notice.action_text) == ("“Mugs” deleted. Its products stay in the catalog.", "Undo")
    notice.action()
    assert client.last("UndoTransaction").operation == UndoTransaction("t")


def test_the_history_of_a_collection(page: CollectionsPage, client: Any) -> None:
    choose(page, client, 0)
    page.editor.history_button.click()
    assert page.history.isVisible()
    assert client.last("ReadHistory").operation == ReadHistory("c1", None, "collection")


def test_everything_has_a_name(page: CollectionsPage, client: Any) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit

    choose(page, client, 1)
    for kind in (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.metaObject().className() not in ("QHeaderView", "QTableCornerButton"):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_what_is_typed_while_it_is_saved_stays_and_a_second_press_saves_nothing_twice(
    page: CollectionsPage, client: Any, qtbot: Any
) -> None:
    page.new_button.click()
    editor = page.editor
    qtbot.keyClicks(editor.title, "Blue")
    editor.save_button.click()
    page.save()
    qtbot.keyClicks(editor.title, " pots")
    assert len([call for call in client.calls if call.name == "SaveCollection"]) == 1
    client.answer("SaveCollection", CollectionSaved("c2", 1, ("kind",), "t"))
    page.save()
    client.answer("ReadCollections", rows())
    client.answer("LoadCollection", loaded("c2"))
    assert editor.title.text() == "Blue pots"
    assert len([call for call in client.calls if call.name == "SaveCollection"]) == 1
    editor.save_button.click()
    assert client.last("SaveCollection").operation.words == (("en", "Blue pots", "mugs"),)
    client.fail("SaveCollection", Invalid([FieldProblem("title", "required")]))
    editor.save_button.click()
    assert len(client.pending("SaveCollection")) == 1


def test_a_save_that_ends_late_does_not_call_back_who_went_on(page: CollectionsPage, client: Any, qtbot: Any) -> None:
    choose(page, client, 1)
    qtbot.keyClicks(page.editor.title, "!")
    page.save()
    choose(page, client, 0)
    client.answer("SaveCollection", CollectionSaved("c2", 2, ("title",), "t"))
    client.answer("ReadCollections", rows())
    assert client.last("LoadCollection").operation.collection_id == "c1"
