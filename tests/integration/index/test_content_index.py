"""The index of content follows the log: what lists and searches say about nodes, in each language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.content import schemas as c
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, UserError
from rustok_desktop.index import content_projector, projector
from rustok_desktop.index.content_schemas import ContentQuery, ContentSort, ContentStatus, TranslationFilter
from rustok_desktop.storage.statements import prepare
from rustok_desktop.testing import TemporaryShop, a_node, context_of, indexed, temporary_shop

_ALL = prepare(
    "SELECT i.node_id, i.locale, i.in_trash, i.kind, i.status, i.version, i.title, i.slug, i.excerpt, i.tags,"
    " i.languages, i.stale, i.translation, i.word_count, n.title, n.slugs, n.stems, t.words,"
    " (SELECT group_concat(g.tag) FROM index_content_tags AS g WHERE g.index_id = i.id AND g.in_trash = i.in_trash)"
    " FROM index_content AS i"
    " LEFT JOIN index_content_names AS n ON n.rowid = i.id + i.in_trash * 2147483648"
    " LEFT JOIN index_content_texts AS t ON t.rowid = i.id + i.in_trash * 2147483648 ORDER BY i.node_id, i.locale"
)
_COUNTS = prepare(
    "SELECT (SELECT count(*) FROM index_content), (SELECT count(*) FROM index_content_names),"
    " (SELECT count(*) FROM index_content_texts)"
)


class Desk:
    """A shop in two languages, and what its index of content says."""

    def __init__(self, shop: TemporaryShop) -> None:
        self.shop = shop
        self.nodes = shop.platform.nodes
        self.listing = shop.platform.content_listing

    def ctx(self, locale: str = "en") -> Any:
        return replace(self.shop.ctx, locale=locale)

    async def add(self, title: str, **more: Any) -> str:
        ru, kind, tags = more.pop("ru", None), more.pop("kind", "post"), more.pop("tags", ())
        words = {"en": c.NodeWords(title=title, **more)} | ({"ru": c.NodeWords(title=ru)} if ru else {})
        command = c.CreateNode(kind=kind, translations=words, tags=tags)
        return (await self.nodes.create_node(self.shop.ctx, command)).node_id

    async def change(self, node_id: str, locale: str, **fields: Any) -> None:
        patch = c.NodePatch.model_validate(fields)
        await self.nodes.update_node(self.shop.ctx, c.UpdateNode(node_id=node_id, translations={locale: patch}))

    async def act(self, name: str, node_id: str) -> None:
        await getattr(self.nodes, name)(self.shop.ctx, c.NodeCommand(node_id=node_id))

    async def titles(self, locale: str = "en", **query: Any) -> list[str]:
        await indexed(self.shop)
        return [row.title for row in (await self.listing.page(self.ctx(locale), ContentQuery(**query))).rows]

    async def found(self, text: str, locale: str = "en", **more: Any) -> list[str]:
        await indexed(self.shop)
        return [hit.row.title for hit in (await self.listing.search(self.ctx(locale), text, **more)).hits]

    async def contents(self) -> list[tuple[Any, ...]]:
        """The whole index; every search row belongs to an index row."""
        await indexed(self.shop)
        counts = await self.shop.platform.database.reader.one(_COUNTS)
        assert counts is not None
        assert len(set(counts)) == 1
        return await self.shop.platform.database.reader.all(_ALL)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with temporary_shop(tmp_path / "shop") as shop:
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        yield Desk(shop)


async def test_a_post_is_listed_and_found_by_words_of_title_text_and_address(desk: Desk) -> None:
    await desk.add("Opening the wood kiln", slug="first-firing", body="After **38 hours** we open the [door](/p/x).")
    await desk.add("Studio sale", body="Bowls and mugs")
    assert await desk.titles(sort=ContentSort.TITLE, kind="post", descending=False) == [
        "Opening the wood kiln", "Studio sale",
    ]  # fmt: skip
    assert await desk.found("kilns") == ["Opening the wood kiln"]
    assert await desk.found("wood ki") == ["Opening the wood kiln"]
    assert await desk.found("hours door") == ["Opening the wood kiln"]
    assert await desk.found("firing") == ["Opening the wood kiln"]
    assert await desk.found("mug") == ["Studio sale"]
    assert await desk.found("nothing") == []


async def test_titles_come_before_texts_and_hits_are_marked(desk: Desk) -> None:
    await desk.add("Glaze recipes")
    await desk.add("Tests", body="A glaze that ran")
    await desk.add("More glazes")
    await indexed(desk.shop)
    result = await desk.listing.search(desk.ctx(), "glaze")
    assert [hit.row.title for hit in result.hits] == ["More glazes", "Glaze recipes", "Tests"]
    assert [hit.marks for hit in result.hits] == [((5, 5),), ((0, 5),), ()]
    assert (result.total.value, result.total.exact) == (3, True)


async def test_russian_word_forms_and_the_language_that_is_there(desk: Desk) -> None:
    await desk.add("Mugs", ru="Новые кружки", body="Stoneware")
    assert await desk.found("кружка", "ru") == ["Новые кружки"]
    assert await desk.found("кружка", "en") == []
    await desk.add("Only English")
    assert await desk.titles("ru", kind="post", sort=ContentSort.TITLE, descending=False) == [
        "Only English", "Новые кружки",
    ]  # fmt: skip


async def test_what_is_translated_partly_stale_and_missing(desk: Desk) -> None:
    node = await desk.add("Hello", body="Text")
    missing = {"translation": TranslationFilter.MISSING}
    assert await desk.titles("ru", **missing) == ["Hello"]
    await desk.change(node, "ru", title="Привет")
    assert await desk.titles("ru", **missing) == []
    assert await desk.titles("ru", translation=TranslationFilter.PARTLY) == ["Привет"]
    await desk.change(node, "ru", body="Текст")
    assert await desk.titles("ru", translation=TranslationFilter.UNDONE) == []
    assert await desk.listing.translations(desk.ctx("ru")) == (1, 0, 0, 0)
    await desk.change(node, "en", body="Another text")
    assert await desk.titles("ru", translation=TranslationFilter.STALE) == ["Привет"]
    (row,) = (await desk.listing.page(desk.ctx("ru"), ContentQuery())).rows
    assert row.stale == ("ru",)
    assert row.languages == {"en": 100, "ru": 99}
    assert await desk.listing.translations(desk.ctx("ru")) == (0, 0, 1, 0)


async def test_filters_by_kind_status_tag_and_trash(desk: Desk) -> None:
    post = await desk.add("Post", tags=("news", "kiln"))
    await desk.add("Page", kind="page")
    gone = await desk.add("Gone")
    await desk.act("publish", post)
    await desk.act("trash", gone)
    assert await desk.titles(kind="page") == ["Page"]
    assert await desk.titles(kind="post", status=ContentStatus.PUBLISHED) == ["Post"]
    assert await desk.titles(kind="post", status=ContentStatus.DRAFT) == []
    assert await desk.titles(tag="kiln") == ["Post"]
    assert await desk.titles(status=ContentStatus.TRASH) == ["Gone"]
    assert await desk.found("gone") == []
    assert await desk.titles(text="gone", status=ContentStatus.TRASH) == ["Gone"]
    assert await desk.listing.kinds(desk.ctx()) == {"post": 1, "page": 1}
    assert await desk.listing.tags(desk.ctx()) == ("kiln", "news")
    await desk.act("restore", gone)
    assert await desk.found("gone") == ["Gone"]


async def test_scheduled_ones_are_a_state_of_their_own(desk: Desk) -> None:
    node = await desk.add("Later")
    await desk.add("Some day")
    at = "2999-01-01T09:00:00.000000Z"
    await desk.nodes.schedule(desk.shop.ctx, c.ScheduleNode(node_id=node, publish_at=at))
    assert await desk.titles(kind="post", status=ContentStatus.SCHEDULED) == ["Later"]
    (row,) = (await desk.listing.page(desk.ctx(), ContentQuery(status=ContentStatus.SCHEDULED))).rows
    assert row.publish_at == at
    assert (await desk.titles(kind="post", sort=ContentSort.PUBLIC))[0] == "Later"


@pytest.mark.parametrize("query", [{"kind": "post", "sort": ContentSort.TITLE, "descending": False}, {"text": "post"}])
async def test_pages_lead_on_and_back(desk: Desk, query: dict[str, Any]) -> None:
    for number in range(7):
        await desk.add(f"Post {number}")
    await indexed(desk.shop)
    asked, seen, after = ContentQuery(**query), [], None
    pages = []
    while True:
        page = await desk.listing.page(desk.ctx(), asked, after=after, limit=3)
        pages.append(page)
        seen += [row.title for row in page.rows]
        after = page.next
        if after is None:
            break
    whole = await desk.listing.page(desk.ctx(), asked)
    assert seen == [row.title for row in whole.rows]
    assert sorted(seen) == [f"Post {number}" for number in range(7)]
    assert pages[0].previous is None
    back = await desk.listing.page(desk.ctx(), asked, before=pages[2].previous, limit=3)
    assert back.rows == pages[1].rows
    assert (await desk.listing.count(desk.ctx(), asked)).value == 7
    assert await desk.listing.count(desk.ctx(), asked, cap=3) == type(await desk.listing.count(desk.ctx(), asked))(
        3, exact=False
    )


async def test_a_foreign_cursor_is_refused(desk: Desk) -> None:
    for number in range(3):
        await desk.add(f"Post {number}")
    await indexed(desk.shop)
    page = await desk.listing.page(desk.ctx(), ContentQuery(kind="post"), limit=1)
    with pytest.raises(UserError) as refused:
        await desk.listing.page(desk.ctx(), ContentQuery(kind="post", sort=ContentSort.TITLE), after=page.next)
    assert refused.value.code == "bad_cursor"


async def test_a_rebuilt_index_is_the_same(desk: Desk) -> None:
    posts = [await desk.add(f"Post {n}", ru=f"Пост {n}" if n % 2 else None, tags=("a",)) for n in range(6)]
    await desk.act("trash", posts[0])
    await desk.act("publish", posts[1])
    before = await desk.contents()
    assert len(before) == 12
    assert await desk.shop.platform.index.rebuild(desk.shop.ctx, "content", batch=2) == (6, 6)
    assert await desk.contents() == before


async def test_many_and_long_ones_are_prepared_by_the_worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.add("Small")
    before = await desk.contents()
    monkeypatch.setattr(content_projector, "HEAVY", 0)
    node = await desk.add("Long", body="Words " * 50)
    assert len(await desk.contents()) == len(before) + 2
    assert await desk.found("words") == ["Long"]
    monkeypatch.setattr(projector, "DIRECT", 0)
    await desk.change(node, "en", title="Longer")
    assert await desk.found("longer") == ["Longer"]
    assert await desk.found("long") == ["Longer"]


async def test_purged_ones_leave_nothing(desk: Desk) -> None:
    node = await desk.add("Gone", tags=("x",))
    await desk.act("trash", node)
    await desk.act("purge", node)
    assert await desk.contents() == []
    assert await desk.listing.tags(desk.ctx()) == ()


async def test_a_new_language_gets_its_rows(desk: Desk) -> None:
    await desk.add("Hello")
    assert len(await desk.contents()) == 2
    await desk.shop.platform.tenants.enable_locale(desk.shop.ctx, "de")
    assert len(await desk.contents()) == 3


async def test_who_may_ask(desk: Desk) -> None:
    customer = context_of(desk.shop, Role.CUSTOMER)
    with pytest.raises(Forbidden):
        await desk.listing.page(customer, ContentQuery())
    with pytest.raises(Forbidden):
        await desk.listing.search(customer, "x", kind="page")


async def test_another_shop_sees_nothing_of_it(desk: Desk) -> None:
    await desk.nodes.create_node(desk.shop.ctx, a_node().titled("Secret").build())
    neighbour = await desk.shop.neighbour()
    await indexed(desk.shop)
    assert (await desk.listing.search(neighbour.ctx, "secret")).hits == ()
    assert (await desk.listing.page(neighbour.ctx, ContentQuery())).rows == ()
