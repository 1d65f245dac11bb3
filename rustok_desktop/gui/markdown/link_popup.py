"""Finding what a link is to lead to, beside the cursor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from rustok_desktop.gui.menus.target_chooser import TargetChooser
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.overlay import Overlay

KINDS = ("product", "page", "post", "article", "category")
_WIDTH = 400


class LinkPopup(Overlay):
    """``chosen`` carries the address of a link and the title of what it leads to; ``failed`` carries errors."""

    chosen = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parent: QWidget, services: GuiServices, text: QPlainTextEdit) -> None:
        super().__init__(parent, services.theme, scrim=False)
        self._text = text
        self.chooser = TargetChooser(services, KINDS)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        column.addWidget(self.chooser)
        self.chooser.chosen.connect(self._chosen)
        self.chooser.failed.connect(self.failed)
        self.chooser.searching.connect(self.place)
        self.retranslate()

    def open_panel(self) -> None:
        """Search for what is selected, or for what will be typed."""
        words = self._text.textCursor().selectedText()
        self.chooser.clear()
        super().open_panel()
        if words and "\u2029" not in words:
            self.chooser.field.setText(words)

    def take_focus(self) -> None:
        """The field."""
        self.chooser.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Below the cursor, above it where there is no room, always inside."""
        px, text = self.theme.px, self._text
        line = text.cursorRect().translated(text.viewport().mapTo(self._host, text.viewport().rect().topLeft()))
        width = min(px(_WIDTH), self.width() - 2 * SPACE.s)
        self.chooser.layout().activate()  # type: ignore[union-attr] # hits may have come or gone
        height = min(self.panel.sizeHint().height(), self.height() - 2 * SPACE.s)
        left = max(SPACE.s, min(line.left(), self.width() - width - SPACE.s))
        top = line.bottom() + SPACE.xs
        if top + height > self.height() - SPACE.s:
            top = max(SPACE.s, line.top() - SPACE.xs - height)
        top = min(top, self.height() - SPACE.s - height)
        self.panel.setGeometry(QRect(left, top, width, height))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+K again closes it."""
        if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.close_panel()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _chosen(self, target: Target) -> None:
        self.close_panel()
        address = target.id if target.kind == "address" else f"{target.kind}:{target.id}"
        self.chosen.emit(address, target.title)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.chooser.set_placeholder(self.tr("Link to a product, page, post or address"))
        self.panel.setAccessibleName(self.tr("Link"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
