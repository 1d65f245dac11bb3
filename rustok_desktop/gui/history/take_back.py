"""Notices that offer to take back what was just done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.core.messages import message
from rustok_desktop.gui.history.field_texts import path_text
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.services import GuiServices


def offer_undo(services: GuiServices, owner: QObject, text: str, txid: str, done: Callable[[], None]) -> None:
    """Tell ``text`` with an Undo that takes back the step of that transaction, as Ctrl+Z would; then ``done``.

    Refused once something else was done since. The act does nothing when ``owner`` is gone by then.
    """
    label = QCoreApplication.translate("UndoNotice", "Undo")
    services.notices.show(text, "ok", label, partial(_undo, services, owner, txid, done))


def refusal_text(error: AppError, language: str) -> str:
    """Why an undo is refused, with the field in words."""
    params = dict(error.params)
    if "field" in params:
        params["field"] = path_text(str(params["field"]))
    return message(error.code, language, params)


def _undo(services: GuiServices, owner: QObject, txid: str, done: Callable[[], None]) -> None:
    if isValid(owner):
        services.client.submit(
            UndoTransaction(txid),
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
