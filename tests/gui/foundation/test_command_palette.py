"""The palette by keyboard: find, move, run, and never an answer that came too late."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.main_window import MainWindow
from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.palette.palette_source import PaletteItem
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import Count, ProductRow, SearchHit, SearchResult

PAGES = (
    PageSpec("products", "Products", "box", "Catalog", lambda _services: QLineEdit(), shortcut="Alt+1"),
    PageSpec("index", "Index", "search", "System", lambda _services: QWidget(), shortcut="Alt+2"),
)


def hit(title: str, sku: str, price: int) -> SearchHit:
    row = ProductRow(
        1, f"id-{sku}", 1, False, "active", title, "h", "", "", (), sku, 1, "USD", price, price, None, 3, "in", None, ""
    )
    return SearchHit(row, ((0, 3),))


@pytest.fixture
def window(services: GuiServices, qtbot: object) -> Iterator[MainWindow]:
    made = MainWindow(services, PAGES)
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowActive(made)
    qtbot.waitUntil(lambda: bool(made.stack.built()))
    return made


@pytest.fixture
def ran(services: GuiServices, window: MainWindow) -> list[str]:
    done: list[str] = []
    services.actions.register(
        Action(
            "a", lambda: "Change prices…", lambda: done.append("a"), "products", "Ctrl+Shift+P", target=lambda: "Bowl"
        ),
        Action("b", lambda: "Print price tags…", lambda: done.append("b"), "products", "Ctrl+P"),
        Action("c", lambda: "Prune", lambda: done.append("c"), "products", enabled=lambda: False),
    )
    return done


def lines(window: MainWindow) -> list[str]:
    model = window._palette.model
    return [model.line(row).text for row in range(model.rowCount())]


def chosen(window: MainWindow) -> str:
    return str(window._palette.view.currentIndex().data())


def type_text(window: MainWindow, text: str) -> None:
    QTest.keyClicks(window._palette.input, text)


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window._palette.input, key)


def test_ctrl_k_opens_it_with_the_keyboard_in_it(window: MainWindow) -> None:
    assert window._palette is None
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window._palette.isVisible()
    assert QApplication.focusWidget() is window._palette.input
    assert "Actions" in lines(window)


def test_enter_runs_the_first_and_arrows_walk_over_headings(window: MainWindow, ran: list[str], client: object) -> None:
    window.open_palette()
    type_text(window, "pri")
    client.answer("find_products", SearchResult(Count(12408), (hit("Primrose vase", "VAS-019", 3400),)))
    assert lines(window) == ["Actions", "Print price tags…", "Change prices…", "Products", "Primrose vase"]
    assert chosen(window) == "Print price tags…"
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    assert chosen(window) == "Primrose vase"
    press(window, Qt.Key.Key_Down)
    assert chosen(window) == "Print price tags…"
    press(window, Qt.Key.Key_Up)
    assert chosen(window) == "Primrose vase"
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Return)
    assert ran == ["a"]
    assert not window._palette.isVisible()


def test_a_product_opens_in_the_products_page(window: MainWindow, services: GuiServices, client: object) -> None:
    window.open_palette()
    type_text(window, "prim")
    client.answer("find_products", SearchResult(Count(1), (hit("Primrose vase", "VAS-019", 3400),)))
    item = window._palette.model.line(1)
    assert isinstance(item, PaletteItem)
    assert (item.side, item.value) == ("VAS-019", "$34.00")
    press(window, Qt.Key.Key_Return)
    assert services.navigator.page == "products"
    assert services.navigator.arguments == {"product_id": "id-VAS-019"}


def test_an_answer_to_an_older_text_is_dropped(window: MainWindow, client: object) -> None:
    window.open_palette()
    type_text(window, "pr")
    old = client.pending("find_products")[0]
    type_text(window, "x")
    assert old.cancelled
    late = client.last("find_products")
    window._palette.input.setText("")
    late.done = False
    late.answer(SearchResult(Count(1), (hit("Primrose vase", "VAS-019", 3400),)))
    assert "Primrose vase" not in lines(window)


def test_a_late_section_does_not_move_the_choice(window: MainWindow, ran: list[str], client: object) -> None:
    window.open_palette()
    type_text(window, "pri")
    press(window, Qt.Key.Key_Down)
    assert chosen(window) == "Change prices…"
    client.answer("find_products", SearchResult(Count(1), (hit("Primrose vase", "VAS-019", 3400),)))
    assert chosen(window) == "Change prices…"


def test_more_than_sign_asks_for_actions_only(window: MainWindow, ran: list[str], client: object) -> None:
    window.open_palette()
    type_text(window, ">pri")
    assert lines(window) == ["Actions", "Print price tags…", "Change prices…"]
    assert not client.pending("find_products")


def test_failing_products_leave_the_rest_usable(window: MainWindow, ran: list[str], client: object) -> None:
    window.open_palette()
    type_text(window, "pri")
    client.fail("find_products", RuntimeError("no index"))
    assert lines(window) == ["Actions", "Print price tags…", "Change prices…"]


def test_a_setting_is_changed_from_the_palette(window: MainWindow, services: GuiServices) -> None:
    window.open_palette()
    type_text(window, "theme dark")
    assert "Theme: Dark" in lines(window)
    press(window, Qt.Key.Key_Return)
    assert services.theme.scheme == "dark"
    assert services.preferences.get("scheme", "") == "dark"


def test_pages_show_their_keys(window: MainWindow, services: GuiServices) -> None:
    window.open_palette()
    type_text(window, "inde")
    item = window._palette.model.line(lines(window).index("Index"))
    assert isinstance(item, PaletteItem)
    assert item.keys == ("Alt", "2")
    press(window, Qt.Key.Key_Return)
    assert services.navigator.page == "index"


def test_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    field = window.stack.currentWidget()
    field.setFocus()
    window.open_palette()
    press(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window._palette.input
    press(window, Qt.Key.Key_Escape)
    assert not window._palette.isVisible()
    assert QApplication.focusWidget() is field


def test_a_click_beside_it_closes_it(window: MainWindow) -> None:
    window.open_palette()
    QTest.mouseClick(window._palette, Qt.MouseButton.LeftButton, pos=window._palette.rect().bottomLeft() / 2)
    assert not window._palette.isVisible()


def test_nothing_found_is_said(window: MainWindow) -> None:
    window.open_palette()
    type_text(window, "zq")
    assert lines(window) == []
    window._palette.place()
    assert window._palette._nothing.isVisible()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    assert window._palette.isVisible()


def test_a_name_with_an_ampersand_is_found_and_shown_as_it_is(window: MainWindow, services: GuiServices) -> None:
    services.actions.register(Action("t.one", lambda: "Bowls & cups", lambda: None))
    window.open_palette()
    palette = window._palette
    palette.input.setText("bowls & c")
    palette.input.textEdited.emit("bowls & c")
    shown = [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]
    assert any("Bowls & cups" in str(text) for text in shown)
