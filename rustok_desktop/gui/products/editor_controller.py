"""Between the editor's widgets and the shop: loads, edits, saves, keeps drafts. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rustok_desktop.commerce.views import MovementView, ProductView
from rustok_desktop.core.errors import AppError, FieldProblem, NotFound, VersionConflict
from rustok_desktop.gui.operations.products import (
    Act,
    CreateNew,
    Loaded,
    LoadProduct,
    MoveStock,
    SaveChanges,
    SavedProduct,
    ShopFacts,
)
from rustok_desktop.gui.products.draft_keeper import DraftKeeper
from rustok_desktop.gui.products.draft_store import NEW, Draft
from rustok_desktop.gui.products.editor_command import CommandBuilder
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.field_checks import FieldChecks
from rustok_desktop.gui.products.variant_feed import VariantFeed
from rustok_desktop.gui.services import ClientPort, HandlePort, Operation

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

CONFLICTS = "conflicts"


class EditorController(QObject):
    """One product at a time; unsaved ones are kept by id until they are saved or discarded.

    ``replaced``: another product or version is shown; ``edited``: some fields changed; ``grown``: further variants of
    the product shown are here; ``busy_changed``: a save began or ended; ``jump``: go to this path (or
    :data:`CONFLICTS`); ``saved``, ``acted``: a commit happened; ``failed``: an error for people; ``gone``: the product
    does not exist any more.
    """

    replaced = Signal()
    edited = Signal()
    grown = Signal()
    busy_changed = Signal()
    jump = Signal(str)
    saved = Signal(object)
    acted = Signal(str, object)
    failed = Signal(object)
    gone = Signal(str)

    def __init__(self, client: ClientPort, language: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.language = language
        self.shop = ShopFacts("en", "USD", (("en", "English"),), "")
        self.state: EditorState | None = None
        self.movements: tuple[MovementView, ...] | None = ()
        self.locale = "en"
        self.keeper = DraftKeeper(self._draft_of, self)
        self._sessions: dict[str, EditorState] = {}
        self._wanted: str | None = None
        self._own: set[str] = set()
        self._stale: set[str] = set()
        self._after_save: str | None = None
        self._feed = VariantFeed(self._submit, came=self._grown, stale=self._load_whole, failed=self._feed_failed)
        self._checks = FieldChecks()

    # -- opening -----------------------------------------------------------------------------------

    def set_shop(self, shop: ShopFacts) -> None:
        """The shop's languages and money have become known, or others; what is shown and typed stays."""
        known, self.shop, state = self.shop, shop, self.state
        same = (known.default_locale, known.currency_code) == (shop.default_locale, shop.currency_code)
        if not same or self.locale not in dict(shop.locales):
            self.locale = shop.default_locale
        if not same and state is not None and state.head is None and not state.dirty:
            self.state = None
            self.new_product()
        elif state is not None and known != shop:
            self._show(state)

    def open(self, product_id: str) -> None:
        """Show a product, with what was typed into it before."""
        self._wanted = product_id
        kept = self._sessions.get(product_id)
        if kept is not None:
            self._show(kept)
        # What was typed is put upon the whole product, which may have moved on.
        self._load(product_id, whole=kept is not None or self.keeper.store.get(product_id) is not None)

    def new_product(self) -> None:
        """Show an empty product, or the one begun before."""
        self._wanted = NEW
        state = self._sessions.get(NEW)
        if state is None:
            locale, currency = self.shop.default_locale, self.shop.currency_code
            state = EditorState(None, locale=locale, currency=currency, language=self.language)
            self._take_draft(NEW, state)
        self.movements = ()
        self._show(state)

    def close(self) -> None:
        """Show nothing; unsaved edits are kept."""
        self._wanted = None
        self.keeper.flush()
        self._show(None)

    def _load(self, product_id: str, *, whole: bool) -> None:
        self._submit(LoadProduct(product_id, whole), self._loaded, partial(self._load_failed, product_id))

    def _load_whole(self, product_id: str) -> None:
        self._load(product_id, whole=True)

    def _loaded(self, loaded: Loaded) -> None:
        view = loaded.view
        state = self._sessions.get(view.id)
        if state is None and self.state is not None and self.state.product_id == view.id:
            state = self.state
        if loaded.missing and self._outdated(state, view):
            self._load_whole(view.id)
            return
        if state is None:
            state = EditorState(view, locale=self.locale, language=self.language, missing=loaded.missing)
            self._take_draft(view.id, state)
        elif state.saving:
            self._stale.add(view.id)
            return
        elif not loaded.missing and view.version >= state.version:
            state.rebase(view)  # stock moves without a new version
        if self._wanted == view.id:
            self.movements = loaded.movements
            self._show(state)
        if state.dirty:
            self.keeper.note(view.id)

    def _outdated(self, state: EditorState | None, view: ProductView) -> bool:
        """Whether a product's first variants are not enough: there are edits to be put upon all of them."""
        if state is None:
            return self.keeper.store.get(view.id) is not None
        return state.version != view.version

    def _load_failed(self, product_id: str, error: BaseException) -> None:
        if isinstance(error, NotFound):
            self._forget(product_id)
            self.gone.emit(product_id)
        self.failed.emit(error)

    def _feed_failed(self, product_id: str, error: BaseException) -> None:
        self._after_save = None
        self._load_failed(product_id, error)

    def _take_draft(self, key: str, state: EditorState) -> None:
        draft = self.keeper.store.get(key)
        if draft is not None:
            state.apply_draft(draft)
            self._sessions[key] = state

    def _show(self, state: EditorState | None) -> None:
        if state is not None and state.locale not in dict(self.shop.locales):
            state.locale = self.shop.default_locale
        self.state = state
        self._feed.follow(state)
        self.replaced.emit()
        self._feed.go_on()

    def when_whole(self, work: Callable[[], object]) -> None:
        """Do something that needs all variants of the product shown: now, or as soon as they are here."""
        self._feed.when_whole(self.state, work)

    def _grown(self, state: EditorState) -> None:
        if state is self.state:
            self.grown.emit()
            if state.complete:
                self.edited.emit()  # what is wrong, or missing, can be told now

    # -- editing -----------------------------------------------------------------------------------

    def text(self, path: str) -> str:
        """What the field shows."""
        return self.state.text(path) if self.state is not None else ""

    def edit(self, path: str, text: str) -> bool:
        """Type into a field."""
        return self.edit_many([(path, text)])

    def edit_many(self, edits: Iterable[tuple[str, str]]) -> bool:
        """Type into several fields at once; false when nothing changed."""
        state = self.state
        if state is None or not [path for path, text in edits if state.set(path, text)]:
            return False
        self.touched()
        return True

    def touched(self) -> None:
        """The state was changed directly; keep it and tell everybody."""
        state = self.state
        if state is None:
            return
        key = state.product_id or NEW
        if state.dirty:
            self._sessions[key] = state
        self.keeper.note(key)
        self.edited.emit()

    def problems(self) -> dict[str, FieldProblem]:
        """Wrong fields by path, as the texts stand now."""
        return self._checks.of(self.state)

    def states(self) -> tuple[EditorState, ...]:
        """The product shown and those with unsaved edits."""
        return tuple({id(s): s for s in (self.state, *self._sessions.values()) if s is not None}.values())

    def _draft_of(self, key: str) -> Draft | None:
        state = self._sessions.get(key)
        return state.to_draft() if state is not None and state.dirty else None

    def discard(self) -> None:
        """Back to what is saved."""
        state = self.state
        if state is None or state.saving:
            return
        state.discard()
        self._forget(state.product_id or NEW)
        self.replaced.emit()

    def _forget(self, key: str) -> None:
        self._sessions.pop(key, None)
        self.keeper.note(key)

    def unsaved(self) -> tuple[str, ...]:
        """Products with unsaved edits in this session or on disk."""
        return tuple(dict.fromkeys((*self.keeper.store.keys(), *(k for k, s in self._sessions.items() if s.dirty))))

    # -- saving ------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; false when something has to be put right first, and then ``jump`` says where."""
        state = self.state
        if state is None or state.saving or not state.dirty:
            return False
        state.attempted = True
        if state.conflicts:
            self.jump.emit(CONFLICTS)
            return False
        if state.structural and not state.complete:
            self.when_whole(self.save)
            return True
        return self._send(state)

    def _send(self, state: EditorState, *, again: bool = False) -> bool:
        builder = CommandBuilder(state)
        command = builder.command()
        if command is None:
            state.revision += 1
            self.edited.emit()
            self.jump.emit(_first(builder.problems))
            return False
        self._feed.pause()
        state.begin_save()
        operation: Operation = CreateNew(command) if state.head is None else SaveChanges(command)  # type: ignore[arg-type]
        self._submit(operation, partial(self._saved, state), partial(self._save_failed, state, again), write=True)
        self.busy_changed.emit()
        return True

    def _saved(self, state: EditorState, result: SavedProduct) -> None:
        key = state.product_id or NEW
        self._own_commit(result)
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
            self.replaced.emit()
            self._feed.go_on()
        self.busy_changed.emit()
        self.saved.emit(result)
        act, self._after_save = self._after_save, None
        if act is not None:
            self.act(act, view.id)
        self._catch_up(view.id)

    def _save_failed(self, state: EditorState, again: bool, error: BaseException) -> None:
        self._after_save = None
        state.save_failed(error.fields if isinstance(error, AppError) else ())
        self.busy_changed.emit()
        self.edited.emit()
        if isinstance(error, VersionConflict) and state.product_id is not None and not again:
            self._submit(LoadProduct(state.product_id, whole=True), partial(self._merge, state), self.failed.emit)
            return
        if state is self.state:
            self._feed.follow(state)
        if state.server_problems and state is self.state:
            self.jump.emit(_first(state.server_problems))
        else:
            self.failed.emit(error)
        self._catch_up(state.product_id or NEW)

    def _merge(self, state: EditorState, loaded: Loaded) -> None:
        """Somebody saved first: merge, and save again unless both sides changed the same field."""
        state.rebase(loaded.view)
        if state is self.state:
            self.movements = loaded.movements
            self.replaced.emit()
            self._feed.go_on()
        if state.conflicts:
            self.jump.emit(CONFLICTS)
        elif state.dirty:
            self._send(state, again=True)

    # -- acts --------------------------------------------------------------------------------------

    def publish(self, act: str) -> None:
        """Publish or unpublish the product shown; unsaved edits are saved first."""
        state = self.state
        if state is None or state.saving:
            return
        if state.dirty or state.product_id is None:
            self._after_save = act
            if not self.save():
                self._after_save = None
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
        self._own_commit(result)
        self._loaded(result.loaded)
        self.acted.emit(act, result)

    # -- changes made elsewhere --------------------------------------------------------------------

    def notice(self, notice: ChangeNotice) -> None:
        """Something was recorded; read the product again unless it was this editor's doing."""
        state, told = self.state, notice.bulk or "product" in notice.kinds
        if not told or state is None or state.product_id is None:
            return
        own = notice.txids and notice.txids <= self._own
        if own or not (notice.bulk or state.product_id in notice.ids):
            return
        if state.saving:
            self._stale.add(state.product_id)
        else:
            self._load_whole(state.product_id)

    def _catch_up(self, product_id: str) -> None:
        if product_id in self._stale:
            self._stale.discard(product_id)
            self._load_whole(product_id)

    def _own_commit(self, result: SavedProduct) -> None:
        if result.saved.txid is not None:
            self._own.add(result.saved.txid)

    def _submit(self, operation: Operation, on_result: object, on_error: object, *, write: bool = False) -> HandlePort:
        return self._client.submit(
            operation,
            on_result=on_result,  # type: ignore[arg-type]
            on_error=on_error,  # type: ignore[arg-type]
            alive=partial(isValid, self),
            write=write,
        )


def _first(problems: dict[str, FieldProblem]) -> str:
    """The problem nearest to where a person begins to read: the product's own fields, then the variants."""
    return min(problems, key=lambda path: path.startswith("variants/"), default="")
