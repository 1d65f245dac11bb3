"""The page builder: blocks in their order, the form of the one in front, and how the page will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.gui.builder.block_list import BlockCard, BlockListModel, BlockListView
from rustok_desktop.gui.builder.block_panel import BlockPanel
from rustok_desktop.gui.builder.block_state import Block
from rustok_desktop.gui.builder.block_texts import type_name
from rustok_desktop.gui.builder.builder_actions import builder_actions
from rustok_desktop.gui.builder.builder_controller import BuilderController
from rustok_desktop.gui.builder.field_editors import FormTools
from rustok_desktop.gui.builder.page_preview import PagePreview
from rustok_desktop.gui.builder.picture_chooser import PictureChooser
from rustok_desktop.gui.builder.type_chooser import TypeChooser
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.properties import restyle

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_ACTS = ("up", "down", "hide", "duplicate", "remove")


class BuilderPage(QWidget):
    """Opens with ``node_id``, a page."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self.pictures = PictureCache(services.client, self)
        self.controller = BuilderController(services.client, self._language, self)
        icons = services.icons
        self.back = IconButton(icons.icon("arrow-left", "text"), "", outlined=True)
        self.title, self.told = ElidedLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.locales = ChoiceRow(look="pill")
        self.preview_button = Button("", icons.icon("eye", "text"))
        self.preview_button.setCheckable(True)
        self.preview_button.setChecked(True)
        self.add_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.model = BlockListModel(self)
        self.list = BlockListView(self.model, services.theme, icons)
        drawings = dict(zip(_ACTS, ("arrow-up", "arrow-down", "eye-off", "copy", "trash"), strict=True))
        self.buttons = {act: IconButton(icons.icon(name, "text"), "") for act, name in drawings.items()}
        self.preview = PagePreview(services.client, services.theme, self.pictures)
        self.first = Button("", icons.icon("plus", "on_accent"), "primary")
        self.empty = EmptyState(icons.icon("layers", "muted"), actions=(self.first,))
        self.to_pages = Button(variant="primary")
        self.nothing = EmptyState(icons.icon("article", "muted"), actions=(self.to_pages,))
        self.types = TypeChooser(self, services)
        self.chooser = PictureChooser(self, services, self.pictures)
        self.panel = BlockPanel(FormTools(services, self.pictures, self.chooser.ask, "USD"), self.controller)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_page()
        services.actions.register(*builder_actions(self))
        self.destroyed.connect(services.client.watch(self._noticed))
        self.controller.start()

    def _lay_out(self) -> None:
        px = self._services.theme.px
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.told)
        head.addWidget(self.locales)
        head.addWidget(self.preview_button)
        head.addWidget(self.add_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for part, least, size in ((self._list_card(), 190, 250), (self._form_card(), 270, 400)):
            part.setMinimumWidth(px(least))
            self.splitter.addWidget(part)
            part.resize(px(size), part.height())
        shown = Card(margin=1)
        shown.setMinimumWidth(px(200))
        shown.body.addWidget(self.preview)
        self.splitter.addWidget(shown)
        self.shown = shown
        self.splitter.setSizes([px(250), px(400), px(470)])
        for place in (1, 2):
            self.splitter.setStretchFactor(place, 1)
        self.stack = QStackedWidget()
        for widget in (self.splitter, self.empty, self.nothing):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _list_card(self) -> QWidget:
        card = Card(margin=6)
        card.body.setSpacing(SPACE.xs)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for act, button in self.buttons.items():
            button.setProperty("act", act)
            tools.addWidget(button)
        tools.addStretch(1)
        card.body.addLayout(tools)
        card.body.addWidget(self.list, 1)
        return card

    def _form_card(self) -> QWidget:
        card = Card(margin=1)
        card.body.addWidget(self.panel)
        return card

    def _connect(self) -> None:
        controller = self.controller
        controller.opened.connect(self._show_page)
        controller.listed.connect(self._show_blocks)
        controller.replaced.connect(self._show_front)
        controller.edited.connect(self._edited)
        controller.acted.connect(self._acted)
        controller.failed.connect(self._failed)
        controller.conflicted.connect(self._conflicted)
        self.back.clicked.connect(self.go_back)
        self.to_pages.clicked.connect(self.go_back)
        self.locales.chosen.connect(self._locale_chosen)
        self.preview_button.toggled.connect(self.shown.setVisible)
        self.add_button.clicked.connect(self.add)
        self.first.clicked.connect(self.add)
        self.types.chosen.connect(self._type_chosen)
        self.list.chosen.connect(controller.choose)
        self.list.asked.connect(self.act)
        self.model.dropped.connect(controller.move)
        self.chooser.failed.connect(self._failed)
        for button in self.buttons.values():
            button.clicked.connect(self._pressed)

    def _language(self) -> str:
        return self._services.translator.language

    # -- showing -----------------------------------------------------------------------------------

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self):
            self.controller.notice(notice)

    @Slot()
    def _show_page(self) -> None:
        shop, page = self.controller.shop, self.controller.page
        self.locales.set_choices([(code, code.upper()) for code, _ in shop.locales])
        for code, name in shop.locales:
            self.locales.button(code).setToolTip(name)
        self.locales.set_value(self.controller.locale)
        self.locales.setVisible(page is not None and len(shop.locales) > 1)
        for widget in (self.add_button, self.preview_button):
            widget.setVisible(page is not None)
        self._show_title()
        self._show_blocks()

    def _show_title(self) -> None:
        page = self.controller.page
        texts = page.translations if page is not None else {}
        text = texts.get(self.controller.locale) or next(iter(texts.values()), None)
        self.title.setText(text.title if text is not None else self.tr("Page builder"))

    @Slot()
    def _show_blocks(self) -> None:
        controller = self.controller
        cards = [self._card(block) for block in controller.blocks]
        self.model.show_cards(cards)
        self.list.choose(controller.key)
        if controller.page is None:
            self.stack.setCurrentWidget(self.nothing)
        else:
            self.stack.setCurrentWidget(self.splitter if cards else self.empty)
        self._show_acts()
        self._show_title()
        self._edited()

    def _card(self, block: Block) -> BlockCard:
        state = "unsaved" if block.new or block.refused else "hidden" if block.hidden else ""
        words = block.summary(self.controller.locale, self.controller.shop.default_locale)
        return BlockCard(block.key, block.type, words, state)

    def _show_acts(self) -> None:
        block = self.controller.block
        place = self.model.find(self.controller.key)
        for act, button in self.buttons.items():
            button.setEnabled(block is not None and (act == "remove" or act in ("up", "down") or not block.new))
        self.buttons["up"].setEnabled(place > 0)
        self.buttons["down"].setEnabled(0 <= place < len(self.controller.blocks) - 1)
        hidden = block is not None and block.hidden
        self.buttons["hide"].setIcon(self._services.icons.icon("eye" if hidden else "eye-off", "text"))
        tip = self.tr("Show the block again (Ctrl+H)") if hidden else self.tr("Hide the block (Ctrl+H)")
        self.buttons["hide"].set_tip(tip)

    @Slot()
    def _show_front(self) -> None:
        self.preview.go_to(self.controller.key)

    @Slot()
    def _edited(self) -> None:
        controller = self.controller
        self.model.show_cards([self._card(block) for block in controller.blocks])
        self.preview.show_blocks(controller.shown(), controller.locale)
        state = controller.state()
        texts = {
            "saved": (self.tr("Saved"), "muted"),
            "writing": (self.tr("Writing…"), "muted"),
            "refused": (self.tr("Not saved yet"), "warn"),
        }
        text, role = texts.get(state, ("", "muted"))
        restyle(self.told, "role", role)
        self.told.setText(text)
        self.told.setToolTip(self.tr("The red fields say what is missing.") if state == "refused" else "")

    # -- acts --------------------------------------------------------------------------------------

    def open_with(self, node_id: str | None = None) -> None:
        """What the navigator asks for."""
        if node_id is not None:
            self.controller.open(node_id)

    @Slot()
    def go_back(self) -> None:
        """To the page among the others."""
        self.controller.keep()
        page = self.controller.page
        if page is not None:
            self._services.navigator.go("content", node_id=page.id)
        else:
            self._services.navigator.go("content")

    @Slot()
    def add(self) -> None:
        """Choose a type of block."""
        if self.controller.page is not None:
            self.types.open_panel()

    @Slot(str)
    def _type_chosen(self, block_type: str) -> None:
        self.controller.add(block_type)
        self.panel.focus_first()

    @Slot(object)
    def _locale_chosen(self, locale: object) -> None:
        self.controller.set_locale(str(locale))

    @Slot()
    def _pressed(self) -> None:
        self.act(str(self.sender().property("act")))

    @Slot(str)
    def act(self, act: str) -> None:
        """up, down, hide (or show), duplicate or remove the block in front."""
        block = self.controller.block
        if block is None:
            return
        place = self.controller.blocks.index(block)
        if act in ("up", "down"):
            self.controller.move(block.key, place + (1 if act == "down" else -1))
        else:
            self.controller.act("show" if act == "hide" and block.hidden else act, block.key)

    @Slot(str, object, object)
    def _acted(self, act: str, block: Block, saved: NodeSaved) -> None:
        if act == "remove" and saved.txid is not None:
            text = self.tr("Block “{name}” removed").format(name=type_name(block.type))
            offer_undo(self._services, self, text, saved.txid, self.controller.read)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    @Slot()
    def _conflicted(self) -> None:
        text = self.tr("Somebody changed this block meanwhile. What you typed is kept and saved over it.")
        self._services.notices.show(text, "warn")

    def flush(self) -> None:
        """Save what is typed now, and keep what cannot be saved: the window closes."""
        self.controller.keep()
        self.controller.drafts.flush()

    def hideEvent(self, event: object) -> None:
        """Whoever goes elsewhere leaves nothing unsaved."""
        self.controller.keep()
        super().hideEvent(event)  # type: ignore[arg-type]

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.back.set_tip(self.tr("Back to Pages & posts"))
        self.locales.setAccessibleName(self.tr("Language"))
        self.preview_button.setText(self.tr("Preview"))
        self.add_button.setText(self.tr("Add a block"))
        self.first.setText(self.tr("Add a block"))
        self.to_pages.setText(self.tr("Choose a page"))
        self.list.setAccessibleName(self.tr("Blocks of the page"))
        self.list.setAccessibleDescription(
            self.tr("Alt+Up and Alt+Down move, Ctrl+D duplicates, Ctrl+H hides, Del removes.")
        )
        self.list.delegate.states = {"hidden": self.tr("Hidden"), "unsaved": self.tr("Not saved")}
        self.preview.setAccessibleName(self.tr("Preview"))
        self.buttons["up"].set_tip(self.tr("One place up (Alt+Up)"))
        self.buttons["down"].set_tip(self.tr("One place down (Alt+Down)"))
        self.buttons["duplicate"].set_tip(self.tr("Duplicate the block (Ctrl+D)"))
        self.buttons["remove"].set_tip(self.tr("Remove the block (Del)"))
        self.empty.set_texts(
            self.tr("An empty page"),
            self.tr("Build it from blocks: a headline, texts, pictures, products, prices, questions and answers."),
        )
        self.nothing.set_texts(
            self.tr("No page chosen"), self.tr("Choose a page among Pages & posts and press Blocks.")
        )
        self._show_blocks()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
