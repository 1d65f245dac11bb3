"""Price lists: their own fields, trash, and prices from a quantity on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rustok_desktop.commerce import price_lists_edit as edit
from rustok_desktop.commerce import price_lists_prices as prices
from rustok_desktop.commerce.price_lists_sql import FIELDS, STORED
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history.reverters.paths import PathReverter
from rustok_desktop.history.reverting import CREATE, EDIT, PURGE, RESTORE, TRASH, Standing, State, Work, same
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CREATED = "price_list.created"
_TRASH = "deleted_at"


class PriceListReverter(PathReverter):
    """A list is created into life and uncreated into the trash. Prices of variants that are gone stay out of it."""

    kind = "price_list"
    resource = Resource.DISCOUNTS
    acts: Mapping[str, str] = {
        _CREATED: CREATE,
        "price_list.updated": EDIT,
        "price_list.trashed": TRASH,
        "price_list.restored": RESTORE,
        "price_list.purged": PURGE,
    }
    rank = 2
    fields = frozenset({*FIELDS, _TRASH, "prices"})

    def state(self, work: Work, thing_id: str) -> State:
        """Fields, and ``prices/<variant>:<quantity>@<currency>``: the amount. Empty for a purged one."""
        try:
            listed = edit.any_list(work.uow, work.ctx, work.bus, thing_id)
        except NotFound:
            return {}
        state: State = {name: value for name, value in listed.fields.items() if value is not None}
        return state | prices.all_prices(listed)

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        try:
            return edit.any_list(work.uow, work.ctx, work.bus, thing_id).version
        except NotFound:
            return None

    def check(self, work: Work, thing_id: str, base_version: int | None) -> None:
        """NotFound, VersionConflict; UserError ``in_trash``."""
        super().check(work, thing_id, base_version)
        if edit.any_list(work.uow, work.ctx, work.bus, thing_id).fields[_TRASH] is not None:
            raise UserError("in_trash", id=thing_id)

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """What a step made goes to the trash as it is, and comes back from there."""
        now = self.state(work, thing_id)
        events = [self._there(work, event) for event in events]
        if any(event.event_type == _CREATED for event in events):
            return now, self._created(work, now, events, back=back)
        wanted = now
        for event in events:
            wanted = self.wind(wanted, event, back=back)
        return now, wanted

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Out of the trash first, into it last."""
        fields = {name: wanted.get(name) for name in FIELDS}
        trashed, was = wanted.get(_TRASH), now.get(_TRASH)
        if not same(was, trashed):
            require(work.ctx, Resource.DISCOUNTS, Action.DELETE)
            if trashed is None:
                held = {name: now.get(name) for name in FIELDS}
                edit.put(work.ctx, work.bus, thing_id, "restored", held, work.uow)
        changed = {path for path in now.keys() | wanted.keys() if now.get(path) != wanted.get(path)}
        amounts = {key: wanted.get(path) for path in sorted(changed) if (key := prices.key_of(path)) is not None}
        if amounts:
            prices.put_prices(work.ctx, work.bus, thing_id, amounts, work.uow)
        stays = None if trashed is None else was
        edit.put(work.ctx, work.bus, thing_id, "updated", {**fields, _TRASH: stays}, work.uow)
        if trashed is not None and not same(was, trashed):
            edit.put(work.ctx, work.bus, thing_id, "trashed", {**fields, _TRASH: trashed}, work.uow)

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """As it is called."""
        row = uow.one(STORED, at_id=thing_id, at_tenant_id=ctx.tenant_id)
        return str(row[2 + FIELDS.index("name")]) if row is not None else ""

    def lasting(self, path: str) -> bool:
        """The trash is left by restoring from it."""
        return path == _TRASH

    def restorable(self, event: Envelope, path: str) -> bool:
        """Fields and prices of edits."""
        return self.acts.get(event.event_type) == EDIT and path != _TRASH

    def _there(self, work: Work, event: Envelope) -> Envelope:
        """The event without prices of variants that are gone: nothing can be put back there."""
        changes = event.data.get("changes") or {}
        keys = {path: key for path in changes if (key := prices.key_of(path)) is not None}
        known = prices.known_variants(work.uow, work.ctx, (key[0] for key in keys.values()))
        left = {path: pair for path, pair in changes.items() if path not in keys or keys[path][0] in known}
        return replace(event, data={**event.data, "changes": left})

    def _created(self, work: Work, now: State, events: Sequence[Envelope], *, back: bool) -> State:
        made: State = {}
        for event in sorted(events, key=lambda event: event.seq):
            made = self.wind(made, event, back=False, check=False)
        for path in sorted((made.keys() | now.keys()) - {_TRASH}):
            if not same(made.get(path), now.get(path)):
                raise Standing(path)
        if (_TRASH in now) == back:
            raise Standing(_TRASH)
        if back:
            return {**now, _TRASH: work.uow.now}
        return {path: value for path, value in now.items() if path != _TRASH}
