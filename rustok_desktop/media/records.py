"""Rows of media: writing them with their events, and reading them, inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import fold
from rustok_desktop.core.validators import by_locale
from rustok_desktop.media import statements as sql
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium, TextPatch
from rustok_desktop.media.views import MediaText, MediaUse, MediaView, Uploaded
from rustok_desktop.media.worker import Facts
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

AGGREGATE = "media"
USERS_NAMED = 5
_FIRST_VERSION = 1
_ENDINGS = {".jpg": (".jpg", ".jpeg", ".jpe", ".jfif")}
_KEPT_FIELDS = ("filename", "mime_type", "size", "sha256", "width", "height")


@dataclass(frozen=True, slots=True)
class StoredMedium:
    """A picture's row and words, and where its content lies."""

    view: MediaView
    path: str


def stored(row: tuple[Any, ...], words: list[tuple[Any, ...]]) -> StoredMedium:
    """A record from the rows of ``sql.ONE`` and ``sql.WORDS``."""
    (media_id, version, filename, original, mime, size, sha256, width, height, extra, by, created, updated, path) = row
    texts = {locale: MediaText(locale, title, alt) for locale, title, alt in words}
    frames = int(loads(extra).get("frames", 1))
    view = MediaView(
        media_id, version, filename, original, mime, size, sha256, width, height, frames, by, created, updated, texts
    )
    return StoredMedium(view, path)


def load(uow: UnitOfWork, ctx: Context, media_id: str) -> StoredMedium:
    """NotFound, also for another shop's."""
    place = {"at_tenant_id": ctx.tenant_id, "at_id": media_id}
    row = uow.one(sql.ONE, **place)
    if row is None:
        raise NotFound("not_found", kind="media", id=media_id)
    return stored(row, uow.all(sql.WORDS, **place))


def add(
    ctx: Context, bus: TransactionalEventBus, facts: Facts, name: str, path: str, uow: UnitOfWork
) -> Uploaded:
    """The row of a content that lies at ``path``; the one that is there when the shop has it already."""
    known = uow.one(sql.BY_CONTENT, at_tenant_id=ctx.tenant_id, at_sha256=facts.sha256)
    if known is not None:
        return Uploaded(known[0], created=False)
    media_id = new_id()
    filename = fitting_name(name, facts.ending)
    fields: dict[str, Any] = {
        "filename": filename,
        "mime_type": facts.mime_type,
        "size": facts.size,
        "sha256": facts.sha256,
        "width": facts.width,
        "height": facts.height,
    }
    uow.run(
        sql.INSERT,
        id=media_id,
        tenant_id=ctx.tenant_id,
        uploaded_by=ctx.actor_id,
        original_name=name[: limits.FILE_NAME],
        storage_path=path,
        storage_driver="local",
        metadata=dumps({"frames": facts.frames}),
        find_text=fold(filename),
        version=_FIRST_VERSION,
        created_at=uow.now,
        updated_at=uow.now,
        **fields,
    )
    changes = {field: [None, value] for field, value in fields.items()}
    changes |= _told(name[: limits.FILE_NAME], path, facts.frames, created=True)
    data = {"media_id": media_id, "mime_type": facts.mime_type, "size": facts.size, "changes": changes}
    bus.publish_in_tx(uow, ctx, NewEvent("media.uploaded", AGGREGATE, media_id, data))
    return Uploaded(media_id, created=True)


def describe(ctx: Context, bus: TransactionalEventBus, command: DescribeMedium, uow: UnitOfWork) -> int:
    """Save words; the version they make, the same one when nothing changes."""
    view = load(uow, ctx, command.media_id).view
    _check_version(view, command.base_version)
    texts = dict(view.translations)
    changes: Changes = {}
    problems: list[FieldProblem] = []
    patches = by_locale(problems, command.translations)
    if problems:
        raise Invalid(problems)
    for locale, patch in patches.items():
        _patch(texts, changes, locale, patch)
    if not changes:
        return view.version
    place = {"at_tenant_id": ctx.tenant_id, "at_id": view.id}
    for locale in {path.partition("@")[2] for path in changes}:
        text = texts.get(locale)
        if text is None:
            uow.run(sql.DROP_WORDS, at_locale=locale, **place)
        else:
            words = {"locale": locale, "title": text.title, "alt_text": text.alt_text}
            uow.run(sql.PUT_WORDS, media_id=view.id, tenant_id=ctx.tenant_id, **words)
    found = fold(" ".join([view.filename, *(f"{t.title or ''} {t.alt_text or ''}" for t in texts.values())]))
    uow.run(sql.UPDATE, find_text=found, version=view.version + 1, updated_at=uow.now, **place)
    data = {"media_id": view.id, "changes": changes}
    bus.publish_in_tx(uow, ctx, NewEvent("media.updated", AGGREGATE, view.id, data))
    return view.version + 1


def users(uow: UnitOfWork, ctx: Context, media_id: str, limit: int) -> list[MediaUse]:
    """What shows a picture, up to ``limit``."""
    place = {"at_tenant_id": ctx.tenant_id, "at_id": media_id}
    return [use_of(row) for row in uow.all(sql.USERS, locale=ctx.locale, limit=limit, **place)]


def use_of(row: tuple[Any, ...]) -> MediaUse:
    """A record from a row of ``sql.USERS``."""
    return MediaUse(row[0], row[1], row[2], bool(row[3]))


def delete(ctx: Context, bus: TransactionalEventBus, command: DeleteMedium, uow: UnitOfWork) -> StoredMedium:
    """Take the row away and return what it was; UserError ``media_in_use`` names who shows it."""
    found = load(uow, ctx, command.media_id)
    if command.base_version is not None:
        _check_version(found.view, command.base_version)
    using = users(uow, ctx, command.media_id, USERS_NAMED + 1)
    if using:
        named = [f"“{use.title}”" for use in using[:USERS_NAMED]]
        more = ["…"] if len(using) > USERS_NAMED else []
        raise UserError("media_in_use", users=", ".join(named + more), count=len(using))
    remove(uow, ctx, bus, found.view)
    return found


def remove(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, view: MediaView) -> None:
    """Take a row away without asking who shows it."""
    changes: Changes = {path: [value, None] for path, value in fields(load(uow, ctx, view.id)).items()}
    uow.run(sql.DELETE, at_tenant_id=ctx.tenant_id, at_id=view.id)
    data = {"media_id": view.id, "changes": changes}
    bus.publish_in_tx(uow, ctx, NewEvent("media.deleted", AGGREGATE, view.id, data))


def purge(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, media_id: str) -> None:
    """A picture that is gone comes back no more; its file goes with the next clean-up."""
    bus.publish_in_tx(uow, ctx, NewEvent("media.purged", AGGREGATE, media_id, {"media_id": media_id}))


def bring_back(
    ctx: Context, bus: TransactionalEventBus, media_id: str, told: Mapping[str, Any], uow: UnitOfWork
) -> None:
    """A deleted picture under its old id, from the paths of its deletion; UserError when it was uploaded anew."""
    if uow.one(sql.BY_CONTENT, at_tenant_id=ctx.tenant_id, at_sha256=told["sha256"]) is not None:
        raise UserError("media_exists", name=told["filename"])
    kept = {name: told[name] for name in (*_KEPT_FIELDS, "original_name", "storage_path")}
    uow.run(
        sql.INSERT,
        id=media_id,
        tenant_id=ctx.tenant_id,
        uploaded_by=ctx.actor_id,
        storage_driver="local",
        metadata=dumps({"frames": told.get("frames") or 1}),
        find_text=fold(str(told["filename"])),
        version=_FIRST_VERSION,
        created_at=uow.now,
        updated_at=uow.now,
        **kept,
    )
    changes: Changes = {path: [None, value] for path, value in told.items() if "@" not in path}
    data = {"media_id": media_id, "mime_type": told["mime_type"], "size": told["size"], "changes": changes}
    bus.publish_in_tx(uow, ctx, NewEvent("media.uploaded", AGGREGATE, media_id, data))


def fields(found: StoredMedium) -> dict[str, Any]:
    """A picture as the paths of its events."""
    view = found.view
    paths = {field: getattr(view, field) for field in _KEPT_FIELDS}
    told = _told(view.original_name, found.path, view.frames, created=False)
    paths |= {path: pair[0] for path, pair in told.items()}
    for locale, text in view.translations.items():
        paths |= {f"{name}@{locale}": getattr(text, name) for name in _TEXTS if getattr(text, name)}
    return paths


def _told(original_name: str, path: str, frames: int, *, created: bool) -> Changes:
    values = {"original_name": original_name, "storage_path": path, "frames": frames}
    return {name: [None, value] if created else [value, None] for name, value in values.items()}


def fitting_name(name: str, ending: str) -> str:
    """The name without folders, its ending made to fit the content: ``C:\\x\\mug.png`` of a JPEG -> ``mug.jpg``."""
    base = PurePath(name.replace("\\", "/")).name.strip() or "image"
    base = "".join(character for character in base if character.isprintable())
    stem = PurePath(base).stem
    if PurePath(base).suffix.lower() in _ENDINGS.get(ending, (ending,)):
        ending = PurePath(base).suffix
    return (stem or "image")[: limits.FILE_NAME - len(ending)] + ending


_TEXTS = ("title", "alt_text")


def _check_version(view: MediaView, expected: int) -> None:
    if view.version != expected:
        raise VersionConflict("version_conflict", id=view.id, expected=expected, actual=view.version)


def _patch(texts: dict[str, MediaText], changes: Changes, locale: str, patch: TextPatch) -> None:
    had = texts.get(locale, MediaText(locale, None, None))
    now = {name: getattr(had, name) for name in _TEXTS}
    now |= {name: getattr(patch, name) or None for name in _TEXTS if name in patch.model_fields_set}
    for name in _TEXTS:
        if getattr(had, name) != now[name]:
            changes[f"{name}@{locale}"] = [getattr(had, name), now[name]]
    if any(now.values()):
        texts[locale] = MediaText(locale, now["title"], now["alt_text"])
    else:
        texts.pop(locale, None)
