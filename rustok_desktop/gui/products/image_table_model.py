"""The images of a product as a list that can be edited and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.picture_words import PictureWords
from rustok_desktop.gui.products.product_texts import ImageDraft
from rustok_desktop.media.views import media_id_of

Index = QModelIndex | QPersistentModelIndex
URL, ALT = 0, 1
INSTEAD_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # what is read out while a description is missing
ROW_TYPE = "application/x-rustok-image-row"


class ImageTableModel(QAbstractTableModel):
    """One row per image, the first one leads. Every edit goes into the draft as the whole list, but for descriptions of
    the shop's own pictures: those are the picture's, one per language, see :class:`PictureWords`.

    Rows can be dragged; ``dropped`` says where the image stands then.
    """

    dropped = Signal(int)

    def __init__(self, controller: EditorController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._images: tuple[ImageDraft, ...] = ()
        self._heads = ("", "")
        self._locale = ""
        self.words = PictureWords(controller, self)
        self.words.changed.connect(self._all_changed)
        controller.replaced.connect(self.follow)
        controller.edited.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Show the images of the draft."""
        state = self._controller.state
        images = state.images() if state is not None else ()
        locale = state.locale if state is not None else ""
        if images == self._images:
            if locale != self._locale:
                self._locale = locale
                self._all_changed()
            return
        self._locale = locale
        if len(images) != len(self._images):
            self.beginResetModel()
            self._images = images
            self.endResetModel()
            return
        self._images = images
        self._all_changed()

    @Slot()
    def _all_changed(self) -> None:
        if self._images:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._images) - 1, ALT))

    def own_pictures(self) -> list[str]:
        """The shop's own pictures among the images."""
        return [media_id for image in self._images if (media_id := media_id_of(image.url)) is not None]

    def set_texts(self, heads: tuple[str, str]) -> None:
        """The words of heads, in the language of the window."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, ALT)

    def image(self, row: int) -> ImageDraft | None:
        """The image of a row."""
        return self._images[row] if 0 <= row < len(self._images) else None

    def add(self, url: str) -> bool:
        """An image at the end; false without an address."""
        if not url.strip():
            return False
        self._put((*self._images, ImageDraft(None, url.strip(), "")))
        return True

    def remove(self, row: int) -> None:
        """Take an image out."""
        self._put((*self._images[:row], *self._images[row + 1 :]))

    def move(self, row: int, step: int) -> int:
        """Move an image up or down; the row it has then."""
        target = row + step
        if not (0 <= row < len(self._images) and 0 <= target < len(self._images)):
            return row
        images = list(self._images)
        images.insert(target, images.pop(row))
        self._put(tuple(images))
        return target

    def move_to(self, row: int, before: int) -> int:
        """Move an image to stand before another row (the number of rows: last); the row it has then."""
        target = before - 1 if before > row else before
        return self.move(row, target - row)

    # -- dragging ----------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Images change places, nothing else."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A row of this very list."""
        return [ROW_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        data = QMimeData()
        data.setData(ROW_TYPE, str(indexes[0].row()).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Let go between two rows. False on purpose: for a move that succeeded the view would remove the row."""
        if data.hasFormat(ROW_TYPE) and action == Qt.DropAction.MoveAction:
            before = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
            self.dropped.emit(self.move_to(int(bytes(data.data(ROW_TYPE).data())), before))
        return False

    def _put(self, images: tuple[ImageDraft, ...]) -> None:
        state = self._controller.state
        if state is not None and state.set_images(images):
            self._controller.touched()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per image."""
        return 0 if parent.isValid() else len(self._images)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Address and description."""
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= ALT:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return left if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Both columns can be typed into, but for the place of one of the shop's own pictures, and its words before
        they are here."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between rows, not onto one
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        media_id = media_id_of(self._images[index.row()].url)
        own = media_id is not None and (index.column() == URL or not self.words.known(media_id))
        return fixed if own else fixed | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts of an image."""
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in (*texts, Qt.ItemDataRole.AccessibleTextRole, INSTEAD_ROLE):
            return None
        image = self._images[index.row()]
        media_id = media_id_of(image.url)
        if role == INSTEAD_ROLE:
            shown = self.words.instead(media_id, self._locale) or image.alt_text if media_id is not None else ""
            return shown if index.column() == ALT else ""
        if index.column() == ALT and media_id is not None:
            return self.words.text(media_id, self._locale)
        return image.url if index.column() == URL else image.alt_text

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another address or description; an address cannot be emptied."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or (index.column() == URL and not text):
            return False
        images = list(self._images)
        image = images[index.row()]
        media_id = media_id_of(image.url)
        if index.column() == ALT and media_id is not None:
            return self.words.put(media_id, self._locale, text)
        images[index.row()] = replace(image, url=text) if index.column() == URL else replace(image, alt_text=text)
        self._put(tuple(images))
        return True
