"""What an export reads: the shop's content in one state, node by node, from the worker process."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rustok_desktop.content import statements as content
from rustok_desktop.content.discussing import thread_of
from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.content.links import Link
from rustok_desktop.content.pictures import references
from rustok_desktop.content.queries import view_in
from rustok_desktop.content.views import NodeView
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.text import slugify
from rustok_desktop.exchange.nodes.named_things import Addresses, addresses_of, named_in
from rustok_desktop.exchange.nodes.page_blocks import read_blocks
from rustok_desktop.media import records
from rustok_desktop.media.files import MediaFiles
from rustok_desktop.storage.connection import open_reader
from rustok_desktop.storage.slow_log import StopWatch
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_IDS = prepare(
    "SELECT id FROM nodes WHERE tenant_id = :at_tenant_id AND kind = :kind AND deleted_at IS NULL ORDER BY depth, id"
)
_SOURCES = prepare(
    "SELECT id, json_extract(metadata, '$.source') FROM nodes WHERE tenant_id = :at_tenant_id AND kind = :kind"
    " AND deleted_at IS NULL ORDER BY depth, id"
)
_BELOW = prepare(
    "SELECT id FROM nodes WHERE parent_id = :at_node_id AND kind = :kind AND deleted_at IS NULL"
    " AND tenant_id || '' = :at_tenant_id ORDER BY created_at, id"
)
_COUNT = prepare(
    "SELECT count(*) FROM nodes WHERE tenant_id = :at_tenant_id AND kind = :kind AND (deleted_at IS NOT NULL) = :gone"
)
_DRAFTS = prepare("SELECT count(*) FROM node_drafts WHERE tenant_id = :at_tenant_id")
_REDIRECTS = prepare(
    "SELECT locale, slug FROM redirects WHERE node_id = :at_node_id AND tenant_id || '' = :at_tenant_id"
    " ORDER BY locale, slug"
)
_PARENTS = prepare("SELECT id, parent_id FROM categories WHERE tenant_id = :at_tenant_id")
_NAMES = prepare(
    "SELECT category_id, locale, slug, name, description FROM category_translations WHERE tenant_id = :at_tenant_id"
    " ORDER BY locale"
)
_SHOP = prepare("SELECT name, default_locale FROM tenants WHERE id = :at_tenant_id")
_REFERENCE = re.compile(r"media:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Category:
    """A category in the export's language; ``parent`` is an id."""

    id: str
    parent: str | None
    slug: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes along: under which name, from which file; None for one whose file is gone."""

    id: str
    name: str
    file: Path
    title: str
    alt_text: str
    created_at: str


@dataclass(slots=True)
class ExportedNode:
    """A node with what else belongs to it."""

    view: NodeView
    redirects: dict[str, list[str]] = field(default_factory=dict)
    closed: bool = False
    blocks: str = ""  # of a page, as JSON
    links: Addresses = field(default_factory=dict)


class ExportReader:
    """One shop's content, as it was when the export began."""

    def __init__(self, database: Path, media: Path, ctx: Context, now: str) -> None:
        connection = open_reader(database)
        connection.execute("BEGIN")  # one state for everything that is read
        self._uow = UnitOfWork(connection, now, "", StopWatch(time.perf_counter))
        self._ctx = ctx
        self._at = {"at_tenant_id": ctx.tenant_id}
        self._files = MediaFiles(media)
        self._pictures: dict[str, Picture | None] = {}
        self._names: set[str] = set()
        row = self._uow.one(_SHOP, **self._at)
        self.title, self.locale = (str(row[0]), str(row[1])) if row is not None else ("", ctx.locale)

    def ids(self, kind: str) -> list[str]:
        """All nodes of a kind, those above before those below."""
        return [row[0] for row in self._uow.all(_IDS, kind=kind, **self._at)]

    def sources(self, kind: str) -> list[tuple[str, str | None]]:
        """The same with where they came from."""
        return [(row[0], row[1]) for row in self._uow.all(_SOURCES, kind=kind, **self._at)]

    def nodes(self) -> Iterator[ExportedNode]:
        """Every post, page, article and custom node that is not in the trash."""
        for kind in WRITTEN:
            for node_id in self.ids(kind):
                yield self.node(node_id)

    def node(self, node_id: str) -> ExportedNode:
        """One of them."""
        view = view_in(self._uow, self._ctx, node_id)
        found = ExportedNode(view, closed=thread_of(self._uow, self._ctx, node_id)[0] != "open")
        blocks = read_blocks(self._uow, self._ctx, node_id)[1] if view.kind == "page" else []
        found.blocks = dumps(blocks) if blocks else ""
        found.links = self.addresses(named_in((text.body for text in view.translations.values()), found.blocks))
        for locale, slug in self._uow.all(_REDIRECTS, at_node_id=node_id, **self._at):
            found.redirects.setdefault(locale, []).append(slug)
        return found

    def addresses(self, things: Iterable[Link]) -> Addresses:
        """Where the things stand that something names by id."""
        return addresses_of(self._uow, self._ctx, things)

    def comments(self, node_id: str) -> Iterator[NodeView]:
        """What is said below a node, in the order it was said."""
        for row in self._uow.all(_BELOW, at_node_id=node_id, kind="comment", **self._at):
            yield view_in(self._uow, self._ctx, row[0])

    def below(self, node_id: str, kind: str) -> Iterator[NodeView]:
        """What stands below a node in an order of its own."""
        for row in self._uow.all(content.ORDER, at_node_id=node_id, kind=kind, **self._at):
            yield view_in(self._uow, self._ctx, row[0])

    def count(self, kind: str, *, in_trash: bool = False) -> int:
        """How many nodes of a kind there are."""
        row = self._uow.one(_COUNT, kind=kind, gone=int(in_trash), **self._at)
        return int(row[0]) if row is not None else 0

    def drafts(self) -> int:
        """How many languages of nodes somebody is writing in."""
        row = self._uow.one(_DRAFTS, **self._at)
        return int(row[0]) if row is not None else 0

    def categories(self) -> dict[str, Category]:
        """All categories by id, in the shop's language where they have it."""
        words: dict[str, tuple[Any, ...]] = {}
        for row in self._uow.all(_NAMES, **self._at):
            if row[0] not in words or row[1] == self.locale:
                words[row[0]] = row
        found = {}
        for category_id, parent in self._uow.all(_PARENTS, **self._at):
            if category_id in words:
                _, _, slug, name, description = words[category_id]
                found[category_id] = Category(category_id, parent, slug, name, description or "")
        return found

    def picture(self, media_id: str) -> Picture | None:
        """A picture and a name for its file that no other has; None for one that is not there."""
        if media_id not in self._pictures:
            self._pictures[media_id] = self._load_picture(media_id)
        return self._pictures[media_id]

    def pictures_of(self, node: ExportedNode) -> list[Picture]:
        """The pictures that a node shows, with those of its blocks."""
        view = node.view
        named = references(dumps(view.metadata)) | references(node.blocks)
        for text in view.translations.values():
            named |= references(text.body or "")
        if view.featured_media_id is not None:
            named.add(view.featured_media_id)
        return [found for media_id in sorted(named) if (found := self.picture(media_id)) is not None]

    @property
    def missing(self) -> int:
        """How many pictures that something shows have no file."""
        return sum(found is None for found in self._pictures.values())

    def rewritten(self, text: str | None, place: str) -> str | None:
        """A text with paths in place of the shop's own pictures."""
        if text is None:
            return None

        def path(match: re.Match[str]) -> str:
            found = self.picture(match[1])
            return match[0] if found is None else f"{place}{found.name}"

        return _REFERENCE.sub(path, text)

    def _load_picture(self, media_id: str) -> Picture | None:
        try:
            stored = records.load(self._uow, self._ctx, media_id)
        except NotFound:
            return None
        file = self._files.original(stored.path)
        if not file.is_file():
            return None
        view = stored.view
        words = view.translations.get(self.locale)
        stem, dot, ending = view.filename.rpartition(".")
        name = f"{slugify(stem or view.filename)[:60]}{dot}{ending.lower()}" if dot else slugify(view.filename)
        if name in self._names:
            name = f"{media_id[-8:]}-{name}"
        self._names.add(name)
        title, alt = (words.title or "", words.alt_text or "") if words is not None else ("", "")
        return Picture(media_id, name, file, title, alt, view.created_at)
