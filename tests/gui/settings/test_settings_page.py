"""The settings page is made of the declarations: every one has its row, and a search finds it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.operations.shop import ShopSettings
from rustok_desktop.gui.palette.sources import SettingSource
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.settings.search import matching
from rustok_desktop.gui.settings.settings_page import SettingsPage
from rustok_desktop.gui.settings_book import ALL_SETTINGS, DECLARED, SCHEME, SECTIONS, SettingsBook
from rustok_desktop.identity.views import LocaleView

ENGLISH, RUSSIAN = LocaleView("en", "English", True, True, None), LocaleView("ru", "Русский", False, True, "en")
SHOP = ShopSettings("Kiln", "en", "USD", (ENGLISH, RUSSIAN), True, "/data", 9)


@pytest.fixture
def page(services: GuiServices, client: object, qtbot: object) -> SettingsPage:
    made = SettingsPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    client.answer("read_shop", SHOP)
    return made


def test_every_declaration_has_a_row_and_a_section(page: SettingsPage) -> None:
    assert set(page.rows) == {setting.id for setting in ALL_SETTINGS}
    assert {setting.section for setting in ALL_SETTINGS} == set(SECTIONS)
    assert set(DECLARED) <= set(ALL_SETTINGS)


def test_a_choice_takes_effect_at_once_everywhere(page: SettingsPage, services: GuiServices) -> None:
    other = SettingsBook(services.preferences, services.theme, services.translator, page)
    told: list[str] = []
    other.changed.connect(told.append)
    QTest.mouseClick(page.rows["scheme"].editor.button("dark"), Qt.MouseButton.LeftButton)
    assert (services.theme.scheme, services.preferences.get("scheme", ""), told) == ("dark", "dark", ["scheme"])
    other.set(SCHEME, "light")
    assert page.rows["scheme"].editor.value() == "light"


def test_a_new_name_is_stored(page: SettingsPage, client: object) -> None:
    line = page.rows["shop.name"].editor
    line.selectAll()
    QTest.keyClicks(line, "Clay")
    QTest.keyClick(line, Qt.Key.Key_Return)
    call = client.last("change_shop")
    assert call.write
    client.answer("change_shop", replace(SHOP, name="Clay"))
    assert line.text() == "Clay"


def test_a_refusal_stands_at_its_setting_and_keeps_what_was_typed(page: SettingsPage, client: object) -> None:
    line = page.rows["shop.name"].editor
    line.selectAll()
    QTest.keyClicks(line, " ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    client.fail("change_shop", Invalid([FieldProblem("name", "required")]))
    assert page.rows["shop.name"].error.text() == "This field cannot be empty."
    assert line.text() == " "


def test_money_is_fixed_where_there_are_products(page: SettingsPage, client: object) -> None:
    assert not page.rows["shop.currency"].editor.isEnabled()
    page.read()
    client.answer("read_shop", replace(SHOP, fixed=False))
    box = page.rows["shop.currency"].editor
    assert box.isEnabled()
    box.chosen.emit("EUR")
    client.answer("change_shop", replace(SHOP, fixed=False, currency_code="EUR"))
    assert box.value() == "EUR"


def test_a_tick_follows_what_is_stored(page: SettingsPage, client: object) -> None:
    languages = page.rows["shop.languages"].editor
    languages.boxes()["ru"].click()
    assert languages.boxes()["ru"].isChecked()
    client.answer("switch_language", replace(SHOP, locales=(ENGLISH, replace(RUSSIAN, is_enabled=False))))
    assert not languages.boxes()["ru"].isChecked()
    languages.add.chosen.emit("de")
    assert client.pending("switch_language")


def test_further_currencies_are_added_and_taken_out(page: SettingsPage, client: Any) -> None:
    editor = page.rows["shop.currencies"].editor
    assert editor.boxes() == {}
    editor.add.chosen.emit("EUR")
    client.answer("set_currencies", replace(SHOP, currencies=("EUR",)))
    box = editor.boxes()["EUR"]
    assert box.isChecked()
    box.click()
    assert box.isChecked()  # until it is stored
    client.answer("set_currencies", replace(SHOP, currencies=()))
    assert not editor.boxes()["EUR"].isChecked()  # and can be put back
    editor.boxes()["EUR"].click()
    client.fail("set_currencies", Invalid([FieldProblem("currencies", "too_many_currencies", {"limit": 20})]))
    assert "20" in page.rows["shop.currencies"].error.text()


def test_search_finds_by_title_value_and_words(page: SettingsPage) -> None:
    for text, expected in (("dark", {"scheme"}), ("валюта", {"shop.currency"}), ("zoom", {"scale"})):
        assert {setting.id for setting in matching(ALL_SETTINGS, text)} == expected
    page.search.setText("zoom")
    page.search.search_now()
    assert [row.setting.id for row in page.rows.values() if row.isVisible()] == ["scale"]
    page.search.setText("qqq")
    page.search.search_now()
    assert page.nothing.isVisible()


def test_the_palette_leads_to_a_row(page: SettingsPage, services: GuiServices) -> None:
    found = []
    book = SettingsBook(services.preferences, services.theme, services.translator, page)
    SettingSource(book, services.navigator).search("shop name", found.append)
    (item,) = found[0].items
    item.run()
    assert services.navigator.arguments == {"setting": "shop.name"}
    page.open_with(**services.navigator.arguments)
    assert page.rows["shop.name"].property("role") == "found"
    assert page.rows["scale"].property("role") != "found"


def test_both_languages_and_names(page: SettingsPage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    QCoreApplication.processEvents()
    assert page.rows["shop.name"].title.text() == "Название магазина"
    services.translator.set_language("en")
    QCoreApplication.processEvents()
    for control in page.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            named = control.accessibleName() or getattr(control, "text", str)()
            assert named or type(control).__name__ in ("QScrollArea", "QListView"), control
