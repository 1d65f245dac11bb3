"""One form field bound to one path of the product being edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import money_text, plain_money
from rustok_desktop.gui.widgets.form_field import FormField

TextEditor = QLineEdit | QPlainTextEdit


class FieldBinding(QObject):
    """Typing goes to the controller at once; the field follows when the product changes under it.

    ``path`` is asked each time, since language and variant change. A wrong text is marked when the person has
    left the field, or at once after a save was tried. ``money`` is shown as the window's language writes it; what is
    being typed is not put into that form before the field is left.
    """

    def __init__(
        self, controller: EditorController, field: FormField, path: Callable[[], str | None], *, money: bool = False
    ) -> None:
        super().__init__(field)
        editor = field.editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        self._controller = controller
        self._field = field
        self._editor: TextEditor = editor
        self._path = path
        self._money = money
        self._typing: tuple[str, str] | None = None  # the text and the language it was typed in
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)
            editor.editingFinished.connect(self._left)
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
            text, language = self._text(), self._controller.language
            self._typing = (text, language)
            self._controller.edit(path, plain_money(text, language) if self._money else text)

    @Slot()
    def _left(self) -> None:
        self._typing = None
        self.refresh() if self._money else self.show_problem()

    def _text(self) -> str:
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    @Slot()
    def refresh(self) -> None:
        """Show the text of the product; the place in a text just typed stays."""
        path = self._path()
        text = self._controller.text(path) if path is not None else ""
        if self._money:
            text = self._money_text(text)
        if text != self._text():
            self._editor.blockSignals(True)
            if isinstance(self._editor, QLineEdit):
                self._editor.setText(text)
                self._editor.setCursorPosition(0)
            else:
                self._editor.setPlainText(text)
            self._editor.blockSignals(False)
        self.show_problem()

    def _money_text(self, text: str) -> str:
        shown, language = self._text(), self._controller.language
        typing = self._typing == (shown, language) and plain_money(shown, language) == text
        return shown if typing else money_text(text, language)

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
