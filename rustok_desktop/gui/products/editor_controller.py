"""Between the editor's widgets and the shop: loads, edits, saves, keeps drafts. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from rustok_desktop.core.errors import AppError, FieldProblem, VersionConflict
from rustok_desktop.gui.operations.products import (
    Act,
    CreateNew,
    Loaded,
    LoadProduct,
    MoveStock,
    SaveChanges,
    SavedProduct,
)
from rustok_desktop.gui.products.draft_store import NEW
from rustok_desktop.gui.products.editor_sessions import EditorSessions
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.product_texts import variant_key
from rustok_desktop.gui.products.sliced_edits import AT_ONCE
from rustok_desktop.gui.services import Operation

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

CONFLICTS = "conflicts"


class EditorController(EditorSessions):
    """Edits, saves and acts upon the product shown."""

    # -- editing -----------------------------------------------------------------------------------

    def text(self, path: str) -> str:
        """What the field shows."""
        return self.state.text(path) if self.state is not None else ""

    def edit(self, path: str, text: str) -> bool:
        """Type into a field."""
        return self.edit_many([(path, text)])

    def edit_many(self, edits: Iterable[tuple[str, str]]) -> bool:
        """Type into several fields at once; false when nothing changed. Very many are typed in turns of their own, and
        ``edited`` follows the last one."""
        state, wanted = self.state, list(edits)
        self._hand.finish()
        if state is not None and len(wanted) > AT_ONCE:
            self._hand.take(state, wanted)
            return True
        changed = [path for path, text in wanted if state is not None and state.set(path, text)]
        if changed:
            self.touched(frozenset(key for key in map(variant_key, changed) if key is not None))
        return bool(changed)

    def problems(self) -> dict[str, FieldProblem]:
        """Wrong fields by path, as the texts stand now."""
        return self._checks.of(self.state)

    def discard(self) -> None:
        """Back to what is saved."""
        state = self.state
        self._hand.drop()
        if state is None or state.saving:
            return
        state.discard()
        self._forget(state.product_id or NEW)
        self.replaced.emit()

    # -- saving ------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; false when something has to be put right first, and then ``jump`` says where."""
        return self._save(None)

    def _save(self, then: str | None) -> bool:
        """Save, and follow it by an act upon the same product: an act travels with its save, for others may be saved
        before that one is answered."""
        if self._hand.busy:
            self._hand.then(partial(self._save, then))
            return True
        state = self.state
        if state is None or state.saving or not state.dirty:
            return False
        state.attempted = True
        if state.conflicts:
            self.jump.emit(CONFLICTS)
            return False
        if state.structural and not state.complete:
            self.when_whole(partial(self._save, then))
            return True
        return self._send(state, then)

    def _send(self, state: EditorState, then: str | None, *, again: bool = False) -> bool:
        problems = self._checks.local(state)
        if problems:
            state.revision += 1
            self.edited.emit()
            self.jump.emit(_first(problems))
            return False
        self._feed.pause()
        unsaved = state.unsaved()
        state.begin_save()
        operation: Operation = CreateNew(unsaved) if state.head is None else SaveChanges(unsaved)
        failed = partial(self._save_failed, state, then, again)
        self._submit(operation, partial(self._saved, state, then), failed, write=True)
        self.busy_changed.emit()
        return True

    def _saved(self, state: EditorState, then: str | None, result: SavedProduct) -> None:
        key = state.product_id or NEW
        self._commits.made(result.saved)
        if result.loaded.partial:
            state.saved_part(result.loaded.view)
        else:
            state.saved(result.loaded.view)
        view = state.head
        assert view is not None
        self._forget(key)
        if state.dirty:
            self._sessions[view.id] = state
            self.keeper.note(view.id)
        if state is self.state:
            self._wanted = view.id
            self.movements = self.movements if result.loaded.partial else result.loaded.movements
            self._feed.follow(state)
            ids = frozenset(variant.id for variant in result.loaded.view.variants)
            self._tell(self.replaced, ids if result.loaded.partial else None)
            self._feed.go_on()
        self.busy_changed.emit()
        self.saved.emit(result)
        if then is not None:
            self.act(then, view.id)
        self._catch_up(view.id)

    def _save_failed(self, state: EditorState, then: str | None, again: bool, error: BaseException) -> None:
        state.save_failed(error.fields if isinstance(error, AppError) else ())
        self.busy_changed.emit()
        self.edited.emit()
        if isinstance(error, VersionConflict) and state.product_id is not None and not again:
            merge = partial(self._merge, state, then)
            self._submit(LoadProduct(state.product_id, whole=True), merge, self.failed.emit)
            return
        if state is self.state:
            self._feed.follow(state)
        if state.server_problems and state is self.state:
            self.jump.emit(_first(state.server_problems))
        else:
            self.failed.emit(error)
        self._catch_up(state.product_id or NEW)

    def _merge(self, state: EditorState, then: str | None, loaded: Loaded) -> None:
        """Somebody saved first: merge, and save again unless both sides changed the same field."""
        self._hand.finish()
        state.rebase(loaded.view)
        if state is self.state:
            self.movements = loaded.movements
            self.replaced.emit()
            self._feed.go_on()
        if state.conflicts:
            self.jump.emit(CONFLICTS)
        elif state.dirty:
            self._send(state, then, again=True)
        elif then is not None:
            self.act(then, loaded.view.id)  # they had saved the same

    # -- acts --------------------------------------------------------------------------------------

    def publish(self, act: str) -> None:
        """Publish or unpublish the product shown; unsaved edits are saved first."""
        state = self.state
        if self._hand.busy:
            self._hand.then(partial(self.publish, act))
            return
        if state is None or state.saving:
            return
        if state.dirty or state.product_id is None:
            self._save(act)
        else:
            self.act(act, state.product_id)

    def act(self, act: str, product_id: str) -> None:
        """Publish, unpublish, trash or restore any product."""
        self._submit(Act(act, product_id), partial(self._acted, act), self.failed.emit, write=True)

    def move_stock(self, variant_id: str, delta: int, reason: str) -> None:
        """Add to what is on hand."""
        self._submit(MoveStock(variant_id, delta, reason), partial(self._acted, "stock"), self.failed.emit, write=True)

    def put_back(self, operation: Operation) -> None:
        """Restore something of the product shown from its history; ``operation`` answers with a SavedProduct."""
        self._submit(operation, partial(self._acted, "put_back"), self.failed.emit, write=True)

    def change_beside(self, operation: Operation, done: Callable[[], None], missed: object = None) -> None:
        """Change something that is no part of the product, such as a price in a list; then ``done``."""
        self._submit(operation, lambda _saved: done(), missed or self.failed.emit, write=True)

    def look_back(self, operation: Operation, on_result: object) -> None:
        """Read the history of the product shown, or what else belongs to it."""
        self._submit(operation, on_result, self.failed.emit)

    def _acted(self, act: str, result: SavedProduct) -> None:
        self._commits.made(result.saved)
        self._loaded(result.loaded)
        self.acted.emit(act, result)

    # -- changes made elsewhere --------------------------------------------------------------------

    def notice(self, notice: ChangeNotice) -> None:
        """Something was recorded; read the product again unless it was this editor's doing."""
        state, told = self.state, notice.bulk or "product" in notice.kinds
        if not told or state is None or state.product_id is None:
            return
        if not (self._commits.foreign(notice.txids) and (notice.bulk or state.product_id in notice.ids)):
            return
        if state.saving:
            self._commits.put_off(state.product_id, notice.txids)
        else:
            self._load_whole(state.product_id)

    def _catch_up(self, product_id: str) -> None:
        if self._commits.due(product_id):
            self._load_whole(product_id)


def _first(problems: dict[str, FieldProblem]) -> str:
    """The problem nearest to where a person begins to read: the product's own fields, then the variants."""
    return min(problems, key=lambda path: path.startswith("variants/"), default="")
