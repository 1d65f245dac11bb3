"""Types thousands of texts without keeping the window: a few milliseconds of them in each turn of its loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from rustok_desktop.gui.products.editor_state import EditorState

AT_ONCE = 200  # edits that need no second turn
_STEP = 25  # edits between two looks at the clock
_BUDGET_SECONDS = 0.006

Typed = tuple[str, str]


class SlicedEdits(QObject):
    """One state at a time. Nobody is told before the last text is in (``done``, unless nothing changed), so that
    nothing shows a half; what must not see one either calls :meth:`finish` first, or waits with :meth:`then`.

    ``look`` follows each slice, for what else costs time with every text.
    """

    def __init__(self, look: Callable[[EditorState], object], done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._done = done
        self._state: EditorState | None = None
        self._edits: deque[Typed] = deque()
        self._changed = False
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether texts are still on their way."""
        return self._state is not None

    def take(self, state: EditorState, edits: Iterable[Typed]) -> None:
        """Type these, beginning now."""
        self.finish()
        self._state, self._changed = state, False
        self._edits.extend(edits)
        self._timer.start()
        self._slice()

    def then(self, work: Callable[[], object]) -> None:
        """Do it when the last text is in, and everybody knows."""
        if self.busy:
            self._waiting.append(work)
        else:
            work()

    def finish(self) -> None:
        """Type all that is left, now."""
        while self._state is not None:
            self._slice()

    def drop(self) -> None:
        """Forget what is left."""
        self._timer.stop()
        self._edits.clear()
        self._waiting.clear()
        self._state = None

    @Slot()
    def _slice(self) -> None:
        state, until = self._state, perf_counter() + _BUDGET_SECONDS
        if state is None:
            return
        while self._edits and perf_counter() < until:
            for _ in range(min(_STEP, len(self._edits))):
                path, text = self._edits.popleft()
                # A variant may have been taken out meanwhile.
                self._changed = (state.alive(path) and state.set(path, text)) or self._changed
            self._look(state)
        if not self._edits:
            self._end()

    def _end(self) -> None:
        waiting = self._waiting
        self._waiting = []
        self.drop()
        if self._changed:
            self._done()
        for work in waiting:
            work()
