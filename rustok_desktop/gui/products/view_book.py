"""The views of the product list of one shop, kept with the choices of the person at this computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from rustok_desktop.core.ids import new_id
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.saved_views import (
    ALL,
    BUILT_IN,
    DRAFTS,
    LOW,
    MOST,
    NAME_LENGTH,
    NO_IMAGE,
    SavedView,
    in_order,
    read_view,
    write_view,
)
from rustok_desktop.index.schemas import ProductQuery

_CONTEXT = "ProductViews"
_NAMES = {
    ALL: str(QT_TRANSLATE_NOOP("ProductViews", "All")),
    DRAFTS: str(QT_TRANSLATE_NOOP("ProductViews", "Drafts")),
    LOW: str(QT_TRANSLATE_NOOP("ProductViews", "Low stock")),
    NO_IMAGE: str(QT_TRANSLATE_NOOP("ProductViews", "Without image")),
}
_EMPTY = str(QT_TRANSLATE_NOOP("ProductViews", "A view needs a name."))
_LONG = str(QT_TRANSLATE_NOOP("ProductViews", "A name of at most {limit} characters, please."))
_TAKEN = str(QT_TRANSLATE_NOOP("ProductViews", "There is a view of this name."))
_FULL = str(QT_TRANSLATE_NOOP("ProductViews", "There are {limit} views; delete one first."))
_LISTED, _ORDER = "views", "order"


class ViewBook(QObject):
    """Those of the program and those a person saved, in the person's order. ``changed`` follows every change.

    What is kept but not understood (from another version of the program) stays kept and is not shown.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._shop = ""

    def set_shop(self, shop_id: str) -> None:
        """Whose views these are: they name categories of one shop."""
        if shop_id != self._shop:
            self._shop = shop_id
            self.changed.emit()

    def views(self) -> tuple[SavedView, ...]:
        """All, in order. Names of the program's own are in the language of the window."""
        own = [view for kept in self._listed() if (view := read_view(kept)) is not None]
        return in_order([*map(_built_in, BUILT_IN), *own], self._order())

    def find(self, view_id: str) -> SavedView | None:
        """The view of an id."""
        return next((view for view in self.views() if view.id == view_id), None)

    def problem(self, name: str, besides: str | None = None) -> str:
        """Why a view cannot be called so, '' when it can."""
        if not name.strip():
            return _translated(_EMPTY)
        if len(name.strip()) > NAME_LENGTH:
            return _translated(_LONG).format(limit=NAME_LENGTH)
        folded = name.strip().casefold()
        if any(view.name.casefold() == folded and view.id != besides for view in self.views()):
            return _translated(_TAKEN)
        if besides is None and len(self._listed()) >= MOST:
            return _translated(_FULL).format(limit=MOST)
        return ""

    def add(self, name: str, query: ProductQuery, names: Mapping[str, str]) -> SavedView:
        """A new view, the last one. Ask :meth:`problem` before."""
        view = SavedView(new_id(), name.strip(), query, dict(names))
        self._keep([*self._listed(), write_view(view)])
        return view

    def update(self, view_id: str, query: ProductQuery, names: Mapping[str, str]) -> None:
        """Other filters under the same name."""
        self._change(view_id, query=query, names=dict(names))

    def rename(self, view_id: str, name: str) -> None:
        """Another name. Ask :meth:`problem` before."""
        self._change(view_id, name=name.strip())

    def delete(self, view_id: str) -> None:
        """A saved view away; its products are untouched. :meth:`put_back` brings it back."""
        self._keep([kept for kept in self._listed() if _id_of(kept) != view_id])

    def put_back(self, view: SavedView) -> None:
        """A view that was deleted, at its old place."""
        if self.find(view.id) is None:
            self._keep([*self._listed(), write_view(view)])

    def reorder(self, ids: Sequence[str]) -> None:
        """All views in this order."""
        gone = [view_id for view_id in self._order() if view_id not in ids]  # deleted ones keep their place
        self._write(self._listed(), [*ids, *gone])

    def step(self, view_id: str, step: int) -> None:
        """A view one place to the left (-1) or right (1)."""
        ids = [view.id for view in self.views()]
        place = ids.index(view_id)
        if 0 <= place + step < len(ids):
            ids.insert(place + step, ids.pop(place))
            self.reorder(ids)

    def _change(self, view_id: str, **fields: Any) -> None:
        view = self.find(view_id)
        if view is not None and not view.built_in:
            written = write_view(replace(view, **fields))
            self._keep([written if _id_of(kept) == view_id else kept for kept in self._listed()])

    def _keep(self, listed: Sequence[object]) -> None:
        known = [view.id for view in self.views()]
        order = self._order()
        self._write(listed, [*order, *(view_id for view_id in known if view_id not in order)])

    def _write(self, listed: Sequence[object], order: Sequence[str]) -> None:
        if self._shop:
            self._preferences.set(self._key, {_LISTED: list(listed), _ORDER: list(order)})
            self.changed.emit()

    @property
    def _key(self) -> str:
        return f"products.views.{self._shop}"

    def _kept(self) -> dict[str, Any]:
        return self._preferences.get(self._key, dict[str, Any]()) if self._shop else {}

    def _listed(self) -> list[object]:
        listed = self._kept().get(_LISTED)
        return listed if isinstance(listed, list) else []

    def _order(self) -> list[str]:
        order = self._kept().get(_ORDER)
        return [one for one in order if isinstance(one, str)] if isinstance(order, list) else []


def _built_in(view_id: str) -> SavedView:
    return SavedView(view_id, _translated(_NAMES[view_id]), BUILT_IN[view_id])


def _id_of(kept: object) -> object:
    return kept.get("id") if isinstance(kept, dict) else None


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
