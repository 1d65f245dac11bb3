"""HTML that people write into the shop: what it may hold, and its cleaning. The parsing is nh3's (html5ever).

The policy, for every text the shop shows to somebody: text structure, tables, pictures and links; no scripts,
forms, frames, embedded objects or handlers; addresses only of the web, mail, telephone, or of the shop's own pictures
(``media:``) and things (``product:``, ``page:`` …, followed by an id); of style, what colours and aligns. Links to
elsewhere get ``rel="noopener noreferrer"``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

import nh3

_TAGS = (
    "a abbr b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption"
    " figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup"
    " table tbody td tfoot th thead time tr u ul var wbr"
)
TAGS = frozenset(_TAGS.split())
_ANY = frozenset({"class", "dir", "id", "lang", "style", "title"})
ATTRIBUTES: dict[str, set[str]] = {tag: set(_ANY) for tag in TAGS} | {
    "a": {*_ANY, "href", "hreflang", "name", "target"},
    "blockquote": {*_ANY, "cite"},
    "col": {*_ANY, "span", "width"},
    "colgroup": {*_ANY, "span", "width"},
    "del": {*_ANY, "cite", "datetime"},
    "details": {*_ANY, "open"},
    "font": {*_ANY, "color", "face", "size"},
    "img": {*_ANY, "align", "alt", "height", "loading", "src", "width"},
    "ins": {*_ANY, "cite", "datetime"},
    "li": {*_ANY, "value"},
    "ol": {*_ANY, "reversed", "start", "type"},
    "p": {*_ANY, "align"},
    "div": {*_ANY, "align"},
    "table": {*_ANY, "align", "border", "cellpadding", "cellspacing", "summary", "width"},
    "td": {*_ANY, "align", "colspan", "headers", "rowspan", "valign", "width"},
    "th": {*_ANY, "abbr", "align", "colspan", "headers", "rowspan", "scope", "valign", "width"},
    "time": {*_ANY, "datetime"},
    "tr": {*_ANY, "align", "valign"},
}
THINGS = frozenset({"product", "category", "page", "post", "article", "custom"})
SCHEMES = frozenset({"http", "https", "mailto", "tel", "media", *THINGS})
_STYLES = (
    "background-color border border-collapse border-color border-spacing border-style border-width color float"
    " font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style"
    " list-style-type margin margin-bottom margin-left margin-right margin-top max-width padding padding-bottom"
    " padding-left padding-right padding-top text-align text-decoration text-indent text-transform vertical-align"
    " white-space width"
)
STYLES = frozenset(_STYLES.split())
_HOLLOW = {"script", "style", "template", "noscript", "iframe", "object", "title", "textarea", "xmp", "noembed"}
# Nothing but tags of the policy without attributes: the commonest text, not worth two parsers.
_PLAIN = re.compile(rf"(?:[^<]|</?(?:{'|'.join(sorted(TAGS, key=len, reverse=True))})\s*/?>)*+", re.IGNORECASE)

_WHOLE_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>")
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")


def sanitize(html: str) -> str:
    """``html`` within the policy: the text itself where nothing has to go, else what is left, written anew.

    Doing it twice changes nothing. A plain text is no HTML and stays as it is.
    """
    if "<" not in html or _PLAIN.fullmatch(html):
        return html
    if not _WHOLE_TAG.search(html):
        # Words with a stray "<". In a page, what follows could complete it to a tag.
        return _OPENING.sub("&lt;", html)
    clean = _clean(html)
    # The cleaner writes even harmless text in its own way (<br/> becomes <br>, & becomes &amp;). What differs
    # only so stays as its author wrote it. If a browser saw more in the original than this comparison does,
    # the cleaner, which parses as browsers do, would have dropped it, and the two would differ.
    return html if _tokens(html) == _tokens(clean) else _settled(clean)


def is_clean(html: str) -> bool:
    """Whether nothing has to go."""
    return sanitize(html) == html


def _settled(clean: str) -> str:
    """Cleaning can uncover more to clean (nested, broken markup); until nothing changes."""
    for _ in range(4):
        again = _clean(clean)
        if again == clean:
            break
        clean = again
    return clean


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(_HOLLOW),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        filter_style_properties=set(STYLES),
        strip_comments=True,
        link_rel=None,
    )


def _clean(html: str) -> str:
    return _cleaner().clean(html)


class _Reader(HTMLParser):
    """Tags with their attributes, and text with spaces joined."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[tuple[object, ...]] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        if tag == "tbody" and not attrs:  # implied where it is missing
            return
        self.tokens.append((tag, *sorted((name, _value(name, value)) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        if tag not in ("br", "hr", "img", "col", "wbr", "tbody"):
            self.tokens.append(("/", tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self._flush()
        self.tokens.append(("!", data))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def _flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if text:
            self.tokens.append((" ".join(text.split()) or " ",))

    def all(self, html: str) -> list[tuple[object, ...]]:
        """Read everything."""
        self.feed(html)
        self.close()
        self._flush()
        return self.tokens


def _value(name: str, value: str | None) -> str:
    text = value or ""
    # Declarations are written anew with other spaces.
    return "".join(text.split()).rstrip(";").lower() if name == "style" else text


def _tokens(html: str) -> list[tuple[object, ...]]:
    return _Reader().all(html)
