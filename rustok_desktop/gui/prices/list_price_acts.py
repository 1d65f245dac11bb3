"""Acts on the prices of the list in the editor: find, add, take out, write one, and by formula."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from rustok_desktop.commerce.price_lists_views import ListPriceLine, ListPricePreview, PriceListSaved
from rustok_desktop.commerce.views import PriceLine
from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.asker import Asker
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.collections import FindProducts
from rustok_desktop.gui.operations.price_lists import (
    ApplyListFormula,
    ListFormula,
    PreviewListFormula,
    SetListPrices,
)
from rustok_desktop.gui.prices.list_formula_bar import CHOSEN, SELECTED
from rustok_desktop.gui.prices.list_price_model import PRICE
from rustok_desktop.gui.prices.price_list_editor import PriceListEditor
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductRow


class ListPriceActs(QObject):
    """Listens to the editor; ``done`` follows every change that was saved."""

    done = Signal()

    def __init__(
        self,
        services: GuiServices,
        editor: PriceListEditor,
        failed: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._failed = failed
        self._ask = Asker(services.client, self, failed)
        self._chosen: tuple[str, ...] = ()
        self._asked = 0
        self._shown: ListFormula | None = None
        editor.find_asked.connect(self._find)
        editor.add_asked.connect(self._add)
        editor.remove_asked.connect(self._remove)
        editor.model.typed.connect(self._typed)
        editor.table.selectionModel().selectionChanged.connect(self.count)
        editor.model.modelReset.connect(self.count)
        editor.bar.asked.connect(self._preview)
        editor.bar.emptied.connect(self._forget)
        editor.bar.apply_asked.connect(self._apply)

    def _list(self) -> str | None:
        return self._editor.draft.id if self._editor.draft is not None else None

    def _currency(self) -> str:
        draft = self._editor.draft
        return str(draft.row.currency_code) if draft is not None and draft.row is not None else "USD"

    # -- products to put in ------------------------------------------------------------------------

    def choose(self, product_ids: tuple[str, ...]) -> None:
        """Products that somebody chose elsewhere; the formula is for them until it was applied."""
        self._chosen = product_ids
        self.count()
        if product_ids:
            self._editor.bar.choose(CHOSEN)

    @Slot()
    def count(self) -> None:
        """Tell the formula how many each scope means."""
        editor = self._editor
        listed = editor.model.rowCount()
        if editor.filter.text().strip() and editor.draft is not None and editor.draft.row is not None:
            listed = editor.draft.row.count  # a formula for the list is for all that is in it
        editor.bar.set_counts(listed, len(editor.selected_rows()), len(self._chosen))

    @Slot(str)
    def _find(self, text: str) -> None:
        if text:
            self._ask(FindProducts(text), partial(self._found, text))
        else:
            self._editor.show_found(())

    def _found(self, text: str, rows: tuple[ProductRow, ...]) -> None:
        if self._editor.search.text().strip() == text:
            self._editor.show_found(rows)

    @Slot(str)
    def _add(self, product_id: str) -> None:
        """With the prices it has: what differs is written then."""
        price_list = self._list()
        if price_list is not None:
            added = ListFormula(price_list, "= price", product_ids=(product_id,))
            self._ask(ApplyListFormula(added), self._added, write=True)

    def _added(self, saved: PriceListSaved) -> None:
        if saved.txid is None:
            text = self.tr("Nothing was added: it is in the list, or has no price of its own in this currency.")
            self._services.notices.show(text, "warn")
        self._editor.search.clear_now()
        self._editor.show_found(())
        self.done.emit()

    # -- prices ------------------------------------------------------------------------------------

    @Slot()
    def _remove(self) -> None:
        price_list, rows = self._list(), self._editor.selected_rows()
        if price_list is None or not rows:
            return
        prices = [self._editor.model.price(row) for row in rows]
        gone = tuple((price.variant_id, price.min_quantity) for price in prices)
        self._ask(SetListPrices(price_list, remove=gone), partial(self._removed, len(gone)), write=True)

    def _removed(self, count: int, saved: PriceListSaved) -> None:
        if saved.txid is not None:
            text = self.tr("%Ln price(s) taken out of the list", "", count)
            offer_undo(self._services, self, text, saved.txid, self.done.emit)
        self.done.emit()

    @Slot(int, int, str)
    def _typed(self, row: int, column: int, text: str) -> None:
        price_list, price = self._list(), self._editor.model.price(row)
        if price_list is None:
            return
        if column == PRICE:
            language = self._services.translator.language
            amount, problem = read_money("price", text, self._currency(), language=language)
            if amount is None:
                told = problem.text(language) if problem is not None else self.tr("A price is needed.")
                self._services.notices.show(told, "error")
                return
            change = SetListPrices(price_list, ((price.variant_id, price.min_quantity, amount),))
        else:
            digits = text.replace("\u00a0", "").replace(" ", "")
            if not (digits.isascii() and digits.isdigit() and int(digits)):
                self._services.notices.show(self.tr("A quantity is a whole number from 1 on."), "error")
                return
            moved = (price.variant_id, int(digits), price.amount)
            change = SetListPrices(price_list, (moved,), ((price.variant_id, price.min_quantity),))
        self._ask(change, lambda _saved: self.done.emit(), write=True)

    # -- formula -----------------------------------------------------------------------------------

    def _formula(self) -> ListFormula | None:
        price_list, bar = self._list(), self._editor.bar
        if price_list is None or not bar.text:
            return None
        scope = bar.scope.value()
        products = self._chosen if scope == CHOSEN else ()
        rows = self._editor.selected_rows() if scope == SELECTED else []
        variants = tuple(dict.fromkeys(self._editor.model.price(row).variant_id for row in rows))
        return ListFormula(price_list, bar.text, bar.quantity.value(), products, variants)

    @Slot()
    def _preview(self) -> None:
        formula = self._formula()
        if formula is None:
            return
        self._asked += 1
        previewed = partial(self._previewed, self._asked, formula)
        self._ask(PreviewListFormula(formula), previewed, on_error=partial(self._refused, self._asked))

    def _previewed(self, asked: int, formula: ListFormula, preview: ListPricePreview) -> None:
        if asked != self._asked or self._formula() != formula:
            return
        self._shown = ListFormula(
            formula.price_list_id, formula.formula, formula.min_quantity, formula.product_ids, formula.variant_ids,
            preview.version,
        )  # fmt: skip
        editor = self._editor
        editor.preview.show_lines(tuple(map(_line, preview.lines)), preview.currency_code)
        editor.bar.show_preview(preview)
        editor.sheets.setCurrentWidget(editor.preview_table)

    def _refused(self, asked: int, error: BaseException) -> None:
        if asked != self._asked:
            return
        if not isinstance(error, AppError):
            self._failed(error)
            return
        language = self._services.translator.language
        self._editor.bar.refuse(error.fields[0].text(language) if error.fields else error.text(language))

    @Slot()
    def _forget(self) -> None:
        self._asked += 1
        self._shown = None

    @Slot()
    def _apply(self) -> None:
        if self._shown is not None and self._shown.formula == self._editor.bar.text:
            self._ask(ApplyListFormula(self._shown), self._applied, write=True)

    def _applied(self, saved: PriceListSaved) -> None:
        self._chosen = ()
        self._editor.bar.clear()
        self.count()
        if saved.txid is not None:
            text = self.tr("%Ln price(s) set", "", saved.prices)
            offer_undo(self._services, self, text, saved.txid, self.done.emit)
        self.done.emit()


def _line(line: ListPriceLine) -> PriceLine:
    """Beside what is new stands what holds without the list."""
    was = line.base if line.was is None else line.was
    return PriceLine(
        line.product_id, line.product_title, line.variant_id, line.variant_title, line.sku, was, line.becomes,
        line.problem,
    )  # fmt: skip
