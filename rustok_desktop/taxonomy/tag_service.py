"""Tags: what can be done to a tag in all products at once."""

from __future__ import annotations

from functools import partial

from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.text import fold
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer
from rustok_desktop.taxonomy import tag_edits
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.queries import best, languages
from rustok_desktop.taxonomy.schemas import MergeTags, RenameTag, TranslateTag
from rustok_desktop.taxonomy.views import TagSaved, TagView


class TagService:
    """The shop's tags. A tag is a field of products, so products' permissions are asked (Forbidden).

    Which product or node carries which tag stands in their own lists; tags, links and counts follow them.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus, *owners: TagLists) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._owners = owners

    async def tags(self, ctx: Context) -> tuple[TagView, ...]:
        """All tags by name. Counts follow a change of products a moment later."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        async with self._reader.snapshot() as session:
            chain = await languages(session, ctx)
            names: dict[str, dict[str, str]] = {}
            slugs: dict[str, dict[str, str]] = {}
            for tag_id, locale, name, slug in await session.all(sql.ALL_NAMES, at_tenant_id=ctx.tenant_id):
                names.setdefault(tag_id, {})[locale] = name
                slugs.setdefault(tag_id, {})[locale] = slug
            rows = await session.all(sql.LISTED, at_tenant_id=ctx.tenant_id)
        views = (
            TagView(
                tag_id,
                version,
                name,
                best(chain, names.get(tag_id, {})) or name,
                names.get(tag_id, {}),
                count,
                slugs.get(tag_id, {}),
            )
            for tag_id, version, name, count in rows
        )
        return tuple(sorted(views, key=lambda view: (fold(view.name), view.id)))

    async def rename(self, ctx: Context, command: RenameTag) -> TagSaved:
        """In every product at once. UserError ``tag_exists`` when another tag has that name: merge then."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(tag_edits.rename, _rooted(ctx), self._bus, self._owners, command))

    async def translate(self, ctx: Context, command: TranslateTag) -> TagSaved:
        """Words in other languages; products stay as they are."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(tag_edits.translate, _rooted(ctx), self._bus, command))

    async def merge(self, ctx: Context, command: MergeTags) -> TagSaved:
        """All products of the one get the other, in one transaction; the answer is about the one that stays."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(tag_edits.merge, _rooted(ctx), self._bus, self._owners, command))

    async def remove_unused(self, ctx: Context) -> int:
        """Delete tags that no product carries; how many."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(tag_edits.remove_unused, _rooted(ctx), self._bus, self._owners))


def _rooted(ctx: Context) -> Context:
    """All events of one command belong together, also when the caller started no chain."""
    return ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
