"""The schema base: one metadata for all tables, and the column types whose values need no conversion.

Values travel as what the driver holds: ids and times are text, flags are 0/1, JSON is text. That keeps
prepared statements (see :mod:`rustok_desktop.storage.statements`) free of per-row processing.
"""

from __future__ import annotations

from sqlalchemy import MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(36)  # UUIDv7, canonical text
TIME = String(27)  # UTC, ISO 8601 with microseconds, fixed width
