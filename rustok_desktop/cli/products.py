"""``products``: the list as the window filters it, and one edit over all that a search finds."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import Progress, plain, table
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.money import AmountError, parse_amount
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter, Without

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import BulkEdit
    from rustok_desktop.commerce.views import BulkLine
    from rustok_desktop.core.context import Context

    Asked = Callable[[Platform], Awaitable[ProductQuery]]

app = typer.Typer(help="Products, many at once.", no_args_is_help=True)


class Becomes(StrEnum):
    """What a bulk edit can make of a product."""

    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


Status = Annotated[StatusFilter | None, typer.Option("--status", help="Only those.")]
Stock = Annotated[StockFilter | None, typer.Option("--stock", help="Only those.")]
Vendor = Annotated[str | None, typer.Option("--vendor", help="Only of this vendor.")]
Type = Annotated[str | None, typer.Option("--type", help="Only of this type.")]
Tag = Annotated[str | None, typer.Option("--tag", help="Only with this tag.")]
Category = Annotated[
    str | None, typer.Option("--category", metavar="CATEGORY", help="Only in this category or below it, by its id.")
]
Collection = Annotated[
    str | None, typer.Option("--collection", metavar="COLLECTION", help="Only in this collection, by its id.")
]
PriceFrom = Annotated[str | None, typer.Option("--price-from", metavar="AMOUNT", help="Lowest price at least this.")]
PriceTo = Annotated[str | None, typer.Option("--price-to", metavar="AMOUNT", help="Lowest price at most this.")]
Lacking = Annotated[list[Without] | None, typer.Option("--without", help="Only without this; repeatable.")]


@app.command("list")
def list_products(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Words, a SKU or a barcode.")] = "",
    status: Status = None,
    vendor: Vendor = None,
    product_type: Type = None,
    tag: Tag = None,
    stock: Stock = None,
    category: Category = None,
    collection: Collection = None,
    price_from: PriceFrom = None,
    price_to: PriceTo = None,
    without: Lacking = None,
    sort: Annotated[ProductSort, typer.Option("--sort", help="Order, largest or latest first.")] = ProductSort.UPDATED,
    ascending: Annotated[bool, typer.Option("--ascending", help="Smallest or earliest first.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """List products."""
    asked = ProductQuery(
        text,
        status,
        vendor,
        product_type,
        tag,
        stock,
        sort,
        not ascending,
        category,
        collection,
        without=_lack(without),
    )

    async def look(platform: Platform) -> dict[str, Any]:
        query = await _asked(platform, asked, price_from, price_to)
        page = await platform.listing.page(platform.context(), query, after=after, limit=limit)
        return {"products": [row._asdict() for row in page.rows], "next": page.next}

    return run_look(context.obj, look, lambda found: _rows(found["products"]))


@app.command("bulk-edit")
def bulk_edit(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="QUERY", help="What to search for; '' for all.")],
    status: Status = None,
    vendor: Vendor = None,
    product_type: Type = None,
    tag: Tag = None,
    stock: Stock = None,
    category: Category = None,
    collection: Collection = None,
    price_from: PriceFrom = None,
    price_to: PriceTo = None,
    without: Lacking = None,
    set_vendor: Annotated[str | None, typer.Option("--set-vendor", help="The vendor; '' empties it.")] = None,
    set_type: Annotated[str | None, typer.Option("--set-type", help="The type; '' empties it.")] = None,
    set_status: Annotated[Becomes | None, typer.Option("--set-status", help="The status.")] = None,
    add_tag: Annotated[list[str] | None, typer.Option("--add-tag", help="A tag to add; repeatable.")] = None,
    remove_tag: Annotated[list[str] | None, typer.Option("--remove-tag", help="A tag to take; repeatable.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> int:
    """Edit all products a search finds, in pieces; one undo takes all of it back."""
    asked = ProductQuery(
        text, status, vendor, product_type, tag, stock, category=category, collection=collection, without=_lack(without)
    )
    changes = {
        "vendor": set_vendor,
        "product_type": set_type,
        "status": set_status.value if set_status else None,
        "add_tags": add_tag or None,
        "remove_tags": remove_tag or None,
    }
    given = {name: value or None for name, value in changes.items() if value is not None}  # '' empties a field
    if not given:
        raise Invalid([FieldProblem("changes", "required")])
    query = partial(_asked, query=asked, price_from=price_from, price_to=price_to)
    return _preview(context, query, given) if dry_run else _apply(context, query, given)


def _lack(without: list[Without] | None) -> tuple[Without, ...]:
    return tuple(dict.fromkeys(without or ()))


async def _asked(platform: Platform, query: ProductQuery, price_from: str | None, price_to: str | None) -> ProductQuery:
    """The query with its prices; NotFound for a category or collection there is not: that is no empty list."""
    ctx, currency = platform.context(), platform.tenant.currency_code
    if query.category is not None:
        await platform.categories.get(ctx, query.category)
    if query.collection is not None:
        await platform.collections.get(ctx, query.collection)
    low, high = _amount("price_from", price_from, currency), _amount("price_to", price_to, currency)
    return replace(query, price_from=low, price_to=high)


def _amount(path: str, text: str | None, currency: str) -> int | None:
    if text is None:
        return None
    try:
        return parse_amount(text, currency)
    except AmountError as error:
        raise Invalid([FieldProblem(path, error.code, error.params, error.suggestion)]) from error


def _preview(context: typer.Context, asked: Asked, changes: dict[str, Any]) -> int:
    async def look(platform: Platform) -> dict[str, Any]:
        ctx, query = platform.context(), await asked(platform)
        lines: list[dict[str, Any]] = []
        for piece in _pieces(changes, await _found(platform, ctx, query)):
            lines += [_line(line) for line in (await platform.catalog.preview_bulk(ctx, piece)).lines]
        would = sum(1 for line in lines if line["fields"])
        return {"products": lines, "would_change": would, "unchanged": len(lines) - would}

    return run_look(context.obj, look, lambda found: _previewed(found["products"]))


def _apply(context: typer.Context, asked: Asked, changes: dict[str, Any]) -> int:
    async def change(platform: Platform) -> dict[str, int]:
        query = await asked(platform)
        ctx = platform.context()  # one correlation for all pieces: that makes them one step to undo
        found = await _found(platform, ctx, query)
        progress, changed, done = Progress("Editing"), 0, 0
        for piece in _pieces(changes, found):
            changed += len((await platform.catalog.edit_many(ctx, piece)).changed)
            done += len(piece.product_ids)
            progress.report(done, len(found))
        progress.finish()
        return {"changed": changed, "unchanged": len(found) - changed}

    return run_change(context.obj, change, lambda done: f"Changed: {done['changed']}, so already: {done['unchanged']}.")


async def _found(platform: Platform, ctx: Context, query: ProductQuery) -> dict[str, int]:
    """Every product of the search with its version: all are known before the first is changed."""
    return {row_id: version async for row_id, version in _walk(platform, ctx, query)}


async def _walk(platform: Platform, ctx: Context, query: ProductQuery) -> AsyncIterator[tuple[str, int]]:
    after: str | None = None
    while True:
        page = await platform.listing.page(ctx, query, after=after, limit=limits.PRODUCTS_PER_BULK)
        for row in page.rows:
            yield row.product_id, row.version
        after = page.next
        if after is None:
            return


def _pieces(changes: dict[str, Any], found: dict[str, int]) -> list[BulkEdit]:
    from rustok_desktop.commerce.schemas import BulkEdit

    ids, size = list(found), limits.PRODUCTS_PER_BULK
    pieces = [ids[start : start + size] for start in range(0, len(ids), size)]
    return [
        command(BulkEdit, product_ids=piece, changes=changes, base_versions={one: found[one] for one in piece})
        for piece in pieces
    ]


def _line(line: BulkLine) -> dict[str, Any]:
    """One product of the preview: what would differ, and what forbids it."""
    fields = [plain(field) for field in line.fields if field.differs]
    problem = {"code": line.problem.code, "message": line.problem.text()} if line.problem else None
    return {"id": line.product_id, "title": line.title, "version": line.version, "fields": fields, "problem": problem}


def _rows(rows: Sequence[dict[str, Any]]) -> str:
    columns = ("product_id", "title", "sku", "status", "vendor", "on_hand")
    return table(("id", *columns[1:5], "on hand"), [[row[name] for name in columns] for row in rows]) or "No products."


def _previewed(lines: Sequence[dict[str, Any]]) -> str:
    rows: list[tuple[Any, ...]] = []
    for line in lines:
        if line["problem"]:
            rows.append((line["id"], line["title"], "-", "", line["problem"]["message"]))
        rows += [
            (line["id"], line["title"], one["name"], dumps(one["was"]), dumps(one["becomes"])) for one in line["fields"]
        ]
    return table(("id", "product", "field", "was", "becomes"), rows) or "Nothing would change."
