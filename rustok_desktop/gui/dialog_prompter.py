"""The prompter of the running program: window-modal dialogs that never block.

The dialogs are imported when the first question is asked, not at the start of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rustok_desktop.gui.prompter import PromptButton


class DialogPrompter:
    """Asks on screen."""

    def ask(
        self,
        parent: QWidget,
        title: str,
        text: str,
        buttons: Sequence[PromptButton],
        on_answer: Callable[[str | None], None],
    ) -> None:
        """As :class:`rustok_desktop.gui.prompter.Prompter`."""
        from rustok_desktop.gui.question_dialog import QuestionDialog

        QuestionDialog(parent.window(), title, text, buttons, on_answer).open()

    def choose_file(self, parent: QWidget, title: str, filters: str, on_file: Callable[[str | None], None]) -> None:
        """As :class:`rustok_desktop.gui.prompter.Prompter`."""
        from PySide6.QtWidgets import QFileDialog

        from rustok_desktop.gui.question_dialog import FileChoice

        dialog = QFileDialog(parent.window(), title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        FileChoice(dialog, on_file)
        dialog.open()

    def choose_files(
        self, parent: QWidget, title: str, filters: str, on_files: Callable[[tuple[str, ...]], None]
    ) -> None:
        """As :class:`rustok_desktop.gui.prompter.Prompter`."""
        from PySide6.QtWidgets import QFileDialog

        from rustok_desktop.gui.question_dialog import FilesChoice

        dialog = QFileDialog(parent.window(), title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        FilesChoice(dialog, on_files)
        dialog.open()

    def choose_folder(self, parent: QWidget, title: str, on_folder: Callable[[str | None], None]) -> None:
        """As :class:`rustok_desktop.gui.prompter.Prompter`."""
        from PySide6.QtWidgets import QFileDialog

        from rustok_desktop.gui.question_dialog import FileChoice

        dialog = QFileDialog(parent.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        FileChoice(dialog, on_folder)
        dialog.open()

    def choose_target(
        self, parent: QWidget, title: str, name: str, filters: str, on_file: Callable[[str | None], None]
    ) -> None:
        """As :class:`rustok_desktop.gui.prompter.Prompter`."""
        from PySide6.QtWidgets import QFileDialog

        from rustok_desktop.gui.question_dialog import FileChoice

        dialog = QFileDialog(parent.window(), title, name, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        FileChoice(dialog, on_file)
        dialog.open()
