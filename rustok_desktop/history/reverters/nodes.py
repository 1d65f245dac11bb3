"""Nodes of every kind: fields, texts by language, place, status, clock, verdicts and trash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rustok_desktop.content import lifecycle, loading, redirects
from rustok_desktop.content.discussing import put_thread, told_thread
from rustok_desktop.content.kinds import WRITTEN, require_kind
from rustok_desktop.content.queries import view_in
from rustok_desktop.content.schemas import UpdateNode
from rustok_desktop.content.slugs import redirect_path
from rustok_desktop.content.statements import UNKNOWN_CATEGORY
from rustok_desktop.content.update import put_node
from rustok_desktop.content.views import BODY_FIELDS, OWN_FIELDS, WORD_FIELDS, NodeView
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Action, Resource
from rustok_desktop.history.reverters.paths import PathReverter
from rustok_desktop.history.reverting import (
    CREATE,
    EDIT,
    PURGE,
    RESTORE,
    TRASH,
    Standing,
    State,
    Work,
    changes_of,
    put,
    same,
)
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CREATED = "node.created"
_LIFECYCLE = frozenset(lifecycle.STATE)
_OWN = tuple(name for name in OWN_FIELDS if name not in _LIFECYCLE)
_THREAD = "thread"
_REDIRECT = "redirect"


class NodeReverter(PathReverter):
    """A node is created into life and uncreated into the trash: what was written is never lost."""

    kind = "node"
    resource = Resource.NODES
    acts: Mapping[str, str] = {
        _CREATED: CREATE,
        "node.updated": EDIT,
        "node.translation.updated": EDIT,
        "body.updated": EDIT,
        "node.published": "publish",
        "node.unpublished": "unpublish",
        "node.archived": "archive",
        "node.unarchived": "unarchive",
        "node.scheduled": "schedule",
        "node.unscheduled": "unschedule",
        "node.moderated": "moderate",
        "node.trashed": TRASH,
        "node.restored": RESTORE,
        "node.deleted": PURGE,
        "redirect.created": EDIT,
        "redirect.deleted": EDIT,
    }
    rank = 0
    ordered = False
    fields = frozenset({*_OWN, *WORD_FIELDS, *BODY_FIELDS, *_LIFECYCLE, _THREAD, _REDIRECT})
    soft = frozenset({_REDIRECT})  # whoever takes an address that was one before ends its redirect

    def state(self, work: Work, thing_id: str) -> State:
        """Empty for a purged one."""
        try:
            view = view_in(work.uow, work.ctx, thing_id)
        except NotFound:
            return {}
        state = _state_of(view)
        put(state, _THREAD, told_thread(work.uow, work.ctx, thing_id))
        old = redirects.addresses_of(work.uow, work.ctx, thing_id)
        return state | {redirect_path(locale, slug): slug for locale, slug in old}

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """A node that the step made goes to the trash as it is, and comes back from there."""
        now = self.state(work, thing_id)
        if any(event.event_type == _CREATED for event in events):
            written = loading.load_node(work.uow, work.ctx, thing_id).kind in WRITTEN
            wanted = self._created(now, events, back=back, moment=work.uow.now, written=written)
            if wanted.get("category_id") is not None and not _has_category(work, wanted["category_id"]):
                del wanted["category_id"]
            return now, wanted
        wanted = now
        for event in events:
            wanted = self.wind(wanted, event, back=back)
        return now, wanted

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Out of the trash first, then fields, status and clock, into the trash last."""
        node = loading.load_node(work.uow, work.ctx, thing_id)
        acts = {name: wanted.get(name) for name in lifecycle.STATE if not same(now.get(name), wanted.get(name))}
        if work.reason == "restore" and "deleted_at" in now:
            loading.check_not_in_trash(node)
        if "deleted_at" in acts:
            require_kind(work.ctx, node.kind, Action.DELETE)
            if acts["deleted_at"] is None:
                lifecycle.put_state(work.ctx, work.bus, thing_id, {"deleted_at": acts.pop("deleted_at")}, work.uow)
        fields = _difference(now, wanted)
        if fields:
            command = UpdateNode.model_validate({"node_id": thing_id, **fields})
            put_node(work.ctx, work.bus, command, work.uow)
        if fields or _addresses(now) != _addresses(wanted):
            redirects.put_redirects(work.ctx, work.bus, thing_id, _addresses(wanted), work.uow)
        if not same(now.get(_THREAD), wanted.get(_THREAD)):
            put_thread(work.ctx, work.bus, thing_id, wanted.get(_THREAD), work.uow)
        if acts:
            lifecycle.put_state(work.ctx, work.bus, thing_id, acts, work.uow)

    def check(self, work: Work, thing_id: str, base_version: int | None) -> None:
        """NotFound, VersionConflict."""
        loading.check_version(loading.load_node(work.uow, work.ctx, thing_id), base_version)

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """The title in the asked language or any; of a block or comment its page's or post's."""
        try:
            view = view_in(uow, ctx, thing_id)
        except NotFound:
            return ""
        titles = {locale: text.title for locale, text in view.translations.items() if text.title}
        found = titles.get(ctx.locale) or next(iter(titles.values()), "")
        return found or (self.name(uow, ctx, view.parent_id) if view.parent_id is not None else "")

    def detail(self, events: Sequence[Envelope]) -> str:
        """The one kind of node, and after a colon the one verdict on all of them."""
        kinds = {str(event.data.get("kind") or "") for event in events}
        moderated = all(event.event_type == "node.moderated" for event in events)
        verdicts = {str(changes_of(event.data)["moderation"][1]) for event in events} if moderated else set()
        kind, verdict = (found.pop() if len(found) == 1 else "" for found in (kinds, verdicts))
        return f"{kind}:{verdict}" if verdict else kind

    def restorable(self, event: Envelope, path: str) -> bool:
        """Fields of edits; status, clock, place and discussion have acts of their own."""
        head = path.partition("@")[0]
        return self.acts.get(event.event_type) == EDIT and head in self.fields - _LIFECYCLE - {"parent_id", _THREAD}

    def lasting(self, path: str) -> bool:
        """Status, clock, trash, place and discussion."""
        return path in _LIFECYCLE or path in ("parent_id", "position", _THREAD) or _is_redirect(path)

    def _created(
        self, now: State, events: Sequence[Envelope], *, back: bool, moment: str, written: bool
    ) -> State:
        made: State = {"position": 0}  # told only where it is another
        for event in sorted(events, key=lambda event: event.seq):
            made = self.wind(made, event, back=False, check=False)
        for path in sorted(made.keys() | now.keys()):
            if path == _THREAD or _is_redirect(path) or (path == "category_id" and path not in now):
                continue  # a discussion holds no work; a deleted category leaves its nodes without telling of each
            if not (path in _LIFECYCLE and not back) and not same(made.get(path), now.get(path)):
                raise Standing(path)
        if back:
            kept = {"status": "draft"} if written and now.get("status") == "published" else {}
            before = {path: value for path, value in now.items() if path != _THREAD or path not in made}
            return {**before, **kept, "deleted_at": moment}
        if "deleted_at" not in now:
            raise Standing("deleted_at")
        wanted = {path: value for path, value in now.items() if path not in _LIFECYCLE}
        put(wanted, "category_id", made.get("category_id"))
        put(wanted, _THREAD, made.get(_THREAD, wanted.get(_THREAD)))
        return wanted | {name: made[name] for name in lifecycle.STATE if made.get(name) is not None}


def _is_redirect(path: str) -> bool:
    return path.startswith(f"{_REDIRECT}/")


def _addresses(state: State) -> set[tuple[str, str]]:
    """The old addresses of a state, as (language, address)."""
    paths = (path.partition("/")[2].rpartition("@") for path in state if _is_redirect(path))
    return {(locale, slug) for slug, _, locale in paths}


def _has_category(work: Work, category_id: str) -> bool:
    at = {"at_tenant_id": work.ctx.tenant_id, "id": category_id}
    return work.uow.one(UNKNOWN_CATEGORY, **at) is None


def _state_of(view: NodeView) -> State:
    state: State = {}
    for name in (*_OWN, *lifecycle.STATE):
        value = getattr(view, name)
        put(state, name, list(value) if name == "tags" else value)
    for locale, text in view.translations.items():
        for name in WORD_FIELDS:
            put(state, f"{name}@{locale}", getattr(text, name))
        if text.body is not None:
            state |= {f"body@{locale}": text.body, f"format@{locale}": text.format}
    return state


def _difference(now: State, wanted: State) -> dict[str, Any]:
    """The fields of an ``UpdateNode`` that leads from one state to the other; empty when none is needed."""
    fields: dict[str, Any] = {}
    for name in _OWN:
        if not same(now.get(name), wanted.get(name)):
            fields[name] = wanted.get(name)
    texts: dict[str, dict[str, Any] | None] = {}
    for locale in sorted({path.partition("@")[2] for path in (now.keys() | wanted.keys()) if "@" in path}):
        before, after = _texts(now, locale), _texts(wanted, locale)
        if before != after:
            texts[locale] = _patch(before, after) if any(after.values()) else None
    return fields | ({"translations": texts} if texts else {})


def _texts(state: State, locale: str) -> dict[str, Any]:
    return {name: state.get(f"{name}@{locale}") for name in (*WORD_FIELDS, *BODY_FIELDS)}


def _patch(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    patch = {name: after[name] for name in after if before[name] != after[name] and name != "format"}
    return patch if after["body"] is None else patch | {"body": after["body"], "format": after["format"]}
