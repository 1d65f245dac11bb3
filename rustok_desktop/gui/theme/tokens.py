"""Design tokens: every colour, radius and distance of the window. Nothing else in the window names a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme as ``#rrggbb``; ``*_soft`` are fills for text of the same name."""

    dark: bool
    bg: str
    surface: str
    sunk: str
    border: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    series1: str
    series2: str
    series3: str
    row_selected: str

    @property
    def outline(self) -> str:
        """The line around radios, checkboxes and key caps: 45 % of the way from border to muted."""
        return mix(self.border, self.muted, 0.45)

    @property
    def cap(self) -> str:
        """The line around key caps and raised panels."""
        return mix(self.border, self.muted, 0.2)

    @property
    def accent_hover(self) -> str:
        """The accent under the pointer."""
        return mix(self.accent, self.text, 0.14)

    @property
    def accent_pressed(self) -> str:
        """The accent while pressed."""
        return mix(self.accent, self.text, 0.26)

    @property
    def hover(self) -> str:
        """A row or a plain button under the pointer."""
        return mix(self.surface, self.sunk, 0.6)

    @property
    def nav_hover(self) -> str:
        """An entry of the navigation under the pointer (the navigation is ``sunk``)."""
        return mix(self.sunk, self.surface, 0.5)

    @property
    def scrim(self) -> str:
        """What dims the window behind an overlay, as ``#aarrggbb``."""
        return "#99000000" if self.dark else "#59101418"

    @property
    def shadow(self) -> str:
        """The colour of shadows at their darkest, as ``#aarrggbb``."""
        return "#5c000000" if self.dark else "#24101418"

    def color(self, name: str) -> str:
        """The colour called ``name``; KeyError-like AttributeError when there is none."""
        return str(getattr(self, name))

    def names(self) -> tuple[str, ...]:
        """Names of all colours, declared and derived."""
        declared = tuple(f.name for f in fields(self) if f.name != "dark")
        return (*declared, "outline", "cap", "accent_hover", "accent_pressed", "hover", "nav_hover", "scrim", "shadow")


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in pixels at 100 %."""

    small: int = 5
    field: int = 8
    card: int = 10


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in pixels at 100 %."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - one of five steps, never a loop variable
    xl: int = 24


def mix(start: str, end: str, share: float) -> str:
    """The colour ``share`` (0..1) of the way from ``start`` to ``end``, both ``#rrggbb``."""
    pairs = ((int(start[i : i + 2], 16), int(end[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


LIGHT = Tokens(
    dark=False,
    bg="#f6f7f9",
    surface="#ffffff",
    sunk="#eef0f3",
    border="#e3e6ea",
    text="#14181f",
    muted="#5f6979",
    accent="#0f766e",
    accent_soft="#d7f0ec",
    on_accent="#ffffff",
    ok="#067647",
    ok_soft="#e1f5ea",
    warn="#b54708",
    warn_soft="#fdf0dc",
    danger="#b42318",
    danger_soft="#f8e9e8",
    series1="#0f766e",
    series2="#7a8be4",
    series3="#353b46",
    row_selected="#e3f3f0",
)

DARK = Tokens(
    dark=True,
    bg="#0f1216",
    surface="#171b21",
    sunk="#1f252c",
    border="#2a313a",
    text="#e8ebef",
    muted="#8f9aa8",
    accent="#2dd4bf",
    accent_soft="#12332f",
    on_accent="#06231f",
    ok="#47cd89",
    ok_soft="#10301f",
    warn="#fdb022",
    warn_soft="#33260c",
    danger="#f97066",
    danger_soft="#3b292c",
    series1="#2dd4bf",
    series2="#5672dc",
    series3="#e8ebef",
    row_selected="#15302d",
)

RADIUS = Radius()
SPACE = Space()
