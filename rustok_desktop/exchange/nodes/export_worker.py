"""The process that writes content to files. It reads the shop and never writes to it."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.nodes.export_reading import ExportReader
from rustok_desktop.exchange.nodes.markdown_writer import MarkdownWriter
from rustok_desktop.exchange.nodes.schemas import ExportReport
from rustok_desktop.exchange.nodes.wxr_values import UPLOADS
from rustok_desktop.exchange.nodes.wxr_writer import WxrWriter
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.exchange.serving import Cancelled, serve

_TICK = 0.05
PART = ".part"  # of a name while the export is not whole


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What the worker needs to know; plain values, so that it travels to a new process."""

    target: str
    format: str
    site: str
    database: str
    media: str
    tenant_id: str
    speech: str
    now: str
    nice: int = 0


def main(job: ExportJob, pipe: Connection, cancelled: Event) -> None:
    """Entry point of the process."""
    serve(pipe, Path(job.database), job.nice, lambda: ExportWork(job, pipe, cancelled).write())


class ExportWork:
    """One export: written beside its target, and put there when it is whole."""

    def __init__(self, job: ExportJob, pipe: Connection, cancelled: Event) -> None:
        self._job = job
        self._pipe = pipe
        self._cancelled = cancelled
        self._told = 0.0

    def write(self) -> ExportReport:
        """UserError when the target cannot be written; nothing is left of an export that did not end."""
        job, target = self._job, Path(self._job.target)
        ctx = Context(job.tenant_id, Role.SUPER_ADMIN, locale=job.speech)
        reader = ExportReader(Path(job.database), Path(job.media), ctx, job.now)
        part = target.with_name(f"{target.name}{PART}")
        try:
            _remove(part)
            write = self._folder if job.format == "markdown" else self._file
            written = write(reader, part, target)
        except OSError as error:
            raise UserError("export_unwritable", path=str(target), detail=error.strerror or "") from None
        finally:
            with suppress(OSError):
                _remove(part)
        counts, notes = written
        return ExportReport(job.format, target, counts, notes)

    def _folder(self, reader: ExportReader, part: Path, target: Path) -> tuple[dict[str, int], tuple[str, ...]]:
        writer = MarkdownWriter(reader, part)
        writer.write(self._tell)
        if target.is_dir():
            target.rmdir()  # an empty one, as the service has made sure
        os.replace(part, target)
        return self._told_of(writer)

    def _file(self, reader: ExportReader, part: Path, target: Path) -> tuple[dict[str, int], tuple[str, ...]]:
        part.mkdir()
        writer = WxrWriter(reader, part / target.name, self._job.site)
        uploads = part / UPLOADS
        writer.write(self._tell, uploads)
        if uploads.is_dir():
            beside = target.parent / UPLOADS
            beside.mkdir(parents=True, exist_ok=True)
            for picture in uploads.iterdir():
                os.replace(picture, beside / picture.name)
        os.replace(part / target.name, target)
        return self._told_of(writer)

    def _told_of(self, writer: MarkdownWriter | WxrWriter) -> tuple[dict[str, int], tuple[str, ...]]:
        notes = tuple(message(note.code, self._job.speech, note.params) for note in writer.notes())
        return dict(writer.written), notes

    def _tell(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TICK or done == total:
            self._told = now
            self._pipe.send(("progress", (done, total, Tally())))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
