"""What the Trash page asks of the platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.core.errors import AppError
from rustok_desktop.history.views import TrashedThing, TrashList

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


@dataclass(frozen=True, slots=True)
class Emptied:
    """What became of the things: those done, and the first refusal with how many were refused."""

    done: tuple[TrashedThing, ...]
    refused: int = 0
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class ReadTrash:
    """The latest of what is in the trash."""

    async def __call__(self, platform: Platform) -> TrashList:
        return await platform.trash.list(platform.context())


@dataclass(frozen=True, slots=True)
class BringBack:
    """Restore things, the latest deletion first: parents are mostly deleted after their children."""

    things: tuple[TrashedThing, ...]

    async def __call__(self, platform: Platform) -> Emptied:
        done, errors = [], []
        for thing in sorted(self.things, key=lambda thing: thing.deleted_at, reverse=True):
            try:
                await platform.trash.restore(platform.context(), thing.kind, thing.id)
                done.append(thing)
            except AppError as error:
                errors.append(error)
        return Emptied(tuple(done), len(errors), errors[0] if errors else None)


@dataclass(frozen=True, slots=True)
class PurgeForGood:
    """Delete things for good, kind by kind."""

    things: tuple[TrashedThing, ...]

    async def __call__(self, platform: Platform) -> Emptied:
        done: list[TrashedThing] = []
        refused, first = 0, None
        for kind in dict.fromkeys(thing.kind for thing in self.things):
            own = [thing for thing in self.things if thing.kind == kind]
            try:
                await platform.trash.purge(platform.context(), kind, [thing.id for thing in own])
                done += own
            except AppError as error:
                refused, first = refused + len(own), first or error
        return Emptied(tuple(done), refused, first)
