"""The processes that write the shop's texts to a file, and that compare a file's texts with the shop."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import IO

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.csv_reader import read_head
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.staged import StageWriter
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.exchange.serving import Cancelled, serve
from rustok_desktop.exchange.words.gathering import Gathered
from rustok_desktop.exchange.words.planning import TextPlanner
from rustok_desktop.exchange.words.schemas import FoundTexts, TextCounts, TextsReport
from rustok_desktop.exchange.words.shop_words import ids_of, load_thing
from rustok_desktop.exchange.words.table import TableReader, TableWriter
from rustok_desktop.exchange.words.tags import matched
from rustok_desktop.exchange.words.units import DONE, KINDS, Key, Languages, Thing, WrittenText
from rustok_desktop.exchange.words.xliff_reader import XliffReader
from rustok_desktop.exchange.words.xliff_writer import XliffWriter
from rustok_desktop.storage.connection import open_reader
from rustok_desktop.storage.slow_log import StopWatch
from rustok_desktop.storage.unit_of_work import UnitOfWork

_TICK = 0.05  # seconds between two words of progress
PART = ".part"  # of a name while the file is not whole


@dataclass(frozen=True, slots=True)
class WriteJob:
    """What an export needs to know; plain values, so that it travels to a new process."""

    target: str
    format: str
    delimiter: str
    everything: bool
    kinds: tuple[str, ...]
    languages: Languages
    shop: str
    database: str
    tenant_id: str
    now: str
    nice: int = 0


@dataclass(frozen=True, slots=True)
class ReadJob:
    """The same for an import. ``enabled`` are the shop's languages."""

    source: str
    staging: str
    database: str
    tenant_id: str
    actor_id: str | None
    speech: str
    target: str | None
    moved: bool
    enabled: tuple[str, ...]
    now: str
    nice: int = 0


def write_main(job: WriteJob, pipe: Connection, cancelled: Event) -> None:
    """Entry point of the exporting process."""
    serve(pipe, Path(job.database), job.nice, lambda: WriteWork(job, pipe, cancelled).write())


def read_main(job: ReadJob, pipe: Connection, cancelled: Event) -> None:
    """Entry point of the reading process."""
    serve(pipe, Path(job.staging), job.nice, lambda: ReadWork(job, pipe, cancelled).plan())


class _Work:
    """What both say on the way."""

    def __init__(self, database: str, now: str, pipe: Connection, cancelled: Event) -> None:
        connection = open_reader(Path(database))
        connection.execute("BEGIN")  # one state for everything that is read
        self._uow = UnitOfWork(connection, now, "", StopWatch(time.perf_counter))
        self._pipe = pipe
        self._cancelled = cancelled
        self._told = 0.0
        self._tally = Tally()

    def _tell(self, done: int, total: int) -> None:
        """Progress now and then; Cancelled when the parent asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TICK or done == total:
            self._told = now
            self._pipe.send(("progress", (done, total, self._tally)))


class WriteWork(_Work):
    """One export: written beside its target, and put there when it is whole."""

    def __init__(self, job: WriteJob, pipe: Connection, cancelled: Event) -> None:
        super().__init__(job.database, job.now, pipe, cancelled)
        self._job = job
        self._ctx = Context(job.tenant_id, Role.SUPER_ADMIN, locale=job.languages.source)
        self.written: Counter[str] = Counter()

    def write(self) -> TextsReport:
        """UserError when the target cannot be written; nothing is left of an export that did not end."""
        job, target = self._job, Path(self._job.target)
        part = target.with_name(f"{target.name}{PART}")
        encoding = "utf-8-sig" if job.format == "csv" else "utf-8"
        try:
            with part.open("w", encoding=encoding, newline="") as file:
                self._write(file)
            os.replace(part, target)
        except OSError as error:
            raise UserError("export_unwritable", path=str(target), detail=error.strerror or "") from None
        finally:
            part.unlink(missing_ok=True)
        languages = job.languages
        return TextsReport(job.format, target, languages.source, languages.target, dict(self.written))

    def _write(self, file: IO[str]) -> None:
        job = self._job
        writer: XliffWriter | TableWriter
        if job.format == "csv":
            writer = TableWriter(file, job.delimiter, job.languages)
        else:
            writer = XliffWriter(file, 1 if job.format == "xliff-1.2" else 2, job.shop, job.languages)
        for thing in self._things():
            texts = list(self._texts(thing))
            writer.write(texts)
            if texts:
                self.written[thing.kind] += len(texts)
        writer.close()

    def _things(self) -> Iterator[Thing]:
        kinds = [kind for kind in KINDS if kind in self._job.kinds]
        ids = {kind: ids_of(self._uow, self._ctx, kind) for kind in kinds}
        total, done = sum(map(len, ids.values())), 0
        for kind in kinds:
            for thing_id in ids[kind]:
                thing = load_thing(self._uow, self._ctx, kind, thing_id, self._job.languages)
                done += 1
                self._tell(done, total)
                if thing is not None:
                    yield thing

    def _texts(self, thing: Thing) -> Iterator[WrittenText]:
        for name, source in thing.source.items():
            state = thing.state(name)
            if self._job.everything or state != DONE:
                key = Key(thing.kind, thing.id, name)
                yield WrittenText(key, thing.title, source, thing.target.get(name, ""), state)


class ReadWork(_Work):
    """One plan: every text of the file compared with the shop, which is only read."""

    def __init__(self, job: ReadJob, pipe: Connection, cancelled: Event) -> None:
        super().__init__(job.database, job.now, pipe, cancelled)
        self._job = job

    def plan(self) -> FoundTexts:
        """UserError for a file that is refused; Cancelled when asked to stop."""
        job, path = self._job, Path(self._job.source)
        reader, kind = _reader(path)
        gathered = Gathered(Path(f"{job.staging}-texts"))
        try:
            size = path.stat().st_size
            gathered.lay_down(reader.texts(lambda done: self._tell(min(done, size - 1), 2 * size)))
            languages, notes = _allowed(reader.languages, job, path)
            counts = self._compare(gathered, languages)
        finally:
            gathered.close()
        version = reader.name if isinstance(reader, XliffReader) else ""
        found = TextCounts(**counts)
        told = tuple(message(note.code, job.speech, note.params) for note in notes)
        return FoundTexts(
            kind, version, path.name, "", languages.target, gathered.count, told, languages.source, found
        )

    def _compare(self, gathered: Gathered, languages: Languages) -> Counter[str]:
        job = self._job
        ctx = Context(job.tenant_id, Role.SUPER_ADMIN, job.actor_id, locale=languages.source)
        planner = TextPlanner(self._uow, ctx, languages, moved=job.moved)
        staging = StageWriter(Path(job.staging), job.speech)
        done, fates = 0, Counter[ContentAction]()
        try:
            for thing, texts in gathered.by_thing():
                for planned in planner.plan(thing, texts):
                    staging.add(planned)
                    fates[planned.action] += 1
                done += len(texts)
                counts = fates[ContentAction.UPDATE], fates[ContentAction.UNCHANGED], fates[ContentAction.SKIP]
                self._tally = Tally(0, *counts)
                self._tell(gathered.count + done, 2 * gathered.count)
        finally:
            staging.close()
        return planner.counts


def _reader(path: Path) -> tuple[XliffReader | TableReader, str]:
    """By the first bytes: a name says little after a way through other programs."""
    if path.is_dir():
        raise UserError("texts_is_folder", path=str(path))
    head = read_head(path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if start.startswith((b"<\x00", b"<")):
        return XliffReader(path), "xliff"
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        raise UserError("texts_packed", path=path.name)
    return TableReader(path), "texts-csv"


def _allowed(said: Languages | None, job: ReadJob, path: Path) -> tuple[Languages, list[Note]]:
    if said is None:
        raise UserError("texts_no_languages", path=path.name)
    languages, notes = matched(said, job.enabled, path)
    if job.target is not None and languages.target != job.target:
        raise UserError("texts_other_language", path=path.name, found=languages.target, wanted=job.target)
    if languages.source == languages.target:
        raise UserError("texts_same_language", language=languages.target)
    return languages, notes
