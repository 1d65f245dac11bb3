"""``nodes``: pages, posts and other content: what there is, and when it is public."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import pairs, plain, table
from rustok_desktop.index.content_schemas import ContentQuery, ContentSort, ContentStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.content.schemas import NodeCommand
    from rustok_desktop.content.views import NodeSaved
    from rustok_desktop.core.context import Context

app = typer.Typer(help="Pages, posts and other content.", no_args_is_help=True)

Node = Annotated[str, typer.Argument(metavar="NODE", help="The node's id.")]
Version = Annotated[int | None, typer.Option("--version", min=1, help="Refuse when it has changed since this one.")]
Moment = Annotated[str | None, typer.Option(metavar="TIME", help="UTC, like 2030-01-31T09:00:00.000000Z.")]


@app.command("list")
def list_nodes(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Words to search for.")] = "",
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="page, post, … or your own.")] = None,
    status: Annotated[ContentStatus | None, typer.Option("--status", help="Only those.")] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only with this tag.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """List nodes, what was changed last first; with words, the best hits first."""
    sort = ContentSort.RELEVANCE if text else ContentSort.UPDATED
    query = ContentQuery(text=text, kind=kind, status=status, tag=tag, sort=sort)

    async def look(platform: Platform) -> dict[str, Any]:
        page = await platform.content_listing.page(platform.context(), query, after=after, limit=limit)
        return {"nodes": [row._asdict() for row in page.rows], "next": page.next}

    return run_look(context.obj, look, lambda found: _rows(found["nodes"]))


@app.command("show")
def show(context: typer.Context, node: Node) -> int:
    """Show a node in all its languages."""

    async def look(platform: Platform) -> dict[str, Any]:
        return dict(plain(await platform.nodes.get_node(platform.context(), node)))

    return run_look(context.obj, look, _shown)


@app.command("publish")
def publish(context: typer.Context, node: Node, version: Version = None) -> int:
    """Make a node public now."""
    return _act(context, node, version, lambda platform: platform.nodes.publish)


@app.command("unpublish")
def unpublish(context: typer.Context, node: Node, version: Version = None) -> int:
    """Take a node back into draft."""
    return _act(context, node, version, lambda platform: platform.nodes.unpublish)


@app.command("trash")
def trash(context: typer.Context, node: Node, version: Version = None) -> int:
    """Put a node in the trash."""
    return _act(context, node, version, lambda platform: platform.nodes.trash)


@app.command("restore")
def restore(context: typer.Context, node: Node, version: Version = None) -> int:
    """Take a node out of the trash."""
    return _act(context, node, version, lambda platform: platform.nodes.restore)


@app.command("schedule")
def schedule(
    context: typer.Context, node: Node, publish: Moment = None, unpublish: Moment = None, version: Version = None
) -> int:
    """Say when a node becomes public and when no longer; without a time, never by the clock."""

    async def change(platform: Platform) -> NodeSaved:
        from rustok_desktop.content.schemas import ScheduleNode

        asked = command(ScheduleNode, node_id=node, base_version=version, publish_at=publish, unpublish_at=unpublish)
        return await platform.nodes.schedule(platform.context(), asked)

    return run_change(context.obj, change, _saved)


def _act(
    context: typer.Context,
    node: str,
    version: int | None,
    chosen: Callable[[Platform], Callable[[Context, NodeCommand], Awaitable[NodeSaved]]],
) -> int:
    async def change(platform: Platform) -> NodeSaved:
        from rustok_desktop.content.schemas import NodeCommand

        asked = command(NodeCommand, node_id=node, base_version=version)
        return await chosen(platform)(platform.context(), asked)

    return run_change(context.obj, change, _saved)


def _rows(rows: Sequence[dict[str, Any]]) -> str:
    columns = ("node_id", "kind", "status", "title", "slug")
    return table(("id", *columns[1:]), [[row[name] for name in columns] for row in rows]) or "No such nodes."


def _shown(node: dict[str, Any]) -> str:
    names = ("id", "kind", "status", "version", "published_at", "publish_at", "unpublish_at", "deleted_at")
    words = [(f"title@{locale}", text["title"]) for locale, text in sorted(node["translations"].items())]
    return pairs([*((name.replace("_", " "), node[name]) for name in names if node[name] is not None), *words])


def _saved(saved: NodeSaved) -> str:
    return f"Saved as version {saved.version}." if saved.changed else "It is so already."
