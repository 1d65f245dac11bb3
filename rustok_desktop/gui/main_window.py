"""The window: navigation, pages, foot, and what lies above them."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.frame.navigation import Navigation
from rustok_desktop.gui.frame.page_stack import PageStack
from rustok_desktop.gui.frame.status_bar import StatusBar
from rustok_desktop.gui.frame.window_actions import window_actions
from rustok_desktop.gui.history.undo_actions import UndoActions
from rustok_desktop.gui.notices.toast_area import ToastArea
from rustok_desktop.gui.operations.shop import read_untouched
from rustok_desktop.gui.operations.status import ShopStatus, read_status
from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.settings_book import SettingsBook

if TYPE_CHECKING:
    from rustok_desktop.gui.frame.app_menu import AppMenu
    from rustok_desktop.gui.frame.shortcut_sheet import ShortcutSheet
    from rustok_desktop.gui.palette.command_palette import CommandPalette
    from rustok_desktop.gui.welcome.welcome_panel import WelcomePanel
    from rustok_desktop.runtime.notices import ChangeNotice

_WIDTH, _HEIGHT = 1360, 840
WELCOMED = "welcome.done"  # the first start is behind us
_STATUS_AFTER_MS = 150
_STATUS_WHILE_WORKING_MS = 700


class MainWindow(QMainWindow):
    """Paints its frame first and builds the first page right after; ``first_painted`` follows, once."""

    first_painted = Signal()

    def __init__(self, services: GuiServices, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._page_specs = tuple(pages)
        self._painted = False
        self.book = SettingsBook(services.preferences, services.theme, services.translator, self)
        self.book.restore()
        self.navigation = Navigation(services, pages)
        self.stack = PageStack(services, pages)
        self.status = StatusBar(services.theme)
        self._palette: CommandPalette | None = None
        self._welcome: WelcomePanel | None = None
        self._shortcuts: ShortcutSheet | None = None
        self._menu: AppMenu | None = None
        self.whole = QWidget()
        self._lay_out()
        self.toasts = ToastArea(self.whole, services.notices, services.icons, services.theme, self.status)
        self._install_actions()
        self.undo = UndoActions(services, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask_status)
        self._stop_watching = services.client.watch(self._changed)
        self._restore_geometry()
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the texts that belong to the window itself."""
        self.setWindowTitle("RusToK Desktop")
        self.services.actions.retranslate()

    def shop_ready(self) -> None:
        """The shop is open: asks for its name and state, and whether it is new."""
        self._ask_status()
        self.undo.ask()
        QTimer.singleShot(0, self._build_early)
        if not self.services.preferences.get(WELCOMED, False):
            self.services.client.submit(read_untouched(), on_result=self._welcome_if, alive=partial(isValid, self))

    def shop_failed(self, text: str) -> None:
        """The shop could not be opened; ``text`` says what is safe and what to do."""
        self.status.set_failure(text)

    @Slot()
    def leave(self) -> None:
        """Ctrl+Q."""
        self.close()

    @Slot()
    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            self._palette = self._make_palette()
        self._palette.open_panel()

    @Slot()
    def open_settings(self) -> None:
        """Ctrl+, and the foot of the navigation."""
        self.services.navigator.go("settings")

    @Slot()
    def open_shortcuts(self) -> None:
        """The sheet of all shortcuts."""
        if self._shortcuts is None:
            from rustok_desktop.gui.frame.shortcut_sheet import ShortcutSheet

            self._shortcuts = ShortcutSheet(self.whole, self.services)
        self._shortcuts.open_panel()

    @Slot()
    def open_menu(self) -> None:
        """The menu beside the shop's name."""
        if self._menu is None:
            from rustok_desktop.gui.frame.app_menu import AppMenu

            self._menu = AppMenu(self.services, self)
        self._menu.open_below(self.navigation.menu)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame is on screen: what takes longer may begin."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hands drafts over and keeps the geometry."""
        self.stack.flush()
        self._timer.stop()
        self.undo.stop()
        self._stop_watching()
        self.services.actions.uninstall()
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self.services.preferences.set("geometry", geometry)
        self.services.preferences.flush()
        super().closeEvent(event)

    @Slot()
    def _begin(self) -> None:
        first = next((page for page in self._page_specs if page.listed), None)
        if first is not None and not self.services.navigator.page:
            self.services.navigator.go(first.id)
        # One more turn, so that the page is painted before the shop's imports compete with it.
        QTimer.singleShot(0, self.first_painted.emit)

    def _changed(self, notice: ChangeNotice) -> None:
        if not self._timer.isActive():
            self._timer.start(_STATUS_AFTER_MS)

    @Slot()
    def _build_early(self) -> None:
        for page in (page for page in self._page_specs if page.early):
            self.stack.prepare(page.id)

    def _welcome_if(self, untouched: bool) -> None:
        if not untouched or self._welcome is not None:
            return
        from rustok_desktop.gui.welcome.welcome_panel import WelcomePanel

        self._welcome = WelcomePanel(self.whole, self.services)
        self._welcome.open_panel()

    @Slot()
    def _ask_status(self) -> None:
        self.services.client.submit(read_status(), on_result=self._show_status, on_error=self._status_failed)

    def _show_status(self, status: ShopStatus) -> None:
        self.navigation.set_shop(status.shop)
        self.status.set_status(status)
        if status.lag or status.index == "rebuilding":
            self._timer.start(_STATUS_WHILE_WORKING_MS)

    def _status_failed(self, error: BaseException) -> None:
        from rustok_desktop.core.errors import AppError

        language = self.services.translator.language
        self.status.set_failure(error.text(language) if isinstance(error, AppError) else str(error))

    def _make_palette(self) -> CommandPalette:
        from rustok_desktop.gui.palette.command_palette import CommandPalette
        from rustok_desktop.gui.palette.node_source import NodeSource
        from rustok_desktop.gui.palette.product_source import ProductSource
        from rustok_desktop.gui.palette.sources import ActionSource, PageSource, SettingSource

        services = self.services
        sources = (
            ActionSource(services.actions),
            SettingSource(self.book, services.navigator),
            ProductSource(services.client, services.navigator, partial(_language, services)),
            NodeSource(services.client, services.navigator),
            PageSource(self._page_specs, services.navigator, services.actions),
        )
        return CommandPalette(self.whole, services.theme, services.icons, sources)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.stack, 1)
        self.whole.setProperty("surface", "bg")
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(self.whole)

    def _install_actions(self) -> None:
        actions = self.services.actions
        actions.register(*window_actions(self, self._page_specs))
        actions.install(self)
        self.navigation.menu_asked.connect(self.open_menu)
        self.navigation.settings_asked.connect(self.open_settings)
        self.services.navigator.bared.connect(self.navigation.setHidden)
        self.services.navigator.bared.connect(self.status.setHidden)

    def _restore_geometry(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        stored = self.services.preferences.get("geometry", "")
        if stored:
            self.restoreGeometry(base64.b64decode(stored.encode("ascii")))


def _language(services: GuiServices) -> str:
    return services.translator.language
