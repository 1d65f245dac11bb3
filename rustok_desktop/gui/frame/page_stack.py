"""The middle of the window: pages, built when first visited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.services import GuiServices


class PageStack(QStackedWidget):
    """Follows the navigator. Unknown pages are ignored."""

    def __init__(self, services: GuiServices, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._specs = {page.id: page for page in pages}
        self._built: dict[str, QWidget] = {}
        services.navigator.moved.connect(self._follow)

    def built(self) -> dict[str, QWidget]:
        """The pages visited so far, by id."""
        return dict(self._built)

    def prepare(self, page_id: str) -> None:
        """Builds a page before its first visit; a page that is there stays."""
        if page_id in self._specs and page_id not in self._built:
            self._built[page_id] = self._specs[page_id].build(self._services)
            self.addWidget(self._built[page_id])

    def flush(self) -> None:
        """Asks every page that keeps drafts to hand them over now."""
        for page in self._built.values():
            flush = getattr(page, "flush", None)
            if callable(flush):
                flush()

    @Slot()
    def _follow(self) -> None:
        page_id = self._services.navigator.page
        if page_id not in self._specs:
            return
        self.prepare(page_id)
        page = self._built[page_id]
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        open_with = getattr(page, "open_with", None)
        if callable(open_with):
            open_with(**self._services.navigator.arguments)
