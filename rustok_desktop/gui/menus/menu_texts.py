"""Names of places, kinds and faults of menus."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

LOCATIONS = ("header", "footer", "sidebar", "mobile")
ICONS = {
    "page": "article",
    "post": "article",
    "article": "article",
    "product": "box",
    "category": "tree",
    "collection": "list",
    "address": "link",
}
_LOCATIONS = {
    "header": str(QT_TRANSLATE_NOOP("MenuTexts", "Header")),
    "footer": str(QT_TRANSLATE_NOOP("MenuTexts", "Footer")),
    "sidebar": str(QT_TRANSLATE_NOOP("MenuTexts", "Sidebar")),
    "mobile": str(QT_TRANSLATE_NOOP("MenuTexts", "Mobile")),
}
_KINDS = {
    "page": str(QT_TRANSLATE_NOOP("MenuTexts", "Page")),
    "post": str(QT_TRANSLATE_NOOP("MenuTexts", "Post")),
    "article": str(QT_TRANSLATE_NOOP("MenuTexts", "Article")),
    "product": str(QT_TRANSLATE_NOOP("MenuTexts", "Product")),
    "category": str(QT_TRANSLATE_NOOP("MenuTexts", "Category")),
    "collection": str(QT_TRANSLATE_NOOP("MenuTexts", "Collection")),
    "address": str(QT_TRANSLATE_NOOP("MenuTexts", "Address")),
}
_BROKEN = {
    "missing": str(QT_TRANSLATE_NOOP("MenuTexts", "gone")),
    "trashed": str(QT_TRANSLATE_NOOP("MenuTexts", "in the trash")),
    "hidden": str(QT_TRANSLATE_NOOP("MenuTexts", "not public")),
}


def location_text(location: str) -> str:
    """Where in the shop."""
    return QCoreApplication.translate("MenuTexts", _LOCATIONS[location])


def kind_text(kind: str) -> str:
    """What a link leads to."""
    return QCoreApplication.translate("MenuTexts", _KINDS[kind]) if kind in _KINDS else kind


def broken_text(broken: str) -> str:
    """Why a link cannot be followed, in a word or two."""
    return QCoreApplication.translate("MenuTexts", _BROKEN[broken])
