"""A rule as rows of field, comparison and value."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rustok_desktop.commerce.collections_views import ConditionView, RuleView
from rustok_desktop.core.money import AmountError, parse_amount, plain_amount
from rustok_desktop.gui.products.entry import money_text, plain_money
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.properties import restyle

_WORDS = ("is", "is_not", "contains", "not_contains", "starts", "ends")
_NUMBERS = ("is", "is_not", "over", "under")
_OPERATORS = {"price": _NUMBERS, "stock": _NUMBERS, "status": ("is", "is_not")}
_FIELDS = ("tag", "title", "vendor", "type", "category", "status", "price", "stock")
_STATUSES = ("active", "draft", "archived")


class ConditionRow(QWidget):
    """One condition. ``changed`` follows every choice and letter; ``gone`` the button that takes it away."""

    changed = Signal()
    gone = Signal()

    def __init__(self, icons: Icons, currency: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._language = language
        self.field, self.operator, self.status = QComboBox(), QComboBox(), QComboBox()
        self.value = QLineEdit()
        self.away = IconButton(icons.icon("x", "muted"), self.tr("Remove condition"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for widget in (self.field, self.operator):
            row.addWidget(widget)
        row.addWidget(self.value, 1)
        row.addWidget(self.status, 1)
        row.addWidget(self.away)
        for name in _FIELDS:
            self.field.addItem("", name)
        for name in _STATUSES:
            self.status.addItem("", name)
        self.retranslate()
        self._show_operators()
        self.field.activated.connect(self._field_chosen)
        self.operator.activated.connect(self.changed)
        self.status.activated.connect(self.changed)
        self.value.textEdited.connect(self.changed)
        self.away.clicked.connect(self.gone)

    def show_condition(self, condition: ConditionView) -> None:
        """Shows what was stored, without telling."""
        self.field.setCurrentIndex(self.field.findData(condition.field))
        self._show_operators()
        self.operator.setCurrentIndex(self.operator.findData(condition.operator))
        value = condition.value
        if condition.field == "status":
            self.status.setCurrentIndex(self.status.findData(value))
        elif condition.field == "price" and isinstance(value, int):
            self.value.setText(money_text(plain_amount(value, self._currency), self._language))
        else:
            self.value.setText(str(value))

    def condition(self) -> ConditionView:
        """What is shown; a number that is none stays as it was typed, for the rule to refuse."""
        field, operator = str(self.field.currentData()), str(self.operator.currentData())
        return ConditionView(field, operator, self._value(field))

    def _value(self, field: str) -> str | int:
        text = self.value.text().strip()
        if field == "status":
            return str(self.status.currentData())
        try:
            if field == "price":
                return parse_amount(text, self._currency)
            return int(text) if field == "stock" else text
        except (AmountError, ValueError):
            return text

    def set_language(self, language: str) -> None:
        """An amount in it gets the decimal mark of another language of the window."""
        if self.field.currentData() == "price":
            self.value.setText(money_text(plain_money(self.value.text(), self._language), language))
        self._language = language

    def mark(self, text: str | None) -> None:
        """Red, with the reason, or plain again."""
        restyle(self.value, "invalid", text is not None)
        self.value.setToolTip(text or "")
        self.value.setAccessibleDescription(text or "")

    @Slot()
    def _field_chosen(self) -> None:
        self._show_operators()
        self.changed.emit()

    def _show_operators(self) -> None:
        field = str(self.field.currentData())
        kept = self.operator.currentData()
        self.operator.clear()
        for name in _OPERATORS.get(field, _WORDS):
            self.operator.addItem(self._operator_text(field, name), name)
        self.operator.setCurrentIndex(max(0, self.operator.findData(kept)))
        self.status.setVisible(field == "status")
        self.value.setVisible(field != "status")

    def _operator_text(self, field: str, name: str) -> str:
        if field == "tag" and name in ("is", "is_not"):
            return self.tr("is among them") if name == "is" else self.tr("is not among them")
        return {
            "is": self.tr("is"),
            "is_not": self.tr("is not"),
            "contains": self.tr("contains"),
            "not_contains": self.tr("does not contain"),
            "starts": self.tr("starts with"),
            "ends": self.tr("ends with"),
            "over": self.tr("is above"),
            "under": self.tr("is below"),
        }[name]

    def retranslate(self) -> None:
        """All words in the language of the window."""
        fields = {
            "tag": self.tr("Tag"),
            "title": self.tr("Title"),
            "vendor": self.tr("Vendor"),
            "type": self.tr("Product type"),
            "category": self.tr("Category"),
            "status": self.tr("Status"),
            "price": self.tr("Price, {currency}").format(currency=self._currency),
            "stock": self.tr("Stock"),
        }
        statuses = {"active": self.tr("Active"), "draft": self.tr("Draft"), "archived": self.tr("Archived")}
        for box, texts in ((self.field, fields), (self.status, statuses)):
            for index in range(box.count()):
                box.setItemText(index, texts[box.itemData(index)])
        for index in range(self.operator.count()):
            text = self._operator_text(str(self.field.currentData()), self.operator.itemData(index))
            self.operator.setItemText(index, text)
        self.field.setAccessibleName(self.tr("Field"))
        self.operator.setAccessibleName(self.tr("Comparison"))
        self.value.setAccessibleName(self.tr("Value"))
        self.status.setAccessibleName(self.tr("Value"))
        self.away.set_tip(self.tr("Remove condition"))


class RuleEditor(QWidget):
    """All of them, or any; the conditions; one more. ``changed`` follows every edit."""

    changed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._currency = "USD"
        self._language = "en"
        self.rows: list[ConditionRow] = []
        self.match = ChoiceRow()
        self.add_button = Button("", icons.icon("plus", "text"), "ghost", compact=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.match)
        head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.s)
        whole.addLayout(head)
        whole.addLayout(self._column)
        whole.addLayout(foot)
        self.retranslate()
        self.match.chosen.connect(self.changed)
        self.add_button.clicked.connect(self._add_asked)

    def show_rule(self, rule: RuleView, currency: str) -> None:
        """Shows a rule without telling."""
        self._currency = currency
        for row in list(self.rows):
            self._drop(row)
        self.match.set_value(rule.match)
        for condition in rule.conditions:
            self._add().show_condition(condition)

    def set_language(self, language: str) -> None:
        """How amounts are written."""
        self._language = language
        for row in self.rows:
            row.set_language(language)

    def rule(self) -> RuleView:
        """What is shown."""
        return RuleView(str(self.match.value()), tuple(row.condition() for row in self.rows))

    def mark(self, problems: dict[str, str]) -> None:
        """Marks the rows that ``rule/<index>`` names."""
        for index, row in enumerate(self.rows):
            row.mark(problems.get(f"rule/{index}"))

    def _add(self) -> ConditionRow:
        row = ConditionRow(self._icons, self._currency, self._language)
        row.changed.connect(self.changed)
        row.gone.connect(partial(self._away, row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _away(self, row: ConditionRow) -> None:
        self._drop(row)
        self.changed.emit()

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _add_asked(self) -> None:
        self._add().value.setFocus()
        self.changed.emit()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.match.set_choices([("all", self.tr("All conditions hold")), ("any", self.tr("Any condition holds"))])
        self.match.setAccessibleName(self.tr("How conditions are joined"))
        self.add_button.setText(self.tr("Add condition"))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
