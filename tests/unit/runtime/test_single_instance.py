"""A second start finds the first one, across processes; a dead one is not in the way."""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rustok_desktop.core.errors import Locked
from rustok_desktop.runtime.single_instance import SingleInstance, address_of, request

posix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes leave nothing behind")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Short: a socket's name may have 107 characters."""
    path = Path(tempfile.mkdtemp(prefix="rk"))
    yield path
    shutil.rmtree(path)


def _serving(data: Path, folder: Path) -> tuple[SingleInstance, queue.SimpleQueue[tuple[str, ...]]]:
    first = SingleInstance(data, folder)
    got: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()
    assert not first.hand_over(request())
    assert first.claim()
    first.serve(got.put, lambda closure: closure())
    return first, got


def test_a_second_start_hands_over_its_request(tmp_path: Path, folder: Path) -> None:
    first, got = _serving(tmp_path, folder)
    second = SingleInstance(tmp_path, folder)
    assert second.hand_over(request())
    assert second.hand_over(request(Path("каталог 1.csv")))
    assert got.get(timeout=20) == ("raise",)
    assert got.get(timeout=20) == ("open", str(Path.cwd() / "каталог 1.csv"))
    first.close()
    first.close()
    assert not second.hand_over(request())
    assert not [thread for thread in threading.enumerate() if thread.name == "rustok-instance"]


def test_the_message_is_given_by_deliver(tmp_path: Path, folder: Path) -> None:
    first = SingleInstance(tmp_path, folder)
    assert first.claim()
    posted: list[Callable[[], None]] = []
    got: list[tuple[str, ...]] = []
    first.serve(got.append, posted.append)
    assert SingleInstance(tmp_path, folder).hand_over(request())
    assert got == []
    posted[0]()
    assert got == [("raise",)]
    first.close()


def test_another_process_is_the_second_start(tmp_path: Path, folder: Path) -> None:
    first, got = _serving(tmp_path, folder)
    code = (
        "import sys; from pathlib import Path; from rustok_desktop.runtime.single_instance import *\n"
        "sys.exit(0 if SingleInstance(Path(sys.argv[1]), Path(sys.argv[2])).hand_over(RAISE) else 3)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(folder)], check=False, timeout=60)
    assert done.returncode == 0
    assert got.get(timeout=20) == ("raise",)
    first.close()


def test_a_start_before_the_window_is_served_waits_for_it(tmp_path: Path, folder: Path) -> None:
    first = SingleInstance(tmp_path, folder)
    assert first.claim()
    answers: list[bool] = []
    other = threading.Thread(target=lambda: answers.append(SingleInstance(tmp_path, folder).hand_over(request())))
    other.start()
    got: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()
    first.serve(got.put, lambda closure: closure())
    other.join(5)
    assert answers == [True]
    first.close()


def test_an_instance_that_does_not_answer_is_named(tmp_path: Path, folder: Path) -> None:
    first = SingleInstance(tmp_path, folder)
    assert first.claim()
    with pytest.raises(Locked, match="already running"):
        SingleInstance(tmp_path, folder).hand_over(request(), timeout=0.05)
    assert not SingleInstance(tmp_path, folder).claim()
    first.close()


@posix
def test_a_stale_socket_is_removed(tmp_path: Path, folder: Path) -> None:
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(address_of(tmp_path, folder))
    dead.close()
    first, got = _serving(tmp_path, folder)
    assert SingleInstance(tmp_path, folder).hand_over(request())
    assert got.get(timeout=20) == ("raise",)
    first.close()
    assert os.listdir(folder) == []


@posix
def test_rubbish_does_not_end_the_service(tmp_path: Path, folder: Path) -> None:
    first, got = _serving(tmp_path, folder)
    for rubbish in (b"", b"\x00\x00\x00\x05{not}", b"\x00\x00\x00\x021\n", b"\x7f\xff\xff\xff...."):
        with socket.socket(socket.AF_UNIX) as peer:
            peer.connect(address_of(tmp_path, folder))
            peer.sendall(rubbish)
    assert SingleInstance(tmp_path, folder).hand_over(request())
    assert got.get(timeout=20) == ("raise",)
    assert got.empty()
    first.close()


@posix
def test_a_place_that_cannot_hold_a_socket_is_no_reason_to_fail(tmp_path: Path, folder: Path) -> None:
    nowhere = SingleInstance(tmp_path, folder / "missing")
    assert not nowhere.hand_over(request())
    assert not nowhere.claim()
    nowhere.serve(lambda _: None, lambda closure: closure())
    nowhere.close()


def test_each_directory_and_user_has_an_address_of_its_own(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert address_of(one, folder) == address_of(one / ".." / "one", folder)
    assert address_of(one, folder) != address_of(two, folder)
    mine = address_of(one, folder)
    monkeypatch.setenv("USERNAME", "somebody else")
    monkeypatch.setattr(os, "getuid", lambda: 4242, raising=False)
    assert address_of(one, folder) != mine


@posix
def test_without_a_runtime_directory_the_socket_lies_in_a_private_folder(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    place = Path(address_of(tmp_path)).parent
    assert place.parent == folder
    assert place.stat().st_mode & 0o777 == 0o700
    place.rmdir()
    place.symlink_to(tmp_path)
    with pytest.raises(Locked):
        address_of(tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert Path(address_of(tmp_path)).parent == tmp_path
