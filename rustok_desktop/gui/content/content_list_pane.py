"""The left side of Pages & posts: what there is, by kind, state and search."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from rustok_desktop.gui.content.content_list_model import ContentListModel
from rustok_desktop.gui.content.content_row_delegate import ContentRowDelegate
from rustok_desktop.gui.operations.content import OpenedContent
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.gui.widgets.tab_strip import TabStrip
from rustok_desktop.index.content_schemas import ContentQuery, ContentStatus

KINDS = ("post", "page", "article", "custom")
_ALWAYS = 2  # of them are shown also where there are none
_SOON_MS = 150


class ContentListPane(QWidget):
    """``chosen`` names the node to show, ``new_asked`` the kind to begin."""

    chosen = Signal(str)
    new_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._selected: str | None = None
        self._kinds: dict[str, int] = {}
        self._tabs: tuple[str, ...] = KINDS[:_ALWAYS]
        self.model = ContentListModel(services.client, self)
        self.header = PageHeader()
        self.new_button = IconButton(services.icons.icon("plus", "text"), "", outlined=True)
        self.search = SearchField(services.icons)
        self.tabs = TabStrip()
        self.status = FilterBox()
        self.view = QListView()
        self.delegate = ContentRowDelegate(services.theme, self.view)
        self.first = Button("", services.icons.icon("plus", "on_accent"), "primary")
        self.empty = EmptyState(services.icons.icon("article", "muted"), actions=(self.first,))
        self.nothing = EmptyState(services.icons.icon("search", "muted"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        frame = Card(margin=1)
        self.stack = QStackedWidget()
        for widget in (self.view, self.empty, self.nothing):
            self.stack.addWidget(widget)
        frame.body.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.header)
        column.addWidget(self.search)
        column.addWidget(self.tabs)
        column.addWidget(self.status)
        column.addWidget(frame, 1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._offer_kinds)
        self.first.clicked.connect(self._new)
        self.search.searched.connect(self._ask)
        self.status.chosen.connect(self._ask)
        self.model.opened.connect(self._opened)
        self.model.failed.connect(self.failed)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self._soon.timeout.connect(self.read)

    @property
    def kind(self) -> str:
        """The kind of the chosen tab."""
        return self._tabs[max(0, self.tabs.currentIndex())]

    def show_locales(self, locales: tuple[str, ...]) -> None:
        """The languages that lines speak of."""
        self.delegate.locales = locales
        self.view.viewport().update()

    def show_kind(self, kind: str) -> None:
        """Choose a tab."""
        if kind in KINDS and kind != self.kind:
            self._show_tabs(kind)
            self.tabs.setCurrentIndex(self._tabs.index(kind))

    @Slot()
    def _new(self) -> None:
        self.new_asked.emit(self.kind)

    @Slot()
    def _ask(self) -> None:
        status = self.status.value()
        chosen = status if isinstance(status, ContentStatus) else None
        query = ContentQuery(kind=self.kind, text=self.search.text().strip(), status=chosen)
        if query != self.model.query or not self.model.rows:
            self.model.open(query)

    @Slot()
    def read(self) -> None:
        """Read the list again."""
        self.model.open(replace(self.model.query, kind=self.kind))

    def read_soon(self) -> None:
        """Read again in a moment, once for many changes."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot(object)
    def _opened(self, found: OpenedContent) -> None:
        self._kinds = found.kinds
        self._show_tabs()
        query = self.model.query
        narrowed = bool(query.text or query.status)
        self.stack.setCurrentWidget(self.view if self.model.rows else self.nothing if narrowed else self.empty)
        self.select(self._selected)

    def select(self, node_id: str | None) -> None:
        """Mark a node without telling."""
        self._selected = node_id
        place = self.model.find(node_id)
        index = self.model.index(place) if place >= 0 else QModelIndex()
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.view.viewport().update()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self._selected = self.model.rows[index.row()].node_id
            self.chosen.emit(self._selected)

    def _show_tabs(self, wanted: str = "") -> None:
        """Posts, pages, what else there is, and the kind wanted."""
        names, now = self._names(), self.kind
        self._tabs = tuple(
            kind for kind in KINDS if kind in KINDS[:_ALWAYS] or self._kinds.get(kind) or kind in (now, wanted)
        )
        self.tabs.blockSignals(True)
        self.tabs.set_tabs([f"{names[kind]}  {self._kinds.get(kind, 0)}" for kind in self._tabs])
        self.tabs.setCurrentIndex(self._tabs.index(now))
        self.tabs.blockSignals(False)

    def _names(self) -> dict[str, str]:
        return {
            "post": self.tr("Posts"),
            "page": self.tr("Pages"),
            "article": self.tr("Articles"),
            "custom": self.tr("Others"),
        }

    def kinds_menu(self) -> QMenu:
        """A new text of every kind, the one shown first."""
        names = {
            "post": self.tr("New post"),
            "page": self.tr("New page"),
            "article": self.tr("New article"),
            "custom": self.tr("New text of its own kind"),
        }
        menu = QMenu(self)
        for kind in (self.kind, *(kind for kind in KINDS if kind != self.kind)):
            menu.addAction(names[kind], partial(self.new_asked.emit, kind))
        return menu

    @Slot()
    def _offer_kinds(self) -> None:
        menu = self.kinds_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.new_button.mapToGlobal(self.new_button.rect().bottomLeft()))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Pages & posts"))
        self.new_button.set_tip(self.tr("New"))
        self.search.set_placeholder(self.tr("Search texts"))
        self.tabs.setAccessibleName(self.tr("Kind"))
        self._show_tabs()
        if not self.property("tabbed"):
            self.setProperty("tabbed", True)
            self.tabs.currentChanged.connect(self._ask)
        states = {
            ContentStatus.DRAFT: self.tr("draft"),
            ContentStatus.SCHEDULED: self.tr("scheduled"),
            ContentStatus.PUBLISHED: self.tr("published"),
            ContentStatus.ARCHIVED: self.tr("archived"),
            ContentStatus.TRASH: self.tr("in the trash"),
        }
        self.status.set_label(self.tr("Status"))
        self.status.set_choices([(None, self.tr("any")), *states.items()])
        self.delegate.names = {
            "draft": self.tr("Draft"),
            "scheduled": self.tr("Scheduled"),
            "published": self.tr("Published"),
            "archived": self.tr("Archived"),
        }
        self.view.setAccessibleName(self.tr("Pages & posts"))
        self.first.setText(self.tr("Write the first one"))
        self.empty.set_texts(
            self.tr("Nothing written yet"), self.tr("News, guides, the page about you: it begins here.")
        )
        self.nothing.set_texts(self.tr("Nothing found"), self.tr("No text answers this search and this filter."))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
