"""Status, trash and purge."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict

ACTS = ("publish", "unpublish", "archive", "unarchive", "trash", "restore", "purge")


async def code_of(shop: Any, act: str, product: Any) -> str:
    head = await shop.log.head()
    with pytest.raises(UserError) as caught:
        await shop.act(act, product)
    assert await shop.log.head() == head
    return caught.value.code


async def test_the_way_of_a_product(shop: Any) -> None:
    product = await shop.add()
    steps = ["publish", "unpublish", "publish", "archive", "unarchive", "archive", "trash", "restore"]
    states = []
    for version, act in enumerate(steps, start=2):
        saved = await shop.act(act, product)
        assert saved.version == version
        now = await shop.get(product.id)
        assert now.version == version
        assert now.updated_at > product.updated_at
        states.append((now.status, now.published_at is not None, now.deleted_at is not None))
    assert states == [
        ("active", True, False), ("draft", True, False), ("active", True, False), ("archived", True, False),
        ("draft", True, False), ("archived", True, False), ("archived", True, True), ("archived", True, False),
    ]  # fmt: skip
    assert [event.event_type for event in (await shop.events())[1:]] == [
        "product.published", "product.unpublished", "product.published", "product.archived",
        "product.unarchived", "product.archived", "product.trashed", "product.restored",
    ]  # fmt: skip


async def test_what_the_events_tell(shop: Any) -> None:
    product = await shop.add()
    await shop.act("publish", product)
    published = await shop.get(product.id)
    await shop.act("unpublish", product)
    await shop.act("trash", product)
    trashed = await shop.get(product.id)
    _, first, second, third = await shop.events()
    assert first.data["changes"] == {"status": ["draft", "active"], "published_at": [None, published.published_at]}
    assert second.data["changes"] == {"status": ["active", "draft"]}
    assert third.data["changes"] == {"deleted_at": [None, trashed.deleted_at]}
    assert published.published_at == published.updated_at


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        (
            [],
            {
                "unpublish": "bad_transition",
                "unarchive": "bad_transition",
                "restore": "not_in_trash",
                "purge": "not_in_trash",
            },
        ),
        (["publish"], {"publish": "bad_transition", "trash": "cannot_delete_published", "purge": "not_in_trash"}),
        (["archive"], {"publish": "bad_transition", "archive": "bad_transition"}),
        (["trash"], {"publish": "in_trash", "archive": "in_trash", "trash": "in_trash"}),
    ],
)
async def test_what_is_refused(shop: Any, steps: list[str], wrong: dict[str, str]) -> None:
    product = await shop.add()
    for step in steps:
        await shop.act(step, product)
    before = await shop.get(product.id)
    assert {act: await code_of(shop, act, product) for act in wrong} == wrong
    assert await shop.get(product.id) == before


async def test_somebody_saved_first(shop: Any) -> None:
    product = await shop.add()
    await shop.update(product, vendor="x")
    with pytest.raises(VersionConflict):
        await shop.act("publish", product, base_version=1)
    assert (await shop.act("publish", product, base_version=2)).version == 3


async def test_the_trash_keeps_handle_and_sku(shop: Any) -> None:
    product = await shop.add("Mug", variants=[{"sku": "A"}])
    await shop.act("trash", product)
    with pytest.raises(Invalid) as caught:
        await shop.add(translations={"en": {"title": "New", "handle": "mug"}})
    [problem] = caught.value.fields
    assert (problem.code, problem.params["holder"]) == ("duplicate_handle_trash", "Mug")
    with pytest.raises(Invalid) as caught:
        await shop.add("New", variants=[{"sku": "A"}])
    [problem] = caught.value.fields
    assert (problem.code, problem.params) == ("duplicate_sku_trash", {"sku": "A", "holder": "Mug"})
    assert (await shop.add("Mug")).translations["en"].handle == "mug-2"


async def test_purge_leaves_nothing_but_the_event(shop: Any) -> None:
    kept = await shop.add_sizes("S", title="Kept", images=[{"url": "k"}])
    product = await shop.add_sizes("S", "M", tags=["t"], images=[{"url": "u"}])
    await shop.move(product.variants[0], 3)
    await shop.move(kept.variants[0], 3)
    await shop.act("trash", product)
    last = await shop.get(product.id)
    [event] = await shop.recorded(lambda: shop.act("purge", product))
    assert event.event_type == "product.deleted"
    assert {path: pair[0] for path, pair in event.data["changes"].items()} == fields_of(last, stock=True)
    assert all(pair[1] in (None, []) for pair in event.data["changes"].values())
    with pytest.raises(NotFound):
        await shop.get(product.id)
    for table in (
        "products", "product_translations", "product_options", "product_option_values", "product_variants",
        "prices", "inventory_levels", "inventory_movements", "product_images",
    ):  # fmt: skip
        assert await shop.count(table) == 1, table
    assert (await shop.add_sizes("S", "M")).translations["en"].handle == "shirt"


@pytest.mark.parametrize("act", ACTS)
async def test_there_is_no_such_product(shop: Any, act: str) -> None:
    product = await shop.add()
    await shop.act("trash", product)
    await shop.act("purge", product)
    with pytest.raises(NotFound) as caught:
        await shop.act(act, product)
    assert caught.value.params == {"kind": "product", "id": product.id}
