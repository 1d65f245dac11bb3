"""Sentences about a shop's own settings: its name, money and languages."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "shop_not_empty": (
        "This can be changed only while the shop has no products.",
        "Это можно изменить, только пока в магазине нет товаров.",
    ),
    "default_locale_stays": (
        "{locale} is the shop's main language and stays on.",
        "{locale} — основной язык магазина, он остаётся включённым.",
    ),
    "locale_is_fallback": (
        "{locale} stands in for missing texts of {users}. Choose another fallback there first.",
        "{locale} заменяет недостающие тексты: {users}. Сначала выберите для них другую замену.",
    ),
}
