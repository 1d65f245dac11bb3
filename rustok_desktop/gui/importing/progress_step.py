"""Work under way: what, how far, how long still, and the way out."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card

_ESTIMATE_AFTER_S = 1.5


class ProgressStep(QWidget):
    """A bar with counts and the time left; ``cancelled`` when the person wants out."""

    cancelled = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._progress = ImportProgress("read", 0, 0)
        self._phase_began = monotonic()
        self._stopping = False
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title.setProperty("role", "title")
        self._counts = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._tally = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._tally.setProperty("role", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(services.theme.px(420))
        self._cancel = Button("", services.icons.icon("x", "text"))
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.retranslate()

    def begin(self, phase: str) -> None:
        """Start over."""
        self._stopping = False
        self._cancel.setEnabled(True)
        self._phase_began = monotonic()
        self.show_progress(ImportProgress(phase, 0, 0))

    def show_progress(self, progress: ImportProgress) -> None:
        """Show how far the work is."""
        if progress.phase != self._progress.phase:
            self._phase_began = monotonic()
        self._progress = progress
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self.retranslate()

    def set_stopping(self) -> None:
        """The person asked to stop; the present batch still ends."""
        self._stopping = True
        self._cancel.setEnabled(False)
        self.retranslate()

    @property
    def counts(self) -> str:
        """The line under the bar."""
        return self._counts.text()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        titles = {
            "read": self.tr("Reading the file…"),
            "write": self.tr("Importing products…"),
            "index": self.tr("Updating the index…"),
        }
        title = self.tr("Stopping after this batch…") if self._stopping else titles.get(self._progress.phase, "")
        self._title.setText(title)
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(title)
        self._counts.setText(self._counts_text())
        tally = self._progress.tally
        shown = self._progress.phase == "write" and (tally.created or tally.updated)
        text = self.tr("%1 created, %2 changed")
        language = self._services.translator.language
        text = text.replace("%1", format_number(tally.created, language))
        self._tally.setText(text.replace("%2", format_number(tally.updated, language)) if shown else " ")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_tally"):
            self.retranslate()

    def _counts_text(self) -> str:
        done, total = self._progress.done, self._progress.total
        language = self._services.translator.language
        if not total:
            return format_number(done, language) if done else " "
        text = self.tr("%1 of %2").replace("%1", format_number(done, language))
        text = text.replace("%2", format_number(total, language))
        spent = monotonic() - self._phase_began
        if done and spent > _ESTIMATE_AFTER_S and done < total:
            left = max(1, round(spent / done * (total - done)))
            text += "  ·  " + self.tr("about %Ln second(s) left", "", left)
        return text

    def _lay_out(self) -> None:
        card = Card()
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._bar)
        line.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        body = card.body
        body.addStretch(2)
        body.addWidget(self._title)
        body.addLayout(line)
        body.addWidget(self._counts)
        body.addWidget(self._tally)
        body.addSpacing(SPACE.s)
        body.addLayout(foot)
        body.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
