"""What the shop's own pictures show, in words, for the images of a product."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from rustok_desktop.core.locale import fallback_chain
from rustok_desktop.gui.operations.media import DescribeImage, ReadDescriptions
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.media.views import MediaView

_Key = tuple[str, str]  # picture, language


class PictureWords(QObject):
    """Alternative texts belong to the picture, not to the product, so each is saved as it is written.

    What is on its way is shown as it was written. ``changed`` follows whenever a text may be another.
    """

    changed = Signal()

    def __init__(self, controller: EditorController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._wanted: frozenset[str] = frozenset()
        self._views: dict[str, MediaView] = {}
        self._typed: dict[_Key, str] = {}
        self._saved: dict[_Key, str] = {}  # until they are read
        self._asked = 0

    def want(self, media_ids: Iterable[str], *, again: bool = False) -> None:
        """These are in sight; they are read if one of them is not known yet, or ``again``."""
        wanted = frozenset(media_ids)
        fresh = wanted != self._wanted and not wanted <= self._views.keys()
        self._wanted = wanted
        if fresh or again:
            self.read()

    def read(self) -> None:
        """Read what is wanted, again."""
        self._asked += 1
        if self._wanted:
            operation = ReadDescriptions(tuple(sorted(self._wanted)))
            self._controller.look_back(operation, partial(self._came, self._asked, dict(self._saved)))

    def _came(self, asked: int, saved: dict[_Key, str], views: tuple[MediaView, ...]) -> None:
        if asked != self._asked:
            return
        self._views = {view.id: view for view in views}
        for key, text in saved.items():  # they were written before this was read
            self._settle(key, text)
        self.changed.emit()

    def _settle(self, key: _Key, text: str) -> None:
        for texts in (self._saved, self._typed):
            if texts.get(key) == text:
                del texts[key]

    def known(self, media_id: str) -> bool:
        """Whether a picture's words are here."""
        return media_id in self._views

    def text(self, media_id: str, locale: str) -> str:
        """What it shows, in exactly this language; '' for nothing."""
        typed = self._typed.get((media_id, locale))
        return self._stored(media_id, locale) if typed is None else typed

    def _stored(self, media_id: str, locale: str) -> str:
        view = self._views.get(media_id)
        words = view.translations.get(locale) if view is not None else None
        return (words.alt_text or "") if words is not None else ""

    def instead(self, media_id: str, locale: str) -> str:
        """What stands in for a text that is missing: that of a language near to it, of the shop's own, or of any."""
        shop = self._controller.shop
        chain = fallback_chain(locale, {}, shop.default_locale)[1:] if locale != shop.default_locale else []
        view = self._views.get(media_id)
        others = (code for code, _ in shop.locales)
        codes = dict.fromkeys((*chain, *others, *(view.translations if view is not None else ())))
        return next((text for code in codes if code != locale and (text := self.text(media_id, code))), "")

    def put(self, media_id: str, locale: str, text: str) -> bool:
        """Save a text; false when that is what stands there, or nothing is known of the picture yet."""
        view = self._views.get(media_id)
        if view is None or text == self.text(media_id, locale):
            return False
        was, key = self.text(media_id, locale), (media_id, locale)
        self._typed[key] = text
        change = DescribeImage(media_id, view.version, locale, text, was)
        self._controller.change_beside(change, partial(self._done, key, text), partial(self._missed, key, text))
        self.changed.emit()
        return True

    def _done(self, key: _Key, text: str) -> None:
        self._saved[key] = text
        self.read()

    def _missed(self, key: _Key, text: str, error: BaseException) -> None:
        self._settle(key, text)
        self.changed.emit()
        self._controller.failed.emit(error)
        self.read()
