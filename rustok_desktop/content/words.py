"""Planning a node's texts: new languages, changed fields, languages taken away. Each language for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.loading import StoredNode, StoredWords
from rustok_desktop.content.schemas import DraftWords, NodePatch, NodeWords
from rustok_desktop.content.slugs import free_slug, plan_slug, slug_for
from rustok_desktop.content.texts import clean_body, clean_word, is_json
from rustok_desktop.content.views import WORD_FIELDS
from rustok_desktop.storage.unit_of_work import UnitOfWork

Patch = NodeWords | NodePatch | DraftWords
_OPTIONAL = ("excerpt", "meta_title", "meta_description")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the texts of one node depend on: the shop's own language, whether the node was ever public,
    and whether its kind has addresses.
    """

    source: str
    public: bool
    addressed: bool = True


def plan_texts(
    uow: UnitOfWork, edit: NodeEdit, node: StoredNode | None, patches: Mapping[str, Patch | None], around: Surroundings
) -> None:
    """Plan the texts of several languages; ``node`` is None for a new one, else it has all its words.

    The shop's own language comes first: the others are then up to date with what it becomes.
    """
    stored = node.words if node is not None else {}
    source = stored.get(around.source)
    source_version = source.text_version if source is not None else None
    for locale in sorted(patches, key=lambda locale: (locale != around.source, locale)):
        patch, known = patches[locale], stored.get(locale)
        if patch is None:
            if known is not None:
                _remove(edit, known)
            continue
        becomes = _plan_one(uow, edit, locale, known, patch, source_version, around)
        if locale == around.source and becomes is not None:
            source_version = becomes
            if known is None and stored:
                edit.write(sql.MEET_SOURCE, at_locale=locale, source_version=source_version)
    if not (stored.keys() | patches.keys()) - {locale for locale, patch in patches.items() if patch is None}:
        edit.wrong("title", "no_node_translations")


def _plan_one(
    uow: UnitOfWork,
    edit: NodeEdit,
    locale: str,
    known: StoredWords | None,
    patch: Patch,
    source_version: int | None,
    around: Surroundings,
) -> int | None:
    """The text version the language will have; None when it stays as it is or cannot be."""
    given = patch.model_fields_set
    was = known or StoredWords(locale, "", None, None, None, None, 0, None, edit.now)
    title = (patch.title or "") if "title" in given or known is None else was.title
    if not title:
        edit.wrong(f"title@{locale}", "required")
        return None
    texts = {name: clean_word(getattr(patch, name)) if name in given else getattr(was, name) for name in _OPTIONAL}
    slug = _slug(uow, edit, locale, known, patch, title) if around.addressed else None
    changed = [edit.note_words(locale, "title", was.title or None, title)]
    if slug is not None and edit.note_words(locale, "slug", was.slug, slug):
        plan_slug(uow, edit, locale, was.slug, slug, public=around.public)
    changed += [edit.note_words(locale, name, getattr(was, name), value) for name, value in texts.items()]
    becomes, body_changed = _plan_body(edit, locale, was, patch)
    changed.append(body_changed)
    if not any(changed) and slug == was.slug:
        return None
    version = fingerprint(title, *texts.values(), becomes)
    follows = (None if locale == around.source else source_version) if any(changed) else was.source_version
    row = {"title": title, "slug": slug, **texts, "text_version": version, "source_version": follows}
    edit.write(sql.PUT_WORDS, locale=locale, **row)
    return version


def _slug(uow: UnitOfWork, edit: NodeEdit, locale: str, known: StoredWords | None, patch: Patch, title: str) -> str:
    if patch.slug:
        return patch.slug
    if known is not None and known.slug and "slug" not in patch.model_fields_set:
        return known.slug
    return free_slug(uow, edit.ctx, edit.node_id, edit.kind, locale, slug_for(title, edit.kind))


def fingerprint(*texts: str | None) -> int:
    """A number for words and body together: a text that is put back gets its old one."""
    return crc32("\0".join(text or "" for text in texts).encode()) & 0x7FFFFFFF


def _plan_body(edit: NodeEdit, locale: str, was: StoredWords, patch: Patch) -> tuple[str | None, bool]:
    """Plan body and format; the body as it will be, and whether either changes."""
    given = patch.model_fields_set
    if given.isdisjoint(("body", "format")):
        return was.body, False
    form = patch.format if "format" in given or was.body is None else was.format
    body = clean_body(patch.body if "body" in given else was.body, form)
    return body, plan_body(edit, locale, (was.body, was.format), body, form)


def plan_body(edit: NodeEdit, locale: str, was: tuple[str | None, str], body: str | None, form: str) -> bool:
    """Plan a body of one language, also of a node without words there; whether it changes."""
    if body is not None and form == "json" and not is_json(body):
        edit.wrong(f"body@{locale}", "bad_json_body")
    changed = edit.note_body(locale, "body", was[0], body)
    if body is None:
        if changed:
            edit.note_body(locale, "format", was[1], None)
            edit.write(sql.DELETE_BODY, at_locale=locale)
    else:
        changed |= edit.note_body(locale, "format", None if was[0] is None else was[1], form)
        if changed:
            edit.write(sql.PUT_BODY, locale=locale, body=body, format=form)
    edit.shows |= changed
    return changed


def _remove(edit: NodeEdit, known: StoredWords) -> None:
    for name in WORD_FIELDS:
        edit.note_words(known.locale, name, getattr(known, name), None)
    edit.write(sql.DELETE_WORDS, at_locale=known.locale)
    plan_body(edit, known.locale, (known.body, known.format), None, known.format)
