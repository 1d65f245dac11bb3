"""Acts on one whole product: its status, the trash, and the end."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce import loading
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.loading import StoredProduct
from rustok_desktop.commerce.queries import view_in
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.state_machine import PRODUCT
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_EVENTS = {
    "publish": "product.published",
    "unpublish": "product.unpublished",
    "archive": "product.archived",
    "unarchive": "product.unarchived",
}
_IN_TURN = (("status", "published_at"), ("deleted_at",))  # out of the trash first, into it last


def change_status(
    act: str, ctx: Context, bus: TransactionalEventBus, command: ProductCommand, uow: UnitOfWork
) -> Saved:
    """Publish, unpublish, archive or unarchive. Unpublishing keeps the date of the last publishing."""
    stored = _load(uow, ctx, command)
    loading.check_not_in_trash(stored)
    status = PRODUCT.next_status(stored.status, act)
    published_at = uow.now if act == "publish" else stored.published_at
    return _save(uow, ctx, bus, stored, _EVENTS[act], status=status, published_at=published_at)


def trash(ctx: Context, bus: TransactionalEventBus, command: ProductCommand, uow: UnitOfWork) -> Saved:
    """Into the trash, where handles and SKUs stay reserved. An active product is refused."""
    stored = _load(uow, ctx, command)
    loading.check_not_in_trash(stored)
    if stored.status == "active":
        raise UserError("cannot_delete_published", id=stored.id)
    return _save(uow, ctx, bus, stored, "product.trashed", deleted_at=uow.now)


def restore(ctx: Context, bus: TransactionalEventBus, command: ProductCommand, uow: UnitOfWork) -> Saved:
    """Back from the trash, with the status it had."""
    stored = _load(uow, ctx, command)
    _check_in_trash(stored)
    return _save(uow, ctx, bus, stored, "product.restored", deleted_at=None)


def purge(ctx: Context, bus: TransactionalEventBus, command: ProductCommand, uow: UnitOfWork) -> Saved:
    """Delete for good what is in the trash; its last state stays in the event."""
    stored = _load(uow, ctx, command)
    _check_in_trash(stored)
    edit = Edit(ctx, stored.id, uow.now)
    for path, value in fields_of(view_in(uow, ctx, stored.id), stock=True).items():
        edit.note(path, value, [] if isinstance(value, list) else None)
    edit.write(sql.DELETE_PRODUCT, at_id=stored.id)
    return edit.save(uow, bus, "product.deleted", stored.version)


def put_state(
    ctx: Context,
    bus: TransactionalEventBus,
    product_id: str,
    wanted: Mapping[str, str | None],
    uow: UnitOfWork,
) -> None:
    """Exactly this ``status``, ``published_at`` and ``deleted_at``, as far as given: for taking acts back.

    Status and trash are separate acts and so separate events; what does not change records none.
    """
    for names in (("deleted_at",), ("status", "published_at")) if wanted.get("deleted_at", "") is None else _IN_TURN:
        stored = loading.load_product(uow, ctx, product_id)
        changed = {name: wanted[name] for name in names if name in wanted and getattr(stored, name) != wanted[name]}
        if changed:
            _save(uow, ctx, bus, stored, _event_of(stored, changed), **changed)


def _event_of(stored: StoredProduct, changed: Mapping[str, str | None]) -> str:
    if "deleted_at" in changed:
        return "product.restored" if changed["deleted_at"] is None else "product.trashed"
    status = changed.get("status")
    if status == "draft":
        return "product.unarchived" if stored.status == "archived" else "product.unpublished"
    return {"active": "product.published", "archived": "product.archived"}.get(status or "", "product.updated")


def _load(uow: UnitOfWork, ctx: Context, command: ProductCommand) -> StoredProduct:
    stored = loading.load_product(uow, ctx, command.product_id)
    loading.check_version(stored, command.base_version)
    return stored


def _check_in_trash(stored: StoredProduct) -> None:
    if stored.deleted_at is None:
        raise UserError("not_in_trash", id=stored.id)


def _save(
    uow: UnitOfWork,
    ctx: Context,
    bus: TransactionalEventBus,
    stored: StoredProduct,
    event_type: str,
    **changed: str | None,
) -> Saved:
    edit = Edit(ctx, stored.id, uow.now)
    row = {name: getattr(stored, name) for name in ("status", "published_at", "deleted_at")} | changed
    for name, value in row.items():
        edit.note(name, getattr(stored, name), value)
    edit.write(sql.UPDATE_LIFECYCLE, at_id=stored.id, version=stored.version + 1, **row)
    return edit.save(uow, bus, event_type, stored.version + 1)
