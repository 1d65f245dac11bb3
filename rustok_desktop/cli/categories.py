"""``categories``: the tree, and changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import table
from rustok_desktop.core.errors import FieldProblem, Invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rustok_desktop.app import Platform
    from rustok_desktop.taxonomy.views import CategoryNode, CategorySaved, CategoryView, DeletedCategory

app = typer.Typer(help="The tree of categories.", no_args_is_help=True)

Category = Annotated[str, typer.Argument(metavar="CATEGORY", help="The category's id.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Its name.")]
Locale = Annotated[str | None, typer.Option("--locale", metavar="LOCALE", help="Language; else the shop's.")]
Place = Annotated[int | None, typer.Option("--index", min=0, help="Place among its siblings from 0; else the last.")]
Parent = Annotated[str | None, typer.Option("--parent", metavar="CATEGORY", help="Below this one; else at the top.")]
Version = Annotated[int | None, typer.Option("--version", min=1, help="Refuse when it has changed since this one.")]


@app.command("list")
def list_categories(
    context: typer.Context,
    locale: Annotated[str | None, typer.Option("--locale", metavar="LOCALE", help="Names in this language.")] = None,
) -> int:
    """List all categories, each before those below it."""

    async def look(platform: Platform) -> dict[str, Sequence[CategoryNode]]:
        return {"categories": await platform.categories.tree(platform.context(locale))}

    return run_look(context.obj, look, lambda found: _tree(found["categories"]))


@app.command("add")
def add(context: typer.Context, name: Name, parent: Parent = None, index: Place = None, locale: Locale = None) -> int:
    """Add a category."""

    async def change(platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import CreateCategory

        ctx = platform.context()
        words = {locale or ctx.locale: {"name": name}}
        made = command(CreateCategory, parent_id=parent, index=index, translations=words)
        return await platform.categories.create(ctx, made)

    return run_change(context.obj, change, lambda saved: f"Added: {saved.category_id}")


@app.command("rename")
def rename(
    context: typer.Context, category: Category, name: Name, locale: Locale = None, version: Version = None
) -> int:
    """Rename a category in one language."""

    async def change(platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import UpdateCategory

        ctx = platform.context()
        words = {locale or ctx.locale: {"name": name}}
        asked = command(UpdateCategory, category_id=category, base_version=version, translations=words)
        return await platform.categories.update(ctx, asked)

    return run_change(context.obj, change, _saved)


@app.command("move")
def move(
    context: typer.Context,
    category: Category,
    parent: Annotated[str | None, typer.Option("--parent", metavar="CATEGORY", help="Below this one.")] = None,
    top: Annotated[bool, typer.Option("--top", help="To the top.")] = False,
    index: Place = None,
    version: Version = None,
) -> int:
    """Move a category, with all below it: below another one, or to the top."""
    if (parent is None) is not top:
        raise Invalid([FieldProblem("parent_id", "parent_or_top")])

    async def change(platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import MoveCategory

        asked = command(MoveCategory, category_id=category, base_version=version, parent_id=parent, index=index)
        return await platform.categories.move(platform.context(), asked)

    return run_change(context.obj, change, _saved)


@app.command("trash")
@app.command("delete", hidden=True)
def trash(
    context: typer.Context,
    category: Category,
    lift: Annotated[bool, typer.Option("--lift-children", help="Those below take its place.")] = False,
    version: Version = None,
) -> int:
    """Move a category to the trash; its products stay."""

    async def change(platform: Platform) -> DeletedCategory:
        from rustok_desktop.taxonomy.schemas import DeleteCategory

        asked = command(DeleteCategory, category_id=category, base_version=version, lift_children=lift)
        return await platform.categories.delete(platform.context(), asked)

    return run_change(context.obj, change, lambda gone: f"In the trash: {gone.category_id}")


@app.command("restore")
def restore(context: typer.Context, category: Category) -> int:
    """Bring a category back from the trash, with its words and products, where it stood."""

    async def change(platform: Platform) -> CategoryView:
        ctx = platform.context()
        await platform.trash.restore(ctx, "category", category)
        return await platform.categories.get(ctx, category)

    return run_change(context.obj, change, lambda back: f"Restored: {back.node.path}")


def _tree(nodes: Sequence[CategoryNode]) -> str:
    rows = [(node.id, node.path, node.own, node.total) for node in nodes]
    return table(("id", "category", "products", "with below"), rows) or "There are no categories."


def _saved(saved: CategorySaved) -> str:
    return f"Saved as version {saved.version}." if saved.changed else "It is so already."
