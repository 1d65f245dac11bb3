"""The nodes' lists of tags, for whoever changes a tag everywhere at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rustok_desktop.content.edit import AGGREGATE, NodeEdit
from rustok_desktop.content.loading import load_node
from rustok_desktop.content.texts import clean_tags
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_TAGGED = prepare("SELECT id, tags FROM nodes WHERE tenant_id = :at_tenant_id AND tags <> '[]'")
_LISTS = prepare(
    "SELECT id, tags FROM nodes WHERE tenant_id || '' = :at_tenant_id AND id IN (SELECT value FROM json_each(:ids))"
)


class NodeTags:
    """Reads and writes ``nodes.tags`` inside a unit of work. The caller has asked for permission."""

    target_type = AGGREGATE
    event_types = frozenset({"node.created", "node.updated", "node.deleted"})

    def __init__(self, bus: TransactionalEventBus) -> None:
        self._bus = bus

    def of(self, uow: UnitOfWork, ctx: Context, ids: Sequence[str]) -> dict[str, list[str]]:
        """The lists of these nodes, as far as the shop has them, also from the trash."""
        return {row[0]: loads(row[1]) for row in uow.all(_LISTS, at_tenant_id=ctx.tenant_id, ids=dumps(ids))}

    def carrying(self, uow: UnitOfWork, ctx: Context, keys: Collection[str]) -> dict[str, list[str]]:
        """The lists of all nodes with one of these case-folded names, read from the lists themselves."""
        found: dict[str, list[str]] = {}
        for node_id, text in uow.all(_TAGGED, at_tenant_id=ctx.tenant_id):
            tags: list[str] = loads(text)
            if any(tag.casefold() in keys for tag in tags):
                found[node_id] = tags
        return found

    def write(self, uow: UnitOfWork, ctx: Context, owner_id: str, tags: Sequence[str]) -> None:
        """Another list: the version rises and ``node.updated`` tells both lists, as after an edit."""
        node = load_node(uow, ctx, owner_id)
        edit = NodeEdit(ctx, node.id, node.kind, uow.now)
        cleaned = clean_tags(tags)
        if edit.note("tags", loads(node.row["tags"]), cleaned):
            edit.put_row(node.row | {"tags": dumps(cleaned)}, node.version + 1)
            edit.save(uow, self._bus, "node.updated", node.version + 1)
