"""The shop's stock locations: add, rename, choose the default, close."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.commerce.views import LocationView
from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.operations.inventory import PlaceAct
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.overlay import Overlay


class PlaceRow(QWidget):
    """One location; Enter in its name renames it."""

    asked = Signal(object)

    def __init__(self, place: LocationView, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.name = QLineEdit(place.name)
        self.name.setAccessibleName(self.tr("Name of the location {name}").format(name=place.name))
        self.name.editingFinished.connect(self._rename)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.name, 1)
        if place.is_default:
            row.addWidget(Chip(self.tr("Default"), "accent"))
            return
        self.default = Button(self.tr("Make default"), variant="ghost", compact=True)
        tip = self.tr("Close the location {name}; only an empty one can be closed").format(name=place.name)
        self.close_button = IconButton(icons.icon("trash", "muted"), tip)
        self.default.clicked.connect(self._make_default)
        self.close_button.clicked.connect(self._close)
        row.addWidget(self.default)
        row.addWidget(self.close_button)

    @Slot()
    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self._place.name:
            self.asked.emit(PlaceAct("rename", self._place.id, self._place.version, name))

    @Slot()
    def _make_default(self) -> None:
        self.asked.emit(PlaceAct("default", self._place.id, self._place.version))

    @Slot()
    def _close(self) -> None:
        self.asked.emit(PlaceAct("close", self._place.id, self._place.version))


class PlacesPanel(Overlay):
    """Above the page. ``changed`` carries all locations after every act; what is refused is said in place."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services = services
        theme, icons = services.theme, services.icons
        self._icons = icons
        self._places: Sequence[LocationView] = ()
        self.rows: list[PlaceRow] = []
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.note = QLabel()
        self.note.setProperty("role", "error")
        self.note.setWordWrap(True)
        self.note.hide()
        self.new_name, self.add = QLineEdit(), Button("", icons.icon("plus", "text"))
        self.add.clicked.connect(self._add)
        self.new_name.returnPressed.connect(self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.s)
        line = QHBoxLayout()
        line.setSpacing(SPACE.s)
        line.addWidget(self.new_name, 1)
        line.addWidget(self.add)
        self.panel.setMinimumWidth(theme.px(460))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.m)
        column.addWidget(self._title)
        column.addLayout(self._list)
        column.addLayout(line)
        column.addWidget(self.note)
        self.retranslate()

    def show_places(self, places: Sequence[LocationView]) -> None:
        """The locations as they are."""
        self._places = places
        self.note.hide()
        self.new_name.clear()
        for row in self.rows:
            self._list.removeWidget(row)
            row.blockSignals(True)
            row.hide()
            row.deleteLater()
        self.rows = [PlaceRow(place, self._icons) for place in places]
        for row in self.rows:
            row.asked.connect(self._act)
            self._list.addWidget(row)
        self.place()

    def show_problem(self, text: str) -> None:
        """Why it could not be done."""
        self.note.setText(text)
        self.note.show()
        self.place()

    @Slot(object)
    def _act(self, operation: PlaceAct) -> None:
        self._services.client.submit(
            operation,
            on_result=self.changed.emit,
            on_error=self._refused,
            alive=partial(isValid, self),
            write=True,
        )

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AppError):
            language = self._services.translator.language
            lines = [problem.text(language) for problem in error.fields] or [error.text(language)]
            self.show_problem("\n".join(lines))
        else:
            self.failed.emit(error)

    @Slot()
    def _add(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self._act(PlaceAct("create", name=name))
        else:
            self.new_name.setFocus()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._title.setText(self.tr("Stock locations"))
        self.new_name.setPlaceholderText(self.tr("Name of a new location"))
        self.new_name.setAccessibleName(self.tr("Name of a new location"))
        self.add.setText(self.tr("Add"))
        self.show_places(self._places)
