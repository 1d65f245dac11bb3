"""What is known of one picture, and its words in every language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.core import limits
from rustok_desktop.core.locale import format_date, format_time, local_time
from rustok_desktop.gui.media.media_texts import dimensions, file_size, kind_name
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.media.preview import Preview
from rustok_desktop.gui.operations.media import DescribePicture, MediumFacts, ReadMedium
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.media.views import MediaView

_PAUSE_MS = 500
_USES_SHOWN = 8


class MediaDetails(Card):
    """Words are saved when typing pauses, and before another picture or language is shown."""

    delete_asked = Signal(str)
    close_asked = Signal()
    product_asked = Signal(str)
    history_asked = Signal(str, str, str)  # kind, id, name
    failed = Signal(object)

    def __init__(self, services: GuiServices, pictures: PictureCache, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=SPACE.l)
        self._services = services
        self._facts: MediumFacts | None = None
        self._media_id = ""
        self._locale = ""
        self._saving: tuple[str, str, str, str] | None = None
        self._saved_at = ""
        self.preview = Preview(services.theme, pictures)
        self.name = QLabel()
        self.name.setProperty("role", "strong")
        self.name.setWordWrap(True)
        self.close_button = IconButton(services.icons.icon("x", "muted"), "")
        self.history_button = IconButton(services.icons.icon("clock", "muted"), "")
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._languages = QHBoxLayout()
        self._languages.setSpacing(SPACE.xs)
        self._group = QButtonGroup(self)
        self.title = QLineEdit()
        self.title.setMaxLength(limits.TITLE)
        self.alt_text = QLineEdit()
        self.alt_text.setMaxLength(limits.ALT_TEXT)
        self._title_field = FormField("", self.title)
        self._alt_field = FormField("", self.alt_text)
        self._state = QLabel()
        self._state.setProperty("role", "hint")
        self._uses_head = QLabel()
        self._uses_head.setProperty("role", "section")
        self._uses = QVBoxLayout()
        self._uses.setSpacing(2)
        self.delete_button = Button("", services.icons.icon("trash", "danger"), "danger")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.xs, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.preview)
        column.addWidget(self._about)
        column.addLayout(self._languages)
        column.addWidget(self._title_field)
        column.addWidget(self._alt_field)
        column.addWidget(self._state)
        column.addWidget(self._uses_head)
        column.addLayout(self._uses)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.delete_button)
        self.body.addLayout(head)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.save)
        for field in (self.title, self.alt_text):
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self.save)
        self.close_button.clicked.connect(self.close_asked)
        self.delete_button.clicked.connect(self._delete)
        self.history_button.clicked.connect(self._look_back)

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def _look_back(self) -> None:
        if self._media_id:
            self.history_asked.emit("media", self._media_id, self.name.text())

    @property
    def media_id(self) -> str:
        """The picture shown, '' for none."""
        return self._media_id

    def show_medium(self, media_id: str) -> None:
        """Show a picture, '' for none; what was typed is saved first."""
        if media_id == self._media_id:
            return
        self.flush()
        self._saving = None
        self._media_id, self._facts, self._saved_at = media_id, None, ""
        self.preview.show_medium(media_id)
        self.setEnabled(False)
        self.read()

    def read(self) -> None:
        """Read the picture shown, again."""
        if self._media_id:
            self._services.client.submit(
                ReadMedium(self._media_id),
                on_result=self._show,
                on_error=self.failed.emit,
                alive=partial(isValid, self),
            )

    def _show(self, facts: MediumFacts) -> None:
        if facts.view.id != self._media_id:
            return
        first = self._facts is None
        languages = self._facts is None or self._facts.locales != facts.locales
        typed = not first and self._typed_words() is not None
        self._facts = facts
        if languages:
            self._build_languages()
        self.setEnabled(True)
        if not typed:
            self._fill()
        self._word()

    def _build_languages(self) -> None:
        facts = self._facts
        assert facts is not None
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        while self._languages.takeAt(0) is not None:
            pass
        codes = [code for code, _ in facts.locales]
        self._locale = self._locale if self._locale in codes else codes[0]
        for code, name in facts.locales:
            button = QPushButton(name)
            button.setProperty("role", "pill")
            button.setCheckable(True)
            button.setChecked(code == self._locale)
            button.setAccessibleName(name)
            button.clicked.connect(partial(self._choose_language, code))
            self._group.addButton(button)
            self._languages.addWidget(button)
        self._languages.addStretch(1)

    def _choose_language(self, code: str, _checked: bool = True) -> None:
        self.flush()
        self._locale = code
        self._saved_at = ""
        self._fill()
        self._word()

    def _fill(self) -> None:
        words = self._stored()
        self.title.setText(words[0])
        self.alt_text.setText(words[1])

    def _stored(self) -> tuple[str, str]:
        words = self._facts.view.translations.get(self._locale) if self._facts is not None else None
        return (words.title or "", words.alt_text or "") if words is not None else ("", "")

    # -- saving ------------------------------------------------------------------------------------

    @Slot()
    def _typed(self) -> None:
        self._saved_at = ""
        self._word()
        self._pause.start()

    def _typed_words(self) -> tuple[str, str] | None:
        words = (self.title.text().strip(), self.alt_text.text().strip())
        return words if self._facts is not None and words != self._stored() else None

    @Slot()
    def save(self) -> None:
        """Save what was typed. While a save is under way the next one waits for its answer."""
        self._save(wait=True)

    def flush(self) -> None:
        """Save what was typed now: the fields are about to show something else, or the window closes."""
        self._save(wait=False)

    def _save(self, *, wait: bool) -> None:
        self._pause.stop()
        words, facts = self._typed_words(), self._facts
        if words is None or facts is None:
            return
        ticket = (facts.view.id, self._locale, *words)
        if self._saving == ticket:
            return
        if self._saving is not None and wait:
            self._pause.start()
            return
        # Saves are carried out in order, so this one builds on what the one under way makes.
        version = facts.view.version + (self._saving is not None)
        self._saving = ticket
        self._services.client.submit(
            DescribePicture(facts.view.id, version, self._locale, *words),
            on_result=self._saved,
            on_error=self._not_saved,
            alive=partial(isValid, self),
            write=True,
        )

    def _saved(self, view: MediaView) -> None:
        self._saving = None
        facts = self._facts
        if facts is None or view.id != facts.view.id:
            return
        self._facts = MediumFacts(view, facts.uses, facts.locales)
        self._saved_at = format_time(local_time(view.updated_at))
        if self._typed_words() is not None:
            self._saved_at = ""
            self._pause.start()
        self._word()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = None
        self.failed.emit(error)
        self.read()  # what somebody else saved; the typed words stay in the fields, the next edit puts them on top

    @Slot()
    def _delete(self) -> None:
        if self._media_id:
            self.delete_asked.emit(self._media_id)

    # -- words -------------------------------------------------------------------------------------

    def _word(self) -> None:
        facts = self._facts
        if facts is None:
            self.name.setText("…")
            self._about.setText("")
            return
        view, language = facts.view, self._services.translator.language
        self.name.setText(view.filename)
        lines = [
            f"{kind_name(view.mime_type)} · {dimensions(view.width, view.height)} · {file_size(view.size, language)}",
            self.tr("Added {date}").format(date=format_date(local_time(view.created_at), language)),
        ]
        if view.frames > 1:
            lines.append(self.tr("%Ln frame(s)", "", view.frames))
        self._about.setText("\n".join(lines))
        self._state.setText(self.tr("Saved {time}").format(time=self._saved_at) if self._saved_at else " ")
        self._alt_field.set_hint(self.tr("Read out to people who cannot see the picture."))
        self._word_uses(facts)

    def _word_uses(self, facts: MediumFacts) -> None:
        while (item := self._uses.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._uses_head.setText(self.tr("Where it is used"))
        for use in facts.uses[:_USES_SHOWN]:
            title = self.tr("{title} (in the trash)").format(title=use.title) if use.in_trash else use.title
            link = Button(title, self._services.icons.icon("box", "accent"), "link")
            link.clicked.connect(partial(self._go_to, use.id))
            self._uses.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        left = len(facts.uses) - _USES_SHOWN
        note = self.tr("and %Ln more product(s)", "", left) if left > 0 else ""
        note = note or ("" if facts.uses else self.tr("Nowhere yet."))
        if note:
            label = QLabel(note)
            label.setProperty("role", "muted")
            self._uses.addWidget(label)

    def _go_to(self, product_id: str, _checked: bool = False) -> None:
        self.product_asked.emit(product_id)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.history_button.set_tip(self.tr("History of the picture"))
        self._title_field.set_label(self.tr("Title"))
        self._alt_field.set_label(self.tr("Description of the picture"))
        self.close_button.set_tip(self.tr("Close the details"))
        self.delete_button.setText(self.tr("Delete"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_pause"):
            self.retranslate()
