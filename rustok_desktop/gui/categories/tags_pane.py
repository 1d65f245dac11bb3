"""The tags of the shop: how many products carry each; rename, merge, remove unused ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.gui.categories.tag_panel import TagPanel
from rustok_desktop.gui.categories.tag_table_model import COUNT, NAME, TagTableModel
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.operations.taxonomy import MergeInto, ReadTags, RemoveUnusedTags, RenameTagTo, WordTag
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.taxonomy.views import TagSaved, TagView


class TagsPane(QWidget):
    """``counted`` follows each reading; ``failed`` carries errors."""

    counted = Signal()
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.model = TagTableModel(self)
        self.search = SearchField(services.icons)
        self.table = QTableView()
        self.rename_button = Button("", services.icons.icon("pencil", "text"))
        self.merge_button = Button("", services.icons.icon("link", "text"))
        self.clean_button = Button("", services.icons.icon("eraser", "text"))
        self.empty = EmptyState(services.icons.icon("tag", "muted"))
        self.panel = TagPanel(services.icons)
        self._home = ""
        self._showing = False
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.sortIndicatorChanged.connect(self.model.sort)
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.table.verticalHeader().setDefaultSectionSize(self._services.theme.px(36))
        self.table.horizontalHeader().setFixedHeight(self._services.theme.px(36))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.search, 1)
        for button in (self.rename_button, self.merge_button, self.clean_button):
            row.addWidget(button)
        card = Card(margin=1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        card.body.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(row)
        words = Card(margin=1)
        words.body.addWidget(self.panel)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(words)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([self._services.theme.px(640), self._services.theme.px(400)])
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.model.filter)
        self.panel.named.connect(self._name)
        self.panel.addressed.connect(self._address)
        self.model.renamed.connect(self._rename)
        self.model.modelReset.connect(self._show_state)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.rename_button.clicked.connect(self._edit)
        self.merge_button.clicked.connect(self.merge)
        self.clean_button.clicked.connect(self.remove_unused)
        self._services.theme.changed.connect(self.restyle)

    # -- reading -----------------------------------------------------------------------------------

    @Slot()
    def read(self) -> None:
        """Read the tags again; the selection stays."""
        alive = partial(isValid, self)
        self._services.client.submit(ReadTags(), on_result=self._show, on_error=self.failed.emit, alive=alive)
        self._services.client.submit(ReadShop(), on_result=self._know_shop, on_error=self.failed.emit, alive=alive)

    def _know_shop(self, shop: ShopFacts) -> None:
        self._home = shop.default_locale
        self.panel.set_languages(tuple(sorted(shop.locales, key=lambda pair: pair[0] != shop.default_locale)))

    def _show(self, tags: tuple[TagView, ...]) -> None:
        kept = [tag.id for tag in self.chosen()]
        self._showing = True  # the reset takes the selection away for a moment; what is being typed beside it stays
        self.model.show_tags(tags)
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for tag_id in reversed(kept):
            row = self.model.row_of(tag_id)
            if row >= 0:
                self.table.selectionModel().setCurrentIndex(self.model.index(row, NAME), flags)
        self._showing = False
        self._selected()
        self.counted.emit()

    def chosen(self) -> list[TagView]:
        """The selected tags, the one in front first."""
        front = self.table.currentIndex().row()
        rows = sorted((index.row() for index in self.table.selectionModel().selectedRows()), key=lambda r: r != front)
        return [tag for row in rows if (tag := self.model.tag(row)) is not None]

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _edit(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.setFocus()
            self.table.edit(index.siblingAtColumn(NAME))

    @Slot(str, str)
    def _rename(self, tag_id: str, name: str) -> None:
        tag = self.model.tag(self.model.row_of(tag_id))
        if tag is not None:
            self._submit(RenameTagTo(tag_id, name, tag.version), partial(self._renamed, tag, name))

    @Slot(object, str, str)
    def _name(self, tag: TagView, locale: str, text: str) -> None:
        if locale == self._home:
            self._submit(RenameTagTo(tag.id, text, tag.version), partial(self._renamed, tag, text))
        else:
            self._submit(WordTag(tag.id, tag.version, locale, "name", text or None), self._read_after)

    @Slot(object, str, str)
    def _address(self, tag: TagView, locale: str, text: str) -> None:
        self._submit(WordTag(tag.id, tag.version, locale, "slug", text or None), self._read_after)

    def _renamed(self, was: TagView, name: str, saved: TagSaved) -> None:
        self.read()
        if saved.txid is not None:
            words = self.tr("“{was}” is now “{name}”").format(was=was.name, name=name)
            text = f"{words} · {self.tr('%Ln product(s) changed', '', saved.products)}"
            offer_undo(self._services, self, text, saved.txid, self.read)

    @Slot()
    def merge(self) -> None:
        """Ask, then merge the selected tags into the one in front."""
        chosen = self.chosen()
        if len(chosen) < 2:
            return
        into, others = chosen[0], chosen[1:]
        names = ", ".join(f"“{tag.name}”" for tag in others)
        title = self.tr("Merge into “{name}”?").format(name=into.name)
        text = self.tr(
            "{names} will be replaced by “{name}” in every product that carries them. Undo takes them apart again."
        ).format(names=names, name=into.name)
        buttons = (
            PromptButton("cancel", self.tr("Cancel")),
            PromptButton("merge", self.tr("Merge"), "primary"),
        )
        ids = tuple(tag.id for tag in others)
        self._services.prompter.ask(self, title, text, buttons, partial(self._merge_answered, into, ids))

    def _merge_answered(self, into: TagView, ids: tuple[str, ...], answer: str | None) -> None:
        if answer == "merge":
            for tag_id in ids:
                self._submit(MergeInto(tag_id, into.id), partial(self._merged, into))

    def _merged(self, into: TagView, saved: TagSaved) -> None:
        self.read()
        text = self.tr("Merged into “{name}”").format(name=into.name)
        count = self.tr("%Ln product(s) changed", "", saved.products)
        offer_undo(self._services, self, f"{text} · {count}", str(saved.txid), self.read)

    @Slot()
    def remove_unused(self) -> None:
        """Ask, then remove tags without products: their translations go with them."""
        title = self.tr("Remove %Ln unused tag(s)?", "", self.model.unused)
        text = self.tr("No product carries them. They go to the trash with their translations.")
        buttons = (
            PromptButton("cancel", self.tr("Cancel")),
            PromptButton("remove", self.tr("Remove"), "danger"),
        )
        self._services.prompter.ask(self, title, text, buttons, self._removal_answered)

    def _removal_answered(self, answer: str | None) -> None:
        if answer == "remove":
            self._submit(RemoveUnusedTags(), self._removed)

    def _removed(self, count: int) -> None:
        self.read()
        self._services.notices.show(self.tr("%Ln unused tag(s) removed", "", count), "ok")

    def _read_after(self, _saved: TagSaved) -> None:
        self.read()

    def _refused(self, error: BaseException) -> None:
        self.panel.put_back()
        self.read()
        self.failed.emit(error)

    def _submit(self, operation: Operation, on_result: Callable[[Any], None]) -> None:
        self._services.client.submit(
            operation, on_result=on_result, on_error=self._refused, alive=partial(isValid, self), write=True
        )

    # -- words -------------------------------------------------------------------------------------

    @Slot()
    def _selected(self) -> None:
        chosen = self.chosen()
        self.rename_button.setEnabled(len(chosen) == 1)
        if not self._showing:
            self.panel.show_tag(chosen[0] if len(chosen) == 1 else None)
        self.merge_button.setEnabled(len(chosen) > 1)
        self.clean_button.setEnabled(self.model.unused > 0)
        self.merge_button.setToolTip(
            self.tr("Into “{name}”").format(name=chosen[0].name)
            if len(chosen) > 1
            else self.tr("Choose two or more tags; the last one clicked stays.")
        )

    @Slot()
    def _show_state(self) -> None:
        self.stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if self.model.total:
            self.empty.set_texts(self.tr("No such tag"), self.tr("No tag has these letters in it."))
        else:
            text = self.tr("Tags appear here as soon as products carry some. Type them in the product editor.")
            self.empty.set_texts(self.tr("No tags yet"), text)
        self._selected()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.search.set_placeholder(self.tr("Find a tag"))
        self.table.setAccessibleName(self.tr("Tags"))
        self.rename_button.setText(self.tr("Rename"))
        self.merge_button.setText(self.tr("Merge"))
        self.clean_button.setText(self.tr("Remove unused"))
        self.model.set_texts((self.tr("TAG"), self.tr("PRODUCTS")), self._services.translator.language)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
