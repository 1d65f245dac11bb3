"""One Markdown file as a part of a node: what its front matter says, in the shop's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.core import limits
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.nodes.front_matter import Page
from rustok_desktop.exchange.nodes.markdown_names import Named
from rustok_desktop.exchange.nodes.wxr_values import slug_of, time_of

OWN = "rustok"  # key of our own exports: everything is there, nothing is guessed
# What a key is called elsewhere -> what it is called here.
_NAMES = {
    "permalink": "slug", "url": "slug", "pubdate": "date", "published_at": "date", "tag": "tags", "keywords": "tags",
    "category": "categories", "excerpt": "summary", "image": "picture", "cover": "picture", "thumbnail": "picture",
    "featured_image": "picture", "featuredimage": "picture", "heroimage": "picture", "hero": "picture",
    "authors": "author", "language": "lang", "locale": "lang", "translation_key": "translationkey",
    "redirect_from": "aliases", "order": "weight", "menu_order": "weight", "kind": "type", "meta_title": "seo_title",
    "seotitle": "seo_title", "meta_description": "description", "template": "layout", "publish_at": "publishdate",
    "unpublish_at": "expirydate",
}  # fmt: skip
_TRUE = frozenset(("true", "yes", "on", "1"))
_FALSE = frozenset(("false", "no", "off", "0"))
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_PLACEHOLDER = re.compile(r":[a-z_]+")


@dataclass(slots=True)
class PageFile:
    """A file that is read: ``values`` by our own names, the rest in ``others``."""

    relative: str
    named: Named
    page: Page
    own: bool
    values: dict[str, Any]
    others: dict[str, Any]
    notes: list[Note] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What the file says, else its folder, else whether it has a date."""
        for name in ("kind", "type", "layout"):
            said = str(self.values.get(name, "")).strip().lower()
            if said in WRITTEN:
                return said
        return self.named.kind or ("post" if self.date else "page")

    @property
    def key(self) -> str:
        """The same for all languages of one text."""
        return text_of(self.values.get("translationkey")) or self.named.key

    @property
    def date(self) -> str | None:
        """When it was published, or is to be."""
        return time_of(text_of(self.values.get("date")), self.named.date or "")

    def title(self) -> str:
        """As given, else the first heading, else made from the file's name."""
        given = text_of(self.values.get("title"))
        if given or self.own:
            return given
        heading = _HEADING.search(self.page.body)
        title = heading[1] if heading else self.named.slug.replace("-", " ").replace("_", " ").strip().capitalize()
        self.notes.append(Note("title_made", {"title": title}))
        return title

    def slug(self) -> str | None:
        """The last part of the address given, else the file's name."""
        given = text_of(self.values.get("slug"))
        if given and _PLACEHOLDER.search(given):
            self.notes.append(Note("address_pattern", {"value": given}))
            given = ""
        last = given.strip("/").rpartition("/")[2].removesuffix(".html")
        slug, same = slug_of(last or self.named.slug)
        if given and (not same or last != given.strip("/")):
            self.notes.append(Note("address_changed", {"was": given, "becomes": slug or ""}))
        return slug

    def body(self) -> str | None:
        """The text as it is kept."""
        text = self.page.body
        text = text.removeprefix("\n").removesuffix("\n") if self.own else text.strip("\n")
        return text if text.strip() else None

    def flag(self, name: str) -> bool | None:
        """A yes or no; None when the file says neither."""
        said = text_of(self.values.get(name)).lower()
        return True if said in _TRUE else False if said in _FALSE else None

    def words(self, name: str) -> list[str]:
        """A list, whichever way it is written."""
        return listed(self.values.get(name), spaces=self.relative.startswith("_"))

    def json(self, name: str) -> Any:
        """A value that our own exports write as JSON."""
        try:
            return json.loads(text_of(self.values.get(name)))
        except ValueError:
            return None


def read_page(relative: str, named: Named, page: Page) -> PageFile:
    """Sort the front matter into what the shop knows and what it only keeps."""
    own = text_of(page.values.get(OWN)) == "1"
    values: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in page.values.items():
        plain = name.strip().lower()
        known = plain if own else _NAMES.get(plain, plain)
        if known in _KNOWN and known not in values:
            values[known] = value
        else:
            others[name] = value
    return PageFile(relative, named, page, own, values, others)


_KNOWN = frozenset((
    "title", "slug", "date", "tags", "categories", "description", "summary", "picture", "author", "lang", "draft",
    "published", "translationkey", "aliases", "weight", "type", "seo_title", "layout", "publishdate", "expirydate",
    OWN, "id", "kind", "format", "status", "archive_reason", "created", "parent", "metadata", "position", "closed",
    "category_path", "template", "image", "rustok_blocks", "rustok_links",
))  # fmt: skip


def text_of(value: Any) -> str:
    """A scalar as text; a list's or mapping's likely name."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, Mapping):
        found = (value.get(name) for name in ("name", "title", "src", "image", "url", "path"))
        return next((text_of(inner) for inner in found if inner), "")
    return str(value).strip() if value is not None else ""


def listed(value: Any, *, spaces: bool = False) -> list[str]:
    """Texts from a list, or from one text with commas; with blanks between where that is the custom."""
    if isinstance(value, list):
        return [text for text in (text_of(inner) for inner in value) if text]
    text = text_of(value)
    parts = text.split(",") if "," in text else text.split() if spaces else [text]
    return [part.strip() for part in parts if part.strip()]


def author_of(page: PageFile) -> str | None:
    """The name that is shown."""
    return ", ".join(listed(page.values.get("author")))[: limits.NAME] or None
