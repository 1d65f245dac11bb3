"""Changing the prices of a whole list by one formula: written, looked at, applied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.price_formula import FormulaError, parse_formula
from rustok_desktop.commerce.views import PricePreview, PricesChanged
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import number_style
from rustok_desktop.core.messages import message
from rustok_desktop.gui.operations.pricing import ApplyPriceChange, CollectProducts, PreviewPriceChange, PriceChange
from rustok_desktop.gui.products.price_preview_model import PRODUCT, PricePreviewModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.properties import restyle
from rustok_desktop.index.schemas import ProductQuery

_PAUSE_MS = 200

# The words of a formula are the same in every currency; the amounts are checked by the preview.
_ANY_CURRENCY = "USD"


class PriceDialog(QDialog):
    """Nothing is written before Apply, and then all of it or nothing. ``applied`` follows the commit."""

    applied = Signal(object)

    def __init__(self, services: GuiServices, query: ProductQuery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._ids: tuple[str, ...] | None = None
        self._asked = 0
        self._shown: tuple[PriceChange, PricePreview] | None = None
        self._busy = False
        self.heading, self.told = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.told.setWordWrap(True)
        self.target = FilterBox()
        self.formula = QLineEdit()
        self.model = PricePreviewModel(services.theme, self)
        self.table = QTableView()
        self.cancel_button = Button()
        self.apply_button = Button(variant="primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._ask)
        self.formula.textChanged.connect(self._changed)
        self.target.chosen.connect(self._changed)
        self.cancel_button.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self._apply)
        self.retranslate()
        self._submit(CollectProducts(query), self._collected)

    def _lay_out(self) -> None:
        theme = self._services.theme
        self.table.setModel(self.model)
        self.table.setProperty("framed", True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(theme.px(30))
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate((220, 140, 130, 100, 110)):
            self.table.setColumnWidth(column, theme.px(width))
        head.setSectionResizeMode(PRODUCT, QHeaderView.ResizeMode.Stretch)
        line, foot = QHBoxLayout(), QHBoxLayout()
        line.setSpacing(SPACE.s)
        line.addWidget(self.target)
        line.addWidget(self.formula, 1)
        foot.setSpacing(SPACE.s)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.apply_button)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column_box.setSpacing(SPACE.m)
        column_box.addWidget(self.heading)
        column_box.addLayout(line)
        column_box.addWidget(self.told)
        column_box.addWidget(self.table, 1)
        column_box.addLayout(foot)
        self.resize(theme.px(820), theme.px(560))
        self.formula.setFocus()

    # -- asking ------------------------------------------------------------------------------------

    def _submit(self, operation: object, on_result: object, *, write: bool = False) -> None:
        self._services.client.submit(
            operation,  # type: ignore[arg-type]
            on_result=on_result,  # type: ignore[arg-type]
            on_error=partial(self._failed, self._asked),
            alive=partial(isValid, self),
            write=write,
        )

    def _collected(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self.retranslate()
        self._ask()

    @Slot()
    def _changed(self, _value: object = None) -> None:
        self._asked += 1  # whatever was asked before is answered too late
        self._shown = None
        self._pause.start()
        self._refresh()

    @Slot()
    def _ask(self) -> None:
        text = self.formula.text().strip()
        if self._ids is None or not text:
            self._refresh()
            return
        if not self._ids:
            return
        try:
            parse_formula(text).worker(str(self.target.value()), _ANY_CURRENCY)
        except FormulaError as error:
            self._tell(message(error.code, self._services.translator.language, error.params), "danger")
            return
        self._asked += 1
        change = PriceChange(text, str(self.target.value()), self._ids)
        self._submit(PreviewPriceChange(change), partial(self._previewed, self._asked, change))

    def _previewed(self, asked: int, change: PriceChange, preview: PricePreview) -> None:
        if asked == self._asked:
            self._shown = (change, preview)
            self.model.show_lines(preview.lines, preview.currency_code)
            self._refresh()

    def _failed(self, asked: int, error: BaseException) -> None:
        self._busy = False
        if asked != self._asked:
            return
        language = self._services.translator.language
        if isinstance(error, AppError):
            self._tell(error.fields[0].text(language) if error.fields else error.text(language), "danger")
        else:
            self._tell(self.tr("Something went wrong. No price was changed."), "danger")
        self.apply_button.setEnabled(False)

    @Slot()
    def _apply(self) -> None:
        if self._shown is None or self._busy:
            return
        change, preview = self._shown
        self._busy = True
        self._refresh()
        versions = tuple(preview.versions.items())
        whole = PriceChange(change.formula, change.target, change.product_ids, versions)
        self._submit(ApplyPriceChange(whole), self._applied, write=True)

    def _applied(self, done: PricesChanged) -> None:
        self.applied.emit(done)
        self.accept()

    # -- showing -----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        preview = self._shown[1] if self._shown is not None else None
        ready = preview is not None and preview.changed > 0 and not preview.wrong
        self.apply_button.setEnabled(ready and not self._busy)
        self.apply_button.setText(self.tr("Change %Ln price(s)", "", preview.changed if preview is not None else 0))
        if preview is None:
            if not self.formula.text().strip():
                self.model.show_lines((), "USD")
                self._tell(self.tr("e.g. +10 %, round to .99   ·   -5   ·   = cost * 2.4   ·   = compare_at - 10 %"))
            return
        self._tell(self._sentence(preview), "danger" if preview.wrong else "")

    def _sentence(self, preview: PricePreview) -> str:
        parts = [
            self.tr("%Ln variant(s) change", "", preview.changed),
            self.tr("in %Ln product(s)", "", preview.products),
        ]
        if preview.margin_before is not None and preview.margin_after is not None:
            point = number_style(self._services.translator.language).decimal
            was, becomes = (f"{m:f} %".replace(".", point) for m in (preview.margin_before, preview.margin_after))
            parts.append(self.tr("average margin {was} → {becomes}").format(was=was, becomes=becomes))
        if preview.untouched:
            parts.append(self.tr("%Ln left as they are", "", preview.untouched))
        if preview.wrong:
            parts.append(self.tr("%Ln would break a rule, so nothing can be changed", "", preview.wrong))
        return "  ·  ".join(parts)

    def _tell(self, text: str, role: str = "muted") -> None:
        restyle(self.told, "role", role)
        self.told.setText(text)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        count = len(self._ids) if self._ids is not None else 0
        title = self.tr("Change prices of %Ln product(s)", "", count)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.target.set_label(self.tr("Change"))
        self.target.set_choices(
            [("price", self.tr("Price")), ("compare_at", self.tr("Compare at")), ("cost", self.tr("Cost"))]
        )
        self.formula.setPlaceholderText(self.tr("+10 %, round to .99"))
        self.formula.setAccessibleName(self.tr("Formula"))
        self.table.setAccessibleName(self.tr("First rows of the change"))
        heads = (self.tr("Product"), self.tr("Variant"), self.tr("SKU"), self.tr("Now"), self.tr("After"))
        self.model.set_texts(heads, self._services.translator.language)
        self.cancel_button.setText(self.tr("Cancel"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
