"""What the window asks of history: entries of a product, putting values back, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rustok_desktop.commerce.views import ProductView, Saved
from rustok_desktop.gui.operations.products import Loaded, SavedProduct
from rustok_desktop.history.views import HistoryPage, Restored, Undone, UndoState

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.core.text_diff import TextDiff


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """What happened to a thing; ``before`` goes on where a page ended."""

    thing_id: str
    before: int | None = None
    kind: str = "product"

    async def __call__(self, platform: Platform) -> HistoryPage:
        return await platform.history.entries(platform.context(), self.kind, self.thing_id, before=self.before)


@dataclass(frozen=True, slots=True)
class RestoreField:
    """Put back what a field was before an event."""

    event_id: str
    path: str
    base_version: int

    async def __call__(self, platform: Platform) -> SavedProduct:
        ctx = platform.context()
        restored = await platform.history.restore_field(ctx, self.event_id, self.path, self.base_version)
        return _saved(await platform.catalog.get_product(ctx, restored.id))


@dataclass(frozen=True, slots=True)
class RestoreVersion:
    """Put a product's fields back to what they were after an event."""

    event_id: str
    base_version: int

    async def __call__(self, platform: Platform) -> SavedProduct:
        ctx = platform.context()
        restored = await platform.history.restore_version(ctx, self.event_id, self.base_version)
        return _saved(await platform.catalog.get_product(ctx, restored.id))


@dataclass(frozen=True, slots=True)
class RestoreThing:
    """Put back one field of anything but a product, or without ``path`` the version after an event."""

    event_id: str
    path: str = ""

    async def __call__(self, platform: Platform) -> Restored:
        ctx, history = platform.context(), platform.history
        if self.path:
            return await history.restore_field(ctx, self.event_id, self.path, None)
        return await history.restore_version(ctx, self.event_id, None)


@dataclass(frozen=True, slots=True)
class CompareTexts:
    """What differs in pairs of texts, beside the window's thread and the shop's."""

    pairs: tuple[tuple[str, str], ...]

    async def __call__(self, platform: Platform) -> tuple[TextDiff, ...]:
        import asyncio  # here: the window shows itself before it needs this

        from rustok_desktop.core.text_diff import compare

        return await asyncio.to_thread(lambda: tuple(compare(before, after) for before, after in self.pairs))


@dataclass(frozen=True, slots=True)
class ReadUndoState:
    """What Ctrl+Z and Ctrl+Y would do."""

    async def __call__(self, platform: Platform) -> UndoState:
        return await platform.history.state(platform.context())


@dataclass(frozen=True, slots=True)
class Turn:
    """Undo, or with ``back`` false redo, the step that the person saw by name."""

    step_id: str
    back: bool

    async def __call__(self, platform: Platform, report: Callable[[Any], None] | None = None) -> Undone:
        act = platform.history.undo if self.back else platform.history.redo
        return await act(platform.context(), self.step_id, on_progress=report)


@dataclass(frozen=True, slots=True)
class UndoTransaction:
    """Take back what a notice tells of."""

    txid: str

    async def __call__(self, platform: Platform) -> Undone:
        return await platform.history.undo_transaction(platform.context(), self.txid)


def _saved(view: ProductView) -> SavedProduct:
    return SavedProduct(Saved(view.id, view.version, (), None), Loaded(view))
