"""Every version of a text above the page: what it changed, how it differs from now, and going back to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.text_diff import TextDiff
from rustok_desktop.gui.content.version_texts import about_text, pair_of, when_text
from rustok_desktop.gui.content.versions import changed_by, since, versions_of
from rustok_desktop.gui.history.diff_view import DiffSection, DiffView
from rustok_desktop.gui.history.field_texts import path_text
from rustok_desktop.gui.operations.history import CompareTexts, ReadHistory, RestoreThing
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.noted_list import NotedDelegate, NotedListModel
from rustok_desktop.gui.widgets.overlay import Overlay
from rustok_desktop.gui.widgets.tab_strip import TabStrip
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, Restored

_BESIDE = "content.versions.beside"


class VersionsPanel(Overlay):
    """``restored`` follows a restore, which is saved at once and can be undone; ``failed`` carries errors."""

    restored = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services = services
        self._node, self._name, self._wanted = "", "", ""
        self._several = self._drafted = self._restoring = False
        self._entries: tuple[HistoryEntry, ...] = ()
        self._next: int | None = None
        self._asked = 0
        self._title, self.hint = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self.hint.setProperty("role", "hint")
        self.hint.setWordWrap(True)
        self.close_button = IconButton(services.icons.icon("x", "muted"), "")
        self.model = NotedListModel(self._when, lambda _row: "clock", self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setProperty("framed", True)
        self.list.setItemDelegate(NotedDelegate(services.theme, services.icons, self.list))
        self.older, self.restore = Button(variant="ghost"), Button(variant="primary")
        self.way = TabStrip()
        self.beside = Button(compact=True)
        self.beside.setCheckable(True)
        self.beside.setProperty("role", "toggle")
        self.beside.setChecked(services.preferences.get(_BESIDE, False))
        self.diff = DiffView(services.theme)
        self.retranslate()
        self._lay_out()
        self.close_button.clicked.connect(self.close_panel)
        self.list.selectionModel().currentChanged.connect(self._compare)
        self.older.clicked.connect(self._read_older)
        self.way.currentChanged.connect(self._compare)
        self.beside.toggled.connect(self._turn)
        self.restore.clicked.connect(self._restore)

    def _lay_out(self) -> None:
        px = self.theme.px
        top, ways, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button)
        ways.addWidget(self.way)
        ways.addStretch(1)
        ways.addWidget(self.beside)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.restore)
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.list.setFixedWidth(px(250))
        left.addWidget(self.list, 1)
        left.addWidget(self.older)
        right.setSpacing(SPACE.s)
        right.addLayout(ways)
        right.addWidget(self.diff, 1)
        right.addLayout(foot)
        both.setSpacing(SPACE.l)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(top)
        column.addLayout(both, 1)

    def open_for(self, node_id: str, name: str, version: str, *, several: bool, drafted: bool) -> None:
        """Show a node's versions, ``version`` (an event) in front; nothing is restored below a draft."""
        self._node, self._name, self._wanted = node_id, name, version
        self._several, self._drafted, self._restoring = several, drafted, False
        self._entries, self._next = (), None
        self.way.setCurrentIndex(0)
        self._show_list()
        self.retranslate()
        self.open_panel()
        self._read(None)

    def place(self) -> None:
        """Nearly the whole window: texts are wide."""
        px = self.theme.px
        width, height = min(px(1160), self.width() - px(32)), min(px(760), self.height() - px(32))
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def take_focus(self) -> None:
        """Up and down go through the versions."""
        self.list.setFocus()

    # -- the list ----------------------------------------------------------------------------------

    def _read(self, before: int | None) -> None:
        self._submit(ReadHistory(self._node, before, "node"), partial(self._show_page, self._node, before))

    @Slot()
    def _read_older(self) -> None:
        self._read(self._next)

    def _show_page(self, node: str, before: int | None, page: HistoryPage) -> None:
        if node == self._node:
            self._next = page.next
            self._entries = (*(self._entries if before is not None else ()), *page.entries)
            self._show_list()

    def _show_list(self) -> None:
        chosen = self.version
        wanted = chosen.event_id if chosen is not None else self._wanted
        rows = versions_of(self._entries)
        self.model.show_rows(rows, [about_text(row, several=self._several) for row in rows])
        self.older.setVisible(self._next is not None)
        if rows:
            place = next((place for place, row in enumerate(rows) if row.event_id == wanted), 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(place), flag)
        self._compare()

    def _when(self, row: HistoryEntry) -> str:
        return when_text(row, self._services.translator.language)

    @property
    def version(self) -> HistoryEntry | None:
        """The one in front."""
        index = self.list.currentIndex()
        found: HistoryEntry | None = self.model.rows[index.row()] if index.isValid() else None
        return found

    # -- what differs ------------------------------------------------------------------------------

    @Slot(QModelIndex)
    @Slot()
    def _compare(self, *_at: object) -> None:
        self._asked += 1
        entry = self.version
        self._check(entry)
        if entry is None:
            self.diff.show_sections((), beside=self.beside.isChecked())
            return
        fields = since(self._entries, entry) if self.way.currentIndex() == 1 else changed_by(entry)
        language = self._services.translator.language
        pairs = tuple(pair_of(field, language) for field in fields)
        self._submit(CompareTexts(pairs), partial(self._differ, self._asked, fields))

    def _differ(self, asked: int, fields: tuple[FieldChange, ...], diffs: tuple[TextDiff, ...]) -> None:
        if asked == self._asked:
            names = [path_text(field.path, several=self._several) for field in fields]
            sections = [DiffSection(name, diff) for name, diff in zip(names, diffs, strict=True)]
            self.diff.show_sections(sections, beside=self.beside.isChecked())

    @Slot(bool)
    def _turn(self, beside: bool) -> None:
        self._services.preferences.set(_BESIDE, beside)
        self._compare()

    # -- going back --------------------------------------------------------------------------------

    def _check(self, entry: HistoryEntry | None) -> None:
        same = entry is not None and not since(self._entries, entry)
        self.restore.setEnabled(entry is not None and not same and not self._drafted and not self._restoring)
        if self._drafted:
            self.hint.setText(self.tr("There is a draft: save or discard it before you go back to a version."))
        elif same:
            self.hint.setText(self.tr("The text is as it was then."))
        else:
            self.hint.setText(self.tr("All languages go back to how they were then. It can be undone."))

    @Slot()
    def _restore(self) -> None:
        entry = self.version
        if entry is not None and self.restore.isEnabled():
            self._restoring = True
            self._check(entry)
            self._submit(RestoreThing(entry.event_id), self._came_back, write=True)

    def _came_back(self, _restored: Restored) -> None:
        self.close_panel()
        self.restored.emit()

    def _submit(self, operation: object, on_result: object, *, write: bool = False) -> None:
        self._services.client.submit(
            operation,  # type: ignore[arg-type]
            on_result=on_result,  # type: ignore[arg-type]
            on_error=self._failed,
            alive=partial(isValid, self),
            write=write,
        )

    def _failed(self, error: BaseException) -> None:
        self._restoring = False
        self._check(self.version)
        self.failed.emit(error)

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._title.setText(self.tr("Versions of “{name}”").format(name=self._name))
        self.close_button.set_tip(self.tr("Close"))
        self.list.setAccessibleName(self.tr("Versions"))
        self.diff.setAccessibleName(self.tr("What differs"))
        self.older.setText(self.tr("Show older"))
        self.restore.setText(self.tr("Restore this version"))
        self.way.set_tabs([self.tr("What it changed"), self.tr("From then to now")])
        self.way.setAccessibleName(self.tr("What differs"))
        self.beside.setText(self.tr("Side by side"))
        self._check(self.version)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_list()
