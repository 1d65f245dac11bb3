"""One form field bound to one path of the product being edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.widgets.form_field import FormField

TextEditor = QLineEdit | QPlainTextEdit


class FieldBinding(QObject):
    """Typing goes to the controller at once; the field follows when the product changes under it.

    ``path`` is asked each time, since language and variant change. A wrong text is marked when the person has
    left the field, or at once after a save was tried.
    """

    def __init__(self, controller: EditorController, field: FormField, path: Callable[[], str | None]) -> None:
        super().__init__(field)
        editor = field.editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        self._controller = controller
        self._field = field
        self._editor: TextEditor = editor
        self._path = path
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)
            editor.editingFinished.connect(self.show_problem)
        else:
            editor.textChanged.connect(self._typed)
            editor.installEventFilter(self)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)

    @property
    def path(self) -> str | None:
        """The field's path now."""
        return self._path()

    def focus(self) -> None:
        """Go to the field."""
        self._editor.setFocus()

    @Slot()
    def _typed(self) -> None:
        path = self._path()
        if path is not None:
            self._controller.edit(path, self._text())

    def _text(self) -> str:
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    @Slot()
    def refresh(self) -> None:
        """Show the text of the product; the place in a text just typed stays."""
        path = self._path()
        text = self._controller.text(path) if path is not None else ""
        if text != self._text():
            self._editor.blockSignals(True)
            if isinstance(self._editor, QLineEdit):
                self._editor.setText(text)
                self._editor.setCursorPosition(0)
            else:
                self._editor.setPlainText(text)
            self._editor.blockSignals(False)
        self.show_problem()

    @Slot()
    def show_problem(self) -> None:
        """Mark the field wrong, or right again."""
        state, path = self._controller.state, self._path()
        problem = self._controller.problems().get(path) if state is not None and path is not None else None
        if problem is not None and state is not None and not state.attempted:
            known = path in state.server_problems or (state.is_dirty(problem.path) and not self._editor.hasFocus())
            problem = problem if known else None
        self._field.set_error(problem.text(self._controller.language) if problem is not None else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text box tells nobody that it was left."""
        if event.type() == QEvent.Type.FocusOut:
            self.show_problem()
        return False
