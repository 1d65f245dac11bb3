"""What was looked for and not found, with an act each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.icon_button import IconButton


class ShareBar(QWidget):
    """A share of the most."""

    def __init__(self, theme: Theme, share: float) -> None:
        super().__init__()
        self._theme = theme
        self._share = share

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(self._theme.px(64), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground and share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self._theme.px(7)
        area = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(QColor(self._theme.tokens.sunk))
        painter.drawRoundedRect(area, high / 2, high / 2)
        area.setWidth(max(high, area.width() * self._share))
        painter.setBrush(QColor(self._theme.tokens.series1))
        painter.drawRoundedRect(area, high / 2, high / 2)


class SearchesCard(Card):
    """``wanted`` carries a text to make a product of, ``forgotten`` one that is not to be shown again."""

    wanted = Signal(str)
    forgotten = Signal(str)

    def __init__(self, services: GuiServices) -> None:
        super().__init__(margin=services.theme.px(14))
        self._services = services
        self._searches: tuple[tuple[str, int], ...] = ()
        self._table: QWidget | None = None
        self.title, self.note = QLabel(), QLabel()
        self.title.setProperty("role", "section")
        self.note.setProperty("role", "hint")
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        self.body.setSpacing(SPACE.xs)
        self.body.addLayout(head)
        self.retranslate()

    def show_searches(self, searches: Sequence[tuple[str, int]]) -> None:
        """(text, times), the most frequent first; the card hides without any."""
        if tuple(searches) != self._searches:
            self._searches = tuple(searches)
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text and makes the lines anew."""
        self.title.setText(self.tr("Searches without hits"))
        self.note.setText(self.tr("7 days"))
        self.setAccessibleName(self.title.text())
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = self._made()
        self.body.addWidget(self._table)
        self.setVisible(bool(self._searches))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _made(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 1)
        most = max((times for _, times in self._searches), default=1)
        for row, (text, times) in enumerate(self._searches):
            grid.addWidget(self._text(text), row, 0)
            grid.addWidget(ShareBar(self._services.theme, times / most), row, 1)
            count = QLabel(format_number(times, self._services.translator.language))
            grid.addWidget(count, row, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._act(text), row, 3)
            grid.addWidget(self._forget(text), row, 4)
        return table

    def _text(self, text: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        metrics = label.fontMetrics()
        label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._services.theme.px(96)))
        label.setToolTip(text)
        return label

    def _act(self, text: str) -> Button:
        button = Button(self.tr("New product…"), variant="link")
        button.setObjectName(text)
        button.setAccessibleName(self.tr("New product “{text}”").format(text=text))
        button.clicked.connect(self._want)
        return button

    def _forget(self, text: str) -> IconButton:
        button = IconButton(self._services.icons.icon("x", "muted"), self.tr("Forget “{text}”").format(text=text))
        button.setObjectName(text)
        button.clicked.connect(self._drop)
        return button

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self.sender().objectName())

    @Slot()
    def _drop(self) -> None:
        self.forgotten.emit(self.sender().objectName())
