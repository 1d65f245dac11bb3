"""What the import did."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.schemas import ImportReport
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState


class ResultStep(QWidget):
    """A sentence with the figures, and where to go from here."""

    products_wanted = Signal()
    another_wanted = Signal()
    rejected_wanted = Signal(Path)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._report: ImportReport | None = None
        self._products = Button("", services.icons.icon("box", "on_accent"), "primary")
        self._rejected = Button("", services.icons.icon("external", "text"))
        self._another = Button("", services.icons.icon("upload", "text"))
        self._products.clicked.connect(self.products_wanted)
        self._rejected.clicked.connect(self._on_rejected)
        self._another.clicked.connect(self.another_wanted)
        actions = (self._another, self._rejected, self._products)
        self._state = EmptyState(services.icons.icon("check-circle", "ok"), actions=actions)
        card = Card()
        card.body.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def show_report(self, report: ImportReport) -> None:
        """Show a report."""
        self._report = report
        icon = ("alert", "warn") if report.cancelled or report.errors else ("check-circle", "ok")
        self._state.set_icon(self._services.icons.icon(*icon))
        self._rejected.setVisible(report.rejected_file is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        self._products.setText(self.tr("Show products"))
        self._rejected.setText(self.tr("Open rejected rows"))
        self._another.setText(self.tr("Import another file"))
        report = self._report
        if report is None:
            return
        title = self.tr("Import stopped: what was written is kept") if report.cancelled else self.tr("Import finished")
        self._state.set_texts(title, self._figures(report))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_state"):
            self.retranslate()

    def _figures(self, report: ImportReport) -> str:
        language = self._services.translator.language
        products = self.tr("Products: %1 created, %2 changed, %3 unchanged, %4 rejected.")
        variants = self.tr("Variants: %1 created, %2 changed, %3 unchanged, %4 rejected.")
        lines = []
        for text, tally in ((products, report.products), (variants, report.variants)):
            figures = (tally.created, tally.updated, tally.unchanged, tally.rejected)
            for place, figure in enumerate(figures, 1):
                text = text.replace(f"%{place}", format_number(figure, language))
            lines.append(text)
        if report.errors:
            lines.append(
                self.tr(
                    "%Ln cell(s) or row(s) were left out; the file of rejected rows says why.", "", len(report.errors)
                )
            )
        return "\n".join(lines)

    @Slot()
    def _on_rejected(self) -> None:
        if self._report is not None and self._report.rejected_file is not None:
            self.rejected_wanted.emit(self._report.rejected_file)
