"""One edit over many products: seen before, done to all or none, one step to undo."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.bulk import _ACTS, BulkRow, plan_bulk
from rustok_desktop.commerce.rules import clean_tags
from rustok_desktop.commerce.schemas import BulkChanges, BulkEdit, ProductCommand
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.state_machine import PRODUCT
from tests.integration.commerce.conftest import Shop


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
            shop.ctx, BulkEdit(product_ids=(mug.id, mug.id[:-1] + "0"), changes=BulkChanges(vendor="X"))
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
