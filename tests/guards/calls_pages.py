"""How to call what builds pages and menus."""

from __future__ import annotations

from rustok_desktop.content import menu_schemas as m
from rustok_desktop.content import page_schemas as p
from rustok_desktop.testing import a_node

from .world import Call, World


async def _page(w: World) -> None:
    built = a_node().of_kind("page").titled(w.name).build()
    w.ids["page"] = (await w.shop.platform.nodes.create_node(w.shop.ctx, built)).node_id


async def _block(w: World) -> None:
    await _page(w)
    saved = await w.shop.platform.pages.add_block(w.shop.ctx, _a_block(w))
    w.ids["block"], w.version = saved.node_id, saved.version


def _a_block(w: World) -> p.AddBlock:
    return p.AddBlock(page_id=w["page"], type="text", texts={"en": {"text": w.name}})


async def _menu(w: World) -> None:
    command = m.CreateMenu(location="header", titles={"en": w.name})
    saved = await w.shop.platform.menus.create_menu(w.shop.ctx, command)
    w.ids["menu"], w.version = saved.node_id, saved.version


async def _item(w: World) -> None:
    await _menu(w)
    saved = await w.shop.platform.menus.add_item(w.shop.ctx, _an_item(w))
    w.ids["item"], w.version = saved.node_id, saved.version


async def _two_items(w: World) -> None:
    await _item(w)
    w.ids["other"] = (await w.shop.platform.menus.add_item(w.shop.ctx, _an_item(w))).node_id


async def _broken(w: World) -> None:
    await _page(w)
    await _menu(w)
    target = m.MenuTarget(kind="page", id=w["page"])
    command = m.AddMenuItem(parent_id=w["menu"], titles={"en": w.name}, target=target)
    await w.shop.platform.menus.add_item(w.shop.ctx, command)


def _an_item(w: World) -> m.AddMenuItem:
    return m.AddMenuItem(parent_id=w["menu"], titles={"en": w.name}, target=m.MenuTarget(kind="address", address="/"))


PAGES = {
    "pages.blocks": Call(lambda w, ctx, v: w.shop.platform.pages.blocks(ctx, w["page"]), _block),
    "pages.add_block": Call(lambda w, ctx, v: w.shop.platform.pages.add_block(ctx, _a_block(w)), _page),
    "pages.update_block": Call(
        lambda w, ctx, v: w.shop.platform.pages.update_block(
            ctx, p.UpdateBlock(block_id=w["block"], base_version=v, texts={"en": {"text": "Other"}})
        ),
        _block,
        versioned=True,
    ),
    "pages.move_block": Call(
        lambda w, ctx, v: w.shop.platform.pages.move_block(
            ctx, p.MoveBlock(block_id=w["block"], base_version=v, index=0)
        ),
        _block,
        versioned=True,
    ),
    "pages.hide_block": Call(
        lambda w, ctx, v: w.shop.platform.pages.hide_block(ctx, p.HideBlock(block_id=w["block"], base_version=v)),
        _block,
        versioned=True,
    ),
    "pages.duplicate_block": Call(
        lambda w, ctx, v: w.shop.platform.pages.duplicate_block(
            ctx, p.DuplicateBlock(block_id=w["block"], base_version=v)
        ),
        _block,
        versioned=True,
    ),
    "pages.remove_block": Call(
        lambda w, ctx, v: w.shop.platform.pages.remove_block(ctx, p.BlockCommand(block_id=w["block"], base_version=v)),
        _block,
        versioned=True,
    ),
    "menus.menus": Call(lambda w, ctx, v: w.shop.platform.menus.menus(ctx), _item, hidden=False),
    "menus.menu": Call(lambda w, ctx, v: w.shop.platform.menus.menu(ctx, w["menu"]), _item),
    "menus.broken_links": Call(lambda w, ctx, v: w.shop.platform.menus.broken_links(ctx), _broken, hidden=False),
    "menus.create_menu": Call(
        lambda w, ctx, v: w.shop.platform.menus.create_menu(ctx, m.CreateMenu(location="footer", titles={"en": "New"})),
        hidden=False,
    ),
    "menus.update_menu": Call(
        lambda w, ctx, v: w.shop.platform.menus.update_menu(
            ctx, m.UpdateMenu(menu_id=w["menu"], base_version=v, location="mobile")
        ),
        _menu,
        versioned=True,
    ),
    "menus.remove_menu": Call(
        lambda w, ctx, v: w.shop.platform.menus.remove_menu(ctx, m.MenuCommand(menu_id=w["menu"], base_version=v)),
        _menu,
        versioned=True,
    ),
    "menus.add_item": Call(lambda w, ctx, v: w.shop.platform.menus.add_item(ctx, _an_item(w)), _menu),
    "menus.update_item": Call(
        lambda w, ctx, v: w.shop.platform.menus.update_item(
            ctx, m.UpdateMenuItem(item_id=w["item"], base_version=v, new_window=True)
        ),
        _item,
        versioned=True,
    ),
    "menus.move_item": Call(
        lambda w, ctx, v: w.shop.platform.menus.move_item(
            ctx, m.MoveMenuItem(item_id=w["item"], base_version=v, parent_id=w["menu"])
        ),
        _two_items,
        versioned=True,
    ),
    "menus.remove_item": Call(
        lambda w, ctx, v: w.shop.platform.menus.remove_item(ctx, m.MenuItemCommand(item_id=w["item"], base_version=v)),
        _item,
        versioned=True,
    ),
}
