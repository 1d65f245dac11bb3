"""Stock locations: names, codes, the default one, opening and closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.commerce import statements as commerce_sql
from rustok_desktop.commerce.locations import Places
from rustok_desktop.commerce.views import LocationView
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Resource
from rustok_desktop.history.reverters.paths import PathReverter
from rustok_desktop.history.reverting import CREATE, EDIT, Standing, State, Work
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIELDS = ("name", "code", "is_default", "closed_at")
_ACTS = {
    "location.created": CREATE,
    "location.updated": EDIT,
    "location.closed": "close",
    "location.reopened": "reopen",
}


class LocationReverter(PathReverter):
    """Movements point to a location for ever: one that was made is taken back by closing it."""

    kind = "location"
    resource = Resource.INVENTORY
    acts: Mapping[str, str] = _ACTS
    rank = 1
    ordered = True  # the old default first lets go of it
    fields = frozenset(_FIELDS)

    def state(self, work: Work, thing_id: str) -> State:
        """Also of a closed one."""
        place = self._find(work, thing_id)
        if place is None:
            return {}
        values = {name: getattr(place, name) for name in _FIELDS}
        return {name: value for name, value in values.items() if value is not None}

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        place = self._find(work, thing_id)
        return place.version if place is not None else None

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """Undoing a creation closes, redoing it opens again."""
        made = next((event for event in events if self.acts[event.event_type] == CREATE), None)
        if made is None:
            return super().plan(work, thing_id, events, back=back)
        now = self.state(work, thing_id)
        if ("closed_at" in now) == back:
            raise Standing("closed_at")
        path = next((p for p, (_, held) in made.data["changes"].items() if now.get(p) != held), None)
        if path is not None:
            raise Standing(path)
        without = {name: value for name, value in now.items() if name != "closed_at"}
        return now, {**without, "closed_at": work.uow.now} if back else without

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Under the rules of closing and naming."""
        Places(work.ctx, work.bus, work.uow).put(
            thing_id,
            wanted["name"],
            wanted.get("code"),
            is_default=bool(wanted.get("is_default")),
            closed_at=wanted.get("closed_at"),
        )

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """As it is called."""
        row = uow.one(commerce_sql.LOCATION, at_tenant_id=ctx.tenant_id, at_id=thing_id)
        return str(row[1]) if row is not None else ""

    def _find(self, work: Work, thing_id: str) -> LocationView | None:
        try:
            return Places(work.ctx, work.bus, work.uow).find(thing_id)
        except NotFound:
            return None
