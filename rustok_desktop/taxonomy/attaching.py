"""Keeps tags in step with the lists of what carries them. The lists are the truth; a second run changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import unique_slug
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.words import slug_for

AGGREGATE = "tag"


def follow_lists(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, lists: TagLists, owner_ids: Sequence[str]
) -> None:
    """Make tags that are new, attach and detach, count, and record what changed. What was purged has no tags."""
    carried = {
        owner_id: {tag.casefold(): tag for tag in reversed(tags)}
        for owner_id, tags in lists.of(uow, ctx, owner_ids).items()
    }
    attached = _attached(uow, ctx, lists.target_type, owner_ids)
    ids = _tag_ids(uow, ctx, bus, carried.values())
    counts: Counter[str] = Counter()
    for owner_id in owner_ids:
        wanted = {ids[key] for key in carried.get(owner_id, ())}
        present = attached.get(owner_id, set())
        for tag_id in sorted(present - wanted):
            _link(uow, ctx, bus, "tag.detached", tag_id, (lists.target_type, owner_id))
            counts[tag_id] -= 1
        for tag_id in sorted(wanted - present):
            _link(uow, ctx, bus, "tag.attached", tag_id, (lists.target_type, owner_id))
            counts[tag_id] += 1
    for tag_id, delta in counts.items():
        if delta:
            uow.run(sql.COUNT_TAG, at_tenant_id=ctx.tenant_id, at_id=tag_id, delta=delta)


def set_words(uow: UnitOfWork, ctx: Context, tag_id: str, locale: str, name: str | None) -> str | None:
    """The tag's word in one language with a free slug, or none; tells the slug."""
    at = {"at_tenant_id": ctx.tenant_id, "at_id": tag_id, "at_locale": locale}
    uow.run(sql.DELETE_WORDS, **at)
    if name is None:
        return None
    slug = unique_slug(slug_for(name, AGGREGATE), lambda text: uow.one(sql.SLUG_TAKEN, slug=text, **at) is not None)
    uow.run(sql.INSERT_WORDS, tag_id=tag_id, locale=locale, tenant_id=ctx.tenant_id, name=name, slug=slug)
    return slug


def default_locale(uow: UnitOfWork, ctx: Context) -> str:
    """The language the lists are written in."""
    row = uow.one(sql.DEFAULT_LOCALE, at_tenant_id=ctx.tenant_id)
    return str(row[0]) if row is not None else ctx.locale


def _attached(uow: UnitOfWork, ctx: Context, target_type: str, owner_ids: Sequence[str]) -> dict[str, set[str]]:
    rows = uow.all(sql.ATTACHED, at_tenant_id=ctx.tenant_id, target_type=target_type, ids=dumps(owner_ids))
    attached: dict[str, set[str]] = {}
    for owner_id, tag_id, _ in rows:
        attached.setdefault(owner_id, set()).add(tag_id)
    return attached


def _tag_ids(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, carried: Iterable[Mapping[str, str]]
) -> dict[str, str]:
    """The tag of each case-folded name; names nobody had before become tags."""
    names: dict[str, str] = {}
    for tags in carried:
        for key, name in tags.items():
            names.setdefault(key, name)
    rows = uow.all(sql.TAGS_BY_KEY, at_tenant_id=ctx.tenant_id, keys=dumps(list(names)))
    ids = {row[0]: row[1] for row in rows}
    for key, name in names.items():
        if key not in ids:
            ids[key] = _create(uow, ctx, bus, key, name)
    return ids


def _create(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, key: str, name: str) -> str:
    tag_id = new_id()
    uow.run(
        sql.INSERT_TAG,
        id=tag_id,
        tenant_id=ctx.tenant_id,
        name=name[: limits.TAG],
        key=key,
        use_count=0,
        version=1,
        created_at=uow.now,
        updated_at=uow.now,
    )
    set_words(uow, ctx, tag_id, default_locale(uow, ctx), name)
    data = {"tag_id": tag_id, "changes": {"name": [None, name]}}
    bus.publish_in_tx(uow, ctx, NewEvent("tag.created", AGGREGATE, tag_id, data))
    return tag_id


def _link(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, event_type: str, tag_id: str, target: tuple[str, str]
) -> None:
    link = {"tag_id": tag_id, "target_type": target[0], "target_id": target[1]}
    if event_type == "tag.attached":
        uow.run(sql.ATTACH, tenant_id=ctx.tenant_id, created_at=uow.now, **link)
    else:
        uow.run(sql.DETACH, at_tenant_id=ctx.tenant_id, **link)
    bus.publish_in_tx(uow, ctx, NewEvent(event_type, AGGREGATE, tag_id, link))
