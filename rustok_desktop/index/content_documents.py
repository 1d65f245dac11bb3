"""Complete index rows for given nodes, one per language of the shop. See ``documents`` for where this runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rustok_desktop.content.languages import Languages, completeness, is_stale
from rustok_desktop.content.views import NodeText
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.text import fold, strip_html
from rustok_desktop.index.content_tables import COMPLETE, MISSING, PARTLY, STALE
from rustok_desktop.index.documents import shop_languages
from rustok_desktop.index.projection import Query
from rustok_desktop.index.stems import stem, words
from rustok_desktop.storage.statements import prepare

_IDS = "(SELECT value FROM json_each(:ids))"
_NODES = prepare(
    "SELECT id, kind, status, coalesce(moderation, ''), version, coalesce(author_name, ''), parent_id, tags,"
    " featured_media_id, published_at, publish_at, unpublish_at, created_at, updated_at, deleted_at IS NOT NULL"
    f" FROM nodes WHERE +tenant_id = :tenant AND id IN {_IDS} ORDER BY id"
)
_WORDS = prepare(
    "SELECT node_id, locale, title, slug, excerpt, meta_title, meta_description, text_version, source_version"
    f" FROM node_translations WHERE +tenant_id = :tenant AND node_id IN {_IDS} ORDER BY node_id, locale"
)
_BODIES = prepare(
    "SELECT node_id, locale, body, format FROM bodies"
    f" WHERE +tenant_id = :tenant AND node_id IN {_IDS} ORDER BY node_id, locale"
)
# A page is found by what its blocks say.
_BLOCKS = prepare(
    "SELECT n.parent_id, b.locale, b.body FROM nodes AS n JOIN bodies AS b ON b.node_id = n.id"
    f" WHERE +n.tenant_id = :tenant AND n.parent_id IN {_IDS} AND n.kind = 'block' AND n.deleted_at IS NULL"
    " AND json_extract(n.metadata, '$.hidden') IS NULL"
    " ORDER BY n.parent_id, n.position, n.id"
)
_LANGUAGES = prepare(
    "SELECT t.default_locale, l.locale, l.fallback_locale FROM tenants AS t"
    " LEFT JOIN tenant_locales AS l ON l.tenant_id = t.id AND l.is_enabled WHERE t.id = :tenant"
)


_SAID = frozenset({"comment", "forum_reply", "forum_topic"})  # by people, in their own language: nobody translates it
_UNLISTED = frozenset({"block", "menu", "menu_item"})  # found through what they are part of


class ContentDocument(NamedTuple):
    """One node in one language; the ``find_*`` texts go to the search tables, the rest to the list."""

    tenant_id: str
    node_id: str
    locale: str
    in_trash: int
    kind: str
    status: str
    moderation: str
    version: int
    title: str
    title_sort: str
    slug: str
    excerpt: str
    author_name: str
    parent_id: str | None
    tags: str
    languages: str
    stale: str
    translation: int
    featured_media_id: str | None
    word_count: int
    public_at: str
    published_at: str | None
    publish_at: str | None
    unpublish_at: str | None
    created_at: str
    updated_at: str
    find_title: str
    find_slugs: str
    find_stems: str
    find_words: str


@dataclass(slots=True)
class _Node:
    """A node's own columns, and what it says in each language."""

    row: tuple[Any, ...]
    words: dict[str, tuple[Any, ...]] = field(default_factory=dict)  # language -> title, slug, … source_version
    bodies: dict[str, tuple[str, str]] = field(default_factory=dict)  # language -> body, format
    blocks: dict[str, list[str]] = field(default_factory=dict)  # language -> texts


@dataclass(slots=True)
class _Shared:
    """What the documents of one node have in common."""

    node: _Node
    languages: str
    stale: tuple[str, ...]
    states: dict[str, int]


def build_content(query: Query, tenant_id: str, node_ids: Sequence[str]) -> Iterator[ContentDocument]:
    """The documents of those of ``node_ids`` that exist, oldest id first. Ids that do not exist give none."""
    shop = shop_languages(query, tenant_id)
    if shop is None:
        return
    languages = Languages(query(_LANGUAGES, tenant=tenant_id), "")
    for node in _nodes(query, tenant_id, node_ids).values():
        if node.row[1] in _UNLISTED:
            continue
        shared = _shared(node, languages)
        made: dict[str, ContentDocument] = {}  # a language without words of its own shows another one's
        for locale, chain in shop.chains.items():
            there = node.words or node.bodies  # a reply has a body only
            source = next((step for step in chain if step in there), next(iter(there), ""))
            if source not in made:
                made[source] = _document(tenant_id, shared, source)
            yield made[source]._replace(locale=locale, translation=shared.states[locale])


def _nodes(query: Query, tenant_id: str, node_ids: Sequence[str]) -> dict[str, _Node]:
    asked: dict[str, Any] = {"tenant": tenant_id, "ids": dumps(list(node_ids))}
    nodes = {row[0]: _Node(row) for row in query(_NODES, **asked)}
    for node_id, locale, *rest in query(_WORDS, **asked):
        if node_id in nodes:
            nodes[node_id].words[locale] = tuple(rest)
    for node_id, locale, body, style in query(_BODIES, **asked):
        if node_id in nodes:
            nodes[node_id].bodies[locale] = (body, style)
    for node_id, locale, text in query(_BLOCKS, **asked):
        nodes[node_id].blocks.setdefault(locale, []).extend(_said(loads(text)))
    return nodes


def _said(value: Any) -> Iterator[str]:
    """Every text inside a block's texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _said(part)


def _shared(node: _Node, languages: Languages) -> _Shared:
    source = node.words.get(languages.default)
    current = None if source is None else (languages.default, int(source[5]))
    texts = {locale: _text(node, locale, current) for locale in node.words}
    shares = {locale: found.percent for locale, found in completeness(texts, languages).items() if locale in texts}
    stale = tuple(locale for locale, text in texts.items() if text.stale)
    states = {locale: _state(locale, shares, stale) for locale in languages.enabled}
    if node.row[1] in _SAID:
        states = dict.fromkeys(languages.enabled, COMPLETE)
    return _Shared(node, dumps(shares), stale, states)


def _text(node: _Node, locale: str, source: tuple[str, int] | None) -> NodeText:
    title, slug, excerpt, meta_title, meta_description, _, source_version = node.words[locale]
    body = node.bodies.get(locale, (None, "markdown"))[0]
    stale = is_stale(locale, source_version, source)
    return NodeText(locale, title, slug, excerpt, meta_title, meta_description, body, stale=stale)


def _state(locale: str, shares: dict[str, int], stale: tuple[str, ...]) -> int:
    if locale not in shares:
        return MISSING
    if locale in stale:
        return STALE
    return COMPLETE if shares[locale] == 100 else PARTLY


def _document(tenant_id: str, shared: _Shared, source: str) -> ContentDocument:
    node = shared.node
    (node_id, kind, status, moderation, version, author, parent, tags, featured, published, publish_at, unpublish_at,
     created, updated, in_trash) = node.row  # fmt: skip
    title, slug, excerpt = (text or "" for text in (node.words.get(source) or ("", "", ""))[:3])
    body = _plain(*node.bodies.get(source, ("", "")))
    title_words = words(title)
    known = set(title_words)
    parts = (excerpt, body, *node.blocks.get(source, ()), author, *loads(tags))
    text = dict.fromkeys(title_words) | dict.fromkeys(words(strip_html(" ".join(parts))))
    return ContentDocument(
        tenant_id, node_id, source, in_trash, kind, status, moderation, version,
        title, fold(title)[: limits.TITLE], slug, excerpt or beginning(body), author, parent, tags,
        shared.languages, dumps(list(shared.stale)), MISSING, featured, len(body.split()),
        publish_at or published or created, published, publish_at, unpublish_at, created, updated,
        " ".join(title_words),
        " ".join(words(slug)),
        " ".join(dict.fromkeys(root for root in map(stem, title_words) if root not in known)),
        " ".join(text | dict.fromkeys(map(stem, text))),
    )  # fmt: skip


def _plain(body: str, style: str) -> str:
    """The words of a body, without the marks of its format."""
    if style == "html":
        return strip_html(body)
    return body


_SHOWN = 200
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|^\s{0,3}(?:#{1,6}|[-*+>]|\d+[.)])\s+|[*_`~]{1,3}", re.M)


def beginning(body: str) -> str:
    """The first words of a text in one line, without marks of Markdown, at most 200 characters."""
    plain = " ".join(strip_html(_MARKS.sub(lambda found: found[1] or "", body[: 4 * _SHOWN])).split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rsplit(" ", 1)[0] + "…"
