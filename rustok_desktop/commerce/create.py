"""A new product, whole, in one transaction."""

from __future__ import annotations

from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.images import add_images
from rustok_desktop.commerce.options import add_options
from rustok_desktop.commerce.schemas import CreateProduct
from rustok_desktop.commerce.structure import add_variants, named_values
from rustok_desktop.commerce.translations import add_translation
from rustok_desktop.commerce.variants import check_skus_differ
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIRST_VERSION = 1


def create_product(ctx: Context, bus: TransactionalEventBus, command: CreateProduct, uow: UnitOfWork) -> Saved:
    """Plan and save: ``product.created`` with everything, then the first stock and the publishing."""
    edit = Edit(ctx, new_id(), uow.now)
    _plan_product(edit, command)
    words = by_locale(edit.problems, command.translations)
    if not words:
        edit.wrong("title", "no_translations")
    for locale, translation in words.items():
        add_translation(uow, edit, locale, translation)
    _plan_variants(uow, edit, command)
    if command.publish:
        edit.facet("product.published")
    return edit.save(uow, bus, "product.created", _FIRST_VERSION)


def _plan_product(edit: Edit, command: CreateProduct) -> None:
    tags = rules.clean_tags(command.tags)
    edit.add_problems(rules.tags_problems(tags))
    fields = {
        "status": "active" if command.publish else "draft",
        "vendor": rules.clean_text(command.vendor),
        "product_type": rules.clean_text(command.product_type),
        "category": rules.clean_text(command.category),
        "published_at": edit.now if command.publish else None,
    }
    for name, value in fields.items():
        edit.note(name, None, value)
    edit.note("tags", [], list(tags))
    edit.write(
        sql.INSERT_PRODUCT,
        id=edit.product_id,
        tags=dumps(tags),
        metadata="{}",
        version=_FIRST_VERSION,
        deleted_at=None,
        **fields,
    )


def _plan_variants(uow: UnitOfWork, edit: Edit, command: CreateProduct) -> None:
    options = add_options(edit, command.options)
    add_images(edit, command.images)
    edit.add_problems(rules.variants_problems(len(command.variants)))
    given = [(f"variants/{index}", v.option_values) for index, v in enumerate(command.variants)]
    edit.add_problems(rules.choice_problems(named_values(options), given))
    add_variants(uow, edit, options, command.variants)
    check_skus_differ(edit)
