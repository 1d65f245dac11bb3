"""The text alone in the window, at a width that reads well."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from rustok_desktop.gui.content.node_editor import NodeEditor
from rustok_desktop.gui.navigator import Navigator


class FocusMode(QObject):
    """``changed`` asks the page to show or hide what is its own. Ends with the program, and when the page is left."""

    changed = Signal()

    def __init__(self, navigator: Navigator, editor: NodeEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator, self._editor = navigator, editor
        self._previewed = True
        navigator.bared.connect(self._follow)
        self.on = False

    @Slot()
    def toggle(self) -> None:
        """In, or out again."""
        self._navigator.set_bare(not self.on)

    @Slot()
    def leave(self) -> None:
        """Everything is there again."""
        if self.on:
            self._navigator.set_bare(False)

    @Slot(bool)
    def _follow(self, bare: bool) -> None:
        body = self._editor.body
        if bare:
            self._previewed = body.preview_button.isChecked()
        self.on = bare
        body.preview_button.setChecked(self._previewed and not bare)
        self._editor.slug_field.setVisible(not bare)
        self.changed.emit()
        if bare:
            body.text.setFocus()
