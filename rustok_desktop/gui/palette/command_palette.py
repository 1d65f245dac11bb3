"""Find and run anything: actions, settings, products, pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from rustok_desktop.gui.palette.palette_delegate import PaletteDelegate
from rustok_desktop.gui.palette.palette_foot import PaletteFoot
from rustok_desktop.gui.palette.palette_model import PaletteModel
from rustok_desktop.gui.palette.palette_source import PaletteItem, PaletteSource, Section
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.divider import Divider
from rustok_desktop.gui.widgets.overlay import Overlay

_WIDTH = 640
_ACTIONS_ONLY = ">"
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class CommandPalette(Overlay):
    """Typing searches every source at once; the first source holds the actions (``>`` asks only it)."""

    def __init__(self, parent: QWidget, theme: Theme, icons: Icons, sources: Sequence[PaletteSource]) -> None:
        super().__init__(parent, theme, scrim=True)
        self._sources = sources
        self._icons = icons
        self._request = 0
        self.panel.setObjectName("palette")
        self.input = QLineEdit()
        self.view = QListView()
        self.model = PaletteModel(len(sources))
        self.input.setObjectName("paletteInput")
        self.view.setObjectName("paletteList")
        self._glass = QLabel()
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._foot = PaletteFoot()
        self._lay_out()
        self._set_up_view()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self.place)
        self.input.textChanged.connect(self._search)
        self.input.installEventFilter(self)
        theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def open_panel(self) -> None:
        """Opens with an empty line and what one may want first."""
        self.input.clear()
        self._search("")
        super().open_panel()

    def take_focus(self) -> None:
        """The line."""
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Sets every text."""
        self.input.setPlaceholderText(self.tr("Search or run a command…"))
        self.input.setAccessibleName(self.tr("Search or run a command…"))
        self.view.setAccessibleName(self.tr("Results"))
        self.panel.setAccessibleName(self.tr("Command palette"))
        self._nothing.setText(self.tr("Nothing found"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def place(self) -> None:
        """Near the top, as high as its lines, at most two thirds of the window."""
        width = min(self.theme.px(_WIDTH), self.width() - 2 * SPACE.xl)
        top = min(self.theme.px(92), self.height() // 8)
        rows = range(self.model.rowCount())
        lines = sum(self.view.sizeHintForRow(row) for row in rows)
        self._nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        room = self.height() * 2 // 3
        list_height = (lines + 2 * SPACE.s) if rows else self.theme.px(90)
        head = self.theme.px(57)
        height = min(head + list_height + self._foot.sizeHint().height(), room)
        self.panel.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, page keys and Enter in the line move and run."""
        if watched is self.input and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = _STEPS.get(key, 0)
        for _ in range(abs(steps)):
            self._select(self.model.next_item(self.view.currentIndex().row(), 1 if steps > 0 else -1))
        if steps:
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.view.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.close_panel()
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._request += 1
        actions_only = typed.startswith(_ACTIONS_ONLY)
        text = typed.removeprefix(_ACTIONS_ONLY).strip() if actions_only else typed.strip()
        for index, source in enumerate(self._sources):
            deliver = partial(self._deliver, self._request, index)
            if actions_only and index:
                deliver(Section(()))
            else:
                source.search(text, deliver)

    def _deliver(self, request: int, index: int, section: Section) -> None:
        if request != self._request:
            return
        kept = self._chosen_text()
        self.model.set_section(index, self._sources[index].title(), section)
        self._select(self._row_of(kept))
        self._settle.start()

    def _chosen_text(self) -> str:
        # A section that answers late must not move the choice of somebody who is already walking down.
        row = self.view.currentIndex().row()
        first = self.model.next_item(-1, 1) if self.model.rowCount() else -1
        return "" if row < 0 or row == first else self.model.line(row).text

    def _row_of(self, text: str) -> int:
        rows = range(self.model.rowCount())
        for row in rows:
            line = self.model.line(row)
            if text and isinstance(line, PaletteItem) and line.text == text:
                return row
        return self.model.next_item(-1, 1) if rows else -1

    def _select(self, row: int) -> None:
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self.model.line(index.row())
        if isinstance(line, PaletteItem):
            self.close_panel()
            line.run()

    def _set_up_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(self.theme, self._icons, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self._pointed)
        self.view.clicked.connect(self._run)

    @Slot(QModelIndex)
    def _pointed(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.view.setCurrentIndex(index)

    def _lay_out(self) -> None:
        head = QFrame()
        row = QHBoxLayout(head)
        row.setContentsMargins(21, 15, 15, 15)
        row.setSpacing(SPACE.l)
        escape = QLabel("Esc")
        escape.setProperty("role", "key")
        row.addWidget(self._glass)
        row.addWidget(self.input, 1)
        row.addWidget(escape)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Divider())
        column.addWidget(self.view, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._foot)

    @Slot()
    def _draw(self) -> None:
        side = self.theme.px(18)
        self._glass.setPixmap(self._icons.icon("search", "muted").pixmap(side, side))
