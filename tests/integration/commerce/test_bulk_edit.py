"""One edit over many products: seen before, done to all or none, one step to undo."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce import bulk_reading
from rustok_desktop.commerce.bulk import _ACTS
from rustok_desktop.commerce.bulk_plan import BulkRow, plan_bulk
from rustok_desktop.commerce.rules import clean_tags
from rustok_desktop.commerce.schemas import BulkChanges, BulkEdit, ProductCommand
from rustok_desktop.commerce.views import BulkField
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.state_machine import PRODUCT
from tests.integration.commerce.conftest import Shop, price


async def _two(shop: Shop) -> tuple[Any, Any]:
    mug = await shop.add_sizes("S", "M", title="Mug", vendor="Old", tags=["blue", "Sale"])
    bowl = await shop.add_sizes("S", title="Bowl", vendor="New", tags=["red"])
    return mug, bowl


def _edit(*products: Any, **changes: Any) -> BulkEdit:
    versions = {product.id: product.version for product in products}
    ids = tuple(product.id for product in products)
    return BulkEdit(product_ids=ids, changes=BulkChanges.model_validate(changes), base_versions=versions)


async def test_the_preview_says_what_differs_and_the_edit_does_just_that(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    changes = {"vendor": "New", "add_tags": ["new", "BLUE"], "remove_tags": ["sale"], "inventory_policy": "continue"}
    command = _edit(mug, bowl, **changes)
    preview = await shop.catalog.preview_bulk(shop.ctx, command)
    told = {line.title: {f.name: (f.was, f.becomes, f.variants) for f in line.fields} for line in preview.lines}
    assert told == {
        "Mug": {
            "vendor": ("Old", "New", -1),
            "tags": (["blue", "Sale"], ["blue", "new"], -1),
            "inventory_policy": ("deny", "continue", 2),
        },
        "Bowl": {"tags": (["red"], ["red", "new", "BLUE"], -1), "inventory_policy": ("deny", "continue", 1)},
    }
    assert await shop.get(mug.id) == mug
    done = await shop.catalog.edit_many(shop.ctx, command)
    assert (done.changed, done.unchanged) == ((mug.id, bowl.id), 0)
    now = await shop.get(mug.id)
    assert (now.vendor, now.tags, now.version) == ("New", ("blue", "new"), mug.version + 1)
    assert {variant.inventory_policy for variant in now.variants} == {"continue"}
    again = await shop.catalog.preview_bulk(shop.ctx, command)
    assert all(line.fields == () for line in again.lines)


async def test_a_status_takes_the_steps_that_lead_to_it(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    archived = await shop.catalog.archive(shop.ctx, ProductCommand(product_id=bowl.id))
    command = BulkEdit(product_ids=(mug.id, bowl.id), changes=BulkChanges(status="active"))
    await shop.catalog.edit_many(shop.ctx, command)
    assert [(await shop.get(p.id)).status for p in (mug, bowl)] == ["active", "active"]
    assert (await shop.get(bowl.id)).version == archived.version + 2


def test_every_way_between_statuses_is_one_the_rules_allow() -> None:
    statuses = ("draft", "active", "archived")
    assert {(a, b) for a in statuses for b in statuses if a != b} == _ACTS.keys()
    for (status, wanted), acts in _ACTS.items():
        for act in acts:
            status = PRODUCT.next_status(status, act)
        assert status == wanted


async def test_all_or_nothing(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    await shop.update(bowl, vendor="Somebody else")
    with pytest.raises(VersionConflict):
        await shop.catalog.edit_many(shop.ctx, _edit(mug, bowl, vendor="X"))
    assert await shop.get(mug.id) == mug
    await shop.catalog.trash(shop.ctx, ProductCommand(product_id=bowl.id))
    preview = await shop.catalog.preview_bulk(shop.ctx, _edit(mug, bowl, vendor="X"))
    assert [line.problem.code if line.problem else None for line in preview.lines] == [None, "in_trash"]
    with pytest.raises(Invalid):
        await shop.catalog.edit_many(
            shop.ctx, BulkEdit(product_ids=(mug.id, bowl.id), changes=BulkChanges(vendor="X"))
        )
    with pytest.raises(NotFound):
        await shop.catalog.edit_many(
            shop.ctx, BulkEdit(product_ids=(mug.id, new_id()), changes=BulkChanges(vendor="X"))
        )
    assert await shop.get(mug.id) == mug


@pytest.mark.parametrize(
    ("ids", "changes", "code"),
    [((), {"vendor": "x"}, "no_products_chosen"), (("x",), {}, "no_changes_chosen")],
)
async def test_nothing_to_do_is_refused(shop: Shop, ids: tuple[str, ...], changes: dict[str, Any], code: str) -> None:
    command = BulkEdit(product_ids=ids, changes=BulkChanges.model_validate(changes))
    for call in (shop.catalog.preview_bulk, shop.catalog.edit_many):
        with pytest.raises(UserError) as refused:
            await call(shop.ctx, command)
        assert refused.value.code == code


async def test_calls_of_one_chain_are_one_group_of_events(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    ctx = shop.ctx.with_new_correlation()
    head = await shop.log.head()
    await shop.catalog.edit_many(ctx, _edit(mug, vendor="X"))
    await shop.catalog.edit_many(ctx, _edit(bowl, vendor="X"))
    events = await shop.events(head)
    assert {event.correlation_id for event in events} == {ctx.correlation_id}
    assert len({event.txid for event in events}) == 2


_TAGS = st.lists(st.sampled_from(["a", "A", "b", "c", " c ", "Ä"]), max_size=5)


@given(_TAGS, _TAGS, _TAGS)
def test_tags_come_and_go_once(known: list[str], add: list[str], remove: list[str]) -> None:
    row = BulkRow("p", 1, "draft", None, None, clean_tags(known), False)
    changes = BulkChanges.model_validate({"add_tags": add, "remove_tags": remove})
    fields, problem = plan_bulk(row, changes)
    assert problem is None
    after = [tag.casefold() for field in fields if field.name == "tags" for tag in field.becomes]
    assert len(after) == len(set(after))
    if fields:
        assert {tag.strip().casefold() for tag in add} <= set(after)
        assert not ({tag.strip().casefold() for tag in remove} - {tag.strip().casefold() for tag in add}) & set(after)


# -- a whole search --------------------------------------------------------------------------------


async def test_a_refusal_in_a_later_piece_leaves_nothing_changed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_reading, "PIECE", 2)
    products = [await shop.add(f"Mug {number}") for number in range(5)]
    await shop.update(products[3], vendor="Somebody else")
    head, heard = await shop.log.head(), []
    command = _edit(*products, vendor="X", add_tags=["new"], status="active")
    with pytest.raises(VersionConflict) as refused:
        await shop.catalog.edit_many(shop.ctx, command, lambda done, total: heard.append((done, total)))
    assert refused.value.params["id"] == products[3].id
    assert heard == [(2, 5)]
    assert [await shop.get(product.id) for product in products[:3]] == products[:3]
    assert await shop.events(head) == []


async def test_it_tells_how_far_it_is_and_is_one_transaction(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_reading, "PIECE", 2)
    products = [await shop.add(f"Mug {number}") for number in range(5)]
    head, heard = await shop.log.head(), []
    done = await shop.catalog.edit_many(
        shop.ctx, _edit(*products, vendor="X"), lambda done, total: heard.append((done, total))
    )
    assert heard == [(2, 5), (4, 5), (5, 5)]
    assert done.changed == tuple(product.id for product in products)
    assert {event.txid for event in await shop.events(head)} == {done.txid}


async def test_stopped_before_the_end_nothing_is_changed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_reading, "PIECE", 1)
    products = [await shop.add(f"Mug {number}") for number in range(4)]
    loop, head = asyncio.get_running_loop(), await shop.log.head()
    go_on, stopping, heard = threading.Event(), asyncio.Event(), []

    def told(done: int, total: int) -> None:
        heard.append(done)
        if done == 2:
            loop.call_soon_threadsafe(stopping.set)
            assert go_on.wait(20)

    editing = asyncio.create_task(shop.catalog.edit_many(shop.ctx, _edit(*products, vendor="X"), told))
    await stopping.wait()
    editing.cancel()
    for _ in range(5):  # the loop's turns until the cancelling has arrived
        await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await editing
    assert heard == [1, 2]
    assert await shop.events(head) == []
    assert [await shop.get(product.id) for product in products] == products


async def test_stopped_too_late_the_answer_is_the_finished_edit(shop: Shop) -> None:
    mug = await shop.add("Mug")
    loop, editing = asyncio.get_running_loop(), []

    def committed() -> None:  # on the writer's thread, before it answers
        loop.call_soon_threadsafe(editing[0].cancel)

    shop.catalog._bus.subscribe_wakeup(committed)
    editing.append(asyncio.create_task(shop.catalog.edit_many(shop.ctx, _edit(mug, vendor="X"))))
    assert (await editing[0]).changed == (mug.id,)
    assert (await shop.get(mug.id)).vendor == "X"


# -- weights, prices, tags, lists ------------------------------------------------------------------


async def test_tags_are_replaced(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    command = _edit(mug, bowl, tags=["red"], add_tags=["new"])
    preview = await shop.catalog.preview_bulk(shop.ctx, command)
    assert [[(f.was, f.becomes) for f in line.fields] for line in preview.lines] == [
        [(["blue", "Sale"], ["red", "new"])],
        [(["red"], ["red", "new"])],
    ]
    await shop.catalog.edit_many(shop.ctx, command)
    assert [(await shop.get(p.id)).tags for p in (mug, bowl)] == [("red", "new")] * 2


async def test_a_weight_for_all_variants_and_none(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    mug = await shop.updated(mug, variants=[{"id": mug.variants[0].id, "weight_mg": 250_000, "weight_unit": "g"}])
    command = _edit(mug, bowl, weight_mg=250_000, weight_unit="g")
    preview = await shop.catalog.preview_bulk(shop.ctx, command)
    assert [line.fields for line in preview.lines] == [
        (BulkField("weight", None, (250_000, "g"), 1),),
        (BulkField("weight", (None, None), (250_000, "g"), 1),),
    ]
    done = await shop.catalog.edit_many(shop.ctx, command)
    assert done.changed == (mug.id, bowl.id)
    weights = [(v.weight_mg, v.weight_unit) for p in (mug, bowl) for v in (await shop.get(p.id)).variants]
    assert weights == [(250_000, "g")] * 3
    again = command.model_copy(update={"base_versions": {}})
    assert (await shop.catalog.edit_many(shop.ctx, again)).unchanged == 2
    await shop.catalog.edit_many(
        shop.ctx, BulkEdit(product_ids=(mug.id,), changes=BulkChanges(weight_mg=None), base_versions={})
    )
    assert {(v.weight_mg, v.weight_unit) for v in (await shop.get(mug.id)).variants} == {(None, None)}


async def test_a_formula_changes_prices_together_with_the_rest(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    first = {"id": mug.variants[0].id, "prices": [price(2000, 2500)]}
    mug = await shop.updated(mug, variants=[first])
    formula = {"formula": "+10 %", "target": "price", "currency_code": "USD"}
    command = _edit(mug, bowl, vendor="New", price=formula)
    preview = await shop.catalog.preview_bulk(shop.ctx, command)
    assert [{f.name: (f.was, f.becomes, f.variants) for f in line.fields} for line in preview.lines] == [
        {"vendor": ("Old", "New", -1), "price": ((1000, 2000, "USD"), (1100, 2200, "USD"), 2)},
        {"price": ((1000, 1000, "USD"), (1100, 1100, "USD"), 1)},
    ]
    done = await shop.catalog.edit_many(shop.ctx, command)
    now = await shop.get(mug.id)
    assert (now.vendor, [v.prices[0].amount for v in now.variants]) == ("New", [2200, 1100])
    assert (await shop.get(bowl.id)).variants[0].prices[0].amount == 1100
    assert done.changed == (mug.id, bowl.id)


async def test_a_price_that_breaks_a_rule_forbids_its_product_and_refuses_the_edit(shop: Shop) -> None:
    mug, bowl = await _two(shop)
    mug = await shop.updated(mug, variants=[{"id": mug.variants[0].id, "prices": [price(1000, 1050)]}])
    formula = {"formula": "+10 %", "target": "price", "currency_code": "USD"}
    command = _edit(bowl, mug, vendor="X", price=formula)
    preview = await shop.catalog.preview_bulk(shop.ctx, command)
    assert [line.problem.code if line.problem else None for line in preview.lines] == [None, "compare_at_below_price"]
    with pytest.raises(Invalid):
        await shop.catalog.edit_many(shop.ctx, command)
    assert await shop.get(bowl.id) == bowl
    wrong = _edit(bowl, price={**formula, "formula": "+ten"})
    with pytest.raises(Invalid) as refused:
        await shop.catalog.preview_bulk(shop.ctx, wrong)
    assert refused.value.fields[0].path == "formula"
