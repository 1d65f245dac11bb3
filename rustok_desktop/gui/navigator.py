"""Where the person is and was: pages by id with their arguments, back and forward."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

_KEPT = 100


class Navigator(QObject):
    """The history of visited pages. ``moved`` says that :attr:`page` or :attr:`arguments` changed, ``bared`` that
    the page wants to be alone in the window, or not any more.
    """

    moved = Signal()
    bared = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visits: list[tuple[str, dict[str, Any]]] = []
        self._index = -1
        self._bare = False

    @property
    def page(self) -> str:
        """The id of the page shown, '' before the first."""
        return self._visits[self._index][0] if self._visits else ""

    @property
    def arguments(self) -> dict[str, Any]:
        """What the page was asked to show, e.g. ``{"product_id": …}``."""
        return dict(self._visits[self._index][1]) if self._visits else {}

    @property
    def bare(self) -> bool:
        """The page stands alone, without navigation and status."""
        return self._bare

    def set_bare(self, bare: bool) -> None:
        """Leave the page alone in the window; ends with the next page."""
        if bare != self._bare:
            self._bare = bare
            self.bared.emit(bare)

    def go(self, page_id: str, **arguments: Any) -> None:
        """Shows a page; the present place can be reached again with :meth:`back`."""
        visit = (page_id, arguments)
        if page_id != self.page:
            self.set_bare(False)
        if self._visits and self._visits[self._index] == visit:
            self.moved.emit()
            return
        self._visits[self._index + 1 :] = [visit]
        del self._visits[:-_KEPT]
        self._index = len(self._visits) - 1
        self.moved.emit()

    def can_go_back(self) -> bool:
        """There is an earlier place."""
        return self._index > 0

    def can_go_forward(self) -> bool:
        """There is a later place."""
        return self._index < len(self._visits) - 1

    def back(self) -> None:
        """The place before, if any."""
        if self.can_go_back():
            self.set_bare(False)
            self._index -= 1
            self.moved.emit()

    def forward(self) -> None:
        """The place after, if any."""
        if self.can_go_forward():
            self.set_bare(False)
            self._index += 1
            self.moved.emit()
