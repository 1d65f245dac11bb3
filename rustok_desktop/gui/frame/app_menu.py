"""The menu behind the button beside the shop's name, built from the registry each time it opens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from rustok_desktop.gui.actions import no_mnemonic
from rustok_desktop.gui.frame.groups import group_text, grouped
from rustok_desktop.gui.services import GuiServices


class AppMenu(QMenu):
    """Groups as submenus; disabled actions are shown grey."""

    def __init__(self, services: GuiServices, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self.triggered.connect(self._run)

    def open_below(self, anchor: QWidget) -> None:
        """Fills the menu and opens it under ``anchor``."""
        self.fill()
        self.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def fill(self) -> None:
        """Builds every entry anew."""
        self.clear()
        shown = [action for action in self._services.actions.actions() if not action.hidden]
        for group, actions in grouped(shown):
            menu = self.addMenu(group_text(group))
            for action in actions:
                text = no_mnemonic(action.text())
                entry = QAction(text, menu)
                entry.setObjectName(action.id)
                entry.setEnabled(action.enabled())
                if action.icon:
                    entry.setIcon(self._services.icons.icon(action.icon))
                if action.shortcut:
                    # Shown only: the registry's own action in the window has the keys.
                    keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                    entry.setText(f"{text}\t{keys}")
                menu.addAction(entry)

    @Slot(QAction)
    def _run(self, entry: QAction) -> None:
        self._services.actions.trigger(entry.objectName())
