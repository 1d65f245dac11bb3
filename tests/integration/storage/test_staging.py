"""Staging files: written aside, attached, copied by ranges."""

from __future__ import annotations

from pathlib import Path

import pytest

from rustok_desktop.storage.database import Database
from rustok_desktop.storage.staging import StagingFile
from rustok_desktop.storage.statements import prepare

ALL = prepare("SELECT key, value FROM sys_meta WHERE key < 'd' ORDER BY key")


def staged(path: Path) -> Path:
    file = StagingFile.open(path)
    file.connection.execute("CREATE TABLE rows (ordinal INTEGER, key TEXT, value TEXT)")
    file.connection.executemany("INSERT INTO rows VALUES (?, ?, 'new')", [(1, "a"), (2, "b"), (3, "c")])
    file.close()
    return path


async def test_ranges_of_an_attached_file_are_copied(database: Database, tmp_path: Path) -> None:
    async with database.writer.attached(staged(tmp_path / "it's #1?.db")) as schema:
        copy = prepare(
            f"INSERT INTO sys_meta SELECT key, value FROM {schema}.rows WHERE ordinal BETWEEN :low AND :high"
        )
        assert await database.writer.run(lambda uow: uow.run(copy, low=1, high=2)) == 2
        assert await database.reader.all(ALL) == [("a", "new"), ("b", "new")]
        await database.writer.run(lambda uow: uow.run(copy, low=3, high=3))
    assert await database.reader.all(ALL) == [("a", "new"), ("b", "new"), ("c", "new")]


async def test_an_attached_file_cannot_be_written_and_is_free_afterwards(database: Database, tmp_path: Path) -> None:
    path = staged(tmp_path / "staging.db")
    async with database.writer.attached(path) as schema:
        with pytest.raises(Exception, match=r"readonly|write"):
            await database.writer.run(lambda uow: uow.run(prepare(f"DELETE FROM {schema}.rows")))
    with pytest.raises(Exception, match="no such table"):
        await database.writer.run(lambda uow: uow.all(prepare(f"SELECT * FROM {schema}.rows")))
    path.unlink()
