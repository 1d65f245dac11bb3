"""Reports of bugs, and the trace of a crash found at the next start."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rustok_desktop import __version__
from rustok_desktop.runtime.crash_log import FATAL_FILE, KEEP, CrashLog


class Ticking:
    """A clock that never gives the same time twice."""

    def __init__(self) -> None:
        self.ticks = 0

    def __call__(self) -> str:
        self.ticks += 1
        return f"2026-11-20T18:07:55.{self.ticks:06d}Z"


@pytest.fixture
def crash_log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path, Ticking())


def _raised(number: int = 0) -> Exception:
    try:
        exec(compile("\n" * number + "1 / 0", "somewhere.py", "exec"))
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_report_holds_versions_traceback_and_the_last_lines(crash_log: CrashLog, tmp_path: Path) -> None:
    (tmp_path / "rustok.log").write_text("".join(f"line {n} — ok\n" for n in range(5000)), encoding="utf-8")
    path = crash_log.report(_raised())
    assert path is not None
    assert path.parent == tmp_path
    text = path.read_text(encoding="utf-8")
    assert text.startswith("2026-11-20T18:07:55.")
    assert f"rustok-desktop {__version__}" in text
    assert "ZeroDivisionError: division by zero" in text
    assert "line 4999 — ok" in text
    assert "line 4959 " not in text


def test_the_same_bug_is_written_once_and_told_each_time(crash_log: CrashLog, tmp_path: Path) -> None:
    told: list[Path | None] = []
    crash_log.listen(lambda _error, path: told.append(path))
    error = _raised()
    assert crash_log.report(error) is not None
    assert crash_log.report(error) is None
    assert crash_log.report(_raised(3)) is not None
    assert len(list(tmp_path.glob("crash-*.txt"))) == 2
    assert [path is None for path in told] == [False, True, False]


def test_only_the_newest_reports_are_kept(crash_log: CrashLog, tmp_path: Path) -> None:
    written = [crash_log.report(_raised(number)) for number in range(KEEP + 5)]
    assert sorted(tmp_path.glob("crash-*.txt")) == written[5:]


def test_a_report_that_cannot_be_written_is_no_second_failure(tmp_path: Path) -> None:
    crash_log = CrashLog(tmp_path / "missing", Ticking())
    assert crash_log.report(_raised()) is None


_PROGRAM = """
import sys, threading
from pathlib import Path
from rustok_desktop.runtime.crash_log import CrashLog
log = CrashLog(Path(sys.argv[1]))
log.install()
def broken():
    raise RuntimeError("in a thread")
if sys.argv[2] == "abort":
    import faulthandler
    faulthandler._sigsegv()
elif sys.argv[2] == "thread":
    thread = threading.Thread(target=broken); thread.start(); thread.join()
elif sys.argv[2] == "main":
    raise RuntimeError("in main")
elif sys.argv[2] == "interrupt":
    raise KeyboardInterrupt
log.uninstall(); log.uninstall()
print(log.previous.read_text() if log.previous else "clean")
"""


def _run(logs: Path, what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(logs), what], capture_output=True, text=True, timeout=60, check=False
    )


def test_a_hard_crash_is_found_at_the_next_start(tmp_path: Path) -> None:
    assert _run(tmp_path, "nothing").stdout == "clean\n"
    assert _run(tmp_path, "abort").returncode != 0
    assert "Segmentation fault" in (tmp_path / FATAL_FILE).read_text()
    assert "Segmentation fault" in _run(tmp_path, "nothing").stdout
    assert _run(tmp_path, "nothing").stdout == "clean\n"


@pytest.mark.parametrize(("where", "message"), [("thread", "in a thread"), ("main", "in main")])
def test_what_nothing_caught_is_reported(tmp_path: Path, where: str, message: str) -> None:
    done = _run(tmp_path, where)
    (report,) = tmp_path.glob("crash-*.txt")
    assert f"RuntimeError: {message}" in report.read_text()
    assert f"RuntimeError: {message}" in done.stderr


def test_an_interrupt_is_no_bug(tmp_path: Path) -> None:
    assert _run(tmp_path, "interrupt").returncode != 0
    assert list(tmp_path.glob("crash-*.txt")) == []


def test_hooks_are_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda file: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    before = (sys.excepthook, threading.excepthook)
    crash_log = CrashLog(tmp_path)
    crash_log.install()
    assert (sys.excepthook, threading.excepthook) != before
    crash_log.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
