"""Paints a thumbnail into its place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from rustok_desktop.gui.media.picture_cache import fitted


def paint_picture(painter: QPainter, rect: QRect, image: QImage, radius: float, *, fill: bool) -> None:
    """Paints ``image`` with round corners: filling ``rect`` (cut at the edges), or whole in its middle."""
    area = QRectF(rect)
    if not fill:
        size = fitted(image.size(), QSize(rect.width(), rect.height()))
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QPointF(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2))
    source = QRectF(image.rect())
    if fill:
        side = min(source.width() / area.width(), source.height() / area.height())
        cut = QRectF(0, 0, area.width() * side, area.height() * side)
        cut.moveCenter(source.center())
        source = cut
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawImage(area, image, source)
    painter.restore()
