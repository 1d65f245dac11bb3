"""SKUs: each may belong to one variant of the shop, and a file may not give it out twice."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.exchange.drafts import ProductDraft, VariantDraft
from rustok_desktop.exchange.existing import SkuHolder
from rustok_desktop.exchange.findings import Findings


class SkuClaims:
    """SKUs that products of this file take, over the whole file; ``holders`` is the shop's side of one batch."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._claimed: dict[str, str] = {}
        self.holders: Mapping[str, SkuHolder] = {}

    def is_free(self, draft: ProductDraft, variant: VariantDraft, sku: str, product_id: str | None) -> bool:
        """Whether ``variant`` may take ``sku``; a finding naming the holder when it may not.

        A holder within the product itself (``product_id``) is the caller's to judge.
        """
        holder = self._claimed.get(sku)
        if holder is None:
            known = self.holders.get(sku)
            if known is None or known.product_id == product_id:
                return True
            holder = known.title
        self.refuse(draft, variant, sku, holder)
        return False

    def refuse(self, draft: ProductDraft, variant: VariantDraft, sku: str, holder: str) -> None:
        """The finding: already used, with the next free spelling."""
        params = {"sku": sku, "holder": holder}
        self._findings.note(draft, variant, "sku", sku, "duplicate_sku", params, self._next_free(sku))

    def claim(self, sku: str, title: str) -> None:
        """``sku`` now belongs to the product ``title`` of this file."""
        self._claimed[sku] = title

    def _next_free(self, sku: str) -> str:
        number = 2
        while f"{sku}-{number}" in self._claimed or f"{sku}-{number}" in self.holders:
            number += 1
        return f"{sku}-{number}"
