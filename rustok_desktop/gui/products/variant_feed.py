"""Brings the variants that did not come with their product, slice by slice, while the first ones are worked on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from rustok_desktop.commerce.variant_records import VariantSlice
from rustok_desktop.gui.operations.products import LoadVariants
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.services import HandlePort


class Ask(Protocol):
    """Submits an operation; the answers come later."""

    def __call__(
        self,
        operation: LoadVariants,
        on_result: Callable[[VariantSlice], None],
        on_error: Callable[[BaseException], None],
    ) -> HandlePort:
        """Submit."""


class VariantFeed:
    """Follows one state at a time, with one question under way at most.

    A slice belongs to a version. One read before a save of our own is asked for again; one of a newer version says
    that somebody else saved, and ``stale`` then has to bring the whole product by its id. ``came`` follows every
    slice taken; what waits for the last one is done after that.
    """

    def __init__(
        self,
        ask: Ask,
        *,
        came: Callable[[EditorState], None],
        stale: Callable[[str], None],
        failed: Callable[[str, BaseException], None],
    ) -> None:
        self._ask = ask
        self._came = came
        self._stale = stale
        self._failed = failed
        self._state: EditorState | None = None
        self._handle: HandlePort | None = None
        self._waiting: list[Callable[[], object]] = []

    def follow(self, state: EditorState | None) -> None:
        """Bring what ``state`` lacks; what waits for another one's is forgotten. Safe to repeat."""
        if state is not self._state:
            self.pause()
            self._waiting.clear()
            self._state = state
        if state is None or state.complete or state.saving:
            self.pause()
        elif self._handle is None:
            self._next(state)

    def pause(self) -> None:
        """Bring nothing until the next :meth:`follow`; an answer on its way is dropped."""
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()

    def when_whole(self, state: EditorState | None, work: Callable[[], object]) -> None:
        """Do it as soon as ``state`` is complete, which may be now; never for another state."""
        self.follow(state)
        self._waiting.append(work)
        self.go_on()

    def go_on(self) -> None:
        """Do what waited, if nothing is missing any more."""
        while self._waiting and (self._state is None or self._state.complete):
            self._waiting.pop(0)()

    def _next(self, state: EditorState) -> None:
        product_id = state.product_id
        assert product_id is not None
        operation = LoadVariants(product_id, state.variants.last_place())
        self._handle = self._ask(operation, partial(self._take, state), partial(self._refused, state))

    def _take(self, state: EditorState, part: VariantSlice) -> None:
        if state is not self._state:
            return
        self._handle = None
        if state.complete or state.saving:
            return
        if part.version > state.version:
            self._stale(state.product_id or "")
        elif part.version < state.version:
            self._next(state)
        else:
            state.extend(part.variants)
            if not state.complete:
                self._next(state)
            self._came(state)
            self.go_on()

    def _refused(self, state: EditorState, error: BaseException) -> None:
        if state is self._state:
            self._handle = None
            self._waiting.clear()
            self._failed(state.product_id or "", error)
