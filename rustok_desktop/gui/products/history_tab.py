"""The last tab of the editor: who changed what and when, and putting it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.history.history_list import HistoryList
from rustok_desktop.gui.operations.history import ReadHistory, RestoreField, RestoreVersion
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.history.views import HistoryEntry, HistoryPage


class HistoryTab(HistoryList):
    """Reads when it comes in sight and when another version is shown. Restores are saved at once."""

    def __init__(
        self,
        controller: EditorController,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(theme, parent, preferences=preferences)
        self._controller = controller
        self._product: str | None = None
        self._seen: tuple[object, ...] = ()  # what the entries belong to
        self._next: int | None = None
        self.field_asked.connect(self._restore_field)
        self.version_asked.connect(self._restore_version)
        self.older_asked.connect(self._read_older)
        controller.replaced.connect(self.refresh)
        controller.grown.connect(self._name_variants)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Another product or version; nothing is read while the tab is out of sight."""
        state = self._controller.state
        view = state.head if state is not None else None
        self._product = view.id if view is not None else None
        if state is None or view is None:
            self._seen, self._next = (), None
            self._show(())
            return
        current = (view.id, view.version, state.edition)  # stock moves without a new version
        if self.isVisible() and current != self._seen:
            self._seen = current
            self._read(None)

    @Slot()
    def _name_variants(self) -> None:
        """The variants that entries speak of are all here now."""
        state = self._controller.state
        if state is not None and state.complete:
            self._show(self.model.entries)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what has happened since."""
        super().showEvent(event)
        self.refresh()

    def focus_path(self, path: str) -> bool:
        """This tab has no field that a save could find wrong."""
        return False

    def _read(self, before: int | None) -> None:
        if self._product is not None:
            shown = partial(self._show_page, self._product, before)
            self._controller.look_back(ReadHistory(self._product, before), shown)

    @Slot()
    def _read_older(self) -> None:
        self._read(self._next)

    def _show_page(self, product_id: str, before: int | None, page: HistoryPage) -> None:
        if product_id != self._product:
            return
        self._next = page.next
        kept = self.model.entries if before is not None else ()
        self._show((*kept, *page.entries))

    def _show(self, entries: tuple[HistoryEntry, ...]) -> None:
        state = self._controller.state
        titles = _titles(state, entries) if state is not None else {}
        several = len(self._controller.shop.locales) > 1
        more = self._next is not None
        self.show_entries(entries, titles, self._controller.language, several=several, more=more)
        self._say()

    def _say(self) -> None:
        if self._product is None:
            self.note.setText(self.tr("The history begins once the product is saved."))
        else:
            self.note.setText(self.tr("Who changed what and when. Whatever is put back is a change of its own."))

    @Slot(str, str)
    def _restore_field(self, event_id: str, path: str) -> None:
        base = self._base()
        if base is not None:
            self._controller.put_back(RestoreField(event_id, path, base))

    @Slot(str)
    def _restore_version(self, event_id: str) -> None:
        base = self._base()
        if base is not None:
            self._controller.put_back(RestoreVersion(event_id, base))

    def _base(self) -> int | None:
        state = self._controller.state
        return state.version if state is not None and state.head is not None else None

    def retranslate(self) -> None:
        """All words in the language of the window."""
        super().retranslate()
        self.view.setAccessibleName(self.tr("History of the product"))
        self._show(self.model.entries)


def _titles(state: EditorState, entries: tuple[HistoryEntry, ...]) -> dict[str, str]:
    """The titles of the variants that entries speak of, as far as they are here."""
    ids = {move.variant_id for entry in entries for move in entry.movements}
    paths = (field.path.split("/") for entry in entries for field in entry.fields)
    ids.update(parts[1] for parts in paths if len(parts) > 1 and parts[0] == "variants")
    found = ((variant_id, state.variants.get(variant_id)) for variant_id in ids)
    return {variant_id: variant.title for variant_id, variant in found if variant is not None}
