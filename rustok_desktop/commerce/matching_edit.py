"""Saying that products are different ones, and taking it back: units of work with their events."""

from __future__ import annotations

from collections.abc import Sequence

from rustok_desktop.commerce import lifecycle, loading
from rustok_desktop.commerce import matching_sql as sql
from rustok_desktop.commerce.matching_schemas import TrashOthers
from rustok_desktop.commerce.matching_views import Distinction, OthersTrashed
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

AGGREGATE = "distinction"


def tell_apart(
    ctx: Context,
    bus: TransactionalEventBus,
    product_ids: Sequence[str],
    uow: UnitOfWork,
    distinction_id: str | None = None,
) -> Distinction:
    """``distinction.made``, under its old id when it comes back. NotFound for a product the shop does not have."""
    ids = sorted(set(product_ids))
    known = {row[0] for row in uow.all(sql.KNOWN, at_tenant_id=ctx.tenant_id, ids=dumps(ids))}
    missing = next((product_id for product_id in ids if product_id not in known), None)
    if missing is not None:
        raise NotFound("not_found", kind="product", id=missing)
    made = distinction_id or new_id()
    for product_id in ids:
        uow.run(sql.INSERT, id=made, product_id=product_id, tenant_id=ctx.tenant_id, now=uow.now)
    _record(ctx, bus, uow, "made", made, [None, ids])
    return Distinction(made, tuple(ids), uow.txid)


def revoke(ctx: Context, bus: TransactionalEventBus, distinction_id: str, uow: UnitOfWork) -> Distinction:
    """``distinction.revoked``: the products may be found alike again. NotFound when nobody said so."""
    ids = products_of(uow, ctx, distinction_id)
    if not ids:
        raise NotFound("not_found", kind=AGGREGATE, id=distinction_id)
    uow.run(sql.DELETE, at_id=distinction_id, at_tenant_id=ctx.tenant_id)
    _record(ctx, bus, uow, "revoked", distinction_id, [ids, None])
    return Distinction(distinction_id, tuple(ids), uow.txid)


def products_of(uow: UnitOfWork, ctx: Context, distinction_id: str) -> list[str]:
    """The products told apart; none when nobody said so, or all are gone for good."""
    return [row[0] for row in uow.all(sql.PRODUCTS, at_id=distinction_id, at_tenant_id=ctx.tenant_id)]


def trash_others(ctx: Context, bus: TransactionalEventBus, command: TrashOthers, uow: UnitOfWork) -> OthersTrashed:
    """All of them or none. NotFound, VersionConflict and ``in_trash`` as for each alone, also for the one kept."""
    kept = loading.load_product(uow, ctx, command.keep_id)
    loading.check_version(kept, command.base_versions.get(kept.id))
    loading.check_not_in_trash(kept)
    ids = [product_id for product_id in dict.fromkeys(command.product_ids) if product_id != kept.id]
    for product_id in ids:
        stored = loading.load_product(uow, ctx, product_id)
        act = ProductCommand(product_id=product_id, base_version=command.base_versions.get(product_id))
        if stored.status == "active" and stored.deleted_at is None:
            version = lifecycle.change_status("unpublish", ctx, bus, act, uow).version
            act = ProductCommand(product_id=product_id, base_version=version)
        lifecycle.trash(ctx, bus, act, uow)
    return OthersTrashed(tuple(ids), uow.txid)


def _record(
    ctx: Context, bus: TransactionalEventBus, uow: UnitOfWork, act: str, distinction_id: str, products: list[object]
) -> None:
    data = {"distinction_id": distinction_id, "changes": {"distinct": products}}
    bus.publish_in_tx(uow, ctx, NewEvent(f"distinction.{act}", AGGREGATE, distinction_id, data))
