"""What the search for products that look alike answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rustok_desktop.commerce.matching_search import Group

Progress = Callable[[int, int], None]  # done, total


@dataclass(frozen=True, slots=True)
class Distinction:
    """What was said, to be found again by its id; ``txid`` names the transaction."""

    id: str
    product_ids: tuple[str, ...]
    txid: str


@dataclass(frozen=True, slots=True)
class ToldProduct:
    """One of the products that were told apart, as it is called now."""

    id: str
    title: str
    in_trash: bool


@dataclass(frozen=True, slots=True)
class ToldApart:
    """A saying that holds: when it was made, and which products it is about."""

    id: str
    said_at: str
    products: tuple[ToldProduct, ...]


@dataclass(frozen=True, slots=True)
class ToldPage:
    """The latest first. ``next`` continues after the last one, None at the end."""

    rows: tuple[ToldApart, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class OthersTrashed:
    """Which products went into the trash, and the transaction that did it."""

    product_ids: tuple[str, ...]
    txid: str


@dataclass(frozen=True, slots=True)
class DuplicateReport:
    """All groups, the surest first, of ``products`` that were looked at."""

    groups: tuple[Group, ...]
    products: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product as it stands beside others. ``codes`` are (SKU, barcode) of its first variants."""

    id: str
    version: int
    status: str
    created_at: str
    vendor: str | None
    title: str
    codes: tuple[tuple[str | None, str | None], ...]
    variant_count: int
    price_min: int | None
    price_max: int | None
    currency_code: str
    on_hand: int | None  # None: not counted
