"""What planning one product came to."""

from __future__ import annotations

from dataclasses import dataclass, field

from rustok_desktop.exchange.schemas import FieldDiff, ImportAction


@dataclass(slots=True)
class Outcome:
    """Counts of variants and images, and the fields that change; ``base_version`` of a product to update."""

    action: ImportAction
    product_id: str | None = None
    base_version: int | None = None
    variants_created: int = 0
    variants_updated: int = 0
    variants_unchanged: int = 0
    images_created: int = 0
    images_updated: int = 0
    images_unchanged: int = 0
    diffs: list[FieldDiff] = field(default_factory=list)
