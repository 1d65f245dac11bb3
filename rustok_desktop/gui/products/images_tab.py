"""The fourth tab of the editor: image references in their order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from rustok_desktop.gui.media.upload_queue import local_files
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.image_delegate import ImageDelegate
from rustok_desktop.gui.products.image_table_model import ImageTableModel
from rustok_desktop.gui.products.image_uploads import ImageUploads
from rustok_desktop.gui.products.locale_pills import LocalePills
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton


class ImagesTab(QWidget):
    """Add by address or from files, describe, order (by drag, buttons or Alt with the arrows), remove."""

    def __init__(
        self,
        controller: EditorController,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        uploads: ImageUploads | None = None,
    ) -> None:
        super().__init__(parent)
        self._uploads = uploads
        self._controller = controller
        self._theme = theme
        self.locales = LocalePills(controller)
        self._languages = QWidget()
        row = QHBoxLayout(self._languages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.locales)
        self.model = ImageTableModel(controller, self)
        self._bar = uploads.attach(controller, self.model) if uploads is not None else None
        self._delegate = ImageDelegate(theme, self, uploads.pictures if uploads is not None else None)
        self.view = QTableView()
        self.url = QLineEdit()
        self.add_button = Button("", icons.icon("plus", "text"))
        self.upload_button = Button("", icons.icon("upload", "text"))
        self.upload_button.setVisible(uploads is not None)
        self.setAcceptDrops(uploads is not None)
        self.up = IconButton(icons.icon("arrow-up", "text"), "", outlined=True)
        self.down = IconButton(icons.icon("arrow-down", "text"), "", outlined=True)
        self.remove_button = IconButton(icons.icon("trash", "text"), "", outlined=True)
        self._note = QLabel()
        self._note.setProperty("role", "hint")
        self._note.setWordWrap(True)
        self._set_up_view()
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        self.url.returnPressed.connect(self._add)
        self.upload_button.clicked.connect(self._choose_files)
        if uploads is not None:
            uploads.pictures.arrived.connect(self._picture_arrived)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove_button.clicked.connect(self._remove)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.model.dropped.connect(self._choose)
        controller.replaced.connect(self._follow)
        controller.edited.connect(self._follow)
        self.model.follow()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setProperty("framed", True)
        view.setShowGrid(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.setTabKeyNavigation(False)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDragDropOverwriteMode(False)
        view.setDropIndicatorShown(True)
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(SPACE.s)
        entry.addWidget(self.url, 1)
        entry.addWidget(self.add_button)
        entry.addWidget(self.upload_button)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE.s)
        acts.addWidget(self._note, 1)
        for button in (self.up, self.down, self.remove_button):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        column.setSpacing(SPACE.m)
        column.addWidget(self._languages)
        column.addLayout(entry)
        if self._bar is not None:
            column.addWidget(self._bar)
        column.addWidget(self.view, 1)
        column.addLayout(acts)

    def showEvent(self, event: QShowEvent) -> None:
        """Words of pictures are read when they are first in sight."""
        super().showEvent(event)
        self._say()
        self.model.words.want(self.model.own_pictures(), again=True)

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self._say()
            self.model.words.want(self.model.own_pictures())

    def read(self) -> None:
        """The words of pictures may be others."""
        if self.isVisible():
            self.model.words.read()

    def _say(self) -> None:
        notes = [self.tr("Drag to order; the first image leads. Descriptions are read out to people who cannot see.")]
        own = bool(self.model.own_pictures())
        self._languages.setVisible(own)  # the description of an address is in one language only
        if own:
            notes.append(self.tr("Those of the shop's own pictures are saved at once, each language for itself."))
        self._note.setText(" ".join(notes))

    @Slot()
    def _restyle(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self._theme.px(50))
        self.view.horizontalHeader().setFixedHeight(self._theme.px(32))

    @Slot()
    def _add(self) -> None:
        if self.model.add(self.url.text()):
            self.url.clear()
            self._choose(self.model.rowCount() - 1)

    @Slot()
    def _choose_files(self) -> None:
        if self._uploads is not None:
            self._uploads.choose(self, self.tr("Upload images"), self.tr("Pictures"))

    @Slot(str)
    def _picture_arrived(self, _media_id: str) -> None:
        self.view.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the tab."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Here they are."""
        files = local_files(event.mimeData())
        if files and self._uploads is not None:
            event.acceptProposedAction()
            self._uploads.add(files)

    @Slot()
    def _move_up(self) -> None:
        self._choose(self.model.move(self.view.currentIndex().row(), -1))

    @Slot()
    def _move_down(self) -> None:
        self._choose(self.model.move(self.view.currentIndex().row(), 1))

    @Slot()
    def _remove(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self.model.remove(row)
            self._choose(min(row, self.model.rowCount() - 1))

    @Slot(int)
    def _choose(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.view.selectRow(row)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Alt with the arrows moves, Delete removes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Up:
            self._move_up()
        elif alt and event.key() == Qt.Key.Key_Down:
            self._move_down()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return False
        return True

    def focus_path(self, path: str) -> bool:
        """Go to the list for a path of images; false for any other."""
        if not path.startswith("images"):
            return False
        self.view.setFocus()
        return True

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.model.set_texts((self.tr("Image"), self.tr("Description")))
        self._delegate.missing = self.tr("No description yet")
        self._delegate.own = self.tr("Kept in this shop")
        self.upload_button.setText(self.tr("Upload…"))
        self.url.setPlaceholderText(self.tr("Address of an image, https://…"))
        self.url.setAccessibleName(self.tr("Address of a new image"))
        self.add_button.setText(self.tr("Add"))
        self.up.set_tip(self.tr("Move up (Alt+Up)"))
        self.down.set_tip(self.tr("Move down (Alt+Down)"))
        self.remove_button.set_tip(self.tr("Remove image"))
        self._say()
        self.view.setAccessibleName(self.tr("Images"))
        self.locales.setAccessibleName(self.tr("Language of the descriptions"))
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
