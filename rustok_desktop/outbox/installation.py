"""Who and where: the ids that tie recorded events to this file's device and its owner."""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.core.ids import new_id
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

_READ = prepare("SELECT key, value FROM sys_meta WHERE key IN ('device_id', 'owner_id')")
_ADD = prepare("INSERT INTO sys_meta (key, value) VALUES (:key, :value) ON CONFLICT DO NOTHING")


@dataclass(frozen=True, slots=True)
class Installation:
    """Ids made once, when the file was; None in a file that was never opened for writing."""

    device_id: str | None
    owner_id: str | None


async def read_installation(reader: Reader) -> Installation:
    """What the file says."""
    found = {str(key): str(value) for key, value in await reader.all(_READ)}
    return Installation(found.get("device_id"), found.get("owner_id"))


async def ensure_installation(reader: Reader, writer: Writer) -> Installation:
    """The same; ids that are missing are made."""

    def work(uow: UnitOfWork) -> None:
        for key in ("device_id", "owner_id"):
            uow.run(_ADD, key=key, value=new_id())

    known = await read_installation(reader)
    if known.device_id is None or known.owner_id is None:
        await writer.run(work)
        known = await read_installation(reader)
    return known
