"""Follows the log and keeps the index of content up to date."""

from __future__ import annotations

from collections.abc import Sequence

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.event_types import SHAPES_NODE
from rustok_desktop.core.events import EventRef
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.projector import WHOLE_SHOP, Projector
from rustok_desktop.index.rebuild import Rebuilder
from rustok_desktop.index.staged import Stage
from rustok_desktop.index.worker import IndexWorker
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.writer import Writer

CONTENT_EVENTS = WHOLE_SHOP | SHAPES_NODE
HEAVY = 100_000  # characters; from here on preparing them would hold up the window
# A block is found through its page.
_OWNERS = prepare(
    "SELECT DISTINCT CASE WHEN n.kind = 'block' THEN n.parent_id ELSE n.id END FROM json_each(:ids) AS r"
    " CROSS JOIN nodes AS n ON n.id = r.value WHERE n.tenant_id = :tenant"
)
_SIZE = prepare(
    "SELECT coalesce(sum(length(b.body)), 0) FROM json_each(:ids) AS r CROSS JOIN bodies AS b ON b.node_id = r.value"
    " WHERE b.tenant_id = :tenant"
)


class ContentProjector(Projector):
    """A block's events concern the page it stands on too."""

    def __init__(
        self,
        event_types: frozenset[str],
        reader: Reader,
        stage: Stage,
        writer: Writer,
        worker: IndexWorker,
        rebuilder: Rebuilder,
        merger: SearchMerger,
    ) -> None:
        super().__init__(event_types, stage, writer, worker, rebuilder, merger)
        self._reader = reader

    async def asked(self, batch: Sequence[EventRef]) -> dict[str, list[str]]:
        """The nodes that the events name, and the pages of those that are blocks."""
        named = await super().asked(batch)
        found = {}
        for tenant, ids in named.items():
            owners = [row[0] for row in await self._reader.all(_OWNERS, tenant=tenant, ids=dumps(ids)) if row[0]]
            found[tenant] = list(dict.fromkeys([*ids, *owners]))  # those that are gone leave the index
        return found

    async def light(self, asked: dict[str, list[str]]) -> bool:
        """Few nodes may still be long texts."""
        for tenant, ids in asked.items():
            row = await self._reader.one(_SIZE, tenant=tenant, ids=dumps(ids))
            if row is not None and row[0] > HEAVY:
                return False
        return True
