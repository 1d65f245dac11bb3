"""The Prices page: price lists at the left, one of them at the right."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.price_lists_views import ListPricePage, PriceListRow, PriceListSaved
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.asker import Asker
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.kept_drafts import KeptDrafts
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.price_lists import (
    LoadedPriceList,
    LoadPriceList,
    PriceLists,
    ReadListPrices,
    ReadPriceLists,
    SavePriceList,
    TrashPriceList,
)
from rustok_desktop.gui.prices.list_price_acts import ListPriceActs
from rustok_desktop.gui.prices.price_list_draft import PriceListDraft
from rustok_desktop.gui.prices.price_list_editor import PriceListEditor
from rustok_desktop.gui.prices.price_list_texts import note_text, state_text
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.list_and_side import ListAndSide
from rustok_desktop.gui.widgets.noted_list import NotedListModel
from rustok_desktop.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_SOON_MS = 200
_MINUTE_MS = 60_000
_ICONS = {"sale": "tag", "override": "dollar"}
_KINDS = frozenset({"price_list", "tenant", "product"})


class PriceListsPage(QWidget):
    """Opens with ``price_list_id`` to show one, with ``product_ids`` to put those into a list.

    What is typed stays with its list until it is saved; prices are saved at once.
    """

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._ask = Asker(services.client, self, self._failed)
        self._drafts: KeptDrafts[PriceListDraft] = KeptDrafts()
        self._currencies: tuple[str, ...] = ("USD",)
        self._waiting: tuple[str, ...] = ()
        self.model = NotedListModel(attrgetter("name"), lambda row: _ICONS[row.type], self)
        self.editor = PriceListEditor(services)
        self._make()
        self._lay_out()
        self.acts = ListPriceActs(services, self.editor, self._failed, self)
        self.acts.done.connect(self.read)
        self._soon = self._timer(_SOON_MS, self.read, once=True)
        self._clock = self._timer(_MINUTE_MS, self._show_moment, once=False)
        self._clock.start()
        self.history = ThingHistory(self, services)
        self._connect()
        self.retranslate()
        self.destroyed.connect(services.client.watch(self._noticed))
        self.read()

    # -- building ----------------------------------------------------------------------------------

    def _make(self) -> None:
        icons = self._services.icons
        self.header = PageHeader()
        self.new_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.first_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.stack = ListAndSide(
            self._services.theme,
            icons,
            self.model,
            self.editor,
            icon="dollar",
            sizes=(240, 800),
            first=(self.first_button,),
        )
        self.list, self.side = self.stack.list, self.stack.side
        self.empty, self.nothing, self.splitter = self.stack.empty, self.stack.nothing, self.stack.splitter

    def _lay_out(self) -> None:
        self.header.add_action(self.new_button)
        px = self._services.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(22), px(18), px(18), px(14))
        whole.setSpacing(SPACE.m)
        whole.addWidget(self.header)
        whole.addWidget(self.stack, 1)

    def _timer(self, interval: int, slot: Any, *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        for button in (self.new_button, self.first_button):
            button.clicked.connect(self.new_list)
        self.stack.chosen.connect(self.show_list)
        editor = self.editor
        editor.edited.connect(self._show_moment)
        editor.save_asked.connect(self.save)
        editor.discard_asked.connect(self.discard)
        editor.filter_asked.connect(self._filter)
        editor.trash_asked.connect(self._trash)
        editor.model.more_asked.connect(self._read_more)
        editor.history_button.clicked.connect(self._look_back)
        self.history.failed.connect(self._failed)
        self.history.restored.connect(self.read)

    @Slot()
    def _look_back(self) -> None:
        draft = self.editor.draft
        if draft is not None and draft.row is not None:
            self.history.open_for("price_list", draft.row.id, draft.row.name, self.editor.model.titles())

    # -- reading -----------------------------------------------------------------------------------

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or notice.kinds & _KINDS) and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def read(self) -> None:
        """Read the lists, and the one in sight, again."""
        self._ask(ReadPriceLists(), self._listed)

    def _listed(self, found: PriceLists) -> None:
        self._currencies = found.currencies
        if self.editor.draft is None or not self.editor.draft.dirty:
            self.editor.set_currencies(found.currencies)
        self._show_rows(found.rows)
        if self._drafts.chosen is not None and self.model.find(self._drafts.chosen) >= 0:
            self._load(self._drafts.chosen)
        elif self._drafts.chosen is not None:
            self._drafts.lose()
            self._show_side()

    def _show_rows(self, rows: tuple[PriceListRow, ...]) -> None:
        language = self._services.translator.language
        notes = [note_text(row, utc_now(), self.tr("%Ln price(s)", "", row.count)) for row in rows]
        self.stack.show_rows(rows, notes, self._drafts.chosen)
        self.header.set_count(format_number(len(rows), language))
        self._show_side()

    def _show_side(self) -> None:
        draft = self.editor.draft
        open_ = self._drafts.chosen is not None or (draft is not None and draft.id is None)
        self.stack.show_side(open_)
        if self._waiting:
            self._say_waiting()

    def open_with(self, price_list_id: str | None = None, product_ids: tuple[str, ...] = ()) -> None:
        """What the navigator asks for."""
        if product_ids:
            self._waiting = product_ids
            self.acts.choose(product_ids if self._drafts.chosen is not None else ())
            self._show_side()
        if price_list_id is not None:
            self.show_list(price_list_id)

    @Slot(str)
    def show_list(self, price_list_id: str) -> None:
        """Show one list, with what was typed into it before."""
        if self._drafts.chosen != price_list_id:
            self._drafts.chosen = None
            self._begin_anew()
        self._drafts.choose(price_list_id)
        self._load(price_list_id)

    def _begin_anew(self) -> None:
        """Of the list before nothing is looked for or worked out any more."""
        self.editor.bar.clear()
        self.editor.filter.clear_now()

    @Slot(str)
    def _filter(self, _text: str) -> None:
        if self._drafts.chosen is not None:
            self._load(self._drafts.chosen)

    def _load(self, price_list_id: str) -> None:
        shown = self.editor.model.rowCount() if self.editor.draft and self.editor.draft.id == price_list_id else 0
        self._ask(LoadPriceList(price_list_id, shown, self._words()), partial(self._loaded, self._drafts.ask()))

    def _words(self) -> str:
        return self.editor.filter.text().strip()

    def _loaded(self, asked: int, loaded: LoadedPriceList) -> None:
        if not self._drafts.awaits(asked, loaded.row.id):
            return
        draft = self._drafts.loaded(PriceListDraft.of(loaded.row))
        if self.editor.draft is not draft:
            self.editor.show_draft(draft)
        self.editor.model.show_page(loaded.page, loaded.row.currency_code, sale=loaded.row.type == "sale")
        self.editor.show_state()
        self.acts.count()
        if self._waiting:
            self.acts.choose(self._waiting)
            self._waiting = ()
        self._show_moment()
        self._show_side()

    @Slot(str)
    def _read_more(self, after: str) -> None:
        if self._drafts.chosen is not None:
            question = ReadListPrices(self._drafts.chosen, after, self._words())
            self._ask(question, partial(self._more, self._drafts.asked))

    def _more(self, asked: int, page: ListPricePage) -> None:
        if asked == self._drafts.asked:
            self.editor.model.append(page)

    def _say_waiting(self) -> None:
        count = self.tr("%Ln product(s) chosen.", "", len(self._waiting))
        self.nothing.set_texts(count, self.tr("Choose the price list for them at the left, or begin a new one."))
        self.empty.set_texts(count, self.tr("Begin a price list for them."))

    @Slot()
    def _show_moment(self) -> None:
        """Whether the list holds now, in words."""
        draft = self.editor.draft
        self.editor.state.setText(
            state_text(draft.values, utc_now(), self._services.translator.language) if draft is not None else ""
        )

    # -- typing ------------------------------------------------------------------------------------

    @Slot()
    def new_list(self) -> None:
        """Begin a price list."""
        self._drafts.leave()
        draft = self._drafts.new or self._drafts.keep(PriceListDraft.new(self._currencies[0]))
        self.list.selectionModel().clear()
        self._begin_anew()
        self.editor.model.show_page(ListPricePage((), None), self._currencies[0], sale=True)
        self.editor.show_draft(draft)
        self._show_moment()
        self._show_side()
        self.editor.name.setFocus()

    @Slot()
    def save(self) -> None:
        """Save the list's own fields."""
        draft = self.editor.draft
        if draft is None:
            return
        if not draft.values["name"]:
            self.editor.name_field.set_error(self.tr("A price list needs a name."))
            self.editor.name.setFocus()
            return
        version = draft.row.version if draft.row is not None else 0
        if self._drafts.send(draft):
            operation, refused = SavePriceList(draft.id, version, draft.changes()), partial(self._refused, draft)
            self._ask(operation, partial(self._saved, draft), on_error=refused, write=True)

    def _refused(self, draft: PriceListDraft, error: BaseException) -> None:
        self._drafts.refused(draft)
        self._failed(error)

    def _saved(self, draft: PriceListDraft, saved: PriceListSaved) -> None:
        self._drafts.saved(draft, saved.price_list_id)
        if self.editor.draft is draft:
            self._drafts.chosen = saved.price_list_id
        self._services.notices.show(self.tr("Price list saved"), "ok")
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

    @Slot()
    def _trash(self) -> None:
        draft = self.editor.draft
        if draft is not None and draft.row is not None:
            self._ask(TrashPriceList(draft.row.id), partial(self._trashed, draft.row.name), write=True)

    def _trashed(self, name: str, saved: PriceListSaved) -> None:
        if saved.txid is not None:
            text = self.tr("“{name}” moved to the trash. Its prices no longer hold.").format(name=name)
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
        self.header.set_title(self.tr("Prices"))
        self.list.setAccessibleName(self.tr("Price lists"))
        self.new_button.setText(self.tr("New price list"))
        self.first_button.setText(self.tr("New price list"))
        self.empty.set_texts(
            self.tr("No price lists yet"),
            self.tr(
                "A price list holds other prices for a time, for larger quantities or for good: a sale, prices for"
                " resellers. The products' own prices stay as they are."
            ),
        )
        self.nothing.set_texts(self.tr("No price list chosen"), self.tr("Choose one at the left, or begin a new one."))
        self._show_rows(self.model.rows)
        self._show_moment()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
