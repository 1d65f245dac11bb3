"""Questions to the person. Never blocking: the answer comes by callback, tests bring their own prompter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class PromptButton:
    """An answer. ``kind``: ``primary``, ``secondary`` or ``danger``."""

    id: str
    text: str
    kind: str = "secondary"


class Prompter(Protocol):
    """Asks; the callbacks run once, in the window's thread."""

    def ask(
        self,
        parent: QWidget,
        title: str,
        text: str,
        buttons: Sequence[PromptButton],
        on_answer: Callable[[str | None], None],
    ) -> None:
        """Shows a question; answers the id of the button, None when it was closed."""

    def choose_file(self, parent: QWidget, title: str, filters: str, on_file: Callable[[str | None], None]) -> None:
        """Lets an existing file be chosen; ``filters`` as Qt writes them: ``Tables (*.csv *.tsv)``."""

    def choose_files(
        self, parent: QWidget, title: str, filters: str, on_files: Callable[[tuple[str, ...]], None]
    ) -> None:
        """Lets any number of existing files be chosen; none when it was closed."""

    def choose_folder(self, parent: QWidget, title: str, on_folder: Callable[[str | None], None]) -> None:
        """Lets an existing folder be chosen."""

    def choose_target(
        self, parent: QWidget, title: str, name: str, filters: str, on_file: Callable[[str | None], None]
    ) -> None:
        """Lets a file to write be chosen, ``name`` offered; overwriting was confirmed."""
