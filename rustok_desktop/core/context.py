"""Who asks, for which shop: the first argument of every service method."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rustok_desktop.core.ids import new_id


class Role(StrEnum):
    """RusToK's four roles."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    MANAGER = "manager"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Context:
    """One request: tenant, actor, role, language and the ids that tie its log lines and events together."""

    tenant_id: str
    role: Role
    actor_id: str | None = None
    locale: str = "en"
    device_id: str | None = None
    correlation_id: str | None = None
    causation_id: str | None = None

    def with_new_correlation(self) -> Context:
        """The same caller, a new chain of events."""
        return replace(self, correlation_id=new_id())
