"""One window per data directory: a second start hands its request to the first and ends.

The data directory's lock is what keeps writers apart; this is only the courtesy of raising the window that
is already open. Messages are JSON lists of text, never pickles.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rustok_desktop.core.errors import Locked
from rustok_desktop.runtime.mailbox import Deliver

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

RAISE = ("raise",)
_LIMIT = 64 * 1024
_PEER_TIMEOUT_S = 2.0
_ANSWER_TIMEOUT_S = 5.0
_DONE = b"ok"
_log = logging.getLogger(__name__)

OnMessage = Callable[[tuple[str, ...]], None]


def request(file: Path | None = None) -> tuple[str, ...]:
    """What a start asks of the window: ``("raise",)`` or ``("open", absolute path)``."""
    return RAISE if file is None else ("open", str(file.absolute()))


def address_of(data_dir: Path, folder: Path | None = None) -> str:
    """The name of the local socket (a named pipe on Windows) for this user and directory."""
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    place = os.path.normcase(data_dir.resolve())
    digest = hashlib.sha256("\0".join((user, place)).encode()).hexdigest()
    name = f"rustok-{digest[:24]}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    return str((folder or _private_folder()) / name)


class SingleInstance:
    """``hand_over`` first; when nobody took it, ``claim`` early and ``serve`` once there is a window."""

    def __init__(self, data_dir: Path, folder: Path | None = None) -> None:
        self._address = address_of(data_dir, folder)
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def hand_over(self, message: Sequence[str], *, timeout: float = _ANSWER_TIMEOUT_S) -> bool:
        """Give ``message`` to a running instance; false when there is none.

        Locked ``instance_running`` when there is one that does not answer in ``timeout`` seconds.
        """
        connection = self._connect()
        if connection is None:
            return False
        with connection:
            try:
                connection.send_bytes(json.dumps(list(message)).encode())
                if connection.poll(timeout) and connection.recv_bytes(_LIMIT) == _DONE:
                    return True
            except (OSError, EOFError):
                _log.warning("the running instance hung up", exc_info=True)
        raise Locked("instance_running")

    def claim(self) -> bool:
        """Become the instance others find. A stale socket is removed. False when it cannot be had."""
        from multiprocessing.connection import Listener

        for _ in range(2):
            try:
                self._listener = Listener(self._address, backlog=8)
            except OSError as error:
                if not self._remove_stale():
                    _log.warning("other starts will not find this window: %s", error)
                    return False
            else:
                return True
        return False

    def serve(self, on_message: OnMessage, deliver: Deliver) -> None:
        """Answer other starts from now on (those since ``claim`` have waited); ``deliver`` runs ``on_message``."""
        if self._listener is None:
            return
        target = partial(self._accept, self._listener, on_message, deliver)
        self._thread = threading.Thread(target=target, name="rustok-instance", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop answering and remove the socket. Safe to call twice."""
        self._closing.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            connection = self._connect()  # wakes the thread that waits for the next one
            if connection is not None:
                connection.close()
            thread.join(_PEER_TIMEOUT_S)
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    def _connect(self) -> Connection | None:
        from multiprocessing.connection import Client

        try:
            return Client(self._address)
        except OSError:
            return None

    def _remove_stale(self) -> bool:
        connection = self._connect()
        if connection is not None:
            connection.close()
            return False
        try:
            os.unlink(self._address)
        except OSError:
            return False
        return True

    def _accept(self, listener: Listener, on_message: OnMessage, deliver: Deliver) -> None:
        while not self._closing.is_set():
            try:
                with listener.accept() as connection:
                    _answer(connection, on_message, deliver)
            except (OSError, EOFError, ValueError) as error:
                if not self._closing.wait(0.05):  # a peer that failed must not make this a busy loop
                    _log.info("a message from another start was unreadable: %s", error)


def _answer(connection: Connection, on_message: OnMessage, deliver: Deliver) -> None:
    if not connection.poll(_PEER_TIMEOUT_S):
        return
    message = json.loads(connection.recv_bytes(_LIMIT))
    if not isinstance(message, list) or not all(isinstance(part, str) for part in message):
        raise ValueError("not a list of text")
    deliver(partial(on_message, tuple(message)))
    connection.send_bytes(_DONE)


def _private_folder() -> Path:
    """A folder only this user can write to, short enough for a socket's name."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.access(runtime, os.W_OK):
        return Path(runtime)
    folder = Path(tempfile.gettempdir()) / f"rustok-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise Locked("instance_running")  # somebody else made it: do not talk through it
    return folder
