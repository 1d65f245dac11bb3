"""The languages a shop writes in, as the paths of its events: for telling changes and taking them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, UserError
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.identity.views import LocaleView
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

FIELDS = ("enabled", "language", "fallback")  # heads of paths such as ``fallback@ru``

_ENABLED = prepare(
    "SELECT locale, name, is_default, is_enabled, fallback_locale FROM tenant_locales"
    " WHERE tenant_id = :of_tenant AND is_enabled = 1 ORDER BY locale"
)
_SWITCH_OFF = prepare(
    "UPDATE tenant_locales SET is_enabled = 0 WHERE tenant_id = :of_tenant AND locale = :of_locale"
)
_SWITCH_ON = prepare(
    "INSERT INTO tenant_locales (id, tenant_id, locale, name, is_default, is_enabled, fallback_locale, created_at)"
    " VALUES (:id, :of_tenant, :of_locale, :name, 0, 1, :fallback_locale, :now)"
    " ON CONFLICT (tenant_id, locale) DO UPDATE SET name = excluded.name, is_enabled = 1,"
    " fallback_locale = excluded.fallback_locale"
)


@dataclass(frozen=True, slots=True)
class Language:
    """What is remembered of a language that is on."""

    name: str
    fallback: str | None


def enabled(uow: UnitOfWork, tenant_id: str) -> dict[str, LocaleView]:
    """The languages that are on, by tag."""
    rows = uow.all(_ENABLED, of_tenant=tenant_id)
    return {row[0]: LocaleView(row[0], row[1], bool(row[2]), bool(row[3]), row[4]) for row in rows}


def paths_of(views: Iterable[LocaleView]) -> dict[str, str | bool]:
    """``enabled@ru``, ``language@ru`` (what it is called) and ``fallback@ru`` of languages that are on."""
    found: dict[str, str | bool] = {}
    for view in views:
        if view.is_enabled:
            found |= {f"enabled@{view.locale}": True, f"language@{view.locale}": view.name}
            if view.fallback_locale is not None:
                found[f"fallback@{view.locale}"] = view.fallback_locale
    return found


def languages_of(paths: Mapping[str, object]) -> dict[str, Language]:
    """The languages that ``paths`` say are on."""
    found = {}
    for path in paths:
        head, _, locale = path.partition("@")
        if head == "enabled":
            back = paths.get(f"fallback@{locale}")
            found[locale] = Language(str(paths.get(f"language@{locale}") or locale), str(back) if back else None)
    return found


def put_languages(uow: UnitOfWork, tenant_id: str, wanted: Mapping[str, Language]) -> None:
    """Exactly these languages. The main one is always on; Invalid or UserError for a fallback that is not."""
    now = enabled(uow, tenant_id)
    for view in now.values():
        if view.is_default and view.locale not in wanted:
            raise UserError("default_locale_stays", locale=view.name)
    for locale in now.keys() - wanted.keys():
        users = [language.name for language in wanted.values() if language.fallback == locale]
        if users:
            raise UserError("locale_is_fallback", locale=now[locale].name, users=users)
        uow.run(_SWITCH_OFF, of_tenant=tenant_id, of_locale=locale)
    for locale, language in wanted.items():
        _check(locale, wanted)
        known = now.get(locale)
        if known is None or Language(known.name, known.fallback_locale) != language:
            row = {"id": new_id(), "of_tenant": tenant_id, "of_locale": locale, "now": uow.now}
            uow.run(_SWITCH_ON, name=language.name, fallback_locale=language.fallback, **row)


def record_languages(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, before: Mapping[str, LocaleView]
) -> None:
    """One event for each language that is not what it was ``before``."""
    after = enabled(uow, ctx.tenant_id)
    for locale in sorted(before.keys() | after.keys()):
        was, becomes = before.get(locale), after.get(locale)
        changes = _changes(was, becomes)
        if changes:
            act = "disabled" if becomes is None else "enabled"
            data = {"tenant_id": ctx.tenant_id, "locale": locale, "changes": changes}
            bus.publish_in_tx(uow, ctx, NewEvent(f"locale.{act}", "tenant", ctx.tenant_id, data))


def _changes(was: LocaleView | None, becomes: LocaleView | None) -> Changes:
    before, after = paths_of([was] if was else []), paths_of([becomes] if becomes else [])
    paths = [*before, *(path for path in after if path not in before)]
    return {path: [before.get(path), after.get(path)] for path in paths if before.get(path) != after.get(path)}


def _check(locale: str, wanted: Mapping[str, Language]) -> None:
    """A fallback is on, and does not lead back."""
    seen, step = {locale}, wanted[locale].fallback
    while step is not None:
        if step in seen or step not in wanted:
            raise Invalid([FieldProblem("fallback_locale", "bad_fallback_locale", {"value": wanted[locale].fallback})])
        seen.add(step)
        step = wanted[step].fallback
