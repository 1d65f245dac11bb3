"""The form of the block in front: its translated fields, then those that are the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.gui.builder.block_form import FieldsForm
from rustok_desktop.gui.builder.block_texts import type_name, type_note
from rustok_desktop.gui.builder.builder_controller import BuilderController
from rustok_desktop.gui.builder.field_editors import FormTools
from rustok_desktop.gui.theme.tokens import SPACE


class BlockPanel(QScrollArea):
    """Everything typed goes to the controller, which keeps it."""

    def __init__(self, tools: FormTools, controller: BuilderController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._controller = tools, controller
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.note, self.same = QLabel(), QLabel(), QLabel()
        self.name.setProperty("role", "section")
        self.note.setProperty("role", "hint")
        self.note.setWordWrap(True)
        self.same.setProperty("role", "head")
        self.same.setWordWrap(True)
        self.same.setContentsMargins(0, SPACE.m, 0, 0)  # another part of the form begins
        self.texts: FieldsForm | None = None
        self.data: FieldsForm | None = None
        self._shape = ""
        inside = QWidget()
        inside.setProperty("surface", "plain")
        self._column = QVBoxLayout(inside)
        edge = tools.services.theme.px(14)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(SPACE.m)
        for label in (self.name, self.note, self.same):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.setWidget(inside)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.show_problems)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Another block or language, or other values."""
        block = self._controller.block
        form = self._controller.forms.get(block.type) if block is not None else None
        if block is None or form is None:
            return
        if self._shape != block.type:
            self._shape = block.type
            self._drop(self.texts)
            self._drop(self.data)
            self.texts = self._make(form.texts, 2, translated=True)
            self.data = self._make(form.data, 4 if self.texts is not None else 3, translated=False)
        self.name.setText(type_name(block.type))
        self.note.setText(type_note(block.type))
        self.same.setVisible(self.data is not None and self.texts is not None)
        if self.texts is not None:
            self.texts.show_values(block.texts.get(self._controller.locale, {}))
        if self.data is not None:
            self.data.show_values(block.data)
        self.show_problems()
        self.verticalScrollBar().setValue(0)

    def _make(self, fields: tuple, place: int, *, translated: bool) -> FieldsForm | None:  # type: ignore[type-arg]
        if not fields:
            return None
        made = FieldsForm(self._tools, fields)
        made.edited.connect(partial(self._typed, translated))
        self._column.insertWidget(place, made)
        made.show()  # now, not with the next turn of the loop: its first field is to have the keyboard
        return made

    def focus_first(self) -> None:
        """Type into the first field."""
        form = self.texts or self.data
        if form is not None:
            next(iter(form.fields.values())).setFocus()

    def _drop(self, form: FieldsForm | None) -> None:
        if form is not None:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _typed(self, translated: bool, name: str) -> None:
        form = self.texts if translated else self.data
        if form is not None:
            self._controller.type(translated=translated, name=name, value=form.editor(name).value())

    @Slot()
    def show_problems(self) -> None:
        """What the shop says about the fields."""
        block = self._controller.block
        problems = block.problems if block is not None else {}
        if self.texts is not None:
            self.texts.show_problems(_below(problems, f"texts@{self._controller.locale}/"))
        if self.data is not None:
            self.data.show_problems(_below(problems, "data/"))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.same.setText(self.tr("The same in every language").upper())
        block = self._controller.block
        if block is not None:
            self.name.setText(type_name(block.type))
            self.note.setText(type_note(block.type))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _below(problems: Mapping[str, str], begin: str) -> dict[str, str]:
    return {path.removeprefix(begin): text for path, text in problems.items() if path.startswith(begin)}
