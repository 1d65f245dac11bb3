"""One edit over many products: fields chosen, outcome looked at, products left out, applied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.views import BulkLine
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.operations.bulk import (
    ApplyBulk,
    BulkAsked,
    BulkLists,
    BulkProgress,
    BulkResult,
    PreviewBulk,
    ReadBulkLists,
)
from rustok_desktop.gui.operations.pricing import CollectProducts
from rustok_desktop.gui.products.bulk_fields import BulkFields
from rustok_desktop.gui.products.bulk_preview_model import BECOMES, PRODUCT, BulkPreviewModel
from rustok_desktop.gui.products.bulk_words import bulk_value_text, changed_field_name
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.busy_bar import BusyBar
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.properties import restyle
from rustok_desktop.index.schemas import ProductQuery

_PAUSE_MS = 250


class BulkEditDialog(QDialog):
    """Over chosen products, or over everything a list shows. ``applied`` follows what was written."""

    applied = Signal(object)

    def __init__(
        self,
        services: GuiServices,
        query: ProductQuery,
        product_ids: tuple[str, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._ids = product_ids
        self._asked = 0
        self._shown: BulkAsked | None = None
        self._handle: HandlePort | None = None
        self._names: dict[str, str] = {}  # of collections and categories
        self.heading, self.told = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.told.setWordWrap(True)
        self.fields = BulkFields()
        self.all = QCheckBox()
        self.all.setChecked(True)
        self.model = BulkPreviewModel(services.theme, self)
        self.table = QTableView()
        self.bar = BusyBar()
        self.cancel_button, self.apply_button = Button(), Button(variant="primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._submit(ReadBulkLists(), self._show_lists)
        if product_ids is None:
            self._submit(CollectProducts(query), self._collected)

    def _lay_out(self) -> None:
        theme = self._services.theme
        table = self.table
        table.setModel(self.model)
        table.setProperty("framed", True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(theme.px(30))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate((240, 130, 190, 190)):
            table.setColumnWidth(column, theme.px(width))
        head.setSectionResizeMode(PRODUCT, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(BECOMES, QHeaderView.ResizeMode.Stretch)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.apply_button)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column_box.setSpacing(SPACE.m)
        for widget in (self.heading, self.fields, self.told):
            column_box.addWidget(widget)
        column_box.addWidget(table, 1)
        column_box.addWidget(self.bar)
        column_box.addLayout(foot)
        self.resize(theme.px(980), theme.px(640))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self.fields.changed.connect(self._changed)
        self.model.ticked.connect(self._refresh)
        self.all.clicked.connect(self.model.tick_all)
        self.cancel_button.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self._apply)

    # -- asking ------------------------------------------------------------------------------------

    def _submit(self, operation: object, on_result: object) -> None:
        self._services.client.submit(
            operation,  # type: ignore[arg-type]
            on_result=on_result,  # type: ignore[arg-type]
            on_error=partial(self._failed, self._asked),
            alive=partial(isValid, self),
        )

    def _collected(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self.retranslate()
        self._changed()

    def _show_lists(self, lists: BulkLists) -> None:
        collections = [(row.id, row.title) for row in lists.collections]
        categories = [(node.id, node.path) for node in lists.categories]
        self._names = dict((*collections, *categories))
        self.fields.set_lists(collections, categories)

    @Slot()
    def _changed(self) -> None:
        self._asked += 1  # whatever was asked before is answered too late
        self._shown = None
        self._pause.start()
        self._refresh()

    @Slot()
    def _ask(self) -> None:
        changes, problem = self.fields.changes(), self.fields.problem()
        if problem is not None:
            self.model.show_lines(())
            self._tell(problem.text(self._services.translator.language), "danger")
            return
        if not self._ids or not changes:
            self.model.show_lines(())
            self._refresh()
            return
        asked = BulkAsked(changes, self._ids)
        self._submit(PreviewBulk(asked), partial(self._previewed, self._asked, asked))

    def _previewed(self, asked: int, of: BulkAsked, lines: tuple[BulkLine, ...]) -> None:
        if asked == self._asked:
            self._shown = of
            self.model.show_lines(lines)
            self._refresh()

    def _failed(self, asked: int, error: BaseException) -> None:
        self._handle = None
        self.bar.set_busy(False)
        if asked != self._asked:
            return
        if isinstance(error, AppError):
            language = self._services.translator.language
            text = error.fields[0].text(language) if error.fields else error.text(language)
        else:
            text = self.tr("Something went wrong.")
        self._refresh()
        self._tell(f"{text} {self.tr('No product was changed.')}", "danger")
        self.apply_button.setEnabled(False)

    @Slot()
    def _apply(self) -> None:
        if self._shown is None or self._handle is not None:
            return
        lines = self.model.chosen
        versions = {line.product_id: line.version for line in lines}
        asked = BulkAsked(self._shown.changes, tuple(versions), versions)
        self._handle = self._services.client.submit(
            ApplyBulk(asked),
            on_result=self._applied,
            on_error=partial(self._failed, self._asked),
            on_progress=self._progress,
            on_cancelled=self._stopped,
            alive=partial(isValid, self),
        )
        self.bar.set_busy(True, 0, len(versions))
        self._refresh()

    def _progress(self, progress: BulkProgress) -> None:
        self.bar.set_busy(True, progress.done, progress.total)
        language = self._services.translator.language
        done, total = format_number(progress.done, language), format_number(progress.total, language)
        self._tell(self.tr("{done} of {total} done").format(done=done, total=total))

    def _applied(self, result: BulkResult) -> None:
        self._handle = None
        self.applied.emit(result)
        self.accept()

    def _stopped(self, result: BulkResult | None = None) -> None:
        """Nothing was changed, unless the stop came too late."""
        if result is not None:
            self._applied(result)
            return
        self._handle = None
        super().reject()

    @Slot()
    def reject(self) -> None:
        """Close; while it is being written: stop, and everything is as it was."""
        if self._handle is not None:
            self._handle.cancel()
            self.cancel_button.setEnabled(False)
            return
        super().reject()

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        chosen = len(self.model.chosen) if self._shown is not None else 0
        self.apply_button.setEnabled(chosen > 0 and self._handle is None)
        self.apply_button.setText(self.tr("Change %Ln product(s)", "", chosen))
        self.fields.setEnabled(self._handle is None)
        self.all.setVisible(self.model.rowCount() > 0)
        if self._handle is not None:
            return
        if self._shown is None:
            self._tell(self.tr("Tick what is to change; you see the outcome below before anything is written."))
            return
        parts = [self.tr("%Ln product(s) change", "", chosen)]
        same = len(self._shown.product_ids) - chosen - self.model.refused
        if same > 0:
            parts.append(self.tr("%Ln stay(s) as they are", "", same))
        if self.model.refused:
            parts.append(self.tr("%Ln cannot be changed", "", self.model.refused))
        self._tell("  ·  ".join(parts))

    def _tell(self, text: str, role: str = "muted") -> None:
        restyle(self.told, "role", role)
        self.told.setText(text)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        title = self.tr("Edit %Ln product(s)", "", len(self._ids or ()))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.fields.retranslate()
        self.all.setText(self.tr("All products of this list"))
        self.table.setAccessibleName(self.tr("What changes"))
        heads = (self.tr("Product"), self.tr("Field"), self.tr("Now"), self.tr("After"))
        self.model.set_texts(heads, changed_field_name, self._value_text, self._services.translator.language)
        self.cancel_button.setText(self.tr("Cancel"))
        self._refresh()

    def _value_text(self, name: str, value: object) -> str:
        return bulk_value_text(name, value, self._names, self._services.translator.language)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
