"""What is wrong with the texts of a product while they are typed, looked at only where something was typed."""

from __future__ import annotations

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.editor_command import CommandBuilder, Problems
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.edits import Edits


class FieldChecks:
    """Remembers what each variant's cells came to, so that a letter costs the same with thousands of unsaved cells.

    What it answers is what a whole :class:`CommandBuilder` would find.
    """

    def __init__(self) -> None:
        self._state: EditorState | None = None
        self._edits: Edits | None = None
        self._kept: tuple[int, str, str] = (-1, "", "")
        self._added: set[str] = set()
        self._revision = -1
        self._shape = -1
        self._cells: dict[str, Problems] = {}
        self._doubles: Problems = {}
        self._local: Problems = {}
        self._found: dict[str, FieldProblem] = {}

    def of(self, state: EditorState | None) -> dict[str, FieldProblem]:
        """Wrong fields by path; the shop's own answers stand for what is right here."""
        if state is None:
            return {}
        if (state, state.revision) != (self._state, self._revision):
            self._look(state)
            self._state, self._revision = state, state.revision
        return self._found

    def local(self, state: EditorState) -> Problems:
        """Only what the texts themselves break: the reasons not to try a save."""
        self.of(state)
        return self._local

    def _look(self, state: EditorState) -> None:
        added = set(state.added)
        kept = (state.edition, state.language, state.text("options"))
        if state is not self._state or state.edits is not self._edits or kept != self._kept:
            self._cells.clear()
            changed = {*state.edits.cells, *added}
            self._shape = -1
        else:
            changed = state.edits.changed | (added ^ self._added)
        self._edits, self._kept, self._added = state.edits, kept, added
        state.edits.changed.clear()
        for key in changed:
            self._check_cells(state, key)
        if state.shape != self._shape:
            self._doubles = CommandBuilder(state).check_choices()
            self._shape = state.shape
        own = CommandBuilder(state).check_product()
        for problems in (*self._cells.values(), self._doubles):
            for path, problem in problems.items():
                own.setdefault(path, problem)
        self._local, self._found = own, {**state.server_problems, **own}

    def _check_cells(self, state: EditorState, key: str) -> None:
        problems = CommandBuilder(state).check_cells(key)
        if problems:
            self._cells[key] = problems
        else:
            self._cells.pop(key, None)
