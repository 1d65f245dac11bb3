"""Unsaved edits on disk: one small JSON file beside the shop, replaced whole, so that a crash loses no typing."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

Draft = Mapping[str, object]
DRAFTS_FILE = "drafts.json"
NEW = "new"


class DraftStore:
    """Drafts by product id, :data:`NEW` for the product that has none yet. ``path`` None keeps them in memory only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._drafts: dict[str, Draft] = self._read()
        self._unwritten = False

    def _read(self) -> dict[str, Draft]:
        if self._path is None or not self._path.exists():
            return {}
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {k: v for k, v in found.items() if isinstance(v, dict)} if isinstance(found, dict) else {}

    def get(self, key: str) -> Draft | None:
        """The draft of a product."""
        return self._drafts.get(key)

    def keys(self) -> tuple[str, ...]:
        """Products with unsaved edits, the latest last."""
        return tuple(self._drafts)

    def put(self, key: str, draft: Draft | None) -> None:
        """Keep or, with None, forget a draft; on disk with the next :meth:`write`."""
        before = self._drafts.pop(key, None)
        if draft is not None:
            self._drafts[key] = draft
        self._unwritten = self._unwritten or before != draft

    @property
    def unwritten(self) -> bool:
        """Whether the file is behind."""
        return self._unwritten

    def write(self) -> None:
        """Replace the file. OSError when the disk refuses; the drafts stay in memory and count as unwritten."""
        if self._path is None or not self._unwritten:
            return
        from rustok_desktop.core.codec import dumps  # after the first paint

        scratch = self._path.with_name(self._path.name + ".tmp")
        scratch.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text(dumps(self._drafts), "utf-8")
        os.replace(scratch, self._path)
        self._unwritten = False
