"""The two kinds of error a person may see; anything else that escapes is a bug.

An error carries a code and parameters, never a finished sentence: the sentence is looked up in
:mod:`rustok_desktop.core.messages` for the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rustok_desktop.core.messages import message


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One wrong field: ``path`` as in events (``title@en``, ``variants/<id>/sku``), a message code, a repair."""

    path: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None

    def text(self, locale: str = "en") -> str:
        """The sentence to show at the field."""
        return message(self.code, locale, self.params)


class AppError(Exception):
    """Base of the errors whose text is meant for people. ``code`` is stable and part of the interface."""

    def __init__(self, code: str, /, *, fields: Iterable[FieldProblem] = (), **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, object] = params
        self.fields = tuple(fields)

    def text(self, locale: str = "en") -> str:
        """The sentence to show, in ``locale`` (``en`` or ``ru``; anything else reads English)."""
        return message(self.code, locale, self.params)

    def __str__(self) -> str:
        problems = "; ".join(f"{p.path}: {p.text()}" for p in self.fields)
        return f"{self.text()} ({problems})" if problems else self.text()


class UserError(AppError):
    """The request cannot be done as asked; the person can mend it. Nothing was changed."""


class Invalid(UserError):
    """One or more fields break a rule; ``fields`` says which and how."""

    def __init__(self, fields: Iterable[FieldProblem], code: str = "invalid", /, **params: object) -> None:
        super().__init__(code, fields=fields, **params)


class NotFound(UserError):
    """The thing is not there, or belongs to another shop."""


class Forbidden(UserError):
    """The actor's role does not allow the act."""


class VersionConflict(UserError):
    """Somebody saved first. Params: ``id``, ``expected``, ``actual``. Nothing was overwritten."""


class KnownFault(AppError):
    """The surroundings failed (disk full, locked, newer file): nothing is lost, the text says what to do."""


class Locked(KnownFault):
    """Another process holds the data directory."""
