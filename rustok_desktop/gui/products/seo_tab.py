"""What search engines read of a product."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from rustok_desktop.core.text import slugify, strip_html
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.field_binding import FieldBinding
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.products.search_preview import DESCRIPTION_SHOWN, TITLE_SHOWN, SearchPreview
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.properties import restyle

_NAMES = ("meta_title", "meta_description", "handle")
_SHOWN = {"meta_title": TITLE_SHOWN, "meta_description": DESCRIPTION_SHOWN}


class SeoTab(QWidget):
    """Title and description for search engines with how long they may be, the handle, and a preview."""

    def __init__(self, controller: EditorController, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._head = QLabel()
        self._head.setProperty("role", "field")
        self.preview = SearchPreview(theme)
        self.fields: dict[str, FormField] = {}
        self.bindings: dict[str, FieldBinding] = {}
        self._lengths: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.m)
        column.addWidget(self._head)
        column.addWidget(self.preview)
        for name in _NAMES:
            column.addWidget(self._make(name))
        column.addStretch(1)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        self.retranslate()

    def _make(self, name: str) -> FormField:
        field = FormField("", PlainTextBox(4) if name == "meta_description" else QLineEdit())
        if name in _SHOWN:
            self._lengths[name] = QLabel()
            self._lengths[name].setProperty("role", "hint")
            field.add_to_head(self._lengths[name])
        self.fields[name] = field
        self.bindings[name] = FieldBinding(self._controller, field, partial(self._path, name))
        return field

    def _path(self, name: str) -> str | None:
        state = self._controller.state
        return f"{name}@{state.locale}" if state is not None else None

    def focus_path(self, path: str) -> bool:
        """Go to the field of a path; false when this tab has none."""
        for name, binding in self.bindings.items():
            if name != "handle" and binding.path == path:
                binding.focus()
                return True
        return False

    @Slot()
    def refresh(self) -> None:
        """Preview and lengths of what is typed now; empty fields fall back to the product's own words."""
        if not self.isVisible():
            return
        own_title, own_text = self._text("title"), strip_html(self._text("description")[:4000])
        title = self._text("meta_title") or own_title
        handle = self._text("handle") or (slugify(own_title) if own_title else "")
        address = " › ".join(part for part in ("products", handle) if part)
        self.preview.show_texts(address, title, self._text("meta_description") or own_text)
        for name, label in self._lengths.items():
            length, shown = len(self._text(name)), _SHOWN[name]
            label.setText(self.tr("{length} of about {shown} shown").format(length=length, shown=shown))
            restyle(label, "role", "warn" if length > shown else "hint")

    def showEvent(self, event: QEvent) -> None:
        """Nothing is worked out while the tab is hidden."""
        self.refresh()

    def _text(self, name: str) -> str:
        path = self._path(name)
        return self._controller.text(path).strip() if path is not None else ""

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._head.setText(self.tr("As a search engine may show it"))
        self.preview.setAccessibleName(self.tr("Search preview"))
        self.fields["meta_title"].set_label(self.tr("Page title"))
        self.fields["meta_title"].set_hint(self.tr("Left empty, the product's title is used."))
        self.fields["meta_description"].set_label(self.tr("Description for search engines"))
        self.fields["handle"].set_label(self.tr("Handle"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
