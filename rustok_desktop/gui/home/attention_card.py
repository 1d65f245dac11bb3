"""A thing that needs attention: icon, number, one sentence, one act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.home.attention import Concern
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS, SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.painting import chip_colors

_TILE = 32


class IconTile(QWidget):
    """An icon on a soft rounded square; ``solid`` fills it with the accent."""

    def __init__(self, theme: Theme, icons: Icons, name: str, tone: str, *, solid: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._name = name
        self._tone = tone
        self._solid = solid
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square in the scale of the theme."""
        side = self._theme.px(_TILE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints square and icon."""
        tokens = self._theme.tokens
        color, fill = chip_colors(self._tone, tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self._solid else fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.field, RADIUS.field)
        side = self._theme.px(17)
        name = "on_accent" if self._solid else self._tone if color != tokens.muted else "muted"
        drawing = self._icons.pixmap(self._name, side, name, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawing)


class AttentionCard(Card):
    """Shows one concern; ``asked`` when its act is pressed."""

    asked = Signal(object)

    def __init__(self, services: GuiServices, concern: Concern) -> None:
        super().__init__(margin=services.theme.px(14))
        self._services = services
        self.concern = concern
        self.figure = QLabel()
        self.figure.setProperty("role", "figure")
        self.chip = Chip("", concern.tone)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.act = Button(variant="link")
        self.act.setProperty("tone", concern.tone)
        self.act.setProperty("flush", True)
        self.act.clicked.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        word, sentence, act = self._texts()
        self.figure.setText(format_number(self.concern.number, self._services.translator.language))
        self.figure.setVisible(self.concern.kind != "fine")
        self.chip.setText(word)
        self.sentence.setText(sentence)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.act.setAccessibleName(f"{act}: {self.concern.number} {sentence}")
        self.setAccessibleName(word)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _texts(self) -> tuple[str, str, str]:
        """A word for the chip, the sentence after the number, and the act."""
        concern, n = self.concern, self.concern.number
        if concern.kind == "failed":
            return (
                self.tr("Failed"),
                self.tr("change(s) missing from lists and search.", "", n),
                self.tr("Rebuild the index"),
            )
        if concern.kind == "import":
            return (
                self.tr("Interrupted"),
                self.tr("import(s) stopped half-way. What was written is kept.", "", n),
                self.tr("Import again"),
            )
        if concern.kind == "out":
            return (
                self.tr("Sold out"),
                self.tr("product(s) sold out: nothing left in stock.", "", n),
                self.tr("See what is sold out"),
            )
        if concern.kind == "low":
            return (
                self.tr("Low stock"),
                self.tr("product(s) nearly sold out.", "", n),
                self.tr("See low stock"),
            )
        if concern.kind == "unsaved":
            return (
                self.tr("Unsaved"),
                self.tr("product(s) with edits typed but not yet saved.", "", n),
                self.tr("Go on editing"),
            )
        if concern.kind == "drafts":
            return (
                self.tr("Drafts"),
                self.tr("product(s) still in draft, not yet on sale.", "", n),
                self.tr("Finish drafts"),
            )
        return self.tr("OK"), self.tr("Nothing needs you right now."), ""

    def _lay_out(self) -> None:
        theme, icons = self._services.theme, self._services.icons
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(IconTile(theme, icons, self.concern.icon, self.concern.tone))
        head.addWidget(self.figure)
        head.addStretch(1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.act)
        foot.addStretch(1)
        self.body.setSpacing(SPACE.s)
        self.body.addLayout(head)
        self.body.addWidget(self.sentence, 1)
        self.body.addLayout(foot)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.concern)
