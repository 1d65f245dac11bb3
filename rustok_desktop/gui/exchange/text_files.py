"""Two buttons for a page's head: texts out for translators, and back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from rustok_desktop.gui.exchange.texts_export_dialog import TextsExportDialog
from rustok_desktop.gui.exchange.texts_import_dialog import TextsImportDialog
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class TextFiles(QWidget):
    """``imported`` when texts have come in. ``written`` is the language that is offered."""

    imported = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.shop = ShopFacts("", "", (), "")
        self.written = ""
        self.dialog: QDialog | None = None
        self.export_button = Button("", services.icons.icon("download", "text"))
        self.import_button = Button("", services.icons.icon("upload", "text"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.export_button)
        row.addWidget(self.import_button)
        self.export_button.clicked.connect(self.export)
        self.import_button.clicked.connect(self.ask)
        self.retranslate()

    @Slot()
    def export(self) -> None:
        """What, into which language, in which form."""
        self._open(TextsExportDialog(self._services, self.shop, self.written, self.window()))

    @Slot()
    def ask(self) -> None:
        """Which file to read."""
        filters = self.tr("Translated texts (*.xlf *.xliff *.csv *.tsv *.txt)") + ";;" + self.tr("All files (*)")
        self._services.prompter.choose_file(self, self.tr("Choose translated texts"), filters, self._chosen)

    def read(self, path: Path) -> None:
        """Compare a file's texts with the shop's."""
        dialog = TextsImportDialog(self._services, path, self.window())
        dialog.imported.connect(self.imported)
        self._open(dialog)

    def _chosen(self, path: str | None) -> None:
        if path:
            self.read(Path(path))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(self.tr("Texts into a file for translators"))
        self.import_button.setText(self.tr("Import…"))
        self.import_button.setToolTip(self.tr("Translated texts back into the shop"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
