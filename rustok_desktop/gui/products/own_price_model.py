"""The variants' own prices in one currency as they are typed, and what holds now beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from rustok_desktop.commerce.price_lists_views import ProductPrices, VariantPrices
from rustok_desktop.core.locale import format_number, number_style
from rustok_desktop.core.money import format_amount, margin
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import money_text, plain_money, read_money
from rustok_desktop.gui.products.product_texts import MONEY, variant_path
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
VARIANT, PRICE, COMPARE, COST, MARGIN, NOW = range(6)
_WRITTEN = {PRICE: MONEY[0], COMPARE: MONEY[1], COST: MONEY[2]}
NOTHING = "—"


class OwnPriceModel(HeadedTableModel):
    """What is typed is an unsaved edit of the product, as in the grid of variants."""

    def __init__(self, controller: EditorController, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(NOW + 1, (PRICE, COMPARE, COST, MARGIN), parent=parent)
        self._controller = controller
        self._theme = theme
        self._keys: list[str] = []
        self._held: dict[str, VariantPrices] = {}
        self._from = "{quantity}"
        self.currency = "USD"

    def set_texts(self, heads: tuple[str, ...], from_text: str) -> None:
        """Heads in the order of columns, and ``from {quantity}``."""
        self._from = from_text
        self.set_heads(heads)
        self._all_changed()

    def refresh(self) -> None:
        """Other variants, or other texts of the same ones."""
        state = self._controller.state
        keys = state.variant_keys() if state is not None else []
        if keys == self._keys:
            self._all_changed()
            return
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()

    def show_held(self, prices: ProductPrices | None) -> None:
        """What holds now; None while it is not known."""
        self._held = {one.variant_id: one for one in prices.variants} if prices is not None else {}
        self._all_changed()

    def set_currency(self, currency: str) -> None:
        """Show prices in another money."""
        self.currency, self._held = currency, {}
        self._all_changed()

    def path(self, row: int, column: int) -> str:
        """The field of a cell that is written."""
        return variant_path(self._keys[row], _WRITTEN[column], self.currency)

    def find(self, path: str) -> tuple[int, int] | None:
        """Where a field stands, None when it is not here."""
        for row, key in enumerate(self._keys):
            for column, name in _WRITTEN.items():
                if variant_path(key, name, self.currency) == path:
                    return row, column
        return None

    def row_total(self) -> int:
        """One line per variant."""
        return len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Price, compare-at price and cost are written."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in _WRITTEN else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Type into a cell."""
        if role != Qt.ItemDataRole.EditRole or index.column() not in _WRITTEN:
            return False
        text = plain_money(str(value).strip(), self._controller.language)
        return self._controller.edit(self.path(index.row(), index.column()), text)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts as typed; wrong ones red, unsaved ones in the accent."""
        if not index.isValid() or self._controller.state is None:
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.FontRole and column != VARIANT:
            return self._theme.font("strong" if column == NOW else "body", tabular=True)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(row, column))
        return None

    def _text(self, row: int, column: int) -> str:
        key = self._keys[row]
        if column == VARIANT:
            state = self._controller.state
            variant = state.variants.get(key) if state is not None else None
            return variant.title if variant is not None else NOTHING
        if column in _WRITTEN:
            return money_text(self._controller.text(self.path(row, column)), self._controller.language)
        if column == MARGIN:
            return self._margin(row)
        held = self._held.get(key)
        return self._steps(held) if held is not None else ""

    def _steps(self, held: VariantPrices) -> str:
        language = self._controller.language
        parts = []
        for step in held.steps:
            amount = step.price.amount
            text = NOTHING if amount is None else format_amount(amount, self.currency, language)
            if step.from_quantity > 1:
                text = f"{self._from.format(quantity=format_number(step.from_quantity, language))}: {text}"
            parts.append(text)
        return "  ·  ".join(parts)

    def _margin(self, row: int) -> str:
        amounts = []
        for column in (PRICE, COST):
            path = self.path(row, column)
            text = self._controller.text(path)
            amounts.append(read_money(path, text, self.currency, language=self._controller.language)[0])
        price, cost = amounts
        share = margin(price, cost) if price is not None else None
        if share is None:
            return NOTHING
        return f"{share:f} %".replace(".", number_style(self._controller.language).decimal).replace("-", "−")

    def _tip(self, row: int, column: int) -> str | None:
        if column in _WRITTEN:
            problem = self._controller.problems().get(self.path(row, column))
            return problem.text(self._controller.language) if problem is not None else None
        held = self._held.get(self._keys[row])
        if column != NOW or held is None:
            return None
        names = dict.fromkeys(s.price.offer.terms.name for s in held.steps if s.price.offer is not None)
        return ", ".join(names) or None

    def _colour(self, row: int, column: int) -> str:
        tokens, state = self._theme.tokens, self._controller.state
        if column not in _WRITTEN or state is None:
            return tokens.muted if column == MARGIN else tokens.text
        path = self.path(row, column)
        if path in self._controller.problems():
            return tokens.danger
        return tokens.accent if state.is_dirty(path) else tokens.text
