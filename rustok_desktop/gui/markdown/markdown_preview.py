"""What a reader will see: read-only, a moment after the typing pauses."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.markdown.link_notes import noted
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.markdown import Rendered, RenderMarkdown
from rustok_desktop.gui.services import ClientPort
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.media.views import SIDES

PAUSE_MS = 250
SHOWN = 60_000  # characters; laying out more would make the window stutter
_SIDE = SIDES[-1]  # of the thumbnails there are
_MEDIA = "media:"


class MarkdownPreview(QTextBrowser):
    """Links lead nowhere. Pictures of the shop come in when they are there; those of the web are not fetched.

    ``checked`` tells how many links to things of the shop are broken; ``shown``: the text asked for last is seen.
    """

    checked = Signal(int)
    shown = Signal()

    def __init__(self, client: ClientPort, theme: Theme, pictures: PictureCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reading")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._client = client
        self._theme = theme
        self._pictures = pictures
        self._title = ""
        self._text = ""
        self._html = ""
        self._asked = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        pictures.arrived.connect(self._arrived)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def waiting(self) -> bool:
        """Something was typed that is not shown yet."""
        return self._pause.isActive()

    def show_text(self, title: str, text: str) -> None:
        """Show this in a moment. What is typed behind the part that is shown costs nothing."""
        text = text[:SHOWN]
        if (title, text) != (self._title, self._text):
            self._title, self._text = title, text
            self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._asked += 1
        if not self.isVisible():
            return
        self._client.submit(
            RenderMarkdown(self._text),
            on_result=partial(self._rendered, self._asked),
            on_error=self._failed,
            alive=partial(isValid, self),
        )

    def _failed(self, _error: BaseException) -> None:
        self._rendered(self._asked, Rendered(""))  # nothing to see; the text itself is untouched

    def _rendered(self, asked: int, rendered: Rendered) -> None:
        if asked == self._asked:
            self._html, broken = noted(rendered)
            self._show()
            self.checked.emit(broken)
            self.shown.emit()

    def rendered_text(self) -> str:
        """The part of the text that is shown."""
        return self._text

    def _show(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        head = f"<h1>{_escaped(self._title)}</h1>" if self._title else ""
        self.setHtml(head + self._html)
        bar.setValue(round(share * bar.maximum()))

    def follow(self, share: float) -> None:
        """Scroll to the same share of the text, 0 … 1."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The shop's own pictures; nothing else is read."""
        address = name if isinstance(name, str) else name.toString()
        if kind != QTextDocument.ResourceType.ImageResource.value or not address.startswith(_MEDIA):
            return None
        image = self._pictures.image(address.removeprefix(_MEDIA), _SIDE)
        if image is None:
            return QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
        room = max(80, self.viewport().width() - self._theme.px(28))
        return image if image.width() <= room else image.scaledToWidth(room)

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        if f"{_MEDIA}{media_id}" in self._html:
            self._show()

    @Slot()
    def _restyle(self) -> None:
        tokens = self._theme.tokens
        self.document().setDefaultStyleSheet(
            f"body {{ color: {tokens.text}; }} a {{ color: {tokens.accent}; }} h1, h2, h3 {{ margin-top: 12px; }}"
            " h1 { font-size: large; font-weight: 700; } h2 { font-size: medium; } h3 { font-size: medium; }"
            f" blockquote {{ color: {tokens.muted}; margin-left: 12px; font-style: italic; }}"
            f" .broken {{ color: {tokens.danger}; }}"
            f" code, pre {{ background: {tokens.sunk}; }} th, td {{ padding: 4px; border-color: {tokens.border}; }}"
        )
        if self._html:
            self._show()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
