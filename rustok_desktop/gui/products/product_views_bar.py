"""The views of the product list as tabs, with what can be done to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from rustok_desktop.gui.products.product_views import ProductViews
from rustok_desktop.gui.products.saved_views import SavedView
from rustok_desktop.gui.products.view_name_panel import ViewNamePanel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.tab_strip import TabStrip


class ProductViewsBar(QWidget):
    """Tabs that can be dragged, a menu of views and one of columns. ``deleted`` carries a view to bring back."""

    deleted = Signal(object)

    def __init__(self, views: ProductViews, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self._filling = False
        self.tabs = TabStrip()
        self.tabs.setMovable(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)  # rather scrolled than cut
        self.tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.acts = IconButton(icons.icon("more", "muted"), "")
        self.columns = IconButton(icons.icon("columns", "muted"), "")
        self.naming = ViewNamePanel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.acts)
        row.addWidget(self.columns)
        self.tabs.currentChanged.connect(self._chosen)
        self.tabs.tabBarClicked.connect(self._clicked)
        self.tabs.tabBarDoubleClicked.connect(self._renaming)
        self.tabs.tabMoved.connect(self._dragged)
        self.tabs.customContextMenuRequested.connect(self._tab_menu)
        self.acts.clicked.connect(self._open_acts)
        self.columns.clicked.connect(self._open_columns)
        views.changed.connect(self.refresh)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """The tabs as the book has them; a dot marks filters that are not the view's own."""
        current = self._views.current
        views = self._views.book.views()
        texts = [self._text(view, view.id == current.id) for view in views]
        shown = [(self.tabs.tabData(place), self.tabs.tabText(place)) for place in range(self.tabs.count())]
        self._filling = True
        if shown != [(view.id, text) for view, text in zip(views, texts, strict=True)]:  # not while one is dragged
            self.tabs.set_tabs(texts)
        for place, view in enumerate(views):
            self.tabs.setTabData(place, view.id)
            self.tabs.setTabToolTip(place, view.name)
        self.tabs.setCurrentIndex([view.id for view in views].index(current.id))
        self._filling = False

    def _text(self, view: SavedView, current: bool) -> str:
        name = view.name.replace("&", "&&")
        return f"{name} •" if current and self._views.differs else name

    @Slot(int)
    def _chosen(self, place: int) -> None:
        if not self._filling and place >= 0:
            self._views.show(str(self.tabs.tabData(place)))

    @Slot(int)
    def _clicked(self, place: int) -> None:
        # A click on the tab in front takes filters back that are not the view's own.
        if place == self.tabs.currentIndex() and self._views.differs:
            self._chosen(place)

    @Slot(int)
    def _renaming(self, place: int) -> None:
        if place >= 0 and not self._views.current.built_in:
            self.rename()

    @Slot()
    def _dragged(self) -> None:
        if not self._filling:
            self._views.book.reorder([str(self.tabs.tabData(place)) for place in range(self.tabs.count())])

    # -- menus -------------------------------------------------------------------------------------

    @Slot(QPoint)
    def _tab_menu(self, place: QPoint) -> None:
        tab = self.tabs.tabAt(place)
        if tab >= 0:
            self.tabs.setCurrentIndex(tab)
        self.menu().popup(self.tabs.mapToGlobal(place))

    @Slot()
    def _open_acts(self) -> None:
        self.menu().popup(self.acts.mapToGlobal(QPoint(0, self.acts.height())))

    @Slot()
    def _open_columns(self) -> None:
        self.columns_menu().popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    def columns_menu(self) -> QMenu:
        """The columns of the current view."""
        return self._views.columns.menu()

    def menu(self) -> QMenu:
        """What can be done with the current view."""
        view, own = self._views.current, not self._views.current.built_in
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save as a new view…")).triggered.connect(self.save_as)
        update = menu.addAction(self.tr("Save filters to “{view}”").format(view=view.name))
        update.triggered.connect(self._views.update)
        update.setEnabled(own and self._views.differs)
        back = menu.addAction(self.tr("Take filters back"))
        back.triggered.connect(partial(self._back, view.id))
        back.setEnabled(self._views.differs)
        menu.addSeparator()
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(self.rename)
        rename.setEnabled(own)
        ids = [one.id for one in self._views.book.views()]
        for text, step, end in ((self.tr("Move to the left"), -1, ids[0]), (self.tr("Move to the right"), 1, ids[-1])):
            move = menu.addAction(text)
            move.triggered.connect(partial(self._step, view.id, step))
            move.setEnabled(view.id != end)
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete the view"))
        delete.triggered.connect(self.delete)
        delete.setEnabled(own)
        return menu

    def _back(self, view_id: str, _checked: bool = False) -> None:
        self._views.show(view_id)

    def _step(self, view_id: str, step: int, _checked: bool = False) -> None:
        self._views.book.step(view_id, step)

    @Slot()
    def save_as(self) -> None:
        """Ask for a name and save."""
        self.naming.ask(self.tabs, "", self._views.book.problem, self._views.save_as)

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the current view."""
        view, book = self._views.current, self._views.book
        self.naming.ask(self.tabs, view.name, partial(book.problem, besides=view.id), partial(book.rename, view.id))

    @Slot()
    def delete(self) -> None:
        """The current view away; it can be brought back."""
        self.deleted.emit(self._views.delete())

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Views"))
        self.acts.set_tip(self.tr("Save, rename or delete views"))
        self.columns.set_tip(self.tr("Columns"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
