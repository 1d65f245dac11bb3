"""Status, archive, trash, purge."""

from __future__ import annotations

from functools import partial

import pytest

from rustok_desktop.content.lifecycle import put_state
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.testing import a_node

from .conftest import Writers


async def test_the_whole_round(writers: Writers) -> None:
    node = await writers.add()
    await writers.act("publish", node)
    await writers.act("archive", node, reason="  out of date ")
    archived = await writers.get(node.id)
    assert (archived.status, archived.archive_reason) == ("archived", "out of date")
    assert archived.archived_at == writers.clock()
    await writers.act("restore_to_draft", node)
    back = await writers.get(node.id)
    assert (back.status, back.archive_reason, back.archived_at) == ("draft", None, None)
    assert back.published_at is not None
    assert back.version == 4


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ((), "unpublish"),
        ((), "archive"),
        ((), "restore_to_draft"),
        (("publish",), "publish"),
        (("publish",), "restore_to_draft"),
        (("publish", "archive"), "publish"),
        (("publish", "archive"), "unpublish"),
        (("publish", "archive"), "archive"),
    ],
)
async def test_no_other_way_leads_from_status_to_status(writers: Writers, before: tuple[str, ...], act: str) -> None:
    node = await writers.add()
    for done in before:
        await writers.act(done, node)
    with pytest.raises(UserError) as refused:
        await writers.act(act, node)
    assert refused.value.code == "bad_transition"


async def test_what_is_public_does_not_go_to_the_trash(writers: Writers) -> None:
    node = await writers.add(a_node().published())
    with pytest.raises(UserError) as refused:
        await writers.act("trash", node)
    assert refused.value.code == "cannot_trash_published"


async def test_in_the_trash_nothing_is_done_but_restore_and_purge(writers: Writers) -> None:
    node = await writers.add()
    for wrong in ("restore", "purge"):
        with pytest.raises(UserError) as refused:
            await writers.act(wrong, node)
        assert refused.value.code == "not_in_trash"
    await writers.act("trash", node)
    for wrong in ("publish", "trash"):
        with pytest.raises(UserError) as refused:
            await writers.act(wrong, node)
        assert refused.value.code == "in_trash"
    with pytest.raises(UserError):
        await writers.update(await writers.get(node.id), "en", title="Other")
    await writers.act("restore", node)
    assert (await writers.get(node.id)).deleted_at is None


async def test_a_purge_tells_all_there_was(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Gone").written("text").tagged("a").by("Ann"))
    await writers.act("trash", node)
    await writers.act("purge", node)
    with pytest.raises(NotFound):
        await writers.get(node.id)
    (event,) = writers.shop.events.of_type("node.deleted")
    changes = event.data["changes"]
    assert changes["title@en"] == ["Gone", None]
    assert changes["body@en"] == ["text", None]
    assert changes["tags"] == [["a"], []]
    assert changes["author_name"] == ["Ann", None]


async def test_pages_below_a_purged_page_move_up(writers: Writers) -> None:
    top = await writers.add(a_node().of_kind("page").titled("Top"))
    middle = await writers.add(a_node().of_kind("page").titled("Middle").having(parent_id=top.id))
    low = await writers.add(a_node().of_kind("page").titled("Low").having(parent_id=middle.id))
    lowest = await writers.add(a_node().of_kind("page").titled("Lowest").having(parent_id=low.id))
    await writers.act("trash", middle)
    await writers.act("purge", middle)
    after = [await writers.get(node.id) for node in (low, lowest)]
    assert [(n.parent_id, n.depth) for n in after] == [(top.id, 1), (low.id, 2)]


async def test_acts_can_be_taken_back_exactly(writers: Writers) -> None:
    node = await writers.add(a_node().published())
    await writers.act("archive", node, reason="why")
    writer, bus = writers.shop.platform.database.writer, writers.shop.platform.bus
    for wanted, told in (
        ({"status": "published", "archived_at": None, "archive_reason": None}, "node.published"),
        ({"status": "draft", "published_at": None}, "node.unpublished"),
        ({"publish_at": writers.clock.after(days=1)}, "node.scheduled"),
        ({"publish_at": None, "unpublish_at": None}, "node.unscheduled"),
        ({"deleted_at": writers.clock()}, "node.trashed"),
        ({"deleted_at": None}, "node.restored"),
        ({"status": "archived"}, "node.archived"),
        ({"status": "draft"}, "node.unarchived"),
        ({"published_at": writers.clock()}, "node.updated"),
    ):
        await writer.run(partial(put_state, writers.ctx, bus, node.id, wanted))
        view = await writers.get(node.id)
        assert {name: getattr(view, name) for name in wanted} == wanted
        assert writers.told(node.id)[-1] == told
    count = len(writers.told(node.id))
    await writer.run(partial(put_state, writers.ctx, bus, node.id, {"status": "draft"}))
    assert len(writers.told(node.id)) == count
