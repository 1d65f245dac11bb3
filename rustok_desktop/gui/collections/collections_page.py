"""The Collections page: the list at the left, one collection at the right."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.collections_views import CollectionRow, CollectionSaved, MemberPage
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.asker import Asker
from rustok_desktop.gui.collections.collection_editor import CollectionEditor
from rustok_desktop.gui.collections.draft import CollectionDraft
from rustok_desktop.gui.collections.member_acts import MemberActs
from rustok_desktop.gui.collections.rule_preview_teller import RulePreviewTeller
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.kept_drafts import KeptDrafts
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.collections import (
    DeleteCollection,
    LoadCollection,
    LoadedCollection,
    ReadCollections,
    ReadMembers,
    SaveCollection,
)
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.list_and_side import ListAndSide
from rustok_desktop.gui.widgets.noted_list import NotedListModel
from rustok_desktop.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_SOON_MS = 200
_KINDS = frozenset({"collection", "index"})


class CollectionsPage(QWidget):
    """Opens with ``collection_id`` to show one. What is typed stays with its collection until it is saved."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._ask = Asker(services.client, self, self._failed)
        self._drafts: KeptDrafts[CollectionDraft] = KeptDrafts()
        self.model = NotedListModel(attrgetter("title"), lambda row: "filter" if row.kind == "rule" else "list", self)
        self.editor = CollectionEditor(services)
        self._make()
        self._lay_out()
        self.acts = MemberActs(services, self.editor, self._failed, self)
        self.acts.done.connect(self.read)
        self.preview = RulePreviewTeller(services, self.editor, self._ask, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.read)
        self.history = ThingHistory(self, services)
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))
        self._ask(ReadShop(), self._show_shop)
        self.read()

    # -- building ----------------------------------------------------------------------------------

    def _make(self) -> None:
        icons = self._services.icons
        self.header = PageHeader()
        self.new_rule_button = Button("", icons.icon("filter", "text"))
        self.new_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.first_rule = Button("", icons.icon("filter", "text"))
        self.first_hand = Button("", icons.icon("plus", "on_accent"), "primary")
        self.stack = ListAndSide(
            self._services.theme,
            icons,
            self.model,
            self.editor,
            icon="list",
            sizes=(280, 760),
            first=(self.first_hand, self.first_rule),
        )
        self.list, self.side = self.stack.list, self.stack.side
        self.empty, self.nothing, self.splitter = self.stack.empty, self.stack.nothing, self.stack.splitter

    def _lay_out(self) -> None:
        self.header.add_action(self.new_rule_button)
        self.header.add_action(self.new_button)
        px = self._services.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(22), px(18), px(18), px(14))
        whole.setSpacing(SPACE.m)
        whole.addWidget(self.header)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for button in (self.new_button, self.first_hand):
            button.clicked.connect(self.new_by_hand)
        for button in (self.new_rule_button, self.first_rule):
            button.clicked.connect(self.new_by_rule)
        self.stack.chosen.connect(self.show_collection)
        editor = self.editor
        editor.save_asked.connect(self.save)
        editor.discard_asked.connect(self.discard)
        editor.delete_asked.connect(self._delete)
        editor.model.more_asked.connect(self._read_more)
        editor.history_button.clicked.connect(self._look_back)
        self.history.failed.connect(self._failed)
        self.history.restored.connect(self.read)

    @Slot()
    def _look_back(self) -> None:
        draft = self.editor.draft
        if draft is not None and draft.id:
            self.history.open_for("collection", draft.id, self.editor.title.text())

    # -- reading -----------------------------------------------------------------------------------

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or notice.kinds & _KINDS) and not self._soon.isActive():
            self._soon.start()

    def _show_shop(self, shop: ShopFacts) -> None:
        self.editor.set_shop(shop)
        if self.editor.draft is not None:
            self.editor.show_draft(self.editor.draft)

    @Slot()
    def read(self) -> None:
        """Read the list, and the collection in sight, again."""
        self._ask(ReadCollections(), self._listed)

    def _listed(self, rows: tuple[CollectionRow, ...]) -> None:
        self._show_rows(rows)
        if self._drafts.chosen is not None and self.model.find(self._drafts.chosen) >= 0:
            self._load(self._drafts.chosen)
        elif self._drafts.chosen is not None:
            self._drafts.lose()
            self._show_side()

    def _show_rows(self, rows: tuple[CollectionRow, ...]) -> None:
        language = self._services.translator.language
        kinds = {"rule": self.tr("By rule"), "manual": self.tr("By hand")}
        counts = [self.tr("%Ln product(s)", "", row.count) for row in rows]
        notes = [f"{kinds[row.kind]} · {count}" for row, count in zip(rows, counts, strict=True)]
        self.stack.show_rows(rows, notes, self._drafts.chosen)
        self.header.set_count(format_number(len(rows), language))
        self._show_side()

    def _show_side(self) -> None:
        draft = self.editor.draft
        open_ = self._drafts.chosen is not None or (draft is not None and draft.id is None)
        self.stack.show_side(open_)

    def open_with(self, collection_id: str | None = None) -> None:
        """What the navigator asks for."""
        if collection_id is not None:
            self.show_collection(collection_id)

    @Slot(str)
    def show_collection(self, collection_id: str) -> None:
        """Show one collection, with what was typed into it before."""
        self._drafts.choose(collection_id)
        self._load(collection_id)

    def _load(self, collection_id: str) -> None:
        self._ask(LoadCollection(collection_id), partial(self._loaded, self._drafts.ask()))

    def _loaded(self, asked: int, loaded: LoadedCollection) -> None:
        if not self._drafts.awaits(asked, loaded.view.id):
            return
        draft = self._drafts.loaded(CollectionDraft.of(loaded.view))
        kept = [self.editor.model.product_id(row) for row in self.editor.selected_rows()]
        self.editor.model.show_page(loaded.page)
        if self.editor.draft is not draft:
            self.editor.show_draft(draft)
        self.editor.select_ids(kept)
        self._show_note(loaded.view.count)
        self._show_side()

    def _show_note(self, count: int) -> None:
        text = self.tr("%Ln product(s) in this collection", "", count)
        self.editor.note.setText(text)

    @Slot(str)
    def _read_more(self, after: str) -> None:
        if self._drafts.chosen is not None:
            self._ask(ReadMembers(self._drafts.chosen, after), partial(self._more, self._drafts.asked))

    def _more(self, asked: int, page: MemberPage) -> None:
        if asked == self._drafts.asked:
            self.editor.model.append(page)

    # -- typing ------------------------------------------------------------------------------------

    @Slot()
    def new_by_hand(self) -> None:
        """Begin a collection of chosen products."""
        self._begin("manual")

    @Slot()
    def new_by_rule(self) -> None:
        """Begin a collection that a rule fills."""
        self._begin("rule")

    def _begin(self, kind: str) -> None:
        self._drafts.leave()
        draft = self._drafts.new  # begun before and left: go on with it
        if draft is None or draft.by_rule != (kind == "rule"):
            draft = self._drafts.keep(CollectionDraft.new(kind))
        self.list.selectionModel().clear()
        self.editor.model.show_page(MemberPage((), None))
        self.editor.show_draft(draft)
        self._show_new_note()
        self._show_side()
        self.editor.title.setFocus()

    def _show_new_note(self) -> None:
        by_rule = self.editor.draft is not None and self.editor.draft.by_rule
        self.editor.note.setText(
            self.tr("The rule is kept up to date: products come and go by themselves.")
            if by_rule
            else self.tr("Give it a title and save; then add products.")
        )

    @Slot()
    def save(self) -> None:
        """Save words and rule."""
        draft = self.editor.draft
        if draft is None:
            return
        view = draft.view
        rule = draft.rule if view is None or draft.rule != view.rule else None
        words = draft.changed_words()
        if view is None and not words:
            self.editor.title_field.set_error(self.tr("A collection needs a title."))
            self.editor.title.setFocus()
            return
        version = view.version if view is not None else 0
        if self._drafts.send(draft):
            operation, refused = SaveCollection(draft.id, version, words, rule), partial(self._refused, draft)
            self._ask(operation, partial(self._saved, draft), on_error=refused, write=True)

    def _refused(self, draft: CollectionDraft, error: BaseException) -> None:
        self._drafts.refused(draft)
        self._failed(error)

    def _saved(self, draft: CollectionDraft, saved: CollectionSaved) -> None:
        self._drafts.saved(draft, saved.collection_id)
        if self.editor.draft is draft:
            self.editor.show_problems({})
            self._drafts.chosen = saved.collection_id
        self._services.notices.show(self.tr("Collection saved"), "ok")
        self.read()

    @Slot()
    def discard(self) -> None:
        """Forget what was typed."""
        draft = self.editor.draft
        self._drafts.forget(draft.id if draft is not None else None)
        self.editor.draft = None
        if self._drafts.chosen is not None:
            self._load(self._drafts.chosen)
        self._show_side()

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _delete(self) -> None:
        draft = self.editor.draft
        if draft is None or draft.view is None:
            return
        title = next((words.title for words in draft.view.translations.values()), "")
        self._ask(DeleteCollection(draft.view.id), partial(self._deleted, title), write=True)

    def _deleted(self, title: str, saved: CollectionSaved) -> None:
        if saved.txid is not None:
            text = self.tr("“{title}” deleted. Its products stay in the catalog.").format(title=title)
            offer_undo(self._services, self, text, saved.txid, self.read)
        self.editor.draft = None
        self.read()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            language = self._services.translator.language
            self.editor.show_problems({problem.path: problem.text(language) for problem in error.fields})
        tell_failure(self._services, error)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Collections"))
        self.list.setAccessibleName(self.tr("Collections"))
        self.new_rule_button.setText(self.tr("New by rule"))
        self.new_button.setText(self.tr("New collection"))
        self.first_hand.setText(self.tr("Choose products by hand"))
        self.first_rule.setText(self.tr("Let a rule choose"))
        self.empty.set_texts(
            self.tr("No collections yet"),
            self.tr("Put products together by hand, or let a rule choose them and keep the choice up to date."),
        )
        self.nothing.set_texts(self.tr("No collection chosen"), self.tr("Choose one at the left, or begin a new one."))
        self._show_rows(self.model.rows)
        draft = self.editor.draft
        if draft is not None and draft.view is not None:
            self._show_note(draft.view.count)
        elif draft is not None:
            self._show_new_note()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
