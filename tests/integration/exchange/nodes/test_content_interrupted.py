"""Imports of content that stop half-way: whole batches are kept, and one undo takes them back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from rustok_desktop.exchange.nodes import committing
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.schemas import ImportProgress, Tally
from rustok_desktop.storage.statements import prepare

from .conftest import Content
from .wxr_files import comment, item, write

_STATE = prepare("SELECT state, tallies FROM imports WHERE id = :id")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return write(tmp_path, *(item(number, more=comment(1000 + number, "Hi")) for number in range(1, 61)))


async def test_a_cancelled_import_keeps_whole_batches_and_is_undone_as_one(content: Content, many: Path) -> None:
    written: list[int] = []

    def progress(state: ImportProgress) -> None:
        if state.phase == "write":
            written.append(state.done)

    report = await content.bring_in(many, on_progress=progress, cancelled=lambda: len(written) == 2)
    assert (report.cancelled, report.tally.created, written) == (True, 2 * committing.BATCH, [25, 50])
    assert await content.count("post") == 50
    row = await content.platform.database.reader.one(_STATE, id=report.import_id)
    assert row == ("cancelled", '{"nodes":{"created":50,"updated":0}}')
    undone = await content.platform.history.undo(content.ctx)
    assert (undone.step.source, undone.step.products) == ("blog.xml", 50)
    assert await content.count("post") == 0
    assert (await content.bring_in(many)).tally == Tally(created=70, updated=50)


async def test_cancelling_the_task_finishes_the_batch_it_is_at(content: Content, many: Path) -> None:
    begun = asyncio.Event()
    task = asyncio.ensure_future(
        content.bring_in(many, on_progress=lambda state: begun.set() if state.phase == "write" else None)
    )
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    posts = await content.count("post")
    assert posts in (25, 50, 60)
    assert not list(content.platform.directory.temp.glob("import-*"))
    again = await content.bring_in(many)
    assert again.parts["post"] == Tally(created=60 - posts, unchanged=posts)


async def test_what_is_left_out_stays_out_and_takes_its_own_with_it(content: Content, many: Path) -> None:
    imports = content.platform.content_imports
    plan = await imports.plan(content.ctx, many)
    first = (await imports.planned(content.ctx, plan, part="post", limit=1))[0]
    await imports.exclude(content.ctx, plan, [first.ordinal])
    report = await imports.commit(content.ctx, plan)
    assert report.tally == Tally(created=118, rejected=1)  # its comment has nowhere to stand
    assert await content.count("post") == 59


async def test_what_changed_since_the_plan_is_left_and_told(content: Content, tmp_path: Path) -> None:
    from rustok_desktop.content.schemas import NodePatch, UpdateNode

    await content.bring_in(write(tmp_path, item(1, "One"), item(2, "Two")))
    imports, nodes = content.platform.content_imports, content.platform.nodes
    plan = await imports.plan(content.ctx, write(tmp_path, item(1, "Uno"), item(2, "Due")))
    node = (await nodes.get_by_slug(content.ctx, "post", "item-1")).node
    await nodes.update_node(content.ctx, UpdateNode(node_id=node.id, translations={"en": NodePatch(title="Mine")}))
    report = await imports.commit(content.ctx, plan)
    assert report.tally == Tally(updated=1, rejected=1)
    (told,) = [shown for shown in report.items if shown.action is ContentAction.SKIP]
    assert "meantime" in told.reason
    assert (await nodes.get_node(content.ctx, node.id)).translations["en"].title == "Mine"


async def test_an_item_that_is_refused_half_way_is_left_whole(content: Content, tmp_path: Path) -> None:
    from rustok_desktop.testing import a_node

    await content.bring_in(write(tmp_path, item(1, "One"), item(2, "Two")))
    imports, nodes = content.platform.content_imports, content.platform.nodes
    path = write(tmp_path, item(1, "One", status="draft", name="uno"), item(2, "Due"))
    plan = await imports.plan(content.ctx, path)
    taken = a_node().titled("Uno").build()
    await nodes.create_node(content.ctx, taken)  # takes the address between plan and commit
    report = await imports.commit(content.ctx, plan)
    assert report.tally == Tally(updated=1, rejected=1)
    node = (await nodes.get_by_slug(content.ctx, "post", "item-1")).node
    assert (node.status, node.version) == ("published", 1)
    assert (await nodes.get_by_slug(content.ctx, "post", "item-2")).node.translations["en"].title == "Due"


async def test_an_undo_in_many_batches_is_redone_in_many(content: Content, tmp_path: Path) -> None:
    """A discussion is closed long after its post was made: both lie in other batches of the undo."""
    closed = "<wp:comment_status>closed</wp:comment_status>"
    path = write(tmp_path, *(item(n, more=closed + comment(100 + n, "Hi")) for n in range(1, 8)))
    await content.bring_in(path)
    history = content.platform.history
    for batch in (5, 9, 24, 26, 31, 400):
        history.batch = batch
        await history.undo(content.ctx)
        assert (await content.count("post"), await content.count("comment")) == (0, 0)
        history.batch = batch + 2
        await history.redo(content.ctx)
        assert (await content.bring_in(path, dry_run=True)).tally == Tally(unchanged=14)


async def test_a_category_deleted_since_does_not_hinder_the_undo(content: Content, tmp_path: Path) -> None:
    from rustok_desktop.taxonomy.schemas import DeleteCategory

    term = '<category domain="category" nicename="c">C</category>'
    await content.bring_in(write(tmp_path, item(1, more=term)))
    (category,) = await content.platform.categories.tree(content.ctx)
    await content.platform.categories.delete(content.ctx, DeleteCategory(category_id=category.id))
    history = content.platform.history
    await history.undo(content.ctx)  # the category is back, its post did not follow
    await history.undo(content.ctx)
    assert await content.count("post") == 0
    await history.redo(content.ctx)
    node = (await content.platform.nodes.get_by_slug(content.ctx, "post", "item-1")).node
    assert node.category_id == category.id
