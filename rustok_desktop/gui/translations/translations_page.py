"""The Translations page: what is missing or out of date first, field by field beside the original."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.exchange.text_files import TextFiles
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.operations.translations import (
    ALL,
    KINDS,
    NODES,
    LoadTranslation,
    ReadTranslations,
    StillFits,
    TransItem,
    TransPage,
)
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.translations.pair_editor import PairEditor
from rustok_desktop.gui.translations.translation_actions import translation_actions
from rustok_desktop.gui.translations.translation_drafts import Key, TranslationDrafts
from rustok_desktop.gui.translations.translation_list import TranslationDelegate, TranslationListModel
from rustok_desktop.gui.translations.translation_texts import kind_texts, state_texts
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250
_KINDS = frozenset({"index", "product", "category", "tenant"})


class TranslationsPage(QWidget):
    """What is typed is saved when another thing is chosen; what was refused is there when one comes back."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._asked = self._load_asked = 0
        self._front = ""
        self._place = 0
        self._shop = ShopFacts("", "", (), "")
        self._counts: dict[str, int] = {}
        self._language = ""  # of what stands in the editor
        self.drafts = TranslationDrafts(services.client, self)
        icons = services.icons
        self.header, self.files = PageHeader(), TextFiles(services)
        self.locales, self.kind, self.tabs = ChoiceRow(look="pill"), FilterBox(), TabStrip()
        self.model = TranslationListModel(self)
        self.list = QListView()
        self.editor = PairEditor(services)
        self.title, self.state = ElidedLabel(), Chip()
        self.title.setProperty("role", "section")
        self.told = QLabel()
        self.told.setProperty("role", "muted")
        self.fits = Button("", icons.icon("check", "text"))
        self.save_button = Button()
        self.next_button = Button(variant="primary")
        self.done = EmptyState(icons.icon("check-circle", "ok"))
        self.nothing = EmptyState(icons.icon("translate", "muted"))
        self.settings_button = Button("", icons.icon("gear", "on_accent"), "primary")
        self.single = EmptyState(icons.icon("translate", "muted"), actions=(self.settings_button,))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self.retranslate()
        self._connect()
        self._ask(ReadShop(), self._show_shop)

    def _lay_out(self) -> None:
        px = self._services.theme.px
        for action in (self.locales, self.kind, self.files):
            self.header.add_action(action)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TranslationDelegate(self._services.theme, self.model, self.list))
        self.list.setUniformItemSizes(True)
        left = Card(margin=1)
        self.left = QStackedWidget()
        self.left.addWidget(self.list)
        self.left.addWidget(self.done)
        left.body.addWidget(self.left)
        left.setMinimumWidth(px(220))
        self.card = Card(margin=SPACE.l)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.told)
        foot.addStretch(1)
        for button in (self.fits, self.save_button, self.next_button):
            foot.addWidget(button)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.editor, 1)
        self.card.body.addLayout(foot)
        self.side = QStackedWidget()
        self.side.addWidget(self.card)
        self.side.addWidget(self.nothing)
        self.side.setCurrentWidget(self.nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(280), px(820)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.single)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.locales.chosen.connect(self._other_list)
        self.kind.chosen.connect(self._other_list)
        self.tabs.currentChanged.connect(self._other_list)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.editor.edited.connect(self._edited)
        self.fits.clicked.connect(self.still_fits)
        self.save_button.clicked.connect(self.keep)
        self.next_button.clicked.connect(self.save_and_next)
        self.settings_button.clicked.connect(self._to_settings)
        self.drafts.saved.connect(self._saved)
        self.drafts.refused.connect(self._refused)
        self.files.imported.connect(self.read)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))
        self._services.actions.register(*translation_actions(self))

    def _ask(self, operation: Any, on_result: Any, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=write)

    # -- reading -----------------------------------------------------------------------------------

    def _show_shop(self, shop: ShopFacts) -> None:
        self._shop = self.files.shop = shop
        others = [(code, name) for code, name in shop.locales if code != shop.default_locale]
        self.locales.set_choices(others)
        self.stack.setCurrentWidget(self.splitter if others else self.single)
        for widget in (self.locales, self.kind, self.tabs, self.files):
            widget.setVisible(bool(others))
        self.read()

    @property
    def written(self) -> str:
        """The language that is written."""
        return str(self.locales.value() or "")

    @Slot()
    def _other_list(self) -> None:
        self.keep()
        self._front, self._place = "", 0
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the list again."""
        self.files.written = self.written
        if self.written:
            self._asked += 1
            self.model.mixed = self.kind.value() == ALL
            question = ReadTranslations(str(self.kind.value()), self.written, self.tabs.currentIndex() == 1)
            self._ask(question, partial(self._listed, self._asked))

    def _listed(self, asked: int, page: TransPage) -> None:
        if asked != self._asked:
            return
        self._counts = page.counts
        self.model.show_rows(page.rows)
        self.left.setCurrentWidget(self.list if page.rows else self.done)
        self._show_counts()
        place = self.model.find(self._front)
        if place < 0 and self.editor.item is not None and self.editor.item.id == self._front and self.editor.changes():
            return  # it left the list while somebody types into it
        self._go_to(place if place >= 0 else min(self._place, len(page.rows) - 1))

    def _go_to(self, place: int) -> None:
        index = self.model.index(place) if place >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        if not index.isValid():
            self._front = ""
            self.side.setCurrentWidget(self.nothing)

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or notice.kinds & _KINDS) and not self._timer.isActive():
            self._timer.start()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        row = self.model.rows[current.row()]
        self._place = current.row()
        if row.id == self._front and self.editor.item is not None and self.editor.item.id == row.id:
            return
        self.keep()
        self._front = row.id
        self._load()

    def _load(self) -> None:
        self._load_asked += 1
        kind = self.model.rows[self._place].kind if self._place < len(self.model.rows) else str(self.kind.value())
        operation = LoadTranslation(kind, self._front, self.written)
        self._ask(operation, partial(self._loaded, self._load_asked))

    def _loaded(self, asked: int, item: TransItem) -> None:
        if asked != self._load_asked:
            return
        self._language = self.written
        names = dict(self._shop.locales)
        languages = (names.get(self._shop.default_locale, ""), names.get(self.written, ""))
        other = self.editor.item is None or self.editor.item.id != item.id
        typing = other and self.isVisible() and self.editor.isAncestorOf(self.window().focusWidget() or self)
        self.editor.show_item(item, languages, self.drafts.typed((item.kind, item.id, self._language)))
        self.side.setCurrentWidget(self.card)
        self.title.setText(item.title)
        self.state.setVisible(item.stale)
        self.fits.setVisible(item.stale)
        self._edited()
        if typing:
            self.editor.focus_first()

    @Slot()
    def _edited(self) -> None:
        item, changes = self.editor.item, self.editor.changes()
        self.save_button.setEnabled(bool(changes))
        filled = sum(bool(row.value()) for row in self.editor.rows)
        self.told.setText(self.tr("{filled} of {wanted} fields").format(filled=filled, wanted=len(self.editor.rows)))
        if item is not None:
            self.drafts.type((item.kind, item.id, self._language), changes)

    # -- acts --------------------------------------------------------------------------------------

    def can_save(self) -> bool:
        """Something is shown that can be saved."""
        return self.isVisible() and self.editor.item is not None and self.side.currentWidget() is self.card

    def open_with(self, kind: str = "", locale: str = "", path: str = "") -> None:
        """What the navigator asks for; ``path`` is a file of translated texts."""
        if path:
            self.files.read(Path(path))
        if kind in KINDS:
            self.kind.set_value(kind)
        self.locales.set_value(locale)
        self.read()

    @Slot()
    def keep(self) -> None:
        """Save what is typed, if anything is, and stay."""
        item = self.editor.item
        if item is not None:
            self.drafts.keep((item.kind, item.id, self._language), item.version)

    @Slot()
    def save_and_next(self) -> None:
        """Save, then go to the next in the list."""
        following = self._place + 1
        if following < self.model.rowCount():
            self.editor.focus_first()
            self._go_to(following)  # which saves what is left
        else:
            self.keep()
            self.list.setFocus()

    @Slot()
    def save_and_back(self) -> None:
        """Save, then go to the one before in the list."""
        if self._place > 0:
            self.editor.focus_first()
            self._go_to(self._place - 1)
        else:
            self.keep()

    @Slot(object)
    def _saved(self, key: Key) -> None:
        if self.editor.item is not None and self.editor.item.id == key[1]:
            self._load()
        if key[0] not in NODES:
            self.read()  # these stand in no index whose notice would tell

    @Slot(object, object)
    def _refused(self, key: Key, error: BaseException) -> None:
        item = self.editor.item
        if isinstance(error, AppError) and item is not None and item.id == key[1]:
            language = self._services.translator.language
            problems = {problem.path.partition("@")[0]: problem.text(language) for problem in error.fields}
            self.editor.show_problems(problems)
        self._failed(error)

    @Slot()
    def still_fits(self) -> None:
        """The translation is good although the original has changed; the next, please."""
        item = self.editor.item
        if item is not None and item.stale:
            self._ask(StillFits(item.kind, item.id, item.version, self.written), self._fitted, write=True)

    def _fitted(self, _saved: NodeSaved) -> None:
        self._load()
        self.read()

    @Slot()
    def _to_settings(self) -> None:
        self._services.navigator.go("settings", setting="shop.languages")

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    flush = keep  # the window closes

    def hideEvent(self, event: object) -> None:
        """Whoever goes elsewhere leaves nothing unsaved."""
        self.keep()
        super().hideEvent(event)  # type: ignore[arg-type]

    # -- words -------------------------------------------------------------------------------------

    def _show_counts(self) -> None:
        language = self._services.translator.language
        undone = sum(self._counts.get(state, 0) for state in ("missing", "stale", "partly"))
        whole = undone + self._counts.get("done", 0)
        self.tabs.blockSignals(True)
        names = (self.tr("To do"), self.tr("All"))
        self.tabs.set_tabs(
            [f"{name}  {format_number(n, language)}" for name, n in zip(names, (undone, whole), strict=True)]
        )
        self.tabs.blockSignals(False)
        share = 100 * self._counts.get("done", 0) // whole if whole else 100
        self.header.set_count(f"{share} %" if self._counts else "")
        if whole:
            self.done.set_texts(self.tr("All done"), self.tr("Everything of this kind is translated and up to date."))
        else:
            self.done.set_texts(
                self.tr("Nothing to translate"), self.tr("There is nothing of this kind in the shop yet.")
            )

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Translations"))
        self.locales.setAccessibleName(self.tr("Language"))
        self.kind.set_label(self.tr("Kind"))
        self.model.kinds, self.model.states = kind_texts(), state_texts()
        self.kind.set_choices([(ALL, self.tr("Everything")), *self.model.kinds.items()])
        self.tabs.setAccessibleName(self.tr("To do or all"))
        self.list.setAccessibleName(self.tr("What is to be translated"))
        self.state.set_chip(self.tr("The original has changed"), "warn")
        self.fits.setText(self.tr("Still fits"))
        self.save_button.setText(self.tr("Save"))
        self.next_button.setText(self.tr("Save and next"))
        self.next_button.setToolTip(self.tr("Ctrl+Enter; back with Ctrl+Shift+Enter"))
        self.settings_button.setText(self.tr("Add a language"))
        self.single.set_texts(
            self.tr("The shop speaks one language"),
            self.tr("With a second one, everything that is not translated yet is listed here."),
        )
        self.nothing.set_texts(self.tr("Nothing chosen"), self.tr("Choose at the left what to translate."))
        self._show_counts()
        self._edited()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
