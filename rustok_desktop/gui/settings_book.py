"""The settings of the window, declared once; the popup, the palette and the stored values follow from this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

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
    """One setting: a choice of a few. ``words`` are further words to find it by."""

    id: str
    title: str
    icon: str
    default: object
    choices: tuple[SettingChoice, ...]
    words: tuple[str, ...] = ()

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
)
LANGUAGE = Setting(
    "language",
    str(QT_TRANSLATE_NOOP("Settings", "Language")),
    "globe",
    None,
    tuple(SettingChoice(code, name) for code, name in LANGUAGES.items()),
    ("russian", "english", "locale", "язык", "русский", "английский"),
)
SCALE = Setting(
    "scale",
    str(QT_TRANSLATE_NOOP("Settings", "Text size")),
    "text-size",
    100,
    tuple(SettingChoice(scale, f"{scale} %") for scale in (90, 100, 110, 125, 150)),
    ("zoom", "font", "bigger", "larger", "шрифт", "масштаб", "крупнее"),
)
DECLARED = (SCHEME, LANGUAGE, SCALE)


class SettingsBook(QObject):
    """Reads, applies and keeps the settings. ``changed`` carries the id."""

    changed = Signal(str)

    def __init__(
        self, preferences: Preferences, theme: Theme, translator: Translator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
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
        self._preferences.set(setting.id, value)
        self._apply[setting.id](value)
        self.changed.emit(setting.id)

    def restore(self) -> None:
        """Applies every stored value."""
        for setting in DECLARED:
            self._apply[setting.id](self.value(setting))
