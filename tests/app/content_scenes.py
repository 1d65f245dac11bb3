"""What is photographed of the further pages of content: menus, blocks, discussions, addresses, translations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .scenes import Shot
    from .screens import Photographer

WELCOME = "A small studio by the river. We fire with **wood**, three times a year."


async def fill_content(platform: Any) -> str:
    """A page of blocks, menus, comments and old addresses; once."""
    from rustok_desktop.content.menu_schemas import AddMenuItem, CreateMenu, MenuTarget
    from rustok_desktop.content.page_schemas import AddBlock
    from rustok_desktop.testing import a_node

    ctx, nodes, pages, menus = platform.context(), platform.nodes, platform.pages, platform.menus
    page = (
        await nodes.create_node(ctx, a_node().of_kind("page").titled("About the studio").published().build())
    ).node_id
    hidden = (await nodes.create_node(ctx, a_node().of_kind("page").titled("Wholesale").build())).node_id
    blocks: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
        (
            "hero",
            {"link": "/shop"},
            {"title": "Pots that remember the fire", "subtitle": WELCOME.replace("*", ""), "button": "To the shop"},
        ),
        ("text", {}, {"text": "## How we work\n\n" + WELCOME}),
        (
            "features",
            {"columns": 3},
            {
                "title": "Why us",
                "items": [{"title": name, "text": "Made by hand."} for name in ("Wood", "Clay", "Ash")],
            },
        ),
        ("product_grid", {"columns": 3, "shown": 6}, {"title": "Fresh from the kiln"}),
        ("faq", {}, {"title": "Questions", "items": [{"title": "Dishwasher?", "text": "Yes, all of it."}]}),
        ("cta", {"link": "/visit"}, {"title": "Come and see", "button": "Plan a visit"}),
    )
    for kind, data, texts in blocks:
        await pages.add_block(ctx, AddBlock(page_id=page, type=kind, data=data, texts={"en": texts}))
    menu = (await menus.create_menu(ctx, CreateMenu(location="header", titles={"en": "Header"}))).node_id
    first = await _item(menus, ctx, menu, "About us", MenuTarget(kind="page", id=page))
    await _item(menus, ctx, first, "Wholesale", MenuTarget(kind="page", id=hidden))
    await _item(menus, ctx, first, "The kiln", MenuTarget(kind="address", address="/kiln"))
    product = (await platform.listing.page(ctx, _all_products(), limit=1)).rows[0]
    await menus.add_item(
        ctx,
        AddMenuItem(
            parent_id=menu, titles={"en": product.title}, target=MenuTarget(kind="product", id=product.product_id)
        ),
    )
    await _item(menus, ctx, menu, "Instagram", MenuTarget(kind="address", address="https://example.com/kiln"))
    await _fill_discussions(platform, ctx)
    await _fill_addresses(platform, ctx, page)
    return page


async def _fill_discussions(platform: Any, ctx: Any) -> None:
    from rustok_desktop.content.discussion_schemas import AddComment, CreateForumCategory, CreateTopic, SetThread
    from rustok_desktop.content.schemas import NodeWords
    from rustok_desktop.testing import a_node

    post = await platform.nodes.create_node(ctx, a_node().titled("Studio sale, 28–30 November").published().build())
    for who, text, verdict in (
        ("Hanna Berg", "Will the indigo bowls be there on Friday too?", "approved"),
        ("Ivan", "I bought two cups last year and use them every day. " * 3, "pending"),
        ("best-pills", "Cheap watches, click here", "pending"),
    ):
        said = AddComment(parent_id=post.node_id, body=text, author_name=who, moderation=verdict)
        await platform.comments.add(ctx, said)
    part = CreateForumCategory(translations={"en": NodeWords(title="Glazes")})
    category = (await platform.forum.create_category(ctx, part)).node_id
    for title in ("Crackle on stoneware", "Ash glazes: recipes"):
        topic = await platform.forum.create_topic(
            ctx, CreateTopic(category_id=category, title=title, body="Who has tried?", author_name="Mira")
        )
    await platform.comments.set_thread(
        ctx, SetThread(node_id=topic.node_id, base_version=topic.version, pinned=True, locked=True)
    )


async def _fill_addresses(platform: Any, ctx: Any, page: str) -> None:
    from datetime import UTC, datetime, timedelta

    from rustok_desktop.content.schemas import AddRedirect, ScheduleNode
    from rustok_desktop.testing import a_node

    for slug in ("about-us-2019", "studio"):
        await platform.nodes.add_redirect(ctx, AddRedirect(node_id=page, locale="en", slug=slug))
    now = datetime.now(UTC)
    for days, title in ((1, "Opening hours in winter"), (1, "New: celadon bud vases"), (9, "Gift guide under $50")):
        saved = await platform.nodes.create_node(ctx, a_node().titled(title).build())
        times = [(now + timedelta(days=more)).strftime("%Y-%m-%dT%H:%M:%S.%fZ") for more in (days, days + 30)]
        await platform.nodes.schedule(
            ctx,
            ScheduleNode(node_id=saved.node_id, base_version=saved.version, publish_at=times[0], unpublish_at=times[1]),
        )
    await platform.consumers.drain()


async def _item(menus: Any, ctx: Any, parent: str, title: str, target: Any) -> str:
    from rustok_desktop.content.menu_schemas import AddMenuItem

    saved = await menus.add_item(ctx, AddMenuItem(parent_id=parent, titles={"en": title}, target=target))
    return str(saved.node_id)


def _all_products() -> Any:
    from rustok_desktop.index.schemas import ProductQuery

    return ProductQuery()


def _shot(name: str = "", ready: Callable[[], bool] | None = None, of: QWidget | None = None) -> Shot:
    from .scenes import Shot

    return Shot(name, ready, of)


def _filled(studio: Photographer) -> Iterator[Shot]:
    made: list[str] = studio.__dict__.setdefault("content_page", [])
    if not made:
        studio.application.services.client.submit(fill_content, on_result=made.append, write=True)
        yield _shot(ready=lambda: bool(made))
        yield _shot()


def menus(studio: Photographer) -> Iterator[Shot]:
    """A tree with a broken link, a search, and a place without a menu."""
    yield from _filled(studio)
    studio.go("menus")
    page = studio.page("menus")
    page.tabs.setCurrentIndex(0)
    yield _shot(ready=lambda: page.menu is not None and len(page.menu.items) >= 3)
    page.show_broken()
    yield _shot("menus")
    page.pane.chooser.field.setText("bowl")
    yield _shot("menus-search", lambda: page.pane.chooser.model.rowCount() > 0)
    page.pane.chooser.clear()
    page.tabs.setCurrentIndex(1)
    yield _shot("menus-empty")


def builder(studio: Photographer) -> Iterator[Shot]:
    """A page of blocks with its form and preview, the types, and a block that lacks something."""
    yield from _filled(studio)
    page_id = studio.__dict__["content_page"][0]
    studio.application.services.navigator.go("builder", node_id=page_id)
    page = studio.page("builder")
    yield _shot(ready=lambda: len(page.controller.blocks) >= 6 and bool(page.controller.forms))
    page.controller.choose(page.controller.blocks[0].key)
    yield _shot("builder", lambda: not page.preview.waiting)
    page.controller.choose(page.controller.blocks[2].key)
    yield _shot("builder-features")
    page.types.open_panel()
    yield _shot("builder-types")
    page.types.close_panel()
    page.controller.add("image")
    yield _shot("builder-unsaved", lambda: bool(page.controller.block.problems))
    page.chooser.ask(lambda media_id: None)
    yield _shot("builder-picture")
    page.chooser.close_panel()
    page.act("remove")
    yield _shot()


def moderation(studio: Photographer) -> Iterator[Shot]:
    """What waits, and the forum's topics."""
    yield from _filled(studio)
    studio.go("moderation")
    page = studio.page("moderation")
    page.tabs.setCurrentIndex(0)
    yield _shot("moderation", lambda: page.model.rowCount() >= 2 and page.panel.shown is not None)
    page.tabs.setCurrentIndex(4)
    yield _shot("moderation-topics", lambda: page.panel.shown is not None and page.panel.shown.kind == "forum_topic")


def addresses(studio: Photographer) -> Iterator[Shot]:
    """Old addresses and the calendar."""
    yield from _filled(studio)
    studio.go("redirects")
    page = studio.page("redirects")
    yield _shot("redirects", lambda: page.model.rowCount() >= 2)
    studio.go("calendar")
    agenda = studio.page("calendar")
    yield _shot("calendar", lambda: agenda.front is not None)


def translations(studio: Photographer) -> Iterator[Shot]:
    """Posts to translate, field by field."""
    yield from _filled(studio)
    studio.application.services.navigator.go("translations", kind="product")
    page = studio.page("translations")
    yield _shot("translations-products", lambda: page.editor.item is not None and page.editor.item.kind == "product")
    studio.application.services.navigator.go("translations", kind="post")
    page = studio.page("translations")
    yield _shot(ready=lambda: page.model.rowCount() > 2 and page.editor.item is not None)
    page.list.setCurrentIndex(page.model.index(page.model.rowCount() - 1))
    yield _shot("translations", lambda: page.editor.item is not None and len(page.editor.rows) > 1)
    page.files.export()
    yield _shot("texts-export", of=page.files.dialog)
    path = studio.file.with_name("en-ru.xlf")
    path.unlink(missing_ok=True)
    page.files.dialog._write(str(path))
    yield _shot(ready=path.exists)
    words = re.sub(r"(<source>)([^<]{4,})(</source><target[^>]*>)</", r"\1\2\3Перевод: \2</", path.read_text("utf-8"))
    path.write_text(words.replace("<source>", "<source>Old ", 1), encoding="utf-8")
    page.files.read(path)
    dialog = page.files.dialog
    yield _shot(ready=lambda: dialog.review.table.model().rowCount() > 2)
    dialog.review.table.selectRow(0)
    yield _shot("texts-import", lambda: bool(dialog.review.details), dialog)
    dialog.reject()


CONTENT_SCENES = (menus, builder, moderation, addresses, translations)
