"""What people say: open and closed discussions, verdicts, counts, and whose words are whose."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.content import discussion_schemas as d
from rustok_desktop.content.comments import CommentService
from rustok_desktop.content.discussion_views import ThreadState
from rustok_desktop.content.forum import ForumService
from rustok_desktop.content.schemas import NodeCommand
from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.testing import a_node

from .conftest import Writers


def comments(writers: Writers) -> CommentService:
    return writers.shop.platform.comments


def forum(writers: Writers) -> ForumService:
    return writers.shop.platform.forum


async def say(writers: Writers, parent_id: str, body: str = "Nice", **given: Any) -> NodeSaved:
    command = d.AddComment.model_validate({"parent_id": parent_id, "body": body, **given})
    return await comments(writers).add(writers.ctx, command)


async def heard(writers: Writers, parent_id: str) -> list[tuple[str, str]]:
    page = await comments(writers).thread(writers.ctx, parent_id)
    return [(row.body, row.moderation) for row in page.rows]


async def judge(writers: Writers, verdict: str, *ids: str) -> int:
    return await comments(writers).moderate(writers.ctx, d.Moderate(node_ids=ids, verdict=verdict))  # type: ignore[arg-type]


async def a_post(writers: Writers) -> NodeView:
    return await writers.add(a_node().titled("Post").published())


async def a_topic(writers: Writers, title: str = "Topic") -> str:
    given = d.CreateForumCategory.model_validate({"translations": {"en": {"title": "General", "body": "All else"}}})
    category = await forum(writers).create_category(writers.ctx, given)
    topic = d.CreateTopic(category_id=category.node_id, title=title, body="Begin")
    return (await forum(writers).create_topic(writers.ctx, topic)).node_id


async def count(writers: Writers, node_id: str) -> int:
    return (await writers.get(node_id)).reply_count


async def test_what_staff_says_is_there_at_once_and_a_customer_s_waits(writers: Writers) -> None:
    post, customer = await a_post(writers), writers.seen_by(Role.CUSTOMER)
    await say(writers, post.id, "Welcome")
    said = await say(customer, post.id, "First!", author_name="Ann", moderation="approved")
    assert await heard(writers, post.id) == [("Welcome", "approved"), ("First!", "pending")]
    assert await heard(customer, post.id) == [("Welcome", "approved"), ("First!", "pending")], "one's own is seen"
    stranger = writers.seen_by(Role.CUSTOMER)
    assert await heard(stranger, post.id) == [("Welcome", "approved")]
    assert await count(writers, post.id) == 1
    assert await judge(writers, "approve", said.node_id) == 1
    assert await heard(stranger, post.id) == [("Welcome", "approved"), ("First!", "approved")]
    assert await count(writers, post.id) == 2


async def test_verdicts_follow_one_table_and_counts_follow_verdicts(writers: Writers) -> None:
    post = await a_post(writers)
    one = (await say(writers.seen_by(Role.CUSTOMER), post.id)).node_id
    for verdict, becomes, replies in (
        ("reject", "rejected", 0),
        ("approve", "approved", 1),
        ("hide", "hidden", 0),
        ("approve", "approved", 1),
        ("reject", "rejected", 0),
    ):
        assert await judge(writers, verdict, one, one) == 1
        assert await heard(writers, post.id) == [("Nice", becomes)]
        assert await count(writers, post.id) == replies
    with pytest.raises(UserError) as refused:
        await judge(writers, "hide", one)
    assert refused.value.code == "bad_transition"
    assert writers.told(one).count("node.moderated") == 5


async def test_a_verdict_on_many_is_on_all_or_none(writers: Writers) -> None:
    post = await a_post(writers)
    ids = [(await say(writers.seen_by(Role.CUSTOMER), post.id)).node_id for _ in range(3)]
    await judge(writers, "approve", ids[2])
    with pytest.raises(UserError):
        await judge(writers, "approve", *ids)
    assert await comments(writers).counts(writers.ctx) == {"pending": 2, "approved": 1}
    assert await judge(writers, "approve", *ids[:2]) == 2
    with pytest.raises(NotFound):
        await judge(writers, "approve", post.id)


async def test_the_trash_is_not_counted(writers: Writers) -> None:
    post = await a_post(writers)
    said = await say(writers, post.id)
    await comments(writers).remove(writers.ctx, NodeCommand(node_id=said.node_id))
    assert await heard(writers, post.id) == []
    assert await count(writers, post.id) == 0
    with pytest.raises(UserError):
        await judge(writers, "hide", said.node_id)


async def test_whose_words_they_are(writers: Writers) -> None:
    post, ann, bob = await a_post(writers), writers.seen_by(Role.CUSTOMER), writers.seen_by(Role.CUSTOMER)
    said = await say(ann, post.id)
    await judge(writers, "approve", said.node_id)
    edit = d.EditComment(node_id=said.node_id, body="Nicer")
    with pytest.raises(Forbidden):
        await comments(bob).edit(bob.ctx, edit)
    with pytest.raises(Forbidden):
        await comments(bob).remove(bob.ctx, NodeCommand(node_id=said.node_id))
    await comments(ann).edit(ann.ctx, edit)
    assert await heard(writers, post.id) == [("Nicer", "pending")], "changed words wait for a verdict again"
    assert await count(writers, post.id) == 0
    assert (await comments(ann).edit(ann.ctx, edit)).changed == ()
    await comments(writers).edit(writers.ctx, d.EditComment(node_id=said.node_id, body="Mended"))
    assert await heard(writers, post.id) == [("Mended", "pending")]
    await comments(ann).remove(ann.ctx, NodeCommand(node_id=said.node_id))
    with pytest.raises(VersionConflict):
        await comments(writers).edit(writers.ctx, d.EditComment(node_id=said.node_id, base_version=1, body="x"))


async def test_the_state_of_a_discussion_is_told_to_whoever_sees_it(writers: Writers) -> None:
    topic, customer = await a_topic(writers), writers.seen_by(Role.CUSTOMER)
    assert await comments(writers).discussion(writers.ctx, topic) == ThreadState("open", False, False)
    await comments(writers).set_thread(writers.ctx, d.SetThread(node_id=topic, state="closed", locked=True))
    assert await comments(customer).discussion(customer.ctx, topic) == ThreadState("closed", False, True)
    draft = await writers.add(a_node().titled("Draft"))
    with pytest.raises(NotFound):
        await comments(customer).discussion(customer.ctx, draft.id)


async def test_discussions_that_are_over_take_no_replies(writers: Writers) -> None:
    topic, customer = await a_topic(writers), writers.seen_by(Role.CUSTOMER)

    async def put(**given: Any) -> NodeSaved:
        return await comments(writers).set_thread(writers.ctx, d.SetThread(node_id=topic, **given))

    async def refusal(whose: Writers) -> str:
        with pytest.raises(UserError) as refused:
            await say(whose, topic)
        return refused.value.code

    await put(locked=True)
    await say(writers, topic)
    assert await refusal(customer) == "thread_locked"
    await put(locked=False, state="closed")
    assert {await refusal(whose) for whose in (writers, customer)} == {"thread_closed"}
    await put(state="archived")
    assert await refusal(writers) == "thread_archived"
    with pytest.raises(UserError) as refused:
        await put(state="closed")
    assert refused.value.code == "bad_transition"
    await put(state="open")
    await say(customer, topic)
    assert (await put(state="open")).changed == ()
    assert [moderation for _, moderation in await heard(writers, topic)] == ["approved", "pending"]
    with pytest.raises(VersionConflict):
        await put(pinned=True, base_version=1)


async def test_topics_pinned_first_then_by_the_last_reply(writers: Writers) -> None:
    first = await a_topic(writers, "first")
    category = (await writers.get(first)).parent_id or ""
    others = []
    for title in ("second", "third"):
        writers.clock.move(minutes=1)
        command = d.CreateTopic(category_id=category, title=title, body="x")
        others.append((await forum(writers).create_topic(writers.ctx, command)).node_id)

    async def titles(whose: Writers = writers) -> list[str]:
        return [row.title for row in await forum(whose).topics(whose.ctx, category)]

    assert await titles() == ["third", "second", "first"]
    writers.clock.move(minutes=1)
    await say(writers, first)
    assert await titles() == ["first", "third", "second"]
    await comments(writers).set_thread(writers.ctx, d.SetThread(node_id=others[0], pinned=True))
    assert await titles() == ["second", "first", "third"]
    (pinned, replied, _) = await forum(writers).topics(writers.ctx, category)
    assert (pinned.pinned, pinned.state) == (True, "open")
    assert (replied.reply_count, replied.last_reply_at) == (1, writers.clock())
    customer = writers.seen_by(Role.CUSTOMER)
    own = d.CreateTopic(category_id=category, title="mine", body="x")
    saved = await forum(customer).create_topic(customer.ctx, own)
    assert "mine" in await titles(customer)
    assert "mine" not in await titles(writers.seen_by(Role.CUSTOMER))
    (row,) = (await comments(writers).queue(writers.ctx, d.ModerationQuery())).rows
    assert (row.id, row.kind, row.title, row.parent_title, row.body) == (
        saved.node_id,
        "forum_topic",
        "mine",
        "General",
        "x",
    )
    await judge(writers, "approve", saved.node_id)
    await forum(customer).edit_topic(customer.ctx, d.EditTopic(node_id=saved.node_id, title="ours"))
    topic = await forum(customer).topic(writers.ctx, saved.node_id)
    assert (topic.translations["en"].title, topic.translations["en"].body, topic.moderation) == ("ours", "x", "pending")


async def test_categories(writers: Writers) -> None:
    topic = await a_topic(writers)
    words = {"en": {"title": "Help"}, "ru": {"title": "Помощь"}}
    second = d.CreateForumCategory.model_validate({"translations": words})
    saved = await forum(writers).create_category(writers.ctx, second)
    assert [(c.title, c.topics) for c in await forum(writers).categories(writers.ctx)] == [("General", 1), ("Help", 0)]
    given = {"node_id": saved.node_id, "translations": {"ru": {"title": "Спросить"}}}
    update = d.UpdateForumCategory.model_validate(given)
    await forum(writers).update_category(writers.ctx, update)
    assert (await forum(writers).update_category(writers.ctx, update)).changed == ()
    russian = writers.seen_by(locale="ru")
    assert [c.title for c in await forum(russian).categories(russian.ctx)] == ["General", "Спросить"]
    await forum(writers).remove_category(writers.ctx, NodeCommand(node_id=saved.node_id))
    assert [c.title for c in await forum(writers).categories(writers.ctx)] == ["General"]
    for wrong in (
        forum(writers).remove_category(writers.ctx, NodeCommand(node_id=topic)),
        forum(writers).topic(writers.ctx, saved.node_id),
        forum(writers).create_topic(writers.ctx, d.CreateTopic(category_id=topic, title="x", body="x")),
    ):
        with pytest.raises(NotFound):
            await wrong


async def test_nobody_comments_on_what_they_cannot_see(writers: Writers) -> None:
    draft, customer = await writers.add(), writers.seen_by(Role.CUSTOMER)
    with pytest.raises(NotFound):
        await say(customer, draft.id)
    said = await say(writers, draft.id)
    with pytest.raises(NotFound):
        await say(writers, said.node_id)
    with pytest.raises(NotFound):
        await comments(customer).thread(customer.ctx, draft.id)
    with pytest.raises(NotFound):
        await comments(writers).set_thread(writers.ctx, d.SetThread(node_id=said.node_id, state="closed"))
    with pytest.raises(NotFound):
        await comments(writers).edit(writers.ctx, d.EditComment(node_id=draft.id, body="x"))


async def test_answers_to_answers_stay_in_their_thread(writers: Writers) -> None:
    post, other = await a_post(writers), await a_post(writers)
    first = await say(writers, post.id)
    await say(writers, post.id, "Indeed", reply_to=first.node_id)
    assert (await comments(writers).thread(writers.ctx, post.id)).rows[1].reply_to == first.node_id
    with pytest.raises(Invalid) as refused:
        await say(writers, other.id, reply_to=first.node_id)
    assert [p.code for p in refused.value.fields] == ["unknown_comment"]
    with pytest.raises(Invalid):
        await say(writers, post.id, "  \n ")


async def test_what_an_importer_knows_is_kept(writers: Writers) -> None:
    post, moment = await a_post(writers), "2019-05-06T07:08:09.000000Z"
    node_id = "018f2f3e-0000-7000-8000-000000000002"
    given = {"id": node_id, "created_at": moment, "moderation": "pending", "metadata": {"url": "https://a.example"}}
    await say(writers, post.id, "Old", author_name="Ann", locale="RU", **given)
    (row,) = (await comments(writers).thread(writers.ctx, post.id)).rows
    assert (row.id, row.created_at, row.author_name, row.locale) == (node_id, moment, "Ann", "ru")
    assert (row.moderation, row.metadata) == ("pending", {"url": "https://a.example"})
    with pytest.raises(UserError):
        await say(writers, post.id, **given)


async def test_long_threads_and_queues_come_in_parts(writers: Writers) -> None:
    post, customer = await a_post(writers), writers.seen_by(Role.CUSTOMER)
    for number in range(5):
        writers.clock.move(seconds=1)
        await say(customer, post.id, str(number))
    first = await comments(writers).thread(writers.ctx, post.id, limit=3)
    rest = await comments(writers).thread(writers.ctx, post.id, after=first.next, limit=3)
    assert [row.body for row in (*first.rows, *rest.rows)] == ["0", "1", "2", "3", "4"]
    query = d.ModerationQuery(kind="comment")
    first = await comments(writers).queue(writers.ctx, query, limit=3)
    rest = await comments(writers).queue(writers.ctx, query, after=first.next, limit=3)
    assert [row.body for row in (*first.rows, *rest.rows)] == ["4", "3", "2", "1", "0"]
    assert rest.next is None
    assert (await comments(writers).queue(writers.ctx, d.ModerationQuery(kind="forum_reply"))).rows == ()


async def test_a_purged_post_takes_its_comments_along(writers: Writers) -> None:
    post = await writers.add()
    said = await say(writers, post.id)
    await writers.act("trash", post)
    await writers.act("purge", post)
    (first, second) = writers.shop.events.of_type("node.deleted")
    assert (first.aggregate_id, first.data["changes"]["body@en"]) == (said.node_id, ["Nice", None])
    assert second.aggregate_id == post.id
