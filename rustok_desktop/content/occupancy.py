"""Whether a shop holds nodes."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_ANY = prepare("SELECT 1 FROM nodes WHERE tenant_id = :tenant_id LIMIT 1")


def has_nodes(uow: UnitOfWork, tenant_id: str) -> bool:
    """There is at least one, be it in the trash."""
    return uow.one(_ANY, tenant_id=tenant_id) is not None
