"""Every shortcut on one sheet, read from the registry."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.frame.groups import group_text, grouped
from rustok_desktop.gui.frame.keys import split_keys
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.overlay import Overlay


class ShortcutSheet(Overlay):
    """Built anew each time it opens, so it always shows what there is."""

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services = services
        self._content: QWidget | None = None
        self._list: QWidget | None = None
        self._column = QVBoxLayout(self.panel)
        self._column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.l, SPACE.l)

    def open_panel(self) -> None:
        """Fills the sheet and shows it."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = self._make_content()
        self._column.addWidget(self._content)
        super().open_panel()

    def place(self) -> None:
        """In the middle, as high as needed."""
        room = self.rect().adjusted(SPACE.xl, SPACE.xl, -SPACE.xl, -SPACE.xl)
        width = min(room.width(), self.theme.px(620))
        wanted = self._list.sizeHint().height() + self.theme.px(92) if self._list is not None else 0
        height = min(room.height(), wanted)
        left = (self.width() - width) // 2
        self.panel.setGeometry(QRect(left, (self.height() - height) // 2, width, height))

    def _make_content(self) -> QWidget:
        content = QWidget()
        content.setProperty("surface", "plain")
        close = IconButton(self._services.icons.icon("x", "muted"), self.tr("Close"))
        close.clicked.connect(self.close_panel)
        title = QLabel(self.tr("Keyboard shortcuts"))
        title.setProperty("role", "title")
        self.panel.setAccessibleName(title.text())
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        area = QScrollArea()
        area.setWidgetResizable(True)
        self._list = self._make_list()
        area.setWidget(self._list)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(area)
        return content

    def _make_list(self) -> QWidget:
        sheet = QWidget()
        sheet.setProperty("surface", "plain")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, SPACE.m, 0)
        grid.setVerticalSpacing(SPACE.s)
        grid.setColumnStretch(0, 1)
        line = 0
        with_keys = [action for action in self._services.actions.actions() if action.shortcut]
        for group, actions in grouped(with_keys):
            head = QLabel(group_text(group).upper())
            head.setProperty("role", "head")
            grid.addWidget(head, line, 0, 1, 2)
            for action in actions:
                line += 1
                grid.addWidget(QLabel(action.text()), line, 0)
                grid.addLayout(self._keys(action), line, 1)
            line += 1
            grid.setRowMinimumHeight(line, SPACE.s)
            line += 1
        grid.setRowStretch(line, 1)
        return sheet

    def _keys(self, action: Action) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addStretch(1)
        for key in split_keys(self._services.actions.shortcut_text(action.id)):
            cap = QLabel(key, alignment=Qt.AlignmentFlag.AlignCenter)
            cap.setProperty("role", "key")
            row.addWidget(cap)
        return row
