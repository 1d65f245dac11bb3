"""The tokens can be read: WCAG AA for every pair of text and background the window uses."""

from __future__ import annotations

import pytest

from rustok_desktop.gui.theme.tokens import DARK, LIGHT, Tokens, mix

AA_TEXT = 4.5
AA_GRAPHIC = 3.0
SURFACES = ("bg", "surface", "sunk", "row_selected", "hover")
PAIRS = [
    *(("text", surface) for surface in SURFACES),
    *(("muted", surface) for surface in SURFACES),
    *(("accent", surface) for surface in ("bg", "surface", "accent_soft", "row_selected", "sunk")),
    *(("danger", surface) for surface in ("bg", "surface", "danger_soft")),
    *(("warn", surface) for surface in ("bg", "surface", "warn_soft")),
    *(("ok", surface) for surface in ("bg", "surface", "ok_soft")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("text", "warn_soft"),
    ("text", "accent_soft"),
]


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "background"), PAIRS)
def test_text_is_readable(tokens: Tokens, text: str, background: str) -> None:
    assert contrast(tokens.color(text), tokens.color(background)) >= AA_TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_focus_ring_and_series_stand_out(tokens: Tokens) -> None:
    for name in ("accent", "series1", "series2", "series3"):
        assert contrast(tokens.color(name), tokens.surface) >= AA_GRAPHIC, name


def test_mix_goes_from_one_end_to_the_other() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#64c80a", 0.5) == "#326405"


def test_every_name_is_a_colour() -> None:
    for tokens in (LIGHT, DARK):
        for name in tokens.names():
            value = tokens.color(name)
            assert value.startswith("#")
            int(value[1:], 16)
