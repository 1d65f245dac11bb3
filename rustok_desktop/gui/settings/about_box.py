"""Which program this is and where its data lies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop import __version__
from rustok_desktop.gui.actions import ActionRegistry
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button

_ACTS = ("help.data", "help.logs", "help.shortcuts")


class AboutBox(QWidget):
    """Facts and the acts of the help menu that belong to them."""

    def __init__(self, actions: ActionRegistry) -> None:
        super().__init__()
        self._actions = actions
        self._directory = ""
        self.facts = QLabel()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setWordWrap(True)
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        known = {action.id for action in actions.actions()}
        for name in (name for name in _ACTS if name in known):
            self.buttons[name] = Button(compact=True)
            self.buttons[name].clicked.connect(partial(_run, actions, name))
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        column.addLayout(row)
        self.retranslate()

    def show_directory(self, directory: str) -> None:
        """The shop's folder is known."""
        self._directory = directory
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        lines = [f"RusToK Desktop {__version__}"]
        if self._directory:
            lines.append(self.tr("Data: {folder}").format(folder=self._directory))
        self.facts.setText("\n".join(lines))
        for name, button in self.buttons.items():
            button.setText(self._actions.get(name).text())


def _run(actions: ActionRegistry, name: str, _checked: bool = False) -> None:
    actions.trigger(name)
