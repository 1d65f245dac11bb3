"""Words: handles made from titles, comparable forms, and plain text out of HTML. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from unicodedata import combining, normalize

from rustok_desktop.core import limits

RESERVED_HANDLES = frozenset({"admin", "api", "null", "undefined", "new", "edit", "delete"})

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya",
    # Ukrainian, Belarusian
    "є": "ye", "і": "i", "ї": "yi", "ґ": "g", "ў": "u",
    # Kazakh, Kyrgyz, Tatar, Bashkir, Tajik
    "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "җ": "zh",
    "ҙ": "z", "ҡ": "q", "ҫ": "s", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
    # Serbian, Macedonian
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ѕ": "dz", "ќ": "kj",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
# Latin letters that do not decompose into a base letter and a mark.
_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ħ": "h", "ŋ": "ng", "ŧ": "t", "ə": "a", "ƒ": "f", "ĸ": "k", "&": " and ",
}  # fmt: skip
_LETTERS = str.maketrans(_CYRILLIC | _GREEK | _LATIN)
_NOT_HANDLE = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"[’'ʼ`´]")


def slugify(title: str, limit: int = limits.HANDLE) -> str:
    """A handle from a title: ``a-z 0-9 -``, 1 … ``limit`` characters, no outer or double hyphen.

    Never empty (``product``) and never a reserved word (``admin`` becomes ``admin-1``).
    """
    plain = _APOSTROPHES.sub("", title.casefold())
    # Letters first: й and ї would otherwise lose their marks; what is left decomposes, then maps again.
    plain = plain.translate(_LETTERS)
    plain = "".join(c for c in normalize("NFKD", plain) if not combining(c)).casefold().translate(_LETTERS)
    slug = _cut(_NOT_HANDLE.sub("-", plain).strip("-"), limit)
    if not slug:
        slug = _cut("product", limit)
    return f"{slug[: limit - 2]}-1" if slug in RESERVED_HANDLES else slug


def unique_slug(base: str, taken: Callable[[str], bool], limit: int = limits.HANDLE) -> str:
    """``base``, or the first of ``base-2``, ``base-3``… that is not taken, within ``limit`` characters."""
    if not taken(base):
        return base
    number = 2
    while True:
        tail = f"-{number}"
        candidate = base[: limit - len(tail)].rstrip("-") + tail
        if not taken(candidate):
            return candidate
        number += 1


def _cut(slug: str, limit: int) -> str:
    """At most ``limit`` characters, ending at a word where that costs less than a third of them."""
    if len(slug) <= limit:
        return slug
    head = slug[:limit]
    if slug[limit] != "-":
        word_end = head.rfind("-")
        if word_end > limit * 2 // 3:
            head = head[:word_end]
    return head.rstrip("-")


@cache
def _unaccented(character: str) -> str:
    if character in "йЙ":  # a letter of its own, not an accented one
        return "й"
    return "".join(c for c in normalize("NFKD", character) if not combining(c)).casefold()


def fold(text: str) -> str:
    """A form for comparing and sorting: case folded, accents dropped (``é`` = ``e``, ``ё`` = ``е``)."""
    if text.isascii():
        return text.lower()
    return "".join(map(_unaccented, normalize("NFC", text).casefold()))


_INVISIBLE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|head)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.S | re.I
)
# A quoted value may hold ">", but never "<": that keeps a broken tag from swallowing the page.
_ATTRIBUTES = r"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*"
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup"
    r"|u|var|wbr)(?:\s" + _ATTRIBUTES + r")?/?>",
    re.I,
)
_TAG = re.compile(r"</?[a-zA-Z!?]" + _ATTRIBUTES + ">")


def strip_html(html: str) -> str:
    """The readable words of ``html`` in one line: tags gone, entities resolved, spaces joined.

    Block tags part words, inline tags do not; scripts, styles and comments are dropped. A ``<`` that
    opens no tag (``5 < 6``) stays.
    """
    if "<" in html:
        if "<!--" in html or _MAY_HIDE(html):
            html = _INVISIBLE.sub(" ", html)
        html = _TAG.sub(" ", _INLINE.sub("", html))
    if "&" in html:
        html = unescape(html)
    return " ".join(html.split())


_MAY_HIDE = re.compile(r"<(?:script|style|template|noscript|head)\b", re.I).search
