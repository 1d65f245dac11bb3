"""Whether a shop holds products."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from rustok_desktop.commerce.tables import products
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_ANY = prepare(select(products.c.id).where(products.c.tenant_id == bindparam("tenant_id")).limit(1))


def has_products(uow: UnitOfWork, tenant_id: str) -> bool:
    """There is at least one, be it in the trash."""
    return uow.one(_ANY, tenant_id=tenant_id) is not None
