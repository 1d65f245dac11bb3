"""What a text was before: its versions and all of its changes, opened above the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.content.version_list import VersionList
from rustok_desktop.gui.content.versions_panel import VersionsPanel
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.services import GuiServices


class NodePast(QObject):
    """Both panels are made when they are first asked for. ``failed`` carries errors."""

    failed = Signal(object)

    def __init__(self, services: GuiServices, controller: NodeController, versions: VersionList, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._controller, self._page = services, controller, page
        self._panel: VersionsPanel | None = None
        self._history: ThingHistory | None = None
        versions.asked.connect(self.show_version)
        versions.changes_asked.connect(self.show_changes)

    @property
    def panel(self) -> VersionsPanel:
        """Versions with what differs."""
        if self._panel is None:
            self._panel = VersionsPanel(self._page, self._services)
            self._panel.failed.connect(self.failed)
            self._panel.restored.connect(self._came_back)
        return self._panel

    @property
    def history(self) -> ThingHistory:
        """Every change, also of status and clock."""
        if self._history is None:
            self._history = ThingHistory(self._page, self._services)
            self._history.failed.connect(self.failed)
            self._history.restored.connect(self._came_back)
        return self._history

    @Slot(str)
    def show_version(self, event_id: str = "") -> None:
        """What one version changed; the latest unless told."""
        state = self._controller.state
        if state is not None and state.view is not None:
            self._controller.keep()
            several = len(self._controller.shop.locales) > 1
            title = self._controller.text("title")
            self.panel.open_for(state.view.id, title, event_id, several=several, drafted=state.drafted)

    @Slot()
    def show_changes(self) -> None:
        """All that happened to the text."""
        state = self._controller.state
        if state is not None and state.view is not None:
            self._controller.keep()
            self.history.open_for("node", state.view.id, self._controller.text("title"))

    @Slot()
    def _came_back(self) -> None:
        state = self._controller.state
        if state is not None and state.view is not None:
            self._controller.open(state.view.id)
        self._services.notices.show(self.tr("The earlier text is back"), "ok", self.tr("Undo"), self._undo)

    def _undo(self) -> None:
        self._services.actions.trigger("edit.undo")
