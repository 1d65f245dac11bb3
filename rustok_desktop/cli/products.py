"""``products``: the list as the window filters it, and one edit over all that a search finds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli import bulk_options as options
from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import Progress, plain, table
from rustok_desktop.cli.told_apart import take_back, tell_apart, told_apart
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

_PAGE = 1000

app = typer.Typer(help="Products, many at once.", no_args_is_help=True)
app.command("tell-apart")(tell_apart)
app.command("told-apart")(told_apart)
app.command("take-back")(take_back)

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


@app.command("duplicates")
def duplicates(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many groups.")] = 100,
) -> int:
    """Find products that look alike: the same barcode, nearly the same SKU or title. Nothing is changed."""

    async def look(platform: Platform) -> dict[str, Any]:
        progress = Progress("Looking")
        report = await platform.duplicates.find(platform.context(), progress.report)
        progress.finish()
        groups = [plain(group) for group in report.groups[:limit]]
        return {"groups": groups, "found": len(report.groups), "products": report.products}

    return run_look(context.obj, look, lambda found: _groups(found))


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
    set_vendor: options.SetVendor = None,
    set_type: options.SetType = None,
    set_status: options.SetStatus = None,
    set_tags: options.SetTags = None,
    add_tag: options.AddTag = None,
    remove_tag: options.RemoveTag = None,
    set_weight: options.SetWeight = None,
    price: options.Price = None,
    price_of: options.PriceOf = options.Amount.PRICE,
    add_collection: options.AddCollection = None,
    remove_collection: options.RemoveCollection = None,
    add_category: options.AddCategory = None,
    remove_category: options.RemoveCategory = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> int:
    """Edit all products a search finds: all of them or, if one is refused, none; one undo takes it back."""
    asked = ProductQuery(
        text, status, vendor, product_type, tag, stock, category=category, collection=collection, without=_lack(without)
    )
    given = options.changes_of(context.params)
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
        edit = _edit(platform, changes, await _found(platform, ctx, query))
        lines = [_line(line) for line in (await platform.catalog.preview_bulk(ctx, edit)).lines] if edit else []
        would = sum(1 for line in lines if line["fields"])
        return {"products": lines, "would_change": would, "unchanged": len(lines) - would}

    return run_look(context.obj, look, lambda found: _previewed(found["products"]))


def _apply(context: typer.Context, asked: Asked, changes: dict[str, Any]) -> int:
    async def change(platform: Platform) -> dict[str, int]:
        ctx, query = platform.context(), await asked(platform)
        edit = _edit(platform, changes, await _found(platform, ctx, query))
        if edit is None:
            return {"changed": 0, "unchanged": 0}
        progress = Progress("Editing")
        done = await platform.catalog.edit_many(ctx, edit, progress.report)
        progress.finish()
        return {"changed": len(done.changed), "unchanged": done.unchanged}

    return run_change(context.obj, change, lambda done: f"Changed: {done['changed']}, so already: {done['unchanged']}.")


async def _found(platform: Platform, ctx: Context, query: ProductQuery) -> dict[str, int]:
    """Every product of the search with its version: all are known before the first is changed."""
    return {row_id: version async for row_id, version in _walk(platform, ctx, query)}


async def _walk(platform: Platform, ctx: Context, query: ProductQuery) -> AsyncIterator[tuple[str, int]]:
    after: str | None = None
    while True:
        page = await platform.listing.page(ctx, query, after=after, limit=_PAGE)
        for row in page.rows:
            yield row.product_id, row.version
        after = page.next
        if after is None:
            return


def _edit(platform: Platform, changes: dict[str, Any], found: dict[str, int]) -> BulkEdit | None:
    """The command for all that was found; None for an empty search."""
    from rustok_desktop.commerce.schemas import BulkEdit

    if not found:
        return None
    if "price" in changes:
        changes = changes | {"price": {"currency_code": platform.tenant.currency_code, **changes["price"]}}
    return command(BulkEdit, product_ids=list(found), changes=changes, base_versions=found)


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


def _groups(found: dict[str, Any]) -> str:
    rows = [
        (
            place if number == 0 else "",
            reason["kind"],
            f"{int(reason['nearness'] * 100)}%",
            " ".join(reason["product_ids"]),
        )
        for place, group in enumerate(found["groups"], 1)
        for number, reason in enumerate(group["reasons"])
    ]
    return table(("group", "same", "near", "products"), rows) or "No products look alike."
