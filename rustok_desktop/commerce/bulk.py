"""One edit over many products: a preview that writes nothing, and the same done, each product by the ordinary rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce import lifecycle, loading, rules
from rustok_desktop.commerce.bulk_sql import BULK_PRODUCTS, BULK_VARIANTS
from rustok_desktop.commerce.pricing_sql import TITLES
from rustok_desktop.commerce.schemas import BulkChanges, BulkEdit, ProductCommand, UpdateProduct
from rustok_desktop.commerce.update import update_product
from rustok_desktop.commerce.views import BulkDone, BulkField, BulkLine, BulkPreview
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, UserError
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork

VARIANT_FIELDS = ("inventory_policy", "manage_inventory", "taxable", "requires_shipping")
# The act that leads from a status to the one asked for; several where it takes more than one step.
_ACTS = {
    ("draft", "active"): ("publish",),
    ("draft", "archived"): ("archive",),
    ("active", "draft"): ("unpublish",),
    ("active", "archived"): ("archive",),
    ("archived", "draft"): ("unarchive",),
    ("archived", "active"): ("unarchive", "publish"),
}


@dataclass(frozen=True, slots=True)
class BulkRow:
    """A product as far as a bulk edit looks at it. ``variants`` are (id, policy, managed, taxable, shipped)."""

    id: str
    version: int
    status: str
    vendor: str | None
    product_type: str | None
    tags: tuple[str, ...]
    in_trash: bool
    variants: tuple[tuple[Any, ...], ...] = ()


def plan_bulk(row: BulkRow, changes: BulkChanges) -> tuple[tuple[BulkField, ...], FieldProblem | None]:
    """What the edit changes of one product, and what forbids it. Nothing: the product stays as it is. Pure."""
    if row.in_trash:
        return (), FieldProblem("product", "in_trash", {"id": row.id})
    given, fields = changes.model_fields_set, []
    for name in ("vendor", "product_type"):
        if name in given:
            becomes = rules.clean_text(getattr(changes, name))
            fields.append(BulkField(name, getattr(row, name), becomes))
    tags = _tags(row.tags, changes)
    problems = rules.tags_problems(tags)
    fields.append(BulkField("tags", list(row.tags), list(tags)))
    for place, name in enumerate(VARIANT_FIELDS, 1):
        wanted = getattr(changes, name)
        if wanted is not None:
            was = {variant[place] for variant in row.variants}
            fields.append(BulkField(name, _one(was), wanted, sum(v[place] != wanted for v in row.variants)))
    if changes.status is not None:
        fields.append(BulkField("status", row.status, changes.status))
    return tuple(field for field in fields if field.differs), problems[0] if problems else None


def _tags(known: Sequence[str], changes: BulkChanges) -> tuple[str, ...]:
    base = known if changes.tags is None else changes.tags
    gone = {tag.strip().casefold() for tag in changes.remove_tags}
    return rules.clean_tags([*(tag for tag in base if tag.casefold() not in gone), *changes.add_tags])


def _one(values: set[Any]) -> Any:
    """The value that all have, None when they differ."""
    return next(iter(values)) if len(values) == 1 else None


async def preview_bulk(reader: Reader, ctx: Context, command: BulkEdit) -> BulkPreview:
    """Line by line, in the order asked for; products that are gone are left out."""
    _check(command)
    ids = dumps(list(dict.fromkeys(command.product_ids)))
    async with reader.snapshot() as session:
        products = await session.all(BULK_PRODUCTS, at_tenant_id=ctx.tenant_id, ids=ids)
        variants = await session.all(BULK_VARIANTS, at_tenant_id=ctx.tenant_id, ids=ids)
        titles = dict(await session.all(TITLES, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=ids))
    lines = []
    for row in _rows(products, variants):
        fields, problem = plan_bulk(row, command.changes)
        lines.append(BulkLine(row.id, titles.get(row.id) or "", row.version, fields, problem))
    return BulkPreview(tuple(lines))


def edit_many(ctx: Context, bus: TransactionalEventBus, command: BulkEdit, uow: UnitOfWork) -> BulkDone:
    """Do it to all or none. VersionConflict for a product that was saved since the preview, NotFound for one gone."""
    _check(command)
    ids = list(dict.fromkeys(command.product_ids))
    found = {row.id: row for row in _in_transaction(uow, ctx, ids)}
    changed = []
    for product_id in ids:
        stored = loading.load_product(uow, ctx, product_id)
        loading.check_version(stored, command.base_versions.get(product_id))
        fields, problem = plan_bulk(found[product_id], command.changes)
        if problem is not None:
            raise Invalid([problem])
        if fields:
            _edit_one(uow, ctx, bus, found[product_id], fields)
            changed.append(product_id)
    return BulkDone(tuple(changed), len(ids) - len(changed), uow.txid if changed else None)


def _check(command: BulkEdit) -> None:
    if not command.product_ids:
        raise UserError("no_products_chosen")
    if not command.changes.model_fields_set:
        raise UserError("no_changes_chosen")


def _in_transaction(uow: UnitOfWork, ctx: Context, ids: Sequence[str]) -> list[BulkRow]:
    asked = {"at_tenant_id": ctx.tenant_id, "ids": dumps(list(ids))}
    return _rows(uow.all(BULK_PRODUCTS, **asked), uow.all(BULK_VARIANTS, **asked))


def _rows(products: Sequence[tuple[Any, ...]], variants: Sequence[tuple[Any, ...]]) -> list[BulkRow]:
    of: dict[str, list[tuple[Any, ...]]] = {}
    for product_id, variant_id, policy, *flags in variants:
        of.setdefault(product_id, []).append((variant_id, policy, *map(bool, flags)))
    return [
        BulkRow(row[0], row[1], row[2], row[3], row[4], tuple(loads(row[5])), bool(row[6]), tuple(of.get(row[0], ())))
        for row in products
    ]


def _edit_one(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, row: BulkRow, fields: Sequence[BulkField]
) -> None:
    given = {field.name: field.becomes for field in fields}
    wanted, version = given.pop("status", None), row.version
    own: dict[str, Any] = {name: given[name] for name in ("vendor", "product_type", "tags") if name in given}
    patch = {name: given[name] for name in VARIANT_FIELDS if name in given}
    if patch:
        own["variants"] = [
            {"id": variant[0], **patch}
            for variant in row.variants
            if any(variant[VARIANT_FIELDS.index(name) + 1] != value for name, value in patch.items())
        ]
    if own:
        command = UpdateProduct.model_validate({"product_id": row.id, "base_version": version, **own})
        version = update_product(ctx, bus, command, uow).version
    for act in _ACTS.get((row.status, wanted or ""), ()):
        act_command = ProductCommand(product_id=row.id, base_version=version)
        version = lifecycle.change_status(act, ctx, bus, act_command, uow).version
