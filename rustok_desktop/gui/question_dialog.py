"""The dialogs behind the prompter: a question, and the answer of a file dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class QuestionDialog(QDialog):
    """A title, a text, buttons; the answer goes to ``on_answer`` once."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        buttons: Sequence[PromptButton],
        on_answer: Callable[[str | None], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_answer: Callable[[str | None], None] | None = on_answer
        self._chosen: str | None = None
        head = QLabel(title)
        head.setProperty("role", "title")
        head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addWidget(head)
        column.addWidget(self._body(text))
        column.addSpacing(SPACE.s)
        column.addLayout(self._buttons(buttons))
        self.finished.connect(self._finished)

    def _body(self, text: str) -> QLabel:
        body = QLabel(text)
        body.setWordWrap(True)
        body.setTextFormat(Qt.TextFormat.PlainText)
        body.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        return body

    def _buttons(self, buttons: Sequence[PromptButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addStretch(1)
        for answer in buttons:
            button = Button(answer.text, None, answer.kind)
            button.setObjectName(answer.id)
            # Enter must not confirm what cannot be undone.
            button.setAutoDefault(answer.kind != "danger")
            button.setDefault(answer.kind == "primary")
            button.clicked.connect(self._clicked)
            row.addWidget(button)
        return row

    @Slot()
    def _clicked(self) -> None:
        self._chosen = self.sender().objectName()
        self.accept()

    @Slot(int)
    def _finished(self, _result: int) -> None:
        on_answer, self._on_answer = self._on_answer, None
        if on_answer is not None:
            on_answer(self._chosen)


class FileChoice(QObject):
    """Carries the answer of one file dialog and goes with it."""

    def __init__(self, dialog: QFileDialog, on_file: Callable[[str | None], None]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._on_file = on_file
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(self._finished)

    @Slot(int)
    def _finished(self, result: int) -> None:
        files = self._dialog.selectedFiles()
        self._on_file(files[0] if result == QDialog.DialogCode.Accepted and files else None)


class FilesChoice(QObject):
    """Carries the answer of a dialog for several files and goes with it."""

    def __init__(self, dialog: QFileDialog, on_files: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._on_files = on_files
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(self._finished)

    @Slot(int)
    def _finished(self, result: int) -> None:
        accepted = result == QDialog.DialogCode.Accepted
        self._on_files(tuple(self._dialog.selectedFiles()) if accepted else ())
