"""The numbers that things have in a WXR file: the old one for what came from one, the next free one for others."""

from __future__ import annotations

import re

from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.exchange.nodes.export_reading import ExportReader

_SOURCE = re.compile(r"wxr:.*#(\d{1,15})")


class Numbers:
    """Whole numbers above zero, each for one id."""

    def __init__(self, reader: ExportReader) -> None:
        self._numbers: dict[str, int] = {}
        taken: set[int] = set()
        for kind in WRITTEN:
            for node_id, source in reader.sources(kind):
                match = _SOURCE.fullmatch(source or "")
                number = int(match[1]) if match is not None else 0
                if number and number not in taken:
                    taken.add(number)
                    self._numbers[node_id] = number
        self._next = max(taken, default=0)

    def of(self, thing_id: str) -> int:
        """The number of a thing."""
        if thing_id not in self._numbers:
            self._next += 1
            self._numbers[thing_id] = self._next
        return self._numbers[thing_id]
