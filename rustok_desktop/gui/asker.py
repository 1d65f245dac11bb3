"""How a page, or a part of it, asks the shop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from rustok_desktop.gui.services import ClientPort


class Asker:
    """Calls go to the shop for ``owner``; no answer comes once that is gone, errors go to ``failed``."""

    def __init__(self, client: ClientPort, owner: QObject, failed: Callable[[BaseException], None]) -> None:
        self._client = client
        self._owner = owner
        self._failed = failed

    def __call__(
        self,
        operation: Any,
        on_result: Any,
        *,
        on_error: Callable[[BaseException], None] | None = None,
        write: bool = False,
    ) -> None:
        alive = partial(isValid, self._owner)
        submit = self._client.submit
        submit(operation, on_result=on_result, on_error=on_error or self._failed, alive=alive, write=write)
