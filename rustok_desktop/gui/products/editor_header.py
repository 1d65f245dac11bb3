"""The head of the editor: what is being edited, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_time, local_time
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.row_text import CHIPS
from rustok_desktop.gui.products.thumbnail import Thumbnail
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.icon_button import IconButton


class EditorHeader(QWidget):
    """Tile, title, "3 variants · saved 14:02 · 2 unsaved", status, wide or narrow, close."""

    back_asked = Signal()
    width_asked = Signal()
    close_asked = Signal()

    def __init__(self, controller: EditorController, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._wide = False
        self._icons = icons
        self.back = IconButton(icons.icon("arrow-left", "text"), "")
        self.back.hide()
        self._tile = Thumbnail(theme, 50)
        self.title = ElidedLabel()
        self.title.setProperty("role", "title")
        self.meta = ElidedLabel()
        self.meta.setProperty("role", "muted")
        self.chip = Chip()
        self.width_button = Button("", icons.icon("collapse", "text"))
        self.width_button.hide()
        self.expand = IconButton(icons.icon("expand", "muted"), "")
        self.close_button = IconButton(icons.icon("x", "muted"), "")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.back)
        row.addWidget(self._tile)
        row.addLayout(words, 1)
        row.addWidget(self.chip)
        row.addWidget(self.width_button)
        tools = QVBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.close_button)
        tools.addWidget(self.expand)
        row.addLayout(tools)
        self.back.clicked.connect(self.back_asked)
        self.width_button.clicked.connect(self.width_asked)
        self.expand.clicked.connect(self.width_asked)
        self.close_button.clicked.connect(self.close_asked)
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self.refresh)
        controller.busy_changed.connect(self.refresh)
        self.retranslate()

    def set_wide(self, wide: bool) -> None:
        """Full width has a way back and room for a button with words."""
        self._wide = wide
        self.back.setVisible(wide)
        self.width_button.setVisible(wide)
        self.expand.setVisible(not wide)
        self.close_button.setVisible(not wide)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how the product stands now."""
        state = self._controller.state
        if state is None:
            return
        title = state.text(f"title@{state.locale}") or next(
            (state.text(f"title@{locale}") for locale in state.locales()), ""
        )
        saved = next((words.title for words in state.head.translations.values()), "") if state.head else ""
        self.title.setText(title or saved or self.tr("New product"))
        self.title.updateGeometry()
        self._tile.set_seed(title or saved)
        self.meta.setText("  ·  ".join(self._facts()))
        view = state.head
        status = "trash" if view is not None and view.deleted_at else view.status if view is not None else ""
        self.chip.set_chip(self._statuses.get(status, status), CHIPS.get(status, "neutral"))
        self.chip.setVisible(bool(status) and self._wide)

    def _facts(self) -> list[str]:
        state = self._controller.state
        if state is None:
            return []
        facts = [self.tr("%n variant(s)", "", state.variant_count())]
        if state.saving:
            facts.append(self.tr("saving…"))
        elif state.head is not None:
            time = format_time(local_time(state.head.updated_at))
            facts.append(self.tr("saved {time}").format(time=time))
        else:
            facts.append(self.tr("not saved yet"))
        count = state.dirty_count()
        if count and not state.saving:
            facts.append(self.tr("%n unsaved", "", count))
        return facts

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._statuses = {
            "active": self.tr("Active"),
            "draft": self.tr("Draft"),
            "archived": self.tr("Archived"),
            "trash": self.tr("In the trash"),
        }
        self.back.set_tip(self.tr("Back to the list (Esc)"))
        self.width_button.setText(self.tr("Narrow view"))
        self.expand.set_tip(self.tr("Open in full width (Enter)"))
        self.close_button.set_tip(self.tr("Close (Esc)"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
