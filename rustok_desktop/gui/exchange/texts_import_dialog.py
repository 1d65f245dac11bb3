"""Translated texts on their way back: compared, looked at, taken in as one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.exchange.nodes.schemas import ContentPlan, ContentReport
from rustok_desktop.gui.exchange.content_review_step import ContentReviewStep
from rustok_desktop.gui.exchange.texts_dialog import TextsDialog
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations import content_files as ops
from rustok_desktop.gui.operations.texts import plan_texts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.empty_state import EmptyState


class TextsImportDialog(TextsDialog):
    """Nothing is written before Import is pressed. ``imported`` follows the commit."""

    imported = Signal()

    def __init__(self, services: GuiServices, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._path = path
        self._plan: ContentPlan | None = None
        self._stop = Event()
        self.review = ContentReviewStep(services)
        self.refused = EmptyState(services.icons.icon("x-circle", "danger"))
        self.lay_out(self.review, 940, 600)
        self.stack.addWidget(self.refused)
        self.act_button.clicked.connect(self.take_in)
        self.review.ticks_changed.connect(self._refresh)
        self.retranslate()
        self.submit(plan_texts(path, services.translator.language), self._planned, "read")

    def _planned(self, plan: ContentPlan) -> None:
        self._handle, self._plan = None, plan
        self.stack.setCurrentWidget(self.review)
        self.review.show_plan(plan)
        self._refresh()

    @Slot()
    def take_in(self) -> None:
        """Write what is ticked."""
        if self._plan is not None and self._count() > 0:
            self._stop = Event()
            language = self._services.translator.language
            self.submit(ops.commit_content(self._plan, self._stop, language), self._finished, "write")

    def _finished(self, report: ContentReport) -> None:
        self._handle = self._plan = None
        count = report.tally.updated
        text = self.tr("Translations of %Ln item(s) imported.", "", count)
        if report.cancelled:
            text = self.tr("Stopped: translations of %Ln item(s) were imported and kept.", "", count)
        if report.tally.rejected:
            text += " " + self.tr("%Ln left out.", "", report.tally.rejected)
        act = self.tr("Undo") if count else None
        undo = partial(_undo, self._services, report.import_id)
        self._services.notices.show(text, "ok", act, undo, str(report.report_file or ""))
        self.imported.emit()
        self.accept()

    def _told(self, error: BaseException) -> None:
        self._services.notices.show(self.words(error), "error", details=repr(error))

    def _failed(self, error: BaseException) -> None:
        writing = self._plan is not None
        self._plan = None  # used up, or never made
        if not writing:
            self._handle = None
            self.refused.set_texts(self.tr("This file was not taken"), self.words(error))
            self.stack.setCurrentWidget(self.refused)
            self._refresh()
            return
        self._told(error)
        self._handle = None
        self.reject()

    @Slot()
    def _on_cancelled(self) -> None:
        if self._plan is None:
            self.reject()
            return
        self._stop.set()  # what is written so far stays, and the notice says so
        self.progress.set_stopping()

    def reject(self) -> None:
        """Away with it; while texts are being written, stop after the present batch first."""
        if self._plan is not None and self.working:
            self._on_cancelled()
            return
        plan, self._plan = self._plan, None
        if plan is not None:
            self._services.client.submit(ops.discard_content(plan))
        super().reject()

    def _count(self) -> int:
        return 0 if self._plan is None else self._plan.tally.updated - self.review.left_out

    @Slot()
    def _refresh(self) -> None:
        super()._refresh()
        count = self._count()
        self.act_button.setText(self.tr("Import %Ln item(s)", "", count) if count else self.tr("Nothing to import"))
        self.act_button.setEnabled(count > 0)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        super().retranslate()
        self.setWindowTitle(self.tr("Translated texts"))
        self.heading.setText(self.tr("Translated texts"))
        self.told.setText(self._path.name)
        self._refresh()


def _undo(services: GuiServices, import_id: str) -> None:
    """From the notice, when the dialog is long gone."""
    services.client.submit(ops.undo_content(import_id), on_error=partial(tell_failure, services))
