"""Answers reach the one who asked, while it lives; errors go where they belong."""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QObject

from rustok_desktop.gui.asker import Asker


class Client:
    """Keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}

    def submit(self, operation: Any, **how: Any) -> None:
        self.asked = {"operation": operation, **how}


def test_no_answer_is_wanted_once_the_owner_is_gone() -> None:
    client, owner, answers = Client(), QObject(), []
    Asker(client, owner, lambda error: None)("read", answers.append, write=True)  # type: ignore[arg-type]
    assert (client.asked["operation"], client.asked["write"]) == ("read", True)
    assert client.asked["alive"]()
    shiboken6.delete(owner)
    assert not client.asked["alive"]()


def test_an_error_goes_to_the_page_unless_the_question_names_another() -> None:
    client, owner = Client(), QObject()
    told: list[str] = []
    ask = Asker(client, owner, lambda error: told.append("page"))  # type: ignore[arg-type]
    ask("read", print)
    client.asked["on_error"](ValueError())
    ask("read", print, on_error=lambda error: told.append("rule"))
    client.asked["on_error"](ValueError())
    assert told == ["page", "rule"]
