"""Collections by hand and by rule, as a caller of the service sees them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.collections import CollectionService
from rustok_desktop.commerce.collections_projector import CollectionProjector
from rustok_desktop.commerce.collections_rules import compile_rule
from rustok_desktop.commerce.collections_schemas import (
    AddToCollection,
    CollectionCommand,
    CreateCollection,
    MoveInCollection,
    RemoveFromCollection,
    Rule,
    UpdateCollection,
)
from rustok_desktop.core import limits
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.storage.statements import prepare


@dataclass
class Collections:
    """One caller's collections; ``follow`` lets the reader of the log catch up."""

    shop: Any
    service: CollectionService
    projector: CollectionProjector
    announced: list[set[str]]
    position: int = 0

    @property
    def ctx(self) -> Any:
        return self.shop.ctx

    async def follow(self) -> None:
        types = self.projector.event_types
        refs = await self.shop.log.refs(self.position, 1000, types)
        effect = await self.projector.prepare(refs) if refs else None
        if effect is not None:
            await self.shop.database.writer.run(effect)
        if refs:
            self.position = refs[-1].seq

    async def by_rule(self, *conditions: Sequence[Any], match: str = "all", title: str = "Chosen") -> Any:
        names = ("field", "operator", "value")
        rule = {"match": match, "conditions": [dict(zip(names, c, strict=True)) for c in conditions]}
        return await self.make(title, rule=rule)

    async def make(self, title: str = "Chosen", **fields: Any) -> Any:
        command = CreateCollection.model_validate({"translations": {"en": {"title": title}}, **fields})
        saved = await self.service.create(self.ctx, command)
        await self.follow()
        return await self.service.get(self.ctx, saved.collection_id)

    async def titles(self, collection: Any) -> list[str]:
        await self.follow()
        page = await self.service.members(self.ctx, collection.id)
        return [member.title for member in page.members]

    async def events(self, after: int) -> list[Any]:
        return await self.shop.log.read(after, 100, tenant_id=self.ctx.tenant_id)


@pytest.fixture
def collections(shop: Any, bus: Any) -> Collections:
    announced: list[set[str]] = []
    database = shop.database
    projector = CollectionProjector(database.reader, lambda ids: announced.append(set(ids)))
    return Collections(shop, CollectionService(database.writer, database.reader, bus), projector, announced)


# -- by hand -------------------------------------------------------------------------------------------


async def test_by_hand_in_the_order_given(collections: Collections) -> None:
    mugs = [await collections.shop.add(f"Mug {number}") for number in range(4)]
    ids = [mug.id for mug in mugs]
    made = await collections.make("Mugs", product_ids=ids[:3])
    assert (made.kind, made.version, made.count, made.rule) == ("manual", 1, 3, None)
    assert made.translations["en"].handle == "mugs"
    at = {"collection_id": made.id}
    more = AddToCollection(**at, product_ids=[ids[3], ids[0]], position=1)
    saved = await collections.service.add(collections.ctx, more)
    assert (saved.version, set(saved.changed)) == (2, {f"members/{i}" for i in ids[1:]})
    assert await collections.titles(made) == ["Mug 0", "Mug 3", "Mug 1", "Mug 2"]
    await collections.service.move(collections.ctx, MoveInCollection(**at, product_ids=[ids[2], ids[1]], position=0))
    assert await collections.titles(made) == ["Mug 2", "Mug 1", "Mug 0", "Mug 3"]
    await collections.service.remove(collections.ctx, RemoveFromCollection(**at, product_ids=[ids[1]]))
    assert await collections.titles(made) == ["Mug 2", "Mug 0", "Mug 3"]
    again = await collections.service.remove(collections.ctx, RemoveFromCollection(**at, product_ids=[ids[1]]))
    assert (again.version, again.changed, again.txid) == (4, (), None)


async def test_products_in_the_trash_neither_show_nor_count_and_come_back(collections: Collections) -> None:
    mug, cup = await collections.shop.add("Mug"), await collections.shop.add("Cup")
    made = await collections.make(product_ids=[mug.id, cup.id])
    await collections.shop.act("trash", mug)
    assert await collections.titles(made) == ["Cup"]
    assert (await collections.service.get(collections.ctx, made.id)).count == 1
    assert [row.count for row in await collections.service.list(collections.ctx)] == [1]
    await collections.shop.act("restore", mug)
    assert await collections.titles(made) == ["Mug", "Cup"]
    await collections.shop.act("trash", mug)
    await collections.shop.act("purge", mug)
    assert await collections.shop.count("collection_members") == 1


async def test_members_come_in_pages(collections: Collections) -> None:
    ids = [(await collections.shop.add(f"Mug {number}")).id for number in range(5)]
    made = await collections.make(product_ids=ids)
    found, after, sizes = [], None, []
    while True:
        page = await collections.service.members(collections.ctx, made.id, after=after, limit=2)
        sizes.append(len(page.members))
        found += [member.product_id for member in page.members]
        after = page.next
        if after is None:
            break
    assert (found, sizes) == (ids, [2, 2, 1])


async def test_a_member_says_what_a_list_shows(collections: Collections, money: Callable[..., Any]) -> None:
    sizes = await collections.shop.add_sizes("S", "L", publish=True)
    prices = [{"id": sizes.variants[1].id, "prices": [money(1500)]}]
    sizes = await collections.shop.updated(sizes, variants=prices)
    await collections.shop.move(sizes.variants[0], 4)
    made = await collections.make(product_ids=[sizes.id])
    (member,) = (await collections.service.members(collections.ctx, made.id)).members
    assert (member.title, member.status, member.sku) == ("Shirt", "active", "Shirt-S")
    assert (member.price_min, member.price_max, member.currency_code, member.on_hand) == (1000, 1500, "USD", 4)


# -- words and events ----------------------------------------------------------------------------------


async def test_words_in_languages(collections: Collections) -> None:
    made = await collections.make("Summer")
    head = await collections.shop.log.head()
    patch = {"translations": {"ru": {"title": "Лето"}, "en": {"title": "Summer sale"}}}
    command = UpdateCollection(collection_id=made.id, base_version=1, **patch)
    saved = await collections.service.update(collections.ctx, command)
    view = await collections.service.get(collections.ctx, made.id)
    words = {locale: (w.title, w.handle) for locale, w in view.translations.items()}
    assert words == {"en": ("Summer sale", "summer"), "ru": ("Лето", "leto")}
    (event,) = await collections.events(head)
    assert (event.event_type, event.aggregate_type, event.aggregate_id) == ("collection.updated", "collection", made.id)
    assert event.data["changes"] == {
        "title@en": ["Summer", "Summer sale"],
        "title@ru": [None, "Лето"],
        "handle@ru": [None, "leto"],
    }
    with pytest.raises(VersionConflict):
        await collections.service.update(collections.ctx, command)
    same = UpdateCollection(collection_id=made.id, base_version=saved.version, translations={"ru": {"title": "Лето"}})
    assert (await collections.service.update(collections.ctx, same)).changed == ()
    none = UpdateCollection(collection_id=made.id, base_version=2, translations={"ru": None, "en": None})
    with pytest.raises(Invalid):
        await collections.service.update(collections.ctx, none)


async def test_handles_are_unique_and_say_who_holds_them(collections: Collections) -> None:
    await collections.make("Summer")
    assert (await collections.make("Summer")).translations["en"].handle == "summer-2"
    taken = CreateCollection.model_validate({"translations": {"en": {"title": "New", "handle": "summer"}}})
    with pytest.raises(Invalid) as caught:
        await collections.service.create(collections.ctx, taken)
    (problem,) = caught.value.fields
    assert (problem.path, problem.code, problem.suggestion) == ("handle@en", "duplicate_handle", "summer-3")
    assert problem.params["holder"] == "Summer"


async def test_deleting_keeps_products_and_tells_all(collections: Collections) -> None:
    mug = await collections.shop.add()
    made = await collections.make("Mugs", product_ids=[mug.id])
    head = await collections.shop.log.head()
    await collections.service.delete(collections.ctx, CollectionCommand(collection_id=made.id, base_version=1))
    (event,) = await collections.events(head)
    assert event.data["changes"] == {
        "kind": ["manual", None],
        "title@en": ["Mugs", None],
        "handle@en": ["mugs", None],
        f"members/{mug.id}": [0, None],
    }
    assert await collections.service.list(collections.ctx) == ()
    assert await collections.shop.get(mug.id) == mug
    with pytest.raises(NotFound):
        await collections.service.get(collections.ctx, made.id)


async def test_refusals(collections: Collections, other_shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    mug, foreign = await collections.shop.add(), await other_shop.add()
    made = await collections.make(product_ids=[mug.id])
    add = AddToCollection(collection_id=made.id, product_ids=[foreign.id])
    with pytest.raises(Invalid):
        await collections.service.add(collections.ctx, add)
    for call, command in (
        (collections.service.add, add),
        (collections.service.remove, RemoveFromCollection(collection_id=made.id, product_ids=[mug.id])),
        (collections.service.delete, CollectionCommand(collection_id=made.id)),
    ):
        with pytest.raises(NotFound):
            await call(other_shop.ctx, command)
        with pytest.raises(Forbidden):
            await call(collections.shop.seen_by(Role.CUSTOMER).ctx, command)
        with pytest.raises(VersionConflict):
            await call(collections.ctx, command.model_copy(update={"base_version": 9}))
    assert (await collections.service.members(other_shop.ctx, made.id)).members == ()
    monkeypatch.setattr(limits, "COLLECTION_MEMBERS", 1)
    cup = await collections.shop.add("Cup")
    with pytest.raises(UserError):
        await collections.service.add(collections.ctx, AddToCollection(collection_id=made.id, product_ids=[cup.id]))
    ruled = await collections.by_rule(("status", "is", "draft"))
    with pytest.raises(UserError):
        await collections.service.add(collections.ctx, AddToCollection(collection_id=ruled.id, product_ids=[cup.id]))
    rule = {"conditions": [{"field": "status", "operator": "is", "value": "draft"}]}
    command = UpdateCollection.model_validate({"collection_id": made.id, "base_version": 1, "rule": rule})
    with pytest.raises(UserError):
        await collections.service.update(collections.ctx, command)


# -- by rule -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "chosen"),
    [
        (("title", "contains", "РУЖ"), {"Кружка"}),
        (("title", "is", "bowl"), {"Bowl"}),
        (("title", "starts", "b"), {"Bowl"}),
        (("title", "ends", "WL"), {"Bowl"}),
        (("title", "not_contains", "o"), {"Кружка"}),
        (("title", "contains", "*"), {"Pot*"}),
        (("vendor", "is", "kiln & clay"), {"Bowl"}),
        (("vendor", "is", ""), {"Кружка", "Pot*"}),
        (("vendor", "is_not", "Kiln & Clay"), {"Кружка", "Pot*"}),
        (("type", "contains", "war"), {"Кружка"}),
        (("tag", "is", "BLUE"), {"Bowl", "Pot*"}),
        (("tag", "is_not", "blue"), {"Кружка"}),
        (("status", "is", "active"), {"Bowl"}),
        (("status", "is_not", "active"), {"Кружка", "Pot*"}),
        (("price", "over", 999), {"Bowl"}),
        (("price", "under", 1000), {"Pot*"}),
        (("price", "is", 1000), {"Bowl"}),
        (("price", "is_not", 1000), {"Кружка", "Pot*"}),
        (("stock", "over", 2), {"Bowl"}),
        (("stock", "under", 1), {"Кружка"}),
    ],
)
async def test_conditions(collections: Collections, money: Any, condition: Any, chosen: set[str]) -> None:
    shop = collections.shop
    priced = [{"prices": [money(1000)]}]
    bowl = await shop.add("Bowl", vendor="Kiln & Clay", tags=["blue"], publish=True, variants=priced)
    await shop.move(bowl.variants[0], 3)
    await shop.add("Кружка", product_type="Stoneware")
    loose = {"manage_inventory": False, "prices": [money(500), money(99_999, currency="EUR")]}
    await shop.add("Pot*", tags=["Blue", "big"], variants=[loose])
    made = await collections.by_rule(condition)
    assert set(await collections.titles(made)) == chosen
    preview = await collections.service.preview(collections.ctx, Rule.model_validate({
        "conditions": [dict(zip(("field", "operator", "value"), condition, strict=True))],
    }))  # fmt: skip
    assert (preview.count, {member.title for member in preview.sample}) == (len(chosen), chosen)


async def test_all_and_any(collections: Collections) -> None:
    for title, vendor in (("Bowl", "A"), ("Mug", "A"), ("Mug", "B")):
        await collections.shop.add(title, vendor=vendor)
    both = (("title", "is", "mug"), ("vendor", "is", "a"))
    assert len(await collections.titles(await collections.by_rule(*both))) == 1
    assert len(await collections.titles(await collections.by_rule(*both, match="any"))) == 3


async def test_the_log_keeps_members_current(collections: Collections, money: Any) -> None:
    shop = collections.shop
    made = await collections.by_rule(("price", "over", 500), ("stock", "over", 0))
    assert await collections.titles(made) == []
    mug = await shop.add("Mug", variants=[{"prices": [money(900)]}])
    assert await collections.titles(made) == []
    await shop.move(mug.variants[0], 2)
    assert await collections.titles(made) == ["Mug"]
    assert collections.announced[-1] == {made.id}
    heard = len(collections.announced)
    mug = await shop.updated(await shop.get(mug.id), vendor="Kiln")
    assert await collections.titles(made) == ["Mug"]
    assert len(collections.announced) == heard  # nothing came or went: nobody is told
    mug = await shop.updated(mug, variants=[{"id": mug.variants[0].id, "prices": [money(400)]}])
    assert await collections.titles(made) == []
    await shop.updated(mug, variants=[{"id": mug.variants[0].id, "prices": [money(600)]}])
    assert await collections.titles(made) == ["Mug"]
    await shop.act("trash", mug)
    assert await collections.titles(made) == []
    assert await shop.count("collection_members") == 0
    await shop.act("restore", mug)
    assert await collections.titles(made) == ["Mug"]


async def test_another_rule_judges_the_whole_shop_again(collections: Collections) -> None:
    for title in ("Bowl", "Mug", "Cup"):
        await collections.shop.add(title)
    made = await collections.by_rule(("title", "is", "mug"))
    head = await collections.shop.log.head()
    rule = {"match": "any", "conditions": [{"field": "title", "operator": "is_not", "value": "mug"}]}
    command = UpdateCollection.model_validate({"collection_id": made.id, "base_version": 1, "rule": rule})
    await collections.service.update(collections.ctx, command)
    assert set(await collections.titles(made)) == {"Bowl", "Cup"}
    (event,) = await collections.events(head)
    was, becomes = event.data["changes"]["rule"]
    assert was["conditions"] == [{"field": "title", "operator": "is", "value": "mug"}]
    assert becomes == rule
    view = await collections.service.get(collections.ctx, made.id)
    assert (view.rule.match, view.rule.conditions[0].operator, view.version) == ("any", "is_not", 2)


async def test_seeing_every_event_again_changes_nothing(collections: Collections, other_shop: Any) -> None:
    await other_shop.add("Mug")
    await collections.shop.add("Mug")
    made = await collections.by_rule(("title", "is", "mug"))
    rows = await collections.shop.count("collection_members")
    collections.position = 0
    assert await collections.titles(made) == ["Mug"]
    assert await collections.shop.count("collection_members") == rows == 1


@pytest.mark.parametrize(
    ("conditions", "code"),
    [
        ([], "rule_empty"),
        ([{"field": "stock", "operator": "contains", "value": 3}], "rule_operator"),
        ([{"field": "stock", "operator": "over", "value": "many"}], "rule_number"),
        ([{"field": "title", "operator": "contains", "value": ""}], "required"),
        ([{"field": "status", "operator": "is", "value": "lost"}], "rule_operator"),
    ],
)
async def test_rules_with_problems_are_refused(collections: Collections, conditions: Any, code: str) -> None:
    rule = Rule.model_validate({"conditions": conditions})
    with pytest.raises(Invalid) as caught:
        await collections.service.preview(collections.ctx, rule)
    assert [problem.code for problem in caught.value.fields] == [code]
    with pytest.raises(Invalid):
        await collections.make(rule={"conditions": conditions})
    assert await collections.shop.count("collections") == 0


_TEXT = st.text(st.sampled_from("abXYжЖ*?[]^-_%'\"\\ ß"), min_size=1, max_size=6)


@given(_TEXT, _TEXT, st.sampled_from(["is", "contains", "starts", "ends"]))
def test_patterns_mean_what_they_say(text: str, wanted: str, operator: str) -> None:
    """Against the database's own matching; each letter by itself, as the rule folds them."""
    rule = Rule.model_validate({"conditions": [{"field": "vendor", "operator": operator, "value": wanted}]})
    value = rule.conditions[0].value
    if value == "" and operator != "is":
        return
    pattern = compile_rule(rule).params["v0"]
    (found,) = sqlite3.connect(":memory:").execute("SELECT ? GLOB ?", (text, pattern)).fetchone()
    plain, asked = text.lower(), str(value).lower()
    expected = {
        "is": plain == asked,
        "contains": asked in plain,
        "starts": plain.startswith(asked),
        "ends": plain.endswith(asked),
    }[operator]
    assert bool(found) is expected


async def test_queries_use_indexes(collections: Collections) -> None:
    from rustok_desktop.commerce import collections_sql as sql

    compiled = compile_rule(Rule.model_validate({"conditions": [
        {"field": "price", "operator": "over", "value": 1}, {"field": "stock", "operator": "over", "value": 1},
        {"field": "title", "operator": "is", "value": "a"},
    ]}))  # fmt: skip
    among = sql.matching(compiled.sql, among=True)
    for statement in (sql.MEMBERS, sql.COLLECTIONS, sql.MEMBER_IDS, among):
        params = dict.fromkeys(("at_id", "at_tenant_id", "locale", "position", "after", "limit", "tenant", "ids"), "[]")
        plan = await collections.shop.database.reader.all(
            prepare(f"EXPLAIN QUERY PLAN {statement.sql}"), **params, **compiled.params
        )
        scans = [row[3] for row in plan if row[3].startswith("SCAN")]
        scans = [step for step in scans if step.split()[1] not in ("g", "m", "json_each")]
        assert scans == [], statement.sql
