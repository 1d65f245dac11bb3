"""Ctrl+Z and Ctrl+Y for what is saved, by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.history.step_texts import StepTexts
from rustok_desktop.gui.history.take_back import refusal_text
from rustok_desktop.gui.notices.notices import Notice
from rustok_desktop.gui.operations.history import ReadUndoState, Turn
from rustok_desktop.gui.services import GuiServices, HandlePort
from rustok_desktop.history.views import StepView, Undone, UndoProgress, UndoState

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

UNDO, REDO = "edit.undo", "edit.redo"
_ASK_AFTER_MS = 120
_LONG = 200  # things: such an undo goes in batches and can be stopped, so leaving does not wait for it


class UndoActions(QObject):
    """Two actions of the window, named and enabled by what can be undone; ``changed`` follows every new name.

    A field that is being typed into keeps the keys for its own text.
    """

    changed = Signal()

    def __init__(self, services: GuiServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._names = StepTexts(self)
        self.state = UndoState()
        self.busy = False
        self._handle: HandlePort | None = None
        self._told: Notice | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ASK_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        self._unwatch = services.client.watch(self._noticed)
        words = ("take back", "revert", "отмена", "отменить", "вернуть")
        again = ("again", "повтор", "повторить")
        services.actions.register(
            Action(UNDO, self.undo_text, self.undo, "edit", "Ctrl+Z", "undo", self.can_undo, words),
            Action(REDO, self.redo_text, self.redo, "edit", "Ctrl+Y", "redo", self.can_redo, again),
        )

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._unwatch()

    def can_undo(self) -> bool:
        """There is a step to take back."""
        return self.state.undo is not None and not self.busy

    def can_redo(self) -> bool:
        """There is a step to do again."""
        return self.state.redo is not None and not self.busy

    def undo_text(self) -> str:
        """``Undo: Change price of “Ramen bowl”``."""
        step = self.state.undo
        return self.tr("Undo: {step}").format(step=self._names.text(step)) if step else self.tr("Undo")

    def redo_text(self) -> str:
        """The same for redo."""
        step = self.state.redo
        return self.tr("Redo: {step}").format(step=self._names.text(step)) if step else self.tr("Redo")

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self.state.undo, True)

    @Slot()
    def redo(self) -> None:
        """Do it again."""
        self._turn(self.state.redo, False)

    @Slot()
    def ask(self) -> None:
        """Ask what could be undone now."""
        alive = partial(isValid, self)
        self._services.client.submit(ReadUndoState(), on_result=self._show, on_error=self._unknown, alive=alive)

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and not self._timer.isActive():
            self._timer.start()

    def _show(self, state: UndoState) -> None:
        if state != self.state:
            self.state = state
            self._tell_names()

    def _unknown(self, error: BaseException) -> None:
        """Nobody asked for this, so nobody is told: until the next change there is nothing to undo."""
        self._show(UndoState())

    def _tell_names(self) -> None:
        self._services.actions.retranslate()
        self.changed.emit()

    def _turn(self, step: StepView | None, back: bool) -> None:
        if step is None or self.busy:
            return
        self.busy, self._told = True, None
        self._handle = self._services.client.submit(
            Turn(step.id, back),
            on_result=partial(self._turned, back),
            on_error=self._failed,
            on_progress=self._progress,
            on_cancelled=self._stopped,
            alive=partial(isValid, self),
            write=max(step.products, step.total) < _LONG,
        )
        self._tell_names()

    def _turned(self, back: bool, undone: Undone) -> None:
        self._free()
        notices, name = self._services.notices, self._names.text(undone.step)
        if back:
            notices.show(self.tr("Undone: {step}").format(step=name), "ok", self.tr("Redo"), self._redo_now)
        else:
            notices.show(self.tr("Done again: {step}").format(step=name), "ok", self.tr("Undo"), self._undo_now)

    def _progress(self, progress: UndoProgress) -> None:
        if self._told is not None:
            return
        language = self._services.translator.language
        text = self.tr("{step}: {done} of {total} so far").format(
            step=self._names.text(progress.step),
            done=format_number(progress.done, language),
            total=format_number(progress.total, language),
        )
        self._told = self._services.notices.show(text, "info", self.tr("Stop"), self._stop_turn)

    def _stop_turn(self) -> None:
        if self._handle is not None and isValid(self):
            self._handle.cancel()

    def _stopped(self, _: object) -> None:
        self._free()
        text = self.tr("Stopped. What was taken back stays so; Undo or Redo goes on from there.")
        self._services.notices.show(text, "info")

    def _failed(self, error: BaseException) -> None:
        self._free()
        language = self._services.translator.language
        if isinstance(error, AppError):
            self._services.notices.show(refusal_text(error, language), "error")
        else:
            text = self.tr("Undo did not work. Nothing was changed.")
            self._services.notices.show(text, "error", details=repr(error))

    def _free(self) -> None:
        self.busy, self._handle = False, None
        if self._told is not None:
            self._services.notices.withdraw(self._told)  # nothing is left to stop
            self._told = None
        self.ask()

    # A notice stays a while: by then something else may be the last step, and its act must not take that back.
    def _redo_now(self) -> None:
        if isValid(self) and self.can_redo():
            self.redo()

    def _undo_now(self) -> None:
        if isValid(self) and self.can_undo():
            self.undo()
