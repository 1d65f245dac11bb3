"""What is typed into blocks and not accepted by the shop yet, on disk beside it: it comes back with its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from rustok_desktop.gui.builder.block_state import Block
from rustok_desktop.gui.products.draft_keeper import DraftKeeper
from rustok_desktop.gui.products.draft_store import Draft, DraftStore

BLOCK_DRAFTS_FILE = "block-drafts.json"


class BlockDrafts(QObject):
    """``blocks_of`` gives the blocks of a page as they are in the window. ``failed``: the disk refused."""

    failed = Signal(str)

    def __init__(self, blocks_of: Callable[[str], list[Block]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks_of = blocks_of
        self._brought: set[str] = set()
        self._ready = False
        self._keeper = DraftKeeper(self._draft, self)
        self._keeper.failed.connect(self.failed)

    def set_directory(self, directory: str) -> None:
        """Where the shop is; in memory only without one."""
        self._keeper.set_store(DraftStore(Path(directory) / BLOCK_DRAFTS_FILE if directory else None))
        self._ready = True

    def note(self, page_id: str) -> None:
        """Something of a page changed; before its draft was brought back nothing is written over it."""
        if page_id in self._brought:
            self._keeper.note(page_id)

    def flush(self) -> None:
        """Write now."""
        self._keeper.flush()

    def bring_back(self, page_id: str, blocks: list[Block], make_key: Callable[[], str]) -> list[Block]:
        """The blocks of a page with what was typed into them before the program ended; once for each page."""
        if not self._ready or page_id in self._brought:
            return blocks
        self._brought.add(page_id)
        draft = self._keeper.store.get(page_id) or {}
        kept = draft.get("blocks")
        found = list(blocks)
        there = {block.key: block for block in found}
        for one in kept if isinstance(kept, list) else ():
            block = there.get(one["key"])
            if block is not None and block.type == one["type"]:
                block.data, block.texts = one["data"], one["texts"]
            elif one["new"] and not any(_says(block, one) for block in blocks):
                made = Block(make_key(), one["type"], data=one["data"], texts=one["texts"])
                found.insert(min(one["place"], len(found)), made)
        return found

    def _draft(self, page_id: str) -> Draft | None:
        kept = list(_unsaved(self._blocks_of(page_id)))
        return {"blocks": kept} if kept else None


def _says(block: Block, one: dict[str, Any]) -> bool:
    """The shop took it while the program ended."""
    own = {name: value for name, value in block.data.items() if value != ""}
    return (block.type, own, block.texts) == (one["type"], one["data"], one["texts"])


def _unsaved(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    for place, block in enumerate(blocks):
        if block.dirty and (block.data or block.texts or not block.new):
            yield {
                "key": block.key,
                "type": block.type,
                "new": block.new,
                "place": place,
                "data": block.data,
                "texts": block.texts,
            }
