"""The fields of a thing side by side: the original, which is only read, and the translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.gui.operations.translations import FieldPair, TransItem, Words
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton


def field_text(name: str) -> str:
    """What a field is called."""
    translate = QCoreApplication.translate
    return {
        "title": translate("TranslationFields", "Title"),
        "name": translate("TranslationFields", "Name"),
        "excerpt": translate("TranslationFields", "Summary"),
        "body": translate("TranslationFields", "Text"),
        "description": translate("TranslationFields", "Description"),
        "meta_title": translate("TranslationFields", "Title in search results"),
        "meta_description": translate("TranslationFields", "Description in search results"),
    }[name]


class TargetBox(PlainTextBox):
    """The translation of one field; in a short one Enter goes on instead of breaking the line."""

    def __init__(self, *, long: bool, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(lines, parent)
        self._long = long

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No line breaks in a title."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._long:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class PairRow(QWidget):
    """One field in both languages."""

    edited = Signal()

    def __init__(self, services: GuiServices, pair: FieldPair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = pair
        lines = 1 if not pair.long else {"body": 14, "description": 9}.get(pair.name, 4)
        self.source = PlainTextBox(lines)
        self.source.setReadOnly(True)
        self.source.setPlainText(pair.source)
        self.target = TargetBox(long=pair.long, lines=lines)
        self.target.setPlainText(pair.target)
        self.source_field, self.target_field = FormField("", self.source), FormField("", self.target)
        self.copy = IconButton(services.icons.icon("arrow-right", "muted"), "")
        if not pair.long:
            for box in (self.source, self.target):
                box.setFixedHeight(services.theme.px(50))
                box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.source_field.add_to_head(self.copy)
        beside = QWidget()  # both heads are equally high
        beside.setFixedHeight(self.copy.sizeHint().height())
        self.target_field.add_to_head(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.source_field, 1)
        row.addWidget(self.target_field, 1)
        self.copy.clicked.connect(self._copy)
        self.target.textChanged.connect(self.edited)

    def follow(self, pair: FieldPair) -> None:
        """What the shop has now; what is typed stays."""
        typed, self.pair = self.value() != self.pair.target, pair
        if self.source.toPlainText() != pair.source:
            self.source.setPlainText(pair.source)
        if not typed and self.value() != pair.target:
            self.target.setPlainText(pair.target)

    def value(self) -> str:
        """The translation."""
        text = self.target.toPlainText()
        return text if self.pair.long else " ".join(text.split())

    @Slot()
    def _copy(self) -> None:
        self.target.setPlainText(self.pair.source)
        self.target.setFocus()

    def show_words(self, source: str, target: str) -> None:
        """The names of the languages."""
        name = field_text(self.pair.name)
        self.source_field.set_label(f"{name} · {source}")
        self.target_field.set_label(f"{name} · {target}")
        self.copy.set_tip(self.tr("Begin with the original: {name}").format(name=name))


class PairEditor(QScrollArea):
    """``edited`` follows typing."""

    edited = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.item: TransItem | None = None
        self.rows: list[PairRow] = []
        self._languages = ("", "")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel()
        self.none.setProperty("role", "muted")
        self._inside = QWidget()
        self._inside.setProperty("surface", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, SPACE.s, 0)
        self._column.setSpacing(SPACE.m)
        self._column.addWidget(self.none)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.retranslate()

    def show_item(self, item: TransItem, languages: tuple[str, str], typed: Words | None = None) -> None:
        """Another thing; ``typed`` is what was typed into it before and is not saved.

        The same as the shop has it now stays where it is: whoever types goes on typing.
        """
        same = self.item is not None and (self.item.kind, self.item.id, self._languages) == (
            item.kind,
            item.id,
            languages,
        )
        self.item, self._languages = item, languages
        if same and [row.pair.name for row in self.rows] == [pair.name for pair in item.fields]:
            for row, pair in zip(self.rows, item.fields, strict=True):
                row.follow(pair)
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, pair in enumerate(item.fields):
            row = PairRow(self._services, pair)
            if typed is not None and pair.name in typed:
                row.target.setPlainText(typed[pair.name] or "")
            row.edited.connect(self.edited)
            self._column.insertWidget(place, row)
            self.rows.append(row)
        self.none.setVisible(not self.rows)
        self.retranslate()
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Type into the first field that is empty, else the first."""
        row = next((row for row in self.rows if not row.value()), self.rows[0] if self.rows else None)
        if row is not None:
            row.show()  # now, not with the next turn of the loop
            row.target.setFocus()

    def changes(self) -> Words:
        """The fields that differ from what the shop has."""
        return {row.pair.name: row.value() or None for row in self.rows if row.value() != row.pair.target}

    def show_problems(self, problems: dict[str, str]) -> None:
        """Sentences at their fields, by name."""
        for row in self.rows:
            row.target_field.set_error(problems.get(row.pair.name))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.none.setText(self.tr("Nothing is written in the original yet."))
        for row in self.rows:
            row.show_words(*self._languages)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
