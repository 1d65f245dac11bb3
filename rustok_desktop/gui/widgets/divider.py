"""A hairline."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """A line one pixel thick, lying unless ``upright``."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "divider")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
