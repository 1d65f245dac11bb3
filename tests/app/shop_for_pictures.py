"""The shop that is photographed: invented, filled on every page, with pictures painted here."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from rustok_desktop.app import open_platform
from rustok_desktop.commerce.collections_schemas import CreateCollection
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.content.schemas import NodeCommand, ScheduleNode
from rustok_desktop.exchange.demo import create_command, demo_products, write_shopify_csv
from rustok_desktop.media.schemas import DescribeMedium
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.taxonomy.schemas import AssignProducts, CreateCategory, DeleteCategory
from rustok_desktop.testing import a_node, a_product

if TYPE_CHECKING:
    from rustok_desktop.runtime.platform import Platform

PRODUCTS = 420  # in the file to import
POST = """After **38 hours** of firing we open the door on *Friday morning*.

## What came out

- 64 bowls in [indigo](/p/bowl)
- one very happy accident

> Ash does what it wants. We only choose where to stand.
"""
TWICE = (
    ("Serving bowl with lid, oak", "4006381333931", "BOWL-L"),
    ("Oak serving bowl with lid", "04006381333931", "bowl l"),
    ("Oak servng bowl with lid", "", "B-17"),
    ("Hand soap lavender 250 ml", "", "SOAP-1"),
    ("Hand soap, lavender 250ml", "", "SOAP-7"),
)
POSTS = (
    ("Care guide: reactive glazes", "Уход за реактивной глазурью"),
    ("Studio sale, 28–30 November", ""),
    ("Meet Mira, who mixes our glazes", "Мира, которая готовит глазури"),
    ("Opening the autumn wood kiln", ""),
)
TREE = (
    (("Tableware", "Посуда"), (("Bowls", "Миски"), ("Plates", "Тарелки"), ("Mugs", "Кружки"))),
    (("Vases", "Вазы"), (("Bud vases", "Вазы для одного цветка"), ("Floor vases", "Напольные вазы"))),
    (("Garden", "Сад"), ()),
)
POTS = (
    ("indigo-bowl.png", (72, 104, 168), "An indigo bowl on a shelf"),
    ("celadon-vase.png", (142, 190, 168), "A tall vase in celadon"),
    ("tenmoku-cup.png", (58, 50, 48), ""),
    ("ash-plate.png", (196, 186, 168), "A plate with ash glaze"),
    ("shino-jar.png", (206, 138, 104), ""),
    ("honey-teapot.png", (200, 150, 70), "A teapot in honey glaze"),
)


async def fill(settings: Settings, file: Path) -> None:
    """A shop with something on every page, and a file to import."""
    platform = await open_platform(settings)
    await platform.tenants.enable_locale(platform.context(), "ru")
    bowl = a_product().priced(2400).stocked(4)
    for title, barcode, sku in TWICE:
        twin = bowl.titled(title).with_barcode(barcode) if barcode else bowl.titled(title)
        await platform.catalog.create_product(platform.context(), twin.with_sku(sku).from_vendor("Kiln").build())
    products = []
    for product in demo_products(40, 3):
        saved = await platform.catalog.create_product(platform.context(), create_command(product, "USD"))
        products.append(saved.product_id)
    await _arrange(platform, products)
    await _write(platform, await _picture(platform, settings.data_dir.parent))
    await _throw_away(platform, products)
    write_shopify_csv(file, PRODUCTS, 5)
    await platform.consumers.drain()
    await platform.close()


async def _arrange(platform: Platform, products: list[str]) -> None:
    """Categories with products in them, and two collections."""
    rest = iter(products)
    for (name, name_ru), below in TREE:
        top = await _category(platform, None, name, name_ru)
        for child, child_ru in below:
            kept = await _category(platform, top, child, child_ru)
            chosen = tuple(next(rest) for _ in range(5))
            await platform.categories.assign(platform.context(), AssignProducts(category_id=kept, product_ids=chosen))
    chosen_by_hand = {
        "translations": {"en": {"title": "Winter table"}, "ru": {"title": "Зимний стол"}},
        "product_ids": products[3:11],
    }
    rule = {"match": "all", "conditions": [{"field": "price", "operator": "under", "value": 5000}]}
    by_rule = {"translations": {"en": {"title": "Gifts under $50"}, "ru": {"title": "Подарки до 50 $"}}, "rule": rule}
    for fields in (chosen_by_hand, by_rule):
        await platform.collections.create(platform.context(), CreateCollection.model_validate(fields))


async def _category(platform: Platform, parent: str | None, name: str, name_ru: str) -> str:
    words = {"en": {"name": name}, "ru": {"name": name_ru}}
    command = CreateCategory.model_validate({"parent_id": parent, "translations": words})
    return (await platform.categories.create(platform.context(), command)).category_id


async def _write(platform: Platform, pictures: list[str]) -> None:
    for number, (title, russian) in enumerate(POSTS):
        shown = pictures[number % len(pictures)]
        text = POST.replace("## What", f"![A pot on the shelf](media:{shown})\n\n## What")
        node = a_node().titled(title).written(text).by("Mira Solberg").tagged("wood kiln", "news")
        node = node.having(featured_media_id=shown)
        if russian:
            node = node.titled(russian, locale="ru").written("Зола делает что хочет.", locale="ru")
        saved = await platform.nodes.create_node(platform.context(), node.build())
        command = NodeCommand(node_id=saved.node_id)
        if number == 1:
            late = ScheduleNode(node_id=saved.node_id, publish_at="2031-11-21T09:00:00.000000Z")
            await platform.nodes.schedule(platform.context(), late)
        elif number != len(POSTS) - 1:
            await platform.nodes.publish(platform.context(), command)
    about = a_node().of_kind("page").titled("About the studio").titled("О мастерской", locale="ru").written(POST)
    await platform.nodes.create_node(platform.context(), about.build())


async def _picture(platform: Platform, folder: Path) -> list[str]:
    kept = []
    for name, glaze, words in POTS:
        paint(folder / name, glaze)
        up = await platform.media.upload(platform.context(), folder / name)
        kept.append(up.media_id)
        if words:
            view = await platform.media.get(platform.context(), up.media_id)
            patch = {"media_id": up.media_id, "base_version": view.version, "translations": {"en": {"alt_text": words}}}
            command = DescribeMedium.model_validate(patch)
            await platform.media.describe(platform.context(), command)
    return kept


async def _throw_away(platform: Platform, products: list[str]) -> None:
    for product_id in products[-3:]:
        view = await platform.catalog.get_product(platform.context(), product_id)
        if view.status == "active":
            await platform.catalog.unpublish(platform.context(), ProductCommand(product_id=product_id))
        await platform.catalog.trash(platform.context(), ProductCommand(product_id=product_id))
    season = await _category(platform, None, "Last season", "Прошлый сезон")
    await platform.categories.delete(platform.context(), DeleteCategory(category_id=season))
    old = await platform.nodes.create_node(platform.context(), a_node().titled("Summer market dates").build())
    await platform.nodes.trash(platform.context(), NodeCommand(node_id=old.node_id))


def paint(path: Path, glaze: tuple[int, int, int]) -> None:
    """A pot on a shelf, in the light of a kiln."""
    picture = Image.new("RGB", (800, 600))
    pen = ImageDraw.Draw(picture)
    for row in range(600):
        share = row / 600
        pen.line([(0, row), (800, row)], fill=(int(238 - 40 * share), int(214 - 70 * share), int(180 - 90 * share)))
    pen.rectangle([0, 500, 800, 600], fill=(66, 44, 36))
    shape = Random(path.name)
    waist, height = shape.randint(110, 190), shape.randint(180, 360)
    for row in range(height):
        up = row / height
        half = waist * (0.62 + 0.5 * (up * (1 - up)) * 4 * (0.6 + 0.4 * up))
        for step in range(40):
            light = 0.55 + 0.6 * (1 - abs(step / 40 - 0.35))
            left = 400 - half + 2 * half * step / 40
            color = tuple(min(255, int(part * light)) for part in glaze)
            pen.rectangle([left, 500 - row, left + 2 * half / 40 + 1, 500 - row], fill=color)
    pen.ellipse([400 - waist * 0.62, 488 - height, 400 + waist * 0.62, 512 - height], fill=(40, 32, 30))
    picture.save(path)
