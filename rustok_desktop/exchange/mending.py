"""Records of a file with some of their cells mended. The file itself stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rustok_desktop.exchange.csv_reader import Record
from rustok_desktop.exchange.grouping import key_of
from rustok_desktop.exchange.schemas import Mend
from rustok_desktop.exchange.shopify import Columns

Records = Callable[[], Iterator[Record]]  # from the first one, each time it is called


def mended(records: Records, mends: Sequence[Mend], columns: Columns) -> Records:
    """The records with ``mends``; those for columns the file has not are left aside."""
    handle_at = columns.index("handle")
    cells: dict[int, dict[int, str]] = {}
    for mend in mends:
        if mend.column in columns.headers:
            cells.setdefault(mend.record, {})[columns.headers.index(mend.column)] = mend.value
    renamed = _renamed(records, cells, handle_at)

    def read() -> Iterator[Record]:
        for number, line, row in records():
            given = cells.get(number, {})
            if renamed and handle_at not in given:
                other = renamed.get(key_of(row, handle_at))
                given = given if other is None else {**given, handle_at: other}
            yield (number, line, _with(row, given) if given else row)

    return read


def _renamed(records: Records, cells: dict[int, dict[int, str]], handle_at: int) -> dict[str, str]:
    """Old handle -> new one, so that all rows of a product follow the one that is mended."""
    wanted = {number: given[handle_at] for number, given in cells.items() if handle_at in given}
    if not wanted:
        return {}
    found = {key_of(row, handle_at): wanted[number] for number, _, row in records() if number in wanted}
    found.pop("", None)
    return found


def _with(row: list[str], given: dict[int, str]) -> list[str]:
    cells = [*row, *[""] * (max(given) + 1 - len(row))]
    for place, value in given.items():
        cells[place] = value
    return cells
