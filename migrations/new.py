"""Write a new migration from what the tables say now: ``python migrations/new.py "what changes"``.

Autogeneration is a draft: read it, add data steps, and number the file by hand if two branches met.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import rustok_desktop
import rustok_desktop.commerce.tables
import rustok_desktop.content.tables
import rustok_desktop.exchange.tables
import rustok_desktop.identity.tables
import rustok_desktop.index.tables
import rustok_desktop.taxonomy.tables
from rustok_desktop.storage.migrations import migrate
from rustok_desktop.storage.schema import metadata

HERE = Path(__file__).parent


def declare_tables() -> None:
    """Import every ``tables`` module, so that the metadata knows all tables."""
    for package in Path(rustok_desktop.__file__).parent.glob("*/tables.py"):
        importlib.import_module(f"rustok_desktop.{package.parent.name}.tables")


def main(message: str) -> None:
    """Compare a freshly migrated file with the declared tables and write the difference."""
    declare_tables()
    number = f"{len(list((HERE / 'versions').glob('[0-9]*.py'))) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        if number != "0001":
            migrate(path)
        engine = create_engine(f"sqlite:///{path}")
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        with engine.connect() as connection:
            config.attributes.update(connection=connection, metadata=metadata, draft=True)
            command.revision(config, message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
