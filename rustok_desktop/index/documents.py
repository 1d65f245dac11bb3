"""Complete index rows for given products, one per language of the shop.

Set-based SQL reads the write tables; Python only prepares text. It runs wherever statements can be executed:
inside a unit of work on the writer, or in a worker process over a read-only connection.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.locale import fallback_chain
from rustok_desktop.core.text import fold, strip_html
from rustok_desktop.index.projection import Query
from rustok_desktop.index.stems import squeeze, stem, whole_code, words
from rustok_desktop.storage.statements import prepare

LOW_STOCK = 5  # at most this many on hand is "low", as in RusToK

_PARTS = "\x1f"  # between codes in one text; never part of a code
_IDS = "(SELECT value FROM json_each(:ids))"
_TENANT = prepare("SELECT default_locale, currency_code FROM tenants WHERE id = :tenant")
_LOCALES = prepare(
    "SELECT locale, fallback_locale FROM tenant_locales WHERE tenant_id = :tenant AND is_enabled ORDER BY locale"
)
# The plus signs: without statistics the planner would rather read the whole shop than look up the ids.
_PRODUCTS = prepare(
    "SELECT id, status, version, vendor, product_type, category, tags, deleted_at IS NOT NULL, created_at, updated_at"
    f" FROM products WHERE +tenant_id = :tenant AND id IN {_IDS} ORDER BY id"
)
_TRANSLATIONS = prepare(
    "SELECT product_id, locale, title, handle, description FROM product_translations"
    f" WHERE +tenant_id = :tenant AND product_id IN {_IDS} ORDER BY product_id, locale"
)
# "first": position, then SKU: the smallest one carries the first variant's SKU.
_VARIANTS = prepare(
    "SELECT v.product_id, count(*), min(printf('%08d', v.position) || coalesce(v.sku, '')),"
    " group_concat(v.sku, char(31)), group_concat(v.barcode, char(31)), sum(v.manage_inventory),"
    " coalesce(sum(CASE WHEN v.manage_inventory THEN (SELECT sum(l.on_hand) FROM inventory_levels AS l"
    "  WHERE l.variant_id = v.id AND l.tenant_id = v.tenant_id) END), 0),"
    " min(p.amount), max(p.amount), max(p.compare_at_amount)"
    " FROM product_variants AS v LEFT JOIN prices AS p"
    " ON p.variant_id = v.id AND p.currency_code = :currency AND p.tenant_id = v.tenant_id"
    f" WHERE +v.tenant_id = :tenant AND v.product_id IN {_IDS} GROUP BY v.product_id"
)
_OPTION_VALUES = prepare(
    "SELECT product_id, group_concat(value, ' ') FROM product_option_values"
    f" WHERE +tenant_id = :tenant AND product_id IN {_IDS} GROUP BY product_id"
)
_IMAGES = prepare(  # with a single min() SQLite takes the other columns from the row that has it
    f"SELECT product_id, url, min(position) FROM product_images"
    f" WHERE +tenant_id = :tenant AND product_id IN {_IDS} GROUP BY product_id"
)
_NO_VARIANTS = ("", 0, "00000000", None, None, 0, 0, None, None, None)


class Document(NamedTuple):
    """One product in one language; the ``find_*`` texts go to the search tables, the rest to the list."""

    tenant_id: str
    product_id: str
    locale: str
    in_trash: int
    status: str
    version: int
    title: str
    title_sort: str
    handle: str
    vendor: str
    product_type: str
    tags: str
    sku: str
    variant_count: int
    currency_code: str
    price_min: int | None
    price_max: int | None
    compare_at_max: int | None
    price_sort: int
    on_hand: int
    stock_state: str
    thumbnail_url: str | None
    created_at: str
    updated_at: str
    find_title: str
    find_codes: str
    find_stems: str
    find_words: str
    find_fragments: str


@dataclass(frozen=True, slots=True)
class ShopLanguages:
    """The languages rows are made for, each with the chain of languages its words may come from."""

    currency_code: str
    chains: dict[str, list[str]]


def shop_languages(query: Query, tenant_id: str) -> ShopLanguages | None:
    """The shop's currency and enabled languages; None when there is no such shop."""
    shop = query(_TENANT, tenant=tenant_id)
    if not shop:
        return None
    default, currency = shop[0]
    rows = query(_LOCALES, tenant=tenant_id) or [(default, None)]
    fallbacks: dict[str, str | None] = dict(rows)
    return ShopLanguages(currency, {locale: fallback_chain(locale, fallbacks, default) for locale in fallbacks})


def build(query: Query, tenant_id: str, product_ids: Sequence[str]) -> Iterator[Document]:
    """The documents of those of ``product_ids`` that exist, oldest id first. Ids that do not exist give none."""
    shop = shop_languages(query, tenant_id)
    if shop is None:
        return
    asked: dict[str, Any] = {"tenant": tenant_id, "ids": dumps(list(product_ids))}
    translations: dict[str, dict[str, tuple[Any, ...]]] = {}
    for product_id, locale, *rest in query(_TRANSLATIONS, **asked):
        translations.setdefault(product_id, {})[locale] = tuple(rest)
    variants = {row[0]: row for row in query(_VARIANTS, currency=shop.currency_code, **asked)}
    values: dict[str, str] = dict(query(_OPTION_VALUES, **asked))
    images = {row[0]: row[1] for row in query(_IMAGES, **asked)}
    for row in query(_PRODUCTS, **asked):
        product = _Product(tenant_id, shop.currency_code, row, variants.get(row[0], _NO_VARIANTS), images.get(row[0]))
        yield from _in_each_language(product, values.get(row[0]) or "", translations.get(row[0], {}), shop.chains)


@dataclass(slots=True)
class _Product:
    """What a product's documents have in common."""

    tenant_id: str
    currency_code: str
    row: tuple[Any, ...]
    variants: tuple[Any, ...]
    image: str | None


def _in_each_language(
    product: _Product, values: str, translations: dict[str, tuple[Any, ...]], chains: dict[str, list[str]]
) -> Iterator[Document]:
    shared = _shared_words(product, values)
    codes = _code_texts(product.variants)
    made: dict[str, Document] = {}  # a language without words of its own shows another one's
    for locale, chain in chains.items():
        source = next((step for step in chain if step in translations), next(iter(translations), ""))
        if source not in made:
            made[source] = _document(product, locale, translations.get(source, ("", "", None)), shared, codes)
        yield made[source]._replace(locale=locale)


def _document(
    product: _Product, locale: str, words_of: tuple[Any, ...], shared: dict[str, None], codes: tuple[str, str]
) -> Document:
    title, handle, description = words_of
    product_id, status, version, vendor, kind, _, tags, in_trash, created, updated = product.row
    _, count, first, _, _, tracked, on_hand, price_min, price_max, compare_at = product.variants
    title_words = words(title)
    known = set(title_words)
    text = dict.fromkeys(title_words) | shared | dict.fromkeys(words(strip_html(description or "")))
    return Document(
        product.tenant_id, product_id, locale, in_trash, status, version,
        title, fold(title)[: limits.TITLE], handle, vendor or "", kind or "", tags, first[8:], count,
        product.currency_code, price_min, price_max, compare_at, -1 if price_min is None else price_min,
        on_hand, _stock_state(tracked, on_hand), product.image, created, updated,
        " ".join(title_words),
        codes[0],
        " ".join(dict.fromkeys(root for root in map(stem, title_words) if root not in known)),
        " ".join(text | dict.fromkeys(map(stem, text))),
        codes[1],
    )  # fmt: skip


def _shared_words(product: _Product, values: str) -> dict[str, None]:
    vendor, kind, category, tags = product.row[3:7]
    parts = (vendor or "", kind or "", category or "", *loads(tags), values)
    return dict.fromkeys(words(" ".join(parts)))


def _code_texts(variants: tuple[Any, ...]) -> tuple[str, str]:
    """SKUs and barcodes in parts and whole (``mug 014 mug014!``), and squeezed, to find fragments in."""
    listed = [text for text in (variants[3], variants[4]) if text]
    codes = dict.fromkeys(_PARTS.join(listed).split(_PARTS)) if listed else {}
    squeezed = dict.fromkeys(filter(None, map(squeeze, codes)))
    parts = dict.fromkeys(words(" ".join(codes)))
    return " ".join([*parts, *map(whole_code, squeezed)]), " ".join(squeezed)


def _stock_state(tracked: int, on_hand: int) -> str:
    if not tracked:
        return "untracked"
    if on_hand <= 0:
        return "out"
    return "low" if on_hand <= LOW_STOCK else "in"
