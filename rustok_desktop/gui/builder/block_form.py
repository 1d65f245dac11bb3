"""The form of a block, made from the fields of its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.builder.block_texts import field_name
from rustok_desktop.gui.builder.field_editors import (
    ChoiceEditor,
    FormTools,
    LineEditor,
    LongEditor,
    MoneyEditor,
    NumberEditor,
    SwitchEditor,
)
from rustok_desktop.gui.builder.picture_fields import PicturesEditor
from rustok_desktop.gui.builder.thing_fields import KINDS, ThingsEditor
from rustok_desktop.gui.operations.block_forms import FieldSpec
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton

Words = dict[str, Any]
# What is shown only where another field has one of these values.
_ONLY = {"source_id": ("source", ("collection", "category")), "product_ids": ("source", ("chosen",))}


class FieldsForm(QWidget):
    """Fields below one another; ``edited`` names the one that was typed into."""

    edited = Signal(str)

    def __init__(self, tools: FormTools, fields: tuple[FieldSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in fields}
        self.fields: dict[str, FormField] = {}
        self._problems: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for spec in fields:
            editor = make_editor(tools, spec, alone=len(fields) == 1)
            editor.setProperty("field", spec.name)
            editor.edited.connect(self._typed)
            self.fields[spec.name] = FormField("", editor)
            column.addWidget(self.fields[spec.name])
        self.retranslate()

    def editor(self, name: str) -> Any:
        """The editor of a field."""
        return self.fields[name].editor

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Other values, without telling."""
        for name in self.fields:
            self.editor(name).show_value(values.get(name))
        self._fit()

    def values(self) -> Words:
        """What is there, without empty fields."""
        found = {name: self.editor(name).value() for name in self.fields}
        return {name: value for name, value in found.items() if value is not None}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences at their fields; paths of entries go on with ``/``."""
        for name, field in self.fields.items():
            field.set_error(problems.get(name))
            inside = getattr(field.editor, "show_problems", None)
            if inside is not None:
                begin = f"{name}/"
                inside({path.removeprefix(begin): text for path, text in problems.items() if path.startswith(begin)})

    def _fit(self) -> None:
        for name, (other, values) in _ONLY.items():
            if name in self.fields and other in self.fields:
                self.fields[name].setVisible(self.editor(other).value() in values)

    @Slot()
    def _typed(self) -> None:
        self._fit()
        self.edited.emit(str(self.sender().property("field")))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        for name, spec in self._specs.items():
            self.fields[name].set_label(field_name(name) + (" *" if spec.required else ""))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class EntryCard(Card):
    """One entry of a list: its fields, and what moves or removes it."""

    edited = Signal()
    asked = Signal(str)  # up, remove

    def __init__(self, tools: FormTools, fields: tuple[FieldSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, role="sunk", margin=SPACE.m)
        icons = tools.services.icons
        self.name = QLabel()
        self.name.setProperty("role", "muted")
        self.up = IconButton(icons.icon("arrow-up", "muted"), "")
        self.remove = IconButton(icons.icon("x", "muted"), "")
        self.form = FieldsForm(tools, fields)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(self.up)
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.body.addWidget(self.form)
        self.form.edited.connect(self._edited)
        self.up.clicked.connect(self._up)
        self.remove.clicked.connect(self._remove)

    @Slot(str)
    def _edited(self, _name: str) -> None:
        self.edited.emit()

    @Slot()
    def _up(self) -> None:
        self.asked.emit("up")

    @Slot()
    def _remove(self) -> None:
        self.asked.emit("remove")


class EntriesEditor(QWidget):
    """A list of entries with fields of their own."""

    edited = Signal()

    def __init__(self, tools: FormTools, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._spec = tools, spec
        self.cards: list[EntryCard] = []
        self.add = Button("", tools.services.icons.icon("plus", "text"), compact=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.add.clicked.connect(self._add)
        self.retranslate()

    def value(self) -> Any:
        """The entries, None without any."""
        return [card.form.values() for card in self.cards] or None

    def show_value(self, value: Any) -> None:
        """Without telling; cards that are there are used again, so that whoever types stays where they are."""
        entries = list(value or ())
        while len(self.cards) > len(entries):
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(entries):
            self._make()
        for card, entry in zip(self.cards, entries, strict=True):
            card.form.show_values(entry)
        self.retranslate()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences at the fields of entries, by ``place/field``."""
        for place, card in enumerate(self.cards):
            begin = f"{place}/"
            card.form.show_problems(
                {path.removeprefix(begin): text for path, text in problems.items() if path.startswith(begin)}
            )

    def _make(self) -> EntryCard:
        card = EntryCard(self._tools, self._spec.parts)
        card.edited.connect(self.edited)
        card.asked.connect(self._asked)
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card

    @Slot()
    def _add(self) -> None:
        card = self._make()
        card.form.show_values({})
        self.retranslate()
        first = next(iter(card.form.fields.values()), None)
        if first is not None:
            first.setFocus()
        self.edited.emit()

    @Slot(str)
    def _asked(self, act: str) -> None:
        card = self.sender()
        place = next(index for index, one in enumerate(self.cards) if one is card)
        values = [one.form.values() for one in self.cards]
        if act == "remove":
            del values[place]
        elif place > 0:
            values.insert(place - 1, values.pop(place))
        self.show_value(values)
        self.edited.emit()

    def setAccessibleName(self, name: str) -> None:
        """The button is what is heard."""
        super().setAccessibleName(name)
        self.add.setAccessibleName(f"{name}: {self.add.text()}")

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.add.setText(self.tr("Add an entry"))
        for place, card in enumerate(self.cards, start=1):
            card.name.setText(self.tr("Entry {number}").format(number=place))
            card.up.set_tip(self.tr("One place up"))
            card.up.setEnabled(place > 1)
            card.remove.set_tip(self.tr("Remove the entry"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def make_editor(tools: FormTools, spec: FieldSpec, *, alone: bool = False) -> Any:
    """The editor of a field by its kind."""
    if spec.kind in ("long", "lines"):
        return LongEditor(spec, split=spec.kind == "lines", alone=alone)
    if spec.kind in ("picture", "pictures"):
        return PicturesEditor(tools, single=spec.kind == "picture")
    if spec.kind in ("thing", "things"):
        return ThingsEditor(tools, KINDS.get(spec.name, ("product",)), single=spec.kind == "thing")
    if spec.kind == "items":
        return EntriesEditor(tools, spec)
    if spec.kind == "money":
        return MoneyEditor(tools.money, lambda: tools.services.translator.language)
    plain = {"choice": ChoiceEditor, "number": NumberEditor, "switch": SwitchEditor}
    return plain.get(spec.kind, LineEditor)(spec)
