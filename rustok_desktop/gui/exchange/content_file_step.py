"""The first step: give the program a file or folder."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.importing.file_step import FileStep
from rustok_desktop.gui.widgets.button import Button


class ContentFileStep(FileStep):
    """Takes Markdown files, folders of them, and exports of WordPress and Ghost."""

    def _more(self) -> tuple[QWidget, ...]:
        self.folder_button = Button("", self._services.icons.icon("folder", "text"))
        self.folder_button.clicked.connect(self.ask_folder)
        return (self.folder_button,)

    @Slot()
    def ask(self) -> None:
        """Let the person choose."""
        filters = self.tr("Texts and exports (*.md *.markdown *.mdx *.xml *.json)") + ";;" + self.tr("All files (*)")
        self._services.prompter.choose_file(self, self.tr("Choose a text or an export"), filters, self._on_file)

    @Slot()
    def ask_folder(self) -> None:
        """Let the person choose a whole folder of Markdown."""
        self._services.prompter.choose_folder(self, self.tr("Choose a folder of Markdown"), self._on_file)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._choose.setText(self.tr("Choose file…"))
        self.folder_button.setText(self.tr("Choose folder…"))
        self._state.set_texts(
            self.tr("Drop Markdown or an export of WordPress or Ghost here"),
            self.tr("You will see what would change before anything is written. Pictures beside it come along."),
        )
