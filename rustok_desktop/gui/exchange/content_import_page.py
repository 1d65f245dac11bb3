"""Pages and posts from files, from the choice to the notice with Undo; and out into files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rustok_desktop.core.errors import AppError
from rustok_desktop.exchange.nodes.schemas import ContentPlan, ContentReport, ExportOptions, ExportReport
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.gui.exchange.content_file_step import ContentFileStep
from rustok_desktop.gui.exchange.content_progress_step import ContentProgressStep
from rustok_desktop.gui.exchange.content_review_step import ContentReviewStep
from rustok_desktop.gui.operations import content_files as ops
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class ContentImportPage(QWidget):
    """Nothing is written before Import is pressed."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path: Path | None = None
        self._plan: ContentPlan | None = None
        self._handle: HandlePort | None = None
        self._stop = Event()
        self._title, self._file, self._hint = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._title.setProperty("role", "title")
        self._file.setProperty("role", "muted")
        self._hint.setProperty("role", "muted")
        self._file_step = ContentFileStep(services)
        self._review_step = ContentReviewStep(services)
        self._progress_step = ContentProgressStep(services)
        self._stack = QStackedWidget()
        self._markdown = Button("", services.icons.icon("download", "text"))
        self._wordpress = Button("", services.icons.icon("download", "text"))
        self._back = Button("", services.icons.icon("arrow-left", "text"))
        self._import = Button("", None, "primary")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(self._file_step)

    @property
    def step(self) -> QWidget:
        """The step shown."""
        shown = self._stack.currentWidget()
        assert shown is not None
        return shown

    @property
    def review(self) -> ContentReviewStep:
        """The review step."""
        return self._review_step

    @property
    def choice(self) -> ContentFileStep:
        """The first step."""
        return self._file_step

    @property
    def progress(self) -> ContentProgressStep:
        """The step of work under way."""
        return self._progress_step

    @property
    def import_button(self) -> Button:
        """The one that writes."""
        return self._import

    def open_with(self, path: str | None = None) -> None:
        """Called at each visit; ``path`` starts with that file."""
        if path:
            self.read(Path(path))

    @Slot(Path)
    def read(self, path: Path) -> None:
        """Begin with a file or folder."""
        self._drop_plan()
        self._path = path
        self._file_step.set_error(None)
        self._begin("read")
        self._handle = self._services.client.submit(
            ops.plan_content(path, self._services.translator.language),
            on_result=self._planned,
            on_error=self._refused,
            on_progress=self._progressed,
        )

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._title.setText(self.tr("Import pages and posts"))
        self._hint.setText(self.tr("Nothing is written before you press Import"))
        self._markdown.setText(self.tr("Export as Markdown…"))
        self._wordpress.setText(self.tr("Export for WordPress…"))
        self._back.setText(self.tr("Back"))
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_import"):
            self.retranslate()

    # -- in -----------------------------------------------------------------------------------------

    def _planned(self, plan: ContentPlan) -> None:
        self._handle, self._plan = None, plan
        self._show(self._review_step)
        self._review_step.show_plan(plan)
        self._name()

    def _refused(self, error: BaseException) -> None:
        self._handle = None
        self._file_step.set_error(self._words(error))
        self._show(self._file_step)

    def _progressed(self, progress: ImportProgress) -> None:
        self._progress_step.show_progress(progress)

    @Slot()
    def _on_import(self) -> None:
        if self._plan is None or self._to_import() == 0:
            return
        self._stop = Event()
        self._begin("write")
        self._handle = self._services.client.submit(
            ops.commit_content(self._plan, self._stop, self._services.translator.language),
            on_result=self._finished,
            on_error=self._failed,
            on_progress=self._progressed,
        )

    def _finished(self, report: ContentReport) -> None:
        self._handle, self._plan = None, None
        count = report.tally.created + report.tally.updated
        text = self.tr("%Ln item(s) imported.", "", count)
        if report.cancelled:
            text = self.tr("Stopped: %Ln item(s) were imported and kept.", "", count)
        if report.tally.rejected:
            text += " " + self.tr("%Ln left out.", "", report.tally.rejected)
        details = "\n".join(filter(None, (str(report.report_file or ""), *report.found.notes)))
        undo = partial(self._undo, report.import_id)
        self._services.notices.show(text, "ok", self.tr("Undo") if count else None, undo, details)
        self._start_over()
        self._services.navigator.go("content")

    def _undo(self, import_id: str) -> None:
        self._services.client.submit(ops.undo_content(import_id), on_error=self._told)

    def _failed(self, error: BaseException) -> None:
        self._handle, self._plan = None, None
        self._told(error)
        self._start_over()

    def _told(self, error: BaseException) -> None:
        self._services.notices.show(self._words(error), "error", details=repr(error))

    @Slot()
    def _on_cancelled(self) -> None:
        if self._plan is not None and self._handle is not None:
            self._stop.set()
            self._progress_step.set_stopping()
        elif self._handle is not None:
            self._handle.cancel()
            self._handle = None
            self._start_over()

    @Slot()
    def _start_over(self) -> None:
        self._drop_plan()
        self._path = None
        self._show(self._file_step)

    # -- out ----------------------------------------------------------------------------------------

    @Slot()
    def export_markdown(self) -> None:
        """Everything as Markdown, into a new folder."""
        self._ask_target("markdown", self.tr("Export as Markdown"), "content", self.tr("New folder (*)"))

    @Slot()
    def export_wordpress(self) -> None:
        """Everything as one file for WordPress."""
        self._ask_target("wxr", self.tr("Export for WordPress"), "content.xml", self.tr("WordPress export (*.xml)"))

    def _ask_target(self, form: str, title: str, name: str, filters: str) -> None:
        def write(target: str | None) -> None:
            if target:
                self._export(Path(target), ExportOptions(form, overwrite=form == "wxr"))

        self._services.prompter.choose_target(self, title, name, filters, write)

    def _export(self, target: Path, options: ExportOptions) -> None:
        self._begin("read")
        self._handle = self._services.client.submit(
            ops.export_content(target, options, self._services.translator.language),
            on_result=self._exported,
            on_error=self._refused,
            on_progress=self._progressed,
        )

    def _exported(self, report: ExportReport) -> None:
        self._handle = None
        text = self.tr("%Ln item(s) written to %1.", "", sum(report.written.values()))
        self._services.notices.show(text.replace("%1", report.target.name), "ok", details="\n".join(report.notes))
        self._start_over()

    # -- around -------------------------------------------------------------------------------------

    def _begin(self, phase: str) -> None:
        self._progress_step.begin(phase)
        self._show(self._progress_step)

    def _drop_plan(self) -> None:
        plan, self._plan = self._plan, None
        if plan is not None:
            self._services.client.submit(ops.discard_content(plan))

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self._foot.setVisible(widget is self._review_step)
        for button in (self._markdown, self._wordpress):
            button.setVisible(widget is self._file_step)
        self._name()

    def _to_import(self) -> int:
        if self._plan is None:
            return 0
        return self._plan.tally.created + self._plan.tally.updated - self._review_step.left_out

    @Slot()
    def _name(self) -> None:
        self._file.setText(self._path.name if self._path is not None else "")
        count = self._to_import()
        self._import.setText(self.tr("Import %Ln item(s)", "", count) if count else self.tr("Nothing to import"))
        self._import.setEnabled(count > 0)

    def _words(self, error: BaseException) -> str:
        if isinstance(error, AppError):
            return error.text(self._services.translator.language)
        return self.tr("This failed because of a fault in the program. Nothing half-done was kept.")

    def _connect(self) -> None:
        self._file_step.chosen.connect(self.read)
        self._review_step.ticks_changed.connect(self._name)
        self._progress_step.cancelled.connect(self._on_cancelled)
        self._back.clicked.connect(self._start_over)
        self._import.clicked.connect(self._on_import)
        self._markdown.clicked.connect(self.export_markdown)
        self._wordpress.clicked.connect(self.export_wordpress)

    def _lay_out(self) -> None:
        for step in (self._file_step, self._review_step, self._progress_step):
            self._stack.addWidget(step)
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(self._title)
        head.addWidget(self._file, 1)
        head.addWidget(self._markdown)
        head.addWidget(self._wordpress)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE.m)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._import)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
