"""Text and preview in one box: toolbar above, find bar, counts below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from rustok_desktop.content.markdown import reading_minutes
from rustok_desktop.gui.markdown.find_bar import FindBar
from rustok_desktop.gui.markdown.link_popup import LinkPopup
from rustok_desktop.gui.markdown.markdown_preview import SHOWN, MarkdownPreview
from rustok_desktop.gui.markdown.markdown_text import MarkdownText
from rustok_desktop.gui.markdown.word_counter import WordCounter
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.divider import Divider
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.properties import restyle

_ACTS = (
    ("heading", "text-size"), ("bold", "bold"), ("italic", "italic"), ("link", "link"), ("bullet", "list"),
    ("number", "list-numbers"), ("quote", "quote"), ("image", "image"), ("table", "file-table"), ("code", "code"),
)  # fmt: skip
_COUNT_MS = 300
COLOURED = 150_000  # characters


class MarkdownEditor(QFrame):
    """``edited`` follows what a person types, not :meth:`set_text`. ``image_asked``: the toolbar's picture.
    ``failed`` carries errors of looking for something to link to.
    """

    edited = Signal()
    image_asked = Signal()
    failed = Signal(object)

    def __init__(self, services: GuiServices, pictures: PictureCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._services = services
        self._title = ""
        self._silent = False
        self._broken = 0
        self._links: LinkPopup | None = None
        self.text = MarkdownText(services.theme)
        self.preview = MarkdownPreview(services.client, services.theme, pictures)
        self.find_bar = FindBar(self.text, services.icons)
        self.buttons = {name: IconButton(services.icons.icon(icon, "text"), "") for name, icon in _ACTS}
        self.preview_button = IconButton(services.icons.icon("eye", "muted", "accent"), "")
        self.preview_button.setCheckable(True)
        self.preview_button.setChecked(True)
        self.counts, self.note = QLabel(), QLabel()
        for label in (self.counts, self.note):
            label.setProperty("role", "hint")
        self._lay_out()
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(_COUNT_MS)
        self._count_later.timeout.connect(self._count)
        self._words = WordCounter(self)
        self._words.counted.connect(self._show_counts)
        self.text.textChanged.connect(self._changed)
        self.text.verticalScrollBar().valueChanged.connect(self._follow)
        self.preview_button.toggled.connect(self._show_preview)
        for name, button in self.buttons.items():
            if name == "link":
                button.clicked.connect(self.ask_link)
            else:
                button.clicked.connect(self.image_asked if name == "image" else partial(self._act, name))
        self.text.link_asked.connect(self.ask_link)
        self.preview.checked.connect(self._checked)
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        bar.setSpacing(2)
        for button in self.buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.preview_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        foot.addWidget(self.counts)
        foot.addStretch(1)
        foot.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Divider())
        column.addWidget(self.find_bar)
        column.addWidget(self.splitter, 1)
        column.addWidget(Divider())
        column.addLayout(foot)

    # -- the text ----------------------------------------------------------------------------------

    def set_text(self, title: str, text: str) -> None:
        """Another text, without telling; its undo begins anew. The same text leaves cursor and undo alone."""
        self._title = title
        if text != self.text.toPlainText():
            self._silent = True
            # Colouring a book line by line would hold up the window for a second.
            self.text.highlighter.setDocument(self.text.document() if len(text) <= COLOURED else None)
            self.text.setPlainText(text)
            self._silent = False
        self._count()
        self.preview.show_text(title, text)

    def set_title(self, title: str) -> None:
        """The head of the preview."""
        self._title = title
        self.preview.show_text(title, self.value())

    def value(self) -> str:
        """The text as it stands."""
        return self.text.toPlainText()

    @Slot()
    def _changed(self) -> None:
        if self._silent:
            return
        self._count_later.start()
        self.preview.show_text(self._title, self.value())
        self.edited.emit()

    def _act(self, name: str, _checked: bool = False) -> None:
        self.text.act(name)

    @property
    def links(self) -> LinkPopup:
        """The search for what a link leads to."""
        if self._links is None:
            self._links = LinkPopup(self, self._services, self.text)
            self._links.chosen.connect(self.text.insert_link)
            self._links.failed.connect(self.failed)
        return self._links

    @Slot()
    def ask_link(self) -> None:
        """Look for something to link to."""
        self.links.open_panel()

    @Slot(int)
    def _checked(self, broken: int) -> None:
        self._broken = broken
        self._show_note()

    @Slot()
    def _follow(self) -> None:
        bar = self.text.verticalScrollBar()
        if bar.maximum():
            self.preview.follow(bar.value() / bar.maximum())

    @Slot(bool)
    def _show_preview(self, shown: bool) -> None:
        self.preview.setVisible(shown)
        self.preview.show_text("", "")
        self.preview.show_text(self._title, self.value())

    @Slot()
    def _count(self) -> None:
        self._show_note()
        self._words.count(self.value())

    @Slot(int)
    def _show_counts(self, words: int) -> None:
        parts = ["Markdown", self.tr("%Ln word(s)", "", words)]
        if words:
            parts.append(self.tr("%Ln min to read", "", reading_minutes(words)))
        self.counts.setText("  ·  ".join(parts))

    def _show_note(self) -> None:
        long = len(self.value()) > SHOWN
        note = self.tr("Preview of the beginning") if long else self.tr("Preview is read only")
        self.note.setText("⚠ " + self.tr("%Ln broken link(s)", "", self._broken) if self._broken else note)
        restyle(self.note, "role", "danger" if self._broken else "hint")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The counts come first where there is little room."""
        super().resizeEvent(event)
        self.note.setVisible(self.width() > self._services.theme.px(430) or bool(self._broken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find and replace."""
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if keys in ("Ctrl+F", "Ctrl+H"):
            self.find_bar.open_bar()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        tips = {
            "heading": self.tr("Heading"),
            "bold": self.tr("Bold (Ctrl+B)"),
            "italic": self.tr("Italic (Ctrl+I)"),
            "link": self.tr("Link (Ctrl+K)"),
            "bullet": self.tr("List"),
            "number": self.tr("Numbered list"),
            "quote": self.tr("Quote"),
            "image": self.tr("Picture…"),
            "table": self.tr("Table"),
            "code": self.tr("Code (Ctrl+E)"),
        }
        for name, button in self.buttons.items():
            button.set_tip(tips[name])
        self.preview_button.set_tip(self.tr("Preview"))
        self.text.setAccessibleName(self.tr("Text"))
        self.preview.setAccessibleName(self.tr("Preview, read only"))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
