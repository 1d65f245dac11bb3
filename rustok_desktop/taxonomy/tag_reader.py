"""The reader of the log that derives tags from whatever carries them, whoever changed it: editor, import or undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.events import EventRef
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy.attaching import follow_lists
from rustok_desktop.taxonomy.ports import TagLists

NAME = "taxonomy.tags"


class TagReader:
    """A consumer of the log. Lists are read inside the effect, so that a rename in between is never undone."""

    name = NAME
    batch_size = 200

    def __init__(self, bus: TransactionalEventBus, *owners: TagLists) -> None:
        self._bus = bus
        self._owners = {lists.target_type: lists for lists in owners}
        self.event_types: frozenset[str] | None = frozenset().union(*(lists.event_types for lists in owners))

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """What the products and nodes of ``batch`` carry now."""
        carriers: dict[tuple[str, str], dict[str, None]] = {}
        for ref in batch:
            if ref.aggregate_type in self._owners:
                carriers.setdefault((ref.tenant_id, ref.aggregate_type), {})[ref.aggregate_id] = None
        return partial(self._follow, {place: list(ids) for place, ids in carriers.items()}) if carriers else None

    def _follow(self, carriers: dict[tuple[str, str], list[str]], uow: UnitOfWork) -> None:
        for (tenant_id, target_type), ids in carriers.items():
            # The program's own act: it follows what people did, and nobody in particular did it.
            ctx = Context(tenant_id=tenant_id, role=Role.SUPER_ADMIN).with_new_correlation()
            follow_lists(uow, ctx, self._bus, self._owners[target_type], ids)
