"""Runs the worker process of one plan from the core loop."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from rustok_desktop.core import errors
from rustok_desktop.exchange import worker
from rustok_desktop.exchange.schemas import ImportProgress
from rustok_desktop.exchange.worker import Job, Planned, Staged

OnProgress = Callable[[ImportProgress], None]
OnStaged = Callable[[Staged], None]
_POLL = 0.25  # seconds; how long a cancelled wait may linger in its thread
_GRACE = 3.0  # seconds for the worker to stop by itself
_RAISED = {cls.__name__: cls for cls in (errors.UserError, errors.NotFound, errors.KnownFault, errors.Locked)}


class WorkerFailed(RuntimeError):
    """The worker ended without an answer, or failed by a bug; the text is its traceback."""


async def run_plan(job: Job, on_progress: OnProgress | None, on_staged: OnStaged | None = None) -> Planned:
    """The worker's result; of a streamed job every batch is told to ``on_staged`` before. Errors as run_worker's."""
    planned: Planned = await run_worker(worker.main, job, on_progress, on_staged)
    return planned


async def run_worker(
    main: Callable[..., None], job: object, on_progress: OnProgress | None, on_staged: OnStaged | None = None
) -> Any:
    """What ``main(job, pipe, cancelled)`` answers from a process of its own.

    UserError and KnownFault as it raised them; cancelling the caller ends the process.
    """
    # A fresh interpreter: a copy of this one would inherit its threads' locks and open databases.
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    cancelled = context.Event()
    process = context.Process(target=main, args=(job, sender, cancelled), name="rustok-import", daemon=True)
    try:
        await asyncio.to_thread(process.start)
        sender.close()
        return await _listen(process, receiver, on_progress, on_staged)
    except asyncio.CancelledError:
        cancelled.set()
        raise
    finally:
        # Also while being cancelled: the process must be gone before its files are removed.
        await asyncio.shield(asyncio.to_thread(_end, process))
        receiver.close()


async def _listen(
    process: SpawnProcess, receiver: Connection, on_progress: OnProgress | None, on_staged: OnStaged | None
) -> Any:
    while True:
        kind, value = await asyncio.to_thread(_receive, process, receiver)
        if kind == "progress" and on_progress is not None:
            done, total, tally = value
            on_progress(ImportProgress("read", done, total, tally))
        elif kind == "staged" and on_staged is not None:
            on_staged(value)
        elif kind == "done":
            return value
        elif kind == "refused":
            name, code, params = value
            raise _RAISED.get(name, errors.UserError)(code, **params)
        elif kind in ("bug", "ended"):
            raise WorkerFailed(str(value))


def _receive(process: SpawnProcess, receiver: Connection) -> tuple[str, Any]:
    """The next message; ``quiet`` after a while without one, ``ended`` when there will be none."""
    try:
        if receiver.poll(_POLL):
            kind, value = receiver.recv()
            return kind, value
    except (EOFError, OSError):
        process.join(_GRACE)
        return "ended", f"the import worker ended with code {process.exitcode}"
    return "quiet", None


def _end(process: SpawnProcess) -> None:
    if process.pid is None:
        return
    process.join(_GRACE)
    if process.is_alive():
        process.terminate()
        process.join(_GRACE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()
