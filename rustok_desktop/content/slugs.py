"""Addresses: made from titles, free among those of their kind, and leading on when they change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rustok_desktop.content import statements as sql
from rustok_desktop.core import validators
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import slugify, unique_slug
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

if TYPE_CHECKING:
    from rustok_desktop.content.edit import NodeEdit

Holder = tuple[str, str, str | None]  # node id, title, deleted_at


def slug_for(title: str, kind: str) -> str:
    """A slug from a title; the kind for a title without any letter that can be written in an address."""
    return slugify(title) if slugify(f"x {title}") != "x" else slugify(kind.replace("_", "-"))


def free_slug(uow: UnitOfWork, ctx: Context, node_id: str, kind: str, locale: str, base: str) -> str:
    """``base``, or ``base-2``, ``base-3``…: no other node's, and no old address that leads to another node."""

    def is_taken(slug: str) -> bool:
        held = holder(uow, ctx, kind, locale, slug)
        if held is not None and held[0] != node_id:
            return True
        old = redirect_at(uow, ctx, kind, locale, slug)
        return old is not None and old[1] != node_id

    return unique_slug(base, is_taken)


def holder(uow: UnitOfWork, ctx: Context, kind: str, locale: str, slug: str) -> Holder | None:
    """The node with this address."""
    return uow.one(sql.SLUG_HOLDER, at_tenant_id=ctx.tenant_id, at_kind=kind, at_locale=locale, slug=slug)


def redirect_at(uow: UnitOfWork, ctx: Context, kind: str, locale: str, slug: str) -> tuple[str, str] | None:
    """The redirect from this address: its id and its node's."""
    return uow.one(sql.REDIRECT, at_tenant_id=ctx.tenant_id, at_kind=kind, at_locale=locale, slug=slug)


def plan_slug(uow: UnitOfWork, edit: NodeEdit, locale: str, was: str | None, becomes: str, *, public: bool) -> None:
    """Plan a changed address: one that was an old address stops leading on, a public one begins to."""
    edit.add_problems([validators.handle(f"slug@{locale}", becomes)])
    edit.slugs[locale] = becomes
    taken_over = redirect_at(uow, edit.ctx, edit.kind, locale, becomes)
    if taken_over is not None:
        plan_removal(edit, taken_over[0], taken_over[1], locale, becomes)
    if public and was is not None:
        plan_redirect(edit, new_id(), locale, was)
        edit.moved.append((locale, was, becomes))


def plan_redirect(edit: NodeEdit, redirect_id: str, locale: str, slug: str) -> None:
    """Plan an old address that leads to the node at hand."""
    edit.write(sql.INSERT_REDIRECT, id=redirect_id, locale=locale, slug=slug)
    edit.facet("redirect.created", locale=locale, slug=slug, changes={redirect_path(locale, slug): [None, slug]})


def redirect_path(locale: str, slug: str) -> str:
    """How an old address is called among the changes of the node it leads to."""
    return f"redirect/{slug}@{locale}"


def plan_removal(edit: NodeEdit, redirect_id: str, node_id: str, locale: str, slug: str) -> None:
    """Plan the end of a redirect, which may lead to another node than the one at hand."""
    edit.write(sql.DELETE_REDIRECT, at_id=redirect_id)
    changes = {redirect_path(locale, slug): [slug, None]}
    edit.ahead("redirect.deleted", locale=locale, slug=slug, node_id=node_id, changes=changes)


def taken(
    uow: UnitOfWork, ctx: Context, violation: UniqueViolation, node_id: str, kind: str, wanted: Mapping[str, str]
) -> Exception:
    """Invalid naming the holder of every refused address; the violation itself when it is none of ours."""
    problems = []
    for locale, slug in wanted.items() if violation.table == "node_translations" else ():
        held = holder(uow, ctx, kind, locale, slug)
        if held is None or held[0] == node_id:
            continue
        _, title, deleted_at = held
        suggestion = free_slug(uow, ctx, node_id, kind, locale, slug)
        code = "duplicate_slug" if deleted_at is None else "duplicate_slug_trash"
        problems.append(FieldProblem(f"slug@{locale}", code, {"slug": slug, "holder": title}, suggestion))
    return Invalid(problems) if problems else violation
