"""Alembic's environment: runs on the connection it is given, in one transaction, and stamps the file."""

from __future__ import annotations

from typing import Any

from alembic import context

from rustok_desktop.storage.migrations import stamp
from rustok_desktop.storage.schema import metadata

# FTS5 keeps its own tables beside the declared ones; autogeneration must not propose to drop them.
_FULL_TEXT = ("index_products_names", "index_products_texts", "index_products_codes")


def _ours(_object: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith(_FULL_TEXT))


def run() -> None:
    """Upgrade (or, for a draft, only compare) on the connection in ``config.attributes``."""
    attributes = context.config.attributes
    context.configure(
        connection=attributes["connection"],
        target_metadata=attributes.get("metadata", metadata),
        transactional_ddl=True,  # SQLite undoes DDL as long as a real BEGIN was sent
        include_object=_ours,
    )
    with context.begin_transaction():
        context.run_migrations()
        if not attributes.get("draft"):
            stamp(attributes["connection"].exec_driver_sql)


run()
