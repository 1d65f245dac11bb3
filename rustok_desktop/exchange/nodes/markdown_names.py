"""What the names of files and folders tell: language, date, address, kind."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from rustok_desktop.core.locale import normalize_locale

ENDINGS = frozenset((".md", ".markdown", ".mdx"))
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[-_](.+)")
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?").fullmatch
# Codes of languages that sites are written in; any other pair of letters must be a language of the shop.
_CODES = (
    "ar az be bg bn bs ca cs da de el en es et fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms nb"
    " nl nn no pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh"
)
_LANGUAGES = frozenset(_CODES.split())
_BUNDLES = frozenset(("index", "_index"))
_POSTS = frozenset(("_posts", "posts", "post", "blog", "news", "_drafts", "drafts"))
_PAGES = frozenset(("pages", "page", "_pages"))
_ARTICLES = frozenset(("articles", "article", "docs", "doc"))


@dataclass(frozen=True, slots=True)
class Named:
    """``key`` is the same for all languages of one text; ``date`` is a day or None."""

    key: str
    slug: str
    locale: str | None
    date: str | None
    kind: str | None


def read_name(relative: PurePosixPath, enabled: Collection[str]) -> Named:
    """What the path of a file below the imported folder says."""
    stem, folders = relative.name.removesuffix(relative.suffix), list(relative.parent.parts)
    locale = None
    head, dot, tail = stem.rpartition(".")
    if dot and (found := locale_of(tail, enabled)):
        stem, locale = head, found
    for place, folder in enumerate(folders[:3]):
        if locale is None and (found := locale_of(folder, enabled)):
            locale = found
            folders.pop(place)
            break
    date, kind = None, _kind(folders)
    match = _DATED.fullmatch(stem)
    if match is not None:
        date, stem = match.groups()
    bundle = stem in _BUNDLES and bool(folders)
    slug = folders[-1] if bundle else stem
    if bundle and (match := _DATED.fullmatch(slug)) is not None:
        date, slug = match.groups()
    where = [*folders, *([] if bundle else [stem])]
    return Named("/".join(where) or stem, slug, locale, date, kind)


def locale_of(text: str, enabled: Collection[str]) -> str | None:
    """The language a name stands for; None for other names."""
    if not _LOCALE(text):
        return None
    locale = normalize_locale(text)
    return locale if locale in enabled or locale[:2] in _LANGUAGES else None


def _kind(folders: list[str]) -> str | None:
    for folder in folders:
        plain = folder.lower()
        for names, kind in ((_POSTS, "post"), (_PAGES, "page"), (_ARTICLES, "article")):
            if plain in names:
                return kind
    return None
