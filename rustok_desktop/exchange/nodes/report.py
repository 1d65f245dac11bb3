"""What an import of content says when it is over: sums for people, and a file with every item."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rustok_desktop.exchange.nodes import staged
from rustok_desktop.exchange.nodes.schemas import ITEMS_SHOWN, ContentAction, PlannedItem
from rustok_desktop.exchange.schemas import Tally

_HEADER = ("item", "kind", "title", "file", "line", "result", "reason", "notes")
_PAGE = 500
_RESULTS = {ContentAction.UNCHANGED: "unchanged", ContentAction.SKIP: "skipped"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sums, and the items there is something to know of."""

    tally: Tally
    parts: dict[str, Tally]
    items: tuple[PlannedItem, ...]


def conclude(staging: Path, done: Mapping[int, str], failures: Mapping[int, str], target: Path) -> Outcome:
    """Go through the plan once more, with what came of it, and write every item to ``target``."""
    parts: dict[str, Counter[str]] = {}
    shown: list[PlannedItem] = []
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for item in _all(staging):
            told, result = _fate(item, done, failures)
            counted = "rejected" if result in ("skipped", "failed") else result
            if counted not in ("left out", "not reached"):
                parts.setdefault(item.part, Counter())[counted] += 1
            if (told.reason or told.notes) and len(shown) < ITEMS_SHOWN:
                shown.append(told)
            notes = " | ".join(told.notes)
            writer.writerow([item.ordinal, item.part, item.title, item.source, item.line, result, told.reason, notes])
    total: Counter[str] = sum(parts.values(), Counter())
    return Outcome(Tally(**total), {part: Tally(**counts) for part, counts in sorted(parts.items())}, tuple(shown))


def _fate(item: PlannedItem, done: Mapping[int, str], failures: Mapping[int, str]) -> tuple[PlannedItem, str]:
    if item.ordinal in failures:
        return replace(item, action=ContentAction.SKIP, reason=failures[item.ordinal]), "failed"
    if item.ordinal in done:
        return item, done[item.ordinal]
    if item.action in _RESULTS:
        return item, _RESULTS[item.action]
    return item, "left out" if item.excluded else "not reached"


def _all(staging: Path) -> Iterator[PlannedItem]:
    after = 0
    while page := staged.items(staging, after=after, limit=_PAGE):
        yield from page
        after = page[-1].ordinal
