"""Products: fields, variants, stock, status and trash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.commerce import loading
from rustok_desktop.commerce.queries import view_in
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Resource
from rustok_desktop.history import statements as sql
from rustok_desktop.history import states
from rustok_desktop.history.edits import Mover
from rustok_desktop.history.reverting import (
    CREATE,
    EDIT,
    PURGE,
    RESTORE,
    STOCK,
    TRASH,
    Standing,
    State,
    Work,
    changes_of,
)
from rustok_desktop.history.states import LIFECYCLE
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CREATED = "product.created"
_STOCK = "inventory.updated"
# Facets (``price.updated``, ``variant.created`` …) only repeat what the event of their aggregate says.
_ACTS = {
    _CREATED: CREATE,
    "product.updated": EDIT,
    "product.published": "publish",
    "product.unpublished": "unpublish",
    "product.archived": "archive",
    "product.unarchived": "unarchive",
    "product.trashed": TRASH,
    "product.restored": RESTORE,
    "product.deleted": PURGE,
    _STOCK: STOCK,
    "inventory.threshold_changed": "threshold",
}


class ProductReverter:
    """A product is created into life and uncreated into the trash: nothing that was sold or counted gets lost."""

    kind = "product"
    resource = Resource.PRODUCTS
    rank = 0
    ordered = False
    acts: Mapping[str, str] = _ACTS

    def state(self, work: Work, thing_id: str) -> State:
        """Empty for a purged one."""
        try:
            return states.state_of(view_in(work.uow, work.ctx, thing_id))
        except NotFound:
            return {}

    def wind(self, state: State, event: Envelope, *, back: bool, check: bool = True) -> State:
        """Movements of stock add up, so nothing ever stands on them."""
        if event.event_type == _STOCK:
            return states.moved(state, event.data, back=back)
        return states.wound(state, changes_of(event.data), back=back, check=check)

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """A product that the step made goes to the trash as it is, and comes back from there."""
        now = self.state(work, thing_id)
        if any(event.event_type == _CREATED for event in events):
            return now, _created(now, events, back=back, moment=work.uow.now)
        wanted = now
        for event in events:
            wanted = self.wind(wanted, event, back=back)
        return now, wanted

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """A restore leaves stock as it is."""
        restoring = work.reason == "restore"
        if restoring and "deleted_at" in wanted:
            loading.check_not_in_trash(loading.load_product(work.uow, work.ctx, thing_id))
        Mover(work.uow, work.ctx, work.bus, work.reason).move(thing_id, now, wanted, stocked=not restoring)

    def check(self, work: Work, thing_id: str, base_version: int | None) -> None:
        """NotFound, VersionConflict."""
        loading.check_version(loading.load_product(work.uow, work.ctx, thing_id), base_version)

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """The title in the asked language."""
        row = uow.one(sql.TITLE, tenant_id=ctx.tenant_id, product_id=thing_id, locale=ctx.locale)
        return str(row[0]) if row else ""

    def detail(self, events: Sequence[Envelope]) -> str:
        """Nothing more."""
        return ""

    def restorable(self, event: Envelope, path: str) -> bool:
        """No single field of a creation or a purge."""
        return event.event_type not in (_CREATED, "product.deleted") and states.known(path)

    def lasting(self, path: str) -> bool:
        """Status and trash."""
        return path in LIFECYCLE


def _created(now: State, events: Sequence[Envelope], *, back: bool, moment: str) -> State:
    made: State = {}
    for event in sorted(events, key=lambda event: event.seq):
        made = states.wound(made, changes_of(event.data), back=False, check=False)
    # An import leaves both out of what it records.
    skipped = {"metadata", "published_at"} - made.keys()
    if not back:
        skipped |= set(LIFECYCLE)
    path = states.unlike(made, now, besides=skipped)
    if path is not None:
        raise Standing(path)
    if back:
        status = "draft" if now.get("status") == "active" else now.get("status")
        return {**now, "status": status, "deleted_at": moment}
    if "deleted_at" not in now:
        raise Standing("deleted_at")
    wanted = {path: value for path, value in now.items() if path not in LIFECYCLE}
    return wanted | {name: made[name] for name in LIFECYCLE if made.get(name) is not None}
