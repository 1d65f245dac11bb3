"""Where stock is kept: opening, naming, choosing the default, closing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce import stock_statements as stock_sql
from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand, UpdateLocation
from rustok_desktop.commerce.views import LocationView
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import fold
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

AGGREGATE = "location"
_FIELDS = ("name", "code", "is_default", "closed_at")


@dataclass(frozen=True, slots=True)
class Places:
    """The locations of one shop inside a transaction."""

    ctx: Context
    bus: TransactionalEventBus
    uow: UnitOfWork

    def create(self, command: CreateLocation) -> LocationView:
        """A new one."""
        others = self._all()
        self._check_name(command.name, others)
        code = command.code or None
        is_default = all(not place.is_default for place in others)
        place = LocationView(new_id(), command.name, code, is_default)
        row = {"name": place.name, "code": code, "is_default": is_default, "created_at": self.uow.now}
        try:
            self.uow.run(sql.INSERT_LOCATION, id=place.id, tenant_id=self.ctx.tenant_id, **row)
        except UniqueViolation as violation:
            raise _code_taken(code) from violation
        told = {"name": place.name, "code": code, "is_default": is_default}
        self._record("location.created", place.id, {name: [None, value] for name, value in told.items()})
        return place

    def update(self, command: UpdateLocation) -> LocationView:
        """Another name or code; the same ones record nothing."""
        place = self.get(command.location_id, command.base_version)
        name = command.name if command.name is not None else place.name
        code = (command.code or None) if "code" in command.model_fields_set else place.code
        self._check_name(name, [other for other in self._all() if other.id != place.id])
        return self._write("location.updated", place, replace(place, name=name, code=code))

    def make_default(self, command: LocationCommand) -> LocationView:
        """New stock goes here from now on, unless another location is named."""
        place = self.get(command.location_id, command.base_version)
        for other in self._all():
            if other.is_default and other.id != place.id:
                self._write("location.updated", other, replace(other, is_default=False))
        return self._write("location.updated", place, replace(place, is_default=True))

    def close(self, command: LocationCommand) -> LocationView:
        """Only what is empty and not the default can close; its movements stay readable."""
        place = self.get(command.location_id, command.base_version)
        return self._close(place, self.uow.now)

    def put(self, location_id: str, name: str, code: str | None, *, is_default: bool, closed_at: str | None) -> None:
        """The location exactly so, closed or open again, under the rules of its acts: for taking them back."""
        place = self.find(location_id)
        others = [other for other in self._all() if other.id != place.id]
        if closed_at is None:
            self._check_name(name, others)
        becomes = replace(place, name=name, code=code, is_default=is_default)
        if closed_at is not None and place.closed_at is None:
            self._close(self._write("location.updated", place, becomes), closed_at)
            return
        reopened = place.closed_at is not None and closed_at is None
        event_type = "location.reopened" if reopened else "location.updated"
        self._write(event_type, place, replace(becomes, closed_at=closed_at))

    def find(self, location_id: str) -> LocationView:
        """Also a closed one; NotFound."""
        row = self.uow.one(sql.LOCATION, at_tenant_id=self.ctx.tenant_id, at_id=location_id)
        if row is None:
            raise NotFound("not_found", kind="location", id=location_id)
        return LocationView(row[0], row[1], row[2], bool(row[3]), row[4], row[5])

    def _close(self, place: LocationView, moment: str) -> LocationView:
        if place.is_default:
            raise UserError("location_default_stays", name=place.name)
        at = {"at_tenant_id": self.ctx.tenant_id}
        variants, on_hand, reserved = self.uow.one(stock_sql.FILLED_LEVELS, at_id=place.id, **at) or (0, 0, 0)
        if variants:
            raise UserError("location_not_empty", name=place.name, units=on_hand or reserved, variants=variants)
        stocktake = self.uow.one(stock_sql.OPEN_STOCKTAKE, at_location_id=place.id, **at)
        if stocktake is not None:
            raise UserError("location_being_counted", name=place.name, number=stocktake[3])
        return self._write("location.closed", place, replace(place, closed_at=moment))

    def get(self, location_id: str, base_version: int | None = None) -> LocationView:
        """An open location; NotFound, UserError when it is closed, VersionConflict."""
        place = self.find(location_id)
        if base_version is not None and base_version != place.version:
            raise VersionConflict("version_conflict", id=location_id, expected=base_version, actual=place.version)
        if place.closed_at is not None:
            raise UserError("location_closed", name=place.name)
        return place

    def _all(self) -> list[LocationView]:
        rows = self.uow.all(sql.LOCATIONS, at_tenant_id=self.ctx.tenant_id)
        places = (LocationView(row[0], row[1], row[2], bool(row[3]), row[4], row[5]) for row in rows)
        return [place for place in places if place.closed_at is None]

    def _check_name(self, name: str, others: list[LocationView]) -> None:
        if any(fold(other.name) == fold(name) for other in others):
            raise Invalid([FieldProblem("name", "duplicate_location", {"name": name})])

    def _write(self, event_type: str, was: LocationView, becomes: LocationView) -> LocationView:
        changes: Changes = {
            name: [getattr(was, name), getattr(becomes, name)]
            for name in _FIELDS
            if getattr(was, name) != getattr(becomes, name)
        }
        if not changes:
            return was
        written = replace(becomes, version=was.version + 1)
        values = {name: getattr(written, name) for name in (*_FIELDS, "version")}
        try:
            self.uow.run(stock_sql.UPDATE_LOCATION, at_id=was.id, at_tenant_id=self.ctx.tenant_id, **values)
        except UniqueViolation as violation:
            raise _code_taken(becomes.code) from violation
        self._record(event_type, was.id, changes)
        return written

    def _record(self, event_type: str, location_id: str, changes: Changes) -> None:
        data = {"location_id": location_id, "changes": changes}
        self.bus.publish_in_tx(self.uow, self.ctx, NewEvent(event_type, AGGREGATE, location_id, data))


def _code_taken(code: str | None) -> Invalid:
    return Invalid([FieldProblem("code", "duplicate_location_code", {"value": code})])
