"""Notices that offer to take back what was just done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.messages import message
from rustok_desktop.gui.history.field_texts import path_text
from rustok_desktop.gui.operations.history import Turn, UndoTransaction
from rustok_desktop.gui.services import GuiServices, Operation


def offer_undo(services: GuiServices, owner: QObject, text: str, txid: str, done: Callable[[], None]) -> None:
    """Tell ``text`` with an Undo that takes back the step of that transaction, as Ctrl+Z would; then ``done``.

    Refused once something else was done since. The act does nothing when ``owner`` is gone by then.
    """
    _offer(services, owner, text, UndoTransaction(txid), done)


def offer_step_undo(services: GuiServices, owner: QObject, text: str, step_id: str, done: Callable[[], None]) -> None:
    """The same for a step of several transactions."""
    _offer(services, owner, text, Turn(step_id, back=True), done)


def _offer(services: GuiServices, owner: QObject, text: str, undo: Operation, done: Callable[[], None]) -> None:
    label = QCoreApplication.translate("UndoNotice", "Undo")
    services.notices.show(text, "ok", label, partial(_undo, services, owner, undo, done))


def refusal_text(error: AppError, language: str) -> str:
    """Why an undo is refused, with the field in words."""
    params = dict(error.params)
    if "field" in params:
        params["field"] = path_text(str(params["field"]))
    return message(error.code, language, params)


def _undo(services: GuiServices, owner: QObject, undo: Operation, done: Callable[[], None]) -> None:
    if isValid(owner):
        services.client.submit(
            undo,
            on_result=lambda _undone: done(),
            on_error=partial(_refused, services),
            alive=partial(isValid, owner),
            write=True,
        )


def _refused(services: GuiServices, error: BaseException) -> None:
    if isinstance(error, AppError):
        services.notices.show(refusal_text(error, services.translator.language), "error")
    else:
        text = QCoreApplication.translate("UndoNotice", "Undo did not work. Nothing was changed.")
        services.notices.show(text, "error", details=repr(error))
