"""Columns that a person may drag, widen, hide, and find again: one of these beside any table view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.column_layout import ColumnLayout, ColumnSpec, leaving

USUAL = "usual"


class TableColumns(QObject):
    """Keeps the order, widths and visibility of a view's columns in the preferences, under ``key``.

    ``specs`` stand in the order of the model's columns. ``least`` tells how wide a column must be in pixels for
    its head and contents. :meth:`use` changes to another arrangement by name, for tables that have several. The menu
    of the head and :meth:`menu` let a person choose without a mouse. ``changed`` follows every change by a person.
    """

    changed = Signal()

    def __init__(
        self,
        view: QTableView,
        specs: Sequence[ColumnSpec],
        *,
        preferences: Preferences,
        key: str,
        theme: Theme,
        least: Callable[[int], int],
        room: int,
    ) -> None:
        super().__init__(view)
        self._view, self._specs, self._theme = view, tuple(specs), theme
        self._preferences, self._key, self._name = preferences, key, USUAL
        self._least, self._room = least, room
        self._by_program = False
        self._gone: frozenset[str] = frozenset()
        self.layout = self._kept()
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(not any(spec.first for spec in self._specs))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, spec in enumerate(self._specs):
            if not spec.width:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._head_menu)
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)

    # -- arrangements ------------------------------------------------------------------------------

    def use(self, name: str) -> None:
        """The arrangement of that name, as it was left."""
        self._name = name
        self.layout = self._kept()
        self.apply()

    def copy_to(self, name: str) -> None:
        """Keep the present arrangement under another name too."""
        self._keep_as(name, self.layout.written())

    def forget(self, name: str) -> None:
        """An arrangement that is not needed any more."""
        kept = self._all()
        if kept.pop(name, None) is not None:
            self._preferences.set(self._key, kept)

    @Slot()
    def reset(self) -> None:
        """As the program proposes."""
        self.forget(self._name)
        self.layout = self._kept()
        self.apply()
        self.changed.emit()

    def _all(self) -> dict[str, Any]:
        return dict(self._preferences.get(self._key, dict[str, Any]()))

    def _kept(self) -> ColumnLayout:
        return ColumnLayout.read(self._specs, self._all().get(self._name))

    def _keep_as(self, name: str, written: dict[str, Any]) -> None:
        self._preferences.set(self._key, {**self._all(), name: written})

    def _put(self, layout: ColumnLayout) -> None:
        if layout != self.layout:
            self.layout = layout
            self._keep_as(self._name, layout.written())
            self.apply()
            self.changed.emit()

    # -- the view ----------------------------------------------------------------------------------

    def apply(self) -> None:
        """Arrange the view: after a change, another language, font or size."""
        header = self._view.horizontalHeader()
        self._by_program = True
        for place, name in enumerate(self.layout.order):
            header.moveSection(header.visualIndex(self._section(name)), place)
        widths = {spec.name: self._width(section, spec) for section, spec in enumerate(self._specs) if spec.width}
        for section, spec in enumerate(self._specs):
            if spec.width:
                header.resizeSection(section, widths[spec.name])
        room, least = self._view.viewport().width(), self._theme.px(self._room)
        self._gone = leaving(self._specs, self.layout, widths, room, least)
        for section, spec in enumerate(self._specs):
            hide = spec.name in self.layout.hidden or spec.name in self._gone
            if hide != self._view.isColumnHidden(section):  # hiding lays the view out again, which asks here again
                self._view.setColumnHidden(section, hide)
        self._by_program = False

    def _width(self, section: int, spec: ColumnSpec) -> int:
        return max(self._theme.px(self.layout.widths.get(spec.name, spec.width)), self._least(section))

    def _section(self, name: str) -> int:
        return next(section for section, spec in enumerate(self._specs) if spec.name == name)

    def is_shown(self, name: str) -> bool:
        """Whether the person wants to see it; there may be no room."""
        return name not in self.layout.hidden

    def show_column(self, name: str, shown: bool) -> None:
        """Show or hide a column."""
        self._put(self.layout.with_shown(name, shown))

    def step(self, name: str, step: int, _checked: bool = False) -> None:
        """Move a column past its neighbour."""
        self._put(self.layout.stepped(name, step))

    @Slot(int, int, int)
    def _moved(self, section: int, _old: int, new: int) -> None:
        if not self._by_program:
            self._put(self.layout.moved(self._specs[section].name, new))

    @Slot(int, int, int)
    def _resized(self, section: int, _old: int, new: int) -> None:
        spec = self._specs[section]
        if self._by_program or not new or not spec.width or not self._view.horizontalHeader().isVisible():
            return
        scaled = round(new / max(self._theme.px(1000), 1) * 1000)
        self.layout = self.layout.with_width(spec.name, scaled)
        self._keep_as(self._name, self.layout.written())
        self.changed.emit()

    # -- menus -------------------------------------------------------------------------------------

    @Slot(QPoint)
    def _head_menu(self, place: QPoint) -> None:
        header = self._view.horizontalHeader()
        section = header.logicalIndexAt(place)
        menu = self.menu(self._specs[section].name if 0 <= section < len(self._specs) else None)
        menu.popup(header.mapToGlobal(place))

    def menu(self, name: str | None = None) -> QMenu:
        """What can be done with the columns; with the acts on column ``name`` first, if given."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, name)
        return menu

    def fill(self, menu: QMenu, name: str | None = None) -> None:
        """Put the acts into a menu."""
        if name is not None:
            self._acts_on(menu, name)
            menu.addSeparator()
        for wanted in self.layout.order:
            spec = self._specs[self._section(wanted)]
            text = self._text(wanted)
            if wanted in self._gone:
                text = self.tr("{column} (no room now)").format(column=text)
            shown = menu.addAction(text)
            shown.setCheckable(True)
            shown.setChecked(self.is_shown(wanted))
            shown.setEnabled(not spec.needed)
            shown.toggled.connect(partial(self.show_column, wanted))
        menu.addSeparator()
        if name is None:
            visible = self._movable()
            for text, step, movable in (
                (self.tr("Move to the left"), -1, visible[1:]),
                (self.tr("Move to the right"), 1, visible[:-1]),
            ):
                moves = menu.addMenu(text)
                for other in movable:
                    moves.addAction(self._text(other)).triggered.connect(partial(self.step, other, step))
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset)

    def _acts_on(self, menu: QMenu, name: str) -> None:
        visible = self._movable()
        left = menu.addAction(self.tr("Move to the left"))
        left.triggered.connect(partial(self.step, name, -1))
        left.setEnabled(name in visible[1:])
        right = menu.addAction(self.tr("Move to the right"))
        right.triggered.connect(partial(self.step, name, 1))
        right.setEnabled(name in visible[:-1])
        if not self._specs[self._section(name)].needed:
            text = self.tr("Hide “{column}”").format(column=self._text(name))
            menu.addAction(text).triggered.connect(partial(self._hide, name))

    def _movable(self) -> list[str]:
        shown = [name for name in self.layout.order if self.is_shown(name)]
        return [name for name in shown if not self._specs[self._section(name)].first]

    def _hide(self, name: str, _checked: bool = False) -> None:
        self.show_column(name, False)

    def _text(self, name: str) -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        model, section = self._view.model(), self._section(name)
        text = model.headerData(section, Qt.Orientation.Horizontal, role)
        return str(text or model.headerData(section, Qt.Orientation.Horizontal) or name)
