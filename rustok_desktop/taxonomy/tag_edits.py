"""Units of work on tags. Lists of products and nodes change first; the tags follow in the same step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.attaching import AGGREGATE, default_locale, follow_lists
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.schemas import MergeTags, RenameTag, TranslateTag
from rustok_desktop.taxonomy.tag_words import Words, planned_words, save_words, stored_words, word_changes
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
    home, stored = default_locale(uow, ctx), stored_words(uow, ctx, tag.id)
    becomes, problems = planned_words(uow, ctx, tag.id, stored, {home: name}, {})
    if problems:
        raise Invalid(problems)
    changes: Changes = {"name": [tag.name, name]} | word_changes(stored, becomes, home)
    _save(uow, ctx, tag, name, stored, becomes)
    for lists, carried in carrying:
        _replace(uow, ctx, lists, carried, tag.key, name)
    _record(uow, ctx, bus, "tag.updated", tag.id, changes)
    for lists, carried in carrying:
        follow_lists(uow, ctx, bus, lists, list(carried))
    return TagSaved(tag.id, tag.version + 1, sum(len(carried) for _, carried in carrying), uow.txid)


def translate(ctx: Context, bus: TransactionalEventBus, command: TranslateTag, uow: UnitOfWork) -> TagSaved:
    """Words in other languages than the lists'."""
    tag = _load(uow, ctx, command.tag_id, command.base_version)
    home, stored = default_locale(uow, ctx), stored_words(uow, ctx, tag.id)
    becomes, problems = planned_words(uow, ctx, tag.id, stored, command.names, command.slugs)
    if home in command.names:
        problems.append(FieldProblem(f"name@{home}", "tag_named_in_products"))
    if problems:
        raise Invalid(problems)
    changes = word_changes(stored, becomes, home)
    if not changes:
        return TagSaved(tag.id, tag.version, 0, None)
    _save(uow, ctx, tag, tag.name, stored, becomes)
    _record(uow, ctx, bus, "tag.updated", tag.id, changes)
    return TagSaved(tag.id, tag.version + 1, 0, uow.txid)


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
    _delete(uow, ctx, bus, tag, {"merged_into": [None, into.id]})
    return TagSaved(into.id, into.version, count, uow.txid)


def remove_unused(ctx: Context, bus: TransactionalEventBus, owners: Owners, uow: UnitOfWork) -> int:
    """Tags that nothing carries, also none whose event has not been read yet; how many."""
    rows = uow.all(sql.UNUSED, at_tenant_id=ctx.tenant_id)
    keys = {row[2] for row in rows}
    carried = [lists.carrying(uow, ctx, keys) for lists in owners] if rows else []
    used = {tag.casefold() for found in carried for tags in found.values() for tag in tags}
    leaving = [row for row in rows if row[2] not in used]
    for tag_id, _, _ in leaving:
        _delete(uow, ctx, bus, _load(uow, ctx, tag_id, None), {})
    return len(leaving)


def remove(ctx: Context, bus: TransactionalEventBus, owners: Owners, tag_id: str, uow: UnitOfWork) -> None:
    """One tag that nothing carries; UserError ``tag_in_use``."""
    tag = _load(uow, ctx, tag_id, None)
    count = sum(len(lists.carrying(uow, ctx, {tag.key})) for lists in owners)
    if count:
        raise UserError("tag_in_use", name=tag.name, count=count)
    for lists in owners:
        stale = [row[0] for row in uow.all(sql.TARGETS, target_type=lists.target_type, **_at(ctx, tag))]
        follow_lists(uow, ctx, bus, lists, stale)
    _delete(uow, ctx, bus, tag, {})


def put(
    ctx: Context, bus: TransactionalEventBus, owners: Owners, tag_id: str, name: str, words: Words, uow: UnitOfWork
) -> None:
    """The tag exactly so, made anew under its old id when it is gone: for taking acts back.

    Whatever carries it under another name follows; what carries the name gets the tag attached.
    """
    key, home = name.casefold(), default_locale(uow, ctx)
    known = uow.one(sql.TAG, at_tenant_id=ctx.tenant_id, at_id=tag_id)
    tag = _Tag(*known) if known is not None else _Tag(tag_id, "", "", 0)
    stored = stored_words(uow, ctx, tag_id)
    aside = _step_aside(uow, ctx, bus, owners, tag, key)
    _check_free(uow, ctx, tag, key)
    names = {locale: words[locale][0] if locale in words else None for locale in {**stored, **words}}
    slugs: dict[str, str | None] = {locale: slug for locale, (_, slug) in words.items()}
    becomes, problems = planned_words(uow, ctx, tag_id, stored, names | {home: name}, slugs)
    if problems:
        raise Invalid(problems)
    changes = word_changes(stored, becomes, home)
    if tag.name != name:
        changes["name"] = [tag.name or None, name]
    if not changes:
        return
    if known is None:
        uow.run(sql.INSERT_TAG, **_new_row(uow, ctx, tag_id, name, key))
    _save(uow, ctx, tag, name, stored, becomes)
    carrying = [(lists, lists.carrying(uow, ctx, {tag.key} - {""})) for lists in owners]
    for lists, carried in carrying:
        if tag.key == key:  # only the letters' case: lists that were put back before this keep their own spelling
            _replace_spelling(uow, ctx, lists, carried, tag.name, name)
        else:
            _replace(uow, ctx, lists, carried, tag.key, name)
    _record(uow, ctx, bus, "tag.updated" if known is not None else "tag.created", tag_id, changes)
    for lists, carried in carrying:
        follow_lists(uow, ctx, bus, lists, list({**carried, **lists.carrying(uow, ctx, {key})}))
    if aside is not None and known is not None:
        put(ctx, bus, owners, aside, tag.name, stored, uow)


def _step_aside(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, owners: Owners, tag: _Tag, key: str
) -> str | None:
    """Take a tag away that has the name but that nothing carries: made by a list that changed since. Its id.

    It takes the name that becomes free, so that doing it again finds both as they were.
    """
    for lists in owners:
        # What is attached to this very tag had its list put back already, in the same step.
        own = {row[0] for row in uow.all(sql.TARGETS, target_type=lists.target_type, **_at(ctx, tag))}
        if lists.carrying(uow, ctx, {key}).keys() - own:
            return None
    for _, holder_id, _ in uow.all(sql.TAGS_BY_KEY, at_tenant_id=ctx.tenant_id, keys=dumps([key])):
        if holder_id != tag.id:
            _delete(uow, ctx, bus, _load(uow, ctx, holder_id, None), {})
            return str(holder_id)
    return None


def fields(uow: UnitOfWork, ctx: Context, tag_id: str) -> dict[str, str]:
    """A stored tag as the paths of its events; empty when it is not there."""
    known = uow.one(sql.TAG, at_tenant_id=ctx.tenant_id, at_id=tag_id)
    if known is None:
        return {}
    changes = word_changes({}, stored_words(uow, ctx, tag_id), default_locale(uow, ctx))
    return {"name": str(known[1])} | {path: str(pair[1]) for path, pair in changes.items()}


def _save(uow: UnitOfWork, ctx: Context, tag: _Tag, name: str, stored: Words, becomes: Words) -> None:
    now = {"name": name, "key": name.casefold(), "version": tag.version + 1, "now": uow.now}
    uow.run(sql.RENAME_TAG, **_at(ctx, tag), **now)
    save_words(uow, ctx, tag.id, stored, becomes)


def _delete(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, tag: _Tag, why: Changes) -> None:
    changes: Changes = {path: [value, None] for path, value in fields(uow, ctx, tag.id).items()}
    uow.run(sql.DELETE_TAG, **_at(ctx, tag))
    _record(uow, ctx, bus, "tag.deleted", tag.id, changes | why)


def _new_row(uow: UnitOfWork, ctx: Context, tag_id: str, name: str, key: str) -> dict[str, Any]:
    row = {"id": tag_id, "tenant_id": ctx.tenant_id, "name": name, "key": key, "use_count": 0}
    return {**row, "version": 1, "created_at": uow.now, "updated_at": uow.now}


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


def _replace_spelling(
    uow: UnitOfWork, ctx: Context, lists: TagLists, carrying: dict[str, list[str]], was: str, name: str
) -> None:
    for owner_id, tags in carrying.items():
        if was in tags:
            lists.write(uow, ctx, owner_id, [name if tag == was else tag for tag in tags])


def _at(ctx: Context, tag: _Tag) -> dict[str, str]:
    return {"at_tenant_id": ctx.tenant_id, "at_id": tag.id}


def _record(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, event_type: str, tag_id: str, changes: Changes
) -> None:
    bus.publish_in_tx(uow, ctx, NewEvent(event_type, AGGREGATE, tag_id, {"tag_id": tag_id, "changes": changes}))
