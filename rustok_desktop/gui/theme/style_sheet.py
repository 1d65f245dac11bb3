"""The one style sheet of the program, generated from the tokens.

Widgets are told apart by dynamic properties (``variant``, ``tone``, ``role``, ``invalid``, ``surface``), never by
sheets of their own. In the template ``@name`` is a colour, ``#(n)`` a distance in pixels at 100 %, ``~(n)`` points
at 100 %, ``!(name)`` the file of a tinted glyph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rustok_desktop.gui.theme.sheet_controls import CONTROLS
from rustok_desktop.gui.theme.sheet_frame import FRAME
from rustok_desktop.gui.theme.sheet_home import HOME
from rustok_desktop.gui.theme.sheet_views import VIEWS
from rustok_desktop.gui.theme.tokens import Tokens

TEMPLATE = CONTROLS + VIEWS + FRAME + HOME

_MARK = re.compile(r"@([a-z_0-9]+)|#\(([\d.]+)\)|~\(([\d.]+)\)|!\(([a-z_]+)\)")


def build_style_sheet(
    tokens: Tokens, px: Callable[[float], int], scale: int, glyphs: Mapping[str, str], template: str = TEMPLATE
) -> str:
    """The sheet for a scheme and scale (per cent); AttributeError or KeyError for a name nobody declared."""

    def resolve(match: re.Match[str]) -> str:
        color, distance, points, glyph = match.groups()
        if color is not None:
            return tokens.color(color)
        if distance is not None:
            return f"{px(float(distance))}px"
        if points is not None:
            return f"{float(points) * scale / 100:.2f}pt"
        return f'url("{glyphs[glyph]}")'

    return _MARK.sub(resolve, template)
