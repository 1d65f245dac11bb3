"""Reading categories: the tree with counts, one category with its words, the products of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.locale import fallback_chain
from rustok_desktop.storage.reader import Reader, ReadSession
from rustok_desktop.taxonomy import statements as sql
from rustok_desktop.taxonomy.views import CategoryNode, CategoryProduct, CategoryView, WordsView

SEPARATOR = " / "
Rows = Sequence[tuple[Any, ...]]


async def read_tree(reader: Reader, ctx: Context) -> tuple[CategoryNode, ...]:
    """Every category, parents before children, siblings in order."""
    async with reader.snapshot() as session:
        return await _tree(session, ctx)


async def read_category(reader: Reader, ctx: Context, category_id: str) -> CategoryView:
    """NotFound, also for another shop's."""
    async with reader.snapshot() as session:
        found = [node for node in await _tree(session, ctx) if node.id == category_id]
        if not found:
            raise NotFound("not_found", kind="category", id=category_id)
        rows = await session.all(sql.WORDS, at_tenant_id=ctx.tenant_id, at_id=category_id)
    return CategoryView(found[0], {row[0]: WordsView(*row) for row in rows})


async def read_products(
    reader: Reader, ctx: Context, category_id: str, limit: int, skip: int
) -> tuple[CategoryProduct, ...]:
    """A part of the category's list, without what is in the trash; titles in the asked language or its fallback."""
    chain = dumps(await languages(reader, ctx))
    rows = await reader.all(
        sql.LISTED_PRODUCTS, at_tenant_id=ctx.tenant_id, at_id=category_id, chain=chain, limit=limit, skip=skip
    )
    return tuple(CategoryProduct(*row) for row in rows)


async def read_of_product(reader: Reader, ctx: Context, product_id: str) -> tuple[CategoryNode, ...]:
    """The categories a product stands in, in the order of the tree."""
    async with reader.snapshot() as session:
        rows = await session.all(sql.CATEGORIES_OF_PRODUCT, at_tenant_id=ctx.tenant_id, at_product_id=product_id)
        ids = {row[0] for row in rows}
        return tuple(node for node in await _tree(session, ctx) if node.id in ids)


async def languages(session: Reader | ReadSession, ctx: Context) -> list[str]:
    """The languages to try for the caller, best first."""
    rows = await session.all(sql.LANGUAGES, at_tenant_id=ctx.tenant_id)
    fallbacks = {locale: fallback for _, locale, fallback in rows if locale is not None}
    return fallback_chain(ctx.locale, fallbacks, rows[0][0] if rows else ctx.locale)


def best(chain: Sequence[str], words: Mapping[str, str]) -> str:
    """The first word there is, any one when none of the languages has it."""
    return next((words[locale] for locale in chain if locale in words), next(iter(words.values()), ""))


async def _tree(session: ReadSession, ctx: Context) -> tuple[CategoryNode, ...]:
    at = {"at_tenant_id": ctx.tenant_id}
    chain = await languages(session, ctx)
    names: dict[str, dict[str, str]] = {}
    for category_id, locale, name in await session.all(sql.ALL_NAMES, **at):
        names.setdefault(category_id, {})[locale] = name
    own = dict(await session.all(sql.OWN_COUNTS, **at))
    total = dict(await session.all(sql.TOTAL_COUNTS, **at))
    paths: dict[str | None, str] = {}
    children: dict[str | None, list[CategoryNode]] = {}
    for category_id, parent_id, position, depth, version in await session.all(sql.NODES, **at):
        words = names.get(category_id, {})
        name = best(chain, words)
        paths[category_id] = f"{paths[parent_id]}{SEPARATOR}{name}" if parent_id else name
        counts = own.get(category_id, 0), total.get(category_id, 0)
        node = CategoryNode(
            category_id, parent_id, position, depth, version, name, paths[category_id], tuple(words), *counts
        )
        children.setdefault(parent_id, []).append(node)
    return tuple(_in_order(children))


def _in_order(children: Mapping[str | None, list[CategoryNode]]) -> list[CategoryNode]:
    ordered: list[CategoryNode] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        node = waiting.pop()
        ordered.append(node)
        waiting.extend(reversed(children.get(node.id, [])))
    return ordered
