"""Whose file it is, upgrades, and the directory's lock."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

import rustok_desktop
import rustok_desktop.commerce.tables
import rustok_desktop.exchange.tables
import rustok_desktop.identity.tables
import rustok_desktop.index.tables
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.errors import KnownFault, Locked, NotFound
from rustok_desktop.storage import identity
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.migrations import migrate
from rustok_desktop.storage.schema import metadata


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def test_the_migrated_file_is_what_the_tables_declare(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    for package in Path(rustok_desktop.__file__).parent.glob("*/tables.py"):
        importlib.import_module(f"rustok_desktop.{package.parent.name}.tables")
    assert migrate(path) is True
    engine = create_engine(f"sqlite:///{path}")
    full_text = tuple(f"index_{of}_{what}" for of in ("products", "content") for what in ("names", "texts", "codes"))
    options = {"include_object": lambda o, name, kind, *_: not (kind == "table" and name.startswith(full_text))}
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    assert differences == []


def test_a_current_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    migrate(path)
    before = path.read_bytes()
    assert migrate(path) is False
    assert path.read_bytes() == before


def test_the_header_names_the_program_and_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    migrate(path)
    assert pragma(path, "application_id") == identity.APPLICATION_ID
    assert pragma(path, "user_version") == identity.schema_version() > 0
    assert pragma(path, "journal_mode") == "wal"


@pytest.mark.parametrize("application_id", [0, 77])
def test_a_foreign_file_is_refused_and_unchanged(tmp_path: Path, application_id: int) -> None:
    path = tmp_path / "shop.db"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={application_id}")
    connection.execute("CREATE TABLE other (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(KnownFault) as caught:
        migrate(path)
    assert caught.value.code == "foreign_file"
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(b"this is a letter to my aunt, not a shop" * 100)
    with pytest.raises(KnownFault) as caught:
        migrate(path)
    assert caught.value.code == "foreign_file"


def test_a_newer_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    migrate(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(KnownFault) as caught:
        migrate(path)
    assert caught.value.code == "newer_schema"
    assert "99" in str(caught.value)


async def test_reading_only_needs_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        await Database(tmp_path / "none.db", utc_now).open_read_only()


def test_a_failed_upgrade_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rustok_desktop.storage import migrations

    path = tmp_path / "shop.db"

    def fails(execute: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(migrations, "stamp", fails)
    with pytest.raises(RuntimeError, match="the power went"):
        migrate(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


def test_the_lock_is_exclusive_and_says_who_holds_it(tmp_path: Path) -> None:
    directory = DataDirectory(tmp_path / "with space é")
    directory.create()
    with directory.lock("the window"):
        with pytest.raises(Locked) as caught, DataDirectory(directory.root).lock():
            pass
        assert "the window" in str(caught.value)
        assert str(os.getpid()) in str(caught.value)
    with directory.lock():
        pass


def _hold(root: str, ready: object) -> None:
    with DataDirectory(Path(root)).lock("a process to be killed"):
        ready.set()
        signal.pause()


def test_a_killed_holder_releases_the_lock(tmp_path: Path) -> None:
    directory = DataDirectory(tmp_path / "d")
    directory.create()
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    process = context.Process(target=_hold, args=(str(directory.root), ready))
    process.start()
    assert ready.wait(30)
    with pytest.raises(Locked), directory.lock():
        pass
    process.kill()
    process.join()
    with directory.lock():
        pass


def test_a_folder_that_cannot_be_made_is_a_known_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownFault) as caught:
        DataDirectory(tmp_path / "file" / "below").create()
    assert caught.value.code == "cannot_write"
