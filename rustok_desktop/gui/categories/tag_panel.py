"""The words of one tag: its name and its address in every language of the shop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.core import limits
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.taxonomy.views import TagView

Languages = tuple[tuple[str, str], ...]  # tag and name, the lists' own one first


class WordField(FormField):
    """A line of text with its label."""

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(limit)
        super().__init__("", self.line, parent=parent)


class TagPanel(QScrollArea):
    """A field is sent when it is left or Enter is pressed: ``named`` and ``addressed`` carry (tag, language, text).

    An empty name in another language takes that language away; an empty address is made from the name.
    """

    named = Signal(object, str, str)
    addressed = Signal(object, str, str)
    history_asked = Signal(str, str, str)  # kind, id, name

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag: TagView | None = None
        self._languages: Languages = ()
        self.names: dict[str, WordField] = {}
        self.slugs: dict[str, WordField] = {}
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.history_button = IconButton(icons.icon("clock", "muted"), "")
        self.history_button.clicked.connect(self._look_back)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(SPACE.m)
        inside = QWidget()
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.m)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.history_button)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(self._fields)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.retranslate()

    def set_languages(self, languages: Languages) -> None:
        """The shop's languages; fields are made anew when they differ."""
        if languages == self._languages:
            return
        self._languages = languages
        for field in (*self.names.values(), *self.slugs.values()):
            field.editor.blockSignals(True)
            self._fields.removeWidget(field)
            field.deleteLater()
        self.names, self.slugs = {}, {}
        for locale, _ in languages:
            self.names[locale] = self._field(limits.TAG, partial(self._name_left, locale))
            self.slugs[locale] = self._field(limits.HANDLE, partial(self._slug_left, locale))
        self.retranslate()
        self._show()

    def show_tag(self, tag: TagView | None) -> None:
        """Another tag, or the same one after a change; what is being typed stays."""
        if tag != self.tag:
            same = tag is not None and self.tag is not None and tag.id == self.tag.id
            self.tag = tag
            self._show(keep_typing=same)

    def _field(self, limit: int, left: Callable[[], None]) -> WordField:
        field = WordField(limit)
        field.line.editingFinished.connect(left)
        self._fields.addWidget(field)
        return field

    def _show(self, *, keep_typing: bool = False) -> None:
        tag = self.tag
        for fields, texts in ((self.names, tag.names if tag else {}), (self.slugs, tag.slugs if tag else {})):
            for locale, field in fields.items():
                field.setVisible(tag is not None)
                if not (keep_typing and field.line.hasFocus() and field.line.isModified()):
                    field.line.setText(texts.get(locale, ""))
        self._show_words()

    def _show_words(self) -> None:
        self.title.setText(self.tag.name if self.tag is not None else "")
        self.title.setVisible(self.tag is not None)
        self.history_button.setVisible(self.tag is not None)
        home = self._languages[0][1] if self._languages else ""
        if self.tag is None:
            self.note.setText(self.tr("Choose one tag to see its names."))
        else:
            text = self.tr("Products carry the {language} name; readers of other languages see theirs.")
            self.note.setText(text.format(language=home))

    def _name_left(self, locale: str) -> None:
        text = self.names[locale].line.text().strip()
        if self.tag is None or text == self.tag.names.get(locale, ""):
            return
        if not text and locale == self._languages[0][0]:
            self._show()  # the name in the lists cannot be empty
            return
        self.named.emit(self.tag, locale, text)

    def _slug_left(self, locale: str) -> None:
        text = self.slugs[locale].line.text().strip()
        if self.tag is None or text == self.tag.slugs.get(locale, "") or locale not in self.tag.names:
            return
        self.addressed.emit(self.tag, locale, text)

    @Slot()
    def _look_back(self) -> None:
        if self.tag is not None:
            self.history_asked.emit("tag", self.tag.id, self.tag.name)

    @Slot()
    def put_back(self) -> None:
        """A change was refused: show what is stored."""
        self._show()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.history_button.set_tip(self.tr("History of the tag"))
        several = len(self._languages) > 1
        for locale, language in self._languages:
            name = self.tr("Name · {language}").format(language=language) if several else self.tr("Name")
            slug = self.tr("Address · {language}").format(language=language) if several else self.tr("Address")
            self.names[locale].set_label(name)
            self.slugs[locale].set_label(slug)
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
