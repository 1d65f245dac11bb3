"""Search and filters above the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.operations.products import FilterChoices
from rustok_desktop.gui.products.category_filter_box import CategoryFilterBox
from rustok_desktop.gui.products.filter_names import FilterNames
from rustok_desktop.gui.products.filter_words import without_filter
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.list_search_field import ListSearchField
from rustok_desktop.gui.products.price_filter_box import PriceFilterBox
from rustok_desktop.gui.products.without_filter_box import WithoutFilterBox
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.index.schemas import Facets, ProductQuery, ProductSort, StatusFilter, StockFilter

T = TypeVar("T")
_UNHEARD = "…"  # a category or collection whose name nobody told yet


class ProductFilters(QWidget):
    """The question a list answers. ``changed`` carries the query after every change by a person; ``described``
    follows every change of what the filters say."""

    changed = Signal(object)
    described = Signal()

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ProductQuery()
        self._sort_before_search = (self._query.sort, self._query.descending)
        self.search = ListSearchField(icons)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.status, self.stock = FilterBox(), FilterBox()
        self.category, self.collection = CategoryFilterBox(theme), FilterBox()
        self.vendor, self.product_type, self.tag = FilterBox(), FilterBox(), FilterBox()
        self.price, self.without = PriceFilterBox(), WithoutFilterBox()
        self._facets = Facets((), (), ())
        self.names = FilterNames()
        self.more = IconButton(icons.icon("filter", "muted", "accent"), "", outlined=True)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._arrange)
        self._clearing = False
        self._fill_line()
        self.search.searched.connect(self._searched)
        self.retranslate()

    def _fill_line(self) -> None:
        flow = FlowLayout(self, spacing=10)
        flow.addWidget(self.search)
        for widget in (self.status, self.stock, self.more, *self._rare()):
            flow.addWidget(widget)
        for box in self.boxes():
            box.chosen.connect(self._filtered)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _rare(self) -> tuple[FilterBox, ...]:
        boxes = (self.category, self.collection, self.vendor, self.product_type, self.tag)
        return (*boxes, self.price, self.without)

    def boxes(self) -> tuple[FilterBox, ...]:
        """The filters, left to right."""
        return (self.status, self.stock, *self._rare())

    @property
    def query(self) -> ProductQuery:
        """The question as it stands."""
        return self._query

    @property
    def filtering(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self._query.text) or self._query.narrowed

    # -- what there is to choose from --------------------------------------------------------------

    def set_facets(self, facets: Facets) -> None:
        """The values there are; a filter without values hides."""
        self._facets = facets
        self.show_query(self._query)

    def set_choices(self, choices: FilterChoices) -> None:
        """The categories and collections there are."""
        self.names.show(choices)
        self.category.set_nodes(choices.categories)
        self.show_query(self._query)

    def set_money(self, currency: str, language: str) -> None:
        """In what prices are written, and how."""
        self.price.set_money(currency, language)
        self.described.emit()

    def _arrange(self) -> None:
        """As many as fit in one line; the others come with a button."""
        usable = [box for box in self._rare() if box.isEnabled()]
        room = self.width() - sum(widget.sizeHint().width() + 10 for widget in (self.search, self.status, self.stock))
        widths = [box.sizeHint().width() + 10 for box in usable]
        fits = sum(widths) - 10 <= room
        self.more.setVisible(bool(usable) and not fits)
        room -= 0 if fits else self.more.sizeHint().width() + 10
        fitting: list[FilterBox] = []
        for box, width in zip(usable, widths, strict=True):
            room -= width
            if room < 0 and not fits:
                break
            fitting.append(box)
        for box in self._rare():
            box.setVisible(box in fitting or (self.more.isChecked() and box in usable))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()

    # -- asking ------------------------------------------------------------------------------------

    def show_query(self, query: ProductQuery) -> None:
        """Every box as ``query`` says, without telling."""
        self.status.set_value(query.status)
        self.stock.set_value(query.stock)
        facets = self._facets
        self._offer(self.vendor, _pairs(facets.vendors), query.vendor)
        self._offer(self.product_type, _pairs(facets.product_types), query.product_type)
        self._offer(self.tag, _pairs(facets.tags), query.tag)
        choices = self.names.choices
        self._offer(self.collection, [(row.id, row.title) for row in choices.collections], query.collection)
        self.category.put(query.category, self.names.of(query.category) or _UNHEARD)
        self.category.setEnabled(bool(choices.categories) or query.category is not None)
        self.price.put_range((query.price_from, query.price_to))
        self.without.put_lacking(query.without)
        self._arrange()
        self.described.emit()

    def _offer(self, box: FilterBox, values: Sequence[tuple[str, str]], asked: str | None) -> None:
        """The choices of a box, and the one in force: what is asked for is shown even if it is there no more."""
        known = dict(values)
        if asked is not None:
            known.setdefault(asked, asked if box is not self.collection else self.names.of(asked) or _UNHEARD)
        box.set_choices([(None, self.tr("any")), *known.items()])
        box.set_value(asked)
        box.setEnabled(bool(known))

    def ask(self, query: ProductQuery) -> None:
        """Ask this, as if all of it had been chosen."""
        self._clearing = True
        if self.search.text().strip() != query.text:
            self.search.setText(query.text)
            self.search.search_now()
        self._clearing = False
        self.show_query(query)
        if query.sort is not ProductSort.RELEVANCE:
            self._sort_before_search = (query.sort, query.descending)
        self._put(query)

    def set_sort(self, sort: ProductSort, descending: bool) -> None:
        """Another order, chosen at a head."""
        self._put(replace(self._query, sort=sort, descending=descending))
        self._sort_before_search = (sort, descending)

    @Slot()
    def clear(self) -> None:
        """No search, no filters."""
        sort, descending = self._sort_before_search
        self.ask(ProductQuery(sort=sort, descending=descending))

    @Slot()
    def clear_filters(self) -> None:
        """No filters; the search stays."""
        asked = self._query
        self.ask(ProductQuery(text=asked.text, sort=asked.sort, descending=asked.descending))

    @Slot(str)
    def remove(self, key: str) -> None:
        """Take one filter away, by the key of its chip."""
        self.ask(without_filter(self._query, key))

    def narrow(self, stock: str | None, status: str | None) -> None:
        """Only this stock state or status, without search and other filters, as if it had been chosen."""
        sort, descending = self._sort_before_search
        self.ask(
            ProductQuery(
                stock=StockFilter(stock) if stock else None,
                status=StatusFilter(status) if status else None,
                sort=sort,
                descending=descending,
            )
        )

    def show_status(self, status: StatusFilter | None) -> None:
        """Filter by a status, as if it had been chosen."""
        self.status.set_value(status)
        self._filtered()

    @Slot(str)
    def _searched(self, text: str) -> None:
        if self._clearing:
            return
        if text and not self._query.text:
            self._sort_before_search = (self._query.sort, self._query.descending)
            self._put(replace(self._query, text=text, sort=ProductSort.RELEVANCE, descending=True))
        elif not text and self._query.sort == ProductSort.RELEVANCE:
            sort, descending = self._sort_before_search
            self._put(replace(self._query, text="", sort=sort, descending=descending))
        else:
            self._put(replace(self._query, text=text))

    @Slot()
    def _filtered(self) -> None:
        self._put(
            replace(
                self._query,
                status=_of(StatusFilter, self.status.value()),
                stock=_of(StockFilter, self.stock.value()),
                vendor=_of(str, self.vendor.value()),
                product_type=_of(str, self.product_type.value()),
                tag=_of(str, self.tag.value()),
                category=_of(str, self.category.value()),
                collection=_of(str, self.collection.value()),
                price_from=self.price.range()[0],
                price_to=self.price.range()[1],
                without=self.without.lacking(),
            )
        )

    def _put(self, query: ProductQuery) -> None:
        if query != self._query:
            self._query = query
            self.described.emit()
            self.changed.emit(query)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        any_text = self.tr("any")
        self.search.set_placeholder(self.tr("Search name, SKU, barcode…"))
        self.status.set_label(self.tr("Status"))
        self.status.set_choices(
            [
                (None, any_text),
                (StatusFilter.ACTIVE, self.tr("active")),
                (StatusFilter.DRAFT, self.tr("draft")),
                (StatusFilter.ARCHIVED, self.tr("archived")),
                (StatusFilter.TRASH, self.tr("in the trash")),
            ]
        )
        self.stock.set_label(self.tr("Stock"))
        self.stock.set_choices(
            [
                (None, any_text),
                (StockFilter.IN, self.tr("in stock")),
                (StockFilter.LOW, self.tr("low")),
                (StockFilter.OUT, self.tr("out")),
            ]
        )
        self.more.set_tip(self.tr("More filters"))
        self.category.set_label(self.tr("Category"))
        self.category.set_any(any_text)
        self.collection.set_label(self.tr("Collection"))
        self.price.set_label(self.tr("Price"))
        self.price.set_any(any_text)
        self.without.set_label(self.tr("Without"))
        self.without.set_any(self.tr("nothing"))
        self.vendor.set_label(self.tr("Vendor"))
        self.product_type.set_label(self.tr("Type"))
        self.tag.set_label(self.tr("Tag"))
        self.show_query(self._query)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _pairs(values: Sequence[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def _of(kind: type[T], value: object) -> T | None:
    return value if isinstance(value, kind) else None
