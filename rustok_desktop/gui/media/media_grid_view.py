"""The grid of pictures on screen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from rustok_desktop.gui.media.media_delegate import MediaDelegate
from rustok_desktop.gui.media.media_grid_model import ROW_ROLE, MediaGridModel
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.upload_queue import local_files
from rustok_desktop.gui.theme.theme import Theme


class MediaGridView(QListView):
    """``chosen`` names the picture the person went to, '' for none; ``dropped`` carries files."""

    chosen = Signal(str)
    dropped = Signal(list)
    delete_asked = Signal(str)

    def __init__(
        self,
        model: MediaGridModel,
        delegate: MediaDelegate,
        theme: Theme,
        pictures: PictureCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._selected = ""
        self._restoring = False
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # cells share a width that stays
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.verticalScrollBar().setEnabled(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QListView.DragDropMode.DropOnly)
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self.restore_selection)
        model.rowsInserted.connect(self.restore_selection)
        pictures.arrived.connect(self._arrived)
        theme.changed.connect(self.restyle)
        self.restyle()

    @Slot(int, int)
    def _on_range_changed(self, low: int, high: int) -> None:
        # Disabled, it shows no handle: there is nothing to scroll.
        self.verticalScrollBar().setEnabled(high > low)

    @property
    def selected(self) -> str:
        """The chosen picture, also while it is not in the list."""
        return self._selected

    def select(self, media_id: str) -> None:
        """Choose a picture, '' for none."""
        changed = media_id != self._selected
        self._selected = media_id
        self.restore_selection()
        if changed:
            self.chosen.emit(media_id)

    @Slot()
    def restore_selection(self) -> None:
        """Mark the chosen picture where it stands now."""
        number = self._model.find(self._selected) if self._selected else None
        self._restoring = True
        try:
            if number is None:
                self.selectionModel().clear()
            else:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._model.index(number), flags)
        finally:
            self._restoring = False

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self._delegate.fit(self.viewport().width() - 2)
        size = self._delegate.cell_size()
        if size != self.gridSize():
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cells share the width."""
        super().resizeEvent(event)
        self.restyle()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        if not self._restoring and row is not None and row.id != self._selected:
            self._selected = row.id
            self.chosen.emit(row.id)

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        number = self._model.find(media_id)
        if number is not None:
            self.update(self._model.index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to delete, Escape lets go."""
        if event.key() == Qt.Key.Key_Delete and self._selected:
            self.delete_asked.emit(self._selected)
        elif event.key() == Qt.Key.Key_Escape and self._selected:
            self.select("")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Here they are."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
