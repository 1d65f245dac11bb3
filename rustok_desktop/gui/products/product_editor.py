"""The editor of one product: beside the list, or in full width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from rustok_desktop.gui.products.conflict_band import ConflictBand
from rustok_desktop.gui.products.editor_controller import CONFLICTS, EditorController
from rustok_desktop.gui.products.editor_footer import EditorFooter
from rustok_desktop.gui.products.editor_header import EditorHeader
from rustok_desktop.gui.products.general_tab import GeneralTab
from rustok_desktop.gui.products.history_tab import HistoryTab
from rustok_desktop.gui.products.image_uploads import ImageUploads
from rustok_desktop.gui.products.images_tab import ImagesTab
from rustok_desktop.gui.products.prices_tab import PricesTab
from rustok_desktop.gui.products.seo_tab import SeoTab
from rustok_desktop.gui.products.stock_tab import StockTab
from rustok_desktop.gui.products.variants_tab import VariantsTab
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_PRICES = frozenset({"price_list", "tenant"})


class ProductEditor(Card):
    """Head, tabs, foot. All edits go through the controller."""

    width_asked = Signal()
    close_asked = Signal()

    def __init__(
        self,
        controller: EditorController,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        uploads: ImageUploads | None = None,
    ) -> None:
        super().__init__(parent, margin=18)
        self._controller = controller
        self._theme = theme
        self._shown: object = None
        self.header = EditorHeader(controller, theme, icons)
        self.band = ConflictBand(controller)
        self.strip = TabStrip()
        self.general = GeneralTab(controller, theme, icons)
        self.variants = VariantsTab(controller, theme, icons)
        self.prices = PricesTab(controller, theme)
        self.stock = StockTab(controller, theme)
        self.images = ImagesTab(controller, theme, icons, uploads=uploads)
        self.seo = SeoTab(controller, theme)
        preferences = uploads.services.preferences if uploads is not None else None
        self.history = HistoryTab(controller, theme, preferences=preferences)
        self.footer = EditorFooter(controller)
        self.tabs = (self.general, self.variants, self.prices, self.stock, self.images, self.seo, self.history)
        self.stack = QStackedWidget()
        for tab in self.tabs:
            self.stack.addWidget(tab)
        for widget in (self.header, self.strip, self.band):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.footer)
        self.strip.currentChanged.connect(self.stack.setCurrentIndex)
        self.header.back_asked.connect(self.close_asked)
        self.header.close_asked.connect(self.close_asked)
        self.header.width_asked.connect(self.width_asked)
        controller.jump.connect(self.go_to)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """The pane beside the list."""
        return QSize(self._theme.px(440), self._theme.px(700))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(self._theme.px(340), self._theme.px(360))

    def set_wide(self, wide: bool) -> None:
        """In full width, or as a pane."""
        self.header.set_wide(wide)

    @Slot(str)
    def go_to(self, path: str) -> None:
        """Show the field of a path and go to it."""
        if path == CONFLICTS:
            self.band.focus_first()
            return
        for tab in (self.general, self.seo, self.images, self.prices, self.variants):
            if tab.focus_path(path):
                self.strip.setCurrentIndex(self.tabs.index(tab))
                tab.focus_path(path)  # a field takes the focus only in sight
                return

    def notice(self, notice: ChangeNotice) -> None:
        """Something was recorded that is shown beside the product: prices of lists, words of pictures."""
        if notice.bulk or notice.kinds & _PRICES:
            self.prices.read()
        if notice.bulk or "media" in notice.kinds:
            self.images.read()

    def focus_title(self) -> None:
        """Begin to write."""
        self.strip.setCurrentIndex(0)
        self.general.fields["title"].setFocus()

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.strip.set_tabs(
            [
                self.tr("General"),
                self.tr("Variants"),
                self.tr("Prices"),
                self.tr("Stock"),
                self.tr("Images"),
                self.tr("SEO"),
                self.tr("History"),
            ]
        )
        self.strip.setAccessibleName(self.tr("Parts of the product"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
