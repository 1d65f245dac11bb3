"""Sentences about categories and tags: code -> (English, Russian)."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "parent_or_top": (
        "Say either below which category (--parent), or at the top (--top).",
        "Укажите либо категорию, под которую (--parent), либо верхний уровень (--top).",
    ),
    "category_cycle": (
        "A category cannot be moved below itself.",
        "Категорию нельзя переместить внутрь неё самой.",
    ),
    "category_too_deep": (
        "Categories may be at most {limit} levels deep.",
        "Вложенность категорий — не более {limit} уровней.",
    ),
    "category_has_children": (
        "The category has subcategories ({count}). Move them first, or let them move one level up.",
        "В категории есть подкатегории ({count}). Сначала переместите их или поднимите на уровень выше.",
    ),
    "too_many_categories": (
        "A shop has room for {limit} categories.",
        "В магазине может быть не более {limit} категорий.",
    ),
    "duplicate_slug": (
        "The address “{slug}” is already used by “{holder}”.",
        "Адрес «{slug}» уже занят: «{holder}».",
    ),
    "category_without_name": (
        "A category needs a name in at least one language.",
        "Категории нужно название хотя бы на одном языке.",
    ),
    "category_exists": (
        "The category is there already.",
        "Такая категория уже есть.",
    ),
    "tag_exists": (
        "There is a tag “{holder}” already. Merge the two instead.",
        "Метка «{holder}» уже есть. Объедините их.",
    ),
    "duplicate_tag": (
        "Another tag is already called “{name}” in this language.",
        "Другая метка на этом языке уже называется «{name}».",
    ),
    "tag_in_use": (
        "The tag “{name}” is used by products ({count}).",
        "Метка «{name}» стоит у товаров ({count}).",
    ),
    "same_tag": (
        "A tag cannot be merged with itself.",
        "Метку нельзя объединить с самой собой.",
    ),
    "tag_named_in_products": (
        "In the shop's own language a tag is called as in the products: rename it.",
        "На основном языке магазина метка называется так же, как в товарах: переименуйте её.",
    ),
    "tag_with_comma": (
        "A tag cannot contain a comma: it parts tags in files.",
        "Метка не может содержать запятую: она разделяет метки в файлах.",
    ),
}
