"""Beside the text: status and schedule, author, tags, picture, how a search engine shows it, versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.content.markdown import excerpt
from rustok_desktop.content.views import NodeView
from rustok_desktop.core.locale import format_date, format_time, local_time
from rustok_desktop.gui.content.content_row_delegate import TONES
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.content.version_list import VersionList
from rustok_desktop.gui.media.picture_cache import PictureCache, fitted
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.products.search_preview import SearchPreview
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.chip import Chip
from rustok_desktop.gui.widgets.form_field import FormField

_SIDE = 320
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class NodeSidePanel(QScrollArea):
    """Own fields are saved as soon as they are left; words are kept with the text. ``picture_asked``: choose one."""

    picture_asked = Signal()

    def __init__(
        self, services: GuiServices, controller: NodeController, pictures: PictureCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._controller, self._pictures = services, controller, pictures
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heads = {name: _head() for name in ("status", "own", "picture", "search")}
        self.status, self.since = Chip(), QLabel()
        self.since.setProperty("role", "hint")
        self.since.setWordWrap(True)
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("dd.MM.yyyy HH:mm")
        self.schedule, self.unschedule = Button(compact=True), Button(variant="link")
        self.author, self.tags = QLineEdit(), QLineEdit()
        self.author_field, self.tags_field = FormField("", self.author), FormField("", self.tags)
        self.picture, self.picture_button = QLabel(), Button(variant="link")
        self.preview = SearchPreview(services.theme)
        self.meta_title, self.meta = QLineEdit(), PlainTextBox(3)
        self.meta_title_field, self.meta_field = FormField("", self.meta_title), FormField("", self.meta)
        self.versions = VersionList(services, controller)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.s, 0)
        column.setSpacing(SPACE.s)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE.s)
        acts.addWidget(self.schedule)
        acts.addWidget(self.unschedule)
        acts.addStretch(1)
        column.addWidget(self.heads["status"])
        column.addWidget(self.status)
        column.addWidget(self.since)
        column.addWidget(self.when)
        column.addLayout(acts)
        column.addWidget(self.heads["own"])
        column.addWidget(self.author_field)
        column.addWidget(self.tags_field)
        column.addWidget(self.heads["picture"])
        column.addWidget(self.picture)
        column.addWidget(self.picture_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heads["search"])
        column.addWidget(self.preview)
        column.addWidget(self.meta_title_field)
        column.addWidget(self.meta_field)
        column.addWidget(self.versions)
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        controller = self._controller
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self._preview)
        self.schedule.clicked.connect(self._schedule)
        self.unschedule.clicked.connect(self._unschedule)
        self.author.editingFinished.connect(self._author_done)
        self.tags.editingFinished.connect(self._tags_done)
        self.picture_button.clicked.connect(self.picture_asked)
        self.meta_title.textEdited.connect(self._meta_title_typed)
        self.meta.textChanged.connect(self._meta_typed)
        self._pictures.arrived.connect(self._arrived)

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """The node as it is now."""
        state = self._controller.state
        view = state.view if state is not None else None
        for widget in (self.when, self.schedule, self.author, self.tags, self.picture_button):
            widget.setEnabled(view is not None)
        _put(self.author, view.author_name or "" if view is not None else "")
        _put(self.tags, ", ".join(view.tags) if view is not None else "")
        _put(self.meta_title, self._controller.text("meta_title"))
        if self.meta.toPlainText() != self._controller.text("meta_description"):
            self.meta.blockSignals(True)
            self.meta.setPlainText(self._controller.text("meta_description"))
            self.meta.blockSignals(False)
        self._show_status()
        self._show_picture()
        self._preview()

    def _show_status(self) -> None:
        state = self._controller.state
        view = state.view if state is not None else None
        names = self._names()
        status = "draft" if view is None else view.status
        planned = view is not None and view.status != "published" and view.publish_at is not None
        shown = "scheduled" if planned else status
        self.status.set_chip(names[shown], TONES[shown])
        moments = []
        if view is not None and planned:
            moments.append(self.tr("goes live {when}").format(when=self._moment(view.publish_at)))
        elif view is not None and view.published_at is not None and status == "published":
            moments.append(self.tr("live since {when}").format(when=self._moment(view.published_at)))
        if view is not None and view.unpublish_at is not None:
            moments.append(self.tr("until {when}").format(when=self._moment(view.unpublish_at)))
        self.since.setText(", ".join(moments) or self.tr("not yet published"))
        self.unschedule.setVisible(planned)
        live = status == "published"
        self.when.setVisible(not live)
        self.schedule.setVisible(not live)
        if not live:
            at = local_time(view.publish_at) if planned and view is not None and view.publish_at else _tomorrow()
            self.when.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))

    def _names(self) -> dict[str, str]:
        return {
            "draft": self.tr("Draft"),
            "scheduled": self.tr("Scheduled"),
            "published": self.tr("Published"),
            "archived": self.tr("Archived"),
        }

    def _moment(self, iso: str | None) -> str:
        if iso is None:
            return ""
        at = local_time(iso)
        return f"{format_date(at, self._services.translator.language)}, {format_time(at)}"

    def _show_picture(self) -> None:
        state = self._controller.state
        media_id = state.view.featured_media_id if state is not None and state.view is not None else None
        image = self._pictures.image(media_id, _SIDE) if media_id else None
        self.picture.setVisible(image is not None)
        if image is not None:
            room = self.viewport().size()
            room.setHeight(self._services.theme.px(140))
            size = fitted(image.size(), room)
            smooth = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
            self.picture.setPixmap(QPixmap.fromImage(smooth))
        self.picture_button.setText(self.tr("Replace…") if media_id else self.tr("Choose a picture…"))

    @Slot(str)
    def _arrived(self, media_id: str) -> None:
        state = self._controller.state
        if state is not None and state.view is not None and state.view.featured_media_id == media_id:
            self._show_picture()

    @Slot()
    def _preview(self) -> None:
        text = self._controller.text
        title = text("meta_title") or text("title")
        words = text("meta_description") or text("excerpt") or excerpt(text("body"))
        self.preview.show_texts(f"/{text('slug')}", title, words)

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _schedule(self) -> None:
        at = self.when.dateTime().toPython()
        assert isinstance(at, datetime)
        self._controller.commit("schedule", at.astimezone().astimezone(UTC).strftime(_TIME))

    @Slot()
    def _unschedule(self) -> None:
        self._controller.act("unschedule")

    @Slot()
    def _author_done(self) -> None:
        view = self._view()
        self.author.setModified(False)
        if view is not None and (view.author_name or "") != self.author.text().strip():
            self._controller.change(author_name=self.author.text().strip() or None)

    @Slot()
    def _tags_done(self) -> None:
        view = self._view()
        tags = tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip())
        self.tags.setModified(False)
        if view is not None and view.tags != tags:
            self._controller.change(tags=tags)

    def _view(self) -> NodeView | None:
        state = self._controller.state
        return state.view if state is not None else None

    @Slot(str)
    def _meta_title_typed(self, text: str) -> None:
        self._controller.type("meta_title", text)

    @Slot()
    def _meta_typed(self) -> None:
        self._controller.type("meta_description", self.meta.toPlainText())

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        heads = {
            "status": self.tr("Status"), "own": self.tr("Details"),
            "picture": self.tr("Featured picture"), "search": self.tr("In search results"),
        }  # fmt: skip
        for name, label in self.heads.items():
            label.setText(heads[name].upper())
        self.when.setAccessibleName(self.tr("Time of publishing"))
        self.schedule.setText(self.tr("Schedule"))
        self.unschedule.setText(self.tr("Cancel it"))
        self.author_field.set_label(self.tr("Author"))
        self.tags_field.set_label(self.tr("Tags"))
        self.tags.setPlaceholderText(self.tr("separated by commas"))
        self.meta_title_field.set_label(self.tr("Page title"))
        self.meta_field.set_label(self.tr("Description"))
        self.preview.setAccessibleName(self.tr("In search results"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _head() -> QLabel:
    label = QLabel()
    label.setProperty("role", "head")
    return label


def _put(field: QLineEdit, text: str) -> None:
    if not field.isModified() and field.text() != text:  # not while somebody types into it
        field.setText(text)


def _tomorrow() -> datetime:
    at = datetime.now().astimezone() + timedelta(days=1)
    return at.replace(hour=9, minute=0, second=0, microsecond=0)
