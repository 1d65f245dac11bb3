"""The picture above its details."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.picture_painting import paint_picture
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS
from rustok_desktop.media.views import SIDES

_HEIGHT = 190


class Preview(QWidget):
    """Shows one picture whole on a quiet ground."""

    def __init__(self, theme: Theme, pictures: PictureCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._media_id = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        pictures.arrived.connect(self._arrived)

    def show_medium(self, media_id: str) -> None:
        """Show another picture."""
        self._media_id = media_id
        self.update()

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        if media_id == self._media_id:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(260), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.sunk))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.field, RADIUS.field)
        image = self._pictures.image(self._media_id, SIDES[-1]) if self._media_id else None
        if image is not None:
            margin = self._theme.px(6)
            place = self.rect().adjusted(margin, margin, -margin, -margin)
            paint_picture(painter, place, image, self._theme.px(4), fill=False)
        painter.end()
