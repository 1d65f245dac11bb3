"""Which view of the product list is shown: its filters, its order, its columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.product_filters import ProductFilters
from rustok_desktop.gui.products.saved_views import ALL, SavedView, same_filters
from rustok_desktop.gui.products.view_book import ViewBook
from rustok_desktop.gui.widgets.table_columns import TableColumns
from rustok_desktop.index.schemas import ProductQuery, ProductSort

_SORTS = "products.sorts"


class ProductViews(QObject):
    """One view is always current. Filters may differ from it until they are saved; columns and order are its own
    and are kept as they are changed. ``changed`` follows every change of what there is to show about views."""

    changed = Signal()

    def __init__(
        self, book: ViewBook, filters: ProductFilters, columns: TableColumns, preferences: Preferences, owner: QObject
    ) -> None:
        super().__init__(owner)
        self.book, self._filters, self.columns, self._preferences = book, filters, columns, preferences
        self._current = ALL
        self._showing = False
        book.changed.connect(self._book_changed)
        filters.changed.connect(self._asked)
        self._take_up()

    @property
    def current(self) -> SavedView:
        """The view that is shown."""
        found = self.book.find(self._current) or self.book.find(ALL)
        assert found is not None  # the program's own views are always there
        return found

    @property
    def differs(self) -> bool:
        """Whether the filters are not (any more) those of the view."""
        return not same_filters(self._filters.query, self.current.query)

    @Slot(str)
    def show(self, view_id: str) -> None:
        """Its filters, order and columns; also when it is shown already, to take filters back."""
        view = self.book.find(view_id)
        if view is None:
            return
        self._current = view.id
        self._take_up()
        self.changed.emit()

    def _take_up(self) -> None:
        view = self.current
        self._filters.names.know(view.names)
        self.columns.use(view.id)
        self._showing = True
        self._filters.ask(self._sorted(view))
        self._showing = False

    def _sorted(self, view: SavedView) -> ProductQuery:
        if view.query.text:
            return replace(view.query, sort=ProductSort.RELEVANCE, descending=True)
        kept = self._sorts().get(view.id)
        if isinstance(kept, list) and len(kept) == 2 and kept[0] in set(ProductSort):
            return replace(view.query, sort=ProductSort(kept[0]), descending=bool(kept[1]))
        return view.query

    def _sorts(self) -> dict[str, Any]:
        return dict(self._preferences.get(_SORTS, dict[str, Any]()))

    def _keep_sort(self, view_id: str, query: ProductQuery) -> None:
        if query.sort is not ProductSort.RELEVANCE:
            self._preferences.set(_SORTS, {**self._sorts(), view_id: [query.sort.value, query.descending]})

    @Slot(object)
    def _asked(self, query: ProductQuery) -> None:
        if not self._showing:
            self._keep_sort(self.current.id, query)
        self.changed.emit()

    @Slot()
    def _book_changed(self) -> None:
        if self.book.find(self._current) is None:
            self._current = ALL
        self.changed.emit()

    # -- what a person does with views -------------------------------------------------------------

    def save_as(self, name: str) -> SavedView:
        """The filters, the order and the columns of now under a name. Ask the book for a problem before."""
        query = self._filters.query
        view = self.book.add(name, _unsorted(query), self._filters.names.used_by(query))
        self.columns.copy_to(view.id)
        self._keep_sort(view.id, query)
        self._current = view.id
        self.columns.use(view.id)
        self.changed.emit()
        return view

    def update(self) -> None:
        """The filters of now become those of the view."""
        query = self._filters.query
        self.book.update(self.current.id, _unsorted(query), self._filters.names.used_by(query))

    def delete(self) -> SavedView:
        """The current view away, its columns stay for :meth:`put_back`; everything is shown."""
        view = self.current
        self.book.delete(view.id)
        self.show(ALL)
        return view

    def put_back(self, view: SavedView) -> None:
        """A view that was deleted, and show it."""
        self.book.put_back(view)
        self.show(view.id)


def _unsorted(query: ProductQuery) -> ProductQuery:
    usual = ProductQuery()
    return replace(query, sort=usual.sort, descending=usual.descending)
