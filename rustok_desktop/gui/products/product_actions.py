"""What can be done on the Products page by name and by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action, always, no_target

if TYPE_CHECKING:
    from rustok_desktop.gui.products.product_page import ProductPage

# id, text, shortcut, icon, needs: nothing, the page in sight, a product in the editor, unsaved edits
_ACTIONS = (
    ("new", str(QT_TRANSLATE_NOOP("ProductActions", "New product")), "Ctrl+N", "plus", ""),
    ("import", str(QT_TRANSLATE_NOOP("ProductActions", "Import products…")), None, "upload", ""),
    ("prices", str(QT_TRANSLATE_NOOP("ProductActions", "Change prices…")), None, "dollar", "page"),
    ("price_list", str(QT_TRANSLATE_NOOP("ProductActions", "Put into a price list…")), None, "tag", "page"),
    ("bulk", str(QT_TRANSLATE_NOOP("ProductActions", "Edit many products…")), "Ctrl+Shift+E", "pencil", "page"),
    ("duplicates", str(QT_TRANSLATE_NOOP("ProductActions", "Find duplicates…")), None, "copy", ""),
    ("find", str(QT_TRANSLATE_NOOP("ProductActions", "Find products")), "Ctrl+F", "search", "page"),
    ("refresh", str(QT_TRANSLATE_NOOP("ProductActions", "Read the list again")), "F5", "refresh", "page"),
    ("save", str(QT_TRANSLATE_NOOP("ProductActions", "Save product")), "Ctrl+S", "save", "unsaved"),
    ("discard", str(QT_TRANSLATE_NOOP("ProductActions", "Discard changes")), None, "undo", "unsaved"),
    ("publish", str(QT_TRANSLATE_NOOP("ProductActions", "Publish or unpublish product")), None, "eye", "product"),
)
_KEYWORDS = {
    "prices": ("bulk", "formula", "margin", "цены", "формула"),
    "price_list": ("sale", "discount", "распродажа", "скидка", "прайс"),
    "bulk": ("mass", "many", "vendor", "tags", "массовое", "сразу"),
    "duplicates": ("twice", "same", "double", "дубли", "одинаковые", "повторы"),
    "import": ("csv", "shopify", "импорт"),
    "new": ("create", "add", "создать", "добавить"),
}


def product_actions(page: ProductPage) -> list[Action]:
    """New, import, find, refresh, save, discard, publish; those of the editor name the product they act on."""
    acts = _Acts(page)
    return [
        Action(
            f"products.{name}",
            partial(QCoreApplication.translate, "ProductActions", text),
            getattr(acts, f"do_{name}"),
            "products",
            shortcut,
            icon,
            enabled={"": always, "page": page.isVisible, "product": acts.editing, "unsaved": acts.unsaved}[needs],
            keywords=_KEYWORDS.get(name, ()),
            target=acts.target if needs in ("product", "unsaved") else no_target,
        )
        for name, text, shortcut, icon, needs in _ACTIONS
    ]


class _Acts:
    """The handlers, by the names of the table."""

    do_import: Callable[[], None]

    def __init__(self, page: ProductPage) -> None:
        self._page = page
        self.do_import = page.go_to_import
        self.do_duplicates = page.go_to_duplicates
        self.do_prices = page.change_prices
        self.do_bulk = page.edit_list
        self.do_price_list = page.put_into_price_list
        self.do_find = page.go_to_search
        self.do_refresh = page.list.refresh
        self.do_discard = page.controller.discard

    def editing(self) -> bool:
        """A product is in the editor."""
        return self._page.isVisible() and self._page.controller.state is not None

    def unsaved(self) -> bool:
        """It has unsaved edits."""
        state = self._page.controller.state
        return self._page.isVisible() and state is not None and state.dirty

    def target(self) -> str:
        """Its title."""
        state = self._page.controller.state
        return state.text(f"title@{state.locale}") if state is not None else ""

    def do_new(self) -> None:
        self._page.come_into_sight()
        self._page.new_product()

    def do_save(self) -> None:
        self._page.controller.save()

    def do_publish(self) -> None:
        self._page.controller.publish(self._page.editor.footer.act())
