"""The words of a tag: a name and a slug by language, planned and checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core import validators
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.events import Changes
from rustok_desktop.core.text import unique_slug
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.words import slug_for

Words = dict[str, tuple[str, str]]  # name and slug by language
_NONE: tuple[None, None] = (None, None)


def stored_words(uow: UnitOfWork, ctx: Context, tag_id: str) -> Words:
    """The tag's words by language."""
    rows = uow.all(sql.WORDS, at_tenant_id=ctx.tenant_id, at_id=tag_id)
    return {locale: (name, slug) for locale, name, slug in rows}


def planned_words(
    uow: UnitOfWork,
    ctx: Context,
    tag_id: str,
    stored: Words,
    names: Mapping[str, str | None],
    slugs: Mapping[str, str | None],
) -> tuple[Words, list[FieldProblem]]:
    """The words as they will be, and what is wrong with them."""
    becomes, problems = dict(stored), []
    for locale in dict.fromkeys([*names, *slugs]):
        wrong = validators.locale(f"name@{locale}", locale)
        if wrong is not None:
            problems.append(wrong)
            continue
        had = stored.get(locale)
        name = names[locale] if locale in names else had[0] if had else None
        if name is None:
            becomes.pop(locale, None)
            if locale not in names:
                problems.append(FieldProblem(f"name@{locale}", "required"))
            continue
        problems += _name_problems(uow, ctx, tag_id, locale, name)
        slug, more = _slug(uow, ctx, tag_id, locale, name, slugs.get(locale), had, asked=locale in slugs)
        problems += more
        becomes[locale] = (name, slug)
    return becomes, problems


def save_words(uow: UnitOfWork, ctx: Context, tag_id: str, stored: Words, becomes: Words) -> None:
    """Write the difference."""
    for locale in sorted(stored.keys() | becomes.keys()):
        if stored.get(locale) == becomes.get(locale):
            continue
        uow.run(sql.DELETE_WORDS, at_tenant_id=ctx.tenant_id, at_id=tag_id, at_locale=locale)
        if locale in becomes:
            name, slug = becomes[locale]
            uow.run(sql.INSERT_WORDS, tag_id=tag_id, locale=locale, tenant_id=ctx.tenant_id, name=name, slug=slug)


def word_changes(stored: Words, becomes: Words, home: str) -> Changes:
    """``name@ru`` and ``slug@ru``; the name in the lists' own language is the tag's, and told as ``name``."""
    changes: Changes = {}
    for locale in sorted(stored.keys() | becomes.keys()):
        was, now = stored.get(locale, _NONE), becomes.get(locale, _NONE)
        for place, field in enumerate(("name", "slug")):
            if was[place] != now[place] and (field, locale) != ("name", home):
                changes[f"{field}@{locale}"] = [was[place], now[place]]
    return changes


def _name_problems(uow: UnitOfWork, ctx: Context, tag_id: str, locale: str, name: str) -> list[FieldProblem]:
    rows = uow.all(sql.NAMES_OF_OTHERS, at_tenant_id=ctx.tenant_id, at_locale=locale, at_id=tag_id)
    if any(other.casefold() == name.casefold() for (other,) in rows):
        return [FieldProblem(f"name@{locale}", "duplicate_tag", {"name": name})]
    return []


def _slug(
    uow: UnitOfWork,
    ctx: Context,
    tag_id: str,
    locale: str,
    name: str,
    given: str | None,
    had: tuple[str, str] | None,
    *,
    asked: bool,
) -> tuple[str, list[FieldProblem]]:
    def holder(text: str) -> str | None:
        row = uow.one(sql.SLUG_TAKEN, at_tenant_id=ctx.tenant_id, at_locale=locale, at_id=tag_id, slug=text)
        return str(row[0]) if row is not None else None

    def free(text: str) -> str:
        return unique_slug(text, lambda slug: holder(slug) is not None)

    if not given:
        if had is not None and had[0] == name and not asked:
            return had[1], []
        return free(slug_for(name, "tag")), []
    path = f"slug@{locale}"
    wrong = validators.handle(path, given)
    if wrong is not None:
        return given, [wrong]
    held = holder(given)
    if held is None:
        return given, []
    return given, [FieldProblem(path, "duplicate_slug", {"slug": given, "holder": held}, free(given))]
