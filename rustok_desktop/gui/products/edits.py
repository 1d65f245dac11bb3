"""What was typed into a product, by field path. Nothing here needs Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rustok_desktop.gui.products.product_texts import variant_key


class Edits(dict[str, str]):
    """Unsaved texts by path, sorted as they come: ``own`` are the paths of the product itself, ``cells`` those of each
    variant, ``choices`` the cells of options. Thousands of cells may be unsaved while one more letter is typed, so
    nobody goes through all of them to find the few that matter.

    ``changed`` collects the variants touched since somebody emptied it.
    """

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.own: dict[str, None] = {}
        self.cells: dict[str, dict[str, None]] = {}
        self.choices: dict[str, str] = {}  # path -> variant
        self.changed: set[str] = set()
        for path, text in (texts or {}).items():
            self[path] = text

    def __setitem__(self, path: str, text: str) -> None:
        if path not in self:
            self._sort_in(path)
        super().__setitem__(path, text)
        key = variant_key(path)
        if key is not None:
            self.changed.add(key)

    def __delitem__(self, path: str) -> None:
        super().__delitem__(path)
        self._sort_out(path)

    def _sort_in(self, path: str) -> None:
        key = variant_key(path)
        if key is None:
            self.own[path] = None
            return
        self.cells.setdefault(key, {})[path] = None
        if path.rpartition("/")[2].startswith("option"):
            self.choices[path] = key

    def _sort_out(self, path: str) -> None:
        key = variant_key(path)
        if key is None:
            del self.own[path]
            return
        self.changed.add(key)
        self.choices.pop(path, None)
        cells = self.cells[key]
        del cells[path]
        if not cells:
            del self.cells[key]

    def pop(self, path: str, *default: Any) -> Any:
        """Take a text out."""
        if path not in self:
            return super().pop(path, *default)
        text = self[path]
        del self[path]
        return text

    def clear(self) -> None:
        """Take all of them out."""
        self.changed.update(self.cells)
        super().clear()
        self.own.clear()
        self.cells.clear()
        self.choices.clear()

    def without(self, keys: Iterable[str]) -> None:
        """Forget the texts of these variants."""
        for key in keys:
            for path in tuple(self.cells.get(key, ())):
                del self[path]

    def cell_count(self) -> int:
        """How many of them belong to variants."""
        return len(self) - len(self.own)
