"""Content as a folder of Markdown: one file for each node and language, and the pictures they show."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rustok_desktop.content.views import NodeText
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.nodes.export_reading import Category, ExportedNode, ExportReader
from rustok_desktop.exchange.nodes.front_matter import write

_FOLDERS = {"post": "posts", "page": "pages", "article": "articles", "custom": "custom"}
_PICTURES = "../media/"


class MarkdownWriter:
    """Writes into an empty folder; ``tell`` hears how many nodes of how many are done."""

    def __init__(self, reader: ExportReader, target: Path) -> None:
        self._reader = reader
        self._target = target
        self._categories = reader.categories()
        self._names: set[str] = set()
        self._copied: set[str] = set()
        self.written: Counter[str] = Counter()

    def write(self, tell: Callable[[int, int], None]) -> None:
        """Everything."""
        total = sum(self._reader.count(kind) for kind in _FOLDERS)
        self._target.mkdir(parents=True, exist_ok=True)
        for number, node in enumerate(self._reader.nodes(), 1):
            self._node(node)
            tell(number, total)

    def notes(self) -> list[Note]:
        """What the folder does not have."""
        reader = self._reader
        trash = sum(reader.count(kind, in_trash=True) for kind in _FOLDERS)
        counts = {
            "export_trash": trash,
            "export_comments": reader.count("comment"),
            "export_menus": reader.count("menu"),
            "export_drafts": reader.drafts(),
            "export_pictures_missing": reader.missing,
        }
        return [Note(code, {"count": count}) for code, count in counts.items() if count]

    def _node(self, node: ExportedNode) -> None:
        view = node.view
        for picture in self._reader.pictures_of(node):
            if picture.id not in self._copied:
                self._copied.add(picture.id)
                folder = self._target / "media"
                folder.mkdir(exist_ok=True)
                shutil.copyfile(picture.file, folder / picture.name)
                self.written["picture"] += 1
        main = self._reader.locale if self._reader.locale in view.translations else min(view.translations, default="")
        if not main:
            return
        folder = self._target / _FOLDERS[view.kind]
        folder.mkdir(exist_ok=True)
        name = self._name(view.kind, view.translations[main].slug or view.id, view.id)
        for locale, text in view.translations.items():
            ending = "" if locale == self._reader.locale else f".{locale}"
            data = page_file(self._reader, self._categories, node, text)
            (folder / f"{name}{ending}.md").write_bytes(data)
        self.written[view.kind] += 1

    def _name(self, kind: str, slug: str, node_id: str) -> str:
        name = slug[:100]
        if f"{kind}/{name}" in self._names:
            name = f"{name}-{node_id[-12:]}"
        self._names.add(f"{kind}/{name}")
        return name


def page_file(reader: ExportReader, categories: Mapping[str, Category], node: ExportedNode, text: NodeText) -> bytes:
    """One language of a node, as it stands in its file."""
    body = reader.rewritten(text.body, _PICTURES) or ""
    return write(_values(reader, categories, node, text), f"\n{body}\n").encode()


def _values(
    reader: ExportReader, categories: Mapping[str, Category], node: ExportedNode, text: NodeText
) -> dict[str, Any]:
    """Everything needed to come back, under the names that other programs know where there is one."""
    view = node.view
    featured = reader.picture(view.featured_media_id) if view.featured_media_id else None
    category = categories.get(view.category_id or "")
    values: dict[str, Any] = {
        "title": text.title,
        "slug": text.slug,
        "date": view.published_at,
        "draft": "true" if view.status != "published" else None,
        "summary": text.excerpt,
        "description": text.meta_description,
        "seo_title": text.meta_title,
        "tags": list(view.tags),
        "categories": [category.name] if category is not None else None,
        "author": view.author_name,
        "image": f"{_PICTURES}{featured.name}" if featured is not None else None,
        "aliases": node.redirects.get(text.locale),
        "lang": text.locale,
        "translationKey": view.id,
        "publishDate": view.publish_at,
        "expiryDate": view.unpublish_at,
        **_own(node, text),
        "rustok_links": json.dumps(node.links) if node.links else None,
        "rustok_blocks": reader.rewritten(node.blocks, _PICTURES),
        "category_path": _path(categories, view.category_id),
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _own(node: ExportedNode, text: NodeText) -> dict[str, Any]:
    """What only this program knows."""
    view = node.view
    return {
        "rustok": "1",
        "id": view.id,
        "kind": view.kind,
        "format": text.format if text.format != "markdown" else None,
        "status": view.status,
        "archive_reason": view.archive_reason,
        "created": view.created_at,
        "parent": view.parent_id,
        "position": str(view.position) if view.position else None,
        "template": view.template,
        "closed": "true" if node.closed else "false",
        "metadata": json.dumps(view.metadata, ensure_ascii=False) if view.metadata else None,
    }


def _path(categories: Mapping[str, Category], category_id: str | None) -> list[dict[str, str]]:
    path: list[dict[str, str]] = []
    step = categories.get(category_id or "")
    while step is not None:
        path.insert(0, {"slug": step.slug, "name": step.name})
        step = categories.get(step.parent or "")
    return path
