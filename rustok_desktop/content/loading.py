"""Rows of nodes as records, loaded inside a unit of work: only what a command needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.kinds import WRITTEN, require_kind
from rustok_desktop.content.schemas import NodeCommand
from rustok_desktop.content.views import NodeDraft
from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.core.permissions import Action
from rustok_desktop.storage.unit_of_work import UnitOfWork

_COLUMNS = tuple(column.name for column in sql.NODE_COLUMNS)


@dataclass(slots=True)
class StoredWords:
    """One language's words; body and format are those of its body, None and markdown without one."""

    locale: str
    title: str
    slug: str | None
    excerpt: str | None
    meta_title: str | None
    meta_description: str | None
    text_version: int
    source_version: int | None
    updated_at: str
    body: str | None = None
    format: str = "markdown"


@dataclass(slots=True)
class StoredNode:
    """A node's own row, by column. ``row`` keeps JSON columns as text."""

    id: str
    kind: str
    status: str
    version: int
    published_at: str | None
    deleted_at: str | None
    row: dict[str, Any]
    words: dict[str, StoredWords] = field(default_factory=dict)
    bare_bodies: dict[str, tuple[str, str]] = field(default_factory=dict)  # without words: replies, blocks

    @property
    def own(self) -> dict[str, Any]:
        """The row as it stands in ``changes``: JSON columns as values."""
        return self.row | {"tags": loads(self.row["tags"]), "metadata": loads(self.row["metadata"])}


def load_node(uow: UnitOfWork, ctx: Context, node_id: str, *, words: bool = False) -> StoredNode:
    """The node, with all its words and bodies if asked for. NotFound, also for another shop's."""
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": node_id}
    found = uow.one(sql.NODE, **at)
    if found is None:
        raise NotFound("not_found", kind="node", id=node_id)
    row = dict(zip(_COLUMNS, found, strict=True))
    node = StoredNode(
        row["id"], row["kind"], row["status"], row["version"], row["published_at"], row["deleted_at"], row
    )
    if words:
        node.words = {line[0]: StoredWords(*line) for line in uow.all(sql.WORDS, **at)}
        for locale, body, form, _ in uow.all(sql.BODIES, **at):
            if locale in node.words:
                node.words[locale].body, node.words[locale].format = body, form
            else:
                node.bare_bodies[locale] = body, form
    return node


def load_for(uow: UnitOfWork, ctx: Context, command: NodeCommand, action: Action, *, words: bool = False) -> StoredNode:
    """The node a command is about, in the version it was based on. Forbidden, or VersionConflict for another."""
    node = load_node(uow, ctx, command.node_id, words=words)
    require_kind(ctx, node.kind, action)
    check_version(node, command.base_version)
    return node


def load_drafts(uow: UnitOfWork, ctx: Context, node_id: str) -> dict[str, NodeDraft]:
    """What is being written beside the node, by language."""
    rows = uow.all(sql.DRAFTS, at_tenant_id=ctx.tenant_id, at_node_id=node_id)
    return {row[0]: NodeDraft(*row) for row in rows}


def default_locale(uow: UnitOfWork, ctx: Context) -> str:
    """The shop's own language, which the others are translated from."""
    row = uow.one(sql.DEFAULT_LOCALE, at_tenant_id=ctx.tenant_id)
    return str(row[0]) if row is not None else ctx.locale


def check_version(node: StoredNode, base_version: int | None) -> None:
    """VersionConflict unless the command was based on what is stored; None asks for no check."""
    if base_version is not None and node.version != base_version:
        raise VersionConflict("version_conflict", id=node.id, expected=base_version, actual=node.version)


def check_written(node: StoredNode) -> None:
    """NotFound for a node that is no post, page, article or custom one: it has a service of its own."""
    if node.kind not in WRITTEN:
        raise NotFound("not_found", kind="node", id=node.id)


def check_not_in_trash(node: StoredNode) -> None:
    """UserError ``in_trash`` for a node in the trash."""
    if node.deleted_at is not None:
        raise UserError("in_trash", id=node.id)
