"""Sentences about copies of products, collections and labels: code -> (English, Russian)."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "copy_title": ("{title} (copy)", "{title} (копия)"),
    "collection_by_rule": (
        "A rule chooses the products of this collection; change the rule instead.",
        "Товары этой коллекции выбирает правило; измените само правило.",
    ),
    "collection_by_hand": (
        "The products of this collection are chosen by hand; it has no rule.",
        "Товары этой коллекции выбраны вручную; правила у неё нет.",
    ),
    "collection_full": (
        "A collection chosen by hand holds at most {limit} products.",
        "В коллекции, собранной вручную, не более {limit} товаров.",
    ),
    "rule_empty": ("A rule needs at least one condition.", "В правиле нужно хотя бы одно условие."),
    "rule_operator": (
        "“{field}” cannot be compared this way.",
        "Поле «{field}» так сравнить нельзя.",
    ),
    "rule_number": ("A whole number is needed here.", "Здесь нужно целое число."),
    "unknown_product": ("There is no such product: {id}.", "Такого товара нет: {id}."),
}
