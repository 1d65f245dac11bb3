"""The Pages & posts page: list, text, and what belongs to the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.content.content_actions import content_actions
from rustok_desktop.gui.content.content_list_pane import ContentListPane
from rustok_desktop.gui.content.content_notices import ContentNotices
from rustok_desktop.gui.content.focus_mode import FocusMode
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.content.node_editor import NodeEditor
from rustok_desktop.gui.content.node_past import NodePast
from rustok_desktop.gui.content.node_pictures import NodePictures
from rustok_desktop.gui.content.node_side_panel import NodeSidePanel
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.content import NodeCommitted
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_INDEX = "index"
_ROOMY = 1060  # from here on list, text and what belongs to it stand side by side
_LEAST = 520  # what a text needs
_WIDEST_LIST = 320
_READABLE = 820  # a text that stands alone is not wider


class ContentPage(QWidget):
    """Opens with ``node_id`` to show one, ``new`` (a kind) to begin one.

    Where there is no room for three columns, ``details`` shows what belongs to the text in place of the list.
    """

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._named: str | None = None
        self.pictures = PictureCache(services.client, self)
        self.controller = NodeController(services.client, self)
        self.list = ContentListPane(services)
        self.editor = NodeEditor(services, self.controller, self.pictures)
        self.side = NodeSidePanel(services, self.controller, self.pictures)
        self.uploads = NodePictures(services, self.controller, self.editor.body, self)
        self.past = NodePast(services, self.controller, self.side.versions, self)
        self.discard, self.save, self.publish = Button(), Button(), Button(variant="primary")
        self.details = Button()
        self.details.setCheckable(True)
        self.details.setProperty("role", "toggle")
        self.blocks = Button("", services.icons.icon("layers", "text"))
        self.offline = QLabel()
        self.offline.setProperty("role", "hint")
        self.empty = EmptyState(services.icons.icon("article", "muted"))
        self.notices = ContentNotices(services, self.controller, self.editor, self)
        self.focus = FocusMode(services.navigator, self.editor, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))
        services.actions.register(*content_actions(self))
        self._read_shop()
        self.list.read()

    @Slot()
    def open_files(self) -> None:
        """Bring texts in from files, or take them out."""
        self._services.navigator.go("import-content")

    def _lay_out(self) -> None:
        px = self._services.theme.px
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.details)
        foot.addWidget(self.discard)
        foot.addWidget(self.blocks)
        foot.addStretch(1)
        foot.addWidget(self.offline)
        foot.addWidget(self.save)
        foot.addWidget(self.publish)
        upper = QHBoxLayout()
        upper.setSpacing(SPACE.l)
        upper.addWidget(self.editor, 1)
        self.side.setFixedWidth(px(256))
        upper.addWidget(self.side)
        self.card = Card(margin=SPACE.l)
        self.card.body.addLayout(upper, 1)
        self.card.body.addLayout(foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.card)
        # Not what is needed with all three columns: a wide window could never be made a small one.
        self.stack.setMinimumWidth(px(_LEAST))
        self.list.setMaximumWidth(px(_WIDEST_LIST))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(244), px(860)])
        whole = QVBoxLayout(self)
        whole.addWidget(self.splitter)
        self._fold()

    def _connect(self) -> None:
        controller = self.controller
        self.list.chosen.connect(controller.open)
        self.list.new_asked.connect(self.begin)
        self.list.failed.connect(self.notices.failed)
        controller.replaced.connect(self._refresh)
        controller.edited.connect(self._refresh_foot)
        controller.kept.connect(self._refresh_foot)
        controller.saved.connect(self._begun)
        controller.acted.connect(self._acted)
        controller.failed.connect(self.notices.failed)
        controller.gone.connect(self._gone)
        self.side.picture_asked.connect(self.uploads.choose_featured)
        self.uploads.failed.connect(self.notices.failed)
        self.past.failed.connect(self.notices.failed)
        self.editor.body.failed.connect(self.notices.failed)
        self.focus.changed.connect(self._fold)
        self.details.toggled.connect(self._fold)
        self.discard.clicked.connect(self._discard)
        self.blocks.clicked.connect(self.build_of_blocks)
        self.save.clicked.connect(self._save)
        self.publish.clicked.connect(self.publish_or_not)

    # -- showing -----------------------------------------------------------------------------------

    def _read_shop(self) -> None:
        alive = partial(isValid, self)
        self._services.client.submit(ReadShop(), on_result=self._show_shop, on_error=self.notices.failed, alive=alive)

    def _show_shop(self, shop: ShopFacts) -> None:
        self.list.show_locales(tuple(locale for locale, _ in shop.locales))
        self.controller.set_shop(shop)

    def _noticed(self, notice: ChangeNotice) -> None:
        if not isValid(self):
            return
        self.controller.notice(notice)
        if "tenant" in notice.kinds:  # perhaps a language was enabled, or that was undone
            self._read_shop()
        if _INDEX in notice.kinds or notice.bulk:
            self.list.read_soon()

    @Slot()
    def _refresh(self) -> None:
        self.stack.setCurrentWidget(self.card if self.controller.state is not None else self.empty)
        state = self.controller.state
        if state is None:
            self.focus.leave()
        elif state.id is not None and state.id == self._named:  # asked for by name: the list follows
            self._named = None
            self.list.show_kind(state.kind)
        self._fold()
        self._refresh_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the text that stands alone."""
        if event.key() == Qt.Key.Key_Escape and self.focus.on:
            self.focus.leave()
            return
        super().keyPressEvent(event)

    @Slot()
    def _fold(self) -> None:
        px, alone = self._services.theme.px, self.focus.on
        roomy = self.width() >= px(_ROOMY)
        open_ = self.details.isChecked() and self.stack.currentWidget() is self.card
        self.details.setVisible(not roomy and not alone)
        shown = {self.list: not alone and (roomy or not open_), self.side: not alone and (roomy or open_)}
        spare = max(0, (self.width() - px(_READABLE)) // 2) if alone else 0
        layout = self.layout()
        if layout is not None:  # not while it is being laid out
            layout.setContentsMargins(max(spare, px(22)), px(18), max(spare, px(18)), px(14))
        for widget in sorted(shown, key=shown.__getitem__):  # who goes makes room first, or the window would grow
            widget.setVisible(shown[widget])

    @Slot()
    def _refresh_foot(self) -> None:
        state = self.controller.state
        view = state.view if state is not None else None
        drafted = state is not None and state.drafted
        live = view is not None and view.status == "published"
        trashed = view is not None and view.deleted_at is not None
        self.discard.setVisible(drafted and view is not None)
        self.save.setVisible(not trashed)
        self.blocks.setVisible(view is not None and view.kind == "page" and not trashed)
        self.save.setEnabled(drafted and not self.controller.busy and view is not None)
        self.save.setText(self.tr("Publish changes") if live else self.tr("Save"))
        self.publish.setEnabled(view is not None and not self.controller.busy)
        if trashed:
            self.publish.setText(self.tr("Restore from the trash"))
        elif view is not None and view.status == "archived":
            self.publish.setText(self.tr("Take out of the archive"))
        else:
            self.publish.setText(self.tr("Unpublish") if live else self.tr("Publish"))
        self.publish.set_variant("secondary" if live else "primary")

    # -- acts --------------------------------------------------------------------------------------

    def open_with(self, node_id: str | None = None, new: str | None = None) -> None:
        """What the navigator asks for."""
        if node_id is not None:
            self._named = node_id
            self.list.select(node_id)
            self.controller.open(node_id)
        elif new is not None:
            self.begin(new)

    @Slot(str)
    def begin(self, kind: str) -> None:
        """An empty page or post."""
        self.list.show_kind(kind)
        self.list.select(None)
        self.controller.begin(kind)
        self.editor.title.setFocus()

    def begin_here(self) -> None:
        """One of the kind that the list shows."""
        if not self.isVisible():
            self._services.navigator.go("content")
        self.begin(self.list.kind)

    @Slot()
    def _save(self) -> None:
        self.controller.commit()

    @Slot()
    def _discard(self) -> None:
        self.controller.act("discard_draft")

    @Slot()
    def publish_or_not(self) -> None:
        """Publish, take back, or bring back from archive or trash: what the button says."""
        state = self.controller.state
        view = state.view if state is not None else None
        if view is None:
            return
        if view.deleted_at is not None:
            self.controller.act("restore")
        elif view.status == "draft":
            self.controller.commit("publish")
        else:
            self.controller.act("unpublish" if view.status == "published" else "restore_to_draft")

    @Slot()
    def build_of_blocks(self) -> None:
        """Open the page in the builder."""
        state = self.controller.state
        if state is not None and state.view is not None:
            self.controller.keep()
            self._services.navigator.go("builder", node_id=state.view.id)

    def trash(self) -> None:
        """Move the node shown to the trash."""
        state = self.controller.state
        if state is not None and state.view is not None:
            self.controller.act("trash")

    @Slot(object)
    def _begun(self, done: NodeCommitted) -> None:
        self.list.select(done.view.id)
        self._refresh_foot()

    @Slot(str, object)
    def _acted(self, act: str, done: NodeCommitted) -> None:
        state = self.controller.state
        if act == "trash" and state is not None and state.id == done.view.id:  # not one that was opened meanwhile
            self._close()

    @Slot(str)
    def _gone(self, node_id: str) -> None:
        state = self.controller.state
        if state is None or state.id in (None, node_id):
            self._close()

    def _close(self) -> None:
        self.list.select(None)  # should it come back, a click on its line is one on another line
        self.controller.close()

    def flush(self) -> None:
        """Keep what is typed now: the window closes."""
        self.controller.leave()

    def paste_image(self, image: QImage) -> Any:
        """A picture from the clipboard."""
        return self.uploads.add_image(image)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.details.setText(self.tr("Details"))
        self.discard.setText(self.tr("Discard draft"))
        self.blocks.setText(self.tr("Blocks"))
        self.blocks.setToolTip(self.tr("Build the page from blocks"))
        self.empty.set_texts(
            self.tr("Nothing chosen"), self.tr("Choose a text at the left, or write a new one. What you type is kept.")
        )
        self._refresh_foot()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
