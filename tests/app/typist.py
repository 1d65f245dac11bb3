"""Somebody who writes a post and never stops, for a test that ends the program in the middle of a word.

``python -m tests.app.typist DATA`` prints how many letters of :data:`TEXT` are in the shop, each time they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.content.content_page import ContentPage

from .pages.program import begin

TITLE = "Wood kiln"
TEXT = " ".join(f"word{number}" for number in range(2_000))
_KEY_MS = 8
_PAUSE_MS = 700  # after every tenth word; what is typed is kept in a pause


class Typist:
    """Writes a post, a letter at a time."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._typed = 0
        self._page: ContentPage | None = None
        application.services.navigator.go("content")
        self._timer = QTimer(application)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_KEY_MS)

    def _go_on(self) -> None:
        page = self._page or self._begun()
        if page is None:
            return
        letter = TEXT[self._typed]
        QTest.keyClicks(page.editor.body.text, letter)
        self._typed += 1
        tenth = letter == " " and TEXT[: self._typed].count(" ") % 10 == 0
        self._timer.setInterval(_PAUSE_MS if tenth else _KEY_MS)

    def _begun(self) -> ContentPage | None:
        page = self._application.window.stack.built().get("content")
        if not isinstance(page, ContentPage) or not page.controller.shop.locales:
            return None
        page.begin_here()
        QTest.keyClicks(page.editor.title, TITLE)
        page.controller.kept.connect(self._tell)
        self._page = page
        return page

    def _tell(self) -> None:
        assert self._page is not None
        state = self._page.controller.state
        if state is not None and not state.unkept:
            print(len(self._page.editor.body.value()), flush=True)


def main() -> None:
    """Never ends by itself."""
    qapp = QApplication(sys.argv[:1])
    typist = Typist(begin(Path(sys.argv[1]), qapp))
    sys.exit(qapp.exec() if typist else 1)


if __name__ == "__main__":
    main()
