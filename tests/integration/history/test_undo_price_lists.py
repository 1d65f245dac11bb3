"""Price lists undone, redone, restored from the trash and by version."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rustok_desktop.commerce import price_lists_schemas as p
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id

from .everything import Everything

NAMES = st.sampled_from(["Spring", "Wholesale", "Скидки"])
TIMES = st.sampled_from([None, "2026-05-01T00:00:00.000000Z", "2026-06-01T00:00:00.000000Z"])


async def _list(everything: Everything, name: str = "Spring") -> str:
    made = await everything.platform.price_lists.create(everything.ctx, p.CreatePriceList(name=name))
    return str(made.price_list_id)


async def _put(everything: Everything, price_list: str, variant: str, amount: int | None, quantity: int = 1) -> Any:
    key = {"variant_id": variant, "min_quantity": quantity}
    given = {"remove": [key]} if amount is None else {"prices": [{**key, "amount": amount}]}
    command = p.SetListPrices.model_validate({"price_list_id": price_list, **given})
    return await everything.platform.price_lists.set_prices(everything.ctx, command)


async def _variant(everything: Everything, title: str = "Mug") -> str:
    product_id = await everything.product(title)
    return str((await everything.platform.catalog.get_product(everything.ctx, product_id)).variants[0].id)


async def _digest(everything: Everything) -> dict[str, Any]:
    found: dict[str, Any] = {}
    service, ctx = everything.platform.price_lists, everything.ctx
    for row in await service.list(ctx):
        prices = (await service.prices(ctx, row.id)).prices
        amounts = {(one.variant_id, one.min_quantity): one.amount for one in prices}
        found[row.id] = (row.terms, row.description, amounts)
    return found


async def test_steps_are_named(everything: Everything) -> None:
    variant = await _variant(everything)
    spring = await _list(everything)
    step = await everything.step()
    assert (step.kind, step.thing, step.title) == ("create", "price_list", "Spring")
    await _put(everything, spring, variant, 500)
    step = await everything.step()
    assert (step.kind, step.thing, step.fields, step.products) == ("edit", "price_list", ("prices",), 1)
    await everything.platform.price_lists.trash(everything.ctx, p.PriceListCommand(price_list_id=spring))
    step = await everything.step()
    assert (step.kind, step.title) == ("trash", "Spring")


async def test_a_made_list_goes_to_the_trash_and_comes_back_with_everything(everything: Everything) -> None:
    await _list(everything)
    before = await _digest(everything)
    await everything.undo()
    assert await _digest(everything) == {}
    assert [thing.kind for thing in (await everything.platform.trash.list(everything.ctx)).things] == ["price_list"]
    await everything.redo()
    assert await _digest(everything) == before


async def test_a_price_somebody_changed_since_stands_in_the_way(everything: Everything) -> None:
    variant = await _variant(everything)
    spring = await _list(everything)
    await _put(everything, spring, variant, 500)
    other = Everything(everything.shop, everything.shop.platform.context())
    await everything.platform.price_lists.set_prices(
        _somebody(other.ctx),
        p.SetListPrices.model_validate({"price_list_id": spring, "prices": [{"variant_id": variant, "amount": 400}]}),
    )
    with pytest.raises(UserError) as blocked:
        await everything.undo()
    assert blocked.value.code == "undo_blocked"
    assert blocked.value.params["field"] == f"prices/{variant}:1@USD"
    assert next(iter((await _digest(everything)).values()))[2] == {(variant, 1): 400}


def _somebody(ctx: Any) -> Any:
    from dataclasses import replace

    return replace(ctx, actor_id=new_id(), correlation_id=new_id())


async def test_prices_of_a_purged_product_are_left_out(everything: Everything) -> None:
    stays, goes = await _variant(everything, "Stays"), await _variant(everything, "Goes")
    spring = await _list(everything)
    both = [{"variant_id": variant, "amount": 500} for variant in (stays, goes)]
    command = p.SetListPrices.model_validate({"price_list_id": spring, "prices": both})
    await everything.platform.price_lists.set_prices(everything.ctx, command)
    variants = {"price_list_id": spring, "prices": [{**one, "amount": 400} for one in both]}
    await everything.platform.price_lists.set_prices(everything.ctx, p.SetListPrices.model_validate(variants))
    catalog, ctx = everything.platform.catalog, _somebody(everything.ctx)
    for row in (await everything.platform.price_lists.prices(everything.ctx, spring)).prices:
        if row.variant_id == goes:
            await catalog.trash(ctx, ProductCommand(product_id=row.product_id))
            await catalog.purge(ctx, ProductCommand(product_id=row.product_id))
    await everything.undo()
    assert next(iter((await _digest(everything)).values()))[2] == {(stays, 1): 500}


async def test_one_price_and_a_version_are_put_back(everything: Everything) -> None:
    variant = await _variant(everything)
    spring = await _list(everything)
    await _put(everything, spring, variant, 500)
    await _put(everything, spring, variant, 400)
    service = everything.platform.price_lists
    await service.update(everything.ctx, p.UpdatePriceList(price_list_id=spring, name="Summer"))
    history, ctx = everything.platform.history, everything.ctx
    entries = (await history.entries(ctx, "price_list", spring)).entries
    assert [entry.act for entry in entries] == ["updated", "updated", "updated", "created"]
    await history.restore_field(ctx, entries[1].event_id, f"prices/{variant}:1@USD", None)
    ((terms, _, amounts),) = (await _digest(everything)).values()
    assert (terms.name, amounts) == ("Summer", {(variant, 1): 500})
    await history.restore_version(ctx, entries[-1].event_id, None)
    ((terms, _, amounts),) = (await _digest(everything)).values()
    assert (terms.name, amounts) == ("Spring", {})


async def test_the_trash_restores_and_purges(everything: Everything) -> None:
    spring, autumn = await _list(everything), await _list(everything, "Autumn")
    service, trash, ctx = everything.platform.price_lists, everything.platform.trash, everything.ctx
    for one in (spring, autumn):
        await service.trash(ctx, p.PriceListCommand(price_list_id=one))
    assert {thing.name for thing in (await trash.list(ctx)).things} == {"Spring", "Autumn"}
    await trash.restore(ctx, "price_list", spring)
    assert await trash.purge(ctx, "price_list", [autumn]) == 1
    assert [row.name for row in await service.list(ctx)] == ["Spring"]
    await everything.undo()
    assert [thing.name for thing in (await trash.list(ctx)).things] == ["Spring"]


async def test_further_currencies_are_undone(everything: Everything) -> None:
    tenants, ctx = everything.platform.tenants, everything.ctx
    await tenants.set_currencies(ctx, ["EUR"])
    await tenants.set_currencies(ctx, ["KZT", "EUR"])
    step = await everything.step()
    assert (step.thing, step.fields) == ("tenant", ("currencies",))
    await everything.undo()
    assert await tenants.currencies(ctx.tenant_id) == ("EUR",)
    await everything.undo()
    assert await tenants.currencies(ctx.tenant_id) == ()
    await everything.redo()
    assert await tenants.currencies(ctx.tenant_id) == ("EUR",)


async def _something(person: Everything, data: st.DataObject, variants: list[str]) -> None:
    service, ctx = person.platform.price_lists, person.ctx
    rows = await service.list(ctx)
    act = data.draw(st.sampled_from(["create", "edit", "set", "set", "formula", "trash", "restore"]))
    if act == "create" or not rows:
        made = p.CreatePriceList(name=data.draw(NAMES), starts_at=data.draw(TIMES))
        await service.create(ctx, made)
        return
    row = data.draw(st.sampled_from(rows))
    if act == "edit":
        given = {"name": data.draw(NAMES), "priority": data.draw(st.integers(0, 2)), "ends_at": data.draw(TIMES)}
        await service.update(ctx, p.UpdatePriceList.model_validate({"price_list_id": row.id, **given}))
    elif act == "set":
        amount = data.draw(st.one_of(st.none(), st.integers(0, 9)))
        await _put(person, row.id, data.draw(st.sampled_from(variants)), amount, data.draw(st.sampled_from([1, 5])))
    elif act == "formula":
        given = {"price_list_id": row.id, "formula": "= 7", "variant_ids": variants}
        await service.change_prices(ctx, p.FormulaForList.model_validate(given))
    elif act == "trash":
        await service.trash(ctx, p.PriceListCommand(price_list_id=row.id))
    else:
        things = [t for t in (await person.platform.trash.list(ctx)).things if t.kind == "price_list"]
        if things:
            await person.platform.trash.restore(ctx, "price_list", things[0].id)


@settings(
    max_examples=12,
    phases=(Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
async def test_any_sequence_undone_to_the_start_and_redone_to_the_end(
    everything: Everything, data: st.DataObject
) -> None:
    shop = await everything.shop.neighbour(f"shop-{new_id()}", "en")
    person = Everything(shop, shop.ctx)
    variants = [await _variant(person, title) for title in ("A", "B")]
    steps, done = [await person.step()], [await _digest(person)]
    for _ in range(data.draw(st.integers(2, 9))):
        try:
            await _something(person, data, variants)
        except UserError:
            continue
        step = await person.step()
        if step.id != steps[-1].id:
            done.append(await _digest(person))
            steps.append(step)
    ahead = []
    while len(done) > 1:
        await person.undo()
        ahead.append(done.pop())
        assert await _digest(person) == done[-1], steps[len(done)]
    while ahead:
        await person.redo()
        assert await _digest(person) == ahead.pop()
