"""Icons: one drawing, any colour, any screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.theme import Theme

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"


def inked(image: QImage) -> set[str]:
    """Colours of the fully covered pixels."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            color = QColor(image.pixelColor(x, y))
            if color.alpha() == 255:
                found.add(color.name())
    return found


def test_every_file_is_a_24_by_24_line_drawing_that_takes_a_colour() -> None:
    files = list(ICONS.glob("*.svg"))
    assert len(files) >= 45
    for file in files:
        text = file.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in text, file.name
        assert 'stroke="currentColor"' in text, file.name
        assert 'stroke-linecap="round"' in text, file.name
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", text), file.name


def test_every_icon_draws_something(services: GuiServices) -> None:
    for name in services.icons.names():
        assert inked(services.icons.pixmap(name, 24, "text", 4.0).toImage()), name


def test_the_colour_follows_the_theme_by_itself(services: GuiServices) -> None:
    icon = services.icons.icon("menu", "text")
    assert inked(icon.pixmap(QSize(24, 24), 4.0).toImage()) == {services.theme.tokens.text}
    services.theme.set_scheme("dark")
    assert inked(icon.pixmap(QSize(24, 24), 4.0).toImage()) == {services.theme.tokens.text}


def test_states_have_their_colours(services: GuiServices) -> None:
    icon = services.icons.icon("menu", "muted", checked="accent")
    on = icon.pixmap(QSize(24, 24), 4.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    disabled = icon.pixmap(QSize(24, 24), 4.0, QIcon.Mode.Disabled, QIcon.State.Off).toImage()
    assert inked(on) == {services.theme.tokens.accent}
    assert inked(disabled) == {services.theme.tokens.outline}


def test_sharp_on_a_fine_screen(services: GuiServices) -> None:
    pixmap = services.icons.pixmap("box", 16, "muted", 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    scaled = services.icons.icon("box").pixmap(QSize(16, 16), 2.0)
    assert (scaled.width(), scaled.devicePixelRatio()) == (32, 2.0)


def test_a_wide_icon_leaves_its_gap_at_the_right(services: GuiServices) -> None:
    wide = services.icons.icon("menu", "text").pixmap(QSize(24, 16)).toImage()
    assert (wide.width(), wide.height()) == (24, 16)
    assert all(wide.pixelColor(x, y).alpha() == 0 for x in range(17, 24) for y in range(16))


def test_an_unknown_name_is_an_error_at_once(services: GuiServices) -> None:
    with pytest.raises(FileNotFoundError):
        services.icons.icon("no-such-icon")


def test_cached_drawings_are_reused(services: GuiServices, theme: Theme) -> None:
    first = services.icons.pixmap("box", 16)
    second = services.icons.pixmap("box", 16)
    assert first.cacheKey() == second.cacheKey() or first.toImage() == second.toImage()
    assert len(services.icons._cache) == 1
