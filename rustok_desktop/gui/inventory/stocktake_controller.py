"""Between the counting view and the shop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.commerce.stock_views import Applied, StocktakeView
from rustok_desktop.core.errors import AppError, VersionConflict
from rustok_desktop.gui.inventory.stocktake_view import CountingView
from rustok_desktop.gui.operations import inventory as ops
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.services import GuiServices


class StocktakeController(QObject):
    """``opened`` when counting can begin, ``left`` when it is over for now, ``known`` whether one is going on."""

    opened = Signal()
    left = Signal()
    known = Signal(bool)
    failed = Signal(object)

    def __init__(self, services: GuiServices, view: CountingView) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._location_id = ""
        self.going = False
        view.scanned.connect(self._count_code)
        view.counted.connect(self._count_typed)
        view.apply_asked.connect(self._apply)
        view.cancel_asked.connect(self._ask_cancel)
        view.left.connect(self._leave)

    def look(self, location_id: str) -> None:
        """Find out whether somebody counts there."""
        self._location_id = location_id
        self._ask(ops.ReadStocktake(location_id), self._know)

    def begin(self, location_id: str) -> None:
        """Open a stocktake, or go on with the one there."""
        self._location_id = location_id
        self._ask(ops.BeginStocktake(location_id), self._begun, write=True)

    def refresh(self) -> None:
        """Read the shown stocktake again."""
        self._ask(ops.ReadStocktake(self._location_id), self._refreshed)

    def _ask(
        self,
        operation: Callable[..., Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[BaseException], None] | None = None,
        *,
        write: bool = False,
    ) -> None:
        self._services.client.submit(
            operation,
            on_result=on_result,
            on_error=on_error or self.failed.emit,
            alive=partial(isValid, self),
            write=write,
        )

    def _know(self, stocktake: StocktakeView | None) -> None:
        self.going = stocktake is not None
        self.known.emit(self.going)

    def _begun(self, stocktake: StocktakeView) -> None:
        self._view.show_stocktake(stocktake)
        self._know(stocktake)
        self.opened.emit()

    def _refreshed(self, stocktake: StocktakeView | None) -> None:
        shown = self._view.stocktake
        if stocktake is None:  # somebody else ended it
            self._leave()
        elif shown is not None and shown.id == stocktake.id:
            self._view.show_stocktake(stocktake)

    @Slot(str)
    def _count_code(self, code: str) -> None:
        if self._view.stocktake is not None:
            operation = ops.CountOne(self._view.stocktake.id, code=code)
            self._ask(operation, self._counted, self._refused, write=True)

    @Slot(str, int)
    def _count_typed(self, variant_id: str, quantity: int) -> None:
        if self._view.stocktake is not None:
            operation = ops.CountOne(self._view.stocktake.id, variant_id=variant_id, quantity=quantity)
            self._ask(operation, self._counted, self._refused, write=True)

    def _counted(self, counted: ops.CountedNow) -> None:
        self._view.show_stocktake(counted.stocktake)
        self._view.show_counted(counted.view)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self._view.show_refused(error.text(self._services.translator.language))
        else:
            self.failed.emit(error)

    @Slot(bool)
    def _apply(self, zero: bool) -> None:
        stocktake = self._view.stocktake
        if stocktake is not None:
            operation = ops.ApplyStocktake(stocktake.id, stocktake.version, zero)
            self._ask(operation, self._applied, self._apply_failed, write=True)

    def _applied(self, done: Applied) -> None:
        text = self.tr("%Ln article(s) corrected", "", done.corrected)
        self._services.notices.show(f"{done.number}: {text}", "ok")
        self._leave()

    def _apply_failed(self, error: BaseException) -> None:
        if isinstance(error, VersionConflict):
            text = self.tr("Somebody counted on meanwhile. Look through the differences again.")
            self._services.notices.show(text, "warn")
            self.refresh()
        else:
            self.failed.emit(error)

    @Slot()
    def _ask_cancel(self) -> None:
        stocktake = self._view.stocktake
        if stocktake is None:
            return
        if not stocktake.counts:
            self._cancel("cancel")
            return
        text = self.tr("%Ln counted article(s) will be forgotten. Stock stays as it is.", "", len(stocktake.counts))
        buttons = (
            PromptButton("keep", self.tr("Go on counting")),
            PromptButton("cancel", self.tr("Cancel stocktake"), "danger"),
        )
        title = self.tr("Cancel stocktake {number}?").format(number=stocktake.number)
        self._services.prompter.ask(self._view, title, text, buttons, self._cancel)

    def _cancel(self, answer: str | None) -> None:
        stocktake = self._view.stocktake
        if answer == "cancel" and stocktake is not None:
            self._ask(ops.CancelStocktake(stocktake.id), self._cancelled, write=True)

    def _cancelled(self, _nothing: object) -> None:
        self._leave()

    @Slot()
    def _leave(self) -> None:
        self.left.emit()
        self.look(self._location_id)
