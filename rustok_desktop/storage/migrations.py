"""Upgrading a file: Alembic on the top-level ``migrations``, in one transaction, after a copy was kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rustok_desktop.storage.connection import file_uri, open_writer
from rustok_desktop.storage.identity import APPLICATION_ID, check_identity, schema_version
from rustok_desktop.storage.resources import migrations_dir


def migrate(path: Path) -> bool:
    """Bring the file to the current schema; true when something was done.

    The toolkit is imported only then: a start on a current file does not pay for it.
    """
    found = check_identity(path)
    if found == schema_version():
        return False
    if found:
        _keep_copy(path, found)
    connection = open_writer(path)
    try:
        _upgrade(connection)
    finally:
        connection.close()
    return True


def _keep_copy(path: Path, found: int) -> None:
    target = path.with_name(f"{path.stem}-before-schema-{schema_version()}-from-{found}{path.suffix}")
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(file_uri(path), uri=True, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _upgrade(connection: sqlite3.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.engine import Connection
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    # The driver is in autocommit, so the toolkit's "begin" must send one for DDL to be undone on failure.
    event.listen(engine, "begin", _begin)
    config = Config()
    config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    with engine.connect() as bound:
        config.attributes["connection"] = bound
        command.upgrade(config, "head")
        assert isinstance(bound, Connection)


def _begin(connection: object) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]


def stamp(execute: object) -> None:
    """Write our identity into the file's header; called by the migration environment in its transaction."""
    execute(f"PRAGMA application_id={APPLICATION_ID}")  # type: ignore[operator]
    execute(f"PRAGMA user_version={schema_version()}")  # type: ignore[operator]
