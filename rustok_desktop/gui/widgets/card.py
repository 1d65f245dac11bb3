"""A white box with a border."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE


class Card(QFrame):
    """A framed surface; put things into ``body``. ``role``: ``card`` (surface) or ``sunk``."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "card", margin: int = SPACE.l) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(SPACE.m)
