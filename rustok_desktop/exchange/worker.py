"""The process that reads a file and prepares an import. It never writes to the shop.

Started fresh ("spawn"), so this module imports nothing heavy: no tables, no toolkit. Everything big goes to
the staging file; only counts pass through the pipe.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from rustok_desktop.core.errors import UserError
from rustok_desktop.core.messages import message
from rustok_desktop.exchange import csv_reader, shopify
from rustok_desktop.exchange.csv_reader import Record, TextShape
from rustok_desktop.exchange.existing import ShopReader
from rustok_desktop.exchange.findings import Findings
from rustok_desktop.exchange.grouping import Scan, grouped, scan
from rustok_desktop.exchange.mapping import ProductMapper
from rustok_desktop.exchange.mending import Records, mended
from rustok_desktop.exchange.planner import Counts, Planner
from rustok_desktop.exchange.rejected import RejectedFile
from rustok_desktop.exchange.schemas import ERRORS_SHOWN, EmptyColumn, FoundFormat, Mend, RowError, Tally
from rustok_desktop.exchange.serving import Cancelled, serve
from rustok_desktop.exchange.shopify import Columns
from rustok_desktop.exchange.staged import Batch, Shop, StageWriter
from rustok_desktop.storage.connection import open_reader

BATCH = 250  # products per transaction of the commit
KEPT = 16 << 20  # bytes; the records of a file up to this size are parsed once and kept between the two passes
_TICK = 0.05  # seconds between two words of progress


@dataclass(frozen=True, slots=True)
class Job:
    """What the worker needs to know; plain values, so that it travels to a new process."""

    source: str
    staging: str
    rejected: str
    database: str
    tenant_id: str
    locale: str  # the language of the shop's words
    currency: str
    location_id: str
    import_id: str
    actor_id: str | None
    device_id: str | None
    speech: str  # the language of the messages
    encoding: str | None
    erase_columns: tuple[str, ...]
    mends: tuple[Mend, ...] = ()
    nice: int = 0  # how far to stand back for other processes
    streamed: bool = False  # nobody reviews the plan: each batch may be written as soon as it is staged


@dataclass(frozen=True, slots=True)
class Planned:
    """The worker's last word."""

    found: FoundFormat
    products: Tally
    variants: Tally
    images: Tally
    fields_changed: int
    error_count: int
    empty_columns: tuple[EmptyColumn, ...]
    head: int


@dataclass(frozen=True, slots=True)
class Staged:
    """A batch that may be copied, its findings, the sums up to and with it, and the number of products in all."""

    batch: Batch
    found: FoundFormat
    products: Tally
    variants: Tally
    images: Tally
    errors: tuple[RowError, ...]
    total: int


def main(job: Job, pipe: Connection, cancelled: Event) -> None:
    """Entry point of the process. Sends ``(kind, value)``: progress, staged; then done, refused, cancelled or bug."""
    serve(pipe, Path(job.staging), job.nice, lambda: Work(job, pipe, cancelled).plan())


class Work:
    """One plan from the first byte to the staging file."""

    def __init__(self, job: Job, pipe: Connection, cancelled: Event) -> None:
        self._job = job
        self._pipe = pipe
        self._cancelled = cancelled
        self._told = 0.0
        self._errors_wanted = ERRORS_SHOWN

    def plan(self) -> Planned:
        """UserError for a file that is refused; Cancelled when asked to stop."""
        job, path = self._job, Path(self._job.source)
        head = csv_reader.read_head(path)
        other = shopify.other_format(head)
        if other is not None:
            raise UserError("wrong_format", found=other)
        encoding = csv_reader.find_encoding(path, head, job.encoding)
        shape = TextShape(encoding, csv_reader.find_delimiter(path, encoding, shopify.KNOWN_HEADERS))
        columns = shopify.recognise(csv_reader.read_header(path, shape))
        handle_at, width = columns.index("handle"), len(columns.headers)
        records: Records = partial(csv_reader.read_records, path, shape)
        if path.stat().st_size <= KEPT:
            kept = list(records())
            records = partial(iter, kept)
        if job.mends:
            records = mended(records, job.mends, columns)
        found = scan(records(), handle_at, width, lambda _: self._tell(0, 0, Counts()))
        if not found.records:
            raise UserError("empty_file", path=str(path))
        return self._prepare(records, shape, columns, found)

    def _prepare(self, records: Records, shape: TextShape, columns: Columns, found: Scan) -> Planned:
        job = self._job
        findings = Findings(columns, job.speech)
        reader = _open_shop(job)
        erase = frozenset(_field_of(columns, header) for header in job.erase_columns) & shopify.ERASABLE
        shop = _shop(job)
        planner = Planner(shop, reader, findings, erase, reviewed=not job.streamed)
        mapper = ProductMapper(columns, job.currency, findings, found.handles)
        staging = StageWriter(Path(job.staging), shop, shared=job.streamed)
        shown = _found(shape, columns, found, job.speech)
        groups = grouped(records(), columns.index("handle"), found.returning)
        rejected = RejectedFile(Path(job.rejected), columns, shape.delimiter)
        done = 0
        for batch in _batches(groups):
            drafts = [mapper.draft(done + place, rows) for place, rows in enumerate(batch, 1)]
            staged, left_out = planner.plan(drafts)
            rejected.add(left_out)
            written = staging.write(staged)
            done += len(batch)
            if job.streamed:
                self._hand_over(written, staged.errors(), planner.counts, shown, found.products)
            self._tell(done, found.products, planner.counts)
        staging.close()
        return _summary(shown, columns, planner, erase, reader.head())

    def _hand_over(
        self, batch: Batch, errors: list[RowError], counts: Counts, found: FoundFormat, total: int
    ) -> None:
        products, variants, images = map(Counts.tally, (counts.products, counts.variants, counts.images))
        shown = tuple(errors[: self._errors_wanted])
        self._errors_wanted -= len(shown)
        self._pipe.send(("staged", Staged(batch, found, products, variants, images, shown, total)))

    def _tell(self, done: int, total: int, counts: Counts) -> None:
        """Progress now and then; Cancelled when the parent asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TICK or (total and done == total):
            self._told = now
            self._pipe.send(("progress", (done, total, Counts.tally(counts.products))))


def _open_shop(job: Job) -> ShopReader:
    connection = open_reader(Path(job.database))
    return ShopReader(connection, job.tenant_id, job.locale, job.currency, job.location_id)


def _shop(job: Job) -> Shop:
    return Shop(
        job.tenant_id,
        job.locale,
        job.currency,
        job.location_id,
        job.import_id,
        job.actor_id,
        job.device_id,
    )


def _batches(groups: Iterator[list[Record]]) -> Iterator[list[list[Record]]]:
    batch: list[list[Record]] = []
    for group in groups:
        batch.append(group)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _field_of(columns: Columns, header: str) -> str:
    wanted = header.strip().lower()
    for name, field in zip(columns.headers, columns.fields, strict=True):
        if field is not None and (name.lower() == wanted or field == wanted):
            return field
    return ""


def _notes(columns: Columns, found: Scan) -> tuple[tuple[str, dict[str, object]], ...]:
    notes: list[tuple[str, dict[str, object]]] = []
    unknown = columns.left_out()
    if unknown:
        notes.append(("columns_left_out", {"columns": ", ".join(unknown)}))
    if any(header.lower().startswith("google shopping /") for header in columns.headers):
        notes.append(("google_columns_left_out", {}))
    if found.lost_characters:
        notes.append(("characters_lost", {"rows": found.lost_characters}))
    if found.short_rows:
        notes.append(("short_rows", {"rows": found.short_rows}))
    if found.long_rows:
        notes.append(("long_rows", {"rows": found.long_rows}))
    return tuple(notes)


def _found(shape: TextShape, columns: Columns, found: Scan, speech: str) -> FoundFormat:
    shown = tuple(zip(columns.headers, columns.fields, strict=True))
    notes = _notes(columns, found)
    warnings = tuple(message(code, speech, params) for code, params in notes)
    file = (columns.generation, shape.encoding, shape.delimiter, found.records)
    return FoundFormat("shopify", *file, shown, warnings, notes)


def _summary(found: FoundFormat, columns: Columns, planner: Planner, erase: frozenset[str], head: int) -> Planned:
    counts = planner.counts
    return Planned(
        found,
        Counts.tally(counts.products),
        Counts.tally(counts.variants),
        Counts.tally(counts.images),
        counts.fields_changed,
        counts.errors,
        tuple(
            EmptyColumn(columns.header(name), name, rows, name in erase)
            for name, rows in sorted(planner.kept_empty.items())
        ),
        head,
    )
