"""``collections``: which there are, what is in them, and products put in or taken out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import pairs, plain, table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.collections_views import CollectionRow, CollectionSaved

app = typer.Typer(help="Collections of products.", no_args_is_help=True)

Collection = Annotated[str, typer.Argument(metavar="COLLECTION", help="The collection's id.")]
Products = Annotated[list[str], typer.Argument(metavar="PRODUCT...", help="Ids of products.")]
Version = Annotated[int | None, typer.Option("--version", min=1, help="Refuse when it has changed since this one.")]


@app.command("list")
def list_collections(context: typer.Context) -> int:
    """List all collections by title."""

    async def look(platform: Platform) -> dict[str, Sequence[CollectionRow]]:
        return {"collections": await platform.collections.list(platform.context())}

    return run_look(context.obj, look, lambda found: _rows(found["collections"]))


@app.command("show")
def show(
    context: typer.Context,
    collection: Collection,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many products.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """Show a collection and its products in order."""

    async def look(platform: Platform) -> dict[str, Any]:
        ctx = platform.context()
        found = await platform.collections.get(ctx, collection)
        page = await platform.collections.members(ctx, collection, after=after, limit=limit)
        return {"collection": found, "members": page.members, "next": page.next}

    return run_look(context.obj, look, _shown)


@app.command("add")
def add(
    context: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="Its title, in the shop's language.")],
    product: Annotated[list[str] | None, typer.Option("--product", help="A product to begin with; repeatable.")] = None,
) -> int:
    """Add a collection that is filled by hand."""

    async def change(platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import CreateCollection

        ctx = platform.context()
        words = {ctx.locale: {"title": title}}
        made = command(CreateCollection, translations=words, product_ids=tuple(product or ()))
        return await platform.collections.create(ctx, made)

    return run_change(context.obj, change, lambda saved: f"Added: {saved.collection_id}")


@app.command("add-product")
def add_product(
    context: typer.Context,
    collection: Collection,
    products: Products,
    position: Annotated[int | None, typer.Option("--position", min=0, help="In front of this; else the end.")] = None,
    version: Version = None,
) -> int:
    """Put products into a collection; those in it stay where they are."""

    async def change(platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import AddToCollection

        asked = command(
            AddToCollection,
            collection_id=collection,
            base_version=version,
            product_ids=tuple(products),
            position=position,
        )
        return await platform.collections.add(platform.context(), asked)

    return run_change(context.obj, change, _saved)


@app.command("remove-product")
def remove_product(context: typer.Context, collection: Collection, products: Products, version: Version = None) -> int:
    """Take products out of a collection."""

    async def change(platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import RemoveFromCollection

        asked = command(
            RemoveFromCollection, collection_id=collection, base_version=version, product_ids=tuple(products)
        )
        return await platform.collections.remove(platform.context(), asked)

    return run_change(context.obj, change, _saved)


@app.command("delete")
def delete(context: typer.Context, collection: Collection, version: Version = None) -> int:
    """Delete a collection for good; its products stay."""

    async def change(platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import CollectionCommand

        asked = command(CollectionCommand, collection_id=collection, base_version=version)
        return await platform.collections.delete(platform.context(), asked)

    return run_change(context.obj, change, lambda saved: f"Deleted: {saved.collection_id}")


def _rows(rows: Sequence[CollectionRow]) -> str:
    shown = [(row.id, row.title, row.kind, row.count) for row in rows]
    return table(("id", "title", "kind", "products"), shown) or "There are no collections."


def _shown(found: dict[str, Any]) -> str:
    one = plain(found["collection"])
    titles = [(f"title@{locale}", words["title"]) for locale, words in sorted(one["translations"].items())]
    head = pairs([("id", one["id"]), ("kind", one["kind"]), ("version", one["version"]), *titles])
    rows = [(member.product_id, member.title, member.sku, member.status) for member in found["members"]]
    return f"{head}\n\n{table(('id', 'product', 'sku', 'status'), rows) or 'There are no products in it.'}"


def _saved(saved: CollectionSaved) -> str:
    return f"Saved as version {saved.version}." if saved.changed else "It is so already."
