"""What the shop has already, asked from the worker process over a connection that cannot write."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rustok_desktop.content import menu_statements as menus
from rustok_desktop.content import slugs
from rustok_desktop.content import statements as content
from rustok_desktop.content.discussing import thread_of
from rustok_desktop.content.loading import StoredNode, load_node
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.exchange.nodes.named_things import WORDS
from rustok_desktop.media import statements as media
from rustok_desktop.storage.connection import open_reader
from rustok_desktop.storage.slow_log import StopWatch
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
# One look at all nodes that came from elsewhere: which of them is which is nobody's question but an import's.
_SOURCES = prepare(
    "SELECT id, kind, json_extract(metadata, '$.source') FROM nodes WHERE tenant_id = :at_tenant_id"
    " AND json_extract(metadata, '$.source') IS NOT NULL ORDER BY deleted_at IS NULL, id"
)
_CATEGORIES = prepare(
    "SELECT category_id, locale, slug, name FROM category_translations WHERE tenant_id = :at_tenant_id"
)
# Things other than nodes that texts, blocks and menus name.
_TABLES = {"product": "products", "category": "categories", "collection": "collections", "media": "media"}
_THERE = {
    kind: prepare(f"SELECT 1 FROM {table} WHERE id = :id AND tenant_id || '' = :at_tenant_id")
    for kind, table in _TABLES.items()
}
_AT_ADDRESS = {
    kind: prepare(
        f"SELECT {WORDS[kind][1]} FROM {WORDS[kind][0]} WHERE tenant_id = :at_tenant_id AND locale = :locale"
        f" AND {WORDS[kind][2]} = :address"
    )
    for kind in ("product", "category", "collection")
}
_LANGUAGES = prepare("SELECT locale FROM tenant_locales WHERE tenant_id = :at_tenant_id AND is_enabled")


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item of a menu that is there."""

    id: str
    parent_id: str
    kind: str
    metadata: str
    titles: dict[str, str]


class ShopNodes:
    """One shop's content as it was when the plan began."""

    def __init__(self, database: Path, ctx: Context, now: str) -> None:
        self.ctx = ctx
        self._at = {"at_tenant_id": ctx.tenant_id}
        self.uow = UnitOfWork(open_reader(database), now, "", StopWatch(time.perf_counter))
        self.sources: dict[str, tuple[str, str]] = {
            str(source): (node_id, kind) for node_id, kind, source in self.uow.all(_SOURCES, **self._at)
        }
        self.source_of = {node_id: source for source, (node_id, _) in self.sources.items()}

    def languages(self) -> frozenset[str]:
        """The languages that are on."""
        return frozenset(row[0] for row in self.uow.all(_LANGUAGES, **self._at))

    def kind_here(self, node_id: str) -> str | None:
        """The kind of a node of this shop; "" for one of another shop, None for an id that is free."""
        row = self.uow.one(content.PARENT, at_node_id=node_id, **self._at)
        if row is not None:
            return str(row[0])
        return None if self.uow.one(content.ANY_NODE, at_node_id=node_id) is None else ""

    def node(self, node_id: str) -> StoredNode | None:
        """A node with its words."""
        try:
            return load_node(self.uow, self.ctx, node_id, words=True)
        except NotFound:
            return None

    def holder(self, kind: str, locale: str, slug: str) -> str | None:
        """The id of the node at an address, also of one in the trash."""
        found = slugs.holder(self.uow, self.ctx, kind, locale, slug)
        return found[0] if found is not None else None

    def living(self, kind: str, locale: str, slug: str) -> str | None:
        """The same without those in the trash."""
        found = slugs.holder(self.uow, self.ctx, kind, locale, slug)
        return found[0] if found is not None and found[2] is None else None

    def led_from(self, kind: str, locale: str, slug: str) -> str | None:
        """The id of the node that an old address leads to."""
        found = slugs.redirect_at(self.uow, self.ctx, kind, locale, slug)
        return found[1] if found is not None else None

    def thread_state(self, node_id: str) -> str:
        """open, closed or archived."""
        return thread_of(self.uow, self.ctx, node_id)[0]

    def categories(self) -> list[tuple[str, str, str, str]]:
        """Id, language, slug and name of every category."""
        return [(row[0], row[1], row[2], row[3]) for row in self.uow.all(_CATEGORIES, **self._at)]

    def picture(self, sha256: str) -> str | None:
        """The id of the picture with this content."""
        row = self.uow.one(media.BY_CONTENT, at_sha256=sha256, **self._at)
        return str(row[0]) if row is not None else None

    def has(self, kind: str, thing_id: str) -> bool:
        """Whether a product, category, collection or picture is there, be it in the trash."""
        return self.uow.one(_THERE[kind], id=thing_id, **self._at) is not None

    def at_address(self, kind: str, locale: str, address: str) -> str | None:
        """The id of the thing at an address; for a node, of one that is not in the trash."""
        if kind not in _AT_ADDRESS:
            return self.living(kind, locale, address)
        row = self.uow.one(_AT_ADDRESS[kind], locale=locale, address=address, **self._at)
        return str(row[0]) if row is not None else None

    def menus(self) -> dict[str, dict[str, str]]:
        """The titles of each menu by language."""
        found: dict[str, dict[str, str]] = {}
        for menu_id, _, _ in self.uow.all(menus.MENUS, **self._at):
            titles = self.uow.all(menus.MENU_TITLES, at_node_id=menu_id, **self._at)
            found[menu_id] = {locale: title for node_id, locale, title in titles if node_id == menu_id}
        return found

    def menu_items(self, menu_id: str) -> list[StoredItem]:
        """All items of a menu in their order."""
        at: dict[str, Any] = {"at_node_id": menu_id, **self._at}
        titles: dict[str, dict[str, str]] = {}
        for node_id, locale, title in self.uow.all(menus.MENU_TITLES, **at):
            titles.setdefault(node_id, {})[locale] = title
        rows = self.uow.all(menus.ITEMS, **at)
        return [StoredItem(row[0], row[1], row[3], row[4], titles.get(row[0], {})) for row in rows]
