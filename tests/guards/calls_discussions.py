"""How to call what people say, and the verdicts on it."""

from __future__ import annotations

from rustok_desktop.content import discussion_schemas as d
from rustok_desktop.content.schemas import NodeCommand, NodePatch, NodeWords
from rustok_desktop.testing import a_node

from .world import Call, World


async def _post(w: World) -> None:
    built = a_node().titled(w.name).published().build()
    saved = await w.shop.platform.nodes.create_node(w.shop.ctx, built)
    w.ids["post"], w.version = saved.node_id, saved.version


async def _comment(w: World) -> None:
    await _post(w)
    saved = await w.shop.platform.comments.add(w.shop.ctx, _a_comment(w))
    w.ids["comment"], w.version = saved.node_id, saved.version


def _a_comment(w: World) -> d.AddComment:
    return d.AddComment(parent_id=w["post"], body=w.name)


async def _category(w: World) -> None:
    command = d.CreateForumCategory(translations={"en": NodeWords(title=w.name)})
    saved = await w.shop.platform.forum.create_category(w.shop.ctx, command)
    w.ids["category"], w.version = saved.node_id, saved.version


async def _topic(w: World) -> None:
    await _category(w)
    saved = await w.shop.platform.forum.create_topic(w.shop.ctx, _a_topic(w))
    w.ids["topic"], w.version = saved.node_id, saved.version


def _a_topic(w: World) -> d.CreateTopic:
    return d.CreateTopic(category_id=w["category"], title=w.name, body=w.name)


DISCUSSIONS = {
    "comments.thread": Call(lambda w, ctx, v: w.shop.platform.comments.thread(ctx, w["post"]), _comment),
    "comments.discussion": Call(lambda w, ctx, v: w.shop.platform.comments.discussion(ctx, w["post"]), _comment),
    "comments.add": Call(lambda w, ctx, v: w.shop.platform.comments.add(ctx, _a_comment(w)), _post),
    "comments.edit": Call(
        lambda w, ctx, v: w.shop.platform.comments.edit(
            ctx, d.EditComment(node_id=w["comment"], base_version=v, body="Other")
        ),
        _comment,
        versioned=True,
    ),
    "comments.remove": Call(
        lambda w, ctx, v: w.shop.platform.comments.remove(ctx, NodeCommand(node_id=w["comment"], base_version=v)),
        _comment,
        versioned=True,
    ),
    "comments.moderate": Call(
        lambda w, ctx, v: w.shop.platform.comments.moderate(ctx, d.Moderate(node_ids=(w["comment"],), verdict="hide")),
        _comment,
    ),
    "comments.set_thread": Call(
        lambda w, ctx, v: w.shop.platform.comments.set_thread(
            ctx, d.SetThread(node_id=w["post"], base_version=v, state="closed")
        ),
        _post,
        versioned=True,
    ),
    "comments.queue": Call(
        lambda w, ctx, v: w.shop.platform.comments.queue(ctx, d.ModerationQuery(moderation="approved")),
        _comment,
        hidden=False,
    ),
    "comments.counts": Call(lambda w, ctx, v: w.shop.platform.comments.counts(ctx), _comment, hidden=False),
    "forum.categories": Call(lambda w, ctx, v: w.shop.platform.forum.categories(ctx), _category, hidden=False),
    "forum.topics": Call(lambda w, ctx, v: w.shop.platform.forum.topics(ctx, w["category"]), _topic, hidden=False),
    "forum.topic": Call(lambda w, ctx, v: w.shop.platform.forum.topic(ctx, w["topic"]), _topic),
    "forum.create_category": Call(
        lambda w, ctx, v: w.shop.platform.forum.create_category(
            ctx, d.CreateForumCategory(translations={"en": NodeWords(title="New")})
        ),
        hidden=False,
    ),
    "forum.update_category": Call(
        lambda w, ctx, v: w.shop.platform.forum.update_category(
            ctx,
            d.UpdateForumCategory(
                node_id=w["category"], base_version=v, translations={"en": NodePatch(excerpt="Other")}
            ),
        ),
        _category,
        versioned=True,
    ),
    "forum.remove_category": Call(
        lambda w, ctx, v: w.shop.platform.forum.remove_category(
            ctx, NodeCommand(node_id=w["category"], base_version=v)
        ),
        _category,
        versioned=True,
    ),
    "forum.create_topic": Call(lambda w, ctx, v: w.shop.platform.forum.create_topic(ctx, _a_topic(w)), _category),
    "forum.edit_topic": Call(
        lambda w, ctx, v: w.shop.platform.forum.edit_topic(
            ctx, d.EditTopic(node_id=w["topic"], base_version=v, body="Other")
        ),
        _topic,
        versioned=True,
    ),
}
