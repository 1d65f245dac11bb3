"""The parts every page is built from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.busy_bar import BusyBar
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip, paint_thumbnail, thumbnail_colors, wrapped
from rustok_desktop.gui.widgets.search_field import SearchField
from rustok_desktop.gui.widgets.tab_strip import TabStrip


def test_search_waits_for_a_pause_and_enter_does_not(services: GuiServices, qtbot: object) -> None:
    field = SearchField(services.icons, "Search")
    qtbot.addWidget(field)
    said: list[str] = []
    field.searched.connect(said.append)
    QTest.keyClicks(field, "mug")
    assert said == []
    qtbot.waitUntil(lambda: said == ["mug"])
    QTest.keyClicks(field, "s")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == ["mug", "mugs"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert said == ["mug", "mugs", ""]
    assert field.accessibleName() == "Search"


def test_a_filter_reads_its_choice_and_only_people_are_heard(theme: Theme, qtbot: object) -> None:
    box = FilterBox("Status")
    qtbot.addWidget(box)
    said: list[object] = []
    box.chosen.connect(said.append)
    box.set_choices([(None, "any"), ("draft", "draft"), ("active", "active")])
    assert box.shown_text() == "Status: any"
    box.set_value("active")
    assert (box.value(), box.shown_text()) == ("active", "Status: active")
    assert box.property("active") is True
    box.set_choices([(None, "any"), ("active", "on sale")])
    assert (box.value(), box.shown_text()) == ("active", "Status: on sale")
    assert said == []
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert said == [None]
    box.set_value("unknown")
    assert box.value() is None


def test_a_field_error_is_seen_and_heard(theme: Theme, qtbot: object) -> None:
    field = FormField("Price & cost", QLineEdit(), "In dollars")
    qtbot.addWidget(field)
    field.show()
    assert field.editor.accessibleName() == "Price & cost"
    assert field._label.text() == "Price && cost"  # shown as one, and no key for it
    assert field.editor.accessibleDescription() == "In dollars"
    field.set_error("Must be a number")
    assert field.editor.property("invalid") is True
    assert field.editor.accessibleDescription() == "Must be a number"
    field.editor.resize(200, 34)
    assert field.editor.grab().toImage().pixelColor(100, 0).name() == theme.tokens.danger
    field.set_error(None)
    assert field.error is None
    assert field.editor.property("invalid") is False
    assert field.editor.accessibleDescription() == "In dollars"


def test_choices_tell_what_a_person_chose(theme: Theme, qtbot: object) -> None:
    row = ChoiceRow("Show")
    qtbot.addWidget(row)
    said: list[object] = []
    row.chosen.connect(said.append)
    row.set_choices([("all", "All"), ("new", "New")])
    assert row.value() == "all"
    row.set_value("new")
    assert said == []
    QTest.mouseClick(row.button("all"), Qt.MouseButton.LeftButton)
    assert said == ["all"]
    row.set_choices([("all", "Все"), ("new", "Новые"), ("old", "Старые")])
    assert row.value() == "all"
    assert row.button("old").text() == "Старые"


def test_pills_are_as_wide_as_their_words(theme: Theme, qtbot: object) -> None:
    row = ChoiceRow(look="pill")
    qtbot.addWidget(row)
    row.set_choices([("en", "English"), ("ru", "Русский")])
    row.resize(600, 40)
    row.show()
    for value in ("en", "ru"):
        assert row.button(value).width() == row.button(value).sizeHint().width()
    row.set_choices([("en", "English"), ("de", "Deutsch"), ("ru", "Русский")])
    qtbot.waitUntil(lambda: 0 < row.button("de").x() < row.button("ru").x() < 300)


@given(st.text(alphabet="ab cd\n😀д", max_size=200), st.integers(1, 4), st.integers(20, 400))
def test_wrapped_words_stay_in_their_lines(text: str, most: int, width: int) -> None:
    metrics = QFontMetrics(QFont("Inter", 10))
    lines = wrapped(text, metrics, width, most)
    assert len(lines) <= most
    whole = " ".join(text.split())
    cut = [line for line in lines if line.endswith("…")]
    if not cut:
        assert " ".join(lines) == whole
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)


def test_tabs_keep_the_choice_over_new_texts(theme: Theme, qtbot: object) -> None:
    tabs = TabStrip()
    qtbot.addWidget(tabs)
    tabs.set_tabs(["General", "Variants", "Stock"])
    tabs.setCurrentIndex(1)
    tabs.set_tabs(["Общее", "Варианты", "Остатки"])
    assert (tabs.currentIndex(), tabs.tabText(1)) == (1, "Варианты")
    tabs.set_tabs(["Общее"])
    assert tabs.count() == 1


def test_tabs_move_closer_where_they_do_not_fit(theme: Theme, qtbot: object) -> None:
    tabs = TabStrip()
    qtbot.addWidget(tabs)
    tabs.set_tabs(["Основное", "Варианты", "Остаток", "Фото", "SEO", "История"])
    tabs.resize(600, 40)
    tabs.show()
    apart = tabs.sizeHint().width()
    last = tabs.count() - 1
    assert not tabs.tight
    tabs.resize(apart - 40, 40)
    assert tabs.tight
    assert tabs.tabRect(last).right() < tabs.width()  # all of them in sight
    assert tabs.sizeHint().width() == apart
    tabs.resize(apart - 20, 40)
    assert tabs.tight
    tabs.resize(apart, 40)
    assert not tabs.tight
    assert tabs.tabRect(last).right() == apart - 1
    tabs.set_tabs(["Основное и ещё", "Варианты", "Остаток", "Фото", "SEO", "История"])
    assert tabs.tight


def test_the_busy_bar_shows_only_long_work_and_then_long_enough(theme: Theme, qtbot: object) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.set_busy(True)
    bar.set_busy(False)
    QTest.qWait(350)
    assert bar.isHidden()
    bar.set_busy(True)
    qtbot.waitUntil(lambda: not bar.isHidden())
    bar.set_busy(False)
    assert not bar.isHidden()
    qtbot.waitUntil(bar.isHidden, timeout=10_000)


def test_names_for_those_who_do_not_see(services: GuiServices, qtbot: object) -> None:
    button = IconButton(services.icons.icon("trash"), "Delete")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Delete", "Delete")
    header = PageHeader("Products")
    qtbot.addWidget(header)
    header.set_count("12,408")
    header.show()
    assert header._count.isVisible()
    wide = header.minimumSizeHint().width()
    header.set_count("")
    assert not header._count.isVisible()
    qtbot.waitUntil(lambda: header.minimumSizeHint().width() < wide)
    state = EmptyState(services.icons.icon("box"), "Nothing yet", "Add one.")
    qtbot.addWidget(state)
    state.set_texts("Empty", "Really")
    assert state.findChildren(QWidget)


@pytest.mark.parametrize("tone", ["ok", "warn", "danger", "neutral", "accent"])
def test_a_chip_stays_in_its_room(theme: Theme, tone: str) -> None:
    from PySide6.QtCore import QRect

    image = QImage(200, 50, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(theme.font("chip"))
    area = paint_chip(painter, QRect(10, 0, 60, 50), "A very long state", tone, theme.tokens)
    short = paint_chip(painter, QRect(80, 0, 110, 50), "Low", tone, theme.tokens)
    painter.end()
    assert area == area.intersected(QRect(10, 0, 60, 50))
    assert short.size() == chip_size(theme.font("chip"), "Low")
    assert image.pixelColor(20, 3).alpha() == 0
    assert image.pixelColor(area.center().x(), area.top() + 2).alpha() > 0


def test_the_same_product_has_the_same_tile(theme: Theme) -> None:
    from PySide6.QtCore import QRect

    assert thumbnail_colors("Bowl", theme.tokens) == thumbnail_colors(" bowl ", theme.tokens)
    assert len({thumbnail_colors(f"Product {n}", theme.tokens) for n in range(60)}) >= 8
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_thumbnail(painter, QRect(0, 0, 40, 40), "", theme.tokens)
    paint_thumbnail(painter, QRect(0, 0, 40, 40), "Ваза", theme.tokens)
    painter.end()
    assert image.pixelColor(0, 0).alpha() < 128
    assert image.pixelColor(20, 4).alpha() == 255
