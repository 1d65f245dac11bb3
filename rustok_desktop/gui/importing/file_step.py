"""The first step: give the program a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.properties import restyle


class FileStep(QWidget):
    """Choose or drop a file; shows why the last one was refused."""

    chosen = Signal(Path)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._choose = Button("", services.icons.icon("folder", "on_accent"), "primary")
        self._choose.clicked.connect(self.ask)
        self._state = EmptyState(services.icons.icon("file-table", "muted"), actions=(self._choose, *self._more()))
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._card = Card()
        self._card.body.addWidget(self._error)
        self._card.body.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self._card)
        self.setAcceptDrops(True)
        self.retranslate()

    def _more(self) -> tuple[QWidget, ...]:
        """Further buttons beside the first one."""
        return ()

    def set_error(self, text: str | None) -> None:
        """Say why a file was refused; None takes it away."""
        self._error.setText(text or "")
        self._error.setVisible(bool(text))

    @property
    def error(self) -> str:
        """The sentence shown, '' without one."""
        return self._error.text()

    @Slot()
    def ask(self) -> None:
        """Let the person choose."""
        filters = self.tr("Product files (*.csv *.tsv *.txt)") + ";;" + self.tr("All files (*)")
        self._services.prompter.choose_file(self, self.tr("Choose a product file"), filters, self._on_file)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._choose.setText(self.tr("Choose file…"))
        self._state.set_texts(
            self.tr("Drop a product file here"),
            self.tr(
                "Shopify product CSV, in the new or the classic layout. You will see what would change before"
                " anything is written."
            ),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_state"):
            self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        if _local_file(event) is not None:
            restyle(self._card, "target", True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        restyle(self._card, "target", False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The file is here."""
        restyle(self._card, "target", False)
        path = _local_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _on_file(self, path: str | None) -> None:
        if path:
            self.chosen.emit(Path(path))


def _local_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
