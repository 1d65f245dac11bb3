"""The doctor: every check can fail, and none of them changes anything."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import KnownFault
from rustok_desktop.core.ids import new_id
from rustok_desktop.index.schemas import ProjectionStatus
from rustok_desktop.runtime import doctor
from rustok_desktop.runtime.doctor import Diagnosis, examine, surroundings
from rustok_desktop.storage.data_dir import DataDirectory

READY = ProjectionStatus("products", 7, 7, 0, 100, "ready")


class FakeReader:
    """Answers of the two checks inside the file."""

    def __init__(self, damage: list[str], orphans: list[str]) -> None:
        self._damage = [(line,) for line in damage]
        self._orphans = [(table, 1, "products", 0) for table in orphans]

    async def all(self, statement: Any) -> list[tuple[Any, ...]]:
        if not self._damage:
            raise sqlite3.DatabaseError("malformed")
        return self._damage if "quick_check" in statement.sql else self._orphans


def _patient(
    damage: list[str] | None = None, orphans: list[str] | None = None, status: ProjectionStatus = READY
) -> Callable[[], AbstractAsyncContextManager[Any]]:
    @asynccontextmanager
    async def opened() -> AsyncIterator[Any]:
        async def state(ctx: Context) -> tuple[ProjectionStatus, ...]:
            return (status,)

        yield SimpleNamespace(
            database=SimpleNamespace(reader=FakeReader(["ok"] if damage is None else damage, orphans or [])),
            index=SimpleNamespace(status=state),
            context=lambda: Context(new_id(), Role.SUPER_ADMIN),
        )

    return opened


@pytest.fixture
def directory(tmp_path: Path) -> DataDirectory:
    directory = DataDirectory(tmp_path / "data")
    directory.create()
    sqlite3.connect(directory.database).close()
    directory.database.touch()
    return directory


def _failed(found: Diagnosis) -> set[str]:
    return {check.name for check in found.checks if not check.ok}


async def test_a_sound_installation_passes(directory: DataDirectory) -> None:
    found = await examine(directory, _patient())
    assert _failed(found) == set()
    assert found.healthy
    assert [check.name for check in found.checks] == [
        *("data_directory", "lock", "disk_space", "sqlite", "full_text_search", "resources", "migrations"),
        *("database", "foreign_keys", "index products"),
    ]
    assert {"rustok-desktop", "python", "sqlite", "schema", "sqlalchemy"} <= set(found.versions)


async def test_before_the_first_start_nothing_is_made(tmp_path: Path) -> None:
    directory = DataDirectory(tmp_path / "new")
    found = await examine(directory, _patient())
    assert found.healthy
    assert not directory.root.exists()


async def test_damage_inside_the_file_is_told(directory: DataDirectory) -> None:
    failing = ProjectionStatus("products", 3, 9, 6, 100, "failing", "2")
    found = await examine(directory, _patient(["row 3 missing"], ["prices", "prices"], failing))
    assert _failed(found) == {"database", "foreign_keys", "index products"}
    details = {check.name: check.detail for check in found.checks}
    assert details["database"] == "row 3 missing"
    assert details["foreign_keys"] == "broken in prices"
    assert "6 events behind" in details["index products"]


async def test_a_file_too_damaged_to_look_into_is_told(directory: DataDirectory) -> None:
    found = await examine(directory, _patient(damage=[]))
    assert _failed(found) == {"database", "foreign_keys"}
    assert {check.name: check.detail for check in found.checks}["database"] == "malformed"


async def test_an_index_that_is_only_behind_is_well(directory: DataDirectory) -> None:
    behind = ProjectionStatus("products", 3, 9, 6, 100, "behind")
    assert (await examine(directory, _patient(status=behind))).healthy


async def test_a_file_that_cannot_be_opened_is_told(directory: DataDirectory) -> None:
    @asynccontextmanager
    async def refused() -> AsyncIterator[Any]:
        raise KnownFault("newer_schema", found=9, known=1)
        yield

    found = await examine(directory, refused)
    assert "database" in _failed(found)
    assert not found.healthy


def test_a_held_lock_is_no_fault(directory: DataDirectory) -> None:
    with directory.lock("window"):
        checks = {check.name: check for check in surroundings(directory)}
    assert checks["lock"].ok
    assert "window" in checks["lock"].detail


def test_a_foreign_file_is_told(directory: DataDirectory) -> None:
    directory.database.write_bytes(b"not a database, but long enough to be read as one" * 100)
    checks = {check.name: check for check in surroundings(directory)}
    assert not checks["migrations"].ok


def test_missing_resources_and_space_are_told(
    directory: DataDirectory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "resources_dir", lambda: tmp_path)
    monkeypatch.setattr(doctor, "DISK_WANTED", 2**62)
    monkeypatch.setattr(doctor, "SQLITE_WANTED", (99, 0, 0))
    failed = {check.name for check in surroundings(directory) if not check.ok}
    assert failed == {"resources", "disk_space", "sqlite"}


def test_a_directory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    checks = {check.name: check for check in surroundings(DataDirectory(tmp_path / "file"))}
    assert checks["data_directory"].ok is False
