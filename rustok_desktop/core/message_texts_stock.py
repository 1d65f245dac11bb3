"""What stock says: locations, transfers, reservations, stocktakes."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "location_closed": (
        "“{name}” is closed: nothing moves there any more.",
        "Место «{name}» закрыто: движения по нему больше невозможны.",
    ),
    "location_not_empty": (
        "“{name}” still holds {units} units of {variants} variants. Move them away first.",
        "На месте «{name}» ещё есть товар: {units} шт., вариантов: {variants}. Сначала переместите его.",
    ),
    "location_default_stays": (
        "“{name}” is the default location. Make another one the default first.",
        "«{name}» — основное место. Сначала сделайте основным другое.",
    ),
    "location_being_counted": (
        "Stocktake {number} is open at “{name}”. Apply or cancel it first.",
        "На месте «{name}» идёт инвентаризация {number}. Сначала примените или отмените её.",
    ),
    "duplicate_location": ("There is a location “{name}” already.", "Место «{name}» уже есть."),
    "duplicate_location_code": (
        "The code {value} belongs to another location.",
        "Код {value} уже принадлежит другому месту.",
    ),
    "same_location": (
        "Goods cannot be transferred to where they are.",
        "Нельзя переместить товар туда, где он уже находится.",
    ),
    "reservation_ended": ("This reservation has ended already.", "Этот резерв уже снят."),
    "stocktake_open": (
        "Stocktake {number} is already open at “{name}”.",
        "На месте «{name}» уже открыта инвентаризация {number}.",
    ),
    "stocktake_ended": ("Stocktake {number} has ended.", "Инвентаризация {number} уже завершена."),
    "stocktake_outside": (
        "This article is not part of stocktake {number}.",
        "Этот товар не входит в инвентаризацию {number}.",
    ),
    "unknown_code": (
        "No article has the SKU or barcode {code}.",
        "Нет товара с артикулом или штрихкодом {code}.",
    ),
    "ambiguous_code": (
        "Several articles share the barcode {code}. Count by SKU.",
        "Штрихкод {code} есть у нескольких товаров. Считайте по артикулу.",
    ),
}
