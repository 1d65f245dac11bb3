"""What is typed into translations and not saved yet, and the saves on their way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.gui.operations.translations import SaveTranslation, Words
from rustok_desktop.gui.save_queue import SaveQueue
from rustok_desktop.gui.services import ClientPort

Key = tuple[str, str, str]  # kind, id, language


class TranslationDrafts(QObject):
    """``saved`` carries a key, ``refused`` a key and the error; what was refused stays typed."""

    saved = Signal(object)
    refused = Signal(object, object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed: dict[Key, Words] = {}
        self._sent: dict[Key, Words] = {}
        self._saves = SaveQueue(client, self)
        self._saves.saved.connect(self._saved)
        self._saves.failed.connect(self._refused)

    def typed(self, key: Key) -> Words | None:
        """What was typed and is not saved, None when nothing was."""
        return self._typed.get(key)

    def type(self, key: Key, words: Words) -> None:
        """This differs now from what the shop has; nothing when ``words`` is empty."""
        if words:
            self._typed[key] = words
        else:
            self._typed.pop(key, None)

    def keep(self, key: Key, version: int) -> None:
        """Save what is typed, unless just that is on its way already."""
        words = self._typed.get(key)
        if words and self._sent.get(key) != words:
            self._sent[key] = words
            self._saves.push(key[1], version, partial(_saving, key, words), (key, words))

    @Slot(object, object)
    def _saved(self, name: tuple[Key, Words], _saved: NodeSaved) -> None:
        key, words = name
        self._sent.pop(key, None)
        if self._typed.get(key) == words:
            self._typed.pop(key)
        self.saved.emit(key)

    @Slot(object, object)
    def _refused(self, name: tuple[Key, Words], error: BaseException) -> None:
        self._sent.pop(name[0], None)
        self.refused.emit(name[0], error)


def _saving(key: Key, words: Words, version: int) -> SaveTranslation:
    kind, thing_id, locale = key
    return SaveTranslation(kind, thing_id, version, locale, words)
