"""Content as a WXR 1.2 file for WordPress, and for coming back: what WXR has no place for stands in a meta of ours."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.nodes.export_reading import Category, ExportedNode, ExportReader, Picture
from rustok_desktop.exchange.nodes.wxr_numbers import Numbers
from rustok_desktop.exchange.nodes.wxr_values import UPLOADS
from rustok_desktop.exchange.nodes.wxr_written import ItemWriter, wordpress_time
from rustok_desktop.exchange.nodes.wxr_xml import element, plain, xml
from rustok_desktop.exchange.nodes.xml_stream import Part

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
_TAIL = "</channel>\n</rss>\n"


class WxrWriter:
    """Writes one file, with its pictures in WordPress's folder of uploads beside it."""

    def __init__(self, reader: ExportReader, target: Path, site: str) -> None:
        self._reader = reader
        self._target = target
        self._site = site.rstrip("/")
        self._categories = reader.categories()
        self._numbers = Numbers(reader)
        self._items = ItemWriter(reader, self._numbers, self._site, self._categories)
        self.written: Counter[str] = Counter()

    def write(self, tell: Callable[[int, int], None], folder: Path) -> None:
        """Everything; pictures into ``folder``."""
        total = sum(self._reader.count(kind) for kind in WRITTEN)
        with self._target.open("w", encoding="utf-8", newline="\n") as file:
            file.write(_HEAD)
            self._channel(file)
            for number, node in enumerate(self._reader.nodes(), 1):
                self._node(file, node, folder)
                tell(number, total)
            for item in self._items.menu_items():
                self._put(file, item)
                self.written["menu_item"] += 1
            file.write(_TAIL)

    def notes(self) -> list[Note]:
        """What the file does not have."""
        reader = self._reader
        counts = {
            "export_trash": sum(reader.count(kind, in_trash=True) for kind in WRITTEN),
            "export_drafts": reader.drafts(),
            "export_pictures_missing": reader.missing,
        }
        notes = [Note(code, {"count": count}) for code, count in counts.items() if count]
        if self._items.other_languages:
            notes.append(Note("export_languages", {"languages": ", ".join(sorted(self._items.other_languages))}))
        return notes

    def _channel(self, file: TextIO) -> None:
        heads = [
            ("title", self._reader.title),
            ("link", self._site),
            ("description", ""),
            ("language", self._reader.locale),
            ("wp:wxr_version", "1.2"),
            ("wp:base_site_url", self._site),
            ("wp:base_blog_url", self._site),
        ]
        for name, text in heads:
            self._put(file, element(name, text))
        for category in self._used():
            self._put(file, self._category(category))
            self.written["category"] += 1
        for menu in self._items.menus():
            self._put(file, menu)
            self.written["menu"] += 1

    def _used(self) -> Iterable[Category]:
        """The categories that nodes and menus need, those above first."""
        wanted: dict[str, None] = {}
        for used in self._items.used_categories():
            path: list[str] = []
            step = self._categories.get(used)
            while step is not None and step.id not in path:
                path.insert(0, step.id)
                step = self._categories.get(step.parent or "")
            wanted |= dict.fromkeys(path)
        return [self._categories[category_id] for category_id in wanted]

    def _category(self, category: Category) -> Part:
        parent = self._categories.get(category.parent or "")
        return element(
            "wp:category",
            parts=[
                element("wp:term_id", str(self._numbers.of(category.id))),
                element("wp:category_nicename", category.slug),
                element("wp:category_parent", parent.slug if parent is not None else ""),
                element("wp:cat_name", category.name),
                element("wp:category_description", category.description),
            ],
        )

    def _node(self, file: TextIO, node: ExportedNode, folder: Path) -> None:
        for picture in self._reader.pictures_of(node):
            if self._items.is_new(picture):
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(picture.file, folder / picture.name)
                self._put(file, self._attachment(picture))
                self.written["picture"] += 1
        item = self._items.item(node)
        if item is None:
            return
        comments = item.all("wp:comment")
        self._put(file, item)
        self.written[node.view.kind] += 1
        if comments:
            self.written["comment"] += len(comments)

    def _attachment(self, picture: Picture) -> Part:
        url = f"{self._site}/{UPLOADS}{picture.name}"
        when = wordpress_time(picture.created_at)
        alt = [("_wp_attachment_image_alt", picture.alt_text)] if picture.alt_text else []
        metas = [("_wp_attached_file", picture.name), *alt]
        texts = [
            ("title", plain(picture.title or picture.name)),
            ("link", url),
            ("guid", url),
            ("content:encoded", ""),
            ("excerpt:encoded", ""),
            ("wp:post_id", str(self._numbers.of(picture.id))),
            ("wp:post_date", when),
            ("wp:post_date_gmt", when),
            ("wp:post_name", picture.name.rpartition(".")[0]),
            ("wp:status", "inherit"),
            ("wp:post_parent", "0"),
            ("wp:menu_order", "0"),
            ("wp:post_type", "attachment"),
            ("wp:attachment_url", url),
        ]
        parts = [element(name, text) for name, text in texts]
        return element("item", parts=[*parts, *(self._items.meta(name, text) for name, text in metas)])

    def _put(self, file: TextIO, part: Part) -> None:
        file.write(xml(part))
