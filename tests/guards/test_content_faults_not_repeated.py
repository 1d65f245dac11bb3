"""What went wrong in RusToK and must not here, for posts, pages and whatever else is written; the same numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from rustok_desktop.content import schemas as c
from rustok_desktop.content.kinds import RESOURCES, WRITTEN
from rustok_desktop.content.views import NodeView
from rustok_desktop.core import limits
from rustok_desktop.core.errors import Invalid
from rustok_desktop.core.permissions import Resource
from rustok_desktop.index.content_schemas import ContentQuery
from rustok_desktop.storage.schema import metadata
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork
from rustok_desktop.testing import (
    NodeBuilder,
    TemporaryShop,
    a_node,
    assert_event,
    assert_forbidden,
    assert_refused,
    assert_unchanged,
    customer_context,
    indexed,
    manager_context,
)


async def _add(shop: TemporaryShop, node: NodeBuilder) -> NodeView:
    saved = await shop.platform.nodes.create_node(shop.ctx, node.build())
    return await shop.platform.nodes.get_node(shop.ctx, saved.node_id)


async def _update(shop: TemporaryShop, node: NodeView, locale: str = "en", **words: Any) -> NodeView:
    given = {"node_id": node.id, "base_version": node.version, "translations": {locale: words}}
    await shop.platform.nodes.update_node(shop.ctx, c.UpdateNode.model_validate(given))
    return await shop.platform.nodes.get_node(shop.ctx, node.id)


def _act(node: NodeView) -> c.NodeCommand:
    return c.NodeCommand(node_id=node.id)


async def test_fault_7_every_change_of_words_and_tags_is_told(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "ru")
    post = await _add(rustok_shop, a_node().titled("Kiln").written("Hot").published())
    assert_event(rustok_shop, "node.published", post.id)
    post = await _update(rustok_shop, post, "ru", title="Печь")
    assert_event(rustok_shop, "node.translation.updated", post.id, locale="ru")
    post = await _update(rustok_shop, post, body="Cold")
    assert_event(rustok_shop, "body.updated", post.id, locale="en")
    tagged = c.UpdateNode(node_id=post.id, tags=("news",))
    await rustok_shop.platform.nodes.update_node(rustok_shop.ctx, tagged)
    assert assert_event(rustok_shop, "node.updated", post.id).data["changes"]["tags"] == [[], ["news"]]


async def test_fault_8_a_nodes_status_changes_by_its_acts_only(rustok_shop: TemporaryShop) -> None:
    nodes, ctx = rustok_shop.platform.nodes, rustok_shop.ctx
    post = await _add(rustok_shop, a_node())
    with pytest.raises(ValidationError):
        c.UpdateNode.model_validate({"node_id": post.id, "status": "archived"})
    async with assert_unchanged(rustok_shop):
        await assert_refused(nodes.unpublish(ctx, _act(post)), "bad_transition")
        await assert_refused(nodes.archive(ctx, c.ArchiveNode(node_id=post.id)), "bad_transition")
    await nodes.publish(ctx, _act(post))
    await nodes.archive(ctx, c.ArchiveNode(node_id=post.id))
    await assert_refused(nodes.publish(ctx, _act(post)), "bad_transition")


async def test_fault_9_a_slug_is_unique_per_shop_kind_and_language_in_the_file(rustok_shop: TemporaryShop) -> None:
    kiln = a_node().titled("Kiln").with_slug("kiln")
    await _add(rustok_shop, kiln)
    with pytest.raises(Invalid):
        await _add(rustok_shop, kiln)
    assert (await _add(rustok_shop, kiln.of_kind("page"))).translations["en"].slug == "kiln"
    assert (await _add(await rustok_shop.neighbour(), kiln)).translations["en"].slug == "kiln"
    other = await _add(rustok_shop, a_node().titled("Other"))
    force = prepare("UPDATE node_translations SET slug = 'kiln' WHERE node_id = :id")

    def past_the_service(uow: UnitOfWork) -> None:
        uow.run(force, id=other.id)

    with pytest.raises(UniqueViolation):
        await rustok_shop.platform.database.writer.run(past_the_service)


async def test_fault_10_an_edit_of_words_touches_its_own_language_only(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "ru")
    both = a_node().titled("Kiln").written("Hot").titled("Печь", locale="ru").written("Жар", locale="ru")
    before = await _add(rustok_shop, both)
    after = await _update(rustok_shop, before, title="Wood kiln")
    assert (after.translations["en"].title, after.translations["en"].body) == ("Wood kiln", "Hot")
    assert after.translations["ru"].body == "Жар"
    assert replace(after.translations["ru"], stale=False) == before.translations["ru"]


async def test_fault_11_nobody_overwrites_words_unseen_and_no_node_is_deleted_at_once(
    rustok_shop: TemporaryShop,
) -> None:
    nodes, ctx = rustok_shop.platform.nodes, rustok_shop.ctx
    seen = await _add(rustok_shop, a_node().titled("Kiln"))
    await _update(rustok_shop, seen, title="Mine")
    async with assert_unchanged(rustok_shop):
        await assert_refused(_update(rustok_shop, seen, title="Theirs"), "version_conflict")
        await assert_refused(nodes.purge(ctx, _act(seen)), "not_in_trash")
    await nodes.trash(ctx, _act(seen))
    await nodes.restore(ctx, _act(seen))
    entries = (await rustok_shop.platform.history.entries(ctx, "node", seen.id)).entries
    assert [entry.act for entry in entries][:2] == ["restored", "trashed"]


def test_fault_14_every_kind_asks_for_its_own_permission() -> None:
    kinds = {kind: RESOURCES[kind] for kind in WRITTEN}
    assert kinds == {
        "post": Resource.POSTS, "article": Resource.POSTS, "page": Resource.PAGES, "custom": Resource.NODES,
    }  # fmt: skip


@pytest.mark.parametrize("kind", WRITTEN)
async def test_fault_14_who_only_looks_writes_nothing_and_a_manager_does(rustok_shop: TemporaryShop, kind: Any) -> None:
    nodes, manager, customer = rustok_shop.platform.nodes, manager_context(rustok_shop), customer_context(rustok_shop)
    node = a_node().of_kind(kind)
    async with assert_unchanged(rustok_shop):
        refused = await assert_forbidden(nodes.create_node(customer, node.build()))
    assert refused.params["resource"] == RESOURCES[kind].value
    saved = await nodes.create_node(manager, node.build())
    async with assert_unchanged(rustok_shop):
        await assert_forbidden(nodes.publish(customer, c.NodeCommand(node_id=saved.node_id)))
    await nodes.publish(manager, c.NodeCommand(node_id=saved.node_id))
    assert assert_event(rustok_shop, "node.published", saved.node_id).actor_id == manager.actor_id


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "nonsense"},
        {"nonsense": 1},
        {"tags": ["x" * (limits.TAG + 1)]},
        {"position": -1},
        {"translations": {"en": {"title": "x" * (limits.TITLE + 1)}}},
        {"translations": {"en": {"title": "   "}}},
        {"translations": {"en": {"title": "Kiln", "slug": "x" * (limits.HANDLE + 1)}}},
        {"translations": {"en": {"title": "Kiln", "format": "rtf"}}},
    ],
)
def test_fault_15_commands_on_nodes_refuse_what_breaks_a_rule(given: dict[str, object]) -> None:
    sound = {"kind": "post", "translations": {"en": {"title": "Kiln"}}}
    assert c.CreateNode.model_validate(sound)
    with pytest.raises(ValidationError):
        c.CreateNode.model_validate({**sound, **given})


async def test_fault_15_rules_of_words_bite_where_a_node_is_saved(rustok_shop: TemporaryShop) -> None:
    post = await _add(rustok_shop, a_node())
    async with assert_unchanged(rustok_shop):
        await assert_refused(_add(rustok_shop, a_node().titled("?", locale="no language")), "bad_locale")
        await assert_refused(_update(rustok_shop, post, slug="not a slug!"), "bad_handle")
        await assert_refused(_update(rustok_shop, post, slug="admin"), "reserved_handle")


async def test_fault_16_kinds_and_languages_are_as_long_everywhere(rustok_shop: TemporaryShop) -> None:
    kinds = {table.name: table.c.kind.type.length for table in metadata.tables.values() if "kind" in table.c}  # type: ignore[attr-defined]
    assert {kinds["nodes"], kinds["node_translations"], kinds["redirects"]} == {limits.STATUS}
    assert max(map(len, RESOURCES)) <= limits.STATUS
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "es-419")
    post = await _add(rustok_shop, a_node().titled("Kiln").titled("Horno", locale="es-419"))
    post = await _update(rustok_shop, post, "es-419", body="Caliente")
    assert_event(rustok_shop, "body.updated", post.id, locale="es-419")
    assert post.translations["es-419"].slug == "horno"


async def test_fault_17_lists_of_nodes_fall_back_to_another_language(rustok_shop: TemporaryShop) -> None:
    tenants, ctx = rustok_shop.platform.tenants, rustok_shop.ctx
    await tenants.enable_locale(ctx, "ru")
    await tenants.enable_locale(ctx, "kk", fallback="ru")
    both = await _add(rustok_shop, a_node().titled("Kiln").titled("Печь", locale="ru"))
    english = await _add(rustok_shop, a_node().titled("Clay"))
    await indexed(rustok_shop)

    async def found(locale: str) -> dict[str, str]:
        page = await rustok_shop.platform.content_listing.page(replace(ctx, locale=locale), ContentQuery())
        return {row.node_id: row.title for row in page.rows}

    assert await found("kk") == {both.id: "Печь", english.id: "Clay"}
    assert await found("de") == {both.id: "Kiln", english.id: "Clay"}
