"""Units of work on tags. Lists of products and nodes change first; the tags follow in the same step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rustok_desktop.core import validators
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.attaching import AGGREGATE, default_locale, follow_lists, set_words
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.schemas import MergeTags, RenameTag, TranslateTag
from rustok_desktop.taxonomy.views import TagSaved

Owners = Sequence[TagLists]  # whatever carries tags


@dataclass(frozen=True, slots=True)
class _Tag:
    id: str
    name: str
    key: str
    version: int


def rename(ctx: Context, bus: TransactionalEventBus, owners: Owners, command: RenameTag, uow: UnitOfWork) -> TagSaved:
    """Another name in everything that carries it, however it is spelled there."""
    tag = _load(uow, ctx, command.tag_id, command.base_version)
    name, key = command.name, command.name.casefold()
    if "," in name:
        raise Invalid([FieldProblem("name", "tag_with_comma")])
    _check_free(uow, ctx, tag, key)
    carrying = [(lists, lists.carrying(uow, ctx, {tag.key})) for lists in owners]
    if name == tag.name and all(name in tags for _, carried in carrying for tags in carried.values()):
        return TagSaved(tag.id, tag.version, 0, None)
    version = tag.version + 1
    uow.run(sql.RENAME_TAG, **_at(ctx, tag), name=name, key=key, version=version, now=uow.now)
    set_words(uow, ctx, tag.id, default_locale(uow, ctx), name)
    for lists, carried in carrying:
        _replace(uow, ctx, lists, carried, tag.key, name)
    _record(uow, ctx, bus, "tag.updated", tag.id, {"name": [tag.name, name]})
    for lists, carried in carrying:
        follow_lists(uow, ctx, bus, lists, list(carried))
    return TagSaved(tag.id, version, sum(len(carried) for _, carried in carrying), uow.txid)


def translate(ctx: Context, bus: TransactionalEventBus, command: TranslateTag, uow: UnitOfWork) -> TagSaved:
    """Words in other languages than the lists'."""
    tag = _load(uow, ctx, command.tag_id, command.base_version)
    home = default_locale(uow, ctx)
    problems = [p for locale in command.names if (p := validators.locale(f"name@{locale}", locale))]
    if home in command.names:
        problems.append(FieldProblem(f"name@{home}", "tag_named_in_products"))
    if problems:
        raise Invalid(problems)
    stored = {row[0]: row[1] for row in uow.all(sql.WORDS, **_at(ctx, tag))}
    changes: Changes = {
        f"name@{locale}": [stored.get(locale), name]
        for locale, name in command.names.items()
        if stored.get(locale) != name
    }
    if not changes:
        return TagSaved(tag.id, tag.version, 0, None)
    for path, (_, name) in changes.items():
        set_words(uow, ctx, tag.id, path.partition("@")[2], name)
    version = tag.version + 1
    uow.run(sql.RENAME_TAG, **_at(ctx, tag), name=tag.name, key=tag.key, version=version, now=uow.now)
    _record(uow, ctx, bus, "tag.updated", tag.id, changes)
    return TagSaved(tag.id, version, 0, uow.txid)


def merge(ctx: Context, bus: TransactionalEventBus, owners: Owners, command: MergeTags, uow: UnitOfWork) -> TagSaved:
    """Whatever has the one gets the other in its place; the one is deleted."""
    tag, into = _load(uow, ctx, command.tag_id, command.base_version), _load(uow, ctx, command.into_id, None)
    if tag.id == into.id:
        raise UserError("same_tag", id=tag.id)
    count = 0
    for lists in owners:
        carrying = lists.carrying(uow, ctx, {tag.key})
        _replace(uow, ctx, lists, carrying, tag.key, into.name)
        # Also those whose list lost the tag a moment ago, which the reader has not seen yet.
        targets = uow.all(sql.TARGETS, target_type=lists.target_type, **_at(ctx, tag))
        stale = {row[0] for row in targets} - carrying.keys()
        follow_lists(uow, ctx, bus, lists, [*carrying, *sorted(stale)])
        count += len(carrying)
    uow.run(sql.DELETE_TAG, **_at(ctx, tag))
    _record(uow, ctx, bus, "tag.deleted", tag.id, {"name": [tag.name, None], "merged_into": [None, into.id]})
    return TagSaved(into.id, into.version, count, uow.txid)


def remove_unused(ctx: Context, bus: TransactionalEventBus, owners: Owners, uow: UnitOfWork) -> int:
    """Tags that nothing carries, also none whose event has not been read yet; how many."""
    rows = uow.all(sql.UNUSED, at_tenant_id=ctx.tenant_id)
    keys = {row[2] for row in rows}
    carried = [lists.carrying(uow, ctx, keys) for lists in owners] if rows else []
    used = {tag.casefold() for found in carried for tags in found.values() for tag in tags}
    leaving = [row for row in rows if row[2] not in used]
    for tag_id, name, _ in leaving:
        uow.run(sql.DELETE_TAG, at_tenant_id=ctx.tenant_id, at_id=tag_id)
        _record(uow, ctx, bus, "tag.deleted", tag_id, {"name": [name, None]})
    return len(leaving)


def _load(uow: UnitOfWork, ctx: Context, tag_id: str, base_version: int | None) -> _Tag:
    row = uow.one(sql.TAG, at_tenant_id=ctx.tenant_id, at_id=tag_id)
    if row is None:
        raise NotFound("not_found", kind="tag", id=tag_id)
    tag = _Tag(*row)
    if base_version is not None and tag.version != base_version:
        raise VersionConflict("version_conflict", id=tag_id, expected=base_version, actual=tag.version)
    return tag


def _check_free(uow: UnitOfWork, ctx: Context, tag: _Tag, key: str) -> None:
    for _, holder_id, holder in uow.all(sql.TAGS_BY_KEY, at_tenant_id=ctx.tenant_id, keys=dumps([key])):
        if holder_id != tag.id:
            raise UserError("tag_exists", holder=holder, id=holder_id)


def _replace(
    uow: UnitOfWork, ctx: Context, lists: TagLists, carrying: dict[str, list[str]], key: str, name: str
) -> None:
    for owner_id, tags in carrying.items():
        lists.write(uow, ctx, owner_id, [name if tag.casefold() == key else tag for tag in tags])


def _at(ctx: Context, tag: _Tag) -> dict[str, str]:
    return {"at_tenant_id": ctx.tenant_id, "at_id": tag.id}


def _record(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, event_type: str, tag_id: str, changes: Changes
) -> None:
    bus.publish_in_tx(uow, ctx, NewEvent(event_type, AGGREGATE, tag_id, {"tag_id": tag_id, "changes": changes}))
