"""Links in texts that name a thing of the shop, ``[Indigo bowl](product:<id>)``, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rustok_desktop.content.menu_statements import broken_when, title_of
from rustok_desktop.content.queries import languages_of
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.html import THINGS
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare

MOST = 500  # of one text
Link = tuple[str, str]  # kind and id
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_REFERENCE = re.compile(rf"\b({'|'.join(sorted(THINGS))}):({_ID})\b")
_NODES = "'page', 'post', 'article', 'custom'"


@dataclass(frozen=True, slots=True)
class LinkedThing:
    """``title`` in the asked language or its fallback; ``broken``: ``missing``, ``trashed`` or ``hidden``, which is
    not public.
    """

    title: str
    broken: Literal["missing", "trashed", "hidden"] | None = None


def _things(kinds: str, table: str, title: str, broken: str) -> str:
    return (
        f"SELECT a.kind, g.id, {title}, {broken} FROM asked a JOIN {table} g ON g.id = a.id"
        f" AND g.tenant_id = :at_tenant_id WHERE a.kind IN ({kinds})"
    )


LINKED = prepare(
    "WITH asked AS (SELECT json_extract(value, '$[0]') AS kind, json_extract(value, '$[1]') AS id"
    " FROM json_each(:links)) "
    + _things(_NODES, "nodes", title_of("node_translations", "node_id"), broken_when("published"))
    + " AND g.kind = a.kind UNION ALL "
    + _things("'product'", "products", title_of("product_translations", "product_id"), broken_when("active"))
    + " UNION ALL "
    + _things("'category'", "categories", title_of("category_translations", "category_id", "name"), "NULL")
)


def links_in(text: str) -> tuple[Link, ...]:
    """The things that a text names, each once, the first ``MOST``."""
    found = dict.fromkeys((match[1], match[2]) for match in _REFERENCE.finditer(text))
    return tuple(found)[:MOST]


async def read_linked(reader: Reader, ctx: Context, links: Iterable[Link]) -> Mapping[Link, LinkedThing]:
    """What the links lead to; what is not there is ``missing``."""
    asked = list(links)[:MOST]
    if not asked:
        return {}
    async with reader.snapshot() as session:
        chain = dumps((await languages_of(session, ctx)).chain(ctx.locale))
        rows = await session.all(LINKED, at_tenant_id=ctx.tenant_id, links=dumps(asked), chain=chain)
    there = {(row[0], row[1]): LinkedThing(row[2], row[3]) for row in rows}
    return {link: there.get(link, LinkedThing("", "missing")) for link in asked}
