"""What was done lately, by whom: a list that unfolds and leads to the things it names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QStackedWidget, QWidget

from rustok_desktop.gui.home.activity_delegate import ActivityDelegate, Columns
from rustok_desktop.gui.home.activity_model import ActivityModel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.runtime.overview_views import Act, ActivityPage


class ActivityHead(QWidget):
    """The heads of the columns, on the columns' edges."""

    def __init__(self, theme: Theme, below: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._below = below
        self._texts: tuple[str, ...] = ()

    def set_texts(self, *texts: str) -> None:
        """When, who, what, field, old, new."""
        self._texts = tuple(text.upper() for text in texts)
        self.update()

    def sizeHint(self) -> QSize:
        """A line of small capitals."""
        return QSize(200, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the heads."""
        columns = Columns(self._theme, self._below.width())
        painter = QPainter(self)
        painter.setFont(self._theme.font("head"))
        painter.setPen(QColor(self._theme.tokens.muted))
        places = (columns.when, columns.who, columns.what, columns.field, columns.old, columns.new)
        for place, (text, (left, width)) in enumerate(zip(self._texts, places, strict=False)):
            side = Qt.AlignmentFlag.AlignRight if place == 4 else Qt.AlignmentFlag.AlignLeft
            area = QRect(left, 0, width, self.height())
            painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)


class ActivityView(QListView):
    """Enter and double click open a thing; Right, Left and a click on the arrow unfold and fold."""

    opened = Signal(object)
    more_asked = Signal()

    def __init__(self, model: ActivityModel, services: GuiServices) -> None:
        super().__init__()
        self._lines = model
        self._painter = ActivityDelegate(services.theme, services.icons)
        self._theme = services.theme
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As a tree."""
        line = self._lines.line(self.currentIndex().row())
        key = event.key()
        if line is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif (
            key == Qt.Key.Key_Space
            or (key == Qt.Key.Key_Right and not line.unfolded)
            or (key == Qt.Key.Key_Left and line.unfolded)
        ):
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow folds; one on the last line asks for more."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line(index.row())
        if line is None:
            return
        left, _ = Columns(self._theme, self.viewport().width()).what
        on_arrow = left - self._theme.px(4) <= event.position().x() <= left + self._theme.px(16)
        if line.kind == "more":
            self.more_asked.emit()
        elif line.folds and on_arrow:
            self._toggle(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines follow the width."""
        super().resizeEvent(event)
        self.viewport().update()

    def _toggle(self, row: int) -> None:
        self._lines.toggle(row)
        self.setCurrentIndex(self._lines.index(row))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is not None and line.kind == "more":
            self.more_asked.emit()
        elif line is not None and line.act is not None:
            self.opened.emit(line.act)


class ActivityCard(Card):
    """Title, heads, list. ``opened`` carries an act, ``more_asked`` wants the page before."""

    opened = Signal(object)
    more_asked = Signal()

    def __init__(self, services: GuiServices) -> None:
        super().__init__(margin=1)
        self._services = services
        self.model = ActivityModel(self)
        self.view = ActivityView(self.model, services)
        self.view.opened.connect(self.opened)
        self.view.more_asked.connect(self.more_asked)
        self._acts: list[Act] = []
        self.next: str | None = None
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.heads = ActivityHead(services.theme, self.view.viewport())
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def show_page(self, page: ActivityPage, *, after: bool = False) -> None:
        """Shows the newest acts, or with ``after`` adds earlier ones."""
        self._acts = [*self._acts, *page.acts] if after else list(page.acts)
        self.next = page.next
        place = self.view.verticalScrollBar().value()
        self.model.set_acts(self._acts, page.next is not None)
        self.view.verticalScrollBar().setValue(place)
        self.stack.setCurrentWidget(self.view if self._acts or page.next else self.nothing)

    def retranslate(self) -> None:
        """Sets every text."""
        self.title.setText(self.tr("Activity"))
        heads = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Field"), self.tr("Old"), self.tr("New"))
        self.heads.set_texts(*heads)
        self.view.setAccessibleName(self.tr("Activity"))
        self.nothing.setText(self.tr("Whatever you change will be listed here: who, when, from what to what."))
        self.model.set_language(self._services.translator.language)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        px = self._services.theme.px
        head.setContentsMargins(px(14), px(10), px(14), 0)
        head.addWidget(self.title)
        head.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.view)
        self.body.setSpacing(SPACE.xs)
        self.body.addLayout(head)
        self.body.addWidget(self.heads)
        self.body.addWidget(self.stack, 1)
        self.body.setContentsMargins(1, 1, 1, px(8))  # the list must not paint over the round corners
        self.setMinimumHeight(px(230))
