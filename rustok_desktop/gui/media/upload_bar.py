"""How far uploads are, and what went wrong with which file."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.media.upload_queue import UploadQueue, UploadTally
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.properties import restyle

_NAMED = 4


class UploadBar(QFrame):
    """Shown while files are on their way; stays, in red, when some were refused."""

    def __init__(self, services: GuiServices, queue: UploadQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._queue = queue
        self._failed: list[tuple[str, BaseException]] = []
        self.setProperty("role", "band")
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._lines = QLabel()
        self._lines.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(services.theme.px(220))
        self.cancel = Button("", compact=True)
        self.dismiss = IconButton(services.icons.icon("x", "muted"), "")
        self._lay_out()
        self.cancel.clicked.connect(queue.cancel)
        self.dismiss.clicked.connect(self._dismissed)
        queue.moved.connect(self._moved)
        queue.ended.connect(self._ended)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addLayout(words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.cancel)
        row.addWidget(self.dismiss)

    @property
    def text(self) -> str:
        """All that is written on it."""
        return f"{self._title.text()}\n{self._lines.text()}".strip()

    @Slot()
    def _moved(self) -> None:
        if self._queue.busy:
            self._failed = []
            self._show()

    @Slot(object)
    def _ended(self, tally: UploadTally) -> None:
        self._failed = list(tally.failed)
        self._show()

    @Slot()
    def _dismissed(self) -> None:
        self._failed = []
        self.hide()

    def _show(self) -> None:
        busy = self._queue.busy
        restyle(self, "tone", "danger" if self._failed and not busy else "neutral")
        restyle(self._title, "role", "danger" if self._failed and not busy else "strong")
        for widget in (self._bar, self.cancel):
            widget.setVisible(busy)
        self.dismiss.setVisible(not busy)
        self._word()
        self.setVisible(busy or bool(self._failed))

    def _word(self) -> None:
        if not self._queue.busy:
            self._title.setText(self.tr("%Ln file(s) were not taken in", "", len(self._failed)))
            self._lines.setText("\n".join(self._reasons()))
            self._lines.setVisible(True)
            return
        tally, language = self._queue.tally, self._services.translator.language
        place = format_number(min(tally.done + 1, tally.total), language)
        text = self.tr("Uploading {place} of {total}: {name}")
        name = PurePath(self._queue.current).name
        self._title.setText(text.format(place=place, total=format_number(tally.total, language), name=name))
        self._lines.setVisible(False)
        self._bar.setRange(0, tally.total)
        self._bar.setValue(tally.done)

    def _reasons(self) -> list[str]:
        language = self._services.translator.language
        lines = []
        for path, error in self._failed[:_NAMED]:
            reason = error.text(language) if isinstance(error, AppError) else self.tr("Something went wrong.")
            lines.append(f"{PurePath(path).name}: {reason}")
        left = len(self._failed) - _NAMED
        if left > 0:
            lines.append(self.tr("and %Ln more file(s)", "", left))
        return lines

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.cancel.setText(self.tr("Cancel"))
        self.dismiss.set_tip(self.tr("Close"))
        self._bar.setAccessibleName(self.tr("Progress of the upload"))
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_lines"):
            self.retranslate()
