"""What an empty page says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE


class EmptyState(QWidget):
    """An icon, what this place is for, and the first acts, in the middle."""

    def __init__(
        self,
        icon: QIcon,
        title: str = "",
        text: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = QLabel(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._text = QLabel(text, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(self.fontMetrics().averageCharWidth() * 72)
        self._icon = icon
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE.m)
        self._lay_out(actions)
        self._draw()

    def set_texts(self, title: str, text: str) -> None:
        """Changes both texts."""
        self._title.setText(title)
        self._text.setText(text)

    def set_icon(self, icon: QIcon) -> None:
        """Changes the picture."""
        self._icon = icon
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """The picture follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _lay_out(self, actions: Sequence[QWidget]) -> None:
        self._actions.addStretch(1)
        for action in actions:
            self._actions.addWidget(action)
        self._actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.m)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text, 6)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(SPACE.xs)
        column.addLayout(self._actions)
        column.addStretch(3)

    def _draw(self) -> None:
        side = self.fontMetrics().height() * 3
        self._picture.setPixmap(self._icon.pixmap(side, side))
