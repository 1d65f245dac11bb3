"""Products by what they lack in another language: missing, out of date by the log, partly there, done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rustok_desktop.commerce.schemas import ConfirmProductTranslation, ProductCommand, UpdateProduct
from rustok_desktop.testing import TemporaryShop, a_product, temporary_shop


async def say(shop: TemporaryShop, product_id: str, locale: str, **words: Any) -> None:
    version = (await shop.get(product_id)).version
    given = {"product_id": product_id, "base_version": version, "translations": {locale: words}}
    await shop.catalog.update_product(shop.ctx, UpdateProduct.model_validate(given))


async def listed(shop: TemporaryShop, *, everything: bool = False) -> list[tuple[str, str, int]]:
    found = await shop.catalog.translations(shop.ctx, "ru", everything=everything)
    assert sum(found.counts.values()) == 3
    return [(row.title, row.state, row.share) for row in found.rows]


async def test_products_by_what_they_lack(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path / "shop") as shop:
        titles = ("Bowl", "Mug", "Vase", "Old")
        bowl, mug, _, gone = [(await shop.add(a_product().titled(title))).id for title in titles]
        await shop.catalog.trash(shop.ctx, ProductCommand(product_id=gone))
        await say(shop, bowl, "en", meta_title="Bowls", description="<p>Round</p>")
        await say(shop, bowl, "ru", title="Миска", meta_title="Миски", description="<p>Круглая</p>")
        await say(shop, mug, "ru", title="Кружка")
        assert await listed(shop) == [("Vase", "missing", 0)]
        await say(shop, mug, "en", description="Of clay")
        assert await listed(shop) == [("Vase", "missing", 0), ("Mug", "stale", 50)]
        assert await shop.catalog.translation_state(shop.ctx, mug, "ru") == "stale"
        await shop.catalog.confirm_translation(shop.ctx, ConfirmProductTranslation(product_id=mug, locale="ru"))
        everything = [("Vase", "missing", 0), ("Mug", "partly", 50), ("Bowl", "done", 100)]
        assert await listed(shop, everything=True) == everything
        await say(shop, bowl, "en", title="Deep bowl")
        assert (await listed(shop))[1] == ("Deep bowl", "stale", 100)
        await say(shop, bowl, "ru", title="Глубокая миска")
        assert await shop.catalog.translation_state(shop.ctx, bowl, "ru") == "done"
