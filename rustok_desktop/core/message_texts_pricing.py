"""Sentences about price formulas and price changes: code -> (English, Russian)."""

from __future__ import annotations

CATALOG = {
    "no_products_chosen": ("No product is chosen.", "Не выбран ни один товар."),
    "no_changes_chosen": ("Choose what is to change.", "Выберите, что нужно изменить."),
    "formula_empty": (
        "Say how the price changes, e.g. +10 %, -5 or = cost * 2.4.",
        "Напишите, как меняется цена: +10 %, -5 или = себестоимость * 2,4.",
    ),
    "formula_too_long": (
        "A formula has at most {limit} characters.",
        "Длина формулы — не более {limit} знаков.",
    ),
    "formula_unreadable": ("“{text}” is not understood.", "Непонятно: «{text}»."),
    "formula_unknown_word": (
        "“{word}” is no amount; use price, compare_at or cost.",
        "«{word}» — не сумма; есть цена, старая цена и себестоимость.",
    ),
    "formula_ends_early": ("A number is still missing.", "Не хватает числа."),
    "formula_divides_by_zero": ("Nothing can be divided by zero.", "На ноль делить нельзя."),
    "formula_order": (
        "Multiply first, then add: steps are taken from left to right.",
        "Сначала умножение, потом сложение: шаги выполняются слева направо.",
    ),
    "formula_grouped_number": (
        "“{value}” can be read in two ways; write it without the comma or with two decimals.",
        "«{value}» можно понять двояко; напишите без запятой или с двумя знаками после неё.",
    ),
    "formula_rounding_zero": ("Round to 1, .99 or .05, not to 0.", "Округляйте до 1, ,99 или ,05, а не до 0."),
    "formula_rounding_too_fine": (
        "{currency} has no amounts as small as this rounding.",
        "В {currency} нет таких мелких сумм, как в этом округлении.",
    ),
    "formula_price_needed": (
        "A price cannot be emptied; only compare-at prices and costs can.",
        "Цену нельзя очистить; можно только старую цену и себестоимость.",
    ),
    "too_many_prices": (
        "At most {limit} variants can change their prices at once.",
        "За один раз можно изменить цены не более чем {limit} вариантов.",
    ),
    "no_variants_chosen": ("No variants are chosen.", "Варианты не выбраны."),
}
