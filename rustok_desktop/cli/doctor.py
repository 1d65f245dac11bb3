"""``doctor``: is everything here that the program needs, and is the data sound?"""

from __future__ import annotations

from dataclasses import asdict

import typer

from rustok_desktop.cli.options import GlobalOptions
from rustok_desktop.cli.output import DONE, DONE_WITH_REJECTS, Answer, pairs, table
from rustok_desktop.cli.session import opened, run_async


def doctor(context: typer.Context) -> int:
    """Check the installation and the data. Changes nothing; works while the window is open."""
    options: GlobalOptions = context.obj

    async def session() -> Answer:
        from rustok_desktop.runtime.doctor import Diagnosis, examine
        from rustok_desktop.storage.data_dir import DataDirectory

        found: Diagnosis = await examine(DataDirectory(options.data_dir), lambda: opened(options, read_only=True))
        rows = [("ok" if check.ok else "FAILED", check.name, check.detail) for check in found.checks]
        return Answer(
            asdict(found),
            lambda: f"{table(('', 'check', 'detail'), rows)}\n\n{pairs(found.versions.items())}",
            DONE if found.healthy else DONE_WITH_REJECTS,
        )

    return run_async(options, session)
