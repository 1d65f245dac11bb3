"""The views of the product list among the acts of the program: "View: Low stock" in the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Slot

from rustok_desktop.gui.actions import Action, ActionRegistry

if TYPE_CHECKING:
    from rustok_desktop.gui.products.product_page import ProductPage

_VIEW = str(QT_TRANSLATE_NOOP("ProductActions", "View: {view}"))


class ViewActions(QObject):
    """Registers an act per view, and does so again whenever views come, go or change their names."""

    def __init__(self, actions: ActionRegistry, page: ProductPage) -> None:
        super().__init__(page)
        self._actions, self._page = actions, page
        self._ids: tuple[str, ...] = ()
        page.list.views.book.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Exactly the views there are."""
        views = self._page.list.views.book.views()
        self._actions.unregister(*self._ids)
        self._ids = tuple(f"products.view.{view.id}" for view in views)
        self._actions.register(
            *(
                Action(
                    f"products.view.{view.id}",
                    partial(self._text, view.id),
                    partial(self._show, view.id),
                    "products",
                    icon="filter",
                    keywords=("list", "filter", "вид", "фильтр"),
                )
                for view in views
            )
        )

    def _text(self, view_id: str) -> str:
        view = self._page.list.views.book.find(view_id)
        return QCoreApplication.translate("ProductActions", _VIEW).format(view=view.name if view is not None else "")

    def _show(self, view_id: str) -> None:
        self._page.come_into_sight()
        self._page.list.views.show(view_id)
