"""The filters in force, each as a chip that takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton

_WIDEST = 24  # in heights of the text: longer words are cut


@dataclass(frozen=True, slots=True)
class FilterWords:
    """One filter in words. ``key`` names it; ``gone``: what it means is not there any more."""

    key: str
    text: str
    gone: bool = False


class FilterChip(QFrame):
    """Words and a cross."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "filter-chip")
        self.label = ElidedLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.remove = IconButton(icons.icon("x", "muted"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, 0, 2, 0)
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        row.addWidget(self.remove)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: FilterWords, tip: str) -> None:
        """Changes words and look."""
        self.setProperty("tone", "danger" if words.gone else "neutral")
        self.label.setText(words.text)
        self.label.setMaximumWidth(self.fontMetrics().height() * _WIDEST)
        self.remove.set_tip(tip)
        self.style().unpolish(self)
        self.style().polish(self)


class FilterChips(QWidget):
    """Wraps to as many lines as it needs; hidden while nothing filters. ``removed`` carries a filter's key."""

    removed = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[FilterWords, ...] = ()
        self.chips: dict[str, FilterChip] = {}
        self.clear_all = Button("", variant="link", compact=True)
        self._flow = FlowLayout(self, spacing=SPACE.s)
        self._flow.addWidget(self.clear_all)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()
        self.hide()

    def add_act(self, widget: QWidget) -> None:
        """A further act behind the chips."""
        self._flow.addWidget(widget)

    def texts(self) -> list[str]:
        """The words on show."""
        return [words.text for words in self._shown]

    def show_filters(self, filters: Sequence[FilterWords]) -> None:
        """Exactly these, in this order. Who has the keyboard on a chip that goes is taken to the next one."""
        wanted = {words.key: words for words in filters}
        place = next((n for n, chip in enumerate(self.chips.values()) if chip.remove.hasFocus()), None)
        for key in [key for key in self.chips if key not in wanted]:
            chip = self.chips.pop(key)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for number, words in enumerate(filters):
            self._chip(words.key, number).show_words(words, self._tip(words))
        self._shown = tuple(filters)
        self.chips = {words.key: self.chips[words.key] for words in filters}
        self.setVisible(bool(filters))
        if place is not None and not any(chip.remove.hasFocus() for chip in self.chips.values()) and self.chips:
            list(self.chips.values())[min(place, len(self.chips) - 1)].remove.setFocus()
        self.updateGeometry()

    def _chip(self, key: str, number: int) -> FilterChip:
        chip = self.chips.get(key)
        if chip is None:
            chip = FilterChip(self._icons)
            chip.remove.clicked.connect(partial(self._removed, key))
            self._flow.insert_widget(number, chip)
            chip.show()
            self.chips[key] = chip
        return chip

    def _removed(self, key: str, _checked: bool = False) -> None:
        self.removed.emit(key)

    def _tip(self, words: FilterWords) -> str:
        return self.tr("Take away the filter “{filter}”").format(filter=words.text)

    def retranslate(self) -> None:
        """All words in the language of the window; those of the filters are given anew by their owner."""
        self.clear_all.setText(self.tr("Clear all"))
        self.clear_all.setToolTip(self.tr("Take away all filters; the search stays"))
        self.setAccessibleName(self.tr("Filters in force"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
