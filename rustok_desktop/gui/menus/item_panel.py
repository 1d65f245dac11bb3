"""Beside the tree: what the chosen item is called, where it leads, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.gui.menus.menu_texts import ICONS, kind_text
from rustok_desktop.gui.menus.target_chooser import TargetChooser
from rustok_desktop.gui.menus.title_fields import TitleFields
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.properties import restyle

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuItemView


class ItemPanel(QScrollArea):
    """Everything is saved as soon as it is left: ``changed`` carries the fields. ``mend_asked`` wants the target back,
    ``open_asked`` to see it.
    """

    changed = Signal(object)
    mend_asked = Signal()
    open_asked = Signal()
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.item: MenuItemView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.band = QFrame()
        self.band.setProperty("role", "band")
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.mend = Button(compact=True)
        self.label_head, self.target_head = _head(), _head()
        self.titles = TitleFields()
        self.target_icon, self.target_title, self.target_kind = QLabel(), ElidedLabel(), QLabel()
        self.target_kind.setProperty("role", "muted")
        self.open_button = Button(variant="link")
        self.chooser = TargetChooser(services)
        self.chooser_field = FormField("", self.chooser)
        self.new_window = QCheckBox()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        edge = self._services.theme.px(16)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(SPACE.m)
        inner = QHBoxLayout(self.band)
        inner.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        inner.addWidget(self.trouble, 1)
        inner.addWidget(self.mend)
        line = QHBoxLayout()
        line.setSpacing(SPACE.s)
        line.addWidget(self.target_icon)
        line.addWidget(self.target_title)
        line.addWidget(self.target_kind)
        line.addStretch(1)
        line.addWidget(self.open_button)
        column.addWidget(self.band)
        column.addWidget(self.label_head)
        column.addWidget(self.titles)
        column.addSpacing(SPACE.s)
        column.addWidget(self.target_head)
        column.addLayout(line)
        column.addWidget(self.chooser_field)
        column.addWidget(self.new_window)
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.titles.changed.connect(self._title_left)
        self.chooser.chosen.connect(self._target_chosen)
        self.chooser.failed.connect(self.failed)
        self.new_window.clicked.connect(self._window_chosen)
        self.mend.clicked.connect(self._mend)
        self.open_button.clicked.connect(self.open_asked)

    def set_shop(self, shop: ShopFacts) -> None:
        """The languages of the labels."""
        self.titles.set_shop(shop)
        if self.item is not None:
            self.titles.show_titles(self.item.titles, anew=True)

    def show_item(self, item: MenuItemView) -> None:
        """Another item, or the same with other values."""
        other = self.item is None or self.item.id != item.id
        self.item = item
        self.titles.show_titles(item.titles, anew=other)
        if other:
            self.chooser.clear()
        self.new_window.setChecked(item.new_window)
        side = self.fontMetrics().height()
        self.target_icon.setPixmap(self._services.icons.icon(ICONS[item.target_kind]).pixmap(side, side))
        gone = self.tr("Not there any more")
        self.target_title.setText(item.address or item.target_title or gone)
        self.target_kind.setText(kind_text(item.target_kind) if item.target_kind != "address" else "")
        self.open_button.setVisible(item.target_kind != "address" and item.broken in (None, "hidden"))
        self._show_trouble(item)

    def _show_trouble(self, item: MenuItemView) -> None:
        self.band.setVisible(item.broken is not None)
        restyle(self.band, "tone", "warn" if item.broken == "hidden" else "danger")
        texts = {
            "missing": self.tr("What this leads to is deleted. Choose something else below."),
            "trashed": self.tr("“{title}” is in the trash: the link leads nowhere.").format(title=item.target_title),
            "hidden": self.tr("“{title}” is not public: visitors cannot follow the link.").format(
                title=item.target_title
            ),
        }
        acts = {"trashed": self.tr("Restore"), "hidden": self.tr("Publish")}
        self.trouble.setText(texts.get(item.broken or "", ""))
        self.mend.setText(acts.get(item.broken or "", ""))
        self.mend.setVisible(item.broken in acts)

    @Slot()
    def _mend(self) -> None:
        self.mend_asked.emit()

    def _change(self, **fields: Any) -> None:
        if self.item is not None:
            self.changed.emit(fields)

    @Slot(str, str)
    def _title_left(self, locale: str, text: str) -> None:
        self._change(titles={locale: text or None})

    @Slot(object)
    def _target_chosen(self, target: Target) -> None:
        self._change(target=target)

    @Slot(bool)
    def _window_chosen(self, on: bool) -> None:
        self._change(new_window=on)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.label_head.setText(self.tr("Label").upper())
        self.target_head.setText(self.tr("Leads to").upper())
        self.chooser_field.set_label(self.tr("Lead somewhere else"))
        self.chooser.set_placeholder(self.tr("Page, product, category or address"))
        self.new_window.setText(self.tr("Open in a new window"))
        self.open_button.setText(self.tr("Show"))
        if self.item is not None:
            self.show_item(self.item)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _head() -> QLabel:
    label = QLabel()
    label.setProperty("role", "head")
    return label
