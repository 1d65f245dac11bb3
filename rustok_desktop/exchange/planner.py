"""Drafts against the shop, batch by batch: what to create, change, leave and refuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.text import fold
from rustok_desktop.exchange.claims import SkuClaims
from rustok_desktop.exchange.creating import Creator
from rustok_desktop.exchange.drafts import ProductDraft
from rustok_desktop.exchange.existing import ShopReader, ShopState, StoredProduct
from rustok_desktop.exchange.findings import PRODUCT, ROW, Findings
from rustok_desktop.exchange.outcome import Outcome
from rustok_desktop.exchange.schemas import FieldDiff, ImportAction, Tally
from rustok_desktop.exchange.staged import Shop, StagedRows
from rustok_desktop.exchange.updating import Updater

_DIFFS_SHOWN = 500  # of one product; a product with thousands of variants must not weigh megabytes
_SEARCHED = 4000
Show = Callable[[ProductDraft, str, Outcome], tuple[str, str]]


@dataclass(slots=True)
class RejectedRow:
    """A record left out, and why."""

    record: int
    cells: list[str]
    error: str


@dataclass(slots=True)
class Counts:
    """Running sums of a plan."""

    products: Counter[str] = field(default_factory=Counter)
    variants: Counter[str] = field(default_factory=Counter)
    images: Counter[str] = field(default_factory=Counter)
    fields_changed: int = 0
    errors: int = 0

    @staticmethod
    def tally(counter: Counter[str]) -> Tally:
        """The four counts."""
        names = ("created", "updated", "unchanged", "rejected")
        return Tally(*(counter[name] for name in names))


_TALLY = {
    ImportAction.CREATE: "created",
    ImportAction.UPDATE: "updated",
    ImportAction.UNCHANGED: "unchanged",
    ImportAction.REJECT: "rejected",
}


class Planner:
    """Plans the products of one file, in order."""

    def __init__(
        self,
        shop: Shop,
        reader: ShopReader,
        findings: Findings,
        erase: frozenset[str],
        *,
        reviewed: bool = True,
    ) -> None:
        self._shop = shop
        self._reader = reader
        self._show = _for_review if reviewed else _for_nobody
        self._findings = findings
        self._claims = SkuClaims(findings)
        self._creator = Creator(shop, findings, self._claims)
        self._updater = Updater(shop, findings, self._claims, self._creator.variants, erase)
        self._met: set[str] = set()  # stored products this file has already spoken of
        self.counts = Counts()

    @property
    def kept_empty(self) -> Counter[str]:
        """Field -> empty cells where the shop holds a value."""
        return self._updater.kept_empty

    def plan(self, drafts: Sequence[ProductDraft]) -> tuple[StagedRows, list[RejectedRow]]:
        """The rows of one batch, and the records it leaves out."""
        state = self._reader.load([d.handle for d in drafts if d.handle], _skus(drafts))
        self._claims.holders = state.by_sku
        rows = StagedRows(self._shop)
        rejected: list[RejectedRow] = []
        for draft in drafts:
            stored = self._stored(draft, state)
            outcome = self._outcome(draft, stored, rows)
            self._count(draft, outcome)
            _stage_plan(draft, stored, outcome, rows, self._show)
            if draft.errors:
                rejected += _rejected_rows(draft, outcome)
        return rows, rejected

    def _stored(self, draft: ProductDraft, state: ShopState) -> StoredProduct | None:
        """The shop's product: by the handle the file gives, else by SKU, else by the handle made from the title."""
        if not draft.has_handle:
            for variant in draft.variants:
                holder = state.by_sku.get(variant.sku) if isinstance(variant.sku, str) else None
                if holder is not None and holder.product_id in state.products:
                    return state.products[holder.product_id]
        product_id = state.by_handle.get(draft.handle)
        return state.products.get(product_id) if product_id is not None else None

    def _outcome(self, draft: ProductDraft, stored: StoredProduct | None, rows: StagedRows) -> Outcome:
        if stored is not None and not draft.rejected:
            if stored.id in self._met:
                params = {"handle": stored.handle, "holder": stored.title}
                self._findings.refuse(draft, "handle", draft.handle, "duplicate_handle", params)
            self._met.add(stored.id)
        if draft.rejected:
            return Outcome(ImportAction.REJECT)
        if stored is None:
            return self._creator.create(draft, rows)
        return self._updater.update(draft, stored, rows)

    def _count(self, draft: ProductDraft, outcome: Outcome) -> None:
        counts, done = self.counts, outcome
        counts.products[_TALLY[done.action]] += 1
        counts.errors += len(draft.errors)
        if done.action is ImportAction.REJECT:
            counts.variants["rejected"] += draft.variant_rows
            counts.images["rejected"] += len(draft.images)
            return
        kept = done.variants_created + done.variants_updated + done.variants_unchanged
        counts.variants["created"] += done.variants_created
        counts.variants["updated"] += done.variants_updated
        counts.variants["unchanged"] += done.variants_unchanged
        counts.variants["rejected"] += max(0, draft.variant_rows - kept)
        counts.images["created"] += done.images_created
        counts.images["updated"] += done.images_updated
        counts.images["unchanged"] += done.images_unchanged
        if done.action is ImportAction.UPDATE:
            counts.fields_changed += len(done.diffs)


def _skus(drafts: Sequence[ProductDraft]) -> list[str]:
    return [variant.sku for draft in drafts for variant in draft.variants if isinstance(variant.sku, str)]


def _stage_plan(
    draft: ProductDraft, stored: StoredProduct | None, outcome: Outcome, rows: StagedRows, show: Show
) -> None:
    title = draft.title or (stored.title if stored is not None else "")
    shown, search = show(draft, title, outcome)
    rows.tables["plan_products"].append(
        (
            draft.ordinal,
            draft.handle,
            title,
            outcome.action.value,
            draft.variant_rows or len(draft.variants) or outcome.variants_created,
            draft.line,
            outcome.product_id,
            outcome.base_version,
            0,
            shown,
            search,
            outcome.variants_created,
            outcome.variants_updated,
            outcome.variants_unchanged,
            outcome.images_created,
            outcome.images_updated,
            outcome.images_unchanged,
        )
    )
    errors = rows.tables["plan_errors"]
    for e in draft.errors:
        row = (draft.ordinal, e.line, e.record, e.column, e.value, e.rule, e.message)
        errors.append((*row, e.suggestion, e.severity, e.handle, dumps(e.params)))


def _for_review(draft: ProductDraft, title: str, outcome: Outcome) -> tuple[str, str]:
    """The differences as JSON, and the text in which the review looks for words."""
    diffs = outcome.diffs[:_DIFFS_SHOWN] or _refused(draft, outcome)
    shown = [(diff.field, diff.old, diff.new, diff.erased, diff.variant) for diff in diffs]
    skus = [variant.sku for variant in draft.variants if isinstance(variant.sku, str)]
    news = [diff.new for diff in diffs if diff.new and outcome.action is not ImportAction.CREATE]
    return dumps(shown), fold(" ".join([title, draft.handle, *skus, *news])[:_SEARCHED])


def _for_nobody(_draft: ProductDraft, _title: str, _outcome: Outcome) -> tuple[str, str]:
    return "[]", ""


def _refused(draft: ProductDraft, outcome: Outcome) -> list[FieldDiff]:
    if outcome.action is not ImportAction.REJECT:
        return []
    worst = next((error for error in draft.errors if error.severity == PRODUCT), None)
    return [] if worst is None else [FieldDiff(worst.column, None, worst.value)]


def _rejected_rows(draft: ProductDraft, outcome: Outcome) -> list[RejectedRow]:
    """Records to mend: those of refused rows, and all of a refused product."""
    reasons: dict[int, list[str]] = {}
    for error in draft.errors:
        if error.severity in (PRODUCT, ROW):
            reasons.setdefault(error.record, []).append(f"{error.column}: {error.message}".removeprefix(": "))
    whole = outcome.action is ImportAction.REJECT
    general = "; ".join(e.message for e in draft.errors if e.severity == PRODUCT)
    return [
        RejectedRow(number, cells, "; ".join(reasons.get(number, [general])))
        for number, _, cells in draft.records
        if whole or number in reasons
    ]
