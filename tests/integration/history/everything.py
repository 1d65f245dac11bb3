"""A person who works on all kinds of things in a shop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from rustok_desktop.commerce import collections_schemas as c
from rustok_desktop.content.schemas import UpdateNode
from rustok_desktop.storage.statements import prepare
from rustok_desktop.taxonomy import schemas as t
from rustok_desktop.testing import TemporaryShop, a_node, a_product, indexed

_PLAIN = (
    prepare(
        "SELECT variant_id || location_id, low_stock_threshold FROM inventory_levels"
        " WHERE tenant_id = :tenant AND low_stock_threshold IS NOT NULL"
    ),
    prepare("SELECT id, category_id FROM nodes WHERE tenant_id = :tenant AND deleted_at IS NULL"),
    prepare("SELECT id, tags FROM products WHERE tenant_id = :tenant AND deleted_at IS NULL"),
)


@dataclass
class Everything:
    """A person who works on all kinds of things."""

    shop: TemporaryShop
    ctx: Any

    @property
    def platform(self) -> Any:
        return self.shop.platform

    async def undo(self) -> Any:
        return await self.platform.history.undo(self.ctx)

    async def redo(self) -> Any:
        return await self.platform.history.redo(self.ctx)

    async def step(self) -> Any:
        return (await self.platform.history.state(self.ctx)).undo

    async def category(self, name: str, parent: str | None = None) -> str:
        given = {"parent_id": parent, "translations": {"en": {"name": name}}}
        return (await self.platform.categories.create(self.ctx, t.CreateCategory.model_validate(given))).category_id

    async def collection(self, title: str, *products: str) -> str:
        given = {"translations": {"en": {"title": title}}, "product_ids": products}
        command = c.CreateCollection.model_validate(given)
        return (await self.platform.collections.create(self.ctx, command)).collection_id

    async def product(self, title: str, *tags: str) -> str:
        command = a_product().titled(title).tagged(*tags).build()
        return (await self.platform.catalog.create_product(self.ctx, command)).product_id

    async def post(self, title: str, category: str | None = None) -> str:
        command = a_node().titled(title).having(category_id=category).build()
        return str((await self.platform.nodes.create_node(self.ctx, command)).node_id)

    async def file_post(self, post: str, category: str | None) -> None:
        await self.platform.nodes.update_node(self.ctx, UpdateNode(node_id=post, category_id=category))

    async def tag(self, name: str) -> Any:
        await indexed(self.shop)
        return next(tag for tag in await self.platform.tags.tags(self.ctx) if tag.name == name)

    async def picture(self, folder: Path, color: str = "teal") -> str:
        path = folder / f"{color}.png"
        Image.new("RGB", (20, 20), color).save(path)
        return (await self.platform.media.upload(self.ctx, path)).media_id

    async def digest(self) -> dict[str, Any]:
        """All there is, without versions and moments."""
        platform, ctx = self.platform, self.ctx
        await indexed(self.shop)
        found: dict[str, Any] = {}
        for node in await platform.categories.tree(ctx):
            view = await platform.categories.get(ctx, node.id)
            products = [product.product_id for product in await platform.categories.products(ctx, node.id)]
            found[node.id] = (node.parent_id, node.position, view.translations, products)
        for row in await platform.collections.list(ctx):
            view = await platform.collections.get(ctx, row.id)
            members = [member.product_id for member in (await platform.collections.members(ctx, row.id)).members]
            found[row.id] = (view.kind, view.rule, view.translations, members)
        for tag in await platform.tags.tags(ctx):
            if tag.use_count:
                found[tag.id] = (tag.name, tag.names, tag.slugs, tag.use_count)
        for place in await platform.catalog.locations(ctx):
            found[place.id] = (place.name, place.code, place.is_default)
        for language in await platform.tenants.locales(ctx.tenant_id):
            if language.is_enabled:
                found[language.locale] = language
        for sql in _PLAIN:
            found |= {row[0]: row[1:] for row in await platform.database.reader.all(sql, tenant=ctx.tenant_id)}
        return found
