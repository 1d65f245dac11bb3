"""``products``: the list as the window filters it, and one edit over all that a search finds."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import Progress, plain, table
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import BulkEdit
    from rustok_desktop.commerce.views import BulkLine
    from rustok_desktop.core.context import Context

_PAGE = 1000

app = typer.Typer(help="Products, many at once.", no_args_is_help=True)


class Becomes(StrEnum):
    """What a bulk edit can make of a product."""

    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


class Amount(StrEnum):
    """What a formula can change."""

    PRICE = "price"
    COMPARE_AT = "compare_at"
    COST = "cost"


_REPEATED = "Its id; repeatable."
Status = Annotated[StatusFilter | None, typer.Option("--status", help="Only those.")]
Stock = Annotated[StockFilter | None, typer.Option("--stock", help="Only those.")]
Vendor = Annotated[str | None, typer.Option("--vendor", help="Only of this vendor.")]
Type = Annotated[str | None, typer.Option("--type", help="Only of this type.")]
Tag = Annotated[str | None, typer.Option("--tag", help="Only with this tag.")]


@app.command("list")
def list_products(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="Words, a SKU or a barcode.")] = "",
    status: Status = None,
    vendor: Vendor = None,
    product_type: Type = None,
    tag: Tag = None,
    stock: Stock = None,
    sort: Annotated[ProductSort, typer.Option("--sort", help="Order, largest or latest first.")] = ProductSort.UPDATED,
    ascending: Annotated[bool, typer.Option("--ascending", help="Smallest or earliest first.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """List products."""
    query = ProductQuery(text, status, vendor, product_type, tag, stock, sort, descending=not ascending)

    async def look(platform: Platform) -> dict[str, Any]:
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
    set_vendor: Annotated[str | None, typer.Option("--set-vendor", help="The vendor; '' empties it.")] = None,
    set_type: Annotated[str | None, typer.Option("--set-type", help="The type; '' empties it.")] = None,
    set_status: Annotated[Becomes | None, typer.Option("--set-status", help="The status.")] = None,
    add_tag: Annotated[list[str] | None, typer.Option("--add-tag", help="A tag to add; repeatable.")] = None,
    remove_tag: Annotated[list[str] | None, typer.Option("--remove-tag", help="A tag to take; repeatable.")] = None,
    set_tags: Annotated[str | None, typer.Option("--set-tags", help="All tags, by commas; '' takes all.")] = None,
    set_weight: Annotated[str | None, typer.Option("--set-weight", help="As 250 g; '' empties it.")] = None,
    price: Annotated[str | None, typer.Option("--price", help="A formula, as '+10 %, round to .99'.")] = None,
    price_of: Annotated[Amount, typer.Option("--price-of", help="What the formula changes.")] = Amount.PRICE,
    add_collection: Annotated[list[str] | None, typer.Option("--add-collection", metavar="ID", help=_REPEATED)] = None,
    remove_collection: Annotated[
        list[str] | None, typer.Option("--remove-collection", metavar="ID", help=_REPEATED)
    ] = None,
    add_category: Annotated[list[str] | None, typer.Option("--add-category", metavar="ID", help=_REPEATED)] = None,
    remove_category: Annotated[
        list[str] | None, typer.Option("--remove-category", metavar="ID", help=_REPEATED)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> int:
    """Edit all products a search finds: all of them or, if one is refused, none; one undo takes it back."""
    query = ProductQuery(text, status, vendor, product_type, tag, stock)
    changes = {
        "vendor": set_vendor,
        "product_type": set_type,
        "status": set_status.value if set_status else None,
        "add_tags": add_tag or None,
        "remove_tags": remove_tag or None,
        "add_collection_ids": add_collection or None,
        "remove_collection_ids": remove_collection or None,
        "add_category_ids": add_category or None,
        "remove_category_ids": remove_category or None,
        "price": {"formula": price, "target": price_of.value} if price else None,
    }
    given = {name: value or None for name, value in changes.items() if value is not None}  # '' empties a field
    if set_tags is not None:
        given["tags"] = [tag.strip() for tag in set_tags.split(",") if tag.strip()]
    if set_weight is not None:
        given |= _weight(set_weight)
    if not given:
        raise Invalid([FieldProblem("changes", "required")])
    return _preview(context, query, given) if dry_run else _apply(context, query, given)


def _weight(text: str) -> dict[str, Any]:
    from rustok_desktop.gui.products.entry import read_weight

    weight, unit, problem = read_weight("weight", text)
    if problem is not None:
        raise Invalid([problem])
    return {"weight_mg": weight, "weight_unit": unit if weight is not None else None}


def _preview(context: typer.Context, query: ProductQuery, changes: dict[str, Any]) -> int:
    async def look(platform: Platform) -> dict[str, Any]:
        ctx = platform.context()
        edit = _edit(platform, changes, await _found(platform, ctx, query))
        lines = [_line(line) for line in (await platform.catalog.preview_bulk(ctx, edit)).lines] if edit else []
        would = sum(1 for line in lines if line["fields"])
        return {"products": lines, "would_change": would, "unchanged": len(lines) - would}

    return run_look(context.obj, look, lambda found: _previewed(found["products"]))


def _apply(context: typer.Context, query: ProductQuery, changes: dict[str, Any]) -> int:
    async def change(platform: Platform) -> dict[str, int]:
        ctx = platform.context()
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
        (place if number == 0 else "", reason["kind"], f"{reason['nearness']:.0%}", " ".join(reason["product_ids"]))
        for place, group in enumerate(found["groups"], 1)
        for number, reason in enumerate(group["reasons"])
    ]
    return table(("group", "same", "near", "products"), rows) or "No products look alike."
