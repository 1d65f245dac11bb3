"""Names of kinds and states of translations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def kind_texts() -> dict[str, str]:
    """Every kind, in the order they are offered."""
    translate = QCoreApplication.translate
    return {
        "page": translate("TranslationsPage", "Pages"),
        "post": translate("TranslationsPage", "Posts"),
        "article": translate("TranslationsPage", "Articles"),
        "product": translate("TranslationsPage", "Products"),
        "menu_item": translate("TranslationsPage", "Menus"),
        "category": translate("TranslationsPage", "Categories"),
    }


def state_texts() -> dict[str, str]:
    """How far a translation is, in a word or two."""
    translate = QCoreApplication.translate
    return {
        "missing": translate("TranslationsPage", "missing"),
        "stale": translate("TranslationsPage", "out of date"),
        "partly": translate("TranslationsPage", "partly"),
        "done": translate("TranslationsPage", "done"),
    }
