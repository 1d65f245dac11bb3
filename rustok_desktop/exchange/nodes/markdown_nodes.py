"""The files of one text in all its languages as one node."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.text import slugify
from rustok_desktop.exchange.nodes.drafts import CategoryDraft, NodeDraft, Note
from rustok_desktop.exchange.nodes.markdown_pages import PageFile, author_of, text_of
from rustok_desktop.exchange.nodes.markdown_pictures import PicturesBeside, is_beside, replace_pictures
from rustok_desktop.exchange.nodes.named_things import read_addresses
from rustok_desktop.exchange.nodes.wxr_values import slug_of, time_of

# A picture of the shop in one of our own exports: a folder up, in "media".
OWN_PICTURE = re.compile(r"(?:\.\./)+media/[0-9a-z][\w.-]*")
_SHARED = ("date", "tags", "categories", "author", "picture", "weight", "draft", "published")
_WORDS = {"summary": "excerpt", "seo_title": "meta_title", "description": "meta_description"}
_FORMATS = ("markdown", "html", "plain", "json")


class PageMapper:
    """Makes drafts of files; ``now`` tells what is still to come."""

    def __init__(self, locale: str, now: str, pictures: PicturesBeside, root: Path) -> None:
        self._locale = locale
        self._now = now
        self._pictures = pictures
        self._root = root
        self.categories: dict[str, CategoryDraft] = {}

    def node(self, files: Sequence[tuple[str, PageFile]]) -> NodeDraft:
        """``files`` by language, the shop's own first where it is there: its front matter speaks for the node."""
        main = files[0][1]
        title = main.title()
        draft = NodeDraft(
            part=main.kind,
            kind=main.kind,
            key=f"md:{main.key}",
            title=title or main.relative,
            line=1,
            source=main.relative,
        )
        for locale, file in files:
            self._words(draft, locale, file)
        if main.own:
            self._own(draft, main)
        else:
            self._foreign(draft, files)
        for note in (note for _, file in files for note in file.notes):
            draft.note(note.code, **note.params)
        return draft

    def _words(self, draft: NodeDraft, locale: str, file: PageFile) -> None:
        values = file.values
        form = text_of(values.get("format"))
        words: dict[str, Any] = {"title": file.title()}
        words |= {name: text_of(values[key]) or None for key, name in _WORDS.items() if key in values}
        words |= {"body": self._body(draft, file), "format": form if file.own and form in _FORMATS else "markdown"}
        slug = file.slug()
        if slug:
            words["slug"] = slug
        draft.texts[locale] = words
        if file.relative.endswith(".mdx"):
            file.notes.append(Note("components_kept"))
        for alias in _aliases(file):
            draft.old_slugs.setdefault(locale, []).append(alias)

    def _body(self, draft: NodeDraft, file: PageFile) -> str | None:
        folder = (self._root / file.relative).parent

        def resolve(path: str, words: str) -> str | None:
            key = self._pictures.find(path, folder, words)
            if key is None:
                if is_beside(path):
                    file.notes.append(Note("picture_not_found", {"path": path}))
                return None
            draft.pictures.add(key)
            return f"media:{{{key}}}"

        body = file.body()
        if body is None:
            return None
        if file.own:
            shown = self._own_pictures(draft, body, folder)
            missing = dict.fromkeys(OWN_PICTURE.findall(shown))
            file.notes += [Note("picture_not_found", {"path": path}) for path in missing]
            return shown
        return replace_pictures(body, resolve)

    def _own_pictures(self, draft: NodeDraft, body: str, folder: Path) -> str:
        """Our own exports write the shop's pictures as paths to one folder, wherever in a text they stand."""
        for path in sorted(set(OWN_PICTURE.findall(body)), key=len, reverse=True):
            key = self._pictures.find(path, folder)
            if key is not None:
                draft.pictures.add(key)
                body = body.replace(path, f"media:{{{key}}}")
        return body

    # -- our own ------------------------------------------------------------------------------------

    def _own(self, draft: NodeDraft, file: PageFile) -> None:
        values = file.values
        draft.own_id = text_of(values.get("id")) or None
        draft.status = text_of(values.get("status")) or "draft"
        draft.archive_reason = text_of(values.get("archive_reason")) or None
        draft.created_at, draft.published_at = time_of(text_of(values.get("created"))), file.date
        draft.publish_at = time_of(text_of(values.get("publishdate")))
        draft.unpublish_at = time_of(text_of(values.get("expirydate")))
        draft.exact, draft.metadata = True, file.json("metadata") or {}
        tags = values.get("tags")
        position = text_of(values.get("position"))
        draft.fields |= {
            "tags": [str(tag) for tag in tags] if isinstance(tags, list) else [],
            "author_name": text_of(values.get("author")) or None,
            "template": text_of(values.get("template")) or None,
            "position": int(position) if position.isdigit() else 0,
        }
        parent = text_of(values.get("parent"))
        draft.parent = f"md:{parent}" if parent else None
        draft.closed, draft.links = file.flag("closed"), read_addresses(file.json("rustok_links"))
        blocks = text_of(values.get("rustok_blocks"))
        if blocks:
            draft.blocks = self._own_pictures(draft, blocks, (self._root / file.relative).parent)
        self._own_category(draft, values.get("category_path"))
        self._featured(draft, file, "image")

    def _own_category(self, draft: NodeDraft, path: Any) -> None:
        above: str | None = None
        for step in path if isinstance(path, list) else ():
            if isinstance(step, dict) and step.get("slug"):
                above = self._category(step.get("name") or step["slug"], step["slug"], above, draft.source)
        draft.category = above

    def _category(self, name: str, slug: str, parent: str | None, source: str) -> str:
        key = f"{parent}/{slug}" if parent else slug
        if key not in self.categories:
            self.categories[key] = CategoryDraft(
                part="category",
                key=key,
                title=name[: limits.CATEGORY_NAME],
                line=1,
                source=source,
                locale=self._locale,
                slug=slug,
                parent=parent,
            )
        return key

    # -- others -------------------------------------------------------------------------------------

    def _foreign(self, draft: NodeDraft, files: Sequence[tuple[str, PageFile]]) -> None:
        main = files[0][1]
        for name in _SHARED:
            if any(file.values.get(name) not in (None, main.values.get(name)) for _, file in files[1:]):
                draft.note("differs_by_language", field=name, kept=main.relative)
        tags, categories = main.words("tags"), main.words("categories")
        if len(categories) > 1:
            draft.note("categories_as_tags", names=", ".join(categories[1:]))
        if categories:
            name = categories[0]
            draft.category = self._category(name, slugify(name), None, main.relative)
        position = text_of(main.values.get("weight"))
        layout = text_of(main.values.get("layout"))
        if tags or categories[1:]:
            draft.fields["tags"] = [tag[: limits.TAG] for tag in [*tags, *categories[1:]]][: limits.TAGS_PER_NODE]
        if "author" in main.values:
            draft.fields["author_name"] = author_of(main)
        if position.isdigit():
            draft.fields["position"] = int(position)
        if layout and layout != draft.kind:
            draft.fields["template"] = layout[: limits.CODE]
        others = {locale: file.others for locale, file in files if file.others}
        draft.metadata = {"source": draft.key, **({"front_matter": others} if others else {})}
        self._state(draft, main)
        self._featured(draft, main, "picture")

    def _state(self, draft: NodeDraft, main: PageFile) -> None:
        date = main.date
        begins = time_of(text_of(main.values.get("publishdate")))
        ends = time_of(text_of(main.values.get("expirydate")))
        if "date" in main.values and date is None:
            draft.note("date_unreadable", value=text_of(main.values["date"]))
        hidden = main.flag("draft") or main.flag("published") is False
        if hidden or "_drafts" in main.relative.split("/"):
            draft.status = "draft"
            draft.created_at = date
            return
        coming = begins if begins is not None else date
        if coming is not None and coming > self._now:
            draft.status, draft.publish_at = "draft", coming
        else:
            draft.status, draft.published_at = "published", date or begins
            draft.created_at = draft.published_at
        draft.unpublish_at = ends

    def _featured(self, draft: NodeDraft, file: PageFile, name: str) -> None:
        path = text_of(file.values.get(name))
        if not path:
            return
        key = self._pictures.find(path, (self._root / file.relative).parent)
        if key is not None:
            draft.fields["featured"] = key
            draft.pictures.add(key)
        else:
            draft.note("picture_not_found", path=path)


def _aliases(file: PageFile) -> list[str]:
    found = []
    for text in file.words("aliases") if not file.own else _plain(file.values.get("aliases")):
        last = text.strip("/").rpartition("/")[2].removesuffix(".html")
        slug, same = slug_of(last)
        if slug is None or not same or last != text.strip("/"):
            file.notes.append(Note("address_changed", {"was": text, "becomes": slug or ""}))
        if slug is not None:
            found.append(slug)
    return found


def _plain(value: Any) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
