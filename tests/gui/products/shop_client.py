"""A client that answers the Products page by the kind of its operations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QTimer

from tests.gui.conftest import FakeCall, FakeClient

Answer = Callable[[Any], Any]


@dataclass
class ShopClient(FakeClient):
    """Calls are named after the class of their operation. ``answers`` maps such a name to a function of the
    operation; what it answers comes with the next turn of the event loop, an exception as an error."""

    answers: dict[str, Answer] = field(default_factory=dict)

    def submit(self, operation: Any, **callbacks: Any) -> FakeCall:
        """As the real client."""
        call = super().submit(operation, **callbacks)
        call.name = type(operation).__name__
        answer = self.answers.get(call.name)
        if answer is not None:
            QTimer.singleShot(0, lambda: self._deliver(call, answer))
        return call

    def _deliver(self, call: FakeCall, answer: Answer) -> None:
        result = answer(call.operation)
        if isinstance(result, BaseException):
            call.fail(result)
        else:
            call.answer(result)

    def operations(self, name: str) -> list[Any]:
        """Every operation of that kind so far, oldest first."""
        return [call.operation for call in self.calls if call.name == name]
