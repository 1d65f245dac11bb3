"""The first step: give the program a file or folder."""

from __future__ import annotations

from PySide6.QtCore import Slot

from rustok_desktop.gui.importing.file_step import FileStep


class ContentFileStep(FileStep):
    """Takes Markdown files, folders of them, and WordPress exports. A folder is dropped, or told by a file in it."""

    @Slot()
    def ask(self) -> None:
        """Let the person choose."""
        filters = self.tr("Texts and exports (*.md *.markdown *.mdx *.xml)") + ";;" + self.tr("All files (*)")
        self._services.prompter.choose_file(self, self.tr("Choose a text or an export"), filters, self._on_file)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._choose.setText(self.tr("Choose file…"))
        self._state.set_texts(
            self.tr("Drop a folder of Markdown or a WordPress export here"),
            self.tr("You will see what would change before anything is written. Pictures beside it come along."),
        )
