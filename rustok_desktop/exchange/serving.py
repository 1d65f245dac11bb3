"""What every worker process of an import does around its work: stand back, answer once, end quietly."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from rustok_desktop.core.errors import AppError
from rustok_desktop.storage.connection import fault_of


class Cancelled(Exception):
    """The plan is no longer wanted."""


def serve(pipe: Connection, staging: Path, nice: int, plan: Callable[[], Any]) -> None:
    """Sends ``(kind, value)``: what ``plan`` sends on the way; then done, refused, cancelled or bug."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which then tells us
    with suppress(AttributeError, OSError):
        os.nice(nice)
    gc.set_threshold(50_000, 20, 20)  # millions of short-lived rows, hardly a cycle among them
    try:
        answer: tuple[str, Any] = ("done", plan())
    except Cancelled:
        answer = ("cancelled", None)
    except AppError as error:
        answer = _refusal(error)
    except sqlite3.Error as error:
        fault = fault_of(error, staging)
        answer = _refusal(fault) if isinstance(fault, AppError) else ("bug", traceback.format_exc())
    except BrokenPipeError:  # the parent is gone
        return
    except Exception:  # noqa: BLE001 - handed to the parent, which raises it there
        answer = ("bug", traceback.format_exc())
    with suppress(BrokenPipeError):
        pipe.send(answer)
    pipe.close()


def _refusal(error: AppError) -> tuple[str, Any]:
    return ("refused", (type(error).__name__, error.code, error.params))
