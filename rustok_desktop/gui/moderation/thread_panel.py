"""The discussion around what is judged: everything said there, whether it goes on, and a reply."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_date, format_time, local_time
from rustok_desktop.gui.operations.moderation import ThreadShown
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.chip import Chip


class ThreadPanel(QWidget):
    """``changed`` carries fields of the discussion, ``replied`` a text; ``open_asked`` to see what it is about."""

    changed = Signal(object)
    replied = Signal(str)
    open_asked = Signal()

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.shown: ThreadShown | None = None
        self._front = ""
        icons = services.icons
        self.title = ElidedLabel()
        self.title.setProperty("role", "section")
        self.open_button = Button(variant="link")
        self.states = {name: Chip() for name in ("closed", "pinned", "locked")}
        self.pin = Button("", icons.icon("pin", "text"), compact=True)
        self.lock = Button("", icons.icon("lock", "text"), compact=True)
        self.close_button = Button("", icons.icon("x-circle", "text"), compact=True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setProperty("role", "reading")
        self.answer = PlainTextBox(2)
        self.send = Button("", variant="primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        edge = self._services.theme.px(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(SPACE.s)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.open_button)
        acts = FlowLayout(spacing=SPACE.s)
        for button in (self.pin, self.lock, self.close_button):
            acts.addWidget(button)
        chips = QHBoxLayout()
        for chip in self.states.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.answer, 1)
        foot.addWidget(self.send)
        column.addLayout(head)
        column.addLayout(acts)
        column.addLayout(chips)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open_asked)
        self.pin.clicked.connect(self._pin)
        self.lock.clicked.connect(self._lock)
        self.close_button.clicked.connect(self._close)
        self.send.clicked.connect(self._send)
        self.answer.textChanged.connect(self._typed)
        self._services.theme.changed.connect(self._show_text)

    def show_thread(self, thread: ThreadShown, front: str) -> None:
        """A discussion, with one of those who speak in it in front."""
        if self.shown is None or self.shown.id != thread.id:
            self.answer.clear()
        self.shown, self._front = thread, front
        self.title.setText(thread.title)
        topic = thread.kind == "forum_topic"
        self.open_button.setVisible(not topic)
        self.pin.setVisible(topic)
        self._show_state()
        self._show_text()

    def _show_state(self) -> None:
        if self.shown is None:
            return
        state = self.shown.state
        words = {"closed": self.tr("Closed"), "archived": self.tr("In the archive")}
        self.states["closed"].set_chip(words.get(state.state, ""), "neutral")
        self.states["closed"].setVisible(state.state != "open")
        self.states["pinned"].set_chip(self.tr("Pinned"), "accent")
        self.states["pinned"].setVisible(state.pinned)
        self.states["locked"].set_chip(self.tr("Staff only"), "warn")
        self.states["locked"].setVisible(state.locked)
        self.pin.setText(self.tr("Unpin") if state.pinned else self.tr("Pin"))
        self.lock.setText(self.tr("Unlock") if state.locked else self.tr("Lock"))
        self.close_button.setText(self.tr("Close") if state.state == "open" else self.tr("Open again"))
        self.answer.setEnabled(state.state == "open")
        self._typed()

    @Slot()
    def _show_text(self) -> None:
        thread, language = self.shown, self._services.translator.language
        if thread is None:
            return
        tokens = self._services.theme.tokens
        parts = []
        if thread.body:
            parts.append(f"<p>{_lines(thread.body)}</p>")
        for comment in thread.comments:
            moment = local_time(comment.created_at)
            when = f"{format_date(moment, language, year=False)} {format_time(moment)}"
            who = escape(comment.author_name or self.tr("The shop"))
            state = self._states().get(comment.moderation, "")
            fill = tokens.row_selected if comment.id == self._front else tokens.surface
            note = f'<span style="color:{tokens.muted}"> · {when}{f" · {state}" if state else ""}</span>'
            cell = f"<b>{who}</b>{note}<br>{_lines(comment.body)}"
            parts.append(
                f'<a name="{comment.id}"></a><table width="100%" cellpadding="8" bgcolor="{fill}">'
                f"<tr><td>{cell}</td></tr></table>"
            )
        if not thread.comments:
            nobody = self.tr("Nobody has replied yet.")
            parts.append(f'<p style="color:{tokens.muted}">{nobody}</p>')
        self.text.setHtml("".join(parts))
        self.text.scrollToAnchor(self._front)

    def _states(self) -> dict[str, str]:
        return {"pending": self.tr("waits"), "rejected": self.tr("rejected"), "hidden": self.tr("hidden")}

    @Slot()
    def _pin(self) -> None:
        if self.shown is not None:
            self.changed.emit({"pinned": not self.shown.state.pinned})

    @Slot()
    def _lock(self) -> None:
        if self.shown is not None:
            self.changed.emit({"locked": not self.shown.state.locked})

    @Slot()
    def _close(self) -> None:
        if self.shown is not None:
            self.changed.emit({"state": "closed" if self.shown.state.state == "open" else "open"})

    @Slot()
    def _send(self) -> None:
        self.replied.emit(self.answer.toPlainText().strip())

    @Slot()
    def _typed(self) -> None:
        self.send.setEnabled(bool(self.answer.toPlainText().strip()) and self.answer.isEnabled())

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.open_button.setText(self.tr("Show"))
        self.text.setAccessibleName(self.tr("The discussion"))
        self.answer.setAccessibleName(self.tr("Reply as the shop"))
        self.answer.setPlaceholderText(self.tr("Reply as the shop"))
        self.send.setText(self.tr("Reply"))
        self.lock.setToolTip(self.tr("Only staff can reply"))
        self.pin.setToolTip(self.tr("Stands first in its category"))
        self.close_button.setToolTip(self.tr("Nobody can reply to a closed discussion"))
        self._show_state()
        self._show_text()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
