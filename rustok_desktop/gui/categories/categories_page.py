"""The Categories page: the tree beside the products of the chosen category, and the shop's tags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.categories.category_panel import CategoryPanel
from rustok_desktop.gui.categories.category_tree_pane import CategoryTreePane
from rustok_desktop.gui.categories.tags_pane import TagsPane
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.tab_strip import TabStrip
from rustok_desktop.taxonomy.views import CategoryNode

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 250
_KINDS = frozenset({"category", "tag", "product"})
_NEW = str(QT_TRANSLATE_NOOP("CategoriesPage", "New category"))


class CategoriesPage(QWidget):
    """Opens with ``tags`` true to show the tags."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._count = 0
        self.header = PageHeader()
        self.new_button = Button("", services.icons.icon("plus", "on_accent"), "primary")
        self.tabs = TabStrip()
        self.categories = CategoryTreePane(services)
        self.panel = CategoryPanel(services)
        self.tags = TagsPane(services)
        self.history = ThingHistory(self, services)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self.retranslate()
        self._connect()
        self.destroyed.connect(services.client.watch(self._noticed))
        services.actions.register(
            Action(
                "categories.new",
                partial(QCoreApplication.translate, "CategoriesPage", _NEW),
                self.new_category,
                "products",
                icon="tree",
                keywords=("category", "категория"),
            )
        )
        self.categories.start()
        self.tags.read()

    def _lay_out(self) -> None:
        theme = self._services.theme
        self.header.add_action(self.new_button)
        policy = self.new_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the tags' tab has none, and nothing below should jump
        self.new_button.setSizePolicy(policy)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.categories)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([theme.px(420), theme.px(620)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(18), theme.px(18), theme.px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.new_button.clicked.connect(self.new_category)
        self.categories.chosen.connect(self._show_category)
        self.categories.counted.connect(self._counted)
        self.tags.counted.connect(self._show_count)
        self.panel.changed.connect(self.categories.read)
        self.panel.history_asked.connect(self.history.open_for)
        self.tags.panel.history_asked.connect(self.history.open_for)
        self.history.restored.connect(self.refresh)
        for part in (self.categories, self.panel, self.tags, self.history):
            part.failed.connect(self._failed)
        self._timer.timeout.connect(self.refresh)

    def open_with(self, tags: bool = False) -> None:
        """What the navigator asks for."""
        if tags:
            self.tabs.setCurrentIndex(1)

    @Slot()
    def new_category(self) -> None:
        """Begin a category at the top."""
        if not self.isVisible():
            self._services.navigator.go("categories")
        self.tabs.setCurrentIndex(0)
        self.categories.add_top()

    @Slot()
    def refresh(self) -> None:
        """Read tree and tags again."""
        self.categories.read()
        self.tags.read()

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or notice.kinds & _KINDS) and not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def _show_category(self, node: CategoryNode | None) -> None:
        self.panel.show_category(node)

    @Slot(int)
    def _tab_chosen(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.new_button.setVisible(index == 0)
        self._show_title()
        self._show_count()

    def _show_title(self) -> None:
        self.header.set_title(self.tr("Tags") if self.stack.currentIndex() else self.tr("Categories"))

    @Slot(int)
    def _counted(self, count: int) -> None:
        self._count = count
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        count = self._count if self.stack.currentIndex() == 0 else self.tags.model.total
        self.header.set_count(format_number(count, self._services.translator.language))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._show_title()
        self.new_button.setText(self.tr("New category"))
        self.tabs.set_tabs([self.tr("Tree"), self.tr("Tags")])
        self.tabs.setAccessibleName(self.tr("Tree or tags"))
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
