"""Keeps little of the program's own text in memory.

Qt's binding looks into the source of every module that is imported while it is loaded, and Python keeps each text it
was asked for: some 30 MB by the time the window stands. Tracebacks read what they show again.
"""

from __future__ import annotations

import linecache
from typing import Any

KEPT = 8  # files


class LatestSources(dict[str, Any]):
    """A cache of source texts that forgets the oldest."""

    def __setitem__(self, name: str, source: Any) -> None:
        super().__setitem__(name, source)
        while len(self) > KEPT:
            # Imports run in more than one thread: another may have taken the oldest away.
            self.pop(next(iter(list(self)), ""), None)


def keep_few_sources() -> None:
    """From now on; before the first import of Qt it spares the most."""
    linecache.cache = LatestSources()
