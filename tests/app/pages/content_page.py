"""Pages, posts and whatever else is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QPlainTextEdit, QTextBrowser

from .page import Page


class ContentPage(Page):
    """Find, begin and open texts; write them, publish them, say when."""

    id, entry = "content", "Pages & posts"

    # -- the list ----------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        """As they are read out: title, status, how much of each language is there."""
        view = self.person.sees(QListView, "Pages & posts", self.root)
        if view is None:
            return []
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(view.model().index(row, 0).data(role)) for row in range(view.model().rowCount())]

    def search(self, text: str) -> None:
        """In the field above the list."""
        self.person.fill("Search texts", text, self.root)

    def open(self, row: int) -> None:
        """One that the list shows."""
        self.person.wait(lambda: len(self.lines()) > row)
        view = self.person.see(QListView, "Pages & posts", self.root)
        place = view.visualRect(view.model().index(row, 0)).center()
        self.person.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def begin(self) -> None:
        """What an empty list offers."""
        self.person.click("Write the first one", self.root)

    # -- writing -----------------------------------------------------------------------------------

    def name(self, title: str) -> None:
        """Its title, kept."""
        self.person.fill("Title", title, self.root)
        self.kept()

    def write(self, text: str) -> None:
        """The text itself, in place of what is there, kept."""
        self.person.write("Text", text, self.root)
        self.kept()

    def write_on(self, text: str) -> None:
        """At its end, and nothing is waited for."""
        body = self._body()
        body.setFocus()
        self.person.qtbot.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.person.type(text, body)

    def text(self) -> str:
        """As it stands there."""
        return self._body().toPlainText()

    def address(self, slug: str) -> None:
        """Another address, kept."""
        self.person.fill("Address", slug, self.root)
        self.kept()

    def speak(self, language: str) -> None:
        """The chip of a language above the text."""
        self.person.click(f"{language}…", self.root)

    def drop(self, path: Path) -> None:
        """A file from the desktop into the text."""
        self.person.drop([path], self._body().viewport())

    def preview(self) -> QTextBrowser:
        """What readers will see."""
        return self.person.see(QTextBrowser, "Preview, read only", self.root)

    def says(self, words: str) -> bool:
        """Whether that is told anywhere on the page."""
        return any(words in text for text in self.person.names(QLabel, self.root))

    def kept(self) -> None:
        """Until what was typed is safe."""
        self.person.wait(lambda: self.says("Saved") or self.says("Draft kept"))

    # -- acts --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Over what is public, where anything is."""
        button = self.person.see(QAbstractButton, "Save", self.root)
        self.person.click("Save", self.root)
        self.person.wait(lambda: not button.isEnabled())

    def publish(self) -> None:
        """On show from now on."""
        self.person.click("Publish", self.root)
        self.person.see(QAbstractButton, "Unpublish", self.root)

    def discard(self) -> None:
        """Forget the draft."""
        self.person.click("Discard draft", self.root)

    def tag(self, tags: str) -> None:
        """Separated by commas."""
        self.person.fill("Tags", tags, self.root)
        self.person.press(Qt.Key.Key_Return)

    def schedule(self) -> None:
        """For the time that is proposed."""
        self.person.click("Schedule", self.root)
        self.person.see(QLabel, "Scheduled", self.root)

    def unschedule(self) -> None:
        """No longer."""
        self.person.click("Cancel it", self.root)
        self.person.see(QLabel, "Draft", self.root)

    def _body(self) -> QPlainTextEdit:
        return self.person.see(QPlainTextEdit, "Text", self.root)

    def title(self) -> str:
        """As it stands in the field."""
        return self.person.see(QLineEdit, "Title", self.root).text()
