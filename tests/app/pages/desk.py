"""The window as a person works with it, over the real shop behind it."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application

SLOW = 20_000


class Desk:
    """Goes to pages, types, asks the shop, takes back."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=SLOW)

    def go(self, page_id: str, **arguments: Any) -> Any:
        self.application.services.navigator.go(page_id, **arguments)
        stack = self.application.window.stack
        self.wait(lambda: page_id in stack.built() and stack.currentWidget() is stack.built()[page_id])
        return stack.built()[page_id]

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.application.services.client.submit(work, on_result=found.append, write=True)
        self.wait(lambda: bool(found))
        return found[0]

    def type(self, editor: Any, text: str) -> None:
        editor.setFocus()
        self.qtbot.keyClicks(editor, text)

    def undo(self) -> None:
        """Ctrl+Z once the window knows of the last step."""

        async def last(platform: Any) -> str:
            step = (await platform.history.state(platform.context())).undo
            return step.id if step is not None else ""

        step_id, known = self.ask(last), self.application.window.undo
        self.wait(lambda: known.can_undo() and known.state.undo.id == step_id)
        assert self.application.services.actions.trigger("edit.undo")
