"""Title, address and text of a page or post, in one language at a time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from rustok_desktop.core.text import slugify
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.markdown.markdown_editor import MarkdownEditor
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.properties import restyle


class NodeEditor(QWidget):
    """Everything typed goes to the controller, which keeps it; this shows what the controller holds."""

    def __init__(
        self, services: GuiServices, controller: NodeController, pictures: PictureCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._controller = controller
        self._chips: dict[str, QPushButton] = {}
        self._kept_at = ""
        self.told = QLabel()
        self.title, self.slug = QLineEdit(), QLineEdit()
        self.title_field, self.slug_field = FormField("", self.title), FormField("", self.slug)
        self.body = MarkdownEditor(services, pictures)
        self._lay_out()
        self.title.textEdited.connect(self._title_typed)
        self.slug.textEdited.connect(self._slug_typed)
        self.body.edited.connect(self._body_typed)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self._tell)
        controller.kept.connect(self._kept)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self._flow = FlowLayout(spacing=SPACE.s)
        head.addLayout(self._flow, 1)
        head.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self.title_field)
        column.addWidget(self.slug_field)
        column.addWidget(self.body, 1)

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Another node or language, or the same as it is now."""
        controller = self._controller
        self.setEnabled(controller.state is not None)
        for field, name in ((self.title, "title"), (self.slug, "slug")):
            text = controller.text(name)
            if field.text() != text:
                field.setText(text)
        self.body.set_text(controller.text("title"), controller.text("body"))
        self._show_languages()
        self._tell()

    def _show_languages(self) -> None:
        state, shop = self._controller.state, self._controller.shop
        view = state.view if state is not None else None
        if tuple(self._chips) != tuple(locale for locale, _ in shop.locales):
            self._make_chips()
        for locale, name in shop.locales:
            chip = self._chips[locale]
            chip.setChecked(state is not None and state.locale == locale)
            done = view.completeness.get(locale) if view is not None else None
            text = name if done is None or done.percent >= 100 else f"{name}  {done.percent} %"
            stale = done is not None and done.stale
            chip.setText(f"{text}  ·  {self.tr('out of date')}" if stale else text)

    def _make_chips(self) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for locale, name in self._controller.shop.locales:
            chip = QPushButton(name)
            chip.setProperty("role", "pill")
            chip.setProperty("language", locale)  # "locale" is one of Qt's own
            chip.setCheckable(True)
            chip.clicked.connect(self._choose)
            self._flow.addWidget(chip)
            self._chips[locale] = chip

    @Slot()
    def _choose(self) -> None:
        self._controller.set_locale(str(self.sender().property("language")))
        self._show_languages()

    @Slot()
    def _tell(self) -> None:
        state = self._controller.state
        text, role = "", "muted"
        if state is not None and state.unkept:
            text = self.tr("Writing…") if state.view is not None or state.text("title") else self.tr("Give it a title")
        elif state is not None and state.drafted:
            role = "ok"
            text = self.tr("Draft kept {time}").format(time=self._kept_at) if self._kept_at else self.tr("Draft kept")
        elif state is not None and state.view is not None:
            text = self.tr("Saved")
        restyle(self.told, "role", role)
        self.told.setText(text)
        moved = state.moves() if state is not None else None
        hint = self.tr("A redirect from the old address /{slug} will be kept").format(slug=moved) if moved else ""
        self.slug_field.set_hint(hint)

    @Slot()
    def _kept(self) -> None:
        self._kept_at = datetime.now().astimezone().strftime("%H:%M:%S")
        self._tell()
        self._show_languages()

    # -- typing ------------------------------------------------------------------------------------

    @Slot(str)
    def _title_typed(self, text: str) -> None:
        self._controller.type("title", text)
        self.body.set_title(text)
        self.slug.setPlaceholderText(slugify(text) if text.strip() else "")

    @Slot(str)
    def _slug_typed(self, text: str) -> None:
        self._controller.type("slug", text.strip())

    @Slot()
    def _body_typed(self) -> None:
        self._controller.type("body", self.body.value())

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.title_field.set_label(self.tr("Title"))
        self.slug_field.set_label(self.tr("Address"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_languages()
