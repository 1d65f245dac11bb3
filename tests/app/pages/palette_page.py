"""The command palette, by keys only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from .person import Person

_LONGEST = 60


class PalettePage:
    """Ctrl+K, a few words, Enter."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def open(self) -> None:
        """Ctrl+K."""
        self.person.shortcut(Qt.Key.Key_K)
        self.person.see(QLineEdit, "Search or run a command…")

    def run(self, text: str) -> None:
        """Type it, walk down to it, press Enter."""
        self.open()
        self.person.type(text)
        self.walk_to(text)
        self.person.press(Qt.Key.Key_Return)
        self.person.wait(lambda: self.person.sees(QLineEdit, "Search or run a command…") is None)

    def walk_to(self, text: str) -> None:
        """Arrow down until the line is chosen."""
        try:
            self.person.wait(lambda: text in self.lines())
        except self.person.qtbot.TimeoutError:
            raise AssertionError(f"the palette does not find {text!r}: {self.lines()}") from None
        for _ in range(_LONGEST):
            if self.chosen() == text:
                return
            self.person.press(Qt.Key.Key_Down)
        raise AssertionError(f"arrows do not come to {text!r}: {self.lines()}")

    def lines(self) -> list[str]:
        """What it offers."""
        view = self.person.sees(QListView, "Results")
        model = view.model() if view is not None else None
        return [str(model.index(r, 0).data() or "") for r in range(model.rowCount())] if model is not None else []

    def chosen(self) -> str:
        """What Enter would run."""
        view = self.person.sees(QListView, "Results")
        return str(view.currentIndex().data() or "") if view is not None else ""
