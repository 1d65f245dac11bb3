"""What the search for products that look alike takes and answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Checked

from rustok_desktop.commerce.matching_search import Group
from rustok_desktop.core import limits

Progress = Callable[[int, int], None]  # done, total


class TellApart(BaseModel):
    """These products are different ones, however alike they look."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    product_ids: Annotated[
        tuple[Annotated[str, StringConstraints(min_length=36, max_length=36)], ...],
        Checked(min_length=2, max_length=limits.DUPLICATES_PER_GROUP),
    ]


@dataclass(frozen=True, slots=True)
class Distinction:
    """What was said, to be found again by its id; ``txid`` names the transaction."""

    id: str
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
