"""The record of one import, brought up to date in the transactions of what it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import bindparam, insert, update

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.exchange.tables import imports
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_START = prepare(insert(imports).values({column.name: None for column in imports.columns}))
_PROGRESS = prepare(
    update(imports)
    .where(imports.c.tenant_id == bindparam("of_tenant"), imports.c.id == bindparam("of_id"))
    .values(state=bindparam("state"), tallies=bindparam("tallies"), finished_at=bindparam("finished_at"))
)


@dataclass(frozen=True, slots=True)
class Origin:
    """What is imported: the import's id, the file it comes from and its format, and the staging file."""

    import_id: str
    source: Path
    format: str
    staging: Path


def record(
    uow: UnitOfWork, ctx: Context, origin: Origin, state: str, tallies: Mapping[str, Mapping[str, int]], *, begun: bool
) -> None:
    """Write the import's own row; ``begun`` when it is there already."""
    text = dumps({name: dict(tally) for name, tally in tallies.items()})
    finished = None if state == "running" else uow.now
    if begun:
        key = {"of_tenant": ctx.tenant_id, "of_id": origin.import_id}
        uow.run(_PROGRESS, state=state, tallies=text, finished_at=finished, **key)
        return
    uow.run(
        _START,
        id=origin.import_id,
        tenant_id=ctx.tenant_id,
        source=str(origin.source),
        format=origin.format,
        state=state,
        tallies=text,
        actor_id=ctx.actor_id,
        started_at=uow.now,
        finished_at=finished,
    )
