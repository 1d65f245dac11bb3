"""Between the editor's widgets and the shop: loads, keeps what is typed, saves, publishes. Knows no widget."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.errors import NotFound, VersionConflict
from rustok_desktop.gui.content.node_state import NodeState
from rustok_desktop.gui.operations.content import (
    ActOnNode,
    BeginNode,
    ChangeNode,
    CommitNode,
    KeepWords,
    LoadNode,
    NodeCommitted,
)
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.services import ClientPort

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

PAUSE_MS = 400


class NodeController(QObject):
    """One node at a time. ``replaced``: show everything anew; ``kept``: what was typed is in the database;
    ``saved`` and ``acted`` carry a NodeCommitted.
    """

    replaced = Signal()
    edited = Signal()
    kept = Signal()
    saved = Signal(object)
    acted = Signal(str, object)
    failed = Signal(object)
    gone = Signal(str)
    conflicted = Signal()

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._own: set[str] = set()
        self._wanted: str | None = None
        self.state: NodeState | None = None
        self.shop = ShopFacts("en", "USD", (("en", "English"),), "")
        self.busy = False
        self._next: tuple[NodeState, str, str | None] | None = None  # asked for while something was being saved
        self._left: dict[str, NodeState] = {}  # of these something is on its way, or could not be kept
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    # -- which node --------------------------------------------------------------------------------

    def set_shop(self, shop: ShopFacts) -> None:
        """The languages of the shop."""
        self.shop = shop
        self.replaced.emit()

    def open(self, node_id: str) -> None:
        """Show a node; what was typed before is kept first."""
        self.leave()
        self._wanted = node_id
        self._submit(LoadNode(node_id), partial(self._loaded, node_id), partial(self._not_loaded, node_id))

    def begin(self, kind: str) -> None:
        """An empty one, which exists once something is typed."""
        self.leave()
        self._wanted = None
        self._put(NodeState(None, kind, self.shop.default_locale))

    def close(self) -> None:
        """Show nothing."""
        self.leave()
        self._wanted = None
        self._put(None)

    def _put(self, state: NodeState | None) -> None:
        """In sight from now on; the one before is remembered until what was typed in it is safe."""
        left = self.state
        if left is not None and left is not state and left.id is not None and (left.unkept or left.sent is not None):
            self._left[left.id] = left
        self.state = state
        self.replaced.emit()

    def set_locale(self, locale: str) -> None:
        """Write in another language."""
        if self.state is not None and self.state.locale != locale:
            self.keep()
            self.state.locale = locale
            self.replaced.emit()

    def _loaded(self, node_id: str, view: NodeView) -> None:
        if self._wanted != node_id:
            return
        if self.state is None or self.state.id != node_id:
            self.leave()  # the one before could be typed into until now
            locale = self.state.locale if self.state is not None else self.shop.default_locale
            known = self._left.pop(node_id, None)
            state = known or NodeState(view, view.kind, locale)
            state.locale = locale
        else:
            state = self.state
        state.show(view)
        self._put(state)

    def _not_loaded(self, node_id: str, error: BaseException) -> None:
        if isinstance(error, NotFound):
            self.gone.emit(node_id)
        self.failed.emit(error)

    # -- typing ------------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """What a field shows."""
        return self.state.text(name) if self.state is not None else ""

    def type(self, name: str, text: str) -> None:
        """Something was typed into a field."""
        if self.state is not None and self.state.type(name, text):
            self._pause.start()
            self.edited.emit()

    @Slot()
    def keep(self) -> None:
        """Bring what is typed to the database now."""
        self._pause.stop()
        if self.state is not None:
            self._keep(self.state)

    def leave(self) -> None:
        """Keep before something else is shown; what has no title yet is called by its first words."""
        if self.state is not None:
            self.state.name_by_words()
        self.keep()

    def _keep(self, state: NodeState) -> None:
        """The same of a node that need not be in sight any more."""
        if state.view is None:
            self._begin(state)
            return
        for locale in list(state.typed):
            words = state.unsent(locale)
            if not words:
                continue
            done = partial(self._kept, state, locale, words)
            self._submit(KeepWords(state.view.id, locale, words), done, self.failed.emit, write=True)

    def _begin(self, state: NodeState) -> None:
        words = state.words(state.locale)
        if state.beginning or not words.get("title"):
            return  # nothing can be found again without a title; the text stays in the window
        state.beginning = True
        done = partial(self._begun, state, state.locale, words)
        self._submit(BeginNode(state.kind, state.locale, words), done, partial(self._not_begun, state), write=True)

    def _begun(self, state: NodeState, locale: str, words: dict[str, Any], done: NodeCommitted) -> None:
        state.beginning = False
        self._note(done.saved)
        state.begun(done.view, locale, words)
        if state is self.state:
            self._wanted = done.view.id
            self.replaced.emit()
        self.saved.emit(done)
        self.kept.emit()
        self._keep(state)  # what was typed meanwhile; perhaps another one is in sight
        self._go_on()

    def _not_begun(self, state: NodeState, error: BaseException) -> None:
        state.beginning = False
        if self._next is not None and self._next[0] is state:
            self._next = None
        self.failed.emit(error)

    def _kept(self, state: NodeState, locale: str, words: dict[str, Any], saved: NodeSaved) -> None:
        self._note(saved)
        state.kept(locale, words)
        self._forget(state)
        self.kept.emit()

    def _forget(self, state: NodeState) -> None:
        if state.id is not None and self._left.get(state.id) is state and not state.unkept and state.sent is None:
            del self._left[state.id]

    # -- saving ------------------------------------------------------------------------------------

    def commit(self, act: str = "", publish_at: str | None = None) -> None:
        """What was typed becomes what the node says; then publish or schedule it. While it is being saved: next."""
        state = self.state
        if state is None:
            return
        if self.busy:
            self._next = (state, act, publish_at)
            return
        self._pause.stop()
        if state.view is None:
            self.keep()
            if act and state.beginning:
                self._next = (state, act, publish_at)
            return
        self.busy = True
        locale, words = state.locale, state.words(state.locale) or None
        state.sent = (locale, words or {})
        command = CommitNode(state.view.id, state.view.version, locale, words, act, publish_at)
        done = partial(self._committed, state, locale, words or {}, act)
        self._submit(command, done, partial(self._refused, state), write=True)
        self.edited.emit()

    def _committed(
        self, state: NodeState, locale: str, words: dict[str, Any], act: str, done: NodeCommitted
    ) -> None:
        self.busy, state.sent = False, None
        self._note(done.saved)
        state.begun(done.view, locale, words)
        self._forget(state)
        if state is self.state:
            self.replaced.emit()
        self.acted.emit(act or "save", done)
        self._go_on()

    def _go_on(self) -> None:
        """Do what was asked for meanwhile, if it was asked of the node in sight."""
        asked, self._next = self._next, None
        if asked is not None and asked[0] is self.state:
            self.commit(*asked[1:])

    def _refused(self, state: NodeState, error: BaseException) -> None:
        self.busy, state.sent = False, None
        if state is not self.state:
            self._keep(state)
        if self._next is not None and self._next[0] is state:
            self._next = None  # what could not be saved is not published either
        self.edited.emit()
        if isinstance(error, VersionConflict) and state.id is not None:
            # The text is safe as a draft beside the newer version; a second save is based on that one.
            self._submit(LoadNode(state.id), partial(self._loaded, state.id), self.failed.emit)
            self.conflicted.emit()
        else:
            self.failed.emit(error)
        self._go_on()

    def act(self, act: str, node_id: str | None = None) -> None:
        """unpublish, archive, trash… the node shown, or another."""
        state = self.state
        wanted = node_id or (state.id if state is not None else None)
        if wanted is None:
            return
        if act == "discard_draft" and state is not None:
            state.typed.clear()
            self._pause.stop()
        self._submit(ActOnNode(act, wanted), partial(self._acted, act), self.failed.emit, write=True)

    def change(self, **fields: Any) -> None:
        """The node's own fields, at once."""
        state = self.state
        if state is not None and state.view is not None:
            command = ChangeNode(state.view.id, state.view.version, fields)
            self._submit(command, partial(self._acted, "change"), partial(self._refused, state), write=True)

    def _acted(self, act: str, done: NodeCommitted) -> None:
        self._note(done.saved)
        state = self.state
        if state is not None and state.id == done.view.id:
            state.show(done.view)
            self.replaced.emit()
        self.acted.emit(act, done)

    # -- changes made elsewhere --------------------------------------------------------------------

    def notice(self, notice: ChangeNotice) -> None:
        """Something was recorded; read the node again unless it was this editor's doing."""
        state = self.state
        if state is None or state.id is None or ("node" not in notice.kinds and not notice.bulk):
            return
        own = notice.txids and notice.txids <= self._own
        if not own and (notice.bulk or state.id in notice.ids) and not self.busy:
            self._submit(LoadNode(state.id), partial(self._loaded, state.id), partial(self._not_loaded, state.id))

    def _note(self, saved: NodeSaved) -> None:
        if saved.txid is not None:
            self._own.add(saved.txid)

    def _submit(self, operation: Any, on_result: Any, on_error: Any, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        self._client.submit(operation, on_result=on_result, on_error=on_error, alive=alive, write=write)
