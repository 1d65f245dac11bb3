"""Nodes, comments and menus as items of WXR."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from html import unescape
from typing import Any

from rustok_desktop.content.views import NodeText, NodeView
from rustok_desktop.core.clock import parse_time
from rustok_desktop.exchange.nodes.export_reading import Category, ExportedNode, ExportReader, Picture
from rustok_desktop.exchange.nodes.wxr_numbers import Numbers
from rustok_desktop.exchange.nodes.wxr_reader import is_other_type
from rustok_desktop.exchange.nodes.wxr_values import OWN, UPLOADS, digest
from rustok_desktop.exchange.nodes.wxr_xml import element, plain
from rustok_desktop.exchange.nodes.xml_stream import Part

_TYPES = {"post": "post", "page": "page", "article": "post"}
_TYPE = re.compile(r"[a-z][a-z0-9_-]{0,19}").fullmatch
_NEVER = "0000-00-00 00:00:00"
_STATE = ("status", "archive_reason", "created_at", "published_at", "publish_at", "unpublish_at")
_FIELDS = ("author_name", "position", "template", "metadata")


def wordpress_time(time: str | None) -> str:
    """A time as WordPress writes it, always UTC."""
    return _NEVER if time is None else parse_time(time).strftime("%Y-%m-%d %H:%M:%S")


class ItemWriter:
    """Makes items; knows their numbers."""

    def __init__(
        self, reader: ExportReader, numbers: Numbers, site: str, categories: dict[str, Category]
    ) -> None:
        self._reader = reader
        self._numbers = numbers
        self._site = site
        self._uploads = f"{site}/{UPLOADS}"
        self._categories = categories
        self._shown: set[str] = set()
        self.other_languages: set[str] = set()

    def is_new(self, picture: Picture) -> bool:
        """Whether a picture is written for the first time."""
        new = picture.id not in self._shown
        self._shown.add(picture.id)
        return new

    def item(self, node: ExportedNode) -> Part | None:
        """A node with its comments; None for one without any words."""
        view = node.view
        main = self._reader.locale if self._reader.locale in view.translations else min(view.translations, default="")
        if not main:
            return None
        self.other_languages |= view.translations.keys() - {main}
        text = view.translations[main]
        item = element("item", parts=[*self._elements(node, text), *self._terms(view)])
        own = self._own(node, text, item)
        item.parts.append(self.meta(OWN, json.dumps(own | {"digest": digest(item)})))
        item.parts += self._metas(view)
        item.parts += self._comments(view)
        return item

    def meta(self, name: str, text: str, kind: str = "wp:postmeta") -> Part:
        """A meta of an item, comment or term."""
        return element(kind, parts=[element("wp:meta_key", name), element("wp:meta_value", text)])

    def used_categories(self) -> Iterator[str]:
        """The ids of categories that something in the file leads to."""
        for node in self._reader.nodes():
            if node.view.category_id is not None:
                yield node.view.category_id
        for menu_id in self._reader.ids("menu"):
            for item in self._menu_branch(menu_id):
                if item.template == "category":
                    yield str(item.metadata.get("id"))

    # -- nodes --------------------------------------------------------------------------------------

    def _elements(self, node: ExportedNode, text: NodeText) -> list[Part]:
        view, number = node.view, str(self._numbers.of(node.view.id))
        status = {"published": "publish"}.get(view.status, "future" if view.publish_at else "draft")
        moment = view.publish_at if status == "future" else view.published_at or view.created_at
        when = wordpress_time(moment)
        wordpress = view.metadata.get("wordpress")
        held: dict[str, Any] = wordpress if isinstance(wordpress, dict) else {}
        texts = [
            ("title", plain(text.title)),
            ("link", str(held.get("link") or f"{self._site}/?p={number}")),
            ("pubDate", _public_time(moment)),
            ("dc:creator", view.author_name or ""),
            ("guid", str(held.get("guid") or f"{self._site}/?p={number}")),
            ("description", ""),
            ("content:encoded", self._reader.rewritten(text.body, self._uploads) or ""),
            ("excerpt:encoded", plain(text.excerpt or "")),
            ("wp:post_id", number),
            ("wp:post_date", when),
            ("wp:post_date_gmt", when),
            ("wp:comment_status", "closed" if node.closed else "open"),
            ("wp:ping_status", "closed"),
            ("wp:post_name", text.slug or ""),
            ("wp:status", status),
            ("wp:post_parent", str(self._numbers.of(view.parent_id)) if view.parent_id is not None else "0"),
            ("wp:menu_order", str(view.position)),
            ("wp:post_type", self._type(view)),
            ("wp:post_password", ""),
            ("wp:is_sticky", "1" if held.get("sticky") else "0"),
        ]
        return [element(name, value) for name, value in texts]

    def _type(self, view: NodeView) -> str:
        known = _TYPES.get(view.kind)
        if known is not None:
            return known
        template = view.template or ""
        return template if _TYPE(template) and template not in _TYPES and is_other_type(template) else "custom"

    def _terms(self, view: NodeView) -> Iterator[Part]:
        category = self._categories.get(view.category_id or "")
        if category is not None:
            yield element("category", category.name, attributes={"domain": "category", "nicename": category.slug})
        for number, tag in enumerate(view.tags, 1):
            yield element("category", plain(tag), attributes={"domain": "post_tag", "nicename": f"tag-{number}"})

    def _own(self, node: ExportedNode, text: NodeText, item: Part) -> dict[str, Any]:
        view = node.view
        texts: dict[str, dict[str, Any]] = {}
        for locale, words in view.translations.items():
            body = self._reader.rewritten(words.body, self._uploads)
            texts[locale] = {
                "title": words.title,
                "slug": words.slug,
                "excerpt": words.excerpt,
                "meta_title": words.meta_title,
                "meta_description": words.meta_description,
                "body": body,
                "format": words.format,
            }
        main = texts[text.locale]
        read = {
            "title": unescape(item.value("title")),
            "body": item.value("content:encoded") or None,
            "excerpt": unescape(item.value("excerpt:encoded")) or None,
        }
        texts[text.locale] = {name: value for name, value in main.items() if name not in read or read[name] != value}
        own: dict[str, Any] = {name: getattr(view, name) for name in ("id", "kind", *_STATE, *_FIELDS)}
        own |= {"tags": list(view.tags), "closed": node.closed, "old_slugs": node.redirects}
        if node.links:
            own["links"] = node.links
        if node.blocks:
            own["blocks"] = json.loads(self._reader.rewritten(node.blocks, self._uploads) or "[]")
        return own | {"locale": text.locale, "slug": text.slug, "texts": texts}

    def _metas(self, view: NodeView) -> Iterator[Part]:
        wordpress = view.metadata.get("wordpress")
        metas = wordpress.get("metas") if isinstance(wordpress, dict) else None
        for name, value in metas.items() if isinstance(metas, dict) else ():
            for text in value if isinstance(value, list) else [value]:
                yield self.meta(name, str(text))
        if view.featured_media_id is not None and self._reader.picture(view.featured_media_id) is not None:
            yield self.meta("_thumbnail_id", str(self._numbers.of(view.featured_media_id)))

    # -- comments -----------------------------------------------------------------------------------

    def _comments(self, view: NodeView) -> Iterator[Part]:
        for comment in self._reader.comments(view.id):
            locale, text = next(iter(comment.translations.items()), ("", None))
            if text is None or text.body is None:
                continue
            metadata = dict(comment.metadata)
            reply_to = metadata.pop("reply_to", None)
            content = element("wp:comment_content", text.body)
            own = {
                "id": comment.id,
                "locale": locale,
                "format": text.format,
                "moderation": comment.moderation,
                "created_at": comment.created_at,
                "author_name": comment.author_name or "",
                "metadata": metadata,
            }
            if content.text != text.body:
                own["body"] = text.body
            when = wordpress_time(comment.created_at)
            values = [
                ("wp:comment_id", str(self._numbers.of(comment.id))),
                ("wp:comment_author", comment.author_name or ""),
                ("wp:comment_author_url", str(metadata.get("author_url", ""))),
                ("wp:comment_date", when),
                ("wp:comment_date_gmt", when),
                ("wp:comment_approved", "1" if comment.moderation == "approved" else "0"),
                ("wp:comment_type", "comment"),
                ("wp:comment_parent", str(self._numbers.of(reply_to)) if reply_to else "0"),
            ]
            parts = [element(name, value) for name, value in values]
            yield element("wp:comment", parts=[*parts, content, self.meta(OWN, json.dumps(own), "wp:commentmeta")])

    # -- menus --------------------------------------------------------------------------------------

    def menus(self) -> Iterator[Part]:
        """Every menu as a term."""
        for menu_id in self._reader.ids("menu"):
            view = self._reader.node(menu_id).view
            titles = {locale: text.title for locale, text in view.translations.items()}
            own = {"id": menu_id, "location": view.template, "titles": titles}
            number = self._numbers.of(menu_id)
            texts = [
                ("wp:term_id", str(number)),
                ("wp:term_taxonomy", "nav_menu"),
                ("wp:term_slug", f"menu-{number}"),
                ("wp:term_name", plain(self._title(titles))),
            ]
            parts = [element(name, text) for name, text in texts]
            yield element("wp:term", parts=[*parts, self.meta(OWN, json.dumps(own), "wp:termmeta")])

    def menu_items(self) -> Iterator[Part]:
        """The items of all menus."""
        for menu_id in self._reader.ids("menu"):
            title = self._title({k: v.title for k, v in self._reader.node(menu_id).view.translations.items()})
            for order, view in enumerate(self._menu_branch(menu_id), 1):
                yield self._menu_item(view, menu_id, title, order)

    def _menu_branch(self, above: str) -> Iterator[NodeView]:
        for view in self._reader.below(above, "menu_item"):
            yield view
            yield from self._menu_branch(view.id)

    def _menu_item(self, view: NodeView, menu_id: str, menu: str, order: int) -> Part:
        titles = {locale: text.title for locale, text in view.translations.items()}
        kind, target = view.template or "", str(view.metadata.get("id") or "")
        number = str(self._numbers.of(view.id))
        above = str(self._numbers.of(str(view.parent_id))) if view.parent_id != menu_id else "0"
        forms = {"address": ("custom", "custom"), "category": ("taxonomy", "category")}
        form, named = forms.get(kind, ("post_type", _TYPES.get(kind, kind)))
        own: dict[str, Any] = {"titles": titles}
        if kind == "product":
            own |= {"product": target, "links": self._reader.addresses([(kind, target)])}
        metas = {
            "_menu_item_type": form,
            "_menu_item_menu_item_parent": above,
            "_menu_item_object_id": str(self._numbers.of(target)) if target else number,
            "_menu_item_object": named,
            "_menu_item_target": "_blank" if view.metadata.get("new_window") else "",
            "_menu_item_url": str(view.metadata.get("address") or ""),
            OWN: json.dumps(own),
        }
        texts = [
            ("title", plain(self._title(titles))),
            ("content:encoded", ""),
            ("excerpt:encoded", ""),
            ("wp:post_id", number),
            ("wp:post_name", number),
            ("wp:status", "publish"),
            ("wp:post_parent", "0"),
            ("wp:menu_order", str(order)),
            ("wp:post_type", "nav_menu_item"),
        ]
        term = {"domain": "nav_menu", "nicename": f"menu-{self._numbers.of(menu_id)}"}
        parts = [*(element(name, text) for name, text in texts), element("category", plain(menu), attributes=term)]
        return element("item", parts=[*parts, *(self.meta(name, text) for name, text in metas.items())])

    def _title(self, titles: dict[str, str]) -> str:
        return titles.get(self._reader.locale) or next(iter(titles.values()), "")


def _public_time(time: str | None) -> str:
    moment: datetime | None = parse_time(time) if time is not None else None
    return format_datetime(moment) if moment is not None else ""
