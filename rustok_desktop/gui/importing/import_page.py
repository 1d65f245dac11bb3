"""The import of products, from the file to the result. Nothing is written before Import is pressed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.schemas import ImportOptions, ImportPlan, ImportProgress, ImportReport, Mend
from rustok_desktop.gui.importing.columns_step import ColumnsStep
from rustok_desktop.gui.importing.file_step import FileStep
from rustok_desktop.gui.importing.progress_step import ProgressStep
from rustok_desktop.gui.importing.result_step import ResultStep
from rustok_desktop.gui.importing.review_step import ReviewStep
from rustok_desktop.gui.importing.stepper import Stepper
from rustok_desktop.gui.operations.imports import commit_import, discard_import, plan_import
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button

FILE, COLUMNS, REVIEW, IMPORT = range(4)
_QUICK = 5000  # records


class ImportPage(QWidget):
    """Assembles the steps and moves between them."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path: Path | None = None
        self._options = ImportOptions()
        self._plan: ImportPlan | None = None
        self._handle: HandlePort | None = None
        self._stop = Event()
        self._mending = False
        self._title, self._file = QLabel(), ElidedLabel()
        self._title.setProperty("role", "title")
        self._file.setProperty("role", "muted")
        self._stepper = Stepper(services.theme)
        self._file_step = FileStep(services)
        self._columns_step = ColumnsStep(services)
        self._review_step = ReviewStep(services)
        self._progress_step = ProgressStep(services)
        self._result_step = ResultStep(services)
        self._stack = QStackedWidget()
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._back = Button("", services.icons.icon("arrow-left", "text"))
        self._next = Button("", None, "primary")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(FILE, self._file_step)

    def open_with(self, path: str | None = None) -> None:
        """Called at each visit; ``path`` starts with that file."""
        if path:
            self.read(Path(path))

    @Slot(Path)
    def read(self, path: Path) -> None:
        """Begin with a file."""
        self._path, self._options = path, ImportOptions()
        self._file_step.set_error(None)
        self._make_plan()

    @property
    def review(self) -> ReviewStep:
        """The review step."""
        return self._review_step

    @property
    def result(self) -> ResultStep:
        """The result step."""
        return self._result_step

    @property
    def next_button(self) -> Button:
        """The button at the right end of the foot: Review, Import."""
        return self._next

    @property
    def step(self) -> QWidget:
        """The step shown."""
        shown = self._stack.currentWidget()
        assert shown is not None
        return shown

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._title.setText(self.tr("Import products"))
        self._stepper.set_steps([self.tr("File"), self.tr("Columns"), self.tr("Review"), self.tr("Import")])
        self._hint.setText(self.tr("Nothing is written before you press Import"))
        self._back.setText(self.tr("Back"))
        self._name_file()
        self._name_next()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_next"):
            self.retranslate()

    def _make_plan(self) -> None:
        assert self._path is not None
        self._drop_plan()
        self._progress_step.begin("read")
        self._show(FILE, self._progress_step)
        self._handle = self._services.client.submit(
            plan_import(self._path, self._options, self._services.translator.language),
            on_result=self._planned,
            on_error=self._refused,
            on_progress=self._progressed,
        )

    def _plan_again(self) -> None:
        """With other values in some cells. A file that is read in a moment is read behind the review."""
        self._options = replace(self._options, left_out=self._review_step.unwanted)
        if self._plan is None or self._path is None or self._plan.found.records > _QUICK:
            self._make_plan()
            return
        self._review_step.setEnabled(False)
        self._foot.setEnabled(False)
        self._hint.setText(self.tr("Checking the file again…"))
        self._services.client.submit(
            plan_import(self._path, self._options, self._services.translator.language),
            on_result=self._planned_again,
            on_error=self._refused,
            on_progress=self._progressed,  # told to the step behind; without a listener the reading cannot begin
        )

    def _planned_again(self, plan: ImportPlan) -> None:
        if plan.source != self._path:  # another file was dropped meanwhile
            self._services.client.submit(discard_import(plan))
            return
        self._drop_plan()
        self._plan = plan
        going_on = self._review_step.rejected.hasFocus() or self._mending
        self._open_review()
        self._columns_step.show_found(plan.found)
        self._review_step.show_plan(plan, self._options)
        self._name_file()
        self._name_next()
        list_ = self._review_step.rejected if going_on and plan.errors else self._review_step.table
        list_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_review(self) -> None:
        self._mending = False
        self._review_step.setEnabled(True)
        self._foot.setEnabled(True)
        self._hint.setText(self.tr("Nothing is written before you press Import"))

    def _planned(self, plan: ImportPlan) -> None:
        self._handle, self._plan = None, plan
        self._columns_step.show_found(plan.found)
        self._review_step.show_plan(plan, self._options)
        self._show(REVIEW, self._review_step)

    def _refused(self, error: BaseException) -> None:
        self._handle = None
        self._open_review()
        self._file_step.set_error(self._words(error))
        self._show(FILE, self._file_step)

    def _progressed(self, progress: ImportProgress) -> None:
        self._progress_step.show_progress(progress)

    @Slot()
    def _on_next(self) -> None:
        if self.step is self._columns_step:
            self._show(REVIEW, self._review_step)
        elif self.step is self._review_step and self._plan is not None and self._review_step.to_import:
            self._commit(self._plan)

    @Slot()
    def _on_back(self) -> None:
        if self.step is self._review_step:
            self._show(COLUMNS, self._columns_step)
        elif self.step is self._columns_step:
            self._start_over()

    def _commit(self, plan: ImportPlan) -> None:
        self._stop = Event()
        self._progress_step.begin("write")
        self._show(IMPORT, self._progress_step)
        self._handle = self._services.client.submit(
            commit_import(plan, self._stop, self._services.translator.language),
            on_result=self._finished,
            on_error=self._failed,
            on_progress=self._progressed,
        )

    def _finished(self, report: ImportReport) -> None:
        self._handle = None
        self._drop_plan()
        self._result_step.show_report(report)
        self._show(IMPORT + (0 if report.cancelled else 1), self._result_step)

    def _failed(self, error: BaseException) -> None:
        self._handle = None
        self._services.notices.show(self._words(error), "error", details=repr(error))
        self._show(REVIEW, self._review_step)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._stepper.current == IMPORT:
            self._stop.set()
            self._progress_step.set_stopping()
        elif self._handle is not None:
            self._handle.cancel()
            self._start_over()

    @Slot(str, bool)
    def _on_erase(self, column: str, erase: bool) -> None:
        columns = set(self._options.erase_columns)
        (columns.add if erase else columns.discard)(column)
        unwanted = self._review_step.unwanted
        self._options = replace(self._options, erase_columns=frozenset(columns), left_out=unwanted)
        self._make_plan()

    @Slot(object)
    def _on_mends(self, mends: tuple[Mend, ...]) -> None:
        known = {(mend.record, mend.column): mend for mend in (*self._options.mends, *mends)}
        self._options = replace(self._options, mends=tuple(known.values()))
        self._mending = True
        self._plan_again()

    @Slot()
    def _on_forgotten(self) -> None:
        self._options = replace(self._options, mends=())
        self._plan_again()

    @Slot()
    def _start_over(self) -> None:
        self._drop_plan()
        self._path = None
        self._show(FILE, self._file_step)

    @Slot()
    def _on_products(self) -> None:
        self._start_over()
        self._services.navigator.go("products")

    @Slot(Path)
    def _on_rejected(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._services.notices.show(self.tr("The rejected rows are in %1").replace("%1", str(path)), "info")

    def _drop_plan(self) -> None:
        plan, self._plan = self._plan, None
        if plan is not None:
            self._services.client.submit(discard_import(plan))

    def _show(self, step: int, widget: QWidget) -> None:
        self._stepper.set_current(step)
        self._stack.setCurrentWidget(widget)
        reviewing = widget in (self._columns_step, self._review_step)
        self._foot.setVisible(reviewing)
        self._name_file()
        self._name_next()
        if widget is self._review_step:
            self._review_step.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_file(self) -> None:
        parts = [self._path.name] if self._path is not None else []
        if self._plan is not None:
            records = format_number(self._plan.found.records, self._services.translator.language)
            parts.append(self.tr("%1 rows").replace("%1", records))
        self._file.setText("  ·  ".join(parts))

    @Slot()
    def _name_next(self) -> None:
        count = self._review_step.to_import
        if self.step is self._columns_step:
            self._next.setText(self.tr("Review"))
        elif count:
            self._next.setText(self.tr("Import %Ln product(s)", "", count))
        else:
            self._next.setText(self.tr("Nothing to import"))
        self._next.setEnabled(self.step is self._columns_step or count > 0)

    def _words(self, error: BaseException) -> str:
        if isinstance(error, AppError):
            return error.text(self._services.translator.language)
        return self.tr("The import failed because of a fault in the program. Nothing half-done was kept.")

    def _connect(self) -> None:
        self._file_step.chosen.connect(self.read)
        self._progress_step.cancelled.connect(self._on_cancelled)
        self._review_step.erase_decided.connect(self._on_erase)
        self._review_step.ticks_changed.connect(self._name_next)
        self._review_step.mends_decided.connect(self._on_mends)
        self._review_step.mends_forgotten.connect(self._on_forgotten)
        self._result_step.another_wanted.connect(self._start_over)
        self._result_step.products_wanted.connect(self._on_products)
        self._result_step.rejected_wanted.connect(self._on_rejected)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)

    def _lay_out(self) -> None:
        for step in (self._file_step, self._columns_step, self._review_step, self._progress_step, self._result_step):
            self._stack.addWidget(step)
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(self._title)
        head.addWidget(self._file, 1)
        head.addWidget(self._stepper)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE.m)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
