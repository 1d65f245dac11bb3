"""A question to the shop for each text typed into the palette; only the latest is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from rustok_desktop.gui.palette.palette_source import Section
from rustok_desktop.gui.services import ClientPort, HandlePort


class ShopSearch:
    """``ask`` makes the operation for a text, ``show`` the section of its answer."""

    def __init__(self, client: ClientPort, ask: Callable[[str], Any], show: Callable[[Any], Section]) -> None:
        self._client = client
        self._ask = ask
        self._show = show
        self._running: HandlePort | None = None

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """Nothing for fewer than two characters; a newer search stops the one before."""
        if self._running is not None and not self._running.done:
            self._running.cancel()
        self._running = None
        if len(text) < 2:
            deliver(Section(()))
            return
        self._running = self._client.submit(
            self._ask(text),
            on_result=partial(self._found, deliver),
            on_error=partial(self._failed, deliver),
        )

    def _found(self, deliver: Callable[[Section], None], answer: Any) -> None:
        deliver(self._show(answer))

    def _failed(self, deliver: Callable[[Section], None], _error: BaseException) -> None:
        # The rest of the palette stays useful: whose rights or index are missing is told by the page itself.
        deliver(Section(()))
