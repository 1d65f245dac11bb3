"""Columns of a plain table view: arranged, found again, and reached without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.column_layout import ColumnLayout, ColumnSpec
from rustok_desktop.gui.widgets.plain_columns import PlainColumns

SPECS = (
    ColumnSpec("name", needed=True, first=True),
    ColumnSpec("code", 90, leaves=1),
    ColumnSpec("price", 80),
    ColumnSpec("note", 120, leaves=2),
)


@pytest.fixture
def view(services: GuiServices, qtbot: QtBot) -> QTableView:
    made = QTableView()
    qtbot.addWidget(made)
    model = QStandardItemModel(3, len(SPECS), made)
    model.setHorizontalHeaderLabels(["Name", "Code", "Price", "Note"])
    made.setModel(model)
    made.resize(700, 300)
    made.show()
    return made


def columns(view: QTableView, services: GuiServices) -> PlainColumns:
    return PlainColumns(view, SPECS, preferences=services.preferences, key="k", theme=services.theme, room=150)


def test_it_follows_the_size_and_the_words(view: QTableView, services: GuiServices, qtbot: QtBot) -> None:
    made = columns(view, services)
    assert [view.isColumnHidden(column) for column in range(4)] == [False] * 4
    view.resize(380, 300)
    qtbot.waitUntil(lambda: view.isColumnHidden(1))
    view.resize(700, 300)
    qtbot.waitUntil(lambda: not view.isColumnHidden(1))
    assert view.columnWidth(2) == services.theme.px(80)
    view.model().setHeaderData(2, view.horizontalHeader().orientation(), "A price that takes some room")
    assert view.columnWidth(2) > services.theme.px(80)
    assert made.layout == ColumnLayout.usual(SPECS), "nothing of that is a person's doing"


def test_the_menu_opens_upon_the_rows_and_the_first_column_stays(
    view: QTableView, services: GuiServices, qtbot: QtBot
) -> None:
    made = columns(view, services)
    place = QPoint(20, 40)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    acts = {act.text(): act for act in menu.actions()}
    assert not acts["Name"].isEnabled()
    moves = acts["Move to the left"].menu()
    assert [act.text() for act in moves.actions()] == ["Price", "Note"]  # type: ignore[union-attr]
    acts["Code"].trigger()
    menu.close()
    assert view.isColumnHidden(1)
    made.step("note", -1)
    assert made.layout.order == ("name", "code", "note", "price")
    again = QTableView()
    qtbot.addWidget(again)
    again.setModel(view.model())
    assert columns(again, services).layout == made.layout
    kept = {"order": ["price", "name"], "widths": {}, "hidden": []}
    assert ColumnLayout.read(SPECS, kept).order[0] == "name"
