"""The shop itself: its name, its further currencies and, while it is empty, its money and main language."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core.context import Context
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history.reverters.paths import PathReverter
from rustok_desktop.history.reverting import EDIT, State, Work
from rustok_desktop.identity.currencies import PATH, checked_currencies, further_currencies, put_currencies
from rustok_desktop.identity.shop import FIELDS, Occupied, change_shop, checked, shop_fields
from rustok_desktop.storage.unit_of_work import UnitOfWork

_ACTS = {"tenant.updated": EDIT}


class ShopReverter(PathReverter):
    """``occupied`` as in the shop's own service: money and language of a shop with products are fixed."""

    kind = "tenant"
    resource = Resource.SETTINGS
    acts: Mapping[str, str] = _ACTS
    rank = 1
    fields = frozenset({*FIELDS, PATH})

    def __init__(self, occupied: Occupied) -> None:
        self._occupied = occupied

    def state(self, work: Work, thing_id: str) -> State:
        """The caller's shop, no other one."""
        if thing_id != work.ctx.tenant_id:
            return {}
        state = shop_fields(work.uow, thing_id)
        currencies = further_currencies(work.uow, thing_id)
        return {**state, PATH: currencies} if currencies else state

    def version(self, work: Work, thing_id: str) -> int | None:
        """Shops have none, so nothing of them is restored by version."""
        return None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """As it is called."""
        return str(shop_fields(uow, ctx.tenant_id).get("name", "")) if thing_id == ctx.tenant_id else ""

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Under the rules of the shop's settings."""
        require(work.ctx, Resource.SETTINGS, Action.UPDATE)
        becomes = checked(wanted.get("name"), wanted.get("default_locale"), wanted.get("currency_code"))
        currencies = checked_currencies(wanted.get(PATH) or [])
        _, changes = change_shop(work.uow, thing_id, becomes, self._occupied)
        changes |= put_currencies(work.uow, thing_id, currencies)
        if changes:
            data = {"tenant_id": thing_id, "changes": changes}
            work.bus.publish_in_tx(work.uow, work.ctx, NewEvent("tenant.updated", "tenant", thing_id, data))
