"""Commands of stock: locations, transfers, reservations, thresholds, stocktakes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from rustok_desktop.commerce.schemas import Command
from rustok_desktop.core import limits


def _text(limit: int, *, least: int = 0) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=limit)


Name = Annotated[str, _text(limits.NAME, least=1)]
Code = Annotated[str, _text(limits.CODE)]
Reference = Annotated[str, _text(limits.REFERENCE)]
Count = Annotated[int, Field(ge=0, le=limits.QUANTITY_MAX)]
Some = Annotated[int, Field(ge=1, le=limits.QUANTITY_MAX)]


class CreateLocation(Command):
    """A new place for stock; the first one of a shop is its default."""

    name: Name
    code: Code | None = None


class UpdateLocation(Command):
    """Another name or code. What is left out stays; an empty code takes it away."""

    location_id: str
    base_version: int | None = None
    name: Name | None = None
    code: Code | None = None


class LocationCommand(Command):
    """An act on one location: make it the default, close it."""

    location_id: str
    base_version: int | None = None


class TransferLine(Command):
    """How many units of a variant go."""

    variant_id: str
    quantity: Some


class TransferStock(Command):
    """Goods that go from one location to another, all of them or none; a reference is made if none is given."""

    from_location_id: str
    to_location_id: str
    lines: Annotated[tuple[TransferLine, ...], Field(min_length=1, max_length=limits.TRANSFER_LINES)]
    reference: Reference | None = None


class ReserveStock(Command):
    """Promise units to somebody: they stay on hand and are no longer available."""

    variant_id: str
    quantity: Some
    reference: Reference | None = None
    location_id: str | None = None


class ReleaseStock(Command):
    """End a promise. With ``take`` the goods leave with it, as a movement for ``reason``."""

    reservation_id: str
    take: bool = False
    reason: Annotated[str, _text(limits.REASON, least=1)] = "sold"


class SetThreshold(Command):
    """Fewer available units than this are "low" at the location; None: as the shop says."""

    variant_id: str
    location_id: str | None = None
    threshold: Count | None = None


class OpenStocktake(Command):
    """Begin to count a location, or only the goods of a vendor or a type there."""

    location_id: str | None = None
    vendor: Annotated[str, _text(limits.VENDOR)] | None = None
    product_type: Annotated[str, _text(limits.PRODUCT_TYPE)] | None = None


class CountStock(Command):
    """Count a variant, named by SKU or barcode (``code``) or by id.

    ``add`` more units were found, or exactly ``quantity`` of them are there; ``quantity`` None and ``add`` 0
    takes the count back.
    """

    stocktake_id: str
    code: Annotated[str, _text(limits.BARCODE)] | None = None
    variant_id: str | None = None
    add: Annotated[int, Field(ge=-limits.QUANTITY_MAX, le=limits.QUANTITY_MAX)] = 0
    quantity: Count | None = None


class CloseStocktake(Command):
    """Apply a stocktake or cancel it; ``uncounted`` says what an article nobody counted means."""

    stocktake_id: str
    base_version: int | None = None
    uncounted: Literal["keep", "zero"] = "keep"
