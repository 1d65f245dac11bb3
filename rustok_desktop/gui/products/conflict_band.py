"""Somebody else saved the same fields: both texts, and the choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import Conflict
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.entry import money_text
from rustok_desktop.gui.products.field_names import field_name
from rustok_desktop.gui.products.product_texts import is_money
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button

_SHOWN = 2
_LONG = 200


class ConflictBand(QFrame):
    """One line per field that both sides changed. Nothing is decided here by itself."""

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self.setProperty("tone", "warn")
        self._controller = controller
        self._shown: dict[str, Conflict] = {}
        self._head = QLabel()
        self._head.setProperty("role", "strong")
        self._head.setWordWrap(True)
        self._lines = QWidget()
        self._lines.setProperty("surface", "plain")
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.s)
        self._grid.setVerticalSpacing(SPACE.xs)
        self._grid.setColumnStretch(0, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._lines)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addWidget(self._head)
        column.addWidget(self._scroll)
        self.buttons: dict[tuple[str, str], Button] = {}
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Show the open conflicts of the product, hide without any."""
        state = self._controller.state
        conflicts = dict(state.conflicts) if state is not None else {}
        if conflicts != self._shown:
            self._shown = conflicts
            self._rebuild()
        self.setVisible(bool(conflicts))

    def _rebuild(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.buttons.clear()
        state = self._controller.state
        if state is None or not self._shown:
            return
        self._head.setText(
            self.tr("Saved by somebody else meanwhile: %n field(s) you changed too", "", len(self._shown))
        )
        for line, conflict in enumerate(self._shown.values()):
            self._add_line(line, field_name(state, conflict.path), conflict)
        self._lines.adjustSize()
        each = self._grid.sizeHint().height() // len(self._shown)
        self._scroll.setFixedHeight(each * min(len(self._shown), _SHOWN) + SPACE.xs)

    def _add_line(self, line: int, name: str, conflict: Conflict) -> None:
        theirs = self.tr("removed") if conflict.theirs is None else self._short(conflict.path, conflict.theirs)
        title = QLabel(name)
        title.setProperty("role", "strong")
        mine = ElidedLabel(self.tr("Mine: {text}").format(text=self._short(conflict.path, conflict.mine)))
        saved = ElidedLabel(self.tr("Theirs: {text}").format(text=theirs))
        for text in (mine, saved):
            text.setTextFormat(Qt.TextFormat.PlainText)
        keep = Button(self.tr("Keep mine"), compact=True)
        take = Button(self.tr("Take theirs"), compact=True)
        keep.setAccessibleName(self.tr("Keep mine: {field}").format(field=name))
        take.setAccessibleName(self.tr("Take theirs: {field}").format(field=name))
        keep.clicked.connect(partial(self._settle, "mine", conflict.path))
        take.clicked.connect(partial(self._settle, "theirs", conflict.path))
        self.buttons["mine", conflict.path] = keep
        self.buttons["theirs", conflict.path] = take
        self._grid.addWidget(title, line * 3, 0, 1, 2)
        for row, text, button in ((line * 3 + 1, mine, keep), (line * 3 + 2, saved, take)):
            self._grid.addWidget(text, row, 0)
            self._grid.addWidget(button, row, 1)

    def _short(self, path: str, text: str) -> str:
        plain = " ".join(text.split())
        if is_money(path):
            plain = money_text(plain, self._controller.language)
        return plain if len(plain) <= _LONG else plain[: _LONG - 1] + "…"

    def _settle(self, side: str, path: str) -> None:
        state = self._controller.state
        if state is None:
            return
        if side == "mine":
            state.keep_mine(path)
        else:
            state.take_theirs(path)
        self._controller.touched()

    def focus_first(self) -> None:
        """Go to the first choice."""
        for button in self.buttons.values():
            button.setFocus()
            return

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
