"""One figure of the plan: how many products, and what that means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card


class TallyCard(Card):
    """An icon on a soft square, a figure with a word, and a grey line."""

    def __init__(
        self, theme: Theme, icons: Icons, icon: str, tone: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=SPACE.m)
        self._theme, self._icons, self._icon = theme, icons, icon
        self._tone = tone
        self._square = QFrame()
        self._square.setProperty("role", "band")
        self._square.setProperty("tone", tone)
        self._picture = QLabel(self._square, alignment=Qt.AlignmentFlag.AlignCenter)
        self._figure, self._word, self._line = QLabel(), ElidedLabel(), QLabel()
        self._figure.setProperty("role", "figure")
        self._word.setProperty("role", "strong")
        self._line.setProperty("role", "hint")
        self._line.setWordWrap(True)
        self._lay_out()
        self._draw()
        theme.changed.connect(self._draw)

    def set_tally(self, figure: str, word: str, line: str) -> None:
        """Set the three texts."""
        self._figure.setText(figure)
        self._word.setText(word)
        self._line.setText(line)
        self.setAccessibleName(f"{figure} {word}, {line}")

    def texts(self) -> tuple[str, str, str]:
        """What it says now."""
        return self._figure.text(), self._word.text(), self._line.text()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._square)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._picture)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addWidget(self._word, 1, Qt.AlignmentFlag.AlignBaseline)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(self._square)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _draw(self) -> None:
        side = self._theme.px(34)
        self._square.setFixedSize(QSize(side, side))
        color = self._tone if self._tone in ("ok", "danger", "warn") else "text"
        self._picture.setPixmap(self._icons.pixmap(self._icon, self._theme.px(17), color, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_picture"):
            self._draw()
