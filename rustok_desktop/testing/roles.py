"""Callers: the same shop as somebody with another role sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.ids import new_id


class HasContext(Protocol):
    """A shop, or anything else that knows the context of its owner."""

    @property
    def ctx(self) -> Context: ...


def context_of(shop: HasContext, role: Role) -> Context:
    """Somebody new with this role in this shop; every command begins a chain of events of its own."""
    return replace(shop.ctx, role=role, actor_id=new_id(), correlation_id=None, causation_id=None)


def super_admin_context(shop: HasContext) -> Context:
    """May do everything."""
    return context_of(shop, Role.SUPER_ADMIN)


def admin_context(shop: HasContext) -> Context:
    """May do everything within the shop."""
    return context_of(shop, Role.ADMIN)


def manager_context(shop: HasContext) -> Context:
    """May edit the catalog and stock, but not purge, import or change settings."""
    return context_of(shop, Role.MANAGER)


def customer_context(shop: HasContext) -> Context:
    """May look at products; the usual choice for proving that something is refused."""
    return context_of(shop, Role.CUSTOMER)
