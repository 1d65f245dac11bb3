"""The menu of a line in the product list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.index.schemas import ProductRow


class ProductMenu(QMenu):
    """Open, publish or unpublish, trash or restore, whatever the product's state allows."""

    def __init__(self, row: ProductRow, icons: Icons, run: Callable[[str, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._run = run
        self._row = row
        self._icons = icons
        self._add("open", self.tr("Open"), "external")
        self.addSeparator()
        if row.in_trash:
            self._add("restore", self.tr("Restore from the trash"), "restore")
            return
        self._add("duplicate", self.tr("Duplicate"), "copy")
        self._add("labels", self.tr("Print labels…"), "printer")
        self._add("price_list", self.tr("Put into a price list…"), "tag")
        self.addSeparator()
        if row.status == "active":
            self._add("unpublish", self.tr("Unpublish"), "eye-off")
        elif row.status == "archived":
            self._add("unarchive", self.tr("Take out of the archive"), "archive")
        else:
            self._add("publish", self.tr("Publish"), "eye")
        self.addSeparator()
        # A published product leaves the shop first; the service refuses otherwise.
        act = "unpublish_and_trash" if row.status == "active" else "trash"
        text = self.tr("Unpublish and move to trash") if row.status == "active" else self.tr("Move to trash")
        self._add(act, text, "trash")

    def _add(self, act: str, text: str, icon: str) -> None:
        action = self.addAction(self._icons.icon(icon, "muted"), text)
        action.setData(act)
        action.triggered.connect(partial(self._run, act, self._row.product_id))


class BulkMenu(QMenu):
    """What can be done with several products at once."""

    def __init__(
        self, product_ids: Sequence[str], icons: Icons, run: Callable[[str, Sequence[str]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ids = tuple(product_ids)
        self._run = run
        self._icons = icons
        count = len(self._ids)
        self._add("edit", self.tr("Edit %Ln product(s)…", "", count), "pencil")
        self.addSeparator()
        self._add("publish", self.tr("Publish %Ln product(s)", "", count), "eye")
        self._add("unpublish", self.tr("Unpublish %Ln product(s)", "", count), "eye-off")
        self.addSeparator()
        self._add("labels", self.tr("Print labels of %Ln product(s)…", "", count), "printer")
        self._add("price_list", self.tr("Put %Ln product(s) into a price list…", "", count), "tag")
        self.addSeparator()
        self._add("trash", self.tr("Move %Ln product(s) to trash", "", count), "trash")

    def _add(self, act: str, text: str, icon: str) -> None:
        action = self.addAction(self._icons.icon(icon, "muted"), text)
        action.setData(act)
        action.triggered.connect(partial(self._run, act, self._ids))
