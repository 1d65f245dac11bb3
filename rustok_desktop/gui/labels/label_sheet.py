"""Papers and where labels lie on them. Millimetres, from the upper left corner. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A paper with ``columns`` x ``rows`` labels; on a roll every label is a page of its own."""

    id: str
    page: tuple[float, float]
    label: tuple[float, float]
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0

    @property
    def per_page(self) -> int:
        """Labels on one page."""
        return self.columns * self.rows

    def pages(self, count: int, skip: int) -> int:
        """Pages for ``count`` labels when the first ``skip`` places of the first page are used up."""
        return -(-(count + skip) // self.per_page) if count else 0

    def place(self, index: int, skip: int) -> tuple[int, float, float]:
        """Page, left and top edge of a label."""
        page, cell = divmod(index + skip, self.per_page)
        row, column = divmod(cell, self.columns)
        return page, self.left + column * self.label[0], self.top + row * self.label[1]


_A4 = (210.0, 297.0)
FORMATS = (
    LabelFormat("a4_70x42", _A4, (70.0, 42.3), 3, 7, 0.0, 0.45),
    LabelFormat("a4_70x37", _A4, (70.0, 37.0), 3, 8, 0.0, 0.5),
    LabelFormat("a4_52x30", _A4, (52.5, 29.7), 4, 10),
    LabelFormat("roll_58x40", (58.0, 40.0), (58.0, 40.0)),
    LabelFormat("roll_58x30", (58.0, 30.0), (58.0, 30.0)),
)


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """``code``: ``bars`` (EAN or Code 128), ``qr`` or ``none``; ``skip`` places already used on the first sheet."""

    format: LabelFormat = FORMATS[0]
    code: str = "bars"
    price: bool = True
    sku: bool = True
    per_stock: bool = False
    copies: int = 1
    skip: int = 0
    language: str = "en"
