"""WordPress's export files (WXR 1.0 to 1.2), read twice: parents, pictures and targets stand behind their users."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.drafts import (
    CategoryDraft,
    Draft,
    Head,
    MenuDraft,
    Note,
    Outline,
    PictureDraft,
    SkippedDraft,
    Tell,
)
from rustok_desktop.exchange.nodes.wxr_comments import comments_of
from rustok_desktop.exchange.nodes.wxr_files import FilesBeside
from rustok_desktop.exchange.nodes.wxr_menus import menu_item
from rustok_desktop.exchange.nodes.wxr_nodes import KINDS, NodeMapper, kind_of
from rustok_desktop.exchange.nodes.wxr_values import own_record, same_titles, slug_of, words_of
from rustok_desktop.exchange.nodes.xml_stream import ChannelReader, Part

VERSIONS = ("1.0", "1.1", "1.2")
_PRODUCTS = frozenset(("product", "product_variation", "shop_order", "shop_coupon", "shop_order_refund"))
_TECHNICAL_TYPES = (
    "revision customize_changeset custom_css oembed_cache user_request wp_block wp_template wp_template_part"
    " wp_global_styles wp_navigation wp_font_family wp_font_face acf-field acf-field-group"
)
_TECHNICAL = frozenset(_TECHNICAL_TYPES.split())
_PARTS = {"nav_menu_item": "menu_item", "attachment": "picture"}
_KNOWN_ELEMENTS = (
    "title link description pubDate language wp:wxr_version wp:base_site_url wp:base_blog_url wp:author wp:category"
    " wp:tag wp:term generator image item atom:link cloud"
)
_KNOWN = frozenset(_KNOWN_ELEMENTS.split())


class WxrSource:
    """One file, for a shop whose words it will be in ``locale``."""

    def __init__(self, path: Path, locale: str) -> None:
        self._path = path
        self._locale = locale
        self._size = path.stat().st_size
        self._site = ""
        self._authors: dict[str, str] = {}
        self._terms: dict[str, CategoryDraft] = {}
        self._menus: dict[str, MenuDraft] = {}
        self._used: set[str] = set()
        self._linked: set[str] = set()  # numbers of categories that menus lead to
        self._unknown: Counter[str] = Counter()
        self._pictures: list[PictureDraft] = []
        self._files = FilesBeside(path.parent)
        self._seen: set[str] = set()
        self.outlined = Outline("wxr")

    # -- the first pass ----------------------------------------------------------------------------

    def outline(self, tell: Tell) -> Outline:
        """Who is in the file. UserError names what is wrong with it, and where."""
        reader, found = ChannelReader(self._path), self.outlined
        for part in reader.parts(lambda done: tell(done, 2 * self._size)):
            self._notice(part, found)
        if not found.version:
            raise UserError("not_wxr", path=self._path.name, line=1, column=1, found="rss")
        if found.version not in VERSIONS:
            raise UserError("wxr_version", found=found.version, known=", ".join(VERSIONS))
        self._conclude(found, reader.removed)
        return found

    def _notice(self, part: Part, found: Outline) -> None:
        name = part.name
        if name == "item":
            self._head(part, found)
        elif name in ("wp:category", "wp:term"):
            self._term(part)
        elif name == "wp:author":
            self._authors[part.value("wp:author_login")] = part.value("wp:author_display_name").strip()
        elif name in ("title", "language", "wp:wxr_version"):
            attribute = {"wp:wxr_version": "version"}.get(name, name)
            setattr(found, attribute, part.text.strip())
        elif name in ("wp:base_blog_url", "wp:base_site_url", "link"):
            if name == "wp:base_blog_url" or not self._site:
                self._site = part.text.strip().rstrip("/")
        elif name not in _KNOWN:
            self._unknown[name] += 1

    def _term(self, part: Part) -> None:
        if part.name == "wp:category":
            taxonomy, slug = "category", part.value("wp:category_nicename")
            title, parent = part.value("wp:cat_name"), part.value("wp:category_parent")
            description = part.value("wp:category_description")
        else:
            taxonomy, slug = part.value("wp:term_taxonomy"), part.value("wp:term_slug")
            title, parent = part.value("wp:term_name"), part.value("wp:term_parent")
            description = part.value("wp:term_description")
        if taxonomy == "category":
            self.outlined.terms_by_id[part.value("wp:term_id").strip()] = slug
            self._category(slug, title, part.line, parent or None, description)
        elif taxonomy == "nav_menu":
            self._menu(slug, title, part)

    def _category(
        self, slug: str, title: str, line: int, parent: str | None = None, description: str = ""
    ) -> CategoryDraft:
        if slug not in self._terms:
            name, address = words_of(title)[0] or slug, slug_of(slug)[0]
            self._terms[slug] = CategoryDraft(
                part="category",
                key=slug,
                title=name,
                line=line,
                locale=self._locale,
                slug=address or "",
                parent=parent,
                description=description.strip(),
            )
        return self._terms[slug]

    def _menu(self, slug: str, title: str, part: Part) -> None:
        if slug in self._menus:
            return
        own = own_record(part, "wp:termmeta")
        titles = same_titles(own, title, self._locale)
        name = titles.pop(self._locale, "") or words_of(title)[0] or slug
        location = str(own.get("location") or _location(name))
        menu = MenuDraft(
            part="menu",
            key=slug,
            title=name,
            line=part.line,
            locale=self._locale,
            location=location,
            own_id=own.get("id"),
            titles=titles,
        )
        if not own:
            menu.note("menu_place_guessed", place=location)
        self._menus[slug] = menu

    def _head(self, item: Part, found: Outline) -> None:
        found.total += 1
        post_id, post_type = item.value("wp:post_id").strip(), item.value("wp:post_type").strip()
        if post_type == "attachment":
            self._pictures.append(self._files.picture(item, self._key(post_id)))
        for term in item.all("category"):
            if term.attributes.get("domain") == "nav_menu":
                self._menu(term.attributes.get("nicename", ""), term.text, term)
        if post_type == "nav_menu_item":
            self._linked.update(_term_links(item))
        if post_type not in KINDS and not is_other_type(post_type):
            return
        own = own_record(item)
        main = next(iter(_categories(item)), None)
        if main is not None:
            self._use(self._category(main.attributes.get("nicename", ""), main.text, item.line))
        key, parent = self._key(post_id), item.value("wp:post_parent").strip()
        if key in found.heads:
            return
        slug = str(own.get("slug") or slug_of(item.value("wp:post_name"))[0] or "")
        found.heads[key] = Head(
            key,
            str(own.get("kind") or kind_of(post_type)),
            own.get("id"),
            {self._locale: slug} if slug else {},
            item.value("title"),
            self._key(parent) if parent not in ("", "0") and post_type == "page" else None,
        )

    def _use(self, draft: CategoryDraft | None) -> None:
        while draft is not None and draft.key not in self._used:
            self._used.add(draft.key)
            draft = self._terms.get(draft.parent or "")

    def _conclude(self, found: Outline, removed: int) -> None:
        found.site = self._site
        for number in self._linked:
            self._use(self._terms.get(found.terms_by_id.get(number, "")))
        found.categories = [draft for key, draft in self._terms.items() if key in self._used]
        found.menus = list(self._menus.values())
        found.pictures = self._pictures
        found.titles = {key: draft.title for key, draft in self._terms.items()}
        unused = [draft.title for key, draft in self._terms.items() if key not in self._used]
        if self._authors:
            names = sorted(name or login for login, name in self._authors.items())
            found.notes.append(Note("authors_by_name", {"names": ", ".join(names)}))
        if unused:
            found.notes.append(Note("categories_left_out", {"count": len(unused), "names": ", ".join(unused[:50])}))
        if self._unknown:
            names = sorted(self._unknown)
            found.notes.append(Note("elements_left_out", {"names": ", ".join(names)}))
        if removed:
            found.notes.append(Note("control_characters_removed", {"count": removed}))
        if found.language and found.language[:2].lower() != self._locale[:2].lower():
            found.notes.append(Note("other_language", {"language": found.language, "locale": self._locale}))

    def _key(self, post_id: str) -> str:
        return f"wxr:{self._site}#{post_id}"

    # -- the second pass ---------------------------------------------------------------------------

    def drafts(self, tell: Tell) -> Iterator[Draft]:
        """Every item with its comments, in file order."""
        mapper = NodeMapper(self._locale, self._authors, self._files, self._key, self._terms)
        for part in ChannelReader(self._path).parts(lambda done: tell(self._size + done, 2 * self._size)):
            if part.name == "item":
                yield from self._item(part, mapper)

    def _item(self, item: Part, mapper: NodeMapper) -> Iterator[Draft]:
        post_id, post_type = item.value("wp:post_id").strip(), item.value("wp:post_type").strip()
        key, title = self._key(post_id), words_of(item.value("title"))[0]
        status = item.value("wp:status").strip()
        place: dict[str, Any] = {"key": key, "title": title or f"#{post_id}", "line": item.line}
        part = _PARTS.get(post_type, post_type)
        if not post_id.isdigit():
            yield SkippedDraft(part=part, reason=Note("item_without_id"), **place)
        elif key in self._seen:
            yield SkippedDraft(part=part, reason=Note("item_twice", {"id": post_id}), **place)
        elif post_type in _PRODUCTS:
            yield SkippedDraft(part=part, reason=Note("products_elsewhere"), **place)
        elif post_type in _TECHNICAL:
            yield SkippedDraft(part=part, reason=Note("technical_item", {"type": post_type}), **place)
        elif status in ("trash", "auto-draft"):
            yield SkippedDraft(part=part, reason=Note("item_in_its_trash", {"status": status}), **place)
        elif post_type == "nav_menu_item":
            yield menu_item(item, self._locale, place, self._key, self.outlined)
        elif post_type != "attachment":
            node = mapper.node(item, place)
            yield node
            yield from comments_of(item, node, self._locale)
            self._seen.add(key)
            return
        self._seen.add(key)
        for comment in item.all("wp:comment"):
            reason = Note("comment_without_place")
            yield SkippedDraft(
                part="comment",
                key=f"{key}c{comment.value('wp:comment_id')}",
                title=comment.value("wp:comment_author"),
                line=comment.line,
                reason=reason,
            )


def is_other_type(post_type: str) -> bool:
    """Whether a post type is some plug-in's own: content of a kind of its own."""
    other = ("nav_menu_item", "attachment", "")
    return post_type not in _PRODUCTS and post_type not in _TECHNICAL and post_type not in other


def _term_links(item: Part) -> list[str]:
    metas = {meta.value("wp:meta_key"): meta.value("wp:meta_value").strip() for meta in item.all("wp:postmeta")}
    if metas.get("_menu_item_type") != "taxonomy" or metas.get("_menu_item_object") != "category":
        return []
    return [metas.get("_menu_item_object_id", "")]


def _categories(item: Part) -> list[Part]:
    found = [part for part in item.all("category") if part.attributes.get("domain") == "category"]
    return [part for part in found if part.attributes.get("nicename") != "uncategorized"]


def _location(name: str) -> str:
    plain = name.casefold()
    for location in ("footer", "sidebar", "mobile"):
        if location in plain:
            return location
    return "header"
