"""Choosing a picture: one of the shop's, or a file that is taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QRect, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from rustok_desktop.gui.media.media_delegate import MediaDelegate
from rustok_desktop.gui.media.media_grid_model import ROW_ROLE, MediaGridModel
from rustok_desktop.gui.media.media_grid_view import MediaGridView
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.upload_queue import UploadQueue, UploadTally
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.overlay import Overlay
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.media.views import MediaRow


class PictureChooser(Overlay):
    """:meth:`ask` opens it; ``failed`` carries errors."""

    failed = Signal(object)

    def __init__(self, parent: QWidget, services: GuiServices, pictures: PictureCache) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services, self._page = services, parent
        self._then: Callable[[str], None] | None = None
        icons = services.icons
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.close_button = IconButton(icons.icon("x", "muted"), "")
        self.search = SearchField(icons)
        self.upload = Button("", icons.icon("upload", "text"))
        self.use = Button(variant="primary")
        self.model = MediaGridModel(services.client, self)
        delegate = MediaDelegate(services.theme, pictures, _size)
        self.grid = MediaGridView(self.model, delegate, services.theme, pictures)
        self.empty = EmptyState(icons.icon("image", "muted"))
        self.queue = UploadQueue(services.client, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(self.upload)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.use)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_panel)
        self.search.searched.connect(self._search)
        self.upload.clicked.connect(self._choose_file)
        self.use.clicked.connect(self._use)
        self.grid.chosen.connect(self._marked)
        self.grid.activated.connect(self._activated)
        self.grid.dropped.connect(self._take_in)
        self.model.opened.connect(self._listed)
        self.model.failed.connect(self.failed)
        self.queue.uploaded.connect(self._done)
        self.queue.ended.connect(self._ended)

    def ask(self, then: Callable[[str], None]) -> None:
        """Open; ``then`` is told the picture's id."""
        self._then = then
        self.grid.select("")
        self._marked("")
        self.model.open(self.model.query)
        self.open_panel()

    def place(self) -> None:
        """Wide and high, in the middle."""
        px = self.theme.px
        width, height = min(px(780), self.width() - px(40)), min(px(580), self.height() - px(40))
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def take_focus(self) -> None:
        """Type to find."""
        self.search.setFocus()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.model.open(replace(self.model.query, text=text))

    @Slot()
    def _listed(self) -> None:
        self.stack.setCurrentWidget(self.grid if self.model.rowCount() else self.empty)

    @Slot(str)
    def _marked(self, media_id: str) -> None:
        self.use.setEnabled(bool(media_id))

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self._done(row.id)

    @Slot()
    def _use(self) -> None:
        if self.grid.selected:
            self._done(self.grid.selected)

    @Slot()
    def _choose_file(self) -> None:
        filters = f"{self.tr('Pictures')} (*.jpg *.jpeg *.png *.webp *.gif)"
        self._services.prompter.choose_files(self._page, self.tr("Choose a picture"), filters, self._take_in)

    @Slot(list)
    def _take_in(self, paths: Sequence[str]) -> None:
        self.queue.add(list(paths)[:1])

    @Slot(str)
    def _done(self, media_id: str) -> None:
        then, self._then = self._then, None
        self.close_panel()
        if then is not None:
            then(media_id)

    @Slot(object)
    def _ended(self, tally: UploadTally) -> None:
        if tally.failed:
            self.failed.emit(tally.failed[0][1])

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.title.setText(self.tr("Choose a picture"))
        self.close_button.set_tip(self.tr("Close"))
        self.search.set_placeholder(self.tr("Find a picture by name"))
        self.upload.setText(self.tr("From a file…"))
        self.use.setText(self.tr("Use this picture"))
        self.grid.setAccessibleName(self.tr("Pictures of the shop"))
        self.empty.set_texts(self.tr("No pictures here"), self.tr("Take one from a file, or drop it here."))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _size(row: MediaRow) -> str:
    return f"{row.width} × {row.height}" if row.width else ""
