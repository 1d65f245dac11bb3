"""Trees that are put in order: what a change of the whole tree leaves as it was."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.widgets.arranged_tree_view import ArrangedTreeView


@dataclass(frozen=True)
class Line:
    id: str


class Model(QStandardItemModel):
    def fill(self, *names: str) -> None:
        """``a/b`` stands below ``a``."""
        self.clear()
        for name in names:
            above = self.itemFromIndex(self.index_of(name.rpartition("/")[0]))
            (above or self.invisibleRootItem()).appendRow(QStandardItem(name))

    def index_of(self, name: str) -> QModelIndex:
        tops = [self.item(row) for row in range(self.rowCount())]
        every = [*tops, *(top.child(row) for top in tops for row in range(top.rowCount()))]
        return next((item.index() for item in every if item.text() == name), QModelIndex())


class Tree(ArrangedTreeView):
    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line | None:
        return Line(index.data()) if index.isValid() else None


def test_what_is_folded_and_in_front_outlives_another_tree(services: GuiServices, qtbot: QtBot) -> None:
    model = Model()
    tree = Tree(model, services.theme, 20)
    qtbot.addWidget(tree)
    tree.refill(lambda: model.fill("a", "a/x", "b", "b/y"), None)
    assert (tree.current.id, tree.isExpanded(model.index_of("a"))) == ("a", True)
    assert tree.choose("b/y")
    tree.collapse(model.index_of("a"))
    told: list[str] = []
    tree.chosen.connect(told.append)
    tree.refill(lambda: model.fill("new", "b", "b/y", "a", "a/x"), None)
    assert told == ["b/y"], "said once, and only when all is there"
    assert [tree.isExpanded(model.index_of(name)) for name in ("a", "b")] == [False, True]
    tree.expand(model.index_of("a"))
    tree.refill(lambda: model.fill("a", "a/x"), "gone")
    assert (tree.current.id, tree.isExpanded(model.index_of("a"))) == ("a", True)
    assert not tree.choose("gone")
