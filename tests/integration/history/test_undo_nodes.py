"""Nodes of all kinds: undone to the start everything is as it was, redone to the end as it became."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rustok_desktop.content import discussion_schemas as d
from rustok_desktop.content import menu_schemas as m
from rustok_desktop.content import page_schemas as p
from rustok_desktop.content import schemas as c
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.gui.operations.content import CommitNode
from rustok_desktop.storage.statements import prepare
from rustok_desktop.testing import TemporaryShop, a_node, temporary_shop

# What a person sees of nodes: neither versions nor times of saving.
_DIGEST = (
    "SELECT id, kind, status, parent_id, depth, author_id, author_name, reply_count, template, tags, metadata,"
    " moderation, archive_reason, published_at, publish_at, unpublish_at, deleted_at IS NULL FROM nodes"
    " WHERE tenant_id = :tenant AND deleted_at IS NULL ORDER BY id",
    "SELECT node_id, locale, t.kind, title, slug, excerpt, meta_title, text_version FROM node_translations t"
    " JOIN nodes n ON n.id = t.node_id WHERE n.tenant_id = :tenant AND deleted_at IS NULL ORDER BY node_id, locale",
    "SELECT node_id, locale, body, format FROM bodies b JOIN nodes n ON n.id = b.node_id"
    " WHERE n.tenant_id = :tenant AND deleted_at IS NULL ORDER BY node_id, locale",
    "SELECT node_id, state, is_pinned, is_locked FROM threads h JOIN nodes n ON n.id = h.node_id"
    " WHERE n.tenant_id = :tenant AND deleted_at IS NULL AND (state <> 'open' OR is_pinned OR is_locked) ORDER BY 1",
    "SELECT node_id, kind, locale, slug FROM redirects WHERE tenant_id = :tenant ORDER BY 1, 2, 3, 4",
    # Places only matter against each other.
    "SELECT parent_id, row_number() OVER (PARTITION BY parent_id ORDER BY position, id), id FROM nodes"
    " WHERE tenant_id = :tenant AND deleted_at IS NULL AND parent_id IS NOT NULL ORDER BY 1, 2",
)
TEXTS = st.sampled_from(["A", "B", "Mug", "Ж"])
SLUGS = st.sampled_from(["one", "two", "three"])
WORDS = st.fixed_dictionaries({"title": TEXTS}, optional={"body": TEXTS, "excerpt": TEXTS, "slug": SLUGS})
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "tags": st.lists(TEXTS, max_size=2),
    "template": TEXTS,
    "author_name": TEXTS,
    "metadata": st.dictionaries(TEXTS, TEXTS, max_size=1),
    "translations": st.dictionaries(st.sampled_from(["en", "ru"]), st.none() | WORDS, max_size=2),
}
LATER = "2099-01-01T00:00:00.000000Z"


@dataclass
class Past:
    """A shop, and what one person made in it."""

    shop: TemporaryShop
    ctx: Context
    ids: dict[str, list[str]] = field(default_factory=dict)

    async def digest(self) -> list[Any]:
        reader = self.shop.platform.database.reader
        return [await reader.all(prepare(sql), tenant=self.ctx.tenant_id) for sql in _DIGEST]

    def drawn(self, data: st.DataObject, *kinds: str) -> str:
        known = [node_id for kind in kinds for node_id in self.ids.get(kind, [])]
        if not known:
            raise UserError("nothing_to_undo")
        return str(data.draw(st.sampled_from(known)))

    def keep(self, kind: str, saved: Any) -> None:
        self.ids.setdefault(kind, []).append(saved.node_id)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opened(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TemporaryShop]:
    async with temporary_shop(tmp_path_factory.mktemp("nodes") / "shop") as shop:
        yield shop


async def write(past: Past, data: st.DataObject) -> None:
    nodes, ctx = past.shop.platform.nodes, past.ctx
    act = data.draw(st.sampled_from(["create", "page", "edit", "edit", "state", "clock", "below"]))
    if act in ("create", "page"):
        kind = "post" if act == "create" else "page"
        built = a_node().of_kind(kind).titled(data.draw(TEXTS)).written("b").having(publish=data.draw(st.booleans()))  # type: ignore[arg-type]
        past.keep(kind, await nodes.create_node(ctx, built.build()))
        return
    node_id = past.drawn(data, "post", "page")
    if act == "edit":
        fields = data.draw(st.fixed_dictionaries({}, optional=FIELDS))
        await nodes.update_node(ctx, c.UpdateNode.model_validate({"node_id": node_id, **fields}))
    elif act == "below":
        page, parent = past.drawn(data, "page"), data.draw(st.none() | st.sampled_from(past.ids["page"]))
        await nodes.update_node(ctx, c.UpdateNode(node_id=page, parent_id=parent))
    elif act == "clock":
        await nodes.schedule(ctx, c.ScheduleNode(node_id=node_id, unpublish_at=LATER))
    else:
        name = data.draw(st.sampled_from(["publish", "unpublish", "archive", "restore_to_draft", "trash", "restore"]))
        kind = c.ArchiveNode if name == "archive" else c.NodeCommand
        await getattr(nodes, name)(ctx, kind(node_id=node_id))


async def move(past: Past, data: st.DataObject) -> None:
    """Addresses of what is public change and are taken over; old ones are led on and ended by hand."""
    nodes, ctx = past.shop.platform.nodes, past.ctx
    act = data.draw(st.sampled_from(["create", "address", "address", "lead", "lead", "end", "trash"]))
    if act == "create":
        # What an undone making leaves in the trash keeps its address: no two are called the same.
        title = f"{data.draw(TEXTS)} {len(past.ids.get('post', []))}"
        built = a_node().titled(title).having(publish=True)  # type: ignore[arg-type]
        past.keep("post", await nodes.create_node(ctx, built.build()))
        return
    node_id, slug = past.drawn(data, "post"), data.draw(SLUGS)
    if act == "address":
        given = {"node_id": node_id, "translations": {"en": {"slug": slug}}}
        await nodes.update_node(ctx, c.UpdateNode.model_validate(given))
    elif act == "lead":
        await nodes.add_redirect(ctx, c.AddRedirect(node_id=node_id, locale="en", slug=slug))
    elif act == "end":
        old = await nodes.redirects(ctx)
        if old:
            await nodes.remove_redirect(ctx, c.RemoveRedirect(redirect_id=data.draw(st.sampled_from(old)).id))
    else:
        await nodes.trash(ctx, c.NodeCommand(node_id=node_id))


async def build(past: Past, data: st.DataObject) -> None:
    pages, ctx = past.shop.platform.pages, past.ctx
    act = data.draw(st.sampled_from(["add", "add", "update", "move", "hide", "double", "remove"]))
    index = data.draw(st.none() | st.integers(0, 3))
    if act == "add":
        texts = {"en": {"text": data.draw(TEXTS)}}
        command = p.AddBlock(page_id=past.drawn(data, "page"), type="text", texts=texts, index=index)
        past.keep("block", await pages.add_block(ctx, command))
        return
    block = past.drawn(data, "block")
    if act == "update":
        texts = data.draw(st.dictionaries(st.sampled_from(["en", "ru"]), st.builds(lambda t: {"text": t}, TEXTS)))
        await pages.update_block(ctx, p.UpdateBlock(block_id=block, texts=texts))
    elif act == "move":
        await pages.move_block(ctx, p.MoveBlock(block_id=block, index=index))
    elif act == "hide":
        await pages.hide_block(ctx, p.HideBlock(block_id=block, hidden=data.draw(st.booleans())))
    elif act == "double":
        past.keep("block", await pages.duplicate_block(ctx, p.DuplicateBlock(block_id=block)))
    else:
        await pages.remove_block(ctx, p.BlockCommand(block_id=block))


async def lead(past: Past, data: st.DataObject) -> None:
    menus, ctx = past.shop.platform.menus, past.ctx
    act = data.draw(st.sampled_from(["menu", "rename", "add", "add", "move", "move", "update", "remove"]))
    titles = {data.draw(st.sampled_from(["en", "ru"])): data.draw(TEXTS)}
    if act == "menu":
        past.keep("menu", await menus.create_menu(ctx, m.CreateMenu(location="header", titles={"en": "M"})))
        return
    if act == "rename":
        await menus.update_menu(ctx, m.UpdateMenu(menu_id=past.drawn(data, "menu"), titles=titles))
        return
    target = m.MenuTarget(kind="address", address=data.draw(st.sampled_from(["/", "/a"])))
    if act == "add":
        parent = past.drawn(data, "menu", "menu_item")
        command = m.AddMenuItem(parent_id=parent, titles={"en": data.draw(TEXTS)}, target=target)
        past.keep("menu_item", await menus.add_item(ctx, command))
        return
    item = past.drawn(data, "menu_item")
    if act == "move":
        index = data.draw(st.none() | st.integers(0, 3))
        parent = past.drawn(data, "menu", "menu_item")
        await menus.move_item(ctx, m.MoveMenuItem(item_id=item, parent_id=parent, index=index))
    elif act == "update":
        await menus.update_item(ctx, m.UpdateMenuItem(item_id=item, target=target, titles=titles))
    else:
        await menus.remove_item(ctx, m.MenuItemCommand(item_id=item))


async def talk(past: Past, data: st.DataObject) -> None:
    comments, ctx = past.shop.platform.comments, past.ctx
    act = data.draw(st.sampled_from(["say", "say", "edit", "judge", "thread", "remove"]))
    if act == "say":
        said = d.AddComment(parent_id=past.drawn(data, "post"), body=data.draw(TEXTS))
        past.keep("comment", await comments.add(ctx, said))
    elif act == "thread":
        state = data.draw(st.sampled_from(["open", "closed"]))
        node_id = past.drawn(data, "post")
        await comments.set_thread(ctx, d.SetThread(node_id=node_id, state=state, pinned=data.draw(st.booleans())))
    elif act == "edit":
        await comments.edit(ctx, d.EditComment(node_id=past.drawn(data, "comment"), body=data.draw(TEXTS)))
    elif act == "judge":
        verdict = data.draw(st.sampled_from(["approve", "reject", "hide"]))
        await comments.moderate(ctx, d.Moderate(node_ids=(past.drawn(data, "comment"),), verdict=verdict))
    else:
        await comments.remove(ctx, c.NodeCommand(node_id=past.drawn(data, "comment")))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "acts",
    [(write,), (move,), (write, build), (lead,), (write, talk)],
    ids=["texts", "addresses", "pages", "menus", "talk"],
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_sequence_undone_and_redone(
    opened: TemporaryShop, acts: tuple[Any, ...], data: st.DataObject
) -> None:
    shop = await opened.neighbour(new_id(), "en", "ru")
    past = Past(shop, replace(shop.ctx, actor_id=new_id()))
    history, done, ahead = shop.platform.history, [await past.digest()], []
    for _ in range(data.draw(st.integers(2, 8))):
        try:
            await data.draw(st.sampled_from(acts))(past, data)
        except UserError:
            continue
        now = await past.digest()
        if (await history.state(past.ctx)).redo is None:
            ahead.clear()
        if now != done[-1]:
            done.append(now)
        if len(done) > 1 and data.draw(st.integers(0, 3)) == 0:
            await history.undo(past.ctx)
            ahead.append(done.pop())
            assert await past.digest() == done[-1]
    while len(done) > 1:
        await history.undo(past.ctx)
        ahead.append(done.pop())
        assert await past.digest() == done[-1]
    while ahead:
        await history.redo(past.ctx)
        assert await past.digest() == ahead.pop()


async def test_old_addresses_come_and_go_with_their_acts_after_a_restart(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path / "shop", clock=utc_now) as shop:
        nodes, ctx = shop.platform.nodes, shop.ctx
        made = [a_node().titled(title).having(publish=title == "One") for title in ("One", "Two")]  # type: ignore[arg-type]
        one, two = [(await nodes.create_node(ctx, command.build())).node_id for command in made]
        for node_id, slug in ((one, "three"), (two, "one")):  # the second takes over what led to the first
            given = {"node_id": node_id, "translations": {"en": {"slug": slug}}}
            await nodes.update_node(ctx, c.UpdateNode.model_validate(given))
        await nodes.add_redirect(ctx, c.AddRedirect(node_id=one, locale="en", slug="old"))
        (old,) = await nodes.redirects(ctx)
        await nodes.remove_redirect(ctx, c.RemoveRedirect(redirect_id=old.id))
    async with temporary_shop(tmp_path / "shop", clock=utc_now) as again:
        history, ctx = again.platform.history, replace(ctx, correlation_id=None)
        leads = [{}, {"one": one}, {}, {"old": one}, {}]
        for turn, expected in ((history.undo, leads[-2::-1]), (history.redo, leads[1:])):
            for wanted in expected:
                await turn(ctx)
                assert {row.slug: row.node_id for row in await again.platform.nodes.redirects(ctx)} == wanted


async def test_publishing_what_was_typed_is_called_publishing(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path / "shop", clock=utc_now) as shop:
        made = await shop.platform.nodes.create_node(shop.ctx, a_node().titled("One").build())
        await CommitNode(made.node_id, made.version, "en", {"body": "Typed"}, "publish")(shop.platform)
        step = (await shop.platform.history.state(shop.platform.context())).undo
        assert step is not None
        assert (step.kind, step.title) == ("publish", "One")


async def test_restoring_a_field_and_a_version(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path / "shop", clock=utc_now) as shop:
        nodes, history = shop.platform.nodes, shop.platform.history
        made = await nodes.create_node(shop.ctx, a_node().titled("One").written("first").tagged("a").build())
        for words in ({"body": "second"}, {"title": "Two", "body": "third"}):
            given = {"node_id": made.node_id, "translations": {"en": words}}
            await nodes.update_node(shop.ctx, c.UpdateNode.model_validate(given))
        (second, third) = shop.events.of_type("body.updated")[1:]
        view = await nodes.get_node(shop.ctx, made.node_id)
        await history.restore_field(shop.ctx, third.id, "body@en", view.version)
        assert (await nodes.get_node(shop.ctx, made.node_id)).translations["en"].body == "second"
        view = await nodes.get_node(shop.ctx, made.node_id)
        first = shop.events.of_type("node.created")[0]
        await history.restore_version(shop.ctx, first.id, view.version)
        after = await nodes.get_node(shop.ctx, made.node_id)
        assert (after.translations["en"].title, after.translations["en"].body, after.tags) == ("One", "first", ("a",))
        page = await history.entries(shop.ctx, "node", made.node_id)
        assert len(page.entries) >= 5
        assert second.data["changes"] == {"body@en": ["first", "second"]}
