"""Undo in the whole window over a real data directory, also after the program was started again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.history.undo_actions import REDO, UNDO
from rustok_desktop.gui.operations.taxonomy import AddCategory

from .pages.categories_page import CategoriesPage
from .pages.person import Person, program
from .pages.products_page import ProductsPage
from .pages.trash_page import TrashPage


def wait_name(person: Person, action: str, name: str) -> None:
    """Until the menu and the palette call it so."""
    person.wait(lambda: person.application.services.actions.get(action).text() == name)


def test_a_saved_edit_is_undone_after_a_restart_and_put_back_from_history(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        products = ProductsPage(person)
        products.go()
        editor = products.begin()
        editor.fill("Title", "Ramen bowl")
        editor.save()
        wait_name(person, UNDO, "Undo: Create “Ramen bowl”")
        editor.fill("Title", "Soup bowl")
        editor.save()
        wait_name(person, UNDO, "Undo: Change title of “Soup bowl”")
    with program(tmp_path, qapp, qtbot) as person:
        products = ProductsPage(person)
        products.go()
        wait_name(person, UNDO, "Undo: Change title of “Soup bowl”")
        editor = products.open("Soup bowl")
        products.undo()
        person.wait(lambda: editor.title() == "Ramen bowl")
        wait_name(person, REDO, "Redo: Change title of “Ramen bowl”")
        assert person.told().startswith("Undone: Change title")
        products.redo()
        person.wait(lambda: editor.title() == "Soup bowl")
        editor.put_back("Ramen bowl")
        editor.turn_to("General")
        person.wait(lambda: editor.title() == "Ramen bowl")
        assert not person.see(QAbstractButton, "Save", editor.root).isEnabled(), "it was saved at once"


def test_a_deleted_category_comes_back_by_undo_and_out_of_the_trash(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        person.ask(AddCategory("Mugs", "en", None), write=True)
        wait_name(person, UNDO, "Undo: Create category “Mugs”")
        categories = CategoriesPage(person)
        categories.go()
        categories.delete("Mugs")
        wait_name(person, UNDO, "Undo: Delete category “Mugs”")
        categories.undo()
        wait_name(person, REDO, "Redo: Delete category “Mugs”")
        person.wait(lambda: categories.names() == ["Mugs"])
        categories.redo()
        wait_name(person, UNDO, "Undo: Delete category “Mugs”")
    with program(tmp_path, qapp, qtbot) as person:
        trash = TrashPage(person)
        trash.go()
        person.wait(lambda: trash.names() == ["Mugs"])
        trash.restore_all()
        wait_name(person, UNDO, "Undo: Create category “Mugs”")
