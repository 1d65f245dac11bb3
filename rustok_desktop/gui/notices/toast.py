"""One message on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from rustok_desktop.gui.notices.notices import Notice
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton

_ICONS = {"info": "info", "ok": "check-circle", "warn": "alert", "error": "x-circle"}
_TONES = {"info": "accent", "ok": "ok", "warn": "warn", "error": "danger"}
_PLAIN_MS = 5_000
_WITH_ACTION_MS = 10_000


class Toast(QFrame):
    """Icon, text, at most one act, close. Time stands still while the pointer or the keyboard is in it."""

    finished = Signal(QWidget)

    def __init__(self, notice: Notice, icons: Icons, shadow: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", _TONES[notice.kind])
        self.notice = notice
        self._icons = icons
        self._picture = QLabel()
        self._text = QLabel(notice.text)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.close_button = IconButton(icons.icon("x", "muted"), "")
        self.action_button = Button(notice.action_text, None, "link", self)
        self.copy_button = Button("", None, "link", self)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_WITH_ACTION_MS if notice.action else _PLAIN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.close_button.clicked.connect(self.dismiss)
        self.action_button.clicked.connect(self._act)
        self.copy_button.clicked.connect(self._copy)
        self._raise(shadow)
        self.retranslate()
        self._draw()
        if not notice.sticky:
            self._timer.start()

    def announce(self) -> None:
        """Tells screen readers, once it is shown."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Sets the texts that are not the notice's own."""
        self.close_button.set_tip(self.tr("Close"))
        self.copy_button.setText(self.tr("Copy details"))
        self.setAccessibleName(self.notice.text)

    def changeEvent(self, event: QEvent) -> None:
        """Follows language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Time stands still."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Time goes on."""
        if not self.notice.sticky:
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.dismiss()
            return
        super().keyPressEvent(event)

    @Slot()
    def dismiss(self) -> None:
        """Takes the message away."""
        self._timer.stop()
        self.finished.emit(self)

    def _lay_out(self) -> None:
        self.action_button.setVisible(self.notice.action is not None)
        self.copy_button.setVisible(bool(self.notice.details))
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._text)
        if self.notice.details:
            middle.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.m, SPACE.s, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addWidget(self._picture)
        row.addLayout(middle, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        if self.notice.details:
            row.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
            row.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)

    def _raise(self, shadow: str) -> None:
        effect = QGraphicsDropShadowEffect(self)
        effect.setBlurRadius(28)
        effect.setOffset(0, 6)
        effect.setColor(QColor(shadow))
        self.setGraphicsEffect(effect)

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 1.15)
        icon = self._icons.icon(_ICONS[self.notice.kind], _TONES[self.notice.kind])
        self._picture.setPixmap(icon.pixmap(QSize(side, side)))

    @Slot()
    def _act(self) -> None:
        action = self.notice.action
        self.dismiss()
        if action is not None:
            action()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.notice.text}\n{self.notice.details}")
        self.copy_button.setText(self.tr("Copied"))
