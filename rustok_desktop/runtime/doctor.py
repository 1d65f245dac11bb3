"""Is everything here that the program needs, and is the data sound? Looks only; changes nothing."""

from __future__ import annotations

import asyncio
import platform as machine
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from rustok_desktop import __version__
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import AppError, Locked
from rustok_desktop.index.schemas import ProjectionStatus
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.identity import check_identity, schema_version
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.resources import migrations_dir, resources_dir
from rustok_desktop.storage.statements import prepare

DISK_WANTED = 256 * 1024 * 1024  # bytes; an import of 100,000 products fits
SQLITE_WANTED = (3, 38, 0)  # the first with everything the tables and searches use
_SHOWN = ("PySide6-Essentials", "SQLAlchemy", "aiosqlite", "alembic", "pydantic", "structlog", "typer")
_FONTS, _ICONS = "fonts/*.otf", "icons/*.svg"
_QUICK_CHECK = prepare("PRAGMA quick_check(5)")
_FOREIGN_KEYS = prepare("PRAGMA foreign_key_check")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``detail`` is for people."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All checks, and what is installed."""

    checks: tuple[Check, ...]
    versions: dict[str, str]

    @property
    def healthy(self) -> bool:
        """Whether every check passed."""
        return all(check.ok for check in self.checks)


class _Database(Protocol):
    @property
    def reader(self) -> Reader: ...


class _Index(Protocol):
    async def status(self, ctx: Context, /) -> Sequence[ProjectionStatus]: ...


class Patient(Protocol):
    """What the examination needs of an open platform."""

    @property
    def database(self) -> _Database: ...
    @property
    def index(self) -> _Index: ...
    def context(self) -> Context: ...


OpenReading = Callable[[], AbstractAsyncContextManager[Patient]]


async def examine(directory: DataDirectory, open_reading: OpenReading) -> Diagnosis:
    """Look at the surroundings, then at the data through a platform opened for reading only."""
    around = await asyncio.to_thread(surroundings, directory)
    if not directory.database.exists():
        return Diagnosis((*around, Check("database", True, "no shop yet")), versions())
    try:
        async with open_reading() as patient:
            inside = await _inside(patient)
    except AppError as error:
        inside = (Check("database", False, error.text()),)
    return Diagnosis((*around, *inside), versions())


def surroundings(directory: DataDirectory) -> tuple[Check, ...]:
    """Everything that can be said without opening the shop."""
    return (
        _writable(directory),
        _lock(directory),
        _disk(directory),
        _sqlite(),
        _full_text(),
        _resources(),
        _migrations(directory),
    )


def versions() -> dict[str, str]:
    """Program, interpreter, system and the main libraries."""
    found = {
        "rustok-desktop": __version__,
        "python": machine.python_version(),
        "system": machine.platform(),
        "sqlite": sqlite3.sqlite_version,
        "schema": str(schema_version()),
    }
    for name in _SHOWN:
        try:
            found[name.lower()] = version(name)
        except PackageNotFoundError:  # the packaged program carries no metadata of some
            continue
    return found


def _writable(directory: DataDirectory) -> Check:
    root = directory.root
    if root.exists() and not root.is_dir():
        return Check("data_directory", False, f"{root} is not a folder")
    existing = next((path for path in (root, *root.parents) if path.is_dir()), None)
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        return Check("data_directory", False, f"{root}: {error.strerror or error}")
    return Check("data_directory", True, f"{root}" if existing == root else f"{root} (not made yet)")


def _lock(directory: DataDirectory) -> Check:
    if not directory.lock_file.exists():
        return Check("lock", True, "free")
    try:
        with directory.lock("doctor"):
            return Check("lock", True, "free")
    except Locked:
        return Check("lock", True, f"held by {directory.holder() or 'another process'}")
    except AppError as error:
        return Check("lock", False, error.text())


def _disk(directory: DataDirectory) -> Check:
    existing = next(path for path in (directory.root, *directory.root.absolute().parents) if path.is_dir())
    free = shutil.disk_usage(existing).free
    return Check("disk_space", free >= DISK_WANTED, f"{free / 1024**3:.1f} GiB free")


def _sqlite() -> Check:
    return Check("sqlite", sqlite3.sqlite_version_info >= SQLITE_WANTED, sqlite3.sqlite_version)


def _full_text() -> Check:
    connection = sqlite3.connect(":memory:")
    try:
        for tokenizer in ("unicode61 remove_diacritics 2", "trigram"):
            connection.execute(f'CREATE VIRTUAL TABLE "{tokenizer}" USING fts5(a, tokenize="{tokenizer}")')
    except sqlite3.OperationalError as error:
        return Check("full_text_search", False, str(error))
    finally:
        connection.close()
    return Check("full_text_search", True, "FTS5 with trigrams")


def _resources() -> Check:
    try:
        root = resources_dir()
    except FileNotFoundError as error:
        return Check("resources", False, str(error))
    fonts, icons = (len(list(root.glob(pattern))) for pattern in (_FONTS, _ICONS))
    return Check("resources", bool(fonts and icons), f"{fonts} fonts, {icons} icons")


def _migrations(directory: DataDirectory) -> Check:
    try:
        migrations_dir()
        known = schema_version()
        found = check_identity(directory.database)
    except FileNotFoundError as error:
        return Check("migrations", False, str(error))
    except AppError as error:
        return Check("migrations", False, error.text())
    detail = f"schema {known}" if found in (0, known) else f"schema {known}, the data has {found}"
    return Check("migrations", known > 0, detail)


async def _inside(patient: Patient) -> tuple[Check, ...]:
    """Each on its own: in a damaged file one of them may not even run."""
    checks: list[Check] = []
    for name, look in (("database", _whole), ("foreign_keys", _orphans), ("index", _projections)):
        try:
            checks += await look(patient)
        except sqlite3.Error as error:
            checks.append(Check(name, False, str(error)))
    return tuple(checks)


async def _whole(patient: Patient) -> list[Check]:
    damage = [str(row[0]) for row in await patient.database.reader.all(_QUICK_CHECK)]
    return [Check("database", damage == ["ok"], "; ".join(damage))]


async def _orphans(patient: Patient) -> list[Check]:
    tables = sorted({str(row[0]) for row in await patient.database.reader.all(_FOREIGN_KEYS)})
    return [Check("foreign_keys", not tables, f"broken in {', '.join(tables)}" if tables else "ok")]


async def _projections(patient: Patient) -> list[Check]:
    return [_projection(status) for status in await patient.index.status(patient.context())]


def _projection(status: ProjectionStatus) -> Check:
    state = status.state if not status.lag else f"{status.state}, {status.lag} events behind"
    detail = f"{state}, {status.rows} rows" + (f": {status.detail}" if status.detail else "")
    return Check(f"index {status.name}", status.state != "failing", detail)
