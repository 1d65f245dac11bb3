"""Acts on collections, each a unit of work: rows and one event with what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rustok_desktop.commerce import collections_sql as sql
from rustok_desktop.commerce import rules
from rustok_desktop.commerce.collections_rules import plain_rule, rule_problems, rule_text, stored_rule
from rustok_desktop.commerce.collections_schemas import (
    AddToCollection,
    CollectionCommand,
    CollectionPatch,
    CollectionWords,
    CreateCollection,
    MoveInCollection,
    RemoveFromCollection,
    UpdateCollection,
)
from rustok_desktop.commerce.collections_views import CollectionSaved
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.core.text import unique_slug
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

AGGREGATE = "collection"
_Words = tuple[str, str]  # title, handle


@dataclass(frozen=True, slots=True)
class _Work:
    """One command on one collection. ``version`` is the one before it, 0 for a new collection."""

    uow: UnitOfWork
    ctx: Context
    bus: TransactionalEventBus
    id: str
    version: int
    kind: str
    rule: str | None

    @property
    def at(self) -> dict[str, str]:
        return {"at_id": self.id, "at_tenant_id": self.ctx.tenant_id}

    def done(self, act: str, changes: Changes, rule: str | None) -> CollectionSaved:
        """The row's new version and the event; nothing when nothing changed."""
        if not changes:
            return CollectionSaved(self.id, self.version, (), None)
        version = self.version + 1
        if act == "updated":
            self.uow.run(sql.UPDATE_COLLECTION, rule=rule, version=version, now=self.uow.now, **self.at)
        data = {"collection_id": self.id, "changes": changes}
        self.bus.publish_in_tx(self.uow, self.ctx, NewEvent(f"collection.{act}", AGGREGATE, self.id, data))
        return CollectionSaved(self.id, version if act != "deleted" else self.version, tuple(changes), self.uow.txid)


def create(
    ctx: Context,
    bus: TransactionalEventBus,
    command: CreateCollection,
    uow: UnitOfWork,
    collection_id: str | None = None,
) -> CollectionSaved:
    """``collection.created``, under its old id when it comes back. Invalid with every wrong field."""
    kind = "manual" if command.rule is None else "rule"
    work = _Work(uow, ctx, bus, collection_id or new_id(), 0, kind, None)
    problems = rule_problems(command.rule) if command.rule is not None else []
    words, wrong = _words(work, {}, command.translations)
    members = list(dict.fromkeys(command.product_ids)) if command.rule is None else []
    problems += [*wrong, *_unknown(work, members)]
    if problems:
        raise Invalid(problems)
    text = rule_text(command.rule) if command.rule is not None else None
    uow.run(sql.INSERT_COLLECTION, id=work.id, tenant_id=ctx.tenant_id, kind=kind, rule=text, now=uow.now)
    changes: Changes = {"kind": [None, kind]}
    if command.rule is not None:
        changes["rule"] = [None, plain_rule(command.rule)]
    _write_words(work, {}, words, changes)
    _write_members(work, {}, members, changes)
    return work.done("created", changes, text)


def update(ctx: Context, bus: TransactionalEventBus, command: UpdateCollection, uow: UnitOfWork) -> CollectionSaved:
    """``collection.updated`` with words and rule. A save that changes nothing records nothing."""
    work = _load(uow, ctx, bus, command.collection_id, command.base_version)
    if command.rule is not None and work.kind != "rule":
        raise UserError("collection_by_hand", id=work.id)
    problems = rule_problems(command.rule) if command.rule is not None else []
    stored = _stored_words(work)
    words, wrong = _words(work, stored, command.translations)
    problems += wrong
    if problems:
        raise Invalid(problems)
    changes: Changes = {}
    text = work.rule
    if command.rule is not None and work.rule is not None and rule_text(command.rule) != work.rule:
        text = rule_text(command.rule)
        changes["rule"] = [plain_rule(stored_rule(work.rule)), plain_rule(command.rule)]
    _write_words(work, stored, words, changes)
    return work.done("updated", changes, text)


def delete(ctx: Context, bus: TransactionalEventBus, command: CollectionCommand, uow: UnitOfWork) -> CollectionSaved:
    """``collection.deleted``; its last state stays in the event. Products are not touched."""
    work = _load(uow, ctx, bus, command.collection_id, command.base_version)
    changes: Changes = {path: [value, None] for path, value in fields(uow, ctx, bus, work.id).items()}
    uow.run(sql.DELETE_COLLECTION, **work.at)
    return work.done("deleted", changes, None)


def add(ctx: Context, bus: TransactionalEventBus, command: AddToCollection, uow: UnitOfWork) -> CollectionSaved:
    """Products that are no members yet, in front of the one at ``position``, or at the end."""

    def arrange(now: list[str]) -> list[str]:
        known = set(now)
        new = [product_id for product_id in dict.fromkeys(command.product_ids) if product_id not in known]
        place = len(now) if command.position is None else command.position
        return [*now[:place], *new, *now[place:]]

    return _arrange(uow, ctx, bus, command, arrange)


def remove(ctx: Context, bus: TransactionalEventBus, command: RemoveFromCollection, uow: UnitOfWork) -> CollectionSaved:
    """Takes products out."""
    gone = set(command.product_ids)
    return _arrange(uow, ctx, bus, command, lambda now: [member for member in now if member not in gone])


def move(ctx: Context, bus: TransactionalEventBus, command: MoveInCollection, uow: UnitOfWork) -> CollectionSaved:
    """Members to another place; ids that are no members are ignored."""

    def arrange(now: list[str]) -> list[str]:
        members = set(now)
        moved = [product_id for product_id in dict.fromkeys(command.product_ids) if product_id in members]
        before = [product_id for product_id in now[: command.position] if product_id not in moved]
        after = [product_id for product_id in now[command.position :] if product_id not in moved]
        return [*before, *moved, *after]

    return _arrange(uow, ctx, bus, command, arrange)


def put_members(
    ctx: Context, bus: TransactionalEventBus, collection_id: str, members: Sequence[str], uow: UnitOfWork
) -> CollectionSaved:
    """Exactly these in this order, for taking acts back: also from the trash, purged ones left out."""
    work = _load(uow, ctx, bus, collection_id, None)
    there = {row[0] for row in uow.all(sql.ANY_PRODUCTS, at_tenant_id=ctx.tenant_id, ids=dumps(list(members)))}
    changes: Changes = {}
    _write_members(work, _members(work), [product_id for product_id in members if product_id in there], changes)
    return work.done("updated", changes, None)


def fields(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, collection_id: str) -> dict[str, object]:
    """A stored collection as the paths of its events. NotFound."""
    work = _load(uow, ctx, bus, collection_id, None)
    found: dict[str, object] = {"kind": work.kind}
    if work.rule is not None:
        found["rule"] = plain_rule(stored_rule(work.rule))
    for locale, (title, handle) in _stored_words(work).items():
        found |= {f"title@{locale}": title, f"handle@{locale}": handle}
    if work.kind == "manual":
        found |= {f"members/{product_id}": place for product_id, place in _members(work).items()}
    return found


def _arrange(
    uow: UnitOfWork,
    ctx: Context,
    bus: TransactionalEventBus,
    command: CollectionCommand,
    arrange: Callable[[list[str]], list[str]],
) -> CollectionSaved:
    work = _load(uow, ctx, bus, command.collection_id, command.base_version)
    if work.kind != "manual":
        raise UserError("collection_by_rule", id=work.id)
    stored = _members(work)
    members = arrange(list(stored))
    if len(members) > limits.COLLECTION_MEMBERS:
        raise UserError("collection_full", limit=limits.COLLECTION_MEMBERS)
    problems = _unknown(work, [product_id for product_id in members if product_id not in stored])
    if problems:
        raise Invalid(problems)
    changes: Changes = {}
    _write_members(work, stored, members, changes)
    return work.done("updated", changes, None)


def _load(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, collection_id: str, base_version: int | None
) -> _Work:
    row = uow.one(sql.STORED, at_id=collection_id, at_tenant_id=ctx.tenant_id)
    if row is None:
        raise NotFound("not_found", kind=AGGREGATE, id=collection_id)
    version, kind, rule = row
    if base_version is not None and base_version != version:
        raise VersionConflict("version_conflict", id=collection_id, expected=base_version, actual=version)
    return _Work(uow, ctx, bus, collection_id, version, kind, rule)


# -- words ---------------------------------------------------------------------------------------------


def _stored_words(work: _Work) -> dict[str, _Words]:
    rows = work.uow.all(sql.TRANSLATIONS, **work.at)
    return {locale: (title, handle) for locale, title, handle in rows}


def _words(
    work: _Work,
    stored: Mapping[str, _Words],
    given: Mapping[str, CollectionWords | None] | Mapping[str, CollectionPatch | None],
) -> tuple[dict[str, _Words], list[FieldProblem]]:
    """The words as they will be, and what is wrong with them."""
    words = dict(stored)
    problems: list[FieldProblem] = []
    for asked, patch in given.items():
        try:
            locale = normalize_locale(asked)
        except ValueError:
            problems.append(FieldProblem(f"title@{asked}", "bad_locale", {"value": asked}))
            continue
        if patch is None:
            words.pop(locale, None)
            continue
        title = patch.title or words.get(locale, ("", ""))[0]
        if not title:
            problems.append(FieldProblem(f"title@{locale}", "required"))
            continue
        handle, wrong = _handle(work, locale, patch, words.get(locale), title)
        problems += wrong
        words[locale] = (title, handle)
    if not words and not problems:
        problems.append(FieldProblem("title", "no_translations"))
    return words, problems


def _handle(
    work: _Work, locale: str, patch: CollectionWords | CollectionPatch, known: _Words | None, title: str
) -> tuple[str, list[FieldProblem]]:
    def holder(handle: str) -> tuple[str, str] | None:
        return work.uow.one(sql.HANDLE_HOLDER, locale=locale, handle=handle, **work.at)

    def taken(handle: str) -> bool:
        return holder(handle) is not None

    if not patch.handle:
        kept = known is not None and "handle" not in patch.model_fields_set
        return (known[1] if known and kept else unique_slug(rules.default_handle(title), taken)), []
    path = f"handle@{locale}"
    problems = rules.handle_problems(path, patch.handle)
    found = holder(patch.handle)
    if found is not None and not problems:
        params = {"handle": patch.handle, "holder": found[1]}
        problems = [FieldProblem(path, "duplicate_handle", params, unique_slug(patch.handle, taken))]
    return patch.handle, problems


def _write_words(work: _Work, stored: Mapping[str, _Words], words: Mapping[str, _Words], changes: Changes) -> None:
    changed = [locale for locale in {**stored, **words} if stored.get(locale) != words.get(locale)]
    for locale in changed:
        was, becomes = stored.get(locale, (None, None)), words.get(locale, (None, None))
        for name, before, after in zip(("title", "handle"), was, becomes, strict=True):
            if before != after:
                changes[f"{name}@{locale}"] = [before, after]
        work.uow.run(sql.DELETE_WORDS, locale=locale, **work.at)
    for locale in changed:
        if locale in words:
            title, handle = words[locale]
            work.uow.run(sql.INSERT_WORDS, locale=locale, title=title, handle=handle, **work.at)


# -- members -------------------------------------------------------------------------------------------


def _members(work: _Work) -> dict[str, int]:
    return dict(work.uow.all(sql.MEMBER_IDS, **work.at))


def _unknown(work: _Work, product_ids: Sequence[str]) -> list[FieldProblem]:
    if not product_ids:
        return []
    rows = work.uow.all(sql.KNOWN_PRODUCTS, at_tenant_id=work.ctx.tenant_id, ids=dumps(list(product_ids)))
    known = {row[0] for row in rows}
    return [FieldProblem("members", "unknown_product", {"id": i}) for i in product_ids if i not in known]


def _write_members(work: _Work, stored: Mapping[str, int], members: Sequence[str], changes: Changes) -> None:
    """Writes and notes the places that differ, also of those who only made room."""
    places = {product_id: place for place, product_id in enumerate(members)}
    gone = [product_id for product_id in stored if product_id not in places]
    for product_id in gone:
        changes[f"members/{product_id}"] = [stored[product_id], None]
    if gone:
        work.uow.run(sql.DELETE_MEMBERS, ids=dumps(gone), **work.at)
    rows = []
    for product_id, place in places.items():
        if stored.get(product_id) != place:
            rows.append({"product_id": product_id, "position": place, **work.at})
            changes[f"members/{product_id}"] = [stored.get(product_id), place]
    work.uow.run_many(sql.PUT_MEMBER, rows)


def rooted(ctx: Context) -> Context:
    """All events of one command belong together, also when the caller started no chain."""
    return ctx if ctx.correlation_id is not None else replace(ctx, correlation_id=new_id())
