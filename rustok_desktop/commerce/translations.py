"""Planning a product's words: new languages, changed fields, languages taken away."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.duplicates import free_handle
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.loading import StoredTranslation
from rustok_desktop.commerce.schemas import TranslationInput, TranslationPatch
from rustok_desktop.storage.unit_of_work import UnitOfWork

_PLAIN = ("meta_title", "meta_description")
_OPTIONAL = ("description", *_PLAIN)


def add_translation(uow: UnitOfWork, edit: Edit, locale: str, words: TranslationInput | TranslationPatch) -> None:
    """Plan a language the product does not have yet; an empty handle is made from the title and unique."""
    if words.title is None:
        edit.wrong(f"title@{locale}", "required")
        return
    texts = {name: rules.clean_text(getattr(words, name)) for name in _PLAIN}
    texts["description"] = rules.clean_html(words.description)
    handle = words.handle or free_handle(uow, edit.ctx, edit.product_id, locale, rules.default_handle(words.title))
    edit.add_problems(rules.handle_problems(f"handle@{locale}", handle))
    edit.handles[locale] = handle
    for name, value in (("title", words.title), ("handle", handle), *texts.items()):
        edit.note(f"{name}@{locale}", None, value)
    edit.write(sql.INSERT_TRANSLATION, locale=locale, title=words.title, handle=handle, **texts)


def edit_translations(
    uow: UnitOfWork,
    edit: Edit,
    stored: Mapping[str, StoredTranslation],
    patches: Mapping[str, TranslationPatch | None],
) -> None:
    """Plan the changes of several languages. ``stored`` has all languages if any is taken away."""
    for locale, patch in patches.items():
        known = stored.get(locale)
        if patch is None:
            if known is not None:
                _remove(edit, known)
        elif known is None:
            add_translation(uow, edit, locale, patch)
        else:
            _patch(uow, edit, known, patch)
    if None in patches.values():
        left = stored.keys() - {locale for locale, patch in patches.items() if patch is None}
        if not left and all(patch is None for patch in patches.values()):
            edit.wrong("title", "no_translations")


def _patch(uow: UnitOfWork, edit: Edit, known: StoredTranslation, patch: TranslationPatch) -> None:
    given, locale = patch.model_fields_set, known.locale
    title, meta_title, meta_description = known.title, known.meta_title, known.meta_description
    if "title" in given:
        title = patch.title or ""
        if not title:
            edit.wrong(f"title@{locale}", "required")
    if "meta_title" in given:
        meta_title = rules.clean_text(patch.meta_title)
    if "meta_description" in given:
        meta_description = rules.clean_text(patch.meta_description)
    before = len(edit.changes)
    edit.note(f"title@{locale}", known.title, title)
    edit.note(f"meta_title@{locale}", known.meta_title, meta_title)
    edit.note(f"meta_description@{locale}", known.meta_description, meta_description)
    if len(edit.changes) > before:
        words = {"title": title, "meta_title": meta_title, "meta_description": meta_description}
        edit.write(sql.UPDATE_WORDS, at_locale=locale, **words)
    if "handle" in given:
        _patch_handle(uow, edit, known, patch.handle, title)
    if "description" in given:
        description = rules.clean_html(patch.description)
        if edit.note(f"description@{locale}", known.description, description):
            edit.write(sql.UPDATE_DESCRIPTION, at_locale=locale, description=description)


def _patch_handle(uow: UnitOfWork, edit: Edit, known: StoredTranslation, asked: str | None, title: str) -> None:
    locale = known.locale
    handle = asked or free_handle(uow, edit.ctx, edit.product_id, locale, rules.default_handle(title))
    if edit.note(f"handle@{locale}", known.handle, handle):
        edit.add_problems(rules.handle_problems(f"handle@{locale}", handle))
        edit.handles[locale] = handle
        edit.write(sql.UPDATE_HANDLE, at_locale=locale, handle=handle)


def _remove(edit: Edit, known: StoredTranslation) -> None:
    for name in ("title", "handle", *_OPTIONAL):
        edit.note(f"{name}@{known.locale}", getattr(known, name), None)
    edit.write(sql.DELETE_TRANSLATION, at_locale=known.locale)
