"""The push button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from rustok_desktop.gui.widgets.properties import restyle


class Button(QPushButton):
    """A button with a text and perhaps an icon.

    ``variant``: ``primary`` (one per page), ``secondary``, ``ghost`` (no border), ``danger``, ``link``. Icons of
    primary buttons are asked for in the colour ``on_accent``, of the others in ``text``.
    """

    def __init__(
        self,
        text: str = "",
        icon: QIcon | None = None,
        variant: str = "secondary",
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("variant", variant)
        self.setProperty("compact", compact)
        if icon is not None:
            self.setIcon(icon)
        self._fit_icon()

    def setText(self, text: str) -> None:
        """Changes the text."""
        super().setText(text)
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_icon()

    def set_variant(self, variant: str) -> None:
        """Changes the look."""
        restyle(self, "variant", variant)

    def _fit_icon(self) -> None:
        side = self.fontMetrics().height()
        # Wider than high: the icon stands at the left and keeps its distance from the text.
        gap = side // 4 if self.text() else 0
        if self.iconSize() != QSize(side + gap, side):
            self.setIconSize(QSize(side + gap, side))
