"""Ghost's JSON export: posts and pages with tags, authors and search texts. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.codec import loads
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.drafts import Draft, Head, NodeDraft, Note, Outline, SkippedDraft, Tell
from rustok_desktop.exchange.nodes.wxr_values import TIME, slug_of, time_of

LARGEST = 256 << 20  # bytes: JSON can only be read as a whole
_SITE = "__GHOST_URL__"
_META = ("meta_title", "meta_description")
_PUBLIC = ("public", None, "")
_USED = frozenset({"posts", "posts_meta", "tags", "posts_tags", "users", "posts_authors"})

Row = dict[str, Any]


class GhostSource:
    """One export. Its ids mean something only within it; a post is known again by its uuid."""

    def __init__(self, path: Path, locale: str, now: str) -> None:
        self._path = path
        self._locale = locale
        self._now = now
        self._tables: dict[str, list[Row]] = {}
        self._tags: dict[str, list[str]] = {}
        self._authors: dict[str, list[str]] = {}
        self._metas: dict[str, Row] = {}

    def outline(self, tell: Tell) -> Outline:
        """The whole file. UserError for what is no export of Ghost."""
        version = self._read()
        posts = self._tables.get("posts", [])
        tell(1, 2)
        self._metas = {str(row.get("post_id")): row for row in self._tables.get("posts_meta", [])}
        names = {str(row.get("id")): str(row.get("name") or "") for row in self._tables.get("tags", [])}
        self._tags = self._joined("posts_tags", "tag_id", names)
        people = {str(row.get("id")): str(row.get("name") or "") for row in self._tables.get("users", [])}
        self._authors = self._joined("posts_authors", "author_id", people)
        for post in posts:
            author = people.get(str(post.get("author_id")))
            if author:  # before authors could be several
                self._authors.setdefault(str(post.get("id")), [author])
        found = Outline("ghost", version, self._path.name, total=len(posts))
        for post in posts:
            slug, title = slug_of(str(post.get("slug") or ""))[0], _title(post)
            slugs = {self._locale: slug} if slug else {}
            found.heads[_key(post)] = Head(_key(post), _kind(post), None, slugs, title, None)
        others = [f"{name} ({len(rows)})" for name, rows in sorted(self._tables.items()) if rows and name not in _USED]
        if others:
            found.notes.append(Note("ghost_left_out", {"names": ", ".join(others)}))
        return found

    def drafts(self, tell: Tell) -> Iterator[Draft]:
        """Every post and page in the order of the file."""
        posts = self._tables.get("posts", [])
        seen: set[str] = set()
        for number, post in enumerate(posts, 1):
            yield self._draft(post, number, again=_key(post) in seen)
            seen.add(_key(post))
            tell(len(posts) + number, 2 * len(posts))

    def _draft(self, post: Row, number: int, *, again: bool) -> Draft:
        place: dict[str, Any] = {"key": _key(post), "title": _title(post), "line": number, "source": self._path.name}
        html = post.get("html")
        if again:
            return SkippedDraft(part=_kind(post), reason=Note("ghost_twice"), **place)
        if not html and (post.get("lexical") or post.get("mobiledoc")):
            return SkippedDraft(part=_kind(post), reason=Note("ghost_no_html"), **place)
        draft = NodeDraft(part=_kind(post), kind=_kind(post), **place)
        draft.metadata = {"source": draft.key}
        draft.texts[self._locale] = self._words(draft, post, str(html or ""))
        self._people(draft, post)
        self._state(draft, post)
        return draft

    def _words(self, draft: NodeDraft, post: Row, html: str) -> Row:
        meta = self._metas.get(str(post.get("id")), {})
        words: Row = {"title": draft.title, "excerpt": post.get("custom_excerpt") or None, "format": "html"}
        words |= {name: str(meta.get(name) or post.get(name) or "") or None for name in _META}
        words["body"] = html.replace(f"{_SITE}/", "/").replace(_SITE, "/") or None
        slug, same = slug_of(str(post.get("slug") or ""))
        if not same:
            draft.note("address_changed", was=str(post.get("slug")), becomes=slug or "")
        if "/content/images/" in html or post.get("feature_image"):
            draft.note("ghost_pictures")
        return words | ({"slug": slug} if slug else {})

    def _people(self, draft: NodeDraft, post: Row) -> None:
        names = self._tags.get(str(post.get("id")), [])
        tags = [name for name in names if not name.startswith("#")]
        inner = [name for name in names if name.startswith("#")]
        if inner:
            draft.note("ghost_internal_tags", names=", ".join(inner))
        draft.fields["tags"] = [tag[: limits.TAG] for tag in tags[: limits.TAGS_PER_NODE]]
        authors = self._authors.get(str(post.get("id")), [])
        if authors:
            draft.fields["author_name"] = authors[0][: limits.NAME]
        if authors[1:]:
            draft.note("ghost_authors", names=", ".join(authors[1:]))

    def _state(self, draft: NodeDraft, post: Row) -> None:
        status, public = post.get("status"), post.get("visibility") in _PUBLIC
        moment = _time(post.get("published_at"))
        draft.created_at = _time(post.get("created_at")) or moment
        draft.status = "draft"
        if not public:  # what only members may read must not become public by coming here
            draft.note("ghost_members", visibility=str(post.get("visibility")))
        elif status == "published" and (moment is None or moment <= self._now):
            draft.status, draft.published_at = "published", moment
        elif status in ("published", "scheduled") and moment is not None and moment > self._now:
            draft.publish_at = moment
        elif status not in ("draft", "published", "scheduled"):
            draft.note("status_as_draft", status=str(status))

    def _joined(self, table: str, column: str, names: dict[str, str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        rows = self._tables.get(table, [])
        for row in sorted(rows, key=lambda row: _order(row.get("sort_order"))):
            name = names.get(str(row.get(column)))
            if name:
                found.setdefault(str(row.get("post_id")), []).append(name)
        return found

    def _read(self) -> str:
        """Lay the tables down; the version of Ghost."""
        try:
            if self._path.stat().st_size > LARGEST:
                raise UserError("ghost_too_big", path=self._path.name, limit=LARGEST >> 20)
            whole = loads(self._path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
        except OSError as error:
            raise UserError("file_unreadable", path=str(self._path), detail=error.strerror or "") from None
        except ValueError as error:
            raise UserError("ghost_broken", path=self._path.name, detail=str(error)) from None
        export = whole
        if isinstance(export, dict) and isinstance(export.get("db"), list) and export["db"]:
            export = export["db"][0]
        data = export.get("data") if isinstance(export, dict) else None
        if not isinstance(data, dict) or not isinstance(data.get("posts"), list):
            raise UserError("not_ghost", path=self._path.name)
        tables = {name: rows for name, rows in data.items() if isinstance(rows, list)}
        self._tables = {name: [row for row in rows if isinstance(row, dict)] for name, rows in tables.items()}
        meta = export.get("meta")
        return str(meta.get("version") or "") if isinstance(meta, dict) else ""


def _order(value: Any) -> float:
    return value if isinstance(value, (int, float)) else 0


def _key(post: Row) -> str:
    return f"ghost#{post.get('uuid') or post.get('id')}"


def _kind(post: Row) -> str:
    return "page" if post.get("type") == "page" or post.get("page") in (1, True) else "post"


def _title(post: Row) -> str:
    return str(post.get("title") or post.get("slug") or "?").strip()[: limits.TITLE]


def _time(value: Any) -> str | None:
    """Text, or milliseconds as old versions write them."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value / 1000, UTC).strftime(TIME)
        except (ValueError, OverflowError, OSError):
            return None
    return time_of(value) if isinstance(value, str) else None
