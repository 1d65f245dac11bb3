"""A filter box that opens a panel of its own instead of a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.filter_box import FilterBox


class PopupFilterBox(FilterBox):
    """Looks and tells like a :class:`FilterBox`; its value is set by :meth:`put`. Subclasses fill ``panel``.

    Escape closes the panel, a click beside it too; the keyboard comes back to the box.
    """

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._any = ""
        self.panel = QFrame(self, Qt.WindowType.Popup)
        self.panel.setProperty("role", "panel")
        self.panel.installEventFilter(self)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        self.body.setSpacing(SPACE.s)
        self.put(None, "")

    def put(self, value: object, text: str) -> None:
        """The value and its words, without telling; None is no filter."""
        self.set_choices([(None, self._any), *([(value, text)] if value is not None else [])])
        self.set_value(value)

    def set_any(self, text: str) -> None:
        """The words for no filter."""
        self._any = text
        value = self.value()
        self.put(value, self.currentText() if value is not None else "")

    def choose(self, value: object, text: str) -> None:
        """A person chose: put it and tell."""
        self.put(value, text)
        self.chosen.emit(value)

    def prepare(self) -> QWidget:
        """Fill the panel from the value; the control that gets the keyboard. Overridden by each box."""
        return self.panel

    def showPopup(self) -> None:
        """Open the panel below the box, inside the screen."""
        first = self.prepare()
        self.panel.setAccessibleName(self.accessibleName())
        self.panel.adjustSize()
        self.panel.move(_inside(self, self.panel))
        self.panel.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def hidePopup(self) -> None:
        """Close the panel."""
        self.panel.hide()

    def close_panel(self) -> None:
        """Close the panel; the keyboard is at the box again."""
        self.panel.hide()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Down open; letters and Up do not step through values that are not listed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.value() is not None:
            self.choose(None, "")
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel over the box scrolls what is behind it."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the panel."""
        if _is_escape(event):
            self.close_panel()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return bool(event.matches(QKeySequence.StandardKey.Cancel))


def _inside(box: QWidget, panel: QWidget) -> QPoint:
    below = box.mapToGlobal(QPoint(0, box.height() + 2))
    screen = box.screen().availableGeometry() if box.screen() is not None else QRect(below, panel.size())
    left = max(screen.left(), min(below.x(), screen.right() - panel.width()))
    top = below.y()
    if top + panel.height() > screen.bottom():
        top = max(screen.top(), box.mapToGlobal(QPoint(0, 0)).y() - panel.height() - 2)
    return QPoint(left, top)
