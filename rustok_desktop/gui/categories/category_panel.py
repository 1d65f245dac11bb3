"""The right side of the Categories page: one category and its products."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.categories.category_product_model import PAGE, CategoryProductModel
from rustok_desktop.gui.categories.category_product_view import CategoryProductView
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.taxonomy import FindProducts, FoundProduct, PutProducts, ReadCategoryProducts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.taxonomy.views import Assigned, CategoryNode, CategoryProduct


class CategoryPanel(QWidget):
    """``changed`` follows products added or removed; ``failed`` carries errors."""

    changed = Signal()
    failed = Signal(object)
    history_asked = Signal(str, str, str)  # kind, id, name

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._node: CategoryNode | None = None
        self._asked = 0
        self.model = CategoryProductModel(self)
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.path = QLabel()
        self.path.setProperty("role", "muted")
        self.history_button = IconButton(services.icons.icon("clock", "muted"), "")
        self.search = SearchField(services.icons)
        self.products = CategoryProductView(self.model, services.theme, services.icons)
        self.empty = EmptyState(services.icons.icon("box", "muted"))
        self._lay_out()
        self.history_button.clicked.connect(self._look_back)
        self.search.searched.connect(self._searched)
        self.model.more_asked.connect(self._read_more)
        self.products.act_asked.connect(self._act)
        self.products.opened.connect(self._open)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card(margin=1)
        inset = self._services.theme.px(14)
        head = QVBoxLayout()
        head.setContentsMargins(inset, inset - 2, inset, 0)
        head.setSpacing(SPACE.s)
        line = QHBoxLayout()
        line.addWidget(self.title)
        line.addStretch(1)
        line.addWidget(self.path)
        line.addWidget(self.history_button)
        head.addLayout(line)
        head.addWidget(self.search)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.products)
        self.stack.addWidget(self.empty)
        card.body.addLayout(head)
        card.body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_category(self, node: CategoryNode | None) -> None:
        """Another category, or the same with other figures; the search is cleared for another one."""
        other = node is None or self._node is None or node.id != self._node.id
        self._node = node
        self.search.setEnabled(node is not None)
        self.history_button.setEnabled(node is not None)
        if other and self.search.text():
            self.search.clear_now()
        self._show_words()
        self.read()

    @Slot()
    def _look_back(self) -> None:
        if self._node is not None:
            self.history_asked.emit("category", self._node.id, self._node.name)

    @Slot()
    def read(self) -> None:
        """Read the list that is shown again."""
        if self._node is None:
            self.model.show_products(())
            self._show_state()
        elif self.search.text().strip():
            self._searched(self.search.text().strip())
        else:
            self._read_more(0)

    @Slot(int)
    def _read_more(self, skip: int) -> None:
        node = self._node
        if node is None:
            return
        self._asked += 1
        self._services.client.submit(
            ReadCategoryProducts(node.id, skip, PAGE),
            on_result=partial(self._listed, self._asked, skip > 0),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _listed(self, request: int, append: bool, products: tuple[CategoryProduct, ...]) -> None:
        if request == self._asked:
            self.model.show_products(products, append=append)
            self._show_state()

    @Slot(str)
    def _searched(self, text: str) -> None:
        node = self._node
        if node is None or not text:
            self.read()
            return
        self._asked += 1
        self._services.client.submit(
            FindProducts(node.id, text),
            on_result=partial(self._found, self._asked),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _found(self, request: int, hits: tuple[FoundProduct, ...]) -> None:
        if request == self._asked:
            self.model.show_hits(hits)
            self._show_state()

    @Slot(str, str)
    def _act(self, act: str, product_id: str) -> None:
        if self._node is not None:
            self._put(PutProducts(self._node.id, (product_id,), out=act == "remove"))

    def _put(self, operation: PutProducts) -> None:
        self._services.client.submit(
            operation,
            on_result=partial(self._done, operation),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
            write=True,
        )

    def _done(self, operation: PutProducts, assigned: Assigned) -> None:
        if operation.out and assigned.txid is not None:
            text = self.tr("%Ln product(s) taken out of the category", "", assigned.count)
            offer_undo(self._services, self, text, assigned.txid, self.changed.emit)
        self.changed.emit()

    @Slot(str)
    def _open(self, product_id: str) -> None:
        self._services.navigator.go("products", product_id=product_id)

    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.products if self.model.rowCount() else self.empty)
        if self._node is None:
            self.empty.set_texts(self.tr("No category chosen"), self.tr("Choose one at the left to see its products."))
        elif self.search.text().strip():
            self.empty.set_texts(self.tr("Nothing found"), self.tr("No product matches these words."))
        else:
            text = self.tr("Find products by title or SKU in the field above and add them with a click.")
            self.empty.set_texts(self.tr("No products in this category"), text)

    def _show_words(self) -> None:
        node = self._node
        self.title.setText(node.name if node is not None else "")
        count = node.own if node is not None else 0
        words = self.tr("%Ln product(s)", "", count)
        if node is not None and node.total > node.own:
            more = format_number(node.total, self._services.translator.language)
            words = self.tr("{own} · {total} with subcategories").format(own=words, total=more)
        self.path.setText(words if node is not None else "")
        self.title.setToolTip(node.path if node is not None else "")

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.search.set_placeholder(self.tr("Add products: title or SKU"))
        self.history_button.set_tip(self.tr("History of the category"))
        self.products.setAccessibleName(self.tr("Products of the category"))
        self.products.delegate.states = {
            "draft": self.tr("Draft"),
            "active": self.tr("Active"),
            "archived": self.tr("Archived"),
        }
        self._show_words()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
