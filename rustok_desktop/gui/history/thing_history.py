"""The history of one thing above the page: categories, collections, tags, pictures, locations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.history.history_list import HistoryList
from rustok_desktop.gui.operations.history import ReadHistory, RestoreThing
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.overlay import Overlay
from rustok_desktop.history.views import HistoryEntry, HistoryPage, Restored


class ThingHistory(Overlay):
    """``restored`` follows a restore, which is saved at once; ``failed`` carries errors."""

    restored = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services = services
        self._thing = ("", "")
        self._name = ""
        self._parts: Mapping[str, str] = {}
        self._next: int | None = None
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.close_button = IconButton(services.icons.icon("x", "muted"), "")
        self.list = HistoryList(services.theme, preferences=services.preferences)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.close_button.clicked.connect(self.close_panel)
        self.list.field_asked.connect(self._restore_field)
        self.list.version_asked.connect(self._restore_version)
        self.list.older_asked.connect(self._read_older)
        self.list.retranslate()
        self.retranslate()

    def open_for(self, kind: str, thing_id: str, name: str, parts: Mapping[str, str] | None = None) -> None:
        """Show what happened to a thing; ``parts`` are titles of what stands in it, by id."""
        self._parts = parts or {}
        self._thing, self._name, self._next = (kind, thing_id), name, None
        self._show(())
        self.retranslate()
        self.open_panel()
        self._read(None)

    def place(self) -> None:
        """Wide and high, in the middle."""
        px = self.theme.px
        width, height = min(px(860), self.width() - px(40)), min(px(560), self.height() - px(40))
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def take_focus(self) -> None:
        """The list is what one came for."""
        self.list.view.setFocus()

    def _read(self, before: int | None) -> None:
        kind, thing_id = self._thing
        self._services.client.submit(
            ReadHistory(thing_id, before, kind),
            on_result=partial(self._show_page, self._thing, before),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    @Slot()
    def _read_older(self) -> None:
        self._read(self._next)

    def _show_page(self, thing: tuple[str, str], before: int | None, page: HistoryPage) -> None:
        if thing == self._thing:
            self._next = page.next
            kept = self.list.model.entries if before is not None else ()
            self._show((*kept, *page.entries))

    def _show(self, entries: tuple[HistoryEntry, ...]) -> None:
        language = self._services.translator.language
        self.list.show_entries(entries, self._parts, language, several=True, more=self._next is not None)

    @Slot(str, str)
    def _restore_field(self, event_id: str, path: str) -> None:
        self._restore(RestoreThing(event_id, path))

    @Slot(str)
    def _restore_version(self, event_id: str) -> None:
        self._restore(RestoreThing(event_id))

    def _restore(self, operation: RestoreThing) -> None:
        self._services.client.submit(
            operation,
            on_result=self._came_back,
            on_error=self.failed.emit,
            alive=partial(isValid, self),
            write=True,
        )

    def _came_back(self, _restored: Restored) -> None:
        self.restored.emit()
        QTimer.singleShot(0, self, partial(self._read, None))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._title.setText(self.tr("History of “{name}”").format(name=self._name))
        self.list.note.setText(self.tr("Who changed what and when. Whatever is put back is a change of its own."))
        self.list.view.setAccessibleName(self.tr("History"))
        self.close_button.set_tip(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
