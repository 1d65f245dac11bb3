"""Addresses of the things that texts and blocks name by their id: they go out beside them, and find the things in
another shop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.content.links import Link, links_in
from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

Addresses = dict[str, dict[str, str]]  # "product:<id>" -> language -> address

# Where the words of a kind stand, whose they are, and what their address is called.
WORDS: dict[str, tuple[str, str, str]] = {
    **dict.fromkeys(WRITTEN, ("node_translations", "node_id", "slug")),
    "product": ("product_translations", "product_id", "handle"),
    "category": ("category_translations", "category_id", "slug"),
    "collection": ("collection_translations", "collection_id", "handle"),
}
_ADDRESSES = {
    kind: prepare(
        f"SELECT locale, {address} FROM {table} WHERE {owner} = :id AND tenant_id || '' = :at_tenant_id"
        f" AND {address} IS NOT NULL ORDER BY locale"
    )
    for kind, (table, owner, address) in WORDS.items()
}


def named_in(texts: Iterable[str | None], blocks: str) -> Iterator[Link]:
    """What texts lead to, and what the blocks of a page (as JSON) lead to and show."""
    for text in (*texts, blocks):
        yield from links_in(text or "")
    for block in loads(blocks) if blocks else ():
        if block["type"] == "product_grid":
            yield from grid_things(block["data"])


def grid_things(data: dict[str, Any]) -> list[Link]:
    """The products of a grid, and the collection or category whose products it shows."""
    things = [("product", str(product_id)) for product_id in data.get("product_ids") or ()]
    source, source_id = data.get("source"), data.get("source_id")
    return [*things, (source, str(source_id))] if source in ("collection", "category") and source_id else things


def addresses_of(uow: UnitOfWork, ctx: Context, things: Iterable[Link]) -> Addresses:
    """The addresses of those that are there and have one."""
    found: Addresses = {}
    for kind, thing_id in dict.fromkeys(things):
        rows = uow.all(_ADDRESSES[kind], id=thing_id, at_tenant_id=ctx.tenant_id)
        if rows:
            found[f"{kind}:{thing_id}"] = {str(locale): str(address) for locale, address in rows}
    return found


def read_addresses(value: Any) -> Addresses:
    """What a file says of addresses; whatever is none is passed over."""
    given = value if isinstance(value, dict) else {}
    return {
        str(name): {str(locale): str(address) for locale, address in words.items()}
        for name, words in given.items()
        if isinstance(words, dict)
    }
