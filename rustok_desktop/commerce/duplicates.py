"""Who holds a handle or a SKU that was asked for. Looked up only after the database has refused it."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce import statements as sql
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.text import unique_slug
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork


def taken(
    uow: UnitOfWork,
    ctx: Context,
    violation: UniqueViolation,
    product_id: str,
    handles: Mapping[str, str],
    skus: Mapping[str, tuple[str, str]],
) -> Exception:
    """Invalid naming the holder of every refused value; the violation itself when it is none of ours.

    Runs in the failed transaction, which sees its own half-written rows: those are told apart by their ids.
    """
    problems = []
    if violation.columns[-1] == "handle":
        problems = [p for locale, handle in handles.items() if (p := _handle(uow, ctx, product_id, locale, handle))]
    elif violation.columns[-1] == "sku":
        problems = _skus(uow, ctx, skus)
    return Invalid(problems) if problems else violation


def handle_taken(uow: UnitOfWork, ctx: Context, product_id: str, locale: str, handle: str) -> bool:
    """Whether another product of the shop, in the trash or not, has this handle in this language."""
    return _holder(uow, ctx, product_id, locale, handle) is not None


def free_handle(uow: UnitOfWork, ctx: Context, product_id: str, locale: str, base: str) -> str:
    """``base``, or ``base-2``, ``base-3``… whichever is free first."""
    return unique_slug(base, lambda handle: handle_taken(uow, ctx, product_id, locale, handle))


def _holder(
    uow: UnitOfWork, ctx: Context, product_id: str, locale: str, handle: str
) -> tuple[str, str, str | None] | None:
    return uow.one(
        sql.HANDLE_HOLDER,
        at_tenant_id=ctx.tenant_id,
        at_locale=locale,
        at_handle=handle,
        product_id=product_id,
    )


def _handle(uow: UnitOfWork, ctx: Context, product_id: str, locale: str, handle: str) -> FieldProblem | None:
    holder = _holder(uow, ctx, product_id, locale, handle)
    if holder is None:
        return None
    _, title, deleted_at = holder
    suggestion = free_handle(uow, ctx, product_id, locale, handle)
    params = {"handle": handle, "holder": title}
    return FieldProblem(f"handle@{locale}", _code("duplicate_handle", deleted_at), params, suggestion)


def _skus(uow: UnitOfWork, ctx: Context, wanted: Mapping[str, tuple[str, str]]) -> list[FieldProblem]:
    asked = {sku: (variant_id, path) for variant_id, (path, sku) in wanted.items()}
    rows = uow.all(sql.SKU_HOLDERS, at_tenant_id=ctx.tenant_id, locale=ctx.locale, skus=dumps(list(asked)))
    problems = []
    for sku, variant_id, title, deleted_at in rows:
        own_id, path = asked[sku]
        if variant_id != own_id:
            code = _code("duplicate_sku", deleted_at)
            problems.append(FieldProblem(path, code, {"sku": sku, "holder": title}))
    return problems


def _code(code: str, deleted_at: str | None) -> str:
    return code if deleted_at is None else f"{code}_trash"
