"""The words of a category: names and slugs by language, checked and planned before anything is written."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core import limits, validators
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.events import Changes
from rustok_desktop.core.text import slugify, unique_slug
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import statements as sql
from rustok_desktop.taxonomy.schemas import CategoryPatch, CategoryWords
from rustok_desktop.taxonomy.views import WordsView

_FIELDS = ("name", "slug", "description")


def stored_words(uow: UnitOfWork, ctx: Context, category_id: str) -> dict[str, WordsView]:
    """The category's words by language."""
    rows = uow.all(sql.WORDS, at_tenant_id=ctx.tenant_id, at_id=category_id)
    return {row[0]: WordsView(*row) for row in rows}


def changed_words(
    uow: UnitOfWork,
    ctx: Context,
    category_id: str,
    stored: Mapping[str, WordsView],
    patches: Mapping[str, CategoryPatch | CategoryWords | None],
) -> dict[str, WordsView]:
    """The words as they will be. Invalid with every problem; nothing is written."""
    problems = [p for locale in patches if (p := validators.locale(f"name@{locale}", locale))]
    becomes = dict(stored)
    for locale, patch in patches.items():
        if patch is None:
            becomes.pop(locale, None)
        else:
            becomes[locale] = _patched(uow, ctx, category_id, locale, stored.get(locale), patch, problems)
    if not becomes:
        problems.append(FieldProblem("name", "category_without_name"))
    if problems:
        raise Invalid(problems)
    return becomes


def save_words(
    uow: UnitOfWork,
    ctx: Context,
    category_id: str,
    stored: Mapping[str, WordsView],
    becomes: Mapping[str, WordsView],
) -> None:
    """Write the difference."""
    at = {"at_tenant_id": ctx.tenant_id, "at_id": category_id}
    for locale in stored.keys() - becomes.keys():
        uow.run(sql.DELETE_WORDS, at_locale=locale, **at)
    for locale, words in becomes.items():
        values = {"name": words.name, "slug": words.slug, "description": words.description}
        if locale not in stored:
            uow.run(sql.INSERT_WORDS, category_id=category_id, locale=locale, tenant_id=ctx.tenant_id, **values)
        elif stored[locale] != words:
            uow.run(sql.UPDATE_WORDS, at_locale=locale, **at, **values)


def word_changes(stored: Mapping[str, WordsView], becomes: Mapping[str, WordsView]) -> Changes:
    """``name@en: [was, is]`` for every field that differs."""
    changes: Changes = {}
    for locale in sorted(stored.keys() | becomes.keys()):
        for name in _FIELDS:
            was, now = getattr(stored.get(locale), name, None), getattr(becomes.get(locale), name, None)
            if was != now:
                changes[f"{name}@{locale}"] = [was, now]
    return changes


def slug_for(name: str, fallback: str) -> str:
    """A slug from a name; ``fallback`` for one without any letter that can be written in an address."""
    if slugify(f"x {name}") == "x":
        return fallback
    return slugify(name)


def _patched(
    uow: UnitOfWork,
    ctx: Context,
    category_id: str,
    locale: str,
    stored: WordsView | None,
    patch: CategoryPatch | CategoryWords,
    problems: list[FieldProblem],
) -> WordsView:
    given = patch.model_fields_set
    name = (patch.name if patch.name is not None else stored.name if stored else "").strip()
    if not name or ("name" in given and patch.name is None):
        problems.append(FieldProblem(f"name@{locale}", "required"))
    description = patch.description if "description" in given else stored.description if stored else None
    slug = patch.slug if "slug" in given else stored.slug if stored else None
    if not slug:
        slug = unique_slug(
            slug_for(name, "category"), lambda text: _holder(uow, ctx, category_id, locale, text) is not None
        )
    elif stored is None or slug != stored.slug:
        problems.extend(_slug_problems(uow, ctx, category_id, locale, slug))
    return WordsView(locale, name[: limits.CATEGORY_NAME], slug, description or None)


def _slug_problems(uow: UnitOfWork, ctx: Context, category_id: str, locale: str, slug: str) -> list[FieldProblem]:
    path = f"slug@{locale}"
    wrong = validators.handle(path, slug)
    if wrong is not None:
        return [wrong]
    holder = _holder(uow, ctx, category_id, locale, slug)
    if holder is None:
        return []
    free = unique_slug(slug, lambda text: _holder(uow, ctx, category_id, locale, text) is not None)
    return [FieldProblem(path, "duplicate_slug", {"slug": slug, "holder": holder}, free)]


def _holder(uow: UnitOfWork, ctx: Context, category_id: str, locale: str, slug: str) -> str | None:
    row = uow.one(sql.SLUG_HOLDER, at_tenant_id=ctx.tenant_id, at_locale=locale, slug=slug, at_id=category_id)
    return str(row[0]) if row is not None else None
