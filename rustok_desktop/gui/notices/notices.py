"""Short messages with at most one act: the polite replacement of a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

Kind = Literal["info", "ok", "warn", "error"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. ``details`` can be copied; ``sticky`` stays until it is closed."""

    text: str
    kind: Kind = "info"
    action_text: str = ""
    action: Callable[[], None] | None = None
    details: str = ""
    sticky: bool = False


class Notices(QObject):
    """Where pages leave messages; the window's toast area listens."""

    posted = Signal()
    withdrawn = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._history: list[Notice] = []

    def show(
        self,
        text: str,
        kind: Kind = "info",
        action_text: str | None = None,
        action: Callable[[], None] | None = None,
        details: str | None = None,
    ) -> Notice:
        """Shows a message. Errors stay until they are closed; others go after a while unless pointed at."""
        notice = Notice(text, kind, action_text or "", action, details or "", kind == "error")
        self._waiting.append(notice)
        self._history.append(notice)
        del self._history[:-50]
        self.posted.emit()
        return notice

    def withdraw(self, notice: Notice) -> None:
        """What it says is over: it goes from the screen."""
        self._waiting = [waiting for waiting in self._waiting if waiting is not notice]
        self.withdrawn.emit(notice)

    def take(self) -> list[Notice]:
        """The messages nobody has shown yet, oldest first; they count as shown then."""
        taken, self._waiting = self._waiting, []
        return taken

    @property
    def history(self) -> tuple[Notice, ...]:
        """The last messages, oldest first."""
        return tuple(self._history)
