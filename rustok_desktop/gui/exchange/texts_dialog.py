"""What writing texts for translators and reading them back have in common: one window, with work under way in it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.exchange.texts_progress_step import TextsProgressStep
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class TextsDialog(QDialog):
    """Closing it ends what is under way."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._handle: HandlePort | None = None
        self.heading, self.told = QLabel(), ElidedLabel()
        self.heading.setProperty("role", "title")
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.progress = TextsProgressStep(services)
        self.stack = QStackedWidget()
        self.cancel_button = Button()
        self.act_button = Button(variant="primary")
        self.cancel_button.clicked.connect(self.reject)
        self.progress.cancelled.connect(self._on_cancelled)

    def lay_out(self, first: QWidget, width: int, height: int) -> None:
        """The step before the work, and all around it."""
        self.stack.addWidget(first)
        self.stack.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.act_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(self.heading)
        column.addWidget(self.error)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        px = self._services.theme.px
        self.resize(px(width), px(height))

    def submit(self, operation: Any, on_result: Any, phase: str) -> None:
        """Work with a bar."""
        self.error.hide()
        self.progress.begin(phase)
        self.stack.setCurrentWidget(self.progress)
        self._refresh()
        self._handle = self._services.client.submit(
            operation,
            on_result=on_result,
            on_error=self._failed,
            on_progress=self.progress.show_progress,
            alive=partial(isValid, self),
        )

    @property
    def working(self) -> bool:
        """Whether something is under way."""
        return self.stack.currentWidget() is self.progress

    def fail(self, text: str) -> None:
        """Say what went wrong, above the step before the work."""
        self.error.setText(text)
        self.error.show()

    def reject(self) -> None:
        """Away with it, and with what is under way."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        super().reject()

    @Slot()
    def _on_cancelled(self) -> None:
        self.reject()

    def _failed(self, error: BaseException) -> None:
        self._handle = None
        self.stack.setCurrentIndex(0)
        self.fail(self.words(error))
        self._refresh()

    def words(self, error: BaseException) -> str:
        """A failure for people."""
        if isinstance(error, AppError):
            language = self._services.translator.language
            return error.fields[0].text(language) if error.fields else error.text(language)
        return self.tr("This failed because of a fault in the program. Nothing half-done was kept.")

    def _refresh(self) -> None:
        self.cancel_button.setVisible(not self.working)
        self.act_button.setVisible(not self.working)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self.cancel_button.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
