"""Products, collections and categories in a block's form: found by name, kept by id."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.builder.field_editors import FormTools
from rustok_desktop.gui.menus.target_chooser import TargetChooser
from rustok_desktop.gui.operations.targets import NameTargets, Target
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton

KINDS = {"source_id": ("collection", "category"), "product_ids": ("product",)}


class ThingsEditor(QWidget):
    """Things of ``kinds`` in their order; with ``single`` at most one, which the next replaces."""

    edited = Signal()

    def __init__(
        self, tools: FormTools, kinds: tuple[str, ...], *, single: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tools, self._kinds, self._single = tools, kinds, single
        self._ids: list[str] = []
        self._names: dict[str, str] = {}
        self._lines: list[QWidget] = []
        self.chooser = TargetChooser(tools.services, kinds, addresses=False)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._rows)
        column.addWidget(self.chooser)
        self.setFocusProxy(self.chooser.field)
        self.chooser.chosen.connect(self._chosen)
        self.retranslate()

    def value(self) -> Any:
        """The ids, of a single one its id; None without any."""
        if self._single:
            return self._ids[0] if self._ids else None
        return list(self._ids) or None

    def show_value(self, value: Any) -> None:
        """Without telling; names come a moment later."""
        self._ids = ([value] if value else []) if self._single else list(value or ())
        unknown = tuple((kind, one) for one in self._ids if one not in self._names for kind in self._kinds)
        if unknown:
            submit = self._tools.services.client.submit
            submit(NameTargets(unknown), on_result=self._named, alive=partial(isValid, self))
        self._show()

    def _named(self, names: dict[tuple[str, str], str]) -> None:
        self._names |= {thing_id: name for (_, thing_id), name in names.items()}
        self._show()

    @Slot(object)
    def _chosen(self, target: Target) -> None:
        self._names[target.id] = target.title
        if target.id not in self._ids:
            self._ids = [target.id] if self._single else [*self._ids, target.id]
            self._show()
            self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        self._ids.remove(str(self.sender().property("thing")))
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for thing_id in self._ids:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(ElidedLabel(self._names.get(thing_id) or self.tr("Not there any more")), 1)
            button = IconButton(self._tools.services.icons.icon("x", "muted"), self.tr("Take away"))
            button.setProperty("thing", thing_id)
            button.clicked.connect(self._remove)
            row.addWidget(button)
            self._rows.addWidget(line)
            self._lines.append(line)

    def setAccessibleName(self, name: str) -> None:
        """The field is what is heard."""
        super().setAccessibleName(name)
        self.chooser.field.setAccessibleName(name)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.chooser.set_placeholder(self.tr("Find by name"))
        if self._lines:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
