"""One save of the editor: whatever it changed, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rustok_desktop.commerce import loading, rules
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.loading import StoredProduct
from rustok_desktop.commerce.schemas import TranslationPatch, UpdateProduct
from rustok_desktop.commerce.translations import edit_translations
from rustok_desktop.commerce.variant_edits import edit_variants
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIELDS = ("vendor", "product_type", "category")
_OWN = frozenset({*_FIELDS, "tags"})


def update_product(ctx: Context, bus: TransactionalEventBus, command: UpdateProduct, uow: UnitOfWork) -> Saved:
    """Plan and save. A command that changes nothing records nothing and keeps the version."""
    edit = Edit(ctx, command.product_id, uow.now)
    patches = by_locale(edit.problems, command.translations) if command.translations else {}
    stored = _load(uow, ctx, command.product_id, patches)
    loading.check_version(stored, command.base_version)
    loading.check_not_in_trash(stored)
    edit.touch(stored.version + 1, _edit_fields(edit, stored, command))
    if patches:
        edit_translations(uow, edit, stored.translations, patches)
    edit_variants(uow, edit, command)
    edit.check()
    if not edit.changes:
        return Saved(stored.id, stored.version, (), None)
    return edit.save(uow, bus, "product.updated", stored.version + 1)


def _load(
    uow: UnitOfWork, ctx: Context, product_id: str, patches: Mapping[str, TranslationPatch | None]
) -> StoredProduct:
    removing = None in patches.values()
    described = removing or any(p is not None and "description" in p.model_fields_set for p in patches.values())
    # Whether a language is the last one can only be told among all: more than one locale brings them all.
    locales = ("", *patches) if removing else tuple(patches)
    return loading.load_product(uow, ctx, product_id, locales, description=described)


def _edit_fields(edit: Edit, stored: StoredProduct, command: UpdateProduct) -> dict[str, Any] | None:
    """All fields of the product's row as they will be, or None when none of them changes."""
    given = command.model_fields_set
    if given.isdisjoint(_OWN):
        return None
    values: dict[str, Any] = {name: getattr(stored, name) for name in _FIELDS} | {"tags": stored.tags}
    before = len(edit.changes)
    for name in _FIELDS:
        if name in given:
            values[name] = rules.clean_text(getattr(command, name))
            edit.note(name, getattr(stored, name), values[name])
    if "tags" in given:
        tags = rules.clean_tags(command.tags or ())
        edit.add_problems(rules.tags_problems(tags))
        if edit.note("tags", loading.tags_of(stored), list(tags)):
            values["tags"] = dumps(tags)
    return values if len(edit.changes) > before else None
