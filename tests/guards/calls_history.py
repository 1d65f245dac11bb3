"""How to call the trash."""

from __future__ import annotations

from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.taxonomy import schemas as t

from .world import Call, World


async def _trashed(w: World) -> None:
    given = {"translations": {"en": {"name": w.name}}}
    saved = await w.shop.platform.categories.create(w.shop.ctx, t.CreateCategory.model_validate(given))
    w.ids["category"] = saved.category_id
    await w.shop.platform.categories.delete(w.shop.ctx, t.DeleteCategory(category_id=saved.category_id))
    await w.shop.catalog.trash(w.shop.ctx, ProductCommand(product_id=w.product.id))


async def _renamed(w: World) -> None:
    from rustok_desktop.testing import an_edit_of

    edit = an_edit_of(w.product).titled(f"{w.name} again").build()
    w.ids["txid"] = (await w.shop.catalog.update_product(w.shop.ctx, edit)).txid


TRASH = {
    "history.undo_transaction": Call(
        lambda w, ctx, v: w.shop.platform.history.undo_transaction(ctx, w["txid"]), _renamed
    ),
    "trash.list": Call(lambda w, ctx, v: w.shop.platform.trash.list(ctx), _trashed, hidden=False),
    "trash.restore": Call(lambda w, ctx, v: w.shop.platform.trash.restore(ctx, "category", w["category"]), _trashed),
    "trash.purge": Call(lambda w, ctx, v: w.shop.platform.trash.purge(ctx, "category", [w["category"]]), _trashed),
}
