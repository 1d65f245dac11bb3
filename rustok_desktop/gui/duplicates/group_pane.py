"""The framed list of groups."""

from __future__ import annotations

from PySide6.QtWidgets import QListView, QWidget

from rustok_desktop.gui.duplicates.group_list import GroupDelegate, GroupListModel
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.card import Card


class GroupPane(Card):
    """Thousands of groups are no more work than a few: all lines are equally high."""

    def __init__(self, theme: Theme, model: GroupListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1)
        self.list = QListView()
        self.list.setModel(model)
        self.list.setItemDelegate(GroupDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.body.addWidget(self.list)
        self.setMinimumWidth(theme.px(196))
