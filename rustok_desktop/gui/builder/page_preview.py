"""The page as visitors will read it, simply laid out, a moment after the typing pauses."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.builder.block_html import Shown
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.builder import RenderPage
from rustok_desktop.gui.services import ClientPort
from rustok_desktop.gui.theme.theme import Theme

_PAUSE_MS = 250
_SIDE = 640
_COLUMN = 115
_MEDIA = "media:"


class PagePreview(QTextBrowser):
    """Links lead nowhere. Pictures of the shop come in when they are there; those of the web are not fetched."""

    def __init__(self, client: ClientPort, theme: Theme, pictures: PictureCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reading")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._client, self._theme, self._pictures = client, theme, pictures
        self._blocks: tuple[Shown, ...] = ()
        self._locale, self._html, self._key = "en", "", ""
        self._asked, self._most = 0, 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        pictures.arrived.connect(self._arrived)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_blocks(self, blocks: tuple[Shown, ...], locale: str) -> None:
        """Show this in a moment."""
        if (blocks, locale) != (self._blocks, self._locale):
            self._blocks, self._locale = blocks, locale
            self._pause.start()

    def go_to(self, key: str) -> None:
        """Bring a block into sight."""
        self._key = key
        self.scrollToAnchor(key)

    @property
    def waiting(self) -> bool:
        """Something changed that is not shown yet."""
        return self._pause.isActive()

    @Slot()
    def _ask(self) -> None:
        self._asked += 1
        self._most = self._room()
        self._client.submit(
            RenderPage(self._blocks, self._locale, self._room()),
            on_result=partial(self._rendered, self._asked),
            on_error=partial(self._failed, self._asked),
            alive=partial(isValid, self),
        )

    def _room(self) -> int:
        """How many columns can still be read."""
        return max(1, self.viewport().width() // self._theme.px(_COLUMN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for other columns."""
        super().resizeEvent(event)
        if self._blocks and self._room() != self._most:
            self._pause.start()

    def _failed(self, asked: int, _error: BaseException) -> None:
        self._rendered(asked, "")  # nothing to see; the blocks themselves are untouched

    def _rendered(self, asked: int, html: str) -> None:
        if asked == self._asked and html != self._html:
            self._html = html
            self._show()

    def _show(self) -> None:
        place = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The shop's own pictures; nothing else is read."""
        address = name if isinstance(name, str) else name.toString()
        if kind != QTextDocument.ResourceType.ImageResource.value or not address.startswith(_MEDIA):
            return None
        image = self._pictures.image(address.removeprefix(_MEDIA), _SIDE)
        if image is None:
            return QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
        tiled = (int(block.data.get("columns", 3)) for block in self._blocks if _tiled(block, address))
        columns = min(max(tiled, default=1), self._room())
        room = max(60, (self.viewport().width() - self._theme.px(40)) // columns - self._theme.px(12))
        return image if image.width() <= room else image.scaledToWidth(room)

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        if f"{_MEDIA}{media_id}" in self._html:
            self._show()

    @Slot()
    def _restyle(self) -> None:
        tokens = self._theme.tokens
        self.document().setDefaultStyleSheet(
            f"body {{ color: {tokens.text}; }} a {{ color: {tokens.accent}; }} h1 {{ font-size: x-large; }}"
            f" h2 {{ font-size: large; }} h3 {{ font-size: medium; }} .muted {{ color: {tokens.muted}; }}"
            f" blockquote {{ color: {tokens.muted}; margin-left: 12px; font-style: italic; }}"
            f" .hero, .cta {{ background-color: {tokens.accent_soft}; }} .tile {{ background-color: {tokens.sunk}; }}"
            f" .button {{ background-color: {tokens.accent}; color: {tokens.on_accent}; font-weight: 600; }}"
            f" code, pre {{ background: {tokens.sunk}; }}"
        )
        if self._html:
            self._show()


def _tiled(block: Shown, address: str) -> bool:
    return address in block.data.get("pictures", ()) and block.type in ("gallery", "features")
