"""What delegates paint: chips, thumbnails, marked text, key caps."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen

from rustok_desktop.gui.theme.tokens import RADIUS, Tokens, mix

# Glazes and clays: tones that stand beside each other without shouting, each as (light end, dark end).
_TILES = (
    ("#c08457", "#8f5c38"),
    ("#4f78a8", "#31557f"),
    ("#86604f", "#5c3f33"),
    ("#98a09c", "#6d7673"),
    ("#b0a184", "#84765c"),
    ("#c9ab83", "#9c8058"),
    ("#57534f", "#34312e"),
    ("#8ba17e", "#5e7553"),
    ("#8fb3a4", "#5f8878"),
    ("#72708c", "#4d4b66"),
    ("#7d8660", "#565f3d"),
    ("#a67f92", "#7a5468"),
)


def chip_size(font: QFont, text: str) -> QSize:
    """The room a chip takes; ``font`` is the theme's ``chip`` style."""
    metrics = QFontMetrics(font)
    return QSize(metrics.horizontalAdvance(text) + round(metrics.height() * 1.2), round(metrics.height() * 1.36))


def chip_colors(tone: str, tokens: Tokens) -> tuple[str, str]:
    """Text and fill of a tone: ok, warn, danger, accent; anything else is neutral."""
    if tone in ("ok", "warn", "danger", "accent"):
        return tokens.color(tone), tokens.color(f"{tone}_soft")
    return tokens.muted, tokens.sunk


def paint_chip(painter: QPainter, rect: QRect, text: str, tone: str, tokens: Tokens) -> QRect:
    """Paints a chip at the left of ``rect``, centred in its height, in the painter's font; answers where."""
    size = chip_size(painter.font(), text)
    left = rect.left()
    top = rect.top() + (rect.height() - size.height()) // 2
    area = QRect(left, top, min(size.width(), rect.width()), size.height())
    color, fill = chip_colors(tone, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(area), area.height() / 2, area.height() / 2)
    painter.setPen(QColor(color))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 6)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return area


def thumbnail_colors(seed_text: str, tokens: Tokens) -> tuple[str, str]:
    """The two ends of the tile's gradient: the same text has the same tile, always."""
    light, dark = _TILES[crc32(seed_text.strip().casefold().encode()) % len(_TILES)]
    return (mix(light, "#000000", 0.12), mix(dark, "#000000", 0.12)) if tokens.dark else (light, dark)


def paint_thumbnail(
    painter: QPainter, rect: QRect, seed_text: str, tokens: Tokens, *, initial: bool = True, radius: float = 6.0
) -> None:
    """Paints a rounded tile that stands for a product without a picture, with its first letter."""
    light, dark = thumbnail_colors(seed_text, tokens)
    area = QRectF(rect)
    gradient = QLinearGradient(area.topLeft(), area.bottomRight())
    gradient.setColorAt(0, QColor(light))
    gradient.setColorAt(1, QColor(dark))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(area, radius, radius)
    letter = next((c for c in seed_text if c.isalnum()), "")
    if initial and letter:
        font = QFont(painter.font())
        font.setPixelSize(max(8, round(area.height() * 0.42)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(255, 255, 255, 190))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter.upper())
    painter.restore()


def paint_marked(
    painter: QPainter, rect: QRect, text: str, marks: Sequence[tuple[int, int]], color: str, mark_color: str
) -> int:
    """Paints one line of text, cut with an ellipsis, with the (start, length) ranges in bold ``mark_color``.

    Answers the width used in pixels.
    """
    plain = painter.font()
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.Bold)
    left = float(rect.left())
    for piece, marked in split_marks(text, marks):
        painter.setFont(bold if marked else plain)
        painter.setPen(QColor(mark_color if marked else color))
        metrics = QFontMetrics(painter.font())
        room = round(rect.left() + rect.width() - left)
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room) if room > 0 else ""
        painter.drawText(QRectF(left, rect.top(), room + 2, rect.height()), _LINE, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != piece:
            break
    painter.setFont(plain)
    return round(left) - rect.left()


_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def split_marks(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is marked; overlapping and outlying ranges are cut."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, length in sorted(marks):
        begin, end = max(start, at), min(start + length, len(text))
        if end <= begin:
            continue
        if begin > at:
            pieces.append((text[at:begin], False))
        pieces.append((text[begin:end], True))
        at = end
    if at < len(text):
        pieces.append((text[at:], False))
    return pieces


def paint_key_caps(painter: QPainter, rect: QRect, keys: Sequence[str], tokens: Tokens) -> int:
    """Paints key caps from the right edge of ``rect``; answers their width in pixels."""
    metrics = QFontMetrics(painter.font())
    height = round(metrics.height() * 1.3)
    top = rect.top() + (rect.height() - height) // 2
    right = rect.right() + 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key in reversed(keys):
        width = max(height, metrics.horizontalAdvance(key) + round(metrics.height() * 0.8))
        area = QRectF(right - width, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.cap), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area, RADIUS.small, RADIUS.small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + round(metrics.height() * 0.3)
    painter.restore()
    return rect.right() + 1 - right


def paint_dot(painter: QPainter, center: QPointF, diameter: float, color: str) -> None:
    """Paints a filled dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(center, diameter / 2, diameter / 2)
    painter.restore()


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Words in lines of ``width``, ``most`` of them; what does not fit ends in an ellipsis."""
    words, lines = text.split(), list[str]()
    while words and len(lines) < most:
        if len(lines) == most - 1:
            line, words = " ".join(words), []
        else:
            line = words.pop(0)
            while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
                line += " " + words.pop(0)
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    return lines
