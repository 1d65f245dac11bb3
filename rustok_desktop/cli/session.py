"""Running a command: the platform opened and closed around it, errors turned into exit codes."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rustok_desktop.cli.options import GlobalOptions
from rustok_desktop.cli.output import (
    BAD_USE,
    BUG,
    INTERRUPTED,
    LOCKED,
    Answer,
    error_fields,
    show,
    show_error,
)
from rustok_desktop.core.errors import AppError, Locked
from rustok_desktop.core.messages import message

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

T = TypeVar("T")
Work = Callable[["Platform"], Awaitable[Answer]]

_SCREEN_LEVEL = "warning"
_PATIENCE_SECONDS = 20.0


class ReportedBug(Exception):
    """A bug that is logged; ``report`` is the file that tells more, or None."""

    def __init__(self, report: Path | None) -> None:
        super().__init__(str(report))
        self.report = report


@asynccontextmanager
async def opened(options: GlobalOptions, *, read_only: bool) -> AsyncIterator[Platform]:
    """An open platform, closed again whatever happens inside."""
    from rustok_desktop.app import build

    platform = build(options.settings(), read_only=read_only)
    await platform.open()
    try:
        yield platform
    finally:
        await platform.close()


def run_on_platform(options: GlobalOptions, work: Work, *, read_only: bool) -> int:
    """Open, work, close, print the answer; the exit code. Only a writing command logs to the file."""

    async def session() -> Answer:
        async with opened(options, read_only=read_only) as platform:
            return await work(platform)

    return run_async(options, session, log_to_file=not read_only)


def run_async(options: GlobalOptions, session: Callable[[], Awaitable[Answer]], *, log_to_file: bool = False) -> int:
    """Run a coroutine that answers, with logs on the error stream; the exit code."""
    from rustok_desktop.telemetry.logging import configure_logging

    # Two processes must not rotate one file: only the holder of the lock writes there (the file is
    # opened with the first line, which is after the lock was taken).
    handle = configure_logging(
        options.data_dir / "logs" if log_to_file else None,
        options.log_level or "info",
        stderr_json=options.json,
        stderr_level=None if options.log_level else _SCREEN_LEVEL,
    )
    try:
        return show(asyncio.run(_awaited(session)), as_json=options.json)
    except (AppError, BrokenPipeError):
        raise
    except KeyboardInterrupt as error:  # the parser would end silently, even where JSON was asked for
        return report_failure(error, as_json=options.json)
    except Exception as error:
        raise ReportedBug(_leave_report(options, error)) from error
    finally:
        handle.close()


def _leave_report(options: GlobalOptions, error: Exception) -> Path | None:
    """Log the bug and write a crash report, if there is a data directory to write it to."""
    from rustok_desktop.runtime.crash_log import CrashLog

    if options.data_dir.is_dir():
        (options.data_dir / "logs").mkdir(exist_ok=True)
    return CrashLog(options.data_dir / "logs").report(error)


async def _awaited(session: Callable[[], Awaitable[T]]) -> T:
    return await session()


async def catch_up(platform: Platform, patience: float = _PATIENCE_SECONDS) -> bool:
    """Wait until the index shows what was just written; false when it no longer gets on (the log says so)."""
    from rustok_desktop.telemetry.logging import get_logger

    before = -1
    while not await platform.consumers.drain(patience):
        reached = sum(status.position for status in await platform.consumers.status())
        if reached == before:
            get_logger(__name__).warning("the index is behind and does not get on", position=reached)
            return False
        before = reached
    return True


def report_failure(error: BaseException, *, as_json: bool) -> int:
    """Say what went wrong, in the caller's form; the exit code that belongs to it."""
    if isinstance(error, KeyboardInterrupt):
        show_error("cancelled", message("cancelled"), as_json=as_json)
        return INTERRUPTED
    if isinstance(error, AppError):
        show_error(error.code, error.text(), error_fields(error), as_json=as_json)
        return LOCKED if isinstance(error, Locked) else BAD_USE
    if isinstance(error, ReportedBug):  # the log has told it on the error stream already
        if error.report is not None:
            print(f"Report: {error.report}", file=sys.stderr)
    else:
        traceback.print_exception(error, file=sys.stderr)
    show_error("bug", message("bug"), as_json=as_json)
    return BUG
