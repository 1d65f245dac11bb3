"""``tags``: what products carry, tidied in all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rustok_desktop.app import Platform
    from rustok_desktop.taxonomy.views import TagSaved, TagView

app = typer.Typer(help="Tags of products.", no_args_is_help=True)

Tag = Annotated[str, typer.Argument(metavar="TAG", help="The tag's id.")]
Version = Annotated[int | None, typer.Option("--version", min=1, help="Refuse when it has changed since this one.")]


@app.command("list")
def list_tags(context: typer.Context) -> int:
    """List all tags, and how many products carry them."""

    async def look(platform: Platform) -> dict[str, Sequence[TagView]]:
        return {"tags": await platform.tags.tags(platform.context())}

    return run_look(context.obj, look, lambda found: _tags(found["tags"]))


@app.command("rename")
def rename(
    context: typer.Context,
    tag: Tag,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The new name.")],
    version: Version = None,
) -> int:
    """Rename a tag in every product that carries it."""

    async def change(platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import RenameTag

        asked = command(RenameTag, tag_id=tag, base_version=version, name=name)
        return await platform.tags.rename(platform.context(), asked)

    return run_change(context.obj, change, _saved)


@app.command("merge")
def merge(
    context: typer.Context,
    tag: Tag,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The id of the tag that stays.")],
    version: Version = None,
) -> int:
    """Turn one tag into another in every product; the first is gone."""

    async def change(platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import MergeTags

        asked = command(MergeTags, tag_id=tag, into_id=into, base_version=version)
        return await platform.tags.merge(platform.context(), asked)

    return run_change(context.obj, change, _saved)


@app.command("translate")
def translate(
    context: typer.Context,
    tag: Tag,
    locale: Annotated[str, typer.Argument(metavar="LOCALE", help="The language.")],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Its word there; none takes it away.")] = None,
    version: Version = None,
) -> int:
    """Say what a tag is called in another language."""

    async def change(platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import TranslateTag

        asked = command(TranslateTag, tag_id=tag, base_version=version, names={locale: name})
        return await platform.tags.translate(platform.context(), asked)

    return run_change(context.obj, change, _saved)


def _tags(tags: Sequence[TagView]) -> str:
    rows = [(tag.id, tag.name, tag.use_count, ", ".join(sorted(tag.names))) for tag in tags]
    return table(("id", "tag", "products", "languages"), rows) or "There are no tags."


def _saved(saved: TagSaved) -> str:
    if saved.txid is None:
        return "It is so already."
    return f"Saved as version {saved.version}; products changed: {saved.products}."
