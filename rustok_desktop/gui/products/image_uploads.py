"""Files that become images of the product in the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.upload_bar import UploadBar
from rustok_desktop.gui.media.upload_queue import UploadQueue
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.image_table_model import ImageTableModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.media.views import media_url


class ImageUploads(QObject):
    """Uploads files and adds each to the draft of the product they were given for.

    Whoever goes to another product meanwhile finds the rest among the shop's media, not in the wrong product.
    """

    def __init__(self, services: GuiServices, pictures: PictureCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.pictures = pictures
        self.queue = UploadQueue(services.client, self)
        self._controller: EditorController | None = None
        self._model: ImageTableModel | None = None
        self._for: str | None = None
        self.queue.uploaded.connect(self._add)

    def attach(self, controller: EditorController, model: ImageTableModel) -> UploadBar:
        """Work for this draft; the bar shows how far uploads are."""
        self._controller, self._model = controller, model
        return UploadBar(self.services, self.queue)

    def choose(self, parent: QWidget, title: str, pictures: str) -> None:
        """Let files be chosen."""
        filters = f"{pictures} (*.jpg *.jpeg *.png *.webp *.gif)"
        self.services.prompter.choose_files(parent, title, filters, self.add)

    def add(self, paths: Sequence[str]) -> None:
        """Upload files for the product in the editor."""
        state = self._controller.state if self._controller is not None else None
        if state is None or not paths:
            return
        if not self.queue.busy:
            self._for = state.product_id
        self.queue.add(paths)

    @Slot(str)
    def _add(self, media_id: str) -> None:
        state = self._controller.state if self._controller is not None else None
        if state is not None and self._model is not None and state.product_id == self._for:
            self._model.add(media_url(media_id))
