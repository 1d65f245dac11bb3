"""Icons: one set of 24 x 24 line drawings, tinted when painted, so that they follow the theme by themselves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rustok_desktop.gui.theme.theme import Theme

_CACHE_LIMIT = 600
# Big drawings get a thinner line, or they would look like another set.
_FULL_STROKE_UP_TO = 26
_STROKE = 'stroke-width="1.75"'


class Icons:
    """The icon set. Colours are names of tokens: ``muted``, ``text``, ``accent``, ``on_accent``, ``danger``…"""

    def __init__(self, theme: Theme, directory: Path) -> None:
        self._theme = theme
        self._directory = directory
        self._sources: dict[str, str] = {}
        self._cache: dict[tuple[str, str, int], QPixmap] = {}

    def icon(self, name: str, color: str = "muted", checked: str | None = None) -> QIcon:
        """An icon that repaints itself in the theme's colours; ``checked`` is its colour in the On state."""
        self._source(name)
        return QIcon(IconEngine(self, name, color, checked or color))

    def pixmap(self, name: str, size: int, color: str = "muted", ratio: float = 1.0) -> QPixmap:
        """The drawing, ``size`` logical pixels wide, for a screen with ``ratio`` device pixels per pixel."""
        pixels = max(1, round(size * ratio))
        value = self._theme.tokens.color(color)
        key = (name, value, pixels)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[key] = self._render(name, value, pixels, size)
        copy = QPixmap(found)
        copy.setDevicePixelRatio(pixels / size)
        return copy

    def names(self) -> list[str]:
        """Every icon there is."""
        return sorted(path.stem for path in self._directory.glob("*.svg"))

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._directory / f"{name}.svg").read_text("utf-8")
        return self._sources[name]

    def _render(self, name: str, value: str, pixels: int, size: int) -> QPixmap:
        text = self._source(name).replace("currentColor", value)
        if size > _FULL_STROKE_UP_TO:
            text = text.replace(_STROKE, f'stroke-width="{1.75 * _FULL_STROKE_UP_TO / size:.2f}"')
        data = text.encode()
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        return QPixmap.fromImage(image)


class IconEngine(QIconEngine):
    """Draws one icon of the set in the colour that its state asks for."""

    def __init__(self, icons: Icons, name: str, color: str, checked: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._color = color
        self._checked = checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paints the drawing at the left of ``rect``: what is wider than high leaves a gap before the text."""
        size = min(rect.width(), rect.height())
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        top = rect.top() + (rect.height() - size) // 2
        drawing = self._icons.pixmap(self._name, size, self._tint(mode, state), ratio)
        painter.drawPixmap(QRect(rect.left(), top, size, size), drawing)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing at ``size``."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The drawing at ``size`` logical pixels for a screen of ``scale``."""
        side = max(1, min(size.width(), size.height()))
        drawing = self._icons.pixmap(self._name, side, self._tint(mode, state), scale)
        return drawing if size.width() <= size.height() else _widened(drawing, round(size.width() * scale))

    def clone(self) -> QIconEngine:
        """Another engine for the same icon."""
        return IconEngine(self._icons, self._name, self._color, self._checked)

    def _tint(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "outline"
        return self._checked if state == QIcon.State.On else self._color


def _widened(drawing: QPixmap, width: int) -> QPixmap:
    ratio = drawing.devicePixelRatio()
    wide = QPixmap(width, drawing.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawing)
    painter.end()
    return wide
