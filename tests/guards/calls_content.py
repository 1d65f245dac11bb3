"""How to call what changes and reads nodes."""

from __future__ import annotations

from datetime import timedelta

from rustok_desktop.content import schemas as c
from rustok_desktop.core.clock import parse_time, utc_now
from rustok_desktop.index.content_schemas import ContentQuery
from rustok_desktop.testing import a_node, indexed

from .world import MARK, Call, Ready, World


def later(**much: int) -> str:
    """A time to come, as events write it."""
    return (parse_time(utc_now()) + timedelta(**much)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


async def _node(w: World) -> None:
    built = a_node().titled(w.name).written("Words").by(f"{MARK} the author").build()
    saved = await w.shop.platform.nodes.create_node(w.shop.ctx, built)
    w.ids["node"], w.version = saved.node_id, saved.version


def _acted(*acts: str) -> Ready:
    async def ready(w: World) -> None:
        await _node(w)
        for act in acts:
            kind = c.ArchiveNode if act == "archive" else c.NodeCommand
            w.version = (await getattr(w.shop.platform.nodes, act)(w.shop.ctx, kind(node_id=w["node"]))).version

    return ready


def _act(name: str, *before: str) -> Call:
    kind = c.ArchiveNode if name == "archive" else c.NodeCommand
    return Call(
        lambda w, ctx, v: getattr(w.shop.platform.nodes, name)(ctx, kind(node_id=w["node"], base_version=v)),
        _acted(*before),
        versioned=True,
    )


async def _drafted(w: World) -> None:
    await _node(w)
    words = c.DraftWords(body="Typed")
    await w.shop.platform.nodes.save_draft(w.shop.ctx, c.SaveDraft(node_id=w["node"], locale="en", words=words))


async def _translated(w: World) -> None:
    await _node(w)
    texts: list[dict[str, c.NodePatch | None]] = [
        {"ru": c.NodePatch(title=f"{MARK} по-русски {w.number}")},
        {"en": c.NodePatch(body="Newer words")},
    ]
    for given in texts:
        saved = await w.shop.platform.nodes.update_node(w.shop.ctx, c.UpdateNode(node_id=w["node"], translations=given))
        w.version = saved.version


async def _scheduled(w: World) -> None:
    await _node(w)
    command = c.ScheduleNode(node_id=w["node"], publish_at=later(days=1))
    w.version = (await w.shop.platform.nodes.schedule(w.shop.ctx, command)).version


async def _redirected(w: World) -> None:
    await _node(w)
    command = c.AddRedirect(node_id=w["node"], locale="en", slug=f"old-{w.number}")
    w.ids["redirect"] = await w.shop.platform.nodes.add_redirect(w.shop.ctx, command)


async def _indexed(w: World) -> None:
    await _node(w)
    await indexed(w.shop)


CONTENT = {
    "nodes.create_node": Call(
        lambda w, ctx, v: w.shop.platform.nodes.create_node(ctx, a_node().titled("New").build()), hidden=False
    ),
    "nodes.update_node": Call(
        lambda w, ctx, v: w.shop.platform.nodes.update_node(
            ctx, c.UpdateNode(node_id=w["node"], base_version=v, template="wide", tags=("one",))
        ),
        _node,
        versioned=True,
    ),
    "nodes.save_draft": Call(
        lambda w, ctx, v: w.shop.platform.nodes.save_draft(
            ctx, c.SaveDraft(node_id=w["node"], base_version=v, locale="en", words=c.DraftWords(body="Other"))
        ),
        _node,
        versioned=True,
    ),
    "nodes.discard_draft": Call(
        lambda w, ctx, v: w.shop.platform.nodes.discard_draft(
            ctx, c.DraftCommand(node_id=w["node"], base_version=v, locale="en")
        ),
        _drafted,
        versioned=True,
    ),
    "nodes.apply_draft": Call(
        lambda w, ctx, v: w.shop.platform.nodes.apply_draft(ctx, c.DraftCommand(node_id=w["node"], base_version=v)),
        _drafted,
        versioned=True,
    ),
    "nodes.confirm_translation": Call(
        lambda w, ctx, v: w.shop.platform.nodes.confirm_translation(
            ctx, c.ConfirmTranslation(node_id=w["node"], base_version=v, locale="ru")
        ),
        _translated,
        versioned=True,
    ),
    "nodes.publish": _act("publish"),
    "nodes.unpublish": _act("unpublish", "publish"),
    "nodes.archive": _act("archive", "publish"),
    "nodes.restore_to_draft": _act("restore_to_draft", "publish", "archive"),
    "nodes.schedule": Call(
        lambda w, ctx, v: w.shop.platform.nodes.schedule(
            ctx, c.ScheduleNode(node_id=w["node"], base_version=v, publish_at=later(days=2))
        ),
        _node,
        versioned=True,
    ),
    "nodes.unschedule": Call(
        lambda w, ctx, v: w.shop.platform.nodes.unschedule(ctx, c.NodeCommand(node_id=w["node"], base_version=v)),
        _scheduled,
        versioned=True,
    ),
    "nodes.trash": _act("trash"),
    "nodes.restore": _act("restore", "trash"),
    "nodes.purge": _act("purge", "trash"),
    "nodes.get_node": Call(lambda w, ctx, v: w.shop.platform.nodes.get_node(ctx, w["node"]), _node),
    "nodes.get_by_slug": Call(
        lambda w, ctx, v: w.shop.platform.nodes.get_by_slug(ctx, "post", w.name.lower().replace(" ", "-")), _node
    ),
    "nodes.linked": Call(
        lambda w, ctx, v: w.shop.platform.nodes.linked(ctx, [("post", w["node"])]), _node, hidden=False
    ),
    "nodes.list": Call(lambda w, ctx, v: w.shop.platform.nodes.list(ctx, c.NodeQuery()), _node, hidden=False),
    "nodes.scheduled": Call(
        lambda w, ctx, v: w.shop.platform.nodes.scheduled(ctx, later(), later(days=9)), _scheduled, hidden=False
    ),
    "nodes.redirects": Call(lambda w, ctx, v: w.shop.platform.nodes.redirects(ctx), _redirected, hidden=False),
    "nodes.add_redirect": Call(
        lambda w, ctx, v: w.shop.platform.nodes.add_redirect(
            ctx, c.AddRedirect(node_id=w["node"], locale="en", slug=f"older-{w.number}")
        ),
        _node,
    ),
    "nodes.remove_redirect": Call(
        lambda w, ctx, v: w.shop.platform.nodes.remove_redirect(ctx, c.RemoveRedirect(redirect_id=w["redirect"])),
        _redirected,
    ),
    "content_listing.page": Call(
        lambda w, ctx, v: w.shop.platform.content_listing.page(ctx, ContentQuery()), _indexed, hidden=False
    ),
    "content_listing.count": Call(
        lambda w, ctx, v: w.shop.platform.content_listing.count(ctx, ContentQuery(kind="post")), _indexed, hidden=False
    ),
    "content_listing.search": Call(
        lambda w, ctx, v: w.shop.platform.content_listing.search(ctx, MARK), _indexed, hidden=False
    ),
    "content_listing.kinds": Call(lambda w, ctx, v: w.shop.platform.content_listing.kinds(ctx), _indexed, hidden=False),
    "content_listing.translations": Call(
        lambda w, ctx, v: w.shop.platform.content_listing.translations(ctx), _indexed, hidden=False
    ),
    "content_listing.tags": Call(lambda w, ctx, v: w.shop.platform.content_listing.tags(ctx), _indexed, hidden=False),
}
