"""Sayings that products are different ones: made, and taken back."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce import matching_edit as edit
from rustok_desktop.commerce.pricing_sql import TITLES
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Resource
from rustok_desktop.history.reverters.paths import PathReverter
from rustok_desktop.history.reverting import CREATE, TRASH, State, Work
from rustok_desktop.storage.unit_of_work import UnitOfWork


class DistinctionReverter(PathReverter):
    """All of it is one list of products; it has no version."""

    kind = edit.AGGREGATE
    resource = Resource.PRODUCTS
    acts: Mapping[str, str] = {"distinction.made": CREATE, "distinction.revoked": TRASH}
    fields = frozenset({"distinct"})

    def state(self, work: Work, thing_id: str) -> State:
        """``distinct``: their ids."""
        ids = edit.products_of(work.uow, work.ctx, thing_id)
        return {"distinct": ids} if ids else {}

    def version(self, work: Work, thing_id: str) -> int | None:
        """Always the first."""
        return 1 if edit.products_of(work.uow, work.ctx, thing_id) else None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """The title of the oldest product."""
        ids = edit.products_of(uow, ctx, thing_id)[:1]
        rows = uow.all(TITLES, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=dumps(ids))
        return str(rows[0][1] or "") if rows else ""

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Said again, or no longer."""
        if now:
            edit.revoke(work.ctx, work.bus, thing_id, work.uow)
        if wanted:
            edit.tell_apart(work.ctx, work.bus, wanted["distinct"], work.uow, thing_id)
