"""The line that works out prices of a list: for whom, from which quantity on, the formula, and what it would do."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from rustok_desktop.commerce.price_formula import FormulaError, parse_formula
from rustok_desktop.commerce.price_lists_views import ListPricePreview
from rustok_desktop.core.locale import number_style
from rustok_desktop.core.messages import message
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.properties import restyle

LIST, SELECTED, CHOSEN = "list", "selected", "chosen"
_PAUSE_MS = 250
_MOST = 1_000_000


class ListFormulaBar(QWidget):
    """``asked`` wants a preview, ``emptied`` none, ``apply_asked`` the real thing. It shows what it is told."""

    asked = Signal()
    emptied = Signal()
    apply_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "en"
        self._counts = {LIST: 0, SELECTED: 0, CHOSEN: 0}
        self.scope = FilterBox()
        self.quantity = QSpinBox()
        self.quantity.setRange(1, _MOST)
        self.quantity.setGroupSeparatorShown(True)
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        self.line.setClearButtonEnabled(True)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.apply = Button(variant="primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._ask)
        self.line.textChanged.connect(self._changed)
        self.quantity.valueChanged.connect(self._changed)
        self.scope.chosen.connect(self._changed)
        self.apply.clicked.connect(self.apply_asked)
        self.line.returnPressed.connect(self._entered)
        self.retranslate("en")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.scope)
        row.addWidget(self.quantity)
        row.addWidget(self.line, 1)
        told = QHBoxLayout()
        told.setSpacing(SPACE.s)
        told.addWidget(self.outcome, 1)
        told.addWidget(self.apply)
        self.quantity.setFixedWidth(self.fontMetrics().averageCharWidth() * 15)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(row)
        column.addLayout(told)

    # -- what is written ---------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The formula."""
        return self.line.text().strip()

    def set_counts(self, listed: int, selected: int, chosen: int) -> None:
        """How many prices each scope means; one that means none is not offered, and chosen products come first."""
        self._counts = {LIST: listed, SELECTED: selected, CHOSEN: chosen}
        self._show_scopes()

    def choose(self, scope: str) -> None:
        """Set for whom the formula is."""
        self.scope.set_value(scope)

    def clear(self) -> None:
        """Write nothing any more."""
        self.line.clear()
        self.quantity.setValue(1)

    @Slot()
    def _changed(self, _value: object = None) -> None:
        self.apply.setEnabled(False)
        restyle(self.line, "invalid", False)
        if not self.text:
            self._pause.stop()
            self._hint()
            self.emptied.emit()
            return
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        try:
            parse_formula(self.text).worker("price", "USD")
        except FormulaError as error:
            self.refuse(message(error.code, self._language, error.params))
            return
        self.asked.emit()

    @Slot()
    def _entered(self) -> None:
        if self.apply.isEnabled():
            self.apply_asked.emit()

    # -- what it would do --------------------------------------------------------------------------

    def refuse(self, text: str) -> None:
        """Why there is no outcome."""
        restyle(self.line, "invalid", True)
        restyle(self.outcome, "role", "error")
        self.outcome.setText(text)
        self.apply.setEnabled(False)

    def show_preview(self, preview: ListPricePreview) -> None:
        """What would be written."""
        count = preview.added + preview.changed
        restyle(self.outcome, "role", "error" if preview.wrong else "")
        self.outcome.setText("  ·  ".join(self._told(preview)))
        self.apply.setText(self.tr("Set %Ln price(s)", "", count))
        self.apply.setEnabled(count > 0 and not preview.wrong)

    def _told(self, preview: ListPricePreview) -> list[str]:
        parts = [self.tr("%Ln new", "", preview.added), self.tr("%Ln changed", "", preview.changed)]
        if preview.margin_before is not None and preview.margin_after is not None:
            point = number_style(self._language).decimal
            was, becomes = (f"{m:f} %".replace(".", point) for m in (preview.margin_before, preview.margin_after))
            parts.append(self.tr("average margin {was} → {becomes}").format(was=was, becomes=becomes))
        if preview.untouched:
            parts.append(self.tr("%Ln without the amount it starts from", "", preview.untouched))
        if preview.wrong:
            parts.append(self.tr("%Ln would be below zero, so nothing can be set", "", preview.wrong))
        return parts

    def _hint(self) -> None:
        restyle(self.outcome, "role", "muted")
        self.outcome.setText(
            self.tr("From the product's own price, e.g. -10 %, round to .99   ·   -5   ·   = cost * 1.5")
        )
        self.apply.setText(self.tr("Set %Ln price(s)", "", 0))

    def _show_scopes(self) -> None:
        texts = {
            CHOSEN: self.tr("%Ln chosen product(s)", "", self._counts[CHOSEN]),
            LIST: self.tr("all in the list"),
            SELECTED: self.tr("%Ln selected", "", self._counts[SELECTED]),
        }
        kept = self.scope.value()
        offered = [scope for scope in texts if self._counts[scope]] or [LIST]
        self.scope.set_choices([(scope, texts[scope]) for scope in offered])
        self.scope.setEnabled(len(offered) > 1)
        if self.scope.value() != kept:
            self._changed()

    def retranslate(self, language: str) -> None:
        """All words in the language of the window."""
        self._language = language
        self.scope.set_label(self.tr("For"))
        self.quantity.setPrefix(self.tr("from "))
        self.quantity.setAccessibleName(self.tr("From this quantity on"))
        self.quantity.setToolTip(self.tr("The least quantity these prices hold for"))
        self.line.setPlaceholderText(self.tr("-10 %, round to .99"))
        self.line.setAccessibleName(self.tr("Formula"))
        self._show_scopes()
        if not self.text:
            self._hint()
        else:
            self._changed()
