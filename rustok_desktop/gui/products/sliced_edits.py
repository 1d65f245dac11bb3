"""Types thousands of texts without keeping the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.widgets.turns import Turns

AT_ONCE = 200  # edits that need no second turn
_STEP = 25

Typed = tuple[str, str]


class SlicedEdits:
    """One state at a time. Nobody is told before the last text is in (``done``, unless nothing changed), so that
    nothing shows a half; what must not see one either calls :meth:`finish` first, or waits with :meth:`then`.

    ``look`` follows every few texts, for what else costs time with each of them.
    """

    def __init__(self, look: Callable[[EditorState], object], done: Callable[[], None], parent: QObject) -> None:
        self._look = look
        self._done = done
        self._turns = Turns(parent)
        self._waiting: list[Callable[[], object]] = []

    @property
    def busy(self) -> bool:
        """Whether texts are still on their way."""
        return self._turns.busy

    def take(self, state: EditorState, edits: Sequence[Typed]) -> None:
        """Type these, beginning in the next turn."""
        self.finish()
        self._turns.start(self._type(state, edits))

    def then(self, work: Callable[[], object]) -> None:
        """Do it when the last text is in, and everybody knows."""
        if self.busy:
            self._waiting.append(work)
        else:
            work()

    def finish(self) -> None:
        """Type all that is left, now."""
        self._turns.finish()

    def drop(self) -> None:
        """Forget what is left, and what waited for it."""
        self._turns.drop()
        self._waiting.clear()

    def _type(self, state: EditorState, edits: Sequence[Typed]) -> Iterator[None]:
        changed = False
        for start in range(0, len(edits), _STEP):
            for path, text in edits[start : start + _STEP]:
                # A variant may have been taken out meanwhile.
                changed = (state.alive(path) and state.set(path, text)) or changed
            self._look(state)
            yield
        waiting, self._waiting = self._waiting, []
        self._turns.drop()  # what follows finds nothing on its way
        if changed:
            self._done()
        for work in waiting:
            work()
