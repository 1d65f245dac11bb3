"""The first start on screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.gui.main_window import WELCOMED
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.welcome.welcome_panel import WelcomePanel
from rustok_desktop.gui.welcome.wizard import Begin, Step


@pytest.fixture
def panel(services: GuiServices, qtbot: object) -> WelcomePanel:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    made = WelcomePanel(host, services)
    made.open_panel()
    return made


def press(panel: WelcomePanel) -> None:
    QTest.mouseClick(panel.next, Qt.MouseButton.LeftButton)


def test_a_shop_with_demo_products(panel: WelcomePanel, services: GuiServices, client: object) -> None:
    press(panel)
    assert panel.name_field.error
    QTest.keyClicks(panel.name, "Kiln")
    panel.language.chosen.emit("ru")
    assert panel.currency.value() == "RUB"
    press(panel)
    assert not panel.next.isEnabled()
    client.answer("change_shop", None)
    assert panel.wizard.step is Step.CONTENT
    press(panel)
    client.answer("fill_demo_shop", 60)
    assert panel.wizard.step is Step.DONE
    press(panel)
    assert not panel.isVisible()
    assert services.preferences.get(WELCOMED, False)
    assert services.navigator.page == ""


def test_an_import_is_led_to(panel: WelcomePanel, services: GuiServices, client: object) -> None:
    QTest.keyClicks(panel.name, "Kiln")
    press(panel)
    client.answer("change_shop", None)
    QTest.mouseClick(panel.options[Begin.IMPORT], Qt.MouseButton.LeftButton)
    press(panel)
    press(panel)
    assert services.navigator.page == "import"


def test_skipping_is_remembered(panel: WelcomePanel, services: GuiServices, client: object) -> None:
    QTest.mouseClick(panel.skip, Qt.MouseButton.LeftButton)
    assert services.preferences.get(WELCOMED, False)
    assert client.calls == []


def test_a_refusal_keeps_the_step(panel: WelcomePanel, client: object) -> None:
    QTest.keyClicks(panel.name, "Kiln")
    press(panel)
    client.fail("change_shop", KnownFault("disk_full"))
    assert panel.error.text()
    assert panel.next.isEnabled()
    assert panel.wizard.step is Step.SHOP
