"""Putting texts into a thing by its own service's act: one by one, whatever else it says stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from rustok_desktop.commerce.schemas import UpdateProduct
from rustok_desktop.commerce.update import update_product
from rustok_desktop.content.blocks import update_block
from rustok_desktop.content.menu_edits import update_item
from rustok_desktop.content.menu_schemas import UpdateMenuItem
from rustok_desktop.content.page_schemas import UpdateBlock
from rustok_desktop.content.schemas import UpdateNode
from rustok_desktop.content.update import update_node
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, VersionConflict
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange.words.block_words import merged
from rustok_desktop.exchange.words.shop_words import load_thing
from rustok_desktop.exchange.words.units import NODES, Kind, Languages, Thing
from rustok_desktop.media.records import describe
from rustok_desktop.media.schemas import DescribeMedium
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import categories
from rustok_desktop.taxonomy.schemas import UpdateCategory


class Translate(BaseModel):
    """Texts of one thing in one language. ``seen``: what a person saw beside each, original and translation, as one
    number; if either is another by now, nothing is written.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    thing_id: str
    source: str
    target: str
    words: dict[str, str]
    seen: dict[str, Annotated[int, Field(ge=0)]]


def seen(thing: Thing, name: str) -> int:
    """The number of a text and its translation as they are."""
    return crc32(f"{thing.source.get(name, '')}\0{thing.target.get(name, '')}".encode())


def translate(ctx: Context, bus: TransactionalEventBus, command: Translate, uow: UnitOfWork) -> None:
    """VersionConflict when somebody has changed one of the texts since."""
    languages = Languages(command.source, command.target)
    thing = load_thing(uow, ctx, command.kind, command.thing_id, languages)
    if thing is None:
        raise NotFound("not_found", kind=command.kind, id=command.thing_id)
    if any(seen(thing, name) != command.seen.get(name) for name in command.words):
        raise VersionConflict("version_conflict", id=thing.id, expected=0, actual=thing.version)
    _WRITERS[thing.kind](ctx, bus, thing, command, uow)


def _node(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    words: dict[str, Any] = dict(command.words)
    if "body" in words:
        words["format"] = thing.form
    update_node(ctx, bus, UpdateNode(node_id=thing.id, translations={command.target: words}), uow)


def _item(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    update_item(ctx, bus, UpdateMenuItem(item_id=thing.id, titles={command.target: command.words["title"]}), uow)


def _block(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    texts = merged(thing.like, thing.held, command.words)
    update_block(ctx, bus, UpdateBlock(block_id=thing.id, texts={command.target: texts}), uow)


def _category(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    asked = UpdateCategory.model_validate(
        {"category_id": thing.id, "base_version": thing.version, "translations": {command.target: command.words}}
    )
    categories.update(ctx, bus, asked, uow)


def _product(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    asked = UpdateProduct.model_validate(
        {"product_id": thing.id, "base_version": thing.version, "translations": {command.target: command.words}}
    )
    update_product(ctx, bus, asked, uow)


def _medium(ctx: Context, bus: TransactionalEventBus, thing: Thing, command: Translate, uow: UnitOfWork) -> None:
    require(ctx, Resource.MEDIA, Action.UPDATE)
    asked = DescribeMedium.model_validate(
        {"media_id": thing.id, "base_version": thing.version, "translations": {command.target: command.words}}
    )
    describe(ctx, bus, asked, uow)


Write = Callable[[Context, TransactionalEventBus, Thing, Translate, UnitOfWork], None]
_WRITERS: dict[str, Write] = {
    **dict.fromkeys(NODES, _node),
    "menu_item": _item,
    "block": _block,
    "category": _category,
    "product": _product,
    "media": _medium,
}
