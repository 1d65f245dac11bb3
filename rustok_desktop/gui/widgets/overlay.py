"""Something above the window: a panel over everything, closed by Escape or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS

_SHADOW_STEPS = 18


class Overlay(QWidget):
    """Covers its parent; ``panel`` is the visible part, placed by :meth:`place`. Tab stays inside.

    Focus goes back where it was on :meth:`close_panel`, and ``closed`` is emitted.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme, *, scrim: bool) -> None:
        super().__init__(parent)
        self._host = parent
        self.theme = theme
        self._scrim = scrim
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "panel")
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def open_panel(self) -> None:
        """Shows the panel and gives it the keyboard."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.setGeometry(self._host.rect())
        self.place()
        self.show()
        self.raise_()
        self.take_focus()

    def close_panel(self) -> None:
        """Hides the panel; what had the keyboard before gets it back."""
        if not self.isVisible():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and _is_alive(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Gives the panel its geometry inside this overlay; overridden by each overlay."""
        hint = self.panel.sizeHint()
        left = (self.width() - hint.width()) // 2
        top = max(0, (self.height() - hint.height()) // 2)
        self.panel.setGeometry(QRect(left, top, hint.width(), min(hint.height(), self.height())))

    def take_focus(self) -> None:
        """Focuses the first control of the panel; overridden where another is better."""
        controls = self._controls()
        if controls:
            controls[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._host and self.isVisible():
            self.setGeometry(self._host.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the panel anew."""
        super().resizeEvent(event)
        self.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_panel()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; other keys do not reach the page beneath."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close_panel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks round inside the panel."""
        controls = self._controls()
        if not controls:
            return True
        now = QApplication.focusWidget()
        at = controls.index(now) if now in controls else -1
        step = controls[(at + (1 if forward else -1)) % len(controls)]
        step.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints scrim and shadow."""
        painter = QPainter(self)
        if self._scrim:
            painter.fillRect(self.rect(), QColor(self.theme.tokens.scrim))
        paint_shadow(painter, self.panel.geometry(), self.theme)

    def _controls(self) -> list[QWidget]:
        return [
            child
            for child in self.panel.findChildren(QWidget)
            if child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not child.focusProxy()
        ]


def paint_shadow(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Paints the soft shadow that a raised ``rect`` throws."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    color = QColor(theme.tokens.shadow)
    color.setAlphaF(color.alphaF() / _SHADOW_STEPS)
    painter.setBrush(color)
    reach = theme.px(28)
    for step in range(_SHADOW_STEPS, 0, -1):
        grow = reach * step / _SHADOW_STEPS
        area = QRectF(rect).adjusted(-grow, -grow * 0.6, grow, grow * 1.15)
        painter.drawRoundedRect(area, RADIUS.card + grow, RADIUS.card + grow)
    painter.restore()


def _is_alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
