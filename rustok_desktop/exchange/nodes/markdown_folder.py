"""A folder of Markdown files, or one such file: the languages of one text become one node."""

from __future__ import annotations

import codecs
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from rustok_desktop.core import limits
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.drafts import Draft, Head, NodeDraft, Note, Outline, SkippedDraft, Tell
from rustok_desktop.exchange.nodes.front_matter import parse
from rustok_desktop.exchange.nodes.markdown_names import ENDINGS, locale_of, read_name
from rustok_desktop.exchange.nodes.markdown_nodes import PageMapper
from rustok_desktop.exchange.nodes.markdown_pages import PageFile, read_page, text_of
from rustok_desktop.exchange.nodes.markdown_pictures import PicturesBeside

_PASSED_OVER = frozenset(("node_modules", "_site", "__pycache__"))
_LARGEST = 4 * limits.BODY + (1 << 20)  # bytes: letters of four bytes, and front matter


class MarkdownSource:
    """``locale`` is the shop's own language, ``enabled`` are all it has; ``now`` parts what was from what will be."""

    def __init__(self, path: Path, locale: str, enabled: Collection[str], now: str) -> None:
        self._root = path if path.is_dir() else path.parent
        self._single = None if path.is_dir() else path
        self._locale = locale
        self._enabled = frozenset(enabled)
        self._now = now
        self._pictures = PicturesBeside(self._root)
        self._groups: dict[str, dict[str, str]] = {}  # key -> language -> file
        self._order: dict[str, Draft | str] = {}  # file -> why it stays out, or the key of its text
        self.outlined = Outline("markdown")

    def outline(self, tell: Tell) -> Outline:
        """Who is in the folder. UserError when there is no text in it."""
        found, (files, others) = self.outlined, self._files()
        if not files:
            raise UserError("no_texts", path=str(self._single or self._root))
        found.total, found.title = len(files), (self._single or self._root).name
        for number, relative in enumerate(files, 1):
            self._sort(relative)
            tell(number, 2 * len(files))
        mapper = self._mapper()
        for key in self._groups:
            self._head(mapper.node(self._read_group(key)), found)
        self._place(found)
        found.categories = list(mapper.categories.values())
        found.pictures = list(self._pictures.found.values())
        used = {draft.source for draft in found.pictures}
        left = [name for name in others if name not in used]
        if left:
            found.notes.append(Note("files_left_out", {"count": len(left), "names": ", ".join(left[:20])}))
        strange = sorted({locale for group in self._groups.values() for locale in group} - self._enabled)
        if strange:
            found.notes.append(Note("languages_not_enabled", {"languages": ", ".join(strange)}))
        return found

    def drafts(self, tell: Tell) -> Iterator[Draft]:
        """One draft for each text, in the order of their files; one for each file that stays out."""
        mapper, done, total = self._mapper(), set[str](), len(self._order)
        for number, what in enumerate(self._order.values(), 1):
            if isinstance(what, Draft):
                yield what
            elif what not in done:
                done.add(what)
                draft = mapper.node(self._read_group(what))
                draft.parent = self.outlined.heads[draft.key].parent
                yield draft
            tell(total + number, 2 * total)

    def _mapper(self) -> PageMapper:
        return PageMapper(self._locale, self._now, self._pictures, self._root)

    def _files(self) -> tuple[list[str], list[str]]:
        if self._single is not None:
            return [self._single.name], []
        texts: list[str] = []
        others: list[str] = []
        for folder, names, files in os.walk(self._root, onerror=_unreadable):
            names[:] = sorted(name for name in names if name not in _PASSED_OVER and not name.startswith("."))
            for name in files:
                if not name.startswith("."):
                    relative = Path(folder, name).relative_to(self._root).as_posix()
                    (texts if PurePosixPath(name).suffix.lower() in ENDINGS else others).append(relative)
        return sorted(texts), sorted(others)

    def _sort(self, relative: str) -> None:
        """Put a file with its translations, or out."""
        try:
            file = self._read(relative)
        except UserError as error:
            line = int(str(error.params.get("line", 1)))
            self._order[relative] = _out(relative, line, Note(error.code, dict(error.params)))
            return
        locale = locale_of(text_of(file.values.get("lang")), self._enabled) or file.named.locale or self._locale
        group = self._groups.setdefault(file.key, {})
        if locale in group:
            note = Note("text_twice", {"other": group[locale], "language": locale})
            self._order[relative] = _out(relative, 1, note)
            return
        group[locale] = relative
        self._order[relative] = file.key

    def _read(self, relative: str) -> PageFile:
        path = self._root / relative
        named = read_name(PurePosixPath(relative), self._enabled)
        return read_page(relative, named, parse(_text(path, relative)))

    def _read_group(self, key: str) -> Sequence[tuple[str, PageFile]]:
        group = self._groups[key]
        order = sorted(group, key=lambda locale: (locale != self._locale, locale))
        return [(locale, self._read(group[locale])) for locale in order]

    def _head(self, draft: NodeDraft, found: Outline) -> None:
        slugs = {locale: words["slug"] for locale, words in draft.texts.items() if words.get("slug")}
        found.heads[draft.key] = Head(draft.key, draft.kind, draft.own_id, slugs, draft.title, draft.parent)

    def _place(self, found: Outline) -> None:
        """A page in a folder that has a page of its own stands below that one."""
        for key, head in found.heads.items():
            above = key.removeprefix("md:").rpartition("/")[0]
            parent = found.heads.get(f"md:{above}")
            if head.kind == "page" and head.own_id is None and parent is not None and parent.kind == "page":
                found.heads[key] = Head(key, head.kind, head.own_id, head.slugs, head.title, parent.key)


def _out(relative: str, line: int, reason: Note) -> SkippedDraft:
    return SkippedDraft(part="file", key=relative, title=relative, line=line, source=relative, reason=reason)


def _text(path: Path, relative: str) -> str:
    """A file without byte order mark, its lines ended by ``\\n``. UserError for one that is no text."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError("text_too_long", path=relative, limit=limits.BODY)
        data = path.read_bytes()
    except OSError as error:
        raise UserError("file_unreadable", path=relative, detail=error.strerror or "") from None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UserError("text_not_utf8", path=relative, line=line, position=error.start) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(error: OSError) -> None:
    raise UserError("file_unreadable", path=str(error.filename), detail=error.strerror or "")
