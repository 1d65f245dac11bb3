"""``media``: the shop's pictures, where they are used, and cleaning up."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import run_change, run_look
from rustok_desktop.cli.output import DONE, DONE_WITH_REJECTS, Answer, Progress, pairs, plain, table
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.media.views import CleanedUp, MediaRow, MediaUse, Unused

app = typer.Typer(help="Pictures.", no_args_is_help=True)


class Which(StrEnum):
    """Which pictures to list."""

    ANY = "any"
    USED = "used"
    UNUSED = "unused"


Medium = Annotated[str, typer.Argument(metavar="PICTURE", help="The picture's id.")]


@app.command("list")
def list_media(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Part of a name, title or description.")] = "",
    use: Annotated[Which, typer.Option("--use", help="Only those something uses, or nothing.")] = Which.ANY,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """List pictures, the newest first."""

    async def look(platform: Platform) -> dict[str, Any]:
        from rustok_desktop.media.views import MediaQuery

        query = MediaQuery(text, use.value)
        page = await platform.media.page(platform.context(), query, after=after, limit=limit)
        return {"media": page.rows, "next": page.next}

    return run_look(context.obj, look, lambda found: _rows(found["media"]))


@app.command("add")
def add(context: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Images.")]) -> int:
    """Take pictures in, one after the other. One that is refused does not keep out the others; the code is then 1."""

    async def work(platform: Platform) -> Answer:
        ctx = platform.context()
        added: list[dict[str, Any]] = []
        refused: list[dict[str, Any]] = []
        for path in files:
            try:
                added.append({"file": path, **plain(await platform.media.upload(ctx, path))})
            except AppError as error:
                refused.append({"file": path, "code": error.code, "message": error.text()})
        await catch_up(platform)
        answer = {"media": added, "refused": refused}
        return Answer(answer, lambda: _added(added, refused), DONE_WITH_REJECTS if refused else DONE)

    return run_on_platform(context.obj, work, read_only=False)


@app.command("show")
def show(context: typer.Context, picture: Medium) -> int:
    """Show a picture's facts and words."""

    async def look(platform: Platform) -> dict[str, Any]:
        return dict(plain(await platform.media.get(platform.context(), picture)))

    return run_look(context.obj, look, _shown)


@app.command("where-used")
def where_used(context: typer.Context, picture: Medium) -> int:
    """List what shows a picture."""

    async def look(platform: Platform) -> dict[str, Sequence[MediaUse]]:
        ctx = platform.context()
        await platform.media.get(ctx, picture)
        return {"uses": await platform.media.usage(ctx, picture)}

    return run_look(context.obj, look, lambda found: _uses(found["uses"]))


@app.command("clean")
def clean(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
) -> int:
    """Remove pictures nothing uses and files that belong to none; recent ones stay."""

    async def look(platform: Platform) -> Unused:
        return await platform.media.unused(platform.context())

    async def change(platform: Platform) -> CleanedUp:
        ctx = platform.context()
        told = await platform.media.unused(ctx)
        progress = Progress("Cleaning")
        done = await platform.media.clean_up(ctx, told, lambda count: progress.report(count, len(told.ids)))
        progress.finish()
        return done

    if dry_run:
        return run_look(
            context.obj,
            look,
            lambda told: (
                f"Would remove: pictures {len(told.ids)}, files {told.stray_files}, "
                f"bytes {told.size + told.stray_size}."
            ),
        )
    return run_change(
        context.obj, change, lambda done: f"Removed: pictures {done.pictures}, files {done.files}, bytes {done.size}."
    )


def _rows(rows: Sequence[MediaRow]) -> str:
    shown = [(row.id, row.filename, f"{row.width} x {row.height}", row.size, row.uses) for row in rows]
    return table(("id", "name", "pixels", "bytes", "uses"), shown) or "No such pictures."


def _added(added: Sequence[dict[str, Any]], refused: Sequence[dict[str, Any]]) -> str:
    rows = [(one["media_id"], one["file"].name, "new" if one["created"] else "known") for one in added]
    rows += [("", one["file"].name, f"refused: {one['message']}") for one in refused]
    return table(("id", "file", ""), rows)


def _shown(one: dict[str, Any]) -> str:
    names = ("id", "version", "filename", "mime_type", "size", "width", "height", "created_at")
    words = [(f"alt_text@{locale}", text["alt_text"]) for locale, text in sorted(one["translations"].items())]
    return pairs([*((name.replace("_", " "), one[name]) for name in names), *words])


def _uses(uses: Sequence[MediaUse]) -> str:
    rows = [(use.kind, use.id, use.title, "in the trash" if use.in_trash else "") for use in uses]
    return table(("kind", "id", "title", ""), rows) or "Nothing uses it."
