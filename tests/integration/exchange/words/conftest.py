"""A small shop in two languages whose exchange of texts runs in threads."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.content.menu_schemas import AddMenuItem, CreateMenu, MenuTarget
from rustok_desktop.content.page_schemas import AddBlock
from rustok_desktop.core.context import Context
from rustok_desktop.exchange.nodes.schemas import ContentReport
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.exchange.words.schemas import TextCounts, TextsChosen, TextsOptions, TextsReport
from rustok_desktop.exchange.words.worker import ReadWork, WriteWork
from rustok_desktop.media.records import add as add_medium
from rustok_desktop.media.schemas import DescribeMedium, TextPatch
from rustok_desktop.media.worker import Facts
from rustok_desktop.taxonomy.schemas import CategoryWords, CreateCategory
from rustok_desktop.testing import TemporaryShop, a_node, a_product, temporary_shop

BODY = "# Hallo & <b>\n\n- one\n- two  \n\n```\n  code ]]> \n```\n\t=1+1\n"
FAQ = {"title": "Questions", "items": [{"title": "Why?", "text": "So."}, {"title": "How?", "text": "Thus."}]}


class _Pipe:
    def __init__(self, on_progress: Any) -> None:
        self._on_progress = on_progress

    def send(self, message: tuple[str, Any]) -> None:
        if self._on_progress is not None:
            done, total, tally = message[1]
            self._on_progress(ImportProgress("read", done, total, tally))


async def write_here(job: Any, on_progress: Any) -> Any:
    """The worker's work in a thread: the same code, without waiting for another interpreter."""
    return await asyncio.to_thread(lambda: WriteWork(job, _Pipe(on_progress), threading.Event()).write())  # type: ignore[arg-type]


async def read_here(job: Any, on_progress: Any) -> Any:
    """The same for imports."""
    return await asyncio.to_thread(lambda: ReadWork(job, _Pipe(on_progress), threading.Event()).plan())  # type: ignore[arg-type]


@dataclass
class Texts:
    """One shop, what is in it, and what a test does with it."""

    shop: TemporaryShop
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.platform = self.shop.platform
        self.platform.texts._run_write = write_here
        self.platform.texts._run_read = read_here

    @property
    def ctx(self) -> Context:
        """The owner, beginning something new."""
        return self.shop.ctx.with_new_correlation()

    async def out(self, path: Path, **options: Any) -> TextsReport:
        """Export into Russian."""
        return await self.platform.texts.export(self.ctx, path, TextsOptions("ru", overwrite=True, **options))

    async def back(self, path: Path, *, dry_run: bool = False, **chosen: Any) -> ContentReport:
        """Import at once."""
        return await self.platform.texts.run(self.ctx, path, TextsChosen(**chosen), dry_run=dry_run)

    async def counts(self, path: Path, **chosen: Any) -> TextCounts:
        """What a dry run says of the texts."""
        return (await self.back(path, dry_run=True, **chosen)).found.counts  # type: ignore[attr-defined, no-any-return]

    async def fill(self) -> None:
        """One of each kind."""
        platform, ctx = self.platform, self.ctx
        for kind in ("post", "page"):
            node = a_node().of_kind(kind).titled(f"A {kind}").written(BODY).build()
            self.ids[kind] = (await platform.nodes.create_node(ctx, node)).node_id
        block = AddBlock(page_id=self.ids["page"], type="faq", texts={"en": FAQ})
        self.ids["block"] = (await platform.pages.add_block(ctx, block)).node_id
        menu = await platform.menus.create_menu(ctx, CreateMenu(location="header", titles={"en": "Top"}))
        to = MenuTarget(kind="address", address="/")
        item = AddMenuItem(parent_id=menu.node_id, titles={"en": "Start"}, target=to)
        self.ids["menu_item"] = (await platform.menus.add_item(ctx, item)).node_id
        words = {"en": CategoryWords(name="Lamps", description="For light")}
        made = await platform.categories.create(ctx, CreateCategory(translations=words))
        self.ids["category"] = made.category_id
        product = a_product().titled("Lamp").described("<p>Bright &amp; small</p>").build()
        self.ids["product"] = (await platform.catalog.create_product(ctx, product)).product_id
        await self.hang_up()

    async def hang_up(self) -> None:
        """A picture with words; nothing here looks at its file."""
        media = self.platform.media
        facts = Facts("0" * 64, 70, "image/png", ".png", 1, 1, 1)
        add = partial(add_medium, self.ctx, media._bus, facts, "pot.png", "00/pot.png")
        self.ids["media"] = media_id = (await media._writer.run(add)).media_id
        words = {"en": TextPatch(title="Pot", alt_text="A blue pot")}
        asked = DescribeMedium(media_id=media_id, base_version=1, translations=words)
        await media.describe(self.ctx, asked)


@pytest.fixture
async def texts() -> AsyncIterator[Texts]:
    async with temporary_shop() as shop:
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        made = Texts(shop)
        await made.fill()
        yield made
