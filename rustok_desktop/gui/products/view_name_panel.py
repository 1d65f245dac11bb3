"""A line to name a view in, below the bar of views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from rustok_desktop.gui.products.saved_views import NAME_LENGTH
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.properties import restyle


class ViewNamePanel(QFrame):
    """``check`` says what is wrong with a name, '' when nothing is; ``take`` gets the one that is right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self._check: Callable[[str], str] = str
        self._take: Callable[[str], object] = str
        self.line = QLineEdit()
        self.line.setMaxLength(NAME_LENGTH)
        self.save = Button("", variant="primary", compact=True)
        self.problem = QLabel()
        self.problem.setProperty("tone", "danger")
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._done)
        self.save.clicked.connect(self._done)
        self.retranslate()

    def ask(self, below: QWidget, name: str, check: Callable[[str], str], take: Callable[[str], object]) -> None:
        """Open below a widget with a name to begin with."""
        self._check, self._take = check, take
        self.line.setText(name)
        self.line.setMinimumWidth(self.fontMetrics().height() * 14)
        self._say("")
        self.move(below.mapToGlobal(QPoint(0, below.height() + 2)))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.selectAll()

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        restyle(self.line, "invalid", bool(problem))
        self.adjustSize()

    @Slot()
    def _typed(self) -> None:
        self._say("")

    @Slot()
    def _done(self) -> None:
        name = self.line.text()
        problem = self._check(name)
        self._say(problem)
        if not problem:
            self.hide()
            self._take(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.hide()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.save.setText(self.tr("Save"))
        self.line.setPlaceholderText(self.tr("Name of the view"))
        self.line.setAccessibleName(self.tr("Name of the view"))
        self.setAccessibleName(self.tr("Name of the view"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
