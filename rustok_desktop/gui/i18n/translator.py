"""The language of the window, changed while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

LANGUAGES = {"en": "English", "ru": "Русский"}


class Translator(QObject):
    """Installs translations; widgets hear of it by ``LanguageChange``, others by ``changed``."""

    changed = Signal()

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._language = "en"
        self._installed: list[QTranslator] = []
        self._install(self._language)

    @property
    def language(self) -> str:
        """``en`` or ``ru``."""
        return self._language

    def set_language(self, language: str) -> None:
        """Switches everything on screen; ValueError for a language that is not offered."""
        if language not in LANGUAGES:
            raise ValueError(f"unknown language: {language}")
        if language == self._language:
            return
        self._language = language
        self._install(language)
        self.changed.emit()

    def _install(self, language: str) -> None:
        QLocale.setDefault(QLocale(language))
        # English has a file too: it holds the plural forms (1 change, 2 changes).
        fresh = [self._load(f"rustok_{language}", str(self._directory))]
        if language != "en":
            own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            fresh.append(self._load(f"qtbase_{language}", own))
        # The new ones first: every install and removal tells all widgets, and none may see the source texts between.
        for translator in fresh:
            if translator is not None:
                QCoreApplication.installTranslator(translator)
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._installed = [translator for translator in fresh if translator is not None]

    def _load(self, name: str, directory: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(name, directory) else None


def system_language() -> str:
    """The offered language nearest to the computer's, else English."""
    language = QLocale.system().name().split("_")[0]
    return language if language in LANGUAGES else "en"
