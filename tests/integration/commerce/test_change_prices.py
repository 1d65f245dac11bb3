"""Many prices changed by one formula: seen before, written as a whole or not at all, in one's own shop only."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import ChangePrices, ProductCommand, SetOwnPrices
from rustok_desktop.commerce.views import PricePreview, PricesChanged, ProductView
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from tests.integration.commerce.conftest import Shop, price


async def add_mug(shop: Shop, title: str = "Mug", *prices: dict[str, Any]) -> ProductView:
    given = prices or (price(3800, 4500, 1140), price(4200, 4900, 1260))
    sizes = [f"S{n}" for n in range(len(given))]
    variants = [{"option_values": [s], "sku": f"{title}-{s}", "prices": [p]} for s, p in zip(sizes, given, strict=True)]
    return await shop.add(title, options=[{"name": "Size", "values": sizes}], variants=variants)


def command(formula: str = "+10 %, round to .99", **fields: Any) -> ChangePrices:
    return ChangePrices(formula=formula, currency_code="USD", **fields)


async def change(shop: Shop, formula: str = "+10 %, round to .99", **fields: Any) -> PricesChanged:
    return await shop.catalog.change_prices(shop.ctx, command(formula, **fields))


async def preview(shop: Shop, formula: str = "+10 %, round to .99", **fields: Any) -> PricePreview:
    return await shop.catalog.preview_prices(shop.ctx, command(formula, **fields))


def amounts(view: ProductView) -> list[tuple[int, int | None, int | None]]:
    return [(p.amount, p.compare_at_amount, p.cost_amount) for v in view.variants for p in v.prices]


async def test_a_formula_changes_all_variants_of_several_products(shop: Shop) -> None:
    mug, bowl, plate = await add_mug(shop), await add_mug(shop, "Bowl"), await add_mug(shop, "Plate")
    done = await change(shop, product_ids=(mug.id, bowl.id))
    assert (done.changed, done.unchanged, done.untouched) == (4, 0, 0)
    assert dict(done.products) == {mug.id: mug.version + 1, bowl.id: bowl.version + 1}
    for changed in (mug, bowl):
        now = await shop.get(changed.id)
        assert amounts(now) == [(4199, 4500, 1140), (4599, 4900, 1260)]
        assert now.version == changed.version + 1
        assert now.updated_at > changed.updated_at
    assert await shop.get(plate.id) == plate


async def test_one_transaction_one_event_per_product_with_its_changes(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl")
    events = await shop.recorded(lambda: change(shop, product_ids=(mug.id,), variant_ids=(bowl.variants[1].id,)))
    assert len({event.txid for event in events}) == 1
    whole = {event.aggregate_id: event.data["changes"] for event in events if event.event_type == "product.updated"}
    assert whole == {
        mug.id: {
            f"variants/{mug.variants[0].id}/price@USD": [3800, 4199],
            f"variants/{mug.variants[1].id}/price@USD": [4200, 4599],
        },
        bowl.id: {f"variants/{bowl.variants[1].id}/price@USD": [4200, 4599]},
    }
    facets = [event.data for event in events if event.event_type == "price.updated"]
    assert {(f["variant_id"], f["old_amount"], f["new_amount"]) for f in facets} == {
        (mug.variants[0].id, 3800, 4199),
        (mug.variants[1].id, 4200, 4599),
        (bowl.variants[1].id, 4200, 4599),
    }
    assert len(events) == 5


async def test_a_cost_is_a_change_of_the_variant(shop: Shop) -> None:
    mug = await add_mug(shop)
    events = await shop.recorded(lambda: change(shop, "+10 %", target="cost", variant_ids=(mug.variants[0].id,)))
    assert [event.event_type for event in events] == ["product.updated", "variant.updated"]
    assert amounts(await shop.get(mug.id))[0] == (3800, 4500, 1254)


async def test_one_wrong_variant_refuses_them_all(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl", price(3800, 3900), price(1000))
    head = await shop.log.head()
    with pytest.raises(Invalid) as caught:
        await change(shop, "+10 %", product_ids=(mug.id, bowl.id))
    assert [(p.path, p.code) for p in caught.value.fields] == [
        (f"variants/{bowl.variants[0].id}/compare_at@USD", "compare_at_below_price")
    ]
    assert [await shop.get(mug.id), await shop.get(bowl.id)] == [mug, bowl]
    assert await shop.log.head() == head
    with pytest.raises(Invalid) as caught:
        await change(shop, "-20", product_ids=(mug.id, bowl.id))
    assert [problem.code for problem in caught.value.fields] == ["negative_amount"]
    assert await shop.get(mug.id) == mug


async def test_the_preview_writes_nothing_and_says_all(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl", price(3800, 3900, 1900), price(1099))
    head = await shop.log.head()
    seen = await preview(shop, product_ids=(mug.id, bowl.id))
    assert (seen.products, seen.changed, seen.unchanged, seen.wrong) == (2, 4, 0, 1)
    assert seen.lines[0].variant_id == bowl.variants[0].id
    assert seen.lines[0].problem is not None
    assert [(line.product_title, line.was, line.becomes) for line in seen.lines[1:]] == [
        ("Mug", 3800, 4199),
        ("Mug", 4200, 4599),
        ("Bowl", 1099, 1199),
    ]
    assert (seen.margin_before, seen.margin_after) == (Decimal("63.3"), Decimal("66.7"))
    assert seen.versions == {mug.id: mug.version, bowl.id: bowl.version}
    assert await shop.log.head() == head
    assert await shop.get(mug.id) == mug


async def test_variants_without_the_amount_are_left_alone(shop: Shop) -> None:
    mug = await add_mug(shop, "Mug", price(3800, None, 1140), price(4200))
    done = await change(shop, "= cost * 2.4", product_ids=(mug.id,))
    assert (done.changed, done.untouched) == (1, 1)
    assert amounts(await shop.get(mug.id)) == [(2736, None, 1140), (4200, None, None)]


async def test_a_price_can_be_set_where_there_was_none(shop: Shop) -> None:
    plain = await shop.add("Plain")
    done = await change(shop, "= 12", product_ids=(plain.id,))
    assert done.changed == 1
    assert amounts(await shop.get(plain.id)) == [(1200, None, None)]
    no_place = await shop.add("Bare")
    assert (await change(shop, "= 5", target="cost", product_ids=(no_place.id,))).untouched == 1


async def test_what_is_taken_out_stays(shop: Shop) -> None:
    mug = await add_mug(shop)
    done = await change(shop, product_ids=(mug.id,), except_variant_ids=(mug.variants[0].id,))
    assert done.changed == 1
    assert amounts(await shop.get(mug.id))[0] == (3800, 4500, 1140)


async def test_a_change_that_changes_nothing_keeps_version_and_log(shop: Shop) -> None:
    mug = await add_mug(shop)
    head = await shop.log.head()
    done = await change(shop, "*1", product_ids=(mug.id,))
    assert (done.products, done.changed, done.unchanged, done.txid) == ((), 0, 2, None)
    assert await shop.log.head() == head
    assert await shop.get(mug.id) == mug


async def test_versions_are_checked_for_every_product(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl")
    seen = await preview(shop, product_ids=(mug.id, bowl.id))
    bowl = await shop.updated(bowl, vendor="Kiln")
    with pytest.raises(VersionConflict) as caught:
        await change(shop, product_ids=(mug.id, bowl.id), base_versions=seen.versions)
    assert caught.value.params["id"] == bowl.id
    assert [await shop.get(mug.id), await shop.get(bowl.id)] == [mug, bowl]


async def test_nothing_in_the_trash_changes_its_price(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl")
    await shop.act("trash", bowl)
    with pytest.raises(UserError) as caught:
        await change(shop, product_ids=(mug.id, bowl.id))
    assert caught.value.code == "in_trash"
    assert await shop.get(mug.id) == mug


async def test_other_shops_are_out_of_reach(shop: Shop, other_shop: Shop) -> None:
    mug = await add_mug(shop)
    for chosen in ({"product_ids": (mug.id,)}, {"variant_ids": (mug.variants[0].id,)}):
        with pytest.raises(NotFound):
            await change(other_shop, **chosen)
        with pytest.raises(NotFound):
            await preview(other_shop, **chosen)
    assert await shop.get(mug.id) == mug


async def test_a_wrong_formula_and_an_empty_choice_are_said(shop: Shop) -> None:
    mug = await add_mug(shop)
    for asking in (preview, change):
        with pytest.raises(Invalid) as caught:
            await asking(shop, "/0", product_ids=(mug.id,))
        assert [(p.path, p.code) for p in caught.value.fields] == [("formula", "formula_divides_by_zero")]
    with pytest.raises(Invalid) as caught:
        await change(shop)
    assert caught.value.fields[0].code == "no_variants_chosen"


@pytest.mark.parametrize("role", [Role.CUSTOMER])
async def test_the_right_to_edit_products_is_asked_first(shop: Shop, role: Role) -> None:
    mug = await add_mug(shop)
    seen = shop.seen_by(role)
    with pytest.raises(Forbidden):
        await change(seen, product_ids=(mug.id,))
    with pytest.raises(Forbidden):
        await preview(seen, product_ids=(mug.id,))


async def test_many_products_pass_through_several_statements(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rustok_desktop.commerce.pricing._CHUNK", 2)
    mugs = [await add_mug(shop, f"Mug {n}") for n in range(5)]
    done = await change(shop, product_ids=tuple(mug.id for mug in mugs), variant_ids=(mugs[0].variants[0].id,))
    assert done.changed == 10


async def test_own_prices_are_set_as_a_whole_or_not_at_all(shop: Shop) -> None:
    mug, bowl = await add_mug(shop), await add_mug(shop, "Bowl")
    small, big, other = mug.variants[0].id, mug.variants[1].id, bowl.variants[0].id

    async def put(*prices: tuple[str, int]) -> PricesChanged:
        rows = [{"variant_id": variant_id, "amount": amount} for variant_id, amount in prices]
        return await shop.catalog.set_own_prices(
            shop.ctx, SetOwnPrices.model_validate({"currency_code": "USD", "prices": rows})
        )

    done = await put((small, 4000), (big, 4200), (other, 3900))
    assert (done.changed, done.unchanged, {product for product, _ in done.products}) == (2, 1, {mug.id, bowl.id})
    assert amounts(await shop.get(mug.id)) == [(4000, 4500, 1140), (4200, 4900, 1260)]
    await shop.catalog.trash(shop.ctx, ProductCommand(product_id=bowl.id))
    before = await shop.get(mug.id)
    wrong = (((small, 1), (small, 2)), ((small, 1), (other, 2)), ((small, 1), (new_id(), 2)), ((big, 1), (small, 4600)))
    for prices in (*wrong, ()):
        with pytest.raises(UserError):
            await put(*prices)
    assert await shop.get(mug.id) == before
