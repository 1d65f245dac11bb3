"""Why stock moved: the words, and the box in which a person says so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

# What a person may give; the others are the program's own.
REASONS = ("correction", "received", "count", "damaged", "returned", "sold")
_SHORTEST = 8  # letters: a long name must not widen its place


def reason_texts() -> dict[str, str]:
    """Every reason in words, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "correction": translate("StockReasons", "Correction"),
        "received": translate("StockReasons", "Received"),
        "count": translate("StockReasons", "Stocktaking"),
        "damaged": translate("StockReasons", "Damaged"),
        "returned": translate("StockReasons", "Returned"),
        "sold": translate("StockReasons", "Sold elsewhere"),
        "stocktake": translate("StockReasons", "Stocktaking"),
        "transfer": translate("StockReasons", "Transfer"),
        "initial": translate("StockReasons", "First stock"),
        "import": translate("StockReasons", "Import"),
    }


class ReasonBox(QComboBox):
    """The reasons to choose from; the choice stays over a change of language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)

    def reason(self) -> str:
        """The one chosen."""
        return str(self.currentData() or REASONS[0])

    def retranslate(self) -> None:
        """The words in the language of the window."""
        chosen, texts = self.reason(), reason_texts()
        self.clear()
        for reason in REASONS:
            self.addItem(texts[reason], reason)
        self.setCurrentIndex(self.findData(chosen))
