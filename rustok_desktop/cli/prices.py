"""``prices``: price lists, what stands in them, what holds; own prices and the money they are set in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.price_tables import (
    currencies_of,
    list_rows,
    list_with_prices,
    previewed,
    reasons,
    saved_as,
)
from rustok_desktop.cli.price_texts import moment, parse_prices
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.errors import FieldProblem, Invalid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.price_lists_schemas import FormulaForList
    from rustok_desktop.commerce.price_lists_views import (
        ListPricePreview,
        PriceListRow,
        PriceListSaved,
        VariantEffectivePrice,
    )
    from rustok_desktop.core.context import Context

app = typer.Typer(help="Price lists, and which price holds.", no_args_is_help=True)

PriceList = Annotated[str, typer.Argument(metavar="LIST", help="The price list's id.")]
Version = Annotated[int | None, typer.Option("--version", min=1, help="Refuse when it has changed since this one.")]
Prices = Annotated[list[str], typer.Argument(metavar="SKU[@QUANTITY]=PRICE...", help="Prices, like MUG=12.50.")]
Starts = Annotated[
    str | None, typer.Option("--starts", metavar="TIME", help="UTC: 2030-01-31 or with T09:00; '' for none.")
]
Ends = Annotated[
    str | None, typer.Option("--ends", metavar="TIME", help="From then on it no longer holds; '' for none.")
]
Currency = Annotated[str | None, typer.Option("--currency", metavar="CODE", help="The shop's own unless named.")]
Priority = Annotated[int | None, typer.Option("--priority", min=0, help="The higher one wins.")]
Description = Annotated[str | None, typer.Option("--description", help="A note; '' empties it.")]


class Kind(StrEnum):
    """What a list does to a price."""

    SALE = "sale"
    OVERRIDE = "override"


class State(StrEnum):
    """Whether it is to be used."""

    DRAFT = "draft"
    ACTIVE = "active"


@app.command("list")
def list_lists(context: typer.Context) -> int:
    """List all price lists, the highest priority first."""

    async def look(platform: Platform) -> dict[str, Sequence[PriceListRow]]:
        return {"price_lists": await platform.price_lists.list(platform.context())}

    return run_look(context.obj, look, lambda found: list_rows(found["price_lists"]))


@app.command("show")
def show(
    context: typer.Context,
    price_list: PriceList,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many prices.")] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")] = None,
) -> int:
    """Show a price list and its prices."""

    async def look(platform: Platform) -> dict[str, Any]:
        ctx = platform.context()
        found = await platform.price_lists.get(ctx, price_list)
        page = await platform.price_lists.prices(ctx, price_list, after=after, limit=limit)
        return {"price_list": found, "prices": page.prices, "next": page.next}

    return run_look(context.obj, look, list_with_prices)


@app.command("create")
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name.")],
    kind: Annotated[Kind, typer.Option("--type", help="A sale lowers prices, an override replaces them.")] = Kind.SALE,
    status: Annotated[State, typer.Option("--status", help="Prices hold only while it is active.")] = State.DRAFT,
    starts: Starts = None,
    ends: Ends = None,
    priority: Priority = None,
    currency: Currency = None,
    description: Description = None,
) -> int:
    """Make a price list, without prices."""

    async def change(platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import CreatePriceList

        made = command(
            CreatePriceList,
            name=name,
            type=kind.value,
            status=status.value,
            starts_at=moment("starts_at", starts),
            ends_at=moment("ends_at", ends),
            priority=priority,
            currency_code=currency,
            description=description,
        )
        return await platform.price_lists.create(platform.context(), made)

    return run_change(context.obj, change, lambda saved: f"Added: {saved.price_list_id}")


@app.command("update")
def update(
    context: typer.Context,
    price_list: PriceList,
    name: Annotated[str | None, typer.Option("--name", help="Its name.")] = None,
    kind: Annotated[Kind | None, typer.Option("--type", help="sale or override.")] = None,
    status: Annotated[State | None, typer.Option("--status", help="draft or active.")] = None,
    starts: Starts = None,
    ends: Ends = None,
    priority: Priority = None,
    currency: Currency = None,
    description: Description = None,
    version: Version = None,
) -> int:
    """Change a price list's own fields; only those given."""
    given: dict[str, Any] = {
        "name": name,
        "type": kind.value if kind else None,
        "status": status.value if status else None,
        "priority": priority,
        "currency_code": currency,
        "description": description,
    }
    given = {field: value for field, value in given.items() if value is not None}
    given |= {
        field: moment(field, text) for field, text in (("starts_at", starts), ("ends_at", ends)) if text is not None
    }

    async def change(platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import UpdatePriceList

        asked = command(UpdatePriceList, price_list_id=price_list, base_version=version)
        edit = command(UpdatePriceList, **asked.model_dump(exclude_unset=True), **given)
        emptied = {field: None for field, value in given.items() if value is None}
        return await platform.price_lists.update(platform.context(), edit.model_copy(update=emptied))

    return run_change(context.obj, change, saved_as)


@app.command("set")
def set_prices(
    context: typer.Context,
    price_list: PriceList,
    prices: Annotated[
        list[str] | None, typer.Argument(metavar="[SKU[@QUANTITY]=PRICE]...", help="Like MUG@10=9.50.")
    ] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="SKU[@QUANTITY]", help="Repeatable.")] = None,
    version: Version = None,
) -> int:
    """Set and remove prices of a list, all or nothing; @QUANTITY is the least number they hold for."""

    async def change(platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import SetListPrices

        ctx = platform.context()
        listed = await platform.price_lists.get(ctx, price_list)
        typed = parse_prices(prices or (), listed.currency_code)
        gone = parse_prices(remove or (), None)
        ids = await _ids(platform, ctx, [one.sku for one in (*typed, *gone)])
        asked = command(
            SetListPrices,
            price_list_id=price_list,
            base_version=version,
            prices=[
                {"variant_id": ids[one.sku], "min_quantity": one.min_quantity, "amount": one.amount} for one in typed
            ],
            remove=[{"variant_id": ids[one.sku], "min_quantity": one.min_quantity} for one in gone],
        )
        return await platform.price_lists.set_prices(ctx, asked)

    return run_change(context.obj, change, saved_as)


@app.command("formula", context_settings={"ignore_unknown_options": True})  # "-10 %" is none
def formula(
    context: typer.Context,
    price_list: PriceList,
    text: Annotated[str, typer.Argument(metavar="FORMULA", help="From the own price: '-10 %, round to .99'.")],
    sku: Annotated[list[str] | None, typer.Option("--sku", help="A variant; repeatable.")] = None,
    product: Annotated[list[str] | None, typer.Option("--product", help="A product's id; repeatable.")] = None,
    min_quantity: Annotated[int, typer.Option("--min-quantity", min=1, help="From so many on.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    version: Version = None,
) -> int:
    """Work out prices of a list; without --sku and --product those of all that are in it."""

    async def asked(platform: Platform, ctx: Context) -> FormulaForList:
        from rustok_desktop.commerce.price_lists_schemas import FormulaForList

        ids = await _ids(platform, ctx, sku or [])
        return command(
            FormulaForList,
            price_list_id=price_list,
            base_version=version,
            formula=text,
            min_quantity=min_quantity,
            product_ids=tuple(product or ()),
            variant_ids=tuple(ids.values()),
        )

    async def look(platform: Platform) -> ListPricePreview:
        ctx = platform.context()
        return await platform.price_lists.preview_prices(ctx, await asked(platform, ctx), 1000)

    async def change(platform: Platform) -> PriceListSaved:
        ctx = platform.context()
        return await platform.price_lists.change_prices(ctx, await asked(platform, ctx))

    return run_look(context.obj, look, previewed) if dry_run else run_change(context.obj, change, saved_as)


@app.command("effective")
def effective(
    context: typer.Context,
    sku: Annotated[str, typer.Argument(metavar="SKU", help="The variant.")],
    quantity: Annotated[int, typer.Option("--quantity", min=1, help="For so many.")] = 1,
    at: Annotated[str | None, typer.Option("--at", metavar="TIME", help="UTC; now unless given.")] = None,
    currency: Currency = None,
) -> int:
    """Say what a variant costs and why."""
    when = moment("at", at) or utc_now()

    async def look(platform: Platform) -> VariantEffectivePrice:
        ctx = platform.context()
        ids = await _ids(platform, ctx, [sku])
        money = currency or platform.tenant.currency_code
        return await platform.price_lists.effective(ctx, ids[sku], money, quantity, when)

    return run_look(context.obj, look, reasons)


@app.command("base")
def base(context: typer.Context, prices: Prices, currency: Currency = None) -> int:
    """Set variants' own prices in one money, all or nothing; compare-at prices and costs stay."""

    async def change(platform: Platform) -> dict[str, int]:
        from rustok_desktop.commerce.schemas import SetOwnPrices

        ctx = platform.context()
        money = currency or platform.tenant.currency_code
        typed = parse_prices(prices, money, tiers=False)
        ids = await _ids(platform, ctx, [one.sku for one in typed])
        own = [{"variant_id": ids[one.sku], "amount": one.amount} for one in typed]
        asked = command(SetOwnPrices, currency_code=money, prices=own)
        done = await platform.catalog.set_own_prices(ctx, asked)
        return {"changed": done.changed, "unchanged": done.unchanged}

    return run_change(context.obj, change, lambda done: f"Changed: {done['changed']}, so already: {done['unchanged']}.")


@app.command("currencies")
def currencies(
    context: typer.Context,
    add: Annotated[list[str] | None, typer.Option("--add", metavar="CODE", help="Repeatable.")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="CODE", help="Repeatable.")] = None,
) -> int:
    """Say, or change, in which money the shop sets prices besides its main one."""

    def answer(platform: Platform, further: Sequence[str]) -> dict[str, Any]:
        return {"main": platform.tenant.currency_code, "further": list(further)}

    async def look(platform: Platform) -> dict[str, Any]:
        return answer(platform, await platform.tenants.currencies(platform.tenant.id))

    async def change(platform: Platform) -> dict[str, Any]:
        known = await platform.tenants.currencies(platform.tenant.id)
        gone = {code.upper() for code in remove or ()}
        wanted = [code for code in (*known, *(add or ())) if code.upper() not in gone]
        return answer(platform, await platform.tenants.set_currencies(platform.context(), wanted))

    if add or remove:
        return run_change(context.obj, change, currencies_of)
    return run_look(context.obj, look, currencies_of)


@app.command("trash")
def trash(context: typer.Context, price_list: PriceList, version: Version = None) -> int:
    """Put a price list into the trash, with its prices."""
    return _act(context, "trash", price_list, version)


@app.command("restore")
def restore(context: typer.Context, price_list: PriceList, version: Version = None) -> int:
    """Take a price list out of the trash."""
    return _act(context, "restore", price_list, version)


def _act(context: typer.Context, name: str, price_list: str, version: int | None) -> int:
    async def change(platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import PriceListCommand

        asked = command(PriceListCommand, price_list_id=price_list, base_version=version)
        saved: PriceListSaved = await getattr(platform.price_lists, name)(platform.context(), asked)
        return saved

    return run_change(context.obj, change, saved_as)


async def _ids(platform: Platform, ctx: Context, skus: Sequence[str]) -> dict[str, str]:
    """Variants by SKU; Invalid with every SKU that is nobody's."""
    found = await platform.price_lists.variants_by_sku(ctx, tuple(skus))
    missing = [FieldProblem("sku", "unknown_sku", {"value": sku}) for sku in dict.fromkeys(skus) if sku not in found]
    if missing:
        raise Invalid(missing)
    return found
