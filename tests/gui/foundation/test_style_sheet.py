"""One sheet for every scheme and scale, with nothing left to resolve."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton

from rustok_desktop.gui.theme.glyph_files import GLYPHS, GlyphFiles
from rustok_desktop.gui.theme.style_sheet import build_style_sheet
from rustok_desktop.gui.theme.theme import SCALES, Theme
from rustok_desktop.gui.theme.tokens import DARK, LIGHT, Tokens

GLYPH_PATHS = {name: f"/tmp/{name}.svg" for name in GLYPHS}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_is_left_unresolved(tokens: Tokens, scale: int) -> None:
    sheet = build_style_sheet(tokens, lambda n: round(n * scale / 100), scale, GLYPH_PATHS)
    assert not re.search(r"@|#\(|~\(|!\(", sheet)
    assert sheet.count("{") == sheet.count("}")
    assert tokens.accent in sheet


def test_glyphs_are_written_once_and_anywhere(tmp_path: Path) -> None:
    icons = Path(__file__).resolve().parents[3] / "resources" / "icons"
    first = GlyphFiles(icons, tmp_path / "cache").write(LIGHT)
    stamps = {name: Path(path).stat().st_mtime_ns for name, path in first.items()}
    assert GlyphFiles(icons, tmp_path / "cache").write(LIGHT) == first
    assert {name: Path(path).stat().st_mtime_ns for name, path in first.items()} == stamps
    assert set(first.values()).isdisjoint(GlyphFiles(icons, tmp_path / "cache").write(DARK).values())
    assert LIGHT.muted in Path(first["chevron_down"]).read_text("utf-8")
    (tmp_path / "a file").write_text("", "utf-8")
    blocked = GlyphFiles(icons, tmp_path / "a file")
    assert all(Path(path).is_file() for path in blocked.write(LIGHT).values())


def test_an_undeclared_name_is_an_error() -> None:
    with pytest.raises(AttributeError):
        build_style_sheet(LIGHT, int, 100, {}, "QLabel { color: @nonsense; }")
    with pytest.raises(KeyError):
        build_style_sheet(LIGHT, int, 100, {}, "QLabel { image: !(nonsense); }")


def test_qt_understands_the_sheet(theme: Theme, qapp: QApplication) -> None:
    # A sheet Qt cannot parse gives a warning, and a warning fails the test.
    for scheme in ("light", "dark"):
        for scale in (90, 150):
            theme.set_scheme(scheme)
            theme.set_scale(scale)
            assert theme.tokens.accent in qapp.styleSheet()


def test_scheme_and_scale_reach_the_application(theme: Theme, qapp: QApplication, qtbot: object) -> None:
    changes: list[bool] = []
    theme.changed.connect(lambda: changes.append(theme.tokens.dark))
    theme.set_scheme("dark")
    assert theme.tokens is DARK
    assert qapp.palette().window().color().name() == DARK.bg
    theme.set_scheme("light")
    small = theme.px(12)
    theme.set_scale(150)
    assert theme.px(12) == pytest.approx(small * 1.5, abs=1)
    assert qapp.font().pointSizeF() == pytest.approx(15)
    theme.set_scale(500)
    assert theme.scale == 150
    assert changes == [True, False, False]
    with pytest.raises(ValueError, match="unknown scheme"):
        theme.set_scheme("sepia")


def test_inter_is_what_is_shown(theme: Theme) -> None:
    for style in ("body", "medium", "strong", "title"):
        info = QFontInfo(theme.font(style))
        assert info.family() == "Inter"
        assert info.weight() == theme.font(style).weight()


def test_tabular_digits_have_one_width(theme: Theme) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(theme.font("body", tabular=True))
    assert len({round(metrics.horizontalAdvance(digit * 8), 3) for digit in "0123456789"}) == 1
    plain = QFontMetricsF(theme.font("body"))
    assert plain.horizontalAdvance("11111111") != plain.horizontalAdvance("00000000")


def test_inter_has_cyrillic(theme: Theme) -> None:
    from PySide6.QtGui import QFontMetricsF

    letters = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґқң₽₴€"
    for style in ("body", "medium", "strong", "title"):
        metrics = QFontMetricsF(theme.font(style))
        assert [letter for letter in letters if not metrics.inFontUcs4(ord(letter))] == []


def test_buttons_take_the_accent(theme: Theme, qtbot: object) -> None:
    from rustok_desktop.gui.widgets.button import Button

    button = Button("Save", None, "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    assert isinstance(button, QPushButton)
    assert button.grab().toImage().pixelColor(20, 8).name() == theme.tokens.accent
    button.set_variant("secondary")
    assert button.grab().toImage().pixelColor(20, 8).name() == theme.tokens.surface


def test_no_widget_sets_a_sheet_of_its_own() -> None:
    source = Path(__file__).resolve().parents[3] / "rustok_desktop" / "gui"
    found = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if re.search(r"setStyleSheet\(|processEvents\(|\.exec\(\)", path.read_text("utf-8"))
    ]
    assert sorted(found) == ["application.py", "theme/theme.py"]
