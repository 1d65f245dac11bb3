"""The first tab of the editor: words, price, grouping."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from rustok_desktop.core.locale import number_style
from rustok_desktop.core.money import discount, margin
from rustok_desktop.gui.operations.taxonomy import ReadTags
from rustok_desktop.gui.products.description_tools import DescriptionTools
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.products.field_binding import FieldBinding
from rustok_desktop.gui.products.locale_pills import LocalePills, language_name
from rustok_desktop.gui.products.plain_text_box import PlainTextBox
from rustok_desktop.gui.products.product_texts import MONEY, variant_path
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.taxonomy.views import TagView

_WORDS = ("title", "description", "handle")
_GROUPS = ("vendor", "product_type", "tags", "category")


class GeneralTab(QScrollArea):
    """Title and description per language; prices when there is one variant; vendor, type, tags, category."""

    def __init__(self, controller: EditorController, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.locales = LocalePills(controller)
        self.fields: dict[str, FormField] = {}
        self.bindings: dict[str, FieldBinding] = {}
        self._prices = QWidget()
        self._gain = QLabel()
        self._gain.setProperty("role", "muted")
        for name in (*_WORDS, *MONEY, *_GROUPS):
            self._make(name)
        box = self.fields["description"].editor
        assert isinstance(box, PlainTextBox)
        self.tools = DescriptionTools(box, theme, icons)
        self._lay_out()
        controller.replaced.connect(self.refresh)
        controller.edited.connect(self._show_gain)
        for signal in (controller.replaced, controller.edited):
            signal.connect(self.tools.refresh)
        self.retranslate()
        self.refresh()

    def _make(self, name: str) -> None:
        editor = PlainTextBox(8) if name == "description" else QLineEdit()
        field = FormField("", editor)
        self.fields[name] = field
        path = self._price_path if name in MONEY else self._word_path if name in _WORDS else self._plain_path
        self.bindings[name] = FieldBinding(self._controller, field, partial(path, name), money=name in MONEY)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.m)
        chips = QHBoxLayout()
        chips.addWidget(self.locales)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self.fields["title"])
        self.fields["description"].add_to_head(self.tools)
        column.addWidget(self.fields["description"])
        column.addWidget(self.tools.preview)
        above, below = self.fields["title"].editor, self.fields["description"].editor
        stops = [above, *self.tools.buttons.values(), self.tools.eye, below]
        for one, other in pairwise(stops):  # the tools stand above the text they work on
            QWidget.setTabOrder(one, other)
        prices = QVBoxLayout(self._prices)
        prices.setContentsMargins(0, 0, 0, 0)
        prices.setSpacing(SPACE.s)
        prices.addLayout(_row([self.fields[name] for name in MONEY]))
        prices.addWidget(self._gain)
        column.addWidget(self._prices)
        column.addWidget(self.fields["handle"])
        column.addLayout(_row([self.fields["vendor"], self.fields["product_type"]]))
        column.addWidget(self.fields["tags"])
        column.addWidget(self.fields["category"])
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def minimumSizeHint(self) -> QSize:
        """The fields set the width, not the scroll area."""
        inside = self.widget()
        return QSize(inside.minimumSizeHint().width() if inside is not None else 0, 0)

    # -- paths -------------------------------------------------------------------------------------

    def _word_path(self, name: str) -> str | None:
        state = self._controller.state
        return f"{name}@{state.locale}" if state is not None else None

    def _plain_path(self, name: str) -> str | None:
        return name if self._controller.state is not None else None

    def _price_path(self, name: str) -> str | None:
        state = self._controller.state
        if state is None or state.variant_count() != 1:
            return None
        return variant_path(state.variant_keys()[0], name, state.currency)

    def focus_path(self, path: str) -> bool:
        """Go to the field of a path, in its language; false when this tab has none."""
        name, _, locale = path.partition("@")
        state = self._controller.state
        if state is not None and name in _WORDS and locale and locale != state.locale:
            self.locales.choose(locale)
        for binding in self.bindings.values():
            if binding.path == path:
                binding.focus()
                return True
        return False

    # -- showing -----------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Another product or version."""
        self._read_tags()
        self._prices.setVisible(self._price_path("price") is not None)
        self._show_gain()

    def _read_tags(self) -> None:
        """In another language than the lists' own the names of tags in it stand below the field."""
        state = self._controller.state
        if state is None or state.locale == self._controller.shop.default_locale or not state.text("tags"):
            self.fields["tags"].set_hint("")
        else:
            self._controller.look_back(ReadTags(), partial(self._show_tags, state.locale))

    def _show_tags(self, locale: str, tags: tuple[TagView, ...]) -> None:
        state = self._controller.state
        if state is None or state.locale != locale:
            return
        names = {tag.name.casefold(): tag.names.get(locale, "") for tag in tags}
        words = [word.strip() for word in state.text("tags").split(",")]
        shown = [name for word in words if (name := names.get(word.casefold(), "")) and name != word]
        language = language_name(locale, dict(self._controller.shop.locales))
        hint = self.tr("{language}: {tags}").format(language=language, tags=", ".join(shown)) if shown else ""
        self.fields["tags"].set_hint(hint)

    @Slot()
    def _show_gain(self) -> None:
        """Margin and discount of what is typed now."""
        amounts = [self._amount(name) for name in MONEY]
        price, compare_at, cost = amounts
        parts = []
        if price is not None:
            gain, off = margin(price, cost), discount(price, compare_at)
            if gain is not None:
                parts.append(self.tr("Margin {percent} %").format(percent=self._percent(f"{gain:f}")))
            if off is not None:
                parts.append(self.tr("Discount {percent} %").format(percent=self._percent(f"{off:f}")))
        self._gain.setText("   ·   ".join(parts))
        self._gain.setVisible(bool(parts))

    def _percent(self, text: str) -> str:
        return text.replace(".", number_style(self._controller.language).decimal)

    def _amount(self, name: str) -> int | None:
        state, path = self._controller.state, self._price_path(name)
        if state is None or path is None:
            return None
        return read_money(path, state.text(path), state.currency, language=state.language)[0]

    def retranslate(self) -> None:
        """All words in the language of the window."""
        labels = {
            "title": self.tr("Title"),
            "description": self.tr("Description"),
            "price": self.tr("Price"),
            "compare_at": self.tr("Compare at"),
            "cost": self.tr("Cost"),
            "handle": self.tr("Handle"),
            "vendor": self.tr("Vendor"),
            "product_type": self.tr("Type"),
            "tags": self.tr("Tags"),
            "category": self.tr("Category"),
        }
        for name, label in labels.items():
            self.fields[name].set_label(label)
        handle, tags, category = (self.fields[n].editor for n in ("handle", "tags", "category"))
        for editor, text in (
            (handle, self.tr("Made from the title when left empty")),
            (tags, self.tr("Separated by commas")),
            (category, self.tr("Kitchen > Tableware")),
        ):
            assert isinstance(editor, QLineEdit)
            editor.setPlaceholderText(text)
        self.locales.setAccessibleName(self.tr("Language of the texts"))
        self._show_gain()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _row(fields: list[FormField]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.m)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
