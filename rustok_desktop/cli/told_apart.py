"""``products tell-apart``, ``told-apart`` and ``take-back``: which products are no duplicates, however alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import plain, table

if TYPE_CHECKING:
    from typing import Any

    from rustok_desktop.app import Platform

_PAGE = 100


def tell_apart(
    context: typer.Context,
    product_ids: Annotated[list[str], typer.Argument(metavar="PRODUCT…", help="Two products or more, by their ids.")],
) -> int:
    """Say that products are different ones: they are not found alike again."""
    return run_change(context.obj, partial(_tell, product_ids), lambda _: "Told apart.")


async def _tell(product_ids: list[str], platform: Platform) -> Any:
    from rustok_desktop.commerce.matching_schemas import TellApart

    asked = command(TellApart, product_ids=product_ids)
    return await platform.duplicates.tell_apart(platform.context(), asked)


def told_apart(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=_PAGE, help="At most so many.")] = _PAGE,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """List what was told apart, the latest first."""

    async def look(platform: Platform) -> dict[str, Any]:
        page = await platform.duplicates.told_apart(platform.context(), after=after, limit=limit)
        return {"told_apart": [plain(row) for row in page.rows], "next": page.next}

    return run_look(context.obj, look, lambda found: _listed(found["told_apart"]))


def take_back(
    context: typer.Context,
    told: Annotated[str, typer.Argument(metavar="ID", help="As `told-apart` lists it.")],
) -> int:
    """Take a saying back: the products may be found alike again."""

    async def change(platform: Platform) -> Any:
        return await platform.duplicates.take_back(platform.context(), told)

    return run_change(context.obj, change, lambda _: "Taken back.")


def _listed(rows: list[dict[str, Any]]) -> str:
    lines = [
        (
            row["id"] if number == 0 else "",
            row["said_at"][:10] if number == 0 else "",
            product["id"],
            product["title"] or "",
        )
        for row in rows
        for number, product in enumerate(row["products"])
    ]
    return table(("id", "said", "product", "title"), lines) or "Nothing was told apart."
