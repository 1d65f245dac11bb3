"""The foot of the editor: publish at the left, discard and save at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class EditorFooter(QWidget):
    """Save stays enabled while anything is unsaved, also with wrong fields: it goes to the first of them."""

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.publish = Button()
        self.discard = Button()
        self.save = Button(variant="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.publish)
        row.addStretch(1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        self.publish.clicked.connect(self._publish)
        self.discard.clicked.connect(controller.discard)
        self.save.clicked.connect(controller.save)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        controller.busy_changed.connect(self.refresh)
        self.retranslate()

    def act(self) -> str:
        """What the left button does to the product as it stands."""
        view = self._controller.state.head if self._controller.state is not None else None
        if view is not None and view.deleted_at:
            return "restore"
        if view is not None and view.status == "archived":
            return "unarchive"
        return "unpublish" if view is not None and view.status == "active" else "publish"

    @Slot()
    def refresh(self) -> None:
        """Show what can be done now."""
        state = self._controller.state
        if state is None:
            return
        self.publish.setText(self._acts[self.act()])
        self.publish.setEnabled(not state.saving)
        self.discard.setEnabled(state.dirty and not state.saving)
        self.save.setEnabled(state.dirty and not state.saving)
        self.save.setText(self.tr("Create") if state.head is None else self.tr("Save"))

    @Slot()
    def _publish(self) -> None:
        self._controller.publish(self.act())

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._acts = {
            "publish": self.tr("Publish"),
            "unpublish": self.tr("Unpublish"),
            "restore": self.tr("Restore from the trash"),
            "unarchive": self.tr("Take out of the archive"),
        }
        self.discard.setText(self.tr("Discard"))
        self.save.setToolTip(self.tr("Save (Ctrl+S)"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
