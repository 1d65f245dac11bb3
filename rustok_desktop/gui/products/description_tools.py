"""The buttons above a description: bold, lists, link, and how it reads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rustok_desktop.gui.markdown.applying import apply_change
from rustok_desktop.gui.products.html_edits import acted
from rustok_desktop.gui.products.html_preview import HtmlPreview
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.products.tag_highlighter import TagHighlighter
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.icon_button import IconButton

_ACTS = (
    ("bold", "bold"), ("italic", "italic"), ("heading", "text-size"),
    ("bullet", "list"), ("number", "list-numbers"), ("link", "link"),
)  # fmt: skip


class DescriptionTools(QWidget):
    """Works on ``box``; ``preview`` stands in its place while the eye is pressed."""

    def __init__(self, box: PlainTextBox, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        self.preview = HtmlPreview(theme)
        self.preview.hide()
        self._highlighter = TagHighlighter(box.document(), theme)
        self.buttons = {name: IconButton(icons.icon(icon, "muted"), "") for name, icon in _ACTS}
        self.eye = IconButton(icons.icon("eye", "muted", "accent"), "")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_eye_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._act, name))
            row.addWidget(button)
        row.addWidget(self.eye)
        box.textChanged.connect(self.refresh)
        self.retranslate()

    def _act(self, name: str, _checked: bool = False) -> None:
        apply_change(self._box, partial(acted, name))
        self._box.setFocus()

    @Slot()
    def refresh(self) -> None:
        """The text may be another one."""
        if self.eye.isChecked():
            self.preview.show_html(self._box.toPlainText())

    @Slot(bool)
    def _on_eye_toggled(self, shown: bool) -> None:
        self.refresh()
        self.preview.setMinimumHeight(self._box.height() if shown else 0)
        self._box.setVisible(not shown)
        self.preview.setVisible(shown)
        for button in self.buttons.values():
            button.setEnabled(not shown)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        tips = {
            "bold": self.tr("Bold"),
            "italic": self.tr("Italic"),
            "heading": self.tr("Heading"),
            "bullet": self.tr("List"),
            "number": self.tr("Numbered list"),
            "link": self.tr("Link"),
        }
        for name, button in self.buttons.items():
            button.set_tip(tips[name])
        self.eye.set_tip(self.tr("Preview"))
        self.preview.setAccessibleName(self.tr("Description as readers see it"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
