"""The settings of the window, declared once; the page, the palette and the stored values follow from this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from rustok_desktop.gui.i18n.translator import LANGUAGES, Translator, system_language
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.theme.theme import Theme

CONTEXT = "Settings"


@dataclass(frozen=True, slots=True)
class SettingChoice:
    """One value. ``text`` is an English source text of the context ``Settings``, or shown as it is."""

    value: object
    text: str
    icon: str = ""

    def label(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.text)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``words`` are further words to find it by; ``help`` says what it does.

    ``kind`` is its type: ``choice`` of a few, kept in the preferences; the others belong to the shop or only tell
    something, and the page has an editor for each: ``text``, ``languages``, ``currency``, ``currencies``, ``locale``,
    ``facts``.
    """

    id: str
    title: str
    icon: str
    default: object
    choices: tuple[SettingChoice, ...]
    words: tuple[str, ...] = ()
    section: str = "appearance"
    help: str = ""
    kind: str = "choice"

    def help_text(self) -> str:
        """The explanation in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.help) if self.help else ""

    def label(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.title)

    def choice_label(self, value: object) -> str:
        """The text of a value, '' for an unknown one."""
        return next((choice.label() for choice in self.choices if choice.value == value), "")


SCHEME = Setting(
    "scheme",
    str(QT_TRANSLATE_NOOP("Settings", "Theme")),
    "palette",
    "system",
    (
        SettingChoice("system", str(QT_TRANSLATE_NOOP("Settings", "System")), "monitor"),
        SettingChoice("light", str(QT_TRANSLATE_NOOP("Settings", "Light")), "sun"),
        SettingChoice("dark", str(QT_TRANSLATE_NOOP("Settings", "Dark")), "moon"),
    ),
    ("dark mode", "colours", "appearance", "тема", "тёмная", "светлая", "оформление"),
    section="appearance",
    help=str(QT_TRANSLATE_NOOP("Settings", "Light and dark follow the computer unless you choose one.")),
)
LANGUAGE = Setting(
    "language",
    str(QT_TRANSLATE_NOOP("Settings", "Language")),
    "globe",
    None,
    tuple(SettingChoice(code, name) for code, name in LANGUAGES.items()),
    ("russian", "english", "locale", "язык", "русский", "английский"),
    section="general",
    help=str(QT_TRANSLATE_NOOP("Settings", "The language of the window. It changes at once.")),
)
SCALE = Setting(
    "scale",
    str(QT_TRANSLATE_NOOP("Settings", "Text size")),
    "text-size",
    100,
    tuple(SettingChoice(scale, f"{scale} %") for scale in (90, 100, 110, 125, 150)),
    ("zoom", "font", "bigger", "larger", "шрифт", "масштаб", "крупнее"),
    section="appearance",
    help=str(QT_TRANSLATE_NOOP("Settings", "Everything grows with the text: fields, rows, distances.")),
)
DECLARED = (SCHEME, LANGUAGE, SCALE)


def _shop(name: str, title: str, kind: str, icon: str, words: tuple[str, ...], explained: str, section: str) -> Setting:
    return Setting(name, title, icon, None, (), words, section, explained, kind)


SHOP_NAME = _shop(
    "shop.name",
    str(QT_TRANSLATE_NOOP("Settings", "Shop name")),
    "text",
    "shop",
    ("title", "rename", "название", "переименовать", "имя"),
    str(QT_TRANSLATE_NOOP("Settings", "Shown in the window and, later, on labels.")),
    "shop",
)
SHOP_LOCALE = _shop(
    "shop.locale",
    str(QT_TRANSLATE_NOOP("Settings", "Main language")),
    "locale",
    "globe",
    ("default locale", "основной", "язык"),
    str(QT_TRANSLATE_NOOP("Settings", "What products are written in first. Fixed once there are products.")),
    "shop",
)
SHOP_CURRENCY = _shop(
    "shop.currency",
    str(QT_TRANSLATE_NOOP("Settings", "Currency")),
    "currency",
    "dollar",
    ("money", "валюта", "деньги"),
    str(QT_TRANSLATE_NOOP("Settings", "What prices are in. Fixed once there are products.")),
    "shop",
)
SHOP_CURRENCIES = _shop(
    "shop.currencies",
    str(QT_TRANSLATE_NOOP("Settings", "Further currencies")),
    "currencies",
    "dollar",
    ("money", "euro", "валюты", "деньги"),
    str(QT_TRANSLATE_NOOP("Settings", "Prices in a currency taken out stay, and are there again when it is back.")),
    "shop",
)
SHOP_LANGUAGES = _shop(
    "shop.languages",
    str(QT_TRANSLATE_NOOP("Settings", "Further languages")),
    "languages",
    "translate",
    ("locales", "translation", "языки", "перевод"),
    str(QT_TRANSLATE_NOOP("Settings", "Switching a language off keeps its words; they are there again when it is on.")),
    "shop",
)
ABOUT = _shop(
    "about",
    str(QT_TRANSLATE_NOOP("Settings", "About this program")),
    "facts",
    "info",
    ("version", "data folder", "logs", "версия", "папка данных", "журнал"),
    "",
    "about",
)
SECTIONS = {
    "general": str(QT_TRANSLATE_NOOP("Settings", "General")),
    "shop": str(QT_TRANSLATE_NOOP("Settings", "Shop")),
    "appearance": str(QT_TRANSLATE_NOOP("Settings", "Appearance")),
    "about": str(QT_TRANSLATE_NOOP("Settings", "About")),
}
# Everything there is, in the order of the page.
ALL_SETTINGS = (LANGUAGE, SHOP_NAME, SHOP_LOCALE, SHOP_CURRENCY, SHOP_CURRENCIES, SHOP_LANGUAGES, SCHEME, SCALE, ABOUT)


def section_text(section: str) -> str:
    """A section's name in the language of the window."""
    return QCoreApplication.translate(CONTEXT, SECTIONS[section])


class SettingsBook(QObject):
    """Reads, applies and keeps the settings. ``changed`` carries the id."""

    changed = Signal(str)

    def __init__(
        self, preferences: Preferences, theme: Theme, translator: Translator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        preferences.changed.connect(self._kept)
        self._apply: dict[str, Callable[[object], None]] = {
            SCHEME.id: lambda value: theme.set_scheme(str(value)),
            LANGUAGE.id: lambda value: translator.set_language(str(value)),
            SCALE.id: lambda value: theme.set_scale(int(str(value))),
        }

    def value(self, setting: Setting) -> object:
        """The chosen value, else the default."""
        default = system_language() if setting is LANGUAGE else setting.default
        value = self._preferences.get(setting.id, default)
        return value if any(choice.value == value for choice in setting.choices) else default

    def set(self, setting: Setting, value: object) -> None:
        """Keeps and applies a value; ValueError when it is not among the choices."""
        if all(choice.value != value for choice in setting.choices):
            raise ValueError(f"{setting.id} cannot be {value!r}")
        # Applied first: whoever hears of the kept value finds it in force.
        self._apply[setting.id](value)
        self._preferences.set(setting.id, value)

    def restore(self) -> None:
        """Applies every stored value."""
        for setting in DECLARED:
            self._apply[setting.id](self.value(setting))

    @Slot(str)
    def _kept(self, key: str) -> None:
        if key in self._apply:
            self.changed.emit(key)
