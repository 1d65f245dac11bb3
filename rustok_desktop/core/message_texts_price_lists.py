"""Sentences about price lists and currencies: code -> (English, Russian)."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "too_many_currencies": (
        "A shop sets prices in at most {limit} further currencies.",
        "Дополнительных валют — не более {limit}.",
    ),
    "currency_not_enabled": (
        "The shop sets no prices in {currency}; add the currency in the settings first.",
        "Магазин не назначает цен в {currency}; сначала добавьте валюту в настройках.",
    ),
    "list_has_prices": (
        "The currency of a list that has prices stays as it is.",
        "Валюту прайс-листа, в котором уже есть цены, не изменить.",
    ),
    "end_before_start": ("The end must be later than the start.", "Окончание должно быть позже начала."),
    "too_many_price_lists": (
        "A shop has at most {limit} price lists.",
        "В магазине не более {limit} прайс-листов.",
    ),
    "too_many_list_prices": (
        "A price list holds at most {limit} prices.",
        "В прайс-листе не более {limit} цен.",
    ),
    "too_many_tiers": (
        "A variant has at most {limit} quantities with a price of their own in one list.",
        "У варианта в одном прайс-листе не более {limit} цен от количества.",
    ),
    "unknown_priced_variant": ("There is no such variant: {id}.", "Такого варианта нет: {id}."),
    "price_given_twice": (
        "The same price is given twice.",
        "Одна и та же цена указана дважды.",
    ),
    "unknown_sku": ("No variant has the SKU “{value}”.", "Нет варианта с артикулом «{value}»."),
    "bad_set": (
        "“{value}” is not SKU=PRICE or SKU@QUANTITY=PRICE.",
        "«{value}» — не АРТИКУЛ=ЦЕНА и не АРТИКУЛ@КОЛИЧЕСТВО=ЦЕНА.",
    ),
    "nothing_to_price": (
        "No prices are in the list yet: choose products or variants for the formula.",
        "В прайс-листе ещё нет цен: выберите товары или варианты для формулы.",
    ),
}
