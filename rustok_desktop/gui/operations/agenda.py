"""What the Calendar page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.content.views import NodeRow, NodeSaved

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

PUBLISH, TAKE_BACK = "publish_at", "unpublish_at"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the clock will do to a text: ``act`` is ``publish_at`` or ``unpublish_at``."""

    at: str
    act: str
    row: NodeRow


@dataclass(frozen=True, slots=True)
class ReadAgenda:
    """All appointments between two times, the next first."""

    since: str
    until: str

    async def __call__(self, platform: Platform) -> tuple[Appointment, ...]:
        rows = await platform.nodes.scheduled(platform.context(), self.since, self.until)
        times = ((getattr(row, act), act, row) for row in rows for act in (PUBLISH, TAKE_BACK))
        found = [Appointment(at, act, row) for at, act, row in times if at is not None and at < self.until]
        return tuple(sorted(found, key=lambda one: (one.at, one.row.id, one.act)))


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Another time for one act; the other stays. None takes the time away."""

    appointment: Appointment
    at: str | None

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.schemas import NodeCommand, ScheduleNode

        row, ctx = self.appointment.row, platform.context()
        times = {PUBLISH: row.publish_at, TAKE_BACK: row.unpublish_at} | {self.appointment.act: self.at}
        if not any(times.values()) or (self.appointment.act == PUBLISH and self.at is None):
            return await platform.nodes.unschedule(ctx, NodeCommand(node_id=row.id, base_version=row.version))
        return await platform.nodes.schedule(ctx, ScheduleNode(node_id=row.id, base_version=row.version, **times))


@dataclass(frozen=True, slots=True)
class DoNow:
    """What the clock would do, at once."""

    appointment: Appointment

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.schemas import NodeCommand

        row = self.appointment.row
        act = platform.nodes.publish if self.appointment.act == PUBLISH else platform.nodes.unpublish
        return await act(platform.context(), NodeCommand(node_id=row.id, base_version=row.version))
