"""The Media page: a grid of pictures, and what is known of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.media.media_actions import media_actions
from rustok_desktop.gui.media.media_delegate import MediaDelegate
from rustok_desktop.gui.media.media_details import MediaDetails
from rustok_desktop.gui.media.media_grid_model import MediaGridModel
from rustok_desktop.gui.media.media_grid_view import MediaGridView
from rustok_desktop.gui.media.media_texts import dimensions, file_size
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.upload_bar import UploadBar
from rustok_desktop.gui.media.upload_queue import UploadQueue, UploadTally, local_files
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.media import CleanUp, DeletePicture, ReadUnused
from rustok_desktop.gui.operations.trash import BringBack, Emptied
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.history.views import TrashedThing
from rustok_desktop.media.views import CleanedUp, MediaQuery, MediaRow, MediaView, Unused

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250
_DETAILS_WIDTH = 296


class MediaPage(QWidget):
    """Opens with ``media_id`` to show one picture."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAcceptDrops(True)
        self._services = services
        self.pictures = PictureCache(services.client, self)
        self.queue = UploadQueue(services.client, self)
        self.model = MediaGridModel(services.client, self)
        self._build()
        self._lay_out()
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(_REFRESH_MS)
        self.history = ThingHistory(self, services)
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))
        services.actions.register(*media_actions(self))
        self.model.open(MediaQuery())

    def _build(self) -> None:
        services, icons = self._services, self._services.icons
        self.header = PageHeader()
        self.clean_button = Button("", icons.icon("eraser", "text"))
        self.upload_button = Button("", icons.icon("upload", "on_accent"), "primary")
        self.search = SearchField(icons)
        self.use = FilterBox()
        self.bar = UploadBar(services, self.queue)
        delegate = MediaDelegate(services.theme, self.pictures, self._facts)
        self.grid = MediaGridView(self.model, delegate, services.theme, self.pictures)
        self.first_upload = Button("", icons.icon("upload", "on_accent"), "primary")
        self.empty = EmptyState(icons.icon("image", "muted"), actions=(self.first_upload,))
        self.show_all = Button()
        self.nothing_found = EmptyState(icons.icon("search", "muted"), actions=(self.show_all,))
        self.details = MediaDetails(services, self.pictures)
        self.details.setFixedWidth(services.theme.px(_DETAILS_WIDTH))
        self.details.hide()

    def _lay_out(self) -> None:
        self.header.add_action(self.clean_button)
        self.header.add_action(self.upload_button)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE.s)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.use)
        frame = Card(margin=SPACE.xs)
        self.stack = QStackedWidget()
        for widget in (self.grid, self.empty, self.nothing_found):
            self.stack.addWidget(widget)
        frame.body.addWidget(self.stack)
        left = QVBoxLayout()
        left.setSpacing(SPACE.m)
        left.addWidget(self.header)
        left.addLayout(filters)
        left.addWidget(self.bar)
        left.addWidget(frame, 1)
        theme = self._services.theme
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(22), theme.px(18), theme.px(18), theme.px(14))
        whole.setSpacing(SPACE.l)
        whole.addLayout(left, 1)
        whole.addWidget(self.details)

    def _connect(self) -> None:
        self._refresh_timer.timeout.connect(self.model.refresh)
        self.upload_button.clicked.connect(self.choose_files)
        self.first_upload.clicked.connect(self.choose_files)
        self.clean_button.clicked.connect(self.ask_clean_up)
        self.show_all.clicked.connect(self._show_all)
        self.search.searched.connect(self._narrow)
        self.use.chosen.connect(self._narrow)
        self.model.opened.connect(self._show_state)
        self.model.failed.connect(self._failed)
        self.grid.chosen.connect(self._choose)
        self.grid.dropped.connect(self.upload)
        self.grid.delete_asked.connect(self.delete)
        self.details.delete_asked.connect(self.delete)
        self.details.close_asked.connect(self._close_details)
        self.details.product_asked.connect(self._go_to_product)
        self.details.failed.connect(self._failed)
        self.details.history_asked.connect(self.history.open_for)
        self.history.failed.connect(self._failed)
        self.history.restored.connect(self.details.read)
        self.queue.ended.connect(self._uploads_ended)
        self._services.theme.changed.connect(self._restyle)

    # -- list --------------------------------------------------------------------------------------

    def open_with(self, media_id: str | None = None) -> None:
        """What the navigator asks for."""
        if media_id is not None:
            self.grid.select(media_id)

    def flush(self) -> None:
        """Save what was typed: the window closes."""
        self.details.flush()

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self) or not (notice.bulk or notice.kinds & {"media", "product"}):
            return
        self._refresh_timer.start()
        if notice.bulk or "product" in notice.kinds or self.details.media_id in notice.ids:
            self.details.read()

    @Slot()
    def _narrow(self, _value: object = None) -> None:
        use = self.use.value()
        self.model.open(MediaQuery(self.search.text().strip(), use if use in ("used", "unused") else "any"))

    @Slot()
    def _show_all(self) -> None:
        self.search.clear_now()
        self.use.set_value("any")
        self._narrow()

    @Slot()
    def _show_state(self) -> None:
        narrowed = self.model.query != MediaQuery()
        empty = self.model.rowCount() == 0
        place = self.grid if not empty else self.nothing_found if narrowed else self.empty
        self.stack.setCurrentWidget(place)
        self.header.set_count(format_number(self.model.total, self._services.translator.language))
        self.clean_button.setEnabled(narrowed or not empty)

    @Slot(str)
    def _choose(self, media_id: str) -> None:
        self.details.show_medium(media_id)
        self.details.setVisible(bool(media_id))

    @Slot()
    def _close_details(self) -> None:
        self.grid.select("")
        self.grid.setFocus()

    @Slot(str)
    def _go_to_product(self, product_id: str) -> None:
        self._services.navigator.go("products", product_id=product_id)

    # -- uploads -----------------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        """Let files be chosen and upload them."""
        filters = self.tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.gif)"
        self._services.prompter.choose_files(self, self.tr("Upload pictures"), filters, self.upload)

    def upload(self, paths: list[str] | tuple[str, ...]) -> None:
        """Take files in."""
        self.queue.add(paths)

    @Slot(object)
    def _uploads_ended(self, tally: UploadTally) -> None:
        parts = []
        if tally.created:
            parts.append(self.tr("%Ln picture(s) added", "", tally.created))
        if tally.known:
            parts.append(self.tr("%Ln picture(s) already here", "", tally.known))
        if tally.cancelled:
            parts.append(self.tr("stopped; what was uploaded stays"))
        if parts:
            text = " · ".join(parts)
            self._services.notices.show(text[0].upper() + text[1:], "ok" if tally.created else "info")
        self.model.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Here they are."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.upload(files)

    # -- deleting ----------------------------------------------------------------------------------

    @Slot(str)
    def delete(self, media_id: str) -> None:
        """Delete a picture; a notice offers to take it back."""
        self._submit(DeletePicture(media_id), self._deleted)

    def _deleted(self, view: MediaView) -> None:
        if self.grid.selected == view.id:
            self.grid.select("")
        text = self.tr("“{name}” is deleted").format(name=view.filename)
        self._services.notices.show(text, "ok", self.tr("Undo"), partial(self._take_back, view))
        self.model.refresh()

    def _take_back(self, view: MediaView) -> None:
        if isValid(self):
            thing = TrashedThing("media", view.id, view.filename, "")
            self._submit(BringBack((thing,)), partial(self._came_back, view))

    def _came_back(self, view: MediaView, result: Emptied) -> None:
        if result.error is not None:
            self._failed(result.error)
            return
        self.model.refresh()
        self.grid.select(view.id)

    @Slot()
    def ask_clean_up(self) -> None:
        """Count what nothing uses, and ask whether it may go: that cannot be undone."""
        self._submit(ReadUnused(), self._tell_unused, write=False)

    def _tell_unused(self, told: Unused) -> None:
        if not told.ids and not told.stray_files:
            text = self.tr("Nothing to clean up: every picture is in use or was added within the last day.")
            self._services.notices.show(text, "info")
            return
        size = file_size(told.size + told.stray_size, self._services.translator.language)
        lines = []
        if told.ids:
            lines.append(self.tr("%Ln picture(s) that nothing uses, added more than a day ago.", "", len(told.ids)))
        if told.stray_files:
            lines.append(self.tr("%Ln leftover file(s).", "", told.stray_files))
        lines.append(self.tr("This frees {size} and cannot be undone.").format(size=size))
        buttons = (
            PromptButton("cancel", self.tr("Cancel")),
            PromptButton("delete", self.tr("Delete"), "danger"),
        )
        title = self.tr("Clean up unused pictures?")
        self._services.prompter.ask(self, title, "\n".join(lines), buttons, partial(self._answered, told))

    def _answered(self, told: Unused, answer: str | None) -> None:
        if answer == "delete" and isValid(self):
            self.clean_button.setEnabled(False)
            self._submit(CleanUp(told), self._cleaned, on_progress=self._cleaning, write=False)

    def _cleaning(self, done: int) -> None:
        self.header.set_count(self.tr("cleaning up: {done}").format(done=done))

    def _cleaned(self, cleaned: CleanedUp) -> None:
        size = file_size(cleaned.size, self._services.translator.language)
        text = self.tr("%Ln picture(s) removed", "", cleaned.pictures)
        self._services.notices.show(text + " · " + self.tr("{size} freed").format(size=size), "ok")
        self.grid.select("")
        self.model.refresh()

    def _submit(
        self,
        operation: Operation,
        on_result: Callable[[Any], None],
        on_progress: Callable[[Any], None] | None = None,
        *,
        write: bool = True,
    ) -> None:
        self._services.client.submit(
            operation,
            on_result=on_result,
            on_error=self._failed,
            on_progress=on_progress,
            alive=partial(isValid, self),
            write=write,
        )

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)
        self._show_state()

    # -- words -------------------------------------------------------------------------------------

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _facts(self, row: MediaRow) -> str:
        size = file_size(row.size, self._services.translator.language)
        return f"{dimensions(row.width, row.height)} · {size}"

    @Slot()
    def _restyle(self) -> None:
        self.details.setFixedWidth(self._services.theme.px(_DETAILS_WIDTH))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Media"))
        self.upload_button.setText(self.tr("Upload"))
        self.first_upload.setText(self.tr("Upload pictures"))
        self.clean_button.setText(self.tr("Clean up unused…"))
        self.search.set_placeholder(self.tr("Search by name, title or description"))
        self.use.set_label(self.tr("Used"))
        self.use.set_choices((("any", self.tr("any")), ("used", self.tr("in use")), ("unused", self.tr("not used"))))
        self.grid.setAccessibleName(self.tr("Pictures"))
        self.empty.set_texts(
            self.tr("Pictures of your products"),
            self.tr("Drop files here or choose them. Places and cameras recorded in photos are removed."),
        )
        self.nothing_found.set_texts(self.tr("No such picture"), self.tr("Try other words, or show all pictures."))
        self.show_all.setText(self.tr("Show all"))
        self._show_state()
        self.grid.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
