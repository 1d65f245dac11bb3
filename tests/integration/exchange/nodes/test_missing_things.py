"""Pages come in whole or in part where what they show and lead to is not there, and say so one by one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.collections_schemas import CollectionCommand, CollectionWords, CreateCollection
from rustok_desktop.content.menu_schemas import AddMenuItem, CreateMenu, MenuTarget
from rustok_desktop.content.page_schemas import AddBlock
from rustok_desktop.exchange.nodes.schemas import ContentAction, ContentReport, ExportOptions
from rustok_desktop.taxonomy.schemas import CategoryWords, CreateCategory
from rustok_desktop.testing import a_node, a_product, temporary_shop

from .conftest import Content

FORMS = ["markdown", "wxr"]


@dataclass
class Full:
    """A shop whose page leads to all there can be, and where things have got to."""

    content: Content
    folder: Path
    ids: dict[str, str] = field(default_factory=dict)

    async def fill(self, picture: Callable[[Path, int], Path]) -> None:
        platform, ctx, ids = self.content.platform, self.content.ctx, self.ids
        for colour, name in enumerate(("pot", "lost", "gone"), 1):
            file = picture(self.folder / "own" / f"{name}.png", colour)
            ids[name] = (await platform.media.upload(ctx, file, f"{name}.png")).media_id
        for name in ("mug", "bowl"):
            product = a_product().titled(name.title()).with_handle(name).build()
            ids[name] = (await platform.catalog.create_product(ctx, product)).product_id
        for name in ("autumn", "spring"):
            words = {"en": CollectionWords(title=name.title())}
            made = await platform.collections.create(ctx, CreateCollection(translations=words))
            ids[name] = made.collection_id
        post = a_node().of_kind("post").titled("News").build()
        ids["news"] = (await platform.nodes.create_node(ctx, post)).node_id
        words = {"en": CategoryWords(name="Lamps")}
        lamps = await platform.categories.create(ctx, CreateCategory(translations=words))
        ids["lamps"] = lamps.category_id
        links = f"[a](product:{ids['mug']}) [b](product:{ids['bowl']}) [c](post:{ids['news']})"
        links += f" [d](category:{ids['lamps']})"
        page = a_node().of_kind("page").titled("About").written(f"See {links}.").having(category_id=ids["lamps"])
        ids["page"] = (await platform.nodes.create_node(ctx, page.build())).node_id
        for block in self.blocks(links):
            await platform.pages.add_block(ctx, block)
        await platform.collections.delete(ctx, CollectionCommand(collection_id=ids["spring"]))

    def blocks(self, links: str) -> list[AddBlock]:
        ids, page_id = self.ids, self.ids["page"]
        pot, lost, gone = (f"media:{ids[name]}" for name in ("pot", "lost", "gone"))
        items = {"en": {"items": [{"title": "One"}, {"title": "Two"}, {"title": "Three"}]}}
        captions = {"en": {"captions": ["Lost", "Pot", "Gone"]}}
        grids: list[dict[str, Any]] = [
            {"source": "chosen", "product_ids": [ids["bowl"], ids["mug"]]},
            {"source": "collection", "source_id": ids["autumn"]},
            {"source": "collection", "source_id": ids["spring"]},
        ]
        asked: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
            ("image", {"picture": lost}, {}),
            ("hero", {"picture": gone}, {"en": {"title": "Welcome"}}),
            ("gallery", {"pictures": [lost, pot, gone]}, captions),
            ("features", {"pictures": [pot, lost, pot]}, items),
            ("text", {}, {"en": {"text": links}}),
            *(("product_grid", data, {}) for data in grids),
        ]
        return [AddBlock(page_id=page_id, type=kind, data=data, texts=texts) for kind, data, texts in asked]

    async def out(self, form: str) -> Path:
        """Export; one picture has no file in the shop, the other's is lost on the way. Here nothing would change."""
        platform, ctx = self.content.platform, self.content.ctx
        (await platform.media.original(ctx, self.ids["gone"])).unlink()
        target = self.folder / ("site" if form == "markdown" else "site.xml")
        await platform.content_exports.export(ctx, target, ExportOptions(form))
        assert not await changes(self.content, target)
        next(path for path in self.folder.rglob("lost.png") if path.parent.name != "own").unlink()
        return target


async def changes(content: Content, target: Path) -> list[str]:
    """What an import would do."""
    plan = await content.platform.content_imports.plan(content.ctx, target)
    items = await content.platform.content_imports.planned(content.ctx, plan)
    await content.platform.content_imports.discard(content.ctx, plan)
    kept = (ContentAction.UNCHANGED, ContentAction.SKIP)
    skipped = [item.part for item in items if item.action is ContentAction.SKIP and item.part != "picture"]
    return [item.title for item in items if item.action not in kept] + skipped


def told(report: ContentReport, part: str) -> list[str]:
    return [text for item in report.items if item.part == part for text in (item.reason, *item.notes) if text]


@pytest.fixture
async def full(content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]) -> Full:
    made = Full(content, tmp_path)
    await made.fill(picture)
    return made


@pytest.fixture
async def other() -> AsyncIterator[tuple[Content, dict[str, str]]]:
    """Another shop: a mug and the autumn, but no bowl and no spring."""
    async with temporary_shop() as shop:
        content = Content(shop)
        mug = await shop.platform.catalog.create_product(shop.ctx, a_product().titled("Cup").with_handle("mug").build())
        words = {"en": CollectionWords(title="Autumn")}
        autumn = await shop.platform.collections.create(shop.ctx, CreateCollection(translations=words))
        yield content, {"mug": mug.product_id, "autumn": autumn.collection_id}


@pytest.mark.parametrize("form", FORMS)
async def test_a_page_comes_in_without_what_is_not_there(
    full: Full, other: tuple[Content, dict[str, str]], form: str
) -> None:
    target = await full.out(form)
    content, here = other
    dry = told(await content.bring_in(target, dry_run=True), "page")
    report = await content.bring_in(target)
    assert told(report, "page") == dry
    page = (await content.platform.nodes.get_by_slug(content.ctx, "page", "about")).node
    assert page.category_id not in (None, full.ids["lamps"])
    blocks = await content.platform.pages.blocks(content.ctx, page.id)
    assert [block.type for block in blocks] == ["hero", "gallery", "features", "text", *["product_grid"] * 3]
    hero, gallery, features, text, *grids = blocks
    assert (hero.data, hero.texts["en"]) == ({}, {"title": "Welcome"})
    assert (len(gallery.data["pictures"]), gallery.texts["en"]) == (1, {"captions": ["Pot"]})
    assert features.data["pictures"] == gallery.data["pictures"]
    autumn = {"source": "collection", "source_id": here["autumn"]}
    chosen = {"source": "chosen", "product_ids": [here["mug"]]}
    assert [grid.data for grid in grids] == [chosen, autumn, {"source": "collection"}]
    links = f"[a](product:{here['mug']}) [b](product:{full.ids['bowl']}) [c](post:{full.ids['news']})"
    links += f" [d](category:{page.category_id})"
    assert (text.texts["en"]["text"], page.translations["en"].body) == (links, f"See {links}.")
    said = "\n".join(dry)
    expected = {"Block 1 (image)": 2, "Block 2 (hero)": 1, "Block 3 (gallery)": 2, "Block 4 (features)": 1}
    expected |= {f"Block 6 (product_grid): product:{full.ids['bowl']}": 1, "Block 8 (product_grid)": 1}
    expected |= {f"leads to product:{full.ids['bowl']}": 1, "Block 7": 0, "post:": 0}
    assert {words: said.count(words) for words in expected} == expected
    assert not await changes(content, target)


async def test_menu_items_lead_to_the_products_of_this_shop_or_stay_out(
    full: Full, other: tuple[Content, dict[str, str]]
) -> None:
    menus, ctx = full.content.platform.menus, full.content.ctx
    menu = await menus.create_menu(ctx, CreateMenu(location="header", titles={"en": "Top"}))
    for name in ("mug", "bowl"):
        to = MenuTarget(kind="product", id=full.ids[name])
        await menus.add_item(ctx, AddMenuItem(parent_id=menu.node_id, titles={"en": name}, target=to))
    target = await full.out("wxr")
    content, here = other
    dry = await content.bring_in(target, dry_run=True)
    report = await content.bring_in(target)
    assert [len(told(each, "menu_item")) for each in (dry, report)] == [1, 1]
    (made,) = await content.platform.menus.menus(content.ctx)
    assert [item.target_id for item in made.items] == [here["mug"]]


async def test_a_picture_that_is_refused_leaves_its_path_in_the_text(content: Content, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    (tmp_path / "note.md").write_text("![A pot](bad.png)\n", encoding="utf-8")
    await content.bring_in(tmp_path)
    node = (await content.platform.nodes.get_by_slug(content.ctx, "page", "note")).node
    assert node.translations["en"].body == "![A pot](bad.png)"
    assert not await changes(content, tmp_path)
