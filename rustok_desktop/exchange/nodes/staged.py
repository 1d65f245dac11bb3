"""The plan of a content import on disk: written by the worker, paged for the review, read batch by batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.messages import message
from rustok_desktop.core.text import fold
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.nodes.planned import LATE, Planned
from rustok_desktop.exchange.nodes.schemas import ContentAction, PlannedItem
from rustok_desktop.exchange.schemas import FieldDiff, Tally
from rustok_desktop.storage.staging import StagingFile

_TABLES = (
    "CREATE TABLE items (ordinal INTEGER PRIMARY KEY, part TEXT, title TEXT, line INTEGER, source TEXT, action TEXT,"
    " reason TEXT, notes TEXT, diffs TEXT, search TEXT, excluded INTEGER DEFAULT 0)",
    "CREATE TABLE steps (ordinal INTEGER, stage INTEGER, depth INTEGER, steps TEXT, needs TEXT, becomes TEXT)",
    "CREATE INDEX ix_steps ON steps (stage, depth, ordinal)",
    "CREATE INDEX ix_items_action ON items (action, ordinal)",
)
_COLUMNS = "ordinal, part, title, line, source, action, reason, notes, diffs, excluded"
_ITEMS = (
    f"SELECT {_COLUMNS} FROM items WHERE ordinal > :after AND (:action IS NULL OR action = :action)"
    " AND (NOT :noted OR reason <> '' OR notes <> '[]') AND (:part IS NULL OR part = :part)"
    " AND (:text = '' OR instr(search, :text)) ORDER BY ordinal LIMIT :limit"
)
_WRITTEN = f"('{ContentAction.CREATE}', '{ContentAction.UPDATE}')"
_EXCLUDE = (
    f"UPDATE items SET excluded = :excluded WHERE action IN {_WRITTEN}"
    " AND ordinal IN (SELECT value FROM json_each(:ordinals))"
)
_STEPS = (
    "SELECT s.stage, s.depth, s.ordinal, i.part, i.action, s.steps, s.needs, s.becomes FROM steps s"
    " JOIN items i ON i.ordinal = s.ordinal WHERE NOT i.excluded"
    " AND (s.stage, s.depth, s.ordinal) > (:stage, :depth, :ordinal)"
    " ORDER BY s.stage, s.depth, s.ordinal LIMIT :limit"
)
_COUNTED = "SELECT part, action, count(*) FROM items GROUP BY part, action"
_TALLIED = {
    ContentAction.CREATE: "created",
    ContentAction.UPDATE: "updated",
    ContentAction.UNCHANGED: "unchanged",
    ContentAction.SKIP: "rejected",
}
BEGIN = (-1, 0, 0)


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be written of one item: ``place`` is where reading goes on after it, ``text`` the steps as JSON."""

    place: tuple[int, int, int]
    part: str
    created: bool
    text: str
    needs: tuple[str, ...]
    becomes: str | None

    @property
    def ordinal(self) -> int:
        """The item."""
        return self.place[2]


class StageWriter:
    """Writes a new staging file."""

    def __init__(self, path: Path, speech: str) -> None:
        self._file = StagingFile.open(path)
        self._speech = speech
        self._count = 0
        for statement in _TABLES:
            self._file.connection.execute(statement)
        self._file.connection.execute("BEGIN")

    def add(self, planned: Planned) -> int:
        """One more item; its ordinal."""
        self._count += 1
        draft, ordinal = planned.draft, self._count
        notes = [self._said(note) for note in draft.notes]
        reason = self._said(planned.reason) if planned.reason is not None else ""
        diffs = [[diff.field, diff.old, diff.new, diff.erased] for diff in planned.diffs]
        search = fold(f"{draft.title} {draft.part} {draft.source}")
        row = (ordinal, draft.part, draft.title, draft.line, draft.source, planned.action.value, reason)
        values = (*row, dumps(notes), dumps(diffs), search, int(planned.excluded))
        execute = self._file.connection.execute
        execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        for stage, steps in ((planned.stage, planned.steps), (LATE, planned.late)):
            if steps:
                needs = dumps(sorted(planned.needs))
                line = (ordinal, stage, planned.depth, dumps(steps), needs, planned.becomes)
                execute("INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?)", line)
        return ordinal

    def close(self) -> None:
        """Commit and close."""
        self._file.connection.execute("COMMIT")
        self._file.close()

    def _said(self, note: Note) -> str:
        return message(note.code, self._speech, note.params)


def items(
    staging: Path,
    *,
    action: ContentAction | None = None,
    part: str | None = None,
    noted: bool = False,
    text: str = "",
    after: int = 0,
    limit: int = 200,
) -> list[PlannedItem]:
    """A page in file order."""
    params = {"after": after, "action": action.value if action is not None else None, "part": part}
    params |= {"noted": int(noted), "text": fold(text.strip()), "limit": limit}
    with closing(StagingFile.read(staging)) as file:
        rows = file.connection.execute(_ITEMS, params).fetchall()
    return [_item(row) for row in rows]


def exclude(staging: Path, ordinals: Iterable[int], excluded: bool) -> None:
    """Leave items out of the commit, or take them back in."""
    with closing(StagingFile.open(staging)) as file:
        file.connection.execute(_EXCLUDE, {"excluded": int(excluded), "ordinals": dumps(list(ordinals))})


def tallies(staging: Path) -> tuple[Tally, dict[str, Tally]]:
    """How many items of each fate, in all and by part."""
    parts: dict[str, Counter[str]] = {}
    with closing(StagingFile.read(staging)) as file:
        for part, action, count in file.connection.execute(_COUNTED):
            parts.setdefault(part, Counter())[_TALLIED[ContentAction(action)]] += count
    total: Counter[str] = sum(parts.values(), Counter())
    return Tally(**total), {part: Tally(**counted) for part, counted in sorted(parts.items())}


def excluded_count(staging: Path) -> int:
    """How many items are left out, of those that would be written."""
    with closing(StagingFile.read(staging)) as file:
        row = file.connection.execute(f"SELECT count(*) FROM items WHERE excluded AND action IN {_WRITTEN}").fetchone()
        return int(row[0])


def work_count(staging: Path) -> int:
    """How many rows there are to write."""
    with closing(StagingFile.read(staging)) as file:
        row = file.connection.execute("SELECT count(*) FROM steps s JOIN items i USING (ordinal) WHERE NOT i.excluded")
        return int(row.fetchone()[0])


def noted_count(staging: Path) -> int:
    """How many items there is something to know of."""
    with closing(StagingFile.read(staging)) as file:
        row = file.connection.execute("SELECT count(*) FROM items WHERE reason <> '' OR notes <> '[]'").fetchone()
        return int(row[0])


def work(staging: Path, after: tuple[int, int, int], limit: int) -> list[Work]:
    """The next items to write, those that others refer to first."""
    params = dict(zip(("stage", "depth", "ordinal"), after, strict=True)) | {"limit": limit}
    with closing(StagingFile.read(staging)) as file:
        rows = file.connection.execute(_STEPS, params).fetchall()
    return [
        Work((stage, depth, ordinal), part, action == ContentAction.CREATE, steps, tuple(loads(needs)), becomes)
        for stage, depth, ordinal, part, action, steps, needs, becomes in rows
    ]


def _item(row: tuple[Any, ...]) -> PlannedItem:
    ordinal, part, title, line, source, action, reason, notes, diffs, excluded = row
    return PlannedItem(
        ordinal=ordinal,
        part=part,
        title=title,
        line=line,
        source=source,
        action=ContentAction(action),
        reason=reason,
        notes=tuple(loads(notes)),
        diffs=tuple(FieldDiff(*diff) for diff in loads(diffs)),
        excluded=bool(excluded),
    )
