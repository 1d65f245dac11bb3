"""The Redirects page: old addresses, where they lead, and new ones by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.content.views import RedirectView
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.history.take_back import offer_step_undo
from rustok_desktop.gui.menus.target_chooser import TargetChooser
from rustok_desktop.gui.notices.failure import failure_text, tell_failure
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.operations.redirects import EndRedirects, LeadOn, ReadRedirects
from rustok_desktop.gui.operations.targets import NODES, Target
from rustok_desktop.gui.redirects.redirect_table_model import LEADS, OLD, RedirectTableModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250
_ADD = str(QT_TRANSLATE_NOOP("RedirectsPage", "Lead an old address on"))


def slug_of(text: str) -> str:
    """The last part of what was typed or pasted as an address."""
    path = text.strip().partition("?")[0].partition("#")[0]
    return path.rstrip("/").rpartition("/")[2].lower()


class RedirectsPage(QWidget):
    """Three things make a redirect: the old address, what it leads to, and the language."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._asked = 0
        self.target: Target | None = None
        icons = services.icons
        self.header = PageHeader()
        self.slug = QLineEdit()
        self.slug_field = FormField("", self.slug)
        self.locales = ChoiceRow(look="pill")
        self.chooser = TargetChooser(services, NODES, addresses=False)
        self.target_field = FormField("", self.chooser)
        self.add_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.search = SearchField(icons)
        self.remove_button = Button("", icons.icon("trash", "text"))
        self.show_button = Button("", icons.icon("external", "text"))
        self.model = RedirectTableModel(self)
        self.table = QTableView()
        self.empty = EmptyState(icons.icon("link", "muted"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._ask(ReadShop(), self._show_shop)
        self.read()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column in range(self.model.columnCount()):
            stretches = column in (OLD, LEADS)
            head.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            )
        self.restyle()

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        px = self._services.theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(36))
        head = self.table.horizontalHeader()
        head.setFixedHeight(px(36))
        for column, width in ((2, 110), (3, 80), (4, 120)):
            head.resizeSection(column, px(width))

    def _lay_out(self) -> None:
        px = self._services.theme.px
        card = Card(margin=SPACE.l)
        line = QHBoxLayout()
        line.setSpacing(SPACE.l)
        line.addWidget(self.slug_field, 1)
        line.addWidget(self.target_field, 1)
        card.body.addLayout(line)
        foot = QHBoxLayout()
        foot.addWidget(self.locales)
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        card.body.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.search, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.remove_button)
        frame = Card(margin=1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        frame.body.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(card)
        column.addLayout(row)
        column.addWidget(frame, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self.model.filter)
        self.model.modelReset.connect(self._show_state)
        self.table.selectionModel().selectionChanged.connect(self._check)
        self.table.doubleClicked.connect(self.show_target)
        self.chooser.chosen.connect(self._target_chosen)
        self.chooser.failed.connect(self._failed)
        self.slug.textEdited.connect(self._typed)
        self.slug.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.show_button.clicked.connect(self.show_target)
        self._services.theme.changed.connect(self.restyle)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))
        words = ("redirect", "301", "old address", "перенаправление", "редирект", "старый адрес")
        text = partial(QCoreApplication.translate, "RedirectsPage", _ADD)
        self._services.actions.register(
            Action("redirects.add", text, self.begin, "products", icon="link", keywords=words)
        )

    def _ask(self, operation: Any, on_result: Any, on_error: Any = None, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=on_error or self._failed, alive=alive, write=write)

    def _show_shop(self, shop: ShopFacts) -> None:
        self.locales.set_choices([(code, code.upper()) for code, _ in shop.locales])
        for code, name in shop.locales:
            self.locales.button(code).setToolTip(name)
        self.locales.set_value(shop.default_locale)
        self.locales.setVisible(len(shop.locales) > 1)

    @Slot()
    def read(self) -> None:
        """Read the list again."""
        self._asked += 1
        self._ask(ReadRedirects(), partial(self._listed, self._asked))

    def _listed(self, asked: int, redirects: tuple[RedirectView, ...]) -> None:
        if asked == self._asked:
            self.model.show_redirects(redirects)

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or "node" in notice.kinds) and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _show_state(self) -> None:
        language = self._services.translator.language
        self.header.set_count(format_number(len(self.model.redirects), language))
        self.stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if self.model.redirects:
            self.empty.set_texts(self.tr("Nothing found"), self.tr("No address or title has these words in it."))
        else:
            text = self.tr("When a public page gets another address, the old one leads on by itself and stands here.")
            self.empty.set_texts(self.tr("No old addresses"), text)
        self._check()

    def chosen(self) -> tuple[RedirectView, ...]:
        """The chosen lines."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(one for one in map(self.model.redirect, rows) if one is not None)

    @Slot()
    def _check(self) -> None:
        count = len(self.chosen())
        self.remove_button.setEnabled(count > 0)
        self.show_button.setEnabled(count == 1)
        self.add_button.setEnabled(bool(slug_of(self.slug.text())) and self.target is not None)

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Type an old address."""
        if not self.isVisible():
            self._services.navigator.go("redirects")
        self.slug.setFocus()

    @Slot(str)
    def _typed(self, text: str) -> None:
        slug = slug_of(text)
        self.slug_field.set_error(None)
        self.slug_field.set_hint(f"/{slug}" if slug and slug != text.strip() else "")
        self._check()

    @Slot(object)
    def _target_chosen(self, target: Target) -> None:
        self.target = target
        self.target_field.set_hint(self.tr("Leads to “{title}”").format(title=target.title))
        self._check()

    @Slot()
    def add(self) -> None:
        """Let the address typed lead to what was chosen."""
        slug = slug_of(self.slug.text())
        if slug and self.target is not None:
            operation = LeadOn(self.target.id, str(self.locales.value() or ""), slug)
            self._ask(operation, partial(self._added, operation), self._refused, write=True)

    def _added(self, operation: LeadOn, step_id: str) -> None:
        text = self.tr("/{slug} leads on now").format(slug=operation.slug)
        offer_step_undo(self._services, self, text, step_id, self.read)
        self.slug.clear()
        self.target = None
        self.target_field.set_hint("")
        self._typed("")
        self.read()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            self.slug_field.set_error(failure_text(error, self._services.translator.language))
        else:
            self._failed(error)

    @Slot()
    def remove(self) -> None:
        """Let the chosen addresses lead nowhere."""
        chosen = self.chosen()
        if chosen:
            ids = tuple(one.id for one in chosen)
            self._ask(EndRedirects(ids), partial(self._removed, len(chosen)), write=True)

    def _removed(self, count: int, step_id: str) -> None:
        text = self.tr("%Ln address(es) lead nowhere now", "", count)
        offer_step_undo(self._services, self, text, step_id, self.read)
        self.read()

    @Slot()
    def show_target(self) -> None:
        """Go to what the chosen address leads to."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self._services.navigator.go("content", node_id=chosen[0].node_id)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Redirects"))
        self.slug_field.set_label(self.tr("Old address"))
        self.slug.setPlaceholderText("/about-us-2019")
        self.locales.setAccessibleName(self.tr("Language"))
        self.target_field.set_label(self.tr("Leads to"))
        self.chooser.set_placeholder(self.tr("Page, post or article"))
        self.add_button.setText(self.tr("Add"))
        self.search.set_placeholder(self.tr("Search addresses"))
        self.remove_button.setText(self.tr("Remove"))
        self.show_button.setText(self.tr("Show"))
        self.table.setAccessibleName(self.tr("Old addresses"))
        self.model.language = self._services.translator.language
        self.model.nowhere = self.tr("no address")
        self.model.set_heads(
            (self.tr("Old address"), self.tr("Leads to"), self.tr("Kind"), self.tr("Language"), self.tr("Since"))
        )
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
