"""The frame: pages on demand, status in plain words, two languages at once, and nothing left when it closes."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.main_window import MainWindow
from rustok_desktop.gui.operations.status import ShopStatus
from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.services import GuiServices


class Probe(QWidget):
    """A page that remembers how it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[dict[str, object]] = []
        self.flushed = 0

    def open_with(self, **arguments: object) -> None:
        self.opened.append(arguments)

    def flush(self) -> None:
        self.flushed += 1


def page(page_id: str, title: str, *, listed: bool = True, parent: str = "") -> PageSpec:
    return PageSpec(page_id, title, "box", "Catalog", lambda _services: Probe(), listed, parent)


PAGES = (
    page("products", "Products"),
    page("other", "Other"),
    page("import", "Import", listed=False, parent="products"),
    page("settings", "Settings", listed=False),
)


@pytest.fixture
def window(services: GuiServices, qtbot: object) -> MainWindow:
    made = MainWindow(services, PAGES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.stack.built()))
    return made


def entry(window: MainWindow, page_id: str) -> QPushButton:
    return window.navigation.findChild(QPushButton, page_id)


def test_a_page_is_built_at_its_first_visit_only(window: MainWindow, services: GuiServices) -> None:
    assert list(window.stack.built()) == ["products"]
    services.navigator.go("other", item="7")
    services.navigator.go("products")
    services.navigator.go("other", item="8")
    built = window.stack.built()
    assert list(built) == ["products", "other"]
    assert built["other"].opened == [{"item": "7"}, {"item": "8"}]
    assert window.stack.currentWidget() is built["other"]
    assert entry(window, "other").isChecked()
    services.navigator.go("import")
    assert entry(window, "products").isChecked()
    assert entry(window, "import") is None


def test_history_by_keyboard(window: MainWindow, services: GuiServices) -> None:
    QTest.qWaitForWindowActive(window)
    services.navigator.go("other")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert services.navigator.page == "products"
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert services.navigator.page == "other"


def test_the_first_picture_is_told_once(services: GuiServices, qtbot: object) -> None:
    made = MainWindow(services, PAGES)
    qtbot.addWidget(made)
    told: list[bool] = []
    made.first_painted.connect(lambda: told.append(bool(made.stack.built())))
    made.show()
    assert not made.stack.built()
    qtbot.waitUntil(lambda: told == [True])
    made.repaint()
    QCoreApplication.processEvents()
    assert told == [True]


@pytest.mark.parametrize(
    ("status", "saved", "index"),
    [
        (ShopStatus("Kiln", 0), "Everything is saved on this computer", "Index up to date"),
        (
            ShopStatus("Kiln", 12, "behind", 312),
            "Everything is saved on this computer — 12 changes",
            "Index 312 behind",
        ),
        (
            ShopStatus("Kiln", 1, "rebuilding", 5, 0.409),
            "Everything is saved on this computer — 1 change",
            "Rebuilding 40 %",
        ),
        (
            ShopStatus("Kiln", 12408, "failing", 5),
            "Everything is saved on this computer — 12,408 changes",
            "Index needs attention",
        ),
    ],
)
def test_status_in_words(window: MainWindow, client: object, status: ShopStatus, saved: str, index: str) -> None:
    assert window.status.saved.text() == "Opening the shop…"
    window.shop_ready()
    client.answer("read_status", status)
    assert window.status.saved.text() == saved
    assert window.status.index.text() == index
    assert "Kiln" in window.navigation.shop.text()


def test_status_follows_changes_and_work(window: MainWindow, client: object, qtbot: object) -> None:
    window.shop_ready()
    client.answer("read_status", ShopStatus("Kiln", 1))
    client.notify(object())
    client.notify(object())
    qtbot.waitUntil(lambda: len(client.pending("read_status")) == 1)
    client.answer("read_status", ShopStatus("Kiln", 3, "behind", 2))
    qtbot.waitUntil(lambda: len(client.pending("read_status")) == 1, timeout=10_000)
    client.answer("read_status", ShopStatus("Kiln", 3))
    assert window.status.saved.text().endswith("3 changes")


def test_a_fault_is_said_in_the_persons_language(window: MainWindow, client: object) -> None:
    window.shop_ready()
    client.fail("read_status", KnownFault("disk_full"))
    assert window.status.saved.text() == KnownFault("disk_full").text("en")


def test_language_changes_everything_on_screen_at_once(
    window: MainWindow, services: GuiServices, client: object
) -> None:
    window.shop_ready()
    client.answer("read_status", ShopStatus("Kiln", 12))
    window.open_settings()
    QCoreApplication.processEvents()
    english = _texts(window)
    services.translator.set_language("ru")
    QCoreApplication.processEvents()
    russian = _texts(window)
    assert "Товары" in russian
    assert "Настройки" in russian
    assert "Всё сохранено на этом компьютере — 12 изменений" in russian
    left = {text for text in english & russian if text.isascii() and text.strip() and not _same_in_both(text)}
    assert left == set()
    services.translator.set_language("en")
    QCoreApplication.processEvents()
    assert _texts(window) == english


@pytest.mark.parametrize(("count", "text"), [(1, "1 изменение"), (3, "3 изменения"), (12, "12 изменений")])
def test_russian_plurals(window: MainWindow, services: GuiServices, client: object, count: int, text: str) -> None:
    services.translator.set_language("ru")
    window.shop_ready()
    client.answer("read_status", ShopStatus("Kiln", count))
    assert window.status.saved.text().endswith(text)


def test_closing_keeps_drafts_and_geometry(window: MainWindow, services: GuiServices, qtbot: object) -> None:
    services.preferences.flush()
    window.resize(1111, 777)
    window.close()
    assert window.stack.built()["products"].flushed == 1
    assert services.preferences.get("geometry", "")


def test_settings_are_a_page_at_the_foot(window: MainWindow, services: GuiServices) -> None:
    QTest.mouseClick(window.navigation.settings, Qt.MouseButton.LeftButton)
    assert services.navigator.page == "settings"
    assert window.navigation.settings.isChecked()
    services.navigator.go("other")
    assert not window.navigation.settings.isChecked()
    assert services.actions.trigger("view.settings")
    assert services.navigator.page == "settings"


def test_early_pages_are_built_once_the_shop_is_open(services: GuiServices, client: object, qtbot: object) -> None:
    pages = (PAGES[0], replace(PAGES[1], early=True), PAGES[2])
    made = MainWindow(services, pages)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.stack.built()))
    assert list(made.stack.built()) == ["products"]
    made.shop_ready()
    qtbot.waitUntil(lambda: "other" in made.stack.built())
    assert made.stack.currentWidget() is made.stack.built()["products"]


def test_a_new_shop_is_welcomed_once(window: MainWindow, services: GuiServices, client: object) -> None:
    window.shop_ready()
    client.answer("read_untouched", False)
    assert window._welcome is None
    window.shop_ready()
    client.answer("read_untouched", True)
    assert window._welcome.isVisible()
    QTest.keyClick(window._welcome, Qt.Key.Key_Escape)
    assert not window._welcome.isVisible()
    calls = len(client.calls)
    window.shop_ready()
    assert "read_untouched" not in [call.name for call in client.calls[calls:]]


def test_the_sheet_lists_every_shortcut(window: MainWindow, services: GuiServices) -> None:
    services.actions.register(Action("t.test", lambda: "Bowls & cups", lambda: None, shortcut="Ctrl+9"))
    services.actions.trigger("help.shortcuts")
    shown = {label.text() for label in window._shortcuts.findChildren(QLabel)}
    for action in services.actions.actions():
        if action.shortcut:
            assert action.text() in shown
    services.actions.trigger("help.shortcuts")


def test_files_of_content_are_in_the_palette_before_their_page_was_seen(
    window: MainWindow, services: GuiServices
) -> None:
    assert "import-content" not in window.stack.built()
    services.actions.trigger("content.import")
    assert services.navigator.page == "import-content"


def test_the_menu_shows_the_registry(window: MainWindow, services: GuiServices) -> None:
    from rustok_desktop.gui.frame.app_menu import AppMenu

    menu = AppMenu(services, window)
    services.actions.register(
        Action("t.one", lambda: "Bowls & cups", lambda: None),
        Action("t.two", lambda: "Pots & pans", lambda: None, shortcut="Ctrl+9"),
    )
    menu.fill()
    texts = {item.text() for sub in menu.actions() for item in sub.menu().actions()}
    assert {"Bowls && cups", "Pots && pans\tCtrl+9"} <= texts
    names = {item.objectName() for sub in menu.actions() for item in sub.menu().actions()}
    assert names == {action.id for action in services.actions.actions() if not action.hidden}
    enabled = {i.objectName(): i.isEnabled() for sub in menu.actions() for i in sub.menu().actions()}
    assert enabled["go.back"] is False
    assert enabled["help.shortcuts"] is True


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.open_palette()
    window._palette.close_panel()
    window.open_settings()
    for control in window.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            named = control.accessibleName() or getattr(control, "text", str)()
            assert named or isinstance(control, Probe), control


def test_twenty_windows_leave_nothing(services_factory: Callable[[], GuiServices], qapp: QApplication) -> None:
    alive: list[weakref.ref[MainWindow]] = []
    counts = []
    for _ in range(20):
        services = services_factory()
        window = MainWindow(services, PAGES)
        window.show()
        for _ in range(5):
            QCoreApplication.processEvents()
        assert window.stack.built()
        window.open_palette()
        window._palette.close_panel()
        window.open_settings()
        services.notices.show("Saved", "ok")
        window.close()
        alive.append(weakref.ref(window))
        window.deleteLater()
        services.actions.parent().deleteLater()
        del window, services
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        gc.collect()
        counts.append(len(QApplication.allWidgets()))
    assert [ref() for ref in alive] == [None] * 20
    assert counts[-1] == counts[2]


def _texts(window: MainWindow) -> set[str]:
    found = {label.text() for label in window.findChildren(QLabel)}
    return found | {button.text() for button in window.findChildren(QPushButton)}


def _same_in_both(text: str) -> bool:
    return text in ("English", "Kiln", "Other") or text.endswith("%") or text.startswith(("v0", "RusToK", "v1"))
