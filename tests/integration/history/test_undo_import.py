"""One undo takes a whole import back, also after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.app import Platform, Settings, open_platform
from rustok_desktop.commerce.schemas import CreateProduct, TranslationPatch, UpdateProduct
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.schemas import ImportOptions

HEAD = "Handle,Title,Vendor,Variant SKU,Variant Price,Variant Inventory Qty,Status\n"


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Platform]:
    platform = await open_platform(Settings(path / "data"))
    try:
        yield platform
    finally:
        await platform.close()


def _file(path: Path, count: int) -> Path:
    rows = [f"p-{n},Product {n},Acme,SKU-{n},{n}.50,{n},active\n" for n in range(1, count + 1)]
    (path / "autumn.csv").write_text(HEAD + "mug,Mug from file,,MUG-1,9.00,7,draft\n" + "".join(rows), "utf-8")
    return path / "autumn.csv"


async def _mug(platform: Platform) -> str:
    given = {
        "translations": {"en": {"title": "Mug", "handle": "mug"}},
        "variants": [{"sku": "MUG-1", "prices": [{"currency_code": "USD", "amount": 500}], "quantity": 3}],
    }
    saved = await platform.catalog.create_product(platform.context(), CreateProduct.model_validate(given))
    return saved.product_id


def _seen(view: Any) -> tuple[Any, ...]:
    variant = view.variants[0]
    return view.translations["en"].title, variant.prices[0].amount, variant.stock[0].on_hand


async def test_an_import_is_undone_and_redone_in_batches_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as platform:
        mug = await _mug(platform)
        report = await platform.imports.run(platform.context(), _file(tmp_path, 25), ImportOptions())
        assert (report.products.created, report.products.updated) == (25, 1)
        assert _seen(await platform.catalog.get_product(platform.context(), mug)) == ("Mug from file", 900, 7)
    async with opened(tmp_path) as platform:
        ctx, history = platform.context(), platform.history
        step = (await history.state(ctx)).undo
        assert step is not None
        assert (step.kind, step.source, step.products) == ("import", "autumn.csv", 26)
        history.batch = 20
        told: list[Any] = []
        assert (await history.undo(ctx, step.id, on_progress=told.append)).products == 26
        assert len(told) > 2
        assert _seen(await platform.catalog.get_product(ctx, mug)) == ("Mug", 500, 3)
        assert await _standing(platform) == 1
        assert (await history.redo(ctx)).products == 26
        assert _seen(await platform.catalog.get_product(ctx, mug)) == ("Mug from file", 900, 7)
        assert await _standing(platform) == 26


async def test_an_import_with_a_product_edited_since_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as platform:
        ctx = platform.context()
        mug = await _mug(platform)
        await platform.imports.run(ctx, _file(tmp_path, 5), ImportOptions())
        version = (await platform.catalog.get_product(ctx, mug)).version
        patch = {"en": TranslationPatch(title="By hand")}
        somebody = platform.context()
        command = UpdateProduct(product_id=mug, base_version=version, translations=patch)
        from dataclasses import replace

        await platform.catalog.update_product(replace(somebody, actor_id=mug), command)
        with pytest.raises(UserError) as refused:
            await platform.history.undo(ctx)
        assert refused.value.code == "undo_blocked"
        assert refused.value.params["title"] == "By hand"
        assert await _standing(platform) == 6


async def _standing(platform: Platform) -> int:
    """Products outside the trash."""
    from rustok_desktop.storage.statements import prepare

    rows = await platform.database.reader.all(prepare("SELECT count(*) FROM products WHERE deleted_at IS NULL"))
    return int(rows[0][0])
