"""One column that is in the file but empty where the shop holds values: keep them or erase them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from rustok_desktop.exchange.schemas import EmptyColumn
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.properties import restyle


class EmptyColumnBand(QFrame):
    """A sentence with Keep and Erase; ``decided`` carries the column and whether to erase."""

    decided = Signal(str, bool)

    def __init__(self, theme: Theme, icons: Icons, column: EmptyColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._column = theme, icons, column
        self._picture, self._text = QLabel(), QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._choice = ChoiceRow()
        self._choice.chosen.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.xs, SPACE.s, SPACE.xs)
        row.setSpacing(SPACE.m)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._choice)
        self.setProperty("role", "band")
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        column = self._column
        if column.erase:
            text = self.tr("Column “%1” is present and empty: %Ln value(s) of the shop will be erased", "", column.rows)
        else:
            text = self.tr("Column “%1” is present and empty: %Ln value(s) of the shop are kept", "", column.rows)
        self._text.setText(text.replace("%1", column.column))
        self._choice.setAccessibleName(column.column)
        self._choice.set_choices([(False, self.tr("Keep")), (True, self.tr("Erase"))])
        self._choice.set_value(column.erase)
        restyle(self, "tone", "warn" if column.erase else "neutral")
        color = "warn" if column.erase else "muted"
        self._picture.setPixmap(self._icons.pixmap("alert", self._theme.px(16), color, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_choice"):
            self.retranslate()

    @Slot(object)
    def _on_chosen(self, erase: object) -> None:
        self.decided.emit(self._column.column, bool(erase))
