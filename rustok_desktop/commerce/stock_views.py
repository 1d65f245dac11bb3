"""What stock answers: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelView:
    """A variant at a location. ``own_threshold`` None: the shop's is in force, ``threshold`` holds it."""

    variant_id: str
    product_id: str
    position: int
    product_title: str
    variant_title: str
    sku: str | None
    barcode: str | None
    policy: str
    managed: bool
    on_hand: int
    reserved: int
    own_threshold: int | None
    threshold: int

    @property
    def available(self) -> int:
        """What can still be sold or promised."""
        return self.on_hand - self.reserved

    @property
    def state(self) -> str:
        """``untracked``, ``out`` (nothing available), ``low`` (fewer than the threshold) or ``in``."""
        if not self.managed:
            return "untracked"
        if self.available <= 0:
            return "out"
        return "low" if self.available < self.threshold else "in"


@dataclass(frozen=True, slots=True)
class LevelQuery:
    """Which variants at which location: by a part of SKU or barcode, or of these products; ``state`` low or out."""

    location_id: str
    code: str = ""
    product_ids: tuple[str, ...] | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class LevelPage:
    """Some rows of the list; ``next`` goes on after them, None at the end."""

    rows: tuple[LevelView, ...]
    next: tuple[str, int, str] | None


@dataclass(frozen=True, slots=True)
class StockFigures:
    """A list in numbers: variants, of them low and out; units on hand and promised."""

    variants: int
    low: int
    out: int
    on_hand: int
    reserved: int


@dataclass(frozen=True, slots=True)
class Transferred:
    """What a transfer came to."""

    reference: str
    units: int
    txid: str


@dataclass(frozen=True, slots=True)
class ReservationView:
    """A promise that still stands."""

    id: str
    variant_id: str
    location_id: str
    location_name: str
    quantity: int
    reference: str | None
    actor_id: str | None
    created_at: str


@dataclass(frozen=True, slots=True)
class CountView:
    """One counted article. ``seen`` was on hand when it was counted, ``on_hand`` is now."""

    variant_id: str
    product_id: str
    product_title: str
    variant_title: str
    sku: str | None
    barcode: str | None
    counted: int
    seen: int
    on_hand: int
    counted_at: str

    @property
    def difference(self) -> int:
        """What applying moves."""
        return self.counted - self.seen

    @property
    def moved(self) -> int:
        """What sales and deliveries did since it was counted; it survives."""
        return self.on_hand - self.seen

    @property
    def after(self) -> int:
        """On hand once it is applied."""
        return self.on_hand + self.difference


@dataclass(frozen=True, slots=True)
class StocktakeView:
    """A stocktake: ``open``, ``applied`` or ``cancelled``. ``uncounted`` articles hold ``uncounted_units``."""

    id: str
    location_id: str
    location_name: str
    number: str
    status: str
    vendor: str | None
    product_type: str | None
    version: int
    created_at: str
    closed_at: str | None
    counts: tuple[CountView, ...] = ()
    uncounted: int = 0
    uncounted_units: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying a stocktake corrected; ``units`` is the sum of the corrections, up minus down."""

    number: str
    corrected: int
    units: int
    txid: str
