"""Every page as somebody meets it who cannot see it, has no mouse, or reads Russian on a small screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.content.content_page import ContentPage
from rustok_desktop.gui.markdown.find_bar import FindBar
from rustok_desktop.gui.operations.products import FillDemo
from rustok_desktop.gui.pages import standard_pages
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings

from .pages.program import leave

SLOW = 30_000
PAGES = [spec.id for spec in standard_pages()]
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_NAMED = (*_FIELDS, QAbstractButton, QAbstractItemView, QTabBar)
_LONGEST_WALK = 250


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Application]:
    """One window for all: nothing here changes the shop."""
    folder = tmp_path_factory.mktemp("every-page")
    made = Application(qapp, Settings(folder / "data"), CrashLog(folder / "logs"))
    made.services.preferences.set("welcome.done", True)
    made.start()
    made.window.resize(1024, 700)
    made.window.show()
    yield made
    leave(made)


@pytest.fixture
def application(opened: Application, qtbot: QtBot) -> Iterator[Application]:
    services = opened.services
    if not hasattr(opened.window, "_filled_for_the_test"):
        filled: list[int] = []
        services.client.submit(FillDemo(12), on_result=filled.append, write=True)
        qtbot.waitUntil(lambda: filled == [12], timeout=SLOW)
        opened.window._filled_for_the_test = True  # type: ignore[attr-defined]
    yield opened
    if opened.window._palette is not None:
        opened.window._palette.close()
    services.translator.set_language("en")


def visit(application: Application, qtbot: QtBot, page_id: str) -> QWidget:
    """The page, with what it shows at first."""
    stack = application.window.stack
    application.services.navigator.go(page_id)
    qtbot.waitUntil(lambda: page_id in stack.built() and stack.currentWidget() is stack.built()[page_id], timeout=SLOW)
    page = stack.built()[page_id]
    products = stack.built().get("products")
    qtbot.waitUntil(lambda: products is None or products.list.model.loaded, timeout=SLOW)  # type: ignore[attr-defined]
    if page_id == "products":
        model = page.list.model  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: model.listed(0) is not None, timeout=SLOW)
        page.open_with(product_id=model.listed(0).row.product_id)  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: page.controller.state is not None, timeout=SLOW)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: application.window.isVisible())
    return page


def described(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {text!r} in {type(parent).__name__}"


def heard(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def parts(page: QWidget) -> list[QWidget]:
    """Everything in sight that can be used."""
    found = [widget for kind in _NAMED for widget in page.findChildren(kind) if widget.isVisible()]
    own = [w for w in found if not isinstance(w, QHeaderView) and not w.objectName().startswith("qt_")]
    return [w for w in own if not isinstance(w.parentWidget(), (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar))]


@pytest.mark.parametrize("page_id", PAGES)
def test_everything_that_can_be_used_has_a_name(application: Application, qtbot: QtBot, page_id: str) -> None:
    page = visit(application, qtbot, page_id)
    found = parts(page)
    assert found
    assert [described(widget) for widget in found if not heard(widget)] == []


def _stops(page: QWidget) -> set[QWidget]:
    """What the Tab key has to reach."""
    return {
        widget
        for widget in parts(page)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    }


def walk(application: Application, qtbot: QtBot, page: QWidget) -> list[QWidget]:
    """Where Tab goes from the page on, until it comes back to where it was."""
    page.setFocus()
    walked: list[QWidget] = []
    for _ in range(_LONGEST_WALK):
        now = application.window.focusWidget()
        assert now is not None
        if now in walked:  # the page itself, where the walk begins, is no stop
            return walked
        walked.append(now)
        modifier = Qt.KeyboardModifier.ControlModifier if _keeps_tab(now) else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(now, Qt.Key.Key_Tab, modifier)
    pytest.fail(f"Tab never came back to where it began: {[described(widget) for widget in walked[-6:]]}")


def nothing_of(found: Callable[[], list[str]], qtbot: QtBot) -> None:
    """Nothing is found, at the latest when what the page reads beside has come in and stands in its place."""
    last: list[str] = []

    def none() -> bool:
        last[:] = found()
        return not last

    try:
        qtbot.waitUntil(none, timeout=10_000)
    except qtbot.TimeoutError:
        pytest.fail(f"{last}")


@pytest.mark.parametrize("page_id", PAGES)
def test_tab_reaches_everything_and_comes_back(application: Application, qtbot: QtBot, page_id: str) -> None:
    page = visit(application, qtbot, page_id)

    def missed() -> list[str]:
        walked = walk(application, qtbot, page)
        return [described(widget) for widget in _stops(page) - set(walked) if not _in_group(widget, walked)]

    nothing_of(missed, qtbot)


@pytest.mark.parametrize("page_id", PAGES)
def test_tab_goes_the_way_one_reads(application: Application, qtbot: QtBot, page_id: str) -> None:
    """Within one container from left to right and from top to bottom; a column to the right may begin above."""
    page = visit(application, qtbot, page_id)

    def wrong() -> list[str]:
        return [
            f"{described(before)} -> {described(after)}"
            for before, after in pairwise(walk(application, qtbot, page))  # it begins and ends somewhere in the middle
            if page.isAncestorOf(before) and page.isAncestorOf(after) and not _reads_on(*_sides(before, after))
        ]

    nothing_of(wrong, qtbot)


def _sides(before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    """The parts of the innermost container of both in which the one and the other stand."""
    if before.isAncestorOf(after):  # a part that scrolls is a stop itself, before what is in it
        return _area(before), _area(before)
    above = {id(widget) for widget in _up(before)}
    common = next((widget for widget in _up(after.parentWidget() or after) if id(widget) in above), None)
    parts = [part for widget in (before, after) for part in _up(widget) if part.parentWidget() is common]
    return (_area(parts[0]), _area(parts[-1])) if len(parts) == 2 else (_area(before), _area(after))


def _up(widget: QWidget) -> Iterator[QWidget]:
    step: QWidget | None = widget
    while step is not None:
        yield step
        step = step.parentWidget()


def _area(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _reads_on(before: QRect, after: QRect) -> bool:
    if before.top() <= after.center().y() <= before.bottom() or after.top() <= before.center().y() <= after.bottom():
        return after.left() >= before.left()  # side by side
    return after.top() > before.top() or after.left() >= before.right()


def _keeps_tab(widget: QWidget) -> bool:
    return isinstance(widget, (QPlainTextEdit, QTextEdit)) and not widget.tabChangesFocus()


def _in_group(widget: QWidget, walked: list[QWidget]) -> bool:
    """One of a group of which Tab visits the chosen one; arrows do the rest."""
    if not isinstance(widget, QAbstractButton) or not (widget.autoExclusive() or widget.group() is not None):
        return False
    return any(isinstance(w, QAbstractButton) and w.parentWidget() is widget.parentWidget() for w in walked)


def _cut(widget: QLabel | QPushButton) -> bool:
    elastic = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
    if elastic or isinstance(widget, ElidedLabel) or not widget.text() or not widget.isVisible():
        return False
    if isinstance(widget, QLabel) and (widget.wordWrap() or widget.textFormat() == Qt.TextFormat.RichText):
        return False
    return widget.width() < widget.sizeHint().width() - 1


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("page_id", PAGES)
def test_no_word_is_cut_in_a_small_window(
    application: Application, qtbot: QtBot, page_id: str, language: str
) -> None:
    page = visit(application, qtbot, page_id)
    application.services.translator.set_language(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    edge = application.window.width()
    shown: list[QLabel | QPushButton] = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    page.repaint()
    assert [described(widget) for widget in shown if _cut(widget)] == []
    beyond = [w for w in parts(page) if w.mapTo(application.window, QPoint(w.width(), 0)).x() > edge]
    assert [described(w) for w in beyond if not _scrolls(w)] == []


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("page_id", PAGES)
def test_the_window_can_be_as_small_as_a_small_screen(
    application: Application, qtbot: QtBot, page_id: str, language: str
) -> None:
    window = application.window
    window.resize(1360, 840)
    page = visit(application, qtbot, page_id)
    application.services.translator.set_language(language)
    if page_id == "content":
        page.begin("post")  # type: ignore[attr-defined]
    for bar in page.findChildren(FindBar):
        bar.open_bar()
        bar.wanted.setText("e")
    try:
        qtbot.waitUntil(lambda: _fits(window.minimumSizeHint()), timeout=10_000)
        window.resize(1024, 700)
        assert (window.width(), window.height()) == (1024, 700)
        qtbot.waitUntil(lambda: page.width() == 1024 - window.navigation.width())
        assert _fits(window.minimumSizeHint())
    except qtbot.TimeoutError:
        pytest.fail(f"{page_id} needs {page.minimumSizeHint()}, the window {window.minimumSizeHint()}")
    finally:
        for bar in page.findChildren(FindBar):
            bar.close_bar()
        if page_id == "content":
            page.controller.close()  # type: ignore[attr-defined]
        window.resize(1024, 700)


def _fits(least: QSize) -> bool:
    return least.width() <= 1024 and least.height() <= 700


def test_beside_a_text_its_details_take_the_place_of_the_list(application: Application, qtbot: QtBot) -> None:
    page = visit(application, qtbot, "content")
    assert isinstance(page, ContentPage)
    window = application.window
    page.begin("post")
    assert (page.details.isVisible(), page.list.isVisible(), page.side.isVisible()) == (True, True, False)
    qtbot.mouseClick(page.details, Qt.MouseButton.LeftButton)
    assert (page.list.isVisible(), page.side.isVisible()) == (False, True)
    assert window.width() == 1024
    window.resize(1360, 840)
    qtbot.waitUntil(lambda: page.list.isVisible() and page.side.isVisible() and not page.details.isVisible())
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: page.details.isVisible() and not page.list.isVisible())
    page.controller.close()
    assert page.list.isVisible()  # without a text there is nothing to tell details of
    page.begin("post")
    qtbot.mouseClick(page.details, Qt.MouseButton.LeftButton)
    assert (page.list.isVisible(), page.side.isVisible()) == (True, False)
    page.controller.close()


def test_a_message_leaves_the_buttons_of_a_page_free(application: Application, qtbot: QtBot) -> None:
    window = application.window
    page = visit(application, qtbot, "content")
    assert isinstance(page, ContentPage)
    page.begin("post")
    application.services.notices.show("Saved somewhere else", "error")
    (toast,) = window.toasts.toasts
    assert toast.isVisible()
    for button in (page.save, page.publish):
        place = button.mapTo(window.whole, button.rect().topLeft())
        assert not toast.geometry().intersects(button.rect().translated(place))
    toast.close_button.click()
    assert window.toasts.toasts == []
    page.controller.close()


def _scrolls(widget: QWidget) -> bool:
    """Inside of something that scrolls sideways."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractItemView):
            return True
        above = above.parentWidget()
    return False


def test_every_act_is_in_the_palette_and_runs_from_there(application: Application, qtbot: QtBot) -> None:
    for page_id in PAGES:
        visit(application, qtbot, page_id)
    actions = application.services.actions
    window = application.window
    window.open_palette()
    palette = window._palette
    qtbot.waitUntil(palette.isVisible)

    def listed(text: str) -> bool:
        return any(text in str(palette.model.index(row, 0).data()) for row in range(palette.model.rowCount()))

    for action in actions.actions():
        if action.hidden or not action.enabled():
            continue
        palette.input.setText(action.text())
        palette.input.textEdited.emit(action.text())
        try:
            qtbot.waitUntil(partial(listed, action.text()), timeout=10_000)
        except qtbot.TimeoutError:
            pytest.fail(f"the palette does not find {action.id} by {action.text()!r}")
    palette.close()
