"""Thumbnails for views that paint them: what is there at once, what is not a moment later."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from rustok_desktop.gui.operations.media import Picture, ReadPicture
from rustok_desktop.gui.services import ClientPort

_BYTES = 48 << 20  # of decoded pictures
_AT_ONCE = 4
_WAITING = 120  # what was scrolled past long ago is not worth reading any more
_Key = tuple[str, int]


class PictureCache(QObject):
    """``arrived`` names a picture that can be painted now. Used in the window's thread only; decoding is elsewhere."""

    arrived = Signal(str)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._pictures: OrderedDict[_Key, QImage | None] = OrderedDict()  # None: could not be read
        self._names: dict[str, str] = {}
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._reading: set[_Key] = set()
        self._bytes = 0

    def image(self, media_id: str, side: int) -> QImage | None:
        """The thumbnail, None while it is on its way (``arrived`` follows) or when there is none."""
        key = (media_id, side)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key not in self._reading:
            self._waiting[key] = None
            self._waiting.move_to_end(key)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._read_next()
        return None

    def name(self, media_id: str) -> str:
        """The name of the picture's file; '' until its picture arrived."""
        return self._names.get(media_id, "")

    def forget(self, media_id: str) -> None:
        """Read a picture again when it is asked for."""
        for key in [key for key in self._pictures if key[0] == media_id]:
            self._drop(key)

    def _read_next(self) -> None:
        while self._waiting and len(self._reading) < _AT_ONCE:
            key, _ = self._waiting.popitem()  # the newest wish first: it is what is in sight
            self._reading.add(key)
            self._client.submit(
                ReadPicture(*key),
                on_result=partial(self._came, key),
                on_error=partial(self._missed, key),
                alive=partial(isValid, self),
            )

    def _came(self, key: _Key, picture: Picture) -> None:
        self._names[key[0]] = picture.name
        self._keep(key, None if picture.image.isNull() else picture.image)

    def _missed(self, key: _Key, _error: BaseException) -> None:
        # A placeholder stays in its place; the Media page tells what is wrong with a picture.
        self._keep(key, None)

    def _keep(self, key: _Key, image: QImage | None) -> None:
        self._reading.discard(key)
        self._drop(key)
        self._pictures[key] = image
        self._bytes += image.sizeInBytes() if image is not None else 0
        while self._bytes > _BYTES and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))
        self._read_next()
        self.arrived.emit(key[0])

    def _drop(self, key: _Key) -> None:
        image = self._pictures.pop(key, None)
        self._bytes -= image.sizeInBytes() if image is not None else 0


def fitted(image: QSize, room: QSize) -> QSize:
    """The size of a picture in its room: whole, never made larger than it is."""
    size = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return size if size.width() <= image.width() else image
