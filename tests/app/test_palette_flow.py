"""Everything the program can do, by the palette and without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.actions import Action, ActionRegistry, always
from rustok_desktop.gui.operations.products import FillDemo
from rustok_desktop.gui.pages import standard_pages

from .pages.palette_page import PalettePage
from .pages.person import Person, program


def build_all_pages(person: Person) -> None:
    """A page brings its acts when it is first met."""
    stack = person.window.stack
    for spec in standard_pages():
        person.application.services.navigator.go(spec.id)
        person.wait(lambda page=spec.id: page in stack.built())


@contextmanager
def noted(actions: ActionRegistry, action: Action, ran: list[str]) -> Iterator[None]:
    """The act tells that it ran, in place of what it does, also when there is nothing to do it to."""
    actions.unregister(action.id)
    actions.register(replace(action, handler=partial(ran.append, action.id), enabled=always))
    try:
        yield
    finally:
        actions.unregister(action.id)
        actions.register(action)


def test_every_act_runs_from_the_palette_without_a_mouse(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        build_all_pages(person)
        actions, palette = person.application.services.actions, PalettePage(person)
        pages = {f"go.{spec.id}": spec for spec in standard_pages()}
        ran: list[str] = []
        known = actions.actions()
        assert len(known) > 30
        for action in known:
            if action.hidden:
                assert action.shortcut, f"{action.id} is neither in the palette nor on a key"
            elif action.id in pages:  # pages have a section of their own
                palette.run(pages[action.id].title_text())
                assert person.application.services.navigator.page == pages[action.id].id
            else:
                with noted(actions, action, ran):
                    palette.run(action.text().replace("&", ""))
                assert ran == [action.id]
                ran.clear()


def test_pages_products_and_settings_are_reached_by_keys(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        person.ask(FillDemo(30), write=True)
        palette, stack = PalettePage(person), person.window.stack
        palette.run("Inventory")
        person.wait(lambda: stack.currentWidget() is stack.built().get("inventory"))
        palette.open()
        person.type("vase")
        person.wait(lambda: any("vase" in line.casefold() for line in palette.lines()))
        title = next(line for line in palette.lines() if "vase" in line.casefold())
        palette.walk_to(title)
        person.press(Qt.Key.Key_Return)
        products = stack.built()["products"]
        person.wait(lambda: stack.currentWidget() is products and products.controller.state is not None)
        person.wait(lambda: products.controller.text("title@en") == title)
