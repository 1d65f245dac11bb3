"""Whose file this is: the application id and the schema number in its header."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.storage.connection import fault_of, file_uri
from rustok_desktop.storage.resources import migrations_dir

APPLICATION_ID = 0x52544B44  # "RTKD"


@cache
def schema_version() -> int:
    """The schema this program knows: the number of migrations it ships."""
    return len([path for path in (migrations_dir() / "versions").glob("*.py") if path.name[0].isdigit()])


def check_identity(path: Path, *, exactly: bool = False) -> int:
    """The file's schema number, 0 for a missing or empty file.

    KnownFault ``foreign_file`` when it belongs to another program, ``newer_schema`` when a newer release
    wrote it, ``older_schema`` (only with ``exactly``) when it still needs an upgrade.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        connection = sqlite3.connect(file_uri(path, read_only=True), uri=True)
        try:
            application, version, tables = connection.execute(
                "SELECT (SELECT application_id FROM pragma_application_id), "
                "(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)"
            ).fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
    if application != APPLICATION_ID and (application or tables):
        raise KnownFault("foreign_file", path=str(path))
    known = schema_version()
    if version > known:
        raise KnownFault("newer_schema", found=version, known=known)
    if exactly and version < known:
        raise KnownFault("older_schema", found=version, known=known)
    return int(version)
