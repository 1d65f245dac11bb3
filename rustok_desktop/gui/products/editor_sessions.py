"""Which product the editor shows, and what was typed into this one and others before. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from rustok_desktop.commerce.views import MovementView, ProductView
from rustok_desktop.core.errors import NotFound
from rustok_desktop.gui.operations.products import (
    Loaded,
    LoadProduct,
    ShopFacts,
)
from rustok_desktop.gui.products.draft_keeper import DraftKeeper
from rustok_desktop.gui.products.draft_store import NEW, Draft
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.field_checks import FieldChecks
from rustok_desktop.gui.products.own_commits import OwnCommits
from rustok_desktop.gui.products.sliced_edits import SlicedEdits
from rustok_desktop.gui.products.variant_feed import VariantFeed
from rustok_desktop.gui.services import ClientPort, HandlePort, Operation


class EditorSessions(QObject):
    """One product at a time; unsaved ones are kept by id until they are saved or discarded.

    ``replaced``: another product or version is shown; ``edited``: some fields changed; ``grown``: further variants of
    the product shown are here; ``busy_changed``: a save began or ended; ``jump``: go to this path (or "conflicts");
    ``saved``, ``acted``: a commit happened; ``failed``: an error for people; ``gone``: the product does not exist any
    more. While one of them is emitted, ``about`` tells which variants it is about; None stands for any.
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
        self._commits = OwnCommits()
        self._feed = VariantFeed(self._submit, came=self._grown, stale=self._load_whole, failed=self._load_failed)
        self._checks = FieldChecks()
        self._hand = SlicedEdits(self._checks.of, self.touched, self)
        self.about: frozenset[str] | None = None

    # -- opening -----------------------------------------------------------------------------------

    def set_shop(self, shop: ShopFacts) -> None:
        """The shop's languages and money have become known, or others; what is shown and typed stays."""
        self._hand.finish()
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
        self._hand.finish()
        self._wanted = product_id
        kept = self._sessions.get(product_id)
        if kept is not None:
            self._show(kept)
        # What was typed is put upon the whole product, which may have moved on.
        self._load(product_id, whole=kept is not None or self.keeper.store.get(product_id) is not None)

    def new_product(self) -> None:
        """Show an empty product, or the one begun before."""
        self._hand.finish()
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
        self._hand.finish()
        self._wanted = None
        self.keeper.flush()
        self._show(None)

    def _load(self, product_id: str, *, whole: bool) -> None:
        self._submit(LoadProduct(product_id, whole), self._loaded, partial(self._load_failed, product_id))

    def _load_whole(self, product_id: str) -> None:
        self._load(product_id, whole=True)

    def _loaded(self, loaded: Loaded) -> None:
        self._hand.finish()
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
            self._commits.put_off(view.id)
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

    # -- what is unsaved --------------------------------------------------------------------------

    def touched(self, about: frozenset[str] | None = None) -> None:
        """The state was changed, maybe in these variants only; keep it and tell everybody."""
        self._hand.finish()
        state = self.state
        if state is None:
            return
        key = state.product_id or NEW
        if state.dirty:
            self._sessions[key] = state
        self.keeper.note(key)
        self._tell(self.edited, about)

    def _tell(self, signal: SignalInstance, about: frozenset[str] | None) -> None:
        before, self.about = self.about, about
        try:
            signal.emit()
        finally:
            self.about = before

    def states(self) -> tuple[EditorState, ...]:
        """The product shown and those with unsaved edits."""
        return tuple({id(s): s for s in (self.state, *self._sessions.values()) if s is not None}.values())

    def _draft_of(self, key: str) -> Draft | None:
        state = self._sessions.get(key)
        return state.to_draft() if state is not None and state.dirty else None

    def _forget(self, key: str) -> None:
        self._sessions.pop(key, None)
        self.keeper.note(key)

    def unsaved(self) -> tuple[str, ...]:
        """Products with unsaved edits in this session or on disk."""
        self._hand.finish()
        return tuple(dict.fromkeys((*self.keeper.store.keys(), *(k for k, s in self._sessions.items() if s.dirty))))

    def _submit(self, operation: Operation, on_result: object, on_error: object, *, write: bool = False) -> HandlePort:
        return self._client.submit(
            operation,
            on_result=on_result,  # type: ignore[arg-type]
            on_error=on_error,  # type: ignore[arg-type]
            alive=partial(isValid, self),
            write=write,
        )
