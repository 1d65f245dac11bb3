"""The texts of the shop's things in two languages, whoever asks: an export, a plan, or the act that writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rustok_desktop.commerce.loading import load_product
from rustok_desktop.content.languages import is_stale
from rustok_desktop.content.loading import StoredWords, default_locale, load_node
from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.exchange.words.block_words import flat
from rustok_desktop.exchange.words.units import KINDS, NODES, Languages, Thing
from rustok_desktop.media.records import load as load_medium
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy.words import stored_words

NODE_FIELDS = ("title", "excerpt", "body", "meta_title", "meta_description")
PRODUCT_FIELDS = ("title", "description", "meta_title", "meta_description")
CATEGORY_FIELDS = ("name", "description")
MEDIA_FIELDS = ("title", "alt_text")

_NODES = prepare(
    "SELECT id FROM nodes WHERE tenant_id = :at_tenant_id AND kind = :kind AND deleted_at IS NULL ORDER BY depth, id"
)
_PARTS = prepare(
    "SELECT n.id FROM nodes n JOIN nodes p ON p.id = n.parent_id WHERE n.tenant_id = :at_tenant_id AND n.kind = :kind"
    " AND n.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY n.parent_id, n.position, n.id"
)
_CATEGORIES = prepare("SELECT id FROM categories WHERE tenant_id = :at_tenant_id ORDER BY id")
_PRODUCTS = prepare("SELECT id FROM products WHERE tenant_id = :at_tenant_id AND deleted_at IS NULL ORDER BY id")
_MEDIA = prepare("SELECT id FROM media WHERE tenant_id = :at_tenant_id ORDER BY id")
_VERSION = prepare("SELECT version FROM categories WHERE tenant_id = :at_tenant_id AND id = :at_id")
_IDS = {"block": _PARTS, "menu_item": _PARTS, "category": _CATEGORIES, "product": _PRODUCTS, "media": _MEDIA}

Load = Callable[[UnitOfWork, Context, str, Languages], "Thing | None"]


def load_thing(uow: UnitOfWork, ctx: Context, kind: str, thing_id: str, languages: Languages) -> Thing | None:
    """One thing; None for one that is not there, is in the trash, or is of another kind."""
    try:
        return _LOADERS[kind](uow, ctx, thing_id, languages)
    except NotFound:
        return None


def ids_of(uow: UnitOfWork, ctx: Context, kind: str) -> list[str]:
    """Every thing of a kind that is not in the trash."""
    statement = _IDS.get(kind, _NODES)
    params = {"at_tenant_id": ctx.tenant_id} | ({"kind": kind} if statement in (_NODES, _PARTS) else {})
    return [row[0] for row in uow.all(statement, **params)]


def all_things(uow: UnitOfWork, ctx: Context, kinds: tuple[str, ...], languages: Languages) -> Iterator[Thing]:
    """Every thing of these kinds that has texts in the source language."""
    for kind in (name for name in KINDS if name in kinds):
        for thing_id in ids_of(uow, ctx, kind):
            thing = load_thing(uow, ctx, kind, thing_id, languages)
            if thing is not None and thing.source:
                yield thing


def _filled(holder: Any, names: tuple[str, ...]) -> dict[str, str]:
    values = {name: getattr(holder, name) for name in names} if holder is not None else {}
    return {name: value for name, value in values.items() if value and value.strip()}


def _node(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
    node = load_node(uow, ctx, thing_id, words=True)
    if node.deleted_at is not None:
        return None
    source, target = node.words.get(languages.source), node.words.get(languages.target)
    titled = source or next(iter(node.words.values()), None)
    thing = Thing(node.kind, node.id, node.version, titled.title if titled is not None else "")
    names = ("title",) if node.kind == "menu_item" else NODE_FIELDS
    thing.source, thing.target = _filled(source, names), _filled(target, names)
    thing.there = target is not None
    if source is not None and source.format == "json":
        thing.source.pop("body", None)  # a document's inner form, nothing to translate by hand
    holder = target if target is not None and target.body is not None else source
    thing.form = holder.format if holder is not None else "markdown"
    thing.stale = _stale(uow, ctx, source, target)
    return thing


def _stale(uow: UnitOfWork, ctx: Context, source: StoredWords | None, target: StoredWords | None) -> bool:
    if source is None or target is None or source.locale != default_locale(uow, ctx):
        return False
    return is_stale(target.locale, target.source_version, (source.locale, source.text_version))


def _block(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
    node = load_node(uow, ctx, thing_id, words=True)
    if node.deleted_at is not None or node.kind != "block":
        return None
    page = load_node(uow, ctx, str(node.row["parent_id"]), words=True)
    if page.deleted_at is not None:
        return None
    words = page.words.get(languages.source) or next(iter(page.words.values()), None)
    texts = {locale: loads(body) for locale, (body, _) in node.bare_bodies.items()}
    source, held = texts.get(languages.source, {}), texts.get(languages.target)
    thing = Thing("block", node.id, node.version, words.title if words is not None else "")
    thing.source, thing.target = flat(source), flat(held or {})
    thing.there, thing.template = held is not None, str(node.row["template"])
    thing.like, thing.held = source, held or {}
    return thing


def _category(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
    row = uow.one(_VERSION, at_tenant_id=ctx.tenant_id, at_id=thing_id)
    if row is None:
        return None
    words = stored_words(uow, ctx, thing_id)
    source, target = words.get(languages.source), words.get(languages.target)
    titled = source or next(iter(words.values()), None)
    thing = Thing("category", thing_id, int(row[0]), titled.name if titled is not None else "")
    thing.source, thing.target = _filled(source, CATEGORY_FIELDS), _filled(target, CATEGORY_FIELDS)
    thing.there = target is not None
    return thing


def _product(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
    stored = load_product(uow, ctx, thing_id, (languages.source, languages.target), description=True)
    if stored.deleted_at is not None:
        return None
    source, target = stored.translations.get(languages.source), stored.translations.get(languages.target)
    titled = source or next(iter(stored.translations.values()), None)
    thing = Thing("product", stored.id, stored.version, titled.title if titled is not None else "")
    thing.source, thing.target = _filled(source, PRODUCT_FIELDS), _filled(target, PRODUCT_FIELDS)
    thing.there, thing.form = target is not None, "html"
    return thing


def _medium(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
    """What a picture is called and shows."""
    view = load_medium(uow, ctx, thing_id).view
    source, target = view.translations.get(languages.source), view.translations.get(languages.target)
    thing = Thing("media", view.id, view.version, view.filename)
    thing.source, thing.target = _filled(source, MEDIA_FIELDS), _filled(target, MEDIA_FIELDS)
    thing.there = target is not None
    return thing


def _of_kind(kind: str) -> Load:
    def load(uow: UnitOfWork, ctx: Context, thing_id: str, languages: Languages) -> Thing | None:
        thing = _node(uow, ctx, thing_id, languages)
        return thing if thing is not None and thing.kind == kind else None

    return load


_LOADERS: dict[str, Load] = {
    **{kind: _of_kind(kind) for kind in (*NODES, "menu_item")},
    "block": _block,
    "category": _category,
    "product": _product,
    "media": _medium,
}
