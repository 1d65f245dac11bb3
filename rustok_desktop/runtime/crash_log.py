"""What is left behind when the program fails: a report per bug, and a trace even of a hard crash.

Light on purpose: it is installed first, before anything that could fail.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from rustok_desktop import __version__
from rustok_desktop.core.clock import Clock, utc_now

FATAL_FILE = "crash.log"
KEEP = 20
_LOG_FILE, _LOG_BYTES, _LOG_LINES = "rustok.log", 16 * 1024, 40
_SHOWN = ("PySide6", "sqlalchemy", "aiosqlite", "pydantic", "apscheduler")
_log = logging.getLogger(__name__)


class CrashLog:
    """Reports go to ``logs`` as ``crash-<time>.txt``; the newest ``KEEP`` are kept.

    ``previous`` is the trace of a hard crash (a signal, an abort) of the run before, or None.
    """

    def __init__(self, logs: Path, clock: Clock = utc_now) -> None:
        self.previous: Path | None = None
        self._logs = logs
        self._clock = clock
        self._fatal: IO[str] | None = None
        self._lock = threading.Lock()
        self._seen: set[tuple[object, ...]] = set()
        self._listeners: tuple[Callable[[BaseException, Path | None], None], ...] = ()
        self._hooks = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Catch what nothing else catches, on every thread. KeyboardInterrupt and SystemExit pass by."""
        self._logs.mkdir(parents=True, exist_ok=True)
        fatal = self._logs / FATAL_FILE
        self.previous = self._set_aside(fatal)
        self._fatal = fatal.open("a", encoding="utf-8")
        faulthandler.enable(self._fatal)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def uninstall(self) -> None:
        """Put the hooks back. Safe to call twice."""
        if self._fatal is None:
            return
        sys.excepthook, threading.excepthook = self._hooks
        faulthandler.disable()
        self._fatal.close()
        self._fatal = None

    def listen(self, listener: Callable[[BaseException, Path | None], None]) -> None:
        """Call ``listener(error, report)`` for every bug, on the thread where it happened."""
        self._listeners = (*self._listeners, listener)

    def report(self, error: BaseException) -> Path | None:
        """Log a bug and write its report. None when the same bug was written before, or could not be."""
        _log.error("%s: %s", type(error).__name__, error, exc_info=error)
        with self._lock:
            mark = _fingerprint(error)
            fresh = mark not in self._seen
            self._seen.add(mark)
        path = self._write(error) if fresh else None
        for listener in self._listeners:
            listener(error, path)
        return path

    def text(self, error: BaseException) -> str:
        """The report: when, versions, traceback, the last lines of the log."""
        from traceback import format_exception

        versions = "\n".join(f"{name} {version}" for name, version in versions_now().items())
        lines = "\n".join(self._last_lines())
        return f"{self._clock()}\n{versions}\n\n{''.join(format_exception(error))}\n{lines}\n"

    def _write(self, error: BaseException) -> Path | None:
        path = self._logs / f"crash-{self._clock().replace(':', '-')}.txt"
        try:
            path.write_text(self.text(error), encoding="utf-8")
            for old in sorted(self._logs.glob("crash-*.txt"))[:-KEEP]:
                old.unlink(missing_ok=True)
        except OSError:
            _log.exception("the crash report could not be written")
            return None
        return path

    def _set_aside(self, fatal: Path) -> Path | None:
        with suppress(OSError):
            if fatal.stat().st_size:
                return fatal.replace(self._logs / f"crash-{self._clock().replace(':', '-')}-fatal.txt")
        return None

    def _last_lines(self) -> list[str]:
        with suppress(OSError), (self._logs / _LOG_FILE).open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _LOG_BYTES))
            return file.read().decode("utf-8", "replace").splitlines()[-_LOG_LINES:]
        return []

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.report(error)
        self._hooks[0](kind, error, trace)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self.report(args.exc_value)
        self._hooks[1](args)


def versions_now() -> dict[str, str]:
    """The program's version and those of what is loaded at this moment."""
    import platform

    found = {"rustok-desktop": __version__, "python": platform.python_version(), "system": platform.platform()}
    if "sqlite3" in sys.modules:
        found["sqlite"] = sys.modules["sqlite3"].sqlite_version
    for name in _SHOWN:
        version = getattr(sys.modules.get(name), "__version__", None)
        if version is not None:
            found[name] = str(version)
    return found


def _fingerprint(error: BaseException) -> tuple[object, ...]:
    places: list[object] = [type(error)]
    trace = error.__traceback__
    while trace is not None:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    return tuple(places) if len(places) > 1 else (type(error), str(error))
