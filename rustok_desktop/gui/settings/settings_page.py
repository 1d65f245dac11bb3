"""The Settings page: one row per declaration, in sections, with a search."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.operations.shop import ShopSettings, change_shop, read_shop, set_currencies, switch_language
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.settings.about_box import AboutBox
from rustok_desktop.gui.settings.currency_list import CurrencyList
from rustok_desktop.gui.settings.known import currency_choices, language_choices
from rustok_desktop.gui.settings.language_list import LanguageList
from rustok_desktop.gui.settings.search import matching
from rustok_desktop.gui.settings.setting_row import SettingRow
from rustok_desktop.gui.settings_book import (
    ALL_SETTINGS,
    SECTIONS,
    SHOP_CURRENCIES,
    SHOP_CURRENCY,
    SHOP_LANGUAGES,
    SHOP_LOCALE,
    SHOP_NAME,
    Setting,
    SettingsBook,
    section_text,
)
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_READ_MS = 200


class SettingsPage(QWidget):
    """A choice takes effect at once; the shop's own settings when they are stored."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._shop: ShopSettings | None = None
        self._book = SettingsBook(services.preferences, services.theme, services.translator, self)
        self.header = PageHeader()
        self.search = SearchField(services.icons)
        self.rows: dict[str, SettingRow] = {}
        self._sections: dict[str, tuple[QLabel, Card]] = {}
        self.nothing = QLabel()
        self.nothing.setProperty("role", "muted")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_MS)
        self._timer.timeout.connect(self.read)
        self.search.searched.connect(self._filter)
        self._book.changed.connect(self._show_values)
        self.destroyed.connect(services.client.watch(self._noticed))
        self.retranslate()
        self.read()

    def open_with(self, setting: str = "") -> None:
        """What the navigator asks for: ``setting`` is shown, marked and given the keyboard."""
        self.search.clear_now()
        for row in self.rows.values():
            row.mark(row.setting.id == setting)
        shown = self.rows.get(setting)
        if shown is not None:
            self._scroll.ensureWidgetVisible(shown)
            shown.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self._services.theme.px
        inner = QWidget()
        inner.setProperty("surface", "plain")
        inner.setMaximumWidth(px(860))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(10), 0)
        column.setSpacing(SPACE.s)
        for section in SECTIONS:
            self._section(column, section)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self.search.setMaximumWidth(px(420))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(22), px(18), px(18), px(14))
        whole.setSpacing(SPACE.m)
        whole.addWidget(self.header)
        whole.addWidget(self.search)
        whole.addWidget(self._scroll, 1)

    def _section(self, column: QVBoxLayout, section: str) -> None:
        label, card = QLabel(), Card(margin=1)
        label.setProperty("role", "section")
        card.body.setSpacing(0)
        for setting in (setting for setting in ALL_SETTINGS if setting.section == section):
            row = SettingRow(self._services.theme, setting, self._editor(setting))
            self.rows[setting.id] = row
            card.body.addWidget(row)
        column.addWidget(label)
        column.addWidget(card)
        column.addSpacing(SPACE.s)
        self._sections[section] = (label, card)

    def _editor(self, setting: Setting) -> QWidget:
        if setting.kind == "choice":
            choices = ChoiceRow()
            choices.setObjectName(setting.id)
            choices.chosen.connect(self._choose)
            return choices
        if setting.kind == "text":
            line = QLineEdit()
            line.setMinimumWidth(self._services.theme.px(260))
            line.editingFinished.connect(self._rename)
            return line
        if setting.kind in ("locale", "currency"):
            box = FilterBox()
            box.setObjectName(setting.id)
            box.chosen.connect(self._fix)
            return box
        if setting.kind == "currencies":
            currencies = CurrencyList()
            currencies.changed.connect(self._set_currencies)
            return currencies
        if setting.kind == "languages":
            languages = LanguageList()
            languages.switched.connect(self._switch)
            return languages
        return AboutBox(self._services.actions)

    # -- the shop ----------------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """Ask for the shop's own settings."""
        alive = partial(isValid, self)
        self._services.client.submit(read_shop(), on_result=self._show_shop, on_error=self._failed, alive=alive)

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and ("tenant" in notice.kinds or notice.bulk) and not self._timer.isActive():
            self._timer.start()

    def _show_shop(self, shop: ShopSettings) -> None:
        self._shop = shop
        name = self.rows[SHOP_NAME.id].editor
        if not (name.hasFocus() and name.isModified()):
            name.setText(shop.name)
        for setting, choices, value in (
            (SHOP_LOCALE, language_choices(shop.default_locale), shop.default_locale),
            (SHOP_CURRENCY, currency_choices(shop.currency_code), shop.currency_code),
        ):
            box = self.rows[setting.id].editor
            box.set_choices(choices)
            box.set_value(value)
            box.setEnabled(not shop.fixed)
        self.rows[SHOP_CURRENCIES.id].editor.show_currencies(shop.currency_code, shop.currencies)
        self.rows[SHOP_LANGUAGES.id].editor.show_locales(shop.locales)
        self.rows["about"].editor.show_directory(shop.directory)

    def _store(self, setting: Setting, operation: Operation) -> None:
        self._services.client.submit(
            operation,
            on_result=partial(self._stored, setting),
            on_error=partial(self._refused, setting),
            alive=partial(isValid, self),
            write=True,
        )

    def _stored(self, setting: Setting, shop: ShopSettings) -> None:
        self.rows[setting.id].set_error("")
        if setting is SHOP_NAME:
            self.rows[setting.id].editor.setModified(False)
        self._show_shop(shop)

    def _refused(self, setting: Setting, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self._failed(error)
            return
        language = self._services.translator.language
        self.rows[setting.id].set_error(" ".join(p.text(language) for p in error.fields) or error.text(language))
        if self._shop is not None and setting is not SHOP_NAME:
            self._show_shop(self._shop)

    @Slot()
    def _rename(self) -> None:
        line = self.rows[SHOP_NAME.id].editor
        if self._shop is not None and line.text() != self._shop.name:
            self._store(SHOP_NAME, change_shop(name=line.text()))

    @Slot(object)
    def _fix(self, value: object) -> None:
        setting = self.rows[self.sender().objectName()].setting
        if self._shop is None:
            return
        if setting is SHOP_LOCALE and value != self._shop.default_locale:
            self._store(setting, change_shop(default_locale=str(value)))
        elif setting is SHOP_CURRENCY and value != self._shop.currency_code:
            self._store(setting, change_shop(currency=str(value)))

    @Slot(str, bool)
    def _switch(self, locale: str, on: bool) -> None:
        self._store(SHOP_LANGUAGES, switch_language(locale, on))

    @Slot(tuple)
    def _set_currencies(self, currencies: tuple[str, ...]) -> None:
        self._store(SHOP_CURRENCIES, set_currencies(currencies))

    def _failed(self, error: BaseException) -> None:
        language = self._services.translator.language
        text = error.text(language) if isinstance(error, AppError) else self.tr("The settings could not be stored.")
        self._services.notices.show(text, "error", details=None if isinstance(error, AppError) else repr(error))

    # -- choices and search ------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, value: object) -> None:
        self._book.set(self.rows[self.sender().objectName()].setting, value)

    @Slot()
    def _show_values(self) -> None:
        for row in self.rows.values():
            if row.setting.kind == "choice":
                row.editor.set_value(self._book.value(row.setting))

    @Slot(str)
    def _filter(self, text: str) -> None:
        found = {setting.id for setting in matching(ALL_SETTINGS, text)}
        for row in self.rows.values():
            row.setVisible(row.setting.id in found)
            if text:
                row.mark(False)
        for section, (label, card) in self._sections.items():
            shown = any(row.setting.id in found for row in self.rows.values() if row.setting.section == section)
            label.setVisible(shown)
            card.setVisible(shown)
        self.nothing.setVisible(not found)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Settings"))
        self.search.set_placeholder(self.tr("Search settings…"))
        self.nothing.setText(self.tr("No setting is called so."))
        for section, (label, _card) in self._sections.items():
            label.setText(section_text(section))
        icons = self._services.icons
        for row in self.rows.values():
            row.retranslate()
            setting, editor = row.setting, row.editor
            if setting.kind == "choice":
                pictures = [icons.icon(c.icon, "muted", "accent") for c in setting.choices if c.icon]
                editor.set_choices([(c.value, c.label()) for c in setting.choices], pictures)
            elif setting.kind in ("languages", "currencies", "facts"):
                editor.retranslate()
        self._show_values()
        self._filter(self.search.text())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
