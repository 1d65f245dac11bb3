"""The process that reads content and prepares its import. It never writes to the shop.

Started fresh ("spawn"). Everything big goes to the staging file; only counts pass through the pipe.
"""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.nodes.drafts import (
    CommentDraft,
    Draft,
    MenuItemDraft,
    NodeDraft,
    Outline,
    SkippedDraft,
    Source,
)
from rustok_desktop.exchange.nodes.ghost_reader import GhostSource
from rustok_desktop.exchange.nodes.markdown_folder import MarkdownSource
from rustok_desktop.exchange.nodes.markdown_names import ENDINGS
from rustok_desktop.exchange.nodes.plan_menus import MenuPlanner
from rustok_desktop.exchange.nodes.plan_nodes import NodePlanner
from rustok_desktop.exchange.nodes.plan_parts import CategoryPlanner, CommentPlanner, in_order
from rustok_desktop.exchange.nodes.plan_pictures import PicturePlanner
from rustok_desktop.exchange.nodes.plan_references import References
from rustok_desktop.exchange.nodes.planned import Planned, skipped
from rustok_desktop.exchange.nodes.registry import Registry
from rustok_desktop.exchange.nodes.schemas import ContentAction, FoundContent
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes
from rustok_desktop.exchange.nodes.staged import StageWriter
from rustok_desktop.exchange.nodes.wxr_reader import WxrSource
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.exchange.serving import Cancelled, serve

_TICK = 0.05  # seconds between two words of progress
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class ContentJob:
    """What the worker needs to know; plain values, so that it travels to a new process."""

    source: str
    staging: str
    database: str
    tenant_id: str
    locale: str  # the language of words that name none
    own_locale: str  # the shop's
    import_id: str
    actor_id: str | None
    speech: str  # the language of the messages
    format: str
    now: str
    nice: int = 0


def main(job: ContentJob, pipe: Connection, cancelled: Event) -> None:
    """Entry point of the process."""
    serve(pipe, Path(job.staging), job.nice, lambda: ContentWork(job, pipe, cancelled).plan())


class ContentWork:
    """One plan from the first byte to the staging file."""

    def __init__(self, job: ContentJob, pipe: Connection, cancelled: Event) -> None:
        self._job = job
        self._pipe = pipe
        self._cancelled = cancelled
        self._told = 0.0
        self._counts: dict[ContentAction, int] = dict.fromkeys(ContentAction, 0)

    def plan(self) -> FoundContent:
        """UserError for a file that is refused; Cancelled when asked to stop."""
        job = self._job
        ctx = Context(job.tenant_id, Role.SUPER_ADMIN, job.actor_id, locale=job.own_locale)
        shop = ShopNodes(Path(job.database), ctx, job.now)
        source = self._source(shop)
        outline = source.outline(self._tell)
        staging = StageWriter(Path(job.staging), job.speech)
        try:
            for planned in self._planned(shop, source, outline):
                staging.add(planned)
                self._counts[planned.action] += 1
        finally:
            staging.close()
        self._tell(1, 1)
        notes = tuple(message(note.code, job.speech, note.params) for note in outline.notes)
        return FoundContent(
            outline.format, outline.version, outline.title, outline.site, outline.language, outline.total, notes
        )

    def _source(self, shop: ShopNodes) -> Source:
        job, path = self._job, Path(self._job.source)
        if not path.exists():
            raise UserError("file_not_found", path=str(path))
        wanted = job.format if job.format != "auto" else _format_of(path)
        if wanted == "wxr":
            if path.is_dir():
                raise UserError("folder_is_no_wxr", path=str(path))
            return WxrSource(path, job.locale)
        if wanted == "ghost":
            return GhostSource(path, job.locale, job.now)
        return MarkdownSource(path, job.locale, shop.languages(), job.now)

    def _planned(self, shop: ShopNodes, source: Source, outline: Outline) -> Iterator[Planned]:
        """Everything of the file. Categories, pictures and menus first: the others refer to them."""
        ids: dict[str, str] = {}
        unmade: set[str] = set()
        categories = CategoryPlanner(shop, ids, unmade)
        by_key = {draft.key: draft for draft in outline.categories}
        yield from (categories.plan(draft, by_key) for draft in in_order(outline.categories))
        pictures = PicturePlanner(shop, Path(f"{self._job.staging}-picture"), ids, unmade)
        for number, picture in enumerate(outline.pictures, 1):
            yield pictures.plan(picture, self._job.locale)
            self._tell(number, len(outline.pictures))
        registry = Registry(shop, outline)
        things = References(shop, registry, ids, unmade)
        menus = MenuPlanner(shop, registry, ids, unmade, things)
        yield from (menus.menu(draft) for draft in outline.menus)
        items: list[MenuItemDraft] = []
        planner = _Planner(NodePlanner(shop, registry, ids, unmade, things), CommentPlanner(shop, registry))
        for draft in source.drafts(self._tell):
            if isinstance(draft, MenuItemDraft):
                items.append(draft)
            else:
                yield planner.plan(draft)
        yield from menus.items(items)

    def _tell(self, done: int, total: int) -> None:
        """Progress now and then; Cancelled when the parent asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TICK or done == total:
            self._told = now
            counts = self._counts
            tally = Tally(
                counts[ContentAction.CREATE],
                counts[ContentAction.UPDATE],
                counts[ContentAction.UNCHANGED],
                counts[ContentAction.SKIP],
            )
            self._pipe.send(("progress", (done, total, tally)))


class _Planner:
    """Hands each item to whoever plans its like; what belongs to an item that stays out stays out too."""

    def __init__(self, nodes: NodePlanner, comments: CommentPlanner) -> None:
        self._nodes = nodes
        self._comments = comments
        self._out: set[str] = set()

    def plan(self, draft: Draft) -> Planned:
        """What becomes of it."""
        if isinstance(draft, SkippedDraft):
            return skipped(draft, draft.reason)
        if isinstance(draft, NodeDraft):
            planned = self._nodes.plan(draft)
            if planned.action is ContentAction.SKIP:
                self._out.add(draft.key)
            return planned
        if isinstance(draft, CommentDraft):
            if draft.parent in self._out:
                return Planned(draft).skip("comment_without_place")
            return self._comments.plan(draft)
        raise TypeError(type(draft).__name__)


def _format_of(path: Path) -> str:
    """By the name, else by the first bytes. UserError for what is neither."""
    if path.is_dir() or path.suffix.lower() in ENDINGS:
        return "markdown"
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UserError("file_unreadable", path=str(path), detail=error.strerror or "") from None
    if not head.strip():
        raise UserError("empty_file", path=str(path))
    if zipfile.is_zipfile(path) or head.startswith(b"\x1f\x8b"):
        raise UserError("content_packed", path=str(path))
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if start.startswith((b"<\x00", b"<")):
        return "wxr"
    if start.startswith(b"{"):
        return "ghost"
    raise UserError("unknown_content", path=str(path))
