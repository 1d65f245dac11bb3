"""Search and filters above the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.index.schemas import Facets, ProductQuery, ProductSort, StatusFilter, StockFilter

T = TypeVar("T")


class _ListSearchField(SearchField):
    """Wide enough for its placeholder, and grows with the line it stands in."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.placeholderText()) + metrics.height() * 5
        return QSize(wide, super().sizeHint().height())


class ProductFilters(QWidget):
    """The question a list answers. ``changed`` carries the query after every change by a person."""

    changed = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ProductQuery()
        self._sort_before_search = (self._query.sort, self._query.descending)
        self.search = _ListSearchField(icons)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.status, self.stock = FilterBox(), FilterBox()
        self.vendor, self.product_type, self.tag = FilterBox(), FilterBox(), FilterBox()
        self._facets = Facets((), (), ())
        self.more = IconButton(icons.icon("filter", "muted", "accent"), "", outlined=True)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._arrange)
        self._clearing = False
        flow = FlowLayout(self, spacing=10)
        flow.addWidget(self.search)
        for widget in (self.status, self.stock, self.more, self.vendor, self.product_type, self.tag):
            flow.addWidget(widget)
        for box in self.boxes():
            box.chosen.connect(self._filtered)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.search.searched.connect(self._searched)
        self.retranslate()

    def boxes(self) -> tuple[FilterBox, ...]:
        """The filters, left to right."""
        return (self.status, self.stock, self.vendor, self.product_type, self.tag)

    @property
    def query(self) -> ProductQuery:
        """The question as it stands."""
        return self._query

    @property
    def filtering(self) -> bool:
        """Whether anything narrows the list."""
        query = self._query
        return bool(query.text or query.status or query.stock or query.vendor or query.product_type or query.tag)

    def set_facets(self, facets: Facets) -> None:
        """The values there are; a filter without values hides."""
        self._facets = facets
        self._fill(self.vendor, facets.vendors)
        self._fill(self.product_type, facets.product_types)
        self._fill(self.tag, facets.tags)
        self._arrange()

    def _fill(self, box: FilterBox, values: Sequence[str]) -> None:
        chosen = box.value()
        gone = [chosen] if chosen is not None and chosen not in values else []  # still asked for, so still shown
        known = [str(value) for value in (*values, *gone)]
        box.set_choices([(None, self.tr("any")), *((value, value) for value in known)])
        box.setEnabled(bool(known))

    def _arrange(self) -> None:
        """Everything in one line where it fits; else the rarer filters hide behind a button unless they are used."""
        rare = [box for box in (self.vendor, self.product_type, self.tag) if box.isEnabled()]
        line = [self.search, self.status, self.stock, *rare]
        fits = sum(widget.sizeHint().width() + 10 for widget in line) - 10 <= self.width()
        self.more.setVisible(bool(rare) and not fits)
        for box in (self.vendor, self.product_type, self.tag):
            box.setVisible(box in rare and (fits or self.more.isChecked() or box.value() is not None))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()

    def set_sort(self, sort: ProductSort, descending: bool) -> None:
        """Another order, chosen at a head."""
        self._put(replace(self._query, sort=sort, descending=descending))
        self._sort_before_search = (sort, descending)

    @Slot()
    def clear(self) -> None:
        """No search, no filters."""
        for box in self.boxes():
            box.set_value(None)
        self._clearing = True
        self.search.clear_now()
        self._clearing = False
        self._arrange()
        sort, descending = self._sort_before_search
        self._put(ProductQuery(sort=sort, descending=descending))

    def narrow(self, stock: str | None, status: str | None) -> None:
        """Only this stock state or status, without search and other filters, as if it had been chosen."""
        self.clear()
        self.stock.set_value(StockFilter(stock) if stock else None)
        self.status.set_value(StatusFilter(status) if status else None)
        self._filtered()

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
            )
        )

    def _put(self, query: ProductQuery) -> None:
        if query != self._query:
            self._query = query
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
        self.more.set_tip(self.tr("More filters: vendor, type, tag"))
        self.vendor.set_label(self.tr("Vendor"))
        self.product_type.set_label(self.tr("Type"))
        self.tag.set_label(self.tr("Tag"))
        self.set_facets(self._facets)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _of(kind: type[T], value: object) -> T | None:
    return value if isinstance(value, kind) else None
