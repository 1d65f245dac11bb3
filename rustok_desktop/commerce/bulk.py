"""One edit over many products: a preview that writes nothing, and the same done to all of them or to none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rustok_desktop.commerce import collections_edit, lifecycle
from rustok_desktop.commerce.bulk_plan import BulkRow, plan_bulk, variant_patches
from rustok_desktop.commerce.bulk_reading import bulk_rows, pieces, questions
from rustok_desktop.commerce.collections_schemas import AddToCollection, RemoveFromCollection
from rustok_desktop.commerce.ports import CategoryLists
from rustok_desktop.commerce.price_formula import PriceWorker
from rustok_desktop.commerce.price_plan import price_worker
from rustok_desktop.commerce.pricing import change_prices
from rustok_desktop.commerce.pricing_sql import TITLES
from rustok_desktop.commerce.schemas import BulkChanges, BulkEdit, ChangePrices, ProductCommand, UpdateProduct
from rustok_desktop.commerce.update import update_product
from rustok_desktop.commerce.views import BulkDone, BulkField, BulkLine, BulkPreview
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork

# The act that leads from a status to the one asked for; several where it takes more than one step.
_ACTS = {
    ("draft", "active"): ("publish",),
    ("draft", "archived"): ("archive",),
    ("active", "draft"): ("unpublish",),
    ("active", "archived"): ("archive",),
    ("archived", "draft"): ("unarchive",),
    ("archived", "active"): ("unarchive", "publish"),
}
_OWN = ("vendor", "product_type", "tags")
_AMOUNTS = ("price", "compare_at", "cost")


class BulkStopped(Exception):
    """Somebody asked to stop: nothing is kept."""


async def preview_bulk(reader: Reader, ctx: Context, command: BulkEdit) -> BulkPreview:
    """Line by line, in the order asked for; products that are gone are left out."""
    worker = _checked(command)
    lines: list[BulkLine] = []
    for ids in pieces(list(dict.fromkeys(command.product_ids))):
        asked = questions(ctx, command.changes, ids)
        async with reader.snapshot() as session:
            answers = [await session.all(statement, **params) for statement, params in asked]
            named = await session.all(TITLES, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=dumps(list(ids)))
        titles = dict(named)
        for row in bulk_rows(asked, answers):
            fields, problem = plan_bulk(row, command.changes, worker)
            lines.append(BulkLine(row.id, titles.get(row.id) or "", row.version, fields, problem))
    return BulkPreview(tuple(lines))


def _checked(command: BulkEdit) -> PriceWorker | None:
    if not command.product_ids:
        raise UserError("no_products_chosen")
    if not command.changes.model_fields_set:
        raise UserError("no_changes_chosen")
    price = command.changes.price
    return price_worker(price.formula, price.target, price.currency_code) if price is not None else None


class BulkWork:
    """One bulk edit inside a unit of work.

    ``tell`` hears how many products of how many are written, on the writer's thread; ``stopped`` is asked before each
    piece, and ends everything when it answers yes.
    """

    def __init__(
        self,
        ctx: Context,
        bus: TransactionalEventBus,
        categories: CategoryLists | None,
        command: BulkEdit,
        tell: Callable[[int, int], None] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._ctx = ctx
        self._bus = bus
        self._categories = categories
        self._command = command
        self._tell = tell
        self._stopped = stopped
        self._lists: dict[tuple[str, str, bool], list[str]] = {}  # (what, id, whether in) -> products

    def __call__(self, uow: UnitOfWork) -> BulkDone:
        """Do it to all or none. VersionConflict for a product saved since the preview, NotFound for one gone."""
        worker = _checked(self._command)
        ids = list(dict.fromkeys(self._command.product_ids))
        changed: list[str] = []
        done = 0
        for piece in pieces(ids):
            if self._stopped():
                raise BulkStopped
            changed += self._piece(uow, piece, worker)
            done += len(piece)
            if self._tell is not None:
                self._tell(done, len(ids))
        self._put_into_lists(uow)
        if self._stopped():
            raise BulkStopped
        return BulkDone(tuple(changed), len(ids) - len(changed), uow.txid if changed else None)

    def _piece(self, uow: UnitOfWork, ids: Sequence[str], worker: PriceWorker | None) -> list[str]:
        asked = questions(self._ctx, self._command.changes, ids)
        found = {row.id: row for row in bulk_rows(asked, [uow.all(one, **params) for one, params in asked])}
        changed, priced = [], []
        for product_id in ids:
            row = self._row(found, product_id)
            fields, problem = plan_bulk(row, self._command.changes, worker)
            if problem is not None:
                raise Invalid([problem])
            if fields:
                self._edit(uow, row, fields)
                changed.append(product_id)
                priced += [product_id for field in fields if field.name in _AMOUNTS]
        self._price(uow, priced)
        return changed

    def _row(self, found: dict[str, BulkRow], product_id: str) -> BulkRow:
        row = found.get(product_id)
        if row is None:
            raise NotFound("not_found", kind="product", id=product_id)
        expected = self._command.base_versions.get(product_id)
        if expected is not None and expected != row.version:
            raise VersionConflict("version_conflict", id=product_id, expected=expected, actual=row.version)
        return row

    def _edit(self, uow: UnitOfWork, row: BulkRow, fields: Sequence[BulkField]) -> None:
        given = {field.name: field for field in fields}
        own: dict[str, Any] = {name: given[name].becomes for name in _OWN if name in given}
        patches, version = variant_patches(row, fields), row.version
        if own or patches:
            asked = {"product_id": row.id, "base_version": version, **own, "variants": patches}
            version = update_product(self._ctx, self._bus, UpdateProduct.model_validate(asked), uow).version
        status = given.get("status")
        for act in _ACTS.get((row.status, status.becomes), ()) if status is not None else ():
            acted = ProductCommand(product_id=row.id, base_version=version)
            version = lifecycle.change_status(act, self._ctx, self._bus, acted, uow).version
        for what in ("collections", "categories"):
            for list_id in set(given[what].was) ^ set(given[what].becomes) if what in given else ():
                into = list_id in given[what].becomes
                self._lists.setdefault((what, list_id, into), []).append(row.id)

    def _price(self, uow: UnitOfWork, product_ids: Sequence[str]) -> None:
        price = self._command.changes.price
        if price is not None and product_ids:
            asked = ChangePrices(
                formula=price.formula,
                target=price.target,
                currency_code=price.currency_code,
                product_ids=tuple(product_ids),
            )
            change_prices(self._ctx, self._bus, asked, uow)

    def _put_into_lists(self, uow: UnitOfWork) -> None:
        """Each list once, with all its products: one event tells them all."""
        for (what, list_id, into), product_ids in sorted(self._lists.items()):
            if what == "collections":
                named = {"collection_id": list_id, "product_ids": tuple(product_ids)}
                if into:
                    collections_edit.add(self._ctx, self._bus, AddToCollection.model_validate(named), uow)
                else:
                    collections_edit.remove(self._ctx, self._bus, RemoveFromCollection.model_validate(named), uow)
            elif self._categories is None:
                raise NotFound("not_found", kind="category", id=list_id)
            else:
                (self._categories.put if into else self._categories.take)(uow, self._ctx, list_id, product_ids)


def names_categories(changes: BulkChanges) -> bool:
    """Whether the edit changes what stands in categories, which needs a permission of its own."""
    return bool(changes.add_category_ids or changes.remove_category_ids)
