"""Pictures of a text: chosen, dropped or pasted, taken in by the shop, then linked where the cursor was."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.markdown.markdown_editor import MarkdownEditor
from rustok_desktop.gui.media.upload_queue import UploadQueue, UploadTally
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.media.views import media_url


class NodePictures(QObject):
    """Whoever goes to another text meanwhile finds the picture among the shop's media, not in the wrong text."""

    failed = Signal(object)

    def __init__(
        self, services: GuiServices, controller: NodeController, body: MarkdownEditor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._controller, self._body, self._page = services, controller, body, parent
        self._for: str | None = None
        self._featured = False
        self._pasted: list[Path] = []
        self.queue = UploadQueue(services.client, self)
        self.queue.uploaded.connect(self._uploaded)
        self.queue.ended.connect(self._ended)
        body.image_asked.connect(self.choose)
        body.text.files_given.connect(self.add)
        body.text.image_given.connect(self.add_image)

    @Slot()
    def choose(self) -> None:
        """Files for the text."""
        self._choose(self._add_chosen)

    @Slot()
    def choose_featured(self) -> None:
        """One file to stand above the text."""
        self._choose(self._feature)

    def _choose(self, on_files: object) -> None:
        filters = f"{self.tr('Pictures')} (*.jpg *.jpeg *.png *.webp *.gif)"
        self._services.prompter.choose_files(self._page, self.tr("Choose pictures"), filters, on_files)  # type: ignore[arg-type]

    def _add_chosen(self, paths: Sequence[str]) -> None:
        self.add(paths)

    def _feature(self, paths: Sequence[str]) -> None:
        self._begin(list(paths[:1]), featured=True)

    @Slot(object)
    def add(self, paths: Sequence[str]) -> None:
        """Take files in and link them."""
        self._begin(list(paths), featured=False)

    @Slot(object)
    def add_image(self, image: QImage) -> None:
        """The same for a picture of the clipboard."""
        handle = tempfile.NamedTemporaryFile(prefix="pasted-", suffix=".png", delete=False)  # noqa: SIM115 - read by the worker
        handle.close()
        path = Path(handle.name)
        self._pasted.append(path)
        image.save(str(path))
        self._begin([str(path)], featured=False)

    def _begin(self, paths: list[str], *, featured: bool) -> None:
        state = self._controller.state
        if state is None or not paths or self.queue.busy:
            return
        self._for, self._featured = state.id, featured
        self.queue.add(paths)

    @Slot(str)
    def _uploaded(self, media_id: str) -> None:
        state = self._controller.state
        if state is None or state.id != self._for:
            return
        if self._featured:
            self._controller.change(featured_media_id=media_id)
        else:
            self._body.text.insert_block(f"![]({media_url(media_id)})")

    @Slot(object)
    def _ended(self, tally: UploadTally) -> None:
        for path in self._pasted:
            path.unlink(missing_ok=True)
        self._pasted.clear()
        if tally.failed:
            self.failed.emit(tally.failed[0][1])
