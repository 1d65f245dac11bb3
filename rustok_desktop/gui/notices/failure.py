"""What a page says when something was refused or broke."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.services import GuiServices

_WRONG = str(QT_TRANSLATE_NOOP("Failure", "Something went wrong. Nothing that was saved is lost."))


def failure_text(error: AppError, language: str) -> str:
    """The sentence for a person: of a single wrong field its own, which says more than the one about fields."""
    fields = [problem.text(language) for problem in error.fields]
    return fields[0] if fields else error.text(language)


def tell_failure(services: GuiServices, error: BaseException) -> None:
    """A notice that stays, with all that can be told of the error."""
    language = services.translator.language
    if isinstance(error, AppError):
        lines = "\n".join(f"{problem.path}: {problem.text(language)}" for problem in error.fields)
        services.notices.show(failure_text(error, language), "error", details=lines or None)
    else:
        services.notices.show(QCoreApplication.translate("Failure", _WRONG), "error", details=repr(error))
