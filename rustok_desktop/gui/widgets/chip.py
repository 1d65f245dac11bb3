"""A word on a soft fill."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rustok_desktop.gui.widgets.properties import restyle


class Chip(QLabel):
    """A state in a word. ``tone``: ``ok``, ``warn``, ``danger``, ``neutral``, ``accent``."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_chip(self, text: str, tone: str) -> None:
        """Changes word and tone."""
        self.setText(text)
        restyle(self, "tone", tone)
