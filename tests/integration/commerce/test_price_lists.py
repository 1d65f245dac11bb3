"""Price lists as a caller of the service sees them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce import price_lists
from rustok_desktop.commerce import price_lists_schemas as p
from rustok_desktop.commerce.price_lists import PriceListService
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core import limits
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.storage.statements import prepare
from rustok_desktop.testing import TemporaryShop, a_product, an_edit_of, context_of, temporary_shop

NOW = "2026-11-28T10:00:00.000000Z"
MAY, JUNE = "2026-05-01T00:00:00.000000Z", "2026-06-01T00:00:00.000000Z"


@dataclass
class Lists:
    """One caller's price lists."""

    shop: TemporaryShop

    @property
    def service(self) -> PriceListService:
        return self.shop.platform.price_lists

    @property
    def ctx(self) -> Any:
        return self.shop.ctx

    async def make(self, name: str = "Spring", **fields: Any) -> str:
        command = p.CreatePriceList.model_validate({"name": name, "status": "active", **fields})
        return (await self.service.create(self.ctx, command)).price_list_id

    async def put(self, price_list: str, *prices: tuple[str, int] | tuple[str, int, int], **more: Any) -> Any:
        rows = [{"variant_id": v, "amount": a, "min_quantity": q[0] if q else 1} for v, a, *q in prices]
        given = {"price_list_id": price_list, "prices": rows, **more}
        return await self.service.set_prices(self.ctx, p.SetListPrices.model_validate(given))

    async def update(self, price_list: str, **fields: Any) -> Any:
        return await self.service.update(
            self.ctx, p.UpdatePriceList.model_validate({"price_list_id": price_list, **fields})
        )

    async def formula(self, price_list: str, text: str, **fields: Any) -> Any:
        return await self.service.change_prices(self.ctx, _formula(price_list, text, **fields))

    async def act(self, name: str, price_list: str) -> Any:
        return await getattr(self.service, name)(self.ctx, p.PriceListCommand(price_list_id=price_list))

    async def amounts(self, price_list: str) -> dict[tuple[str, int], int]:
        page = await self.service.prices(self.ctx, price_list)
        return {(one.variant_id, one.min_quantity): one.amount for one in page.prices}

    async def costs(self, variant: str, quantity: int = 1, currency: str = "USD", at: str = NOW) -> int | None:
        return (await self.service.effective(self.ctx, variant, currency, quantity, at)).price.amount


def _formula(price_list: str, text: str, **fields: Any) -> p.FormulaForList:
    return p.FormulaForList.model_validate({"price_list_id": price_list, "formula": text, **fields})


@pytest.fixture
async def lists(tmp_path: Path) -> AsyncIterator[Lists]:
    async with temporary_shop(tmp_path / "shop") as shop:
        yield Lists(shop)


async def mug(lists: Lists, title: str = "Mug", amount: int = 1000, **more: Any) -> ProductView:
    return await lists.shop.add(a_product().titled(title).priced(amount, **more))


async def shirt(lists: Lists, *sizes: str) -> ProductView:
    return await lists.shop.add(a_product().titled("Shirt").with_options(Size=list(sizes)).priced(2000, cost=800))


def codes(caught: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    return {problem.path: problem.code for problem in caught.value.fields}


async def test_a_list_with_a_price_decides_what_a_variant_costs(lists: Lists) -> None:
    product = await mug(lists)
    variant = product.variants[0].id
    spring = await lists.make(type="sale", priority=3, starts_at=MAY, ends_at=JUNE)
    await lists.put(spring, (variant, 800), (variant, 700, 10))
    assert await lists.costs(variant) == 1000
    await lists.update(spring, ends_at=None)
    assert await lists.costs(variant) == 800
    assert await lists.costs(variant, 12) == 700
    found = await lists.service.effective(lists.ctx, variant, "USD", 12, NOW)
    assert found.price.offer is not None
    assert (found.price.offer.terms.name, found.price.offer.terms.priority) == ("Spring", 3)
    assert found.price.standing == 1000


async def test_every_field_is_kept_and_told(lists: Lists) -> None:
    spring = await lists.make("  Spring ", description="For regulars", priority=7, starts_at=MAY, ends_at=JUNE)
    row = await lists.service.get(lists.ctx, spring)
    assert (row.name, row.description, row.type, row.status, row.currency_code) == (
        "Spring", "For regulars", "sale", "active", "USD",
    )  # fmt: skip
    assert (row.priority, row.starts_at, row.ends_at, row.version, row.count) == (7, MAY, JUNE, 1, 0)
    (event,) = lists.shop.events.of_type("price_list.created")
    assert event.data["changes"]["ends_at"] == [None, JUNE]
    saved = await lists.update(spring, base_version=1, name="Summer", description=None, ends_at=None, status="draft")
    assert (saved.version, saved.changed) == (2, ("name", "description", "status", "ends_at"))
    (event,) = lists.shop.events.of_type("price_list.updated")
    assert event.data["changes"] == {
        "name": ["Spring", "Summer"],
        "description": ["For regulars", None],
        "status": ["active", "draft"],
        "ends_at": [JUNE, None],
    }


async def test_a_save_that_changes_nothing_records_nothing(lists: Lists) -> None:
    spring = await lists.make()
    variant = (await mug(lists)).variants[0].id
    await lists.put(spring, (variant, 800))
    lists.shop.events.clear()
    assert (await lists.update(spring, name="Spring")).changed == ()
    assert (await lists.put(spring, (variant, 800))).txid is None
    removed = await lists.put(spring, remove=[{"variant_id": variant, "min_quantity": 5}])
    assert (removed.changed, removed.version) == ((), 2)
    assert lists.shop.events.types == []


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"starts_at": JUNE, "ends_at": MAY}, {"ends_at": "end_before_start"}),
        ({"starts_at": JUNE, "ends_at": JUNE}, {"ends_at": "end_before_start"}),
        ({"starts_at": "soon"}, {"starts_at": "bad_time"}),
        ({"currency_code": "EUR"}, {"currency_code": "currency_not_enabled"}),
    ],
)
async def test_what_a_list_may_not_be(lists: Lists, fields: dict[str, Any], wrong: dict[str, str]) -> None:
    with pytest.raises(Invalid) as caught:
        await lists.make(**fields)
    assert codes(caught) == wrong
    spring = await lists.make()
    with pytest.raises(Invalid) as caught:
        await lists.update(spring, **fields)
    assert codes(caught) == wrong
    with pytest.raises(Invalid) as caught:
        await lists.update(spring, name=None)
    assert codes(caught) == {"name": "required"}


async def test_prices_are_set_all_or_none(lists: Lists) -> None:
    product, other = await shirt(lists, "S", "M"), await mug(lists)
    small, medium = (variant.id for variant in product.variants)
    spring = await lists.make()
    await lists.put(spring, (small, 1500), (medium, 1500))
    neighbour = await lists.shop.neighbour()
    foreign = (await neighbour.add(a_product().priced(5))).variants[0].id
    with pytest.raises(Invalid) as caught:
        await lists.put(spring, (small, 1), (foreign, 1), (other.variants[0].id, 1), (other.variants[0].id, 2))
    assert codes(caught) == {
        f"prices/{foreign}:1@USD": "unknown_priced_variant",
        f"prices/{other.variants[0].id}:1@USD": "price_given_twice",
    }
    assert await lists.amounts(spring) == {(small, 1): 1500, (medium, 1): 1500}
    saved = await lists.put(spring, (small, 1400), remove=[{"variant_id": medium}])
    assert (saved.prices, saved.version) == (2, 3)
    assert await lists.amounts(spring) == {(small, 1): 1400}
    (event,) = lists.shop.events.of_type("price_list.updated")[-1:]
    assert event.data["changes"] == {f"prices/{small}:1@USD": [1500, 1400], f"prices/{medium}:1@USD": [1500, None]}


async def test_a_stale_version_and_a_trashed_list_are_refused(lists: Lists) -> None:
    variant = (await mug(lists)).variants[0].id
    spring = await lists.make()
    await lists.put(spring, (variant, 800), base_version=1)
    with pytest.raises(VersionConflict):
        await lists.put(spring, (variant, 700), base_version=1)
    with pytest.raises(UserError, match="trash"):
        await lists.act("restore", spring)
    await lists.act("trash", spring)
    for refused in (lists.put(spring, (variant, 700)), lists.update(spring, name="x"), lists.formula(spring, "-1")):
        with pytest.raises(UserError) as caught:
            await refused
        assert caught.value.code == "in_trash"
    with pytest.raises(UserError) as caught:
        await lists.service.preview_prices(lists.ctx, _formula(spring, "-1"))
    assert caught.value.code == "in_trash"
    assert await lists.service.list(lists.ctx) == ()
    assert await lists.costs(variant) == 1000
    await lists.act("restore", spring)
    assert await lists.costs(variant) == 800
    await lists.act("trash", spring)
    await lists.act("purge", spring)
    with pytest.raises(NotFound):
        await lists.service.get(lists.ctx, spring)
    rows = await lists.shop.platform.database.reader.all(prepare("SELECT count(*) FROM price_list_prices"))
    assert rows == [(0,)]


async def test_a_formula_takes_the_own_prices(lists: Lists) -> None:
    one, two = await mug(lists, "One", 1000, cost=400), await mug(lists, "Two", 2550, cost=1000)
    three = await lists.shop.add(a_product().titled("Unpriced"))
    spring = await lists.make()
    given = {"product_ids": [one.id, two.id, three.id]}
    seen = await lists.service.preview_prices(lists.ctx, _formula(spring, "-10 %, round to .99", **given))
    assert (seen.added, seen.changed, seen.untouched, seen.wrong, seen.version) == (2, 0, 1, 0, 1)
    assert {line.product_title: (line.base, line.was, line.becomes) for line in seen.lines} == {
        "One": (1000, None, 899), "Two": (2550, None, 2299),
    }  # fmt: skip
    assert await lists.amounts(spring) == {}
    saved = await lists.formula(spring, "-10 %, round to .99", base_version=seen.version, **given)
    assert saved.prices == 2
    first, second = one.variants[0].id, two.variants[0].id
    assert await lists.amounts(spring) == {(first, 1): 899, (second, 1): 2299}
    await lists.formula(spring, "-10 %", min_quantity=10, variant_ids=[first])
    await lists.formula(spring, "= cost * 2")
    assert await lists.amounts(spring) == {(first, 1): 800, (first, 10): 900, (second, 1): 2000}
    again = await lists.service.preview_prices(lists.ctx, _formula(spring, "= cost * 2"))
    assert (again.changed, again.unchanged, again.margin_after) == (0, 2, again.margin_before)


async def test_one_impossible_price_refuses_a_whole_formula(lists: Lists) -> None:
    cheap, dear = await mug(lists, "Cheap", 100), await mug(lists, "Dear", 1000)
    spring = await lists.make()
    given = {"product_ids": [cheap.id, dear.id]}
    seen = await lists.service.preview_prices(lists.ctx, _formula(spring, "-5", **given), lines=1)
    assert seen.wrong == 1
    assert [line.problem.code for line in seen.lines if line.problem] == ["negative_amount"]
    with pytest.raises(Invalid) as caught:
        await lists.formula(spring, "-5", **given)
    assert codes(caught) == {f"prices/{cheap.variants[0].id}:1@USD": "negative_amount"}
    assert await lists.amounts(spring) == {}
    saved = await lists.formula(spring, "-5", except_variant_ids=[cheap.variants[0].id], **given)
    assert saved.prices == 1
    for text, problem in (("+", "formula_ends_early"), ("= none", "formula_price_needed")):
        with pytest.raises(Invalid) as caught:
            await lists.formula(spring, text, **given)
        assert codes(caught) == {"formula": problem}
    empty = await lists.make("Empty")
    with pytest.raises(Invalid) as caught:
        await lists.formula(empty, "-1")
    assert codes(caught) == {"variant_ids": "nothing_to_price"}
    await lists.shop.catalog.trash(lists.ctx, ProductCommand(product_id=dear.id))
    with pytest.raises(UserError) as refused:
        await lists.formula(spring, "-5", **given)
    assert refused.value.code == "in_trash"


async def test_prices_come_page_by_page(lists: Lists) -> None:
    product = await shirt(lists, "S", "M", "L")
    spring = await lists.make()
    rows = [(variant.id, 1000 + n, quantity) for n, variant in enumerate(product.variants) for quantity in (1, 5)]
    await lists.put(spring, *rows)
    seen, after = [], None
    while True:
        page = await lists.service.prices(lists.ctx, spring, after=after, limit=4)
        seen += [(one.variant_id, one.amount, one.min_quantity) for one in page.prices]
        assert len(page.prices) <= 4
        after = page.next
        if after is None:
            break
    assert seen == sorted(rows, key=lambda row: (row[0], row[2]))
    (one, *_) = (await lists.service.prices(lists.ctx, spring)).prices
    assert (one.product_title, one.variant_title, one.base_amount, one.cost_amount) == ("Shirt", "S", 2000, 800)


async def test_prices_are_found_by_words_page_by_page(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(price_lists, "SEARCHED", 2)
    kinds = [(await shirt(lists, "S", "M", "L")), *[await mug(lists, title) for title in ("Кружка", "Mug", "MUG tall")]]
    spring = await lists.make()
    await lists.put(spring, *((variant.id, 500) for product in kinds for variant in product.variants))

    async def found(text: str, limit: int = 50) -> list[str]:
        seen, after = [], None
        while True:
            page = await lists.service.prices(lists.ctx, spring, after=after, limit=limit, text=text)
            assert len(page.prices) <= limit
            seen += [f"{one.product_title} {one.variant_title}" for one in page.prices]
            after = page.next
            if after is None:
                return seen

    for limit in (1, 2, 50):
        assert await found("mug", limit) == ["Mug Default", "MUG tall Default"]
    assert await found("КРУЖ") == ["Кружка Default"]
    assert await found("l shirt") == ["Shirt L"]
    assert await found("tall shirt") == []
    assert len(await found(" ", 4)) == 6


async def test_limits_hold(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    product = await shirt(lists, "S", "M")
    small, medium = (variant.id for variant in product.variants)
    spring = await lists.make()
    monkeypatch.setattr(limits, "PRICE_LIST_TIERS", 2)
    await lists.put(spring, (small, 9), (small, 8, 10))
    with pytest.raises(Invalid) as caught:
        await lists.put(spring, (small, 7, 20))
    assert codes(caught) == {f"prices/{small}:20@USD": "too_many_tiers"}
    await lists.put(spring, (small, 7, 20), remove=[{"variant_id": small, "min_quantity": 10}])
    monkeypatch.setattr(limits, "PRICE_LIST_PRICES", 2)
    with pytest.raises(UserError) as refused:
        await lists.put(spring, (medium, 9))
    assert refused.value.code == "too_many_list_prices"
    await lists.put(spring, (medium, 9), remove=[{"variant_id": small, "min_quantity": 20}])
    monkeypatch.setattr(limits, "PRICE_LISTS_PER_SHOP", 1)
    with pytest.raises(UserError) as refused:
        await lists.make("Another")
    assert refused.value.code == "too_many_price_lists"


async def test_a_variant_that_goes_and_comes_back_finds_its_price(lists: Lists) -> None:
    product = await shirt(lists, "S", "M")
    small, medium = (variant.id for variant in product.variants)
    spring = await lists.make()
    await lists.put(spring, (small, 1500), (medium, 1600))
    edit = an_edit_of(product).having(remove_variants=(medium,)).build()
    await lists.shop.catalog.update_product(lists.ctx, edit)
    assert await lists.amounts(spring) == {(small, 1): 1500}
    await lists.shop.platform.history.undo(lists.ctx)
    assert await lists.amounts(spring) == {(small, 1): 1500, (medium, 1): 1600}


async def test_products_in_the_trash_are_not_shown_and_purged_ones_are_gone(lists: Lists) -> None:
    product, other = await mug(lists), await mug(lists, "Bowl")
    spring = await lists.make()
    await lists.put(spring, (product.variants[0].id, 1), (other.variants[0].id, 2))
    await lists.shop.catalog.trash(lists.ctx, ProductCommand(product_id=product.id))
    assert await lists.amounts(spring) == {(other.variants[0].id, 1): 2}
    with pytest.raises(Invalid):
        await lists.put(spring, (product.variants[0].id, 3))
    await lists.shop.catalog.purge(lists.ctx, ProductCommand(product_id=product.id))
    assert (await lists.service.get(lists.ctx, spring)).count == 1


async def test_several_currencies(lists: Lists) -> None:
    tenants, tenant = lists.shop.platform.tenants, lists.ctx.tenant_id
    product = await lists.shop.add(a_product().priced(1000).priced(900, "EUR").priced(460000, "KZT"))
    variant = product.variants[0].id
    assert await tenants.currencies(tenant) == ()
    assert await tenants.set_currencies(lists.ctx, ["eur ", "KZT", "USD", "EUR"]) == ("EUR", "KZT")
    (event,) = lists.shop.events.of_type("tenant.updated")
    assert event.data["changes"] == {"currencies": [[], ["EUR", "KZT"]]}
    euros = await lists.make("Euros", currency_code="EUR", type="override")
    await lists.put(euros, (variant, 850))
    assert await lists.costs(variant, currency="EUR") == 850
    assert await lists.costs(variant) == 1000
    with pytest.raises(Invalid) as caught:
        await lists.update(euros, currency_code="USD")
    assert codes(caught) == {"currency_code": "list_has_prices"}
    shown = await lists.service.of_product(lists.ctx, product.id, "EUR", NOW)
    assert shown.currencies == ("EUR", "KZT", "USD")
    (row,) = shown.variants
    assert (row.amount, [one.amount for one in row.listed]) == (900, [850])
    assert [(step.from_quantity, step.price.amount) for step in row.steps] == [(1, 850)]
    empty = await lists.make("Empty", currency_code="KZT")
    assert (await lists.update(empty, currency_code="EUR")).changed == ("currency_code",)
    await tenants.set_currencies(lists.ctx, [])
    assert (await lists.service.of_product(lists.ctx, product.id, "EUR", NOW)).currencies == ("EUR", "KZT", "USD")
    with pytest.raises(Invalid) as caught:
        await lists.make("More euros", currency_code="EUR")
    assert codes(caught) == {"currency_code": "currency_not_enabled"}
    for wrong, code in ((["EURO"], "bad_currency"), ([f"A{a}{b}" for a in "ABCDE" for b in "ABCDE"], None)):
        with pytest.raises(Invalid) as caught:
            await tenants.set_currencies(lists.ctx, wrong)
        assert codes(caught) == {"currencies": code or "too_many_currencies"}


async def test_lists_stand_by_priority_and_name(lists: Lists) -> None:
    for name, priority in (("Winter", 0), ("autumn", 0), ("Regulars", 5)):
        await lists.make(name, priority=priority)
    assert [row.name for row in await lists.service.list(lists.ctx)] == ["Regulars", "autumn", "Winter"]


async def test_managers_may_edit_and_not_purge_and_customers_nothing(lists: Lists) -> None:
    manager = Lists(lists.shop.seen_by(context_of(lists.shop, Role.MANAGER)))
    spring = await manager.make()
    await manager.put(spring, ((await mug(lists)).variants[0].id, 5))
    await manager.act("trash", spring)
    with pytest.raises(Forbidden):
        await manager.act("purge", spring)
    customer = replace(lists, shop=lists.shop.seen_by(context_of(lists.shop, Role.CUSTOMER)))
    with pytest.raises(Forbidden):
        await customer.service.list(customer.ctx)
