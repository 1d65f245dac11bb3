"""Records to products: all rows of one handle, wherever they stand, without holding the file in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rustok_desktop.exchange.csv_reader import Record

_TICK = 20_000


@dataclass(slots=True)
class Scan:
    """What the first pass learned. ``returning``: the last record of each handle that is interrupted by others."""

    records: int = 0
    products: int = 0
    handles: set[str] = field(default_factory=set)
    returning: dict[str, int] = field(default_factory=dict)
    short_rows: int = 0
    long_rows: int = 0
    lost_characters: int = 0


def scan(records: Iterable[Record], handle_at: int, width: int, tick: Callable[[int], None]) -> Scan:
    """Read everything once; ``tick`` is called now and then with the number of records read."""
    found = Scan()
    handles, returning = found.handles, found.returning
    previous = ""
    for number, _line, cells in records:
        if len(cells) != width:
            found.short_rows += len(cells) < width
            found.long_rows += len(cells) > width
        key = key_of(cells, handle_at)
        if not key:
            found.products += 1
        elif (key != previous and key in handles) or key in returning:
            returning[key] = number
        else:
            handles.add(key)
        previous = key
        if not all(map(str.isascii, cells)) and any("\ufffd" in cell for cell in cells):
            found.lost_characters += 1
        found.records = number
        if not number % _TICK:
            tick(number)
    found.products += len(handles)
    return found


def key_of(cells: list[str], handle_at: int) -> str:
    """The handle that ties rows together, "" for a row without one."""
    return cells[handle_at].strip().lower() if -1 < handle_at < len(cells) else ""


def grouped(records: Iterable[Record], handle_at: int, returning: dict[str, int]) -> Iterator[list[Record]]:
    """The rows of each product, yielded with its last row; a row without a handle stands alone."""
    waiting: dict[str, list[Record]] = {}
    current: list[Record] = []
    previous = ""
    for record in records:
        key = key_of(record[2], handle_at)
        if key and key == previous and current:
            current.append(record)
            continue
        if current:
            yield current
            current = []
        previous = key
        last = returning.get(key)
        if last is not None:
            rows = waiting.setdefault(key, [])
            rows.append(record)
            if record[0] >= last:
                yield waiting.pop(key)
        elif key:
            current = [record]
        else:
            yield [record]
    if current:
        yield current
