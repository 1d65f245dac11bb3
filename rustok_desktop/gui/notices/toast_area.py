"""The corner of the window where messages stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.notices.notices import Notice, Notices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE

if TYPE_CHECKING:
    from rustok_desktop.gui.notices.toast import Toast

_AT_MOST = 3
_BUTTONS = 72  # pixels at 100 %: a page's row of buttons with the margins around it


class ToastArea(QObject):
    """Stacks at most three messages above the foot of ``host`` and a page's buttons, the newest lowest."""

    def __init__(self, host: QWidget, notices: Notices, icons: Icons, theme: Theme, foot: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self._foot = foot
        self.toasts: list[Toast] = []
        host.installEventFilter(self)
        notices.posted.connect(self._show_waiting)
        notices.withdrawn.connect(self._withdraw)
        theme.changed.connect(self.place)
        self._show_waiting()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.place()
        return False

    @Slot()
    def place(self) -> None:
        """Puts the messages in their corner."""
        width = min(self._theme.px(400), self._host.width() - 2 * SPACE.xl)
        right = self._host.width() - SPACE.xl
        # Pages have their buttons at the bottom: a message that hides Save is in the way of the next act.
        bottom = self._host.height() - self._foot.height() - self._theme.px(_BUTTONS)
        for toast in reversed(self.toasts):
            toast.ensurePolished()
            height = max(toast.heightForWidth(width), toast.minimumSizeHint().height())
            toast.setGeometry(QRect(right - width, bottom - height, width, height))
            bottom -= height + SPACE.s

    @Slot()
    def _show_waiting(self) -> None:
        from rustok_desktop.gui.notices.toast import Toast

        for notice in self._notices.take():
            # The same sentence twice says nothing new: the older one makes room.
            for same in [toast for toast in self.toasts if toast.notice.text == notice.text]:
                self._remove(same)
            while len(self.toasts) >= _AT_MOST:
                self._remove(self.toasts[0])
            toast = Toast(notice, self._icons, self._theme.tokens.shadow, self._host)
            toast.finished.connect(self._finished)
            self.toasts.append(toast)
            self.place()
            toast.show()
            toast.raise_()
            toast.announce()

    @Slot(object)
    def _withdraw(self, notice: Notice) -> None:
        for toast in [toast for toast in self.toasts if toast.notice is notice]:
            self._finished(toast)

    @Slot(QWidget)
    def _finished(self, toast: Toast) -> None:
        self._remove(toast)
        self.place()

    def _remove(self, toast: Toast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
