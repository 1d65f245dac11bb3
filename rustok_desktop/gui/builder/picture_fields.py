"""Pictures of the shop in a block's form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.builder.field_editors import FormTools
from rustok_desktop.gui.media.picture_cache import fitted
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton

MEDIA = "media:"
_SIDE = 160


class PictureTile(QWidget):
    """A picture with what takes it away."""

    removed = Signal()

    def __init__(self, tools: FormTools, name: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self.name, self._side = tools, name, side
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.remove = IconButton(tools.services.icons.icon("x", "muted"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._picture)
        row.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self.removed)
        tools.pictures.arrived.connect(self._arrived)
        self._draw()
        self.retranslate()

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        if self.name == MEDIA + media_id:
            self._draw()

    def _draw(self) -> None:
        image = self._tools.pictures.image(self.name.removeprefix(MEDIA), _SIDE)
        side = self._tools.services.theme.px(self._side)
        if image is None:
            icon = self._tools.services.icons.icon("image", "muted")
            self._picture.setPixmap(icon.pixmap(side // 2, side // 2))
            self._picture.setFixedSize(side, side // 2)
            return
        size = fitted(image.size(), QSize(side, side))
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)))
        self._picture.setFixedSize(size)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.remove.set_tip(self.tr("Take this picture away"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class PicturesEditor(QWidget):
    """Pictures in their order; with ``single`` at most one, which the next replaces."""

    edited = Signal()

    def __init__(self, tools: FormTools, *, single: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._single = tools, single
        self._tiles: list[PictureTile] = []
        self.choose = Button("", tools.services.icons.icon("image", "text"), compact=True)
        self._flow = FlowLayout(spacing=SPACE.s)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._flow)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.retranslate()

    def value(self) -> Any:
        """The names of the pictures, of a single one its name; None without any."""
        names = [tile.name for tile in self._tiles]
        if self._single:
            return names[0] if names else None
        return names or None

    def show_value(self, value: Any) -> None:
        """Without telling."""
        names: Sequence[str] = ([value] if value else []) if self._single else list(value or ())
        for tile in self._tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for name in names:
            self._add(name)
        self.retranslate()

    def _add(self, name: str) -> None:
        tile = PictureTile(self._tools, name, 120 if self._single else 72)
        tile.removed.connect(self._remove)
        self._flow.addWidget(tile)
        self._tiles.append(tile)

    @Slot()
    def _remove(self) -> None:
        gone = self.sender()
        self.show_value(self._without(gone))
        self.edited.emit()

    def _without(self, gone: object) -> Any:
        names = [tile.name for tile in self._tiles if tile is not gone]
        return None if self._single else names

    @Slot()
    def _choose(self) -> None:
        self._tools.pick(self._picked)

    def _picked(self, media_id: str) -> None:
        if not isValid(self):
            return
        name = MEDIA + media_id
        self.show_value(name if self._single else [*(tile.name for tile in self._tiles), name])
        self.edited.emit()

    def setAccessibleName(self, name: str) -> None:
        """The button is what is heard."""
        super().setAccessibleName(name)
        self.choose.setAccessibleName(f"{name}: {self.choose.text()}")

    def retranslate(self) -> None:
        """All words in the language of the window."""
        another = bool(self._tiles) and self._single
        self.choose.setText(self.tr("Another picture…") if another else self.tr("Choose a picture…"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
