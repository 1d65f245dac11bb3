"""What the Translations page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rustok_desktop.content.views import NodeSaved

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.content.menus import MenuItemView

MOST = 300  # of each state; more are not for one list
NODES = ("page", "post", "article")
KINDS = (*NODES, "product", "menu_item", "category")
ALL = ""  # every kind, in one list
STATES = ("missing", "stale", "partly", "done")
_FIELDS = ("title", "excerpt", "body", "meta_title", "meta_description")
_WORDS = ("title", "description", "meta_title", "meta_description")  # of a product
_LONG = ("excerpt", "body", "meta_description", "description")
Words = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class TransRow:
    """A line of the list. ``share`` of the fields that are filled, 0 … 100."""

    kind: str
    id: str
    title: str
    state: str
    share: int


@dataclass(frozen=True, slots=True)
class TransPage:
    """The first of each state, those to do first, and how many there are of each."""

    rows: tuple[TransRow, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class FieldPair:
    """A field in both languages; ``long`` asks for several lines."""

    name: str
    source: str
    target: str
    long: bool


@dataclass(frozen=True, slots=True)
class TransItem:
    """A thing with all its fields."""

    kind: str
    id: str
    version: int
    title: str
    stale: bool
    fields: tuple[FieldPair, ...]


@dataclass(frozen=True, slots=True)
class ReadTranslations:
    """What is translated into ``locale``: the undone only, unless ``everything``; the kind may be ALL."""

    kind: str
    locale: str
    everything: bool = False

    async def __call__(self, platform: Platform) -> TransPage:
        if self.kind == ALL:
            parts = [await replace(self, kind=kind)(platform) for kind in KINDS]
            rows = [row for state in STATES for part in parts for row in part.rows if row.state == state]
            return TransPage(tuple(rows[:MOST]), {state: sum(part.counts[state] for part in parts) for state in STATES})
        if self.kind in NODES:
            return await self._nodes(platform)
        if self.kind == "product":
            ctx, catalog = platform.context(), platform.catalog
            found = await catalog.translations(ctx, self.locale, everything=self.everything, limit=MOST)
            rows = [TransRow("product", row.product_id, row.title, row.state, row.share) for row in found.rows]
            return TransPage(tuple(rows), found.counts)
        rows = await (_menu_rows if self.kind == "menu_item" else _category_rows)(platform, self.locale)
        counts = {state: sum(row.state == state for row in rows) for state in STATES}
        ordered = sorted(rows, key=lambda row: STATES.index(row.state))
        return TransPage(tuple(row for row in ordered if self.everything or row.state != "done")[:MOST], counts)

    async def _nodes(self, platform: Platform) -> TransPage:
        from rustok_desktop.index.content_schemas import ContentQuery, TranslationFilter

        ctx, listing = platform.context(self.locale), platform.content_listing
        rows: list[TransRow] = []
        counts: dict[str, int] = {}
        for state in STATES[:3]:
            query = ContentQuery(kind=self.kind, translation=TranslationFilter(state))
            page = await listing.page(ctx, query, limit=MOST)
            rows += [
                TransRow(self.kind, row.node_id, row.title, state, row.languages.get(self.locale, 0))
                for row in page.rows
            ]
            counts[state] = len(page.rows) if page.next is None else (await listing.count(ctx, query)).value
        whole = ContentQuery(kind=self.kind)
        counts["done"] = (await listing.count(ctx, whole)).value - sum(counts.values())
        if self.everything:
            page = await listing.page(ctx, whole, limit=MOST)
            done = (row for row in page.rows if row.translation == 0)
            rows += [TransRow(self.kind, row.node_id, row.title, "done", 100) for row in done]
        return TransPage(tuple(rows), counts)


@dataclass(frozen=True, slots=True)
class LoadTranslation:
    """A thing in the shop's own language (or the fullest) and another."""

    kind: str
    thing_id: str
    locale: str

    async def __call__(self, platform: Platform) -> TransItem:
        if self.kind in NODES:
            return await self._node(platform)
        if self.kind == "product":
            return await self._product(platform)
        ctx = platform.context()
        if self.kind == "category":
            view = await platform.categories.get(ctx, self.thing_id)
            words = {
                locale: {"name": one.name, "description": one.description or ""}
                for locale, one in view.translations.items()
            }
            return _item(self.kind, self.thing_id, view.node.version, words, (ctx.locale, self.locale))
        item = next(one for one in await _menu_items(platform) if one.id == self.thing_id)
        titles = {locale: {"title": title} for locale, title in item.titles.items()}
        return _item(self.kind, item.id, item.version, titles, (ctx.locale, self.locale))

    async def _product(self, platform: Platform) -> TransItem:
        ctx, catalog = platform.context(), platform.catalog
        product = (await catalog.open_product(ctx, self.thing_id, 1)).view
        words = {
            locale: {name: getattr(text, name) or "" for name in _WORDS}
            for locale, text in product.translations.items()
        }
        stale = await catalog.translation_state(ctx, product.id, self.locale) == "stale"
        return _item(self.kind, product.id, product.version, words, (ctx.locale, self.locale), stale=stale)

    async def _node(self, platform: Platform) -> TransItem:
        ctx = platform.context()
        view = await platform.nodes.get_node(ctx, self.thing_id)
        words = {
            locale: {name: getattr(text, name) or "" for name in _FIELDS} for locale, text in view.translations.items()
        }
        target = view.translations.get(self.locale)
        stale = target is not None and target.stale
        return _item(self.kind, view.id, view.version, words, (ctx.locale, self.locale), stale=stale)


@dataclass(frozen=True, slots=True)
class SaveTranslation:
    """Fields of one language; None empties one."""

    kind: str
    thing_id: str
    base_version: int
    locale: str
    words: Words = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        ctx = platform.context()
        given: dict[str, Any] = {"base_version": self.base_version}
        if self.kind in NODES:
            from rustok_desktop.content.schemas import UpdateNode

            given |= {"node_id": self.thing_id, "translations": {self.locale: self.words}}
            return await platform.nodes.update_node(ctx, UpdateNode.model_validate(given))
        if self.kind == "menu_item":
            from rustok_desktop.content.menu_schemas import UpdateMenuItem

            given |= {"item_id": self.thing_id, "titles": {self.locale: self.words.get("title")}}
            return await platform.menus.update_item(ctx, UpdateMenuItem.model_validate(given))
        if self.kind == "product":
            from rustok_desktop.commerce.schemas import UpdateProduct

            given |= {"product_id": self.thing_id, "translations": {self.locale: self.words}}
            done = await platform.catalog.update_product(ctx, UpdateProduct.model_validate(given))
            return NodeSaved(done.product_id, done.version, (), done.txid)
        from rustok_desktop.taxonomy.schemas import UpdateCategory

        given |= {"category_id": self.thing_id, "translations": {self.locale: self.words}}
        saved = await platform.categories.update(ctx, UpdateCategory.model_validate(given))
        return NodeSaved(saved.category_id, saved.version, (), saved.txid)


@dataclass(frozen=True, slots=True)
class StillFits:
    """A translation says what the changed original says."""

    kind: str
    thing_id: str
    base_version: int
    locale: str

    async def __call__(self, platform: Platform) -> NodeSaved:
        ctx, given = platform.context(), {"base_version": self.base_version, "locale": self.locale}
        if self.kind == "product":
            from rustok_desktop.commerce.schemas import ConfirmProductTranslation

            of_product = ConfirmProductTranslation.model_validate({"product_id": self.thing_id, **given})
            done = await platform.catalog.confirm_translation(ctx, of_product)
            return NodeSaved(done.product_id, done.version, (), done.txid)
        from rustok_desktop.content.schemas import ConfirmTranslation

        command = ConfirmTranslation.model_validate({"node_id": self.thing_id, **given})
        return await platform.nodes.confirm_translation(ctx, command)


def _item(
    kind: str, thing_id: str, version: int, words: dict[str, dict[str, str]], locales: tuple[str, str],
    *, stale: bool = False,
) -> TransItem:  # fmt: skip
    own, wanted = locales
    others = {locale: fields for locale, fields in words.items() if locale != wanted}
    source = words.get(own) or max(others.values(), key=lambda fields: sum(map(bool, fields.values())), default={})
    target = words.get(wanted, {})
    names = [name for name in source or target if source.get(name) or target.get(name)]
    pairs = tuple(FieldPair(name, source.get(name, ""), target.get(name, ""), name in _LONG) for name in names)
    title = source.get("title") or source.get("name") or ""
    return TransItem(kind, thing_id, version, title, stale, pairs)


async def _menu_items(platform: Platform) -> list[MenuItemView]:
    def walk(items: tuple[MenuItemView, ...]) -> Iterator[MenuItemView]:
        for item in items:
            yield item
            yield from walk(item.items)

    menus = await platform.menus.menus(platform.context())
    return [item for menu in menus for item in walk(menu.items)]


async def _menu_rows(platform: Platform, locale: str) -> list[TransRow]:
    return [_simple("menu_item", item.id, item.title, locale in item.titles) for item in await _menu_items(platform)]


async def _category_rows(platform: Platform, locale: str) -> list[TransRow]:
    nodes = await platform.categories.tree(platform.context())
    return [_simple("category", node.id, node.path, locale in node.locales) for node in nodes]


def _simple(kind: str, thing_id: str, title: str, there: bool) -> TransRow:
    return TransRow(kind, thing_id, title, "done" if there else "missing", 100 if there else 0)
