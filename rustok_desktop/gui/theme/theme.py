"""The look of the program: scheme, scale and fonts, applied to the whole application at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from rustok_desktop.gui.theme.glyph_files import GlyphFiles
from rustok_desktop.gui.theme.palette import build_palette
from rustok_desktop.gui.theme.style_sheet import build_style_sheet
from rustok_desktop.gui.theme.tokens import DARK, LIGHT, Tokens

SCHEMES = ("system", "light", "dark")
SCALES = (90, 100, 110, 125, 150)
FAMILY = "Inter"
_BODY_POINTS = 10.0
# Height in pixels of a line of the body font at 100 % on a screen of 96 dpi; distances are given for it.
_REFERENCE_LINE = 15.72
# Points at 100 % and weight of each text style.
_STYLES: dict[str, tuple[float, QFont.Weight]] = {
    "body": (_BODY_POINTS, QFont.Weight.Normal),
    "strong": (_BODY_POINTS, QFont.Weight.DemiBold),
    "medium": (_BODY_POINTS, QFont.Weight.Medium),
    "small": (9.0, QFont.Weight.Normal),
    "chip": (9.0, QFont.Weight.DemiBold),
    "head": (8.25, QFont.Weight.DemiBold),
    "section": (9.75, QFont.Weight.DemiBold),
    "title": (15.0, QFont.Weight.Bold),
    "figure": (16.5, QFont.Weight.Bold),
}


class Theme(QObject):
    """Tokens, fonts and the one style sheet. ``changed`` follows every change of scheme or scale.

    ``resources`` is the folder of fonts and icons; ``cache`` a folder for a few small files, made when missing.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        cache: Path,
        scheme: str = "system",
        scale: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._scheme = scheme if scheme in SCHEMES else "system"
        self._scale = scale if SCALES[0] <= scale <= SCALES[-1] else 100
        self._glyphs = GlyphFiles(resources / "icons", cache)
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._tokens = LIGHT
        self._unit = 1.0
        load_fonts(resources / "fonts")
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def scheme(self) -> str:
        """``system``, ``light`` or ``dark``, as chosen."""
        return self._scheme

    @property
    def scale(self) -> int:
        """Text and distances in per cent, 90 to 150."""
        return self._scale

    def set_scheme(self, scheme: str) -> None:
        """Chooses the scheme; ValueError for an unknown one."""
        if scheme not in SCHEMES:
            raise ValueError(f"unknown scheme: {scheme}")
        if scheme != self._scheme:
            self._scheme = scheme
            self._apply()

    def set_scale(self, scale: int) -> None:
        """Chooses the scale in per cent, held between 90 and 150."""
        scale = max(SCALES[0], min(SCALES[-1], scale))
        if scale != self._scale:
            self._scale = scale
            self._apply()

    def px(self, pixels: float) -> int:
        """A distance given for 100 % in the pixels of this font and scale; at least 1 for a positive one."""
        return max(1, round(pixels * self._unit)) if pixels > 0 else 0

    def font(self, style: str = "body", *, tabular: bool = False) -> QFont:
        """A text style: body, strong, medium, small, chip, head, section, title, figure. A fresh copy.

        ``tabular`` gives every digit the same width, for columns of numbers.
        """
        key = (style, tabular)
        if key not in self._fonts:
            points, weight = _STYLES[style]
            font = QFont(FAMILY)
            font.setPointSizeF(points * self._scale / 100)
            font.setWeight(weight)
            if style in ("title", "figure"):
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return QFont(self._fonts[key])

    @Slot()
    def _system_changed(self) -> None:
        if self._scheme == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self._scheme == "dark" or (
            self._scheme == "system" and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self._tokens = DARK if dark else LIGHT
        self._fonts.clear()
        body = self.font("body")
        self._unit = QFontMetricsF(body).height() / _REFERENCE_LINE
        self._app.setPalette(build_palette(self._tokens))
        self._app.setFont(body)
        sheet = build_style_sheet(self._tokens, self.px, self._scale, self._glyphs.write(self._tokens))
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def load_fonts(directory: Path) -> int:
    """Registers the font files of ``directory``; answers how many could be read."""
    files = sorted(directory.glob("*.otf")) + sorted(directory.glob("*.ttf"))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)
