"""Texts for translators: which, from which language into which, in which form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.words.schemas import FORMATS, TextsOptions, TextsReport
from rustok_desktop.exchange.words.units import KINDS
from rustok_desktop.gui.exchange.texts_dialog import TextsDialog
from rustok_desktop.gui.exchange.texts_progress_step import OUT
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.texts import export_texts
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.form_field import FormField

_GROUPS = {"content": KINDS[:5], "menu": ("menu_item",)} | {kind: (kind,) for kind in ("category", "product", "media")}


class TextsExportDialog(TextsDialog):
    """Asks, then writes one file."""

    def __init__(self, services: GuiServices, shop: ShopFacts, target: str, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._shop = shop
        self.source, self.target, self.kinds, self.form = FilterBox(), FilterBox(), FilterBox(), FilterBox()
        self.which = ChoiceRow()
        editors = (self.source, self.target, self.kinds, self.which, self.form)
        self._fields = [FormField("", editor) for editor in editors]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for field in self._fields:
            column.addWidget(field)
        column.addStretch(1)
        self.lay_out(page, 460, 470)
        self.act_button.clicked.connect(self.ask)
        self.source.chosen.connect(self._refresh)
        self.target.chosen.connect(self._refresh)
        self.retranslate()
        self.source.set_value(shop.default_locale)
        self.target.set_value(target)
        self._refresh()

    @Slot()
    def ask(self) -> None:
        """Where to write it."""
        options = self.options()
        name = f"{options.source}-{options.target}{FORMATS[options.format]}"
        kind = self.tr("Table (*.csv)") if options.format == "csv" else self.tr("XLIFF (*.xlf *.xliff)")
        self._services.prompter.choose_target(self, self.tr("Export texts"), name, kind, self._write)

    def options(self) -> TextsOptions:
        """What is chosen."""
        form, _, delimiter = str(self.form.value()).partition(" ")
        kinds = _GROUPS.get(str(self.kinds.value()), KINDS)
        source, target = str(self.source.value()), str(self.target.value())
        return TextsOptions(target, source, form, bool(self.which.value()), kinds, delimiter or ",", overwrite=True)

    def _write(self, path: str | None) -> None:
        if path:
            operation = export_texts(Path(path), self.options(), self._services.translator.language)
            self.submit(operation, self._written, OUT)

    def _written(self, report: TextsReport) -> None:
        self._handle = None
        count = sum(report.written.values())
        if not count:
            report.target.unlink(missing_ok=True)
            self.stack.setCurrentIndex(0)
            self.fail(self.tr("There is nothing to translate: all of it is done."))
            self._refresh()
            return
        text = self.tr("%Ln text(s) written to %1.", "", count).replace("%1", report.target.name)
        language = self._services.translator.language
        details = "\n".join(f"{kind}: {format_number(n, language)}" for kind, n in report.written.items())
        self._services.notices.show(text, "ok", details=details)
        self.accept()

    @Slot()
    def _refresh(self, _value: object = None) -> None:
        super()._refresh()
        self.act_button.setEnabled(self.source.value() != self.target.value())

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        super().retranslate()
        title = self.tr("Texts for translators")
        self.setWindowTitle(title)
        self.heading.setText(title)
        languages = [(code, name) for code, name in self._shop.locales]
        self.source.set_choices(languages)
        self.target.set_choices(languages)
        self.kinds.set_choices(
            [
                ("all", self.tr("Everything")),
                ("content", self.tr("Pages and posts with their blocks")),
                ("menu", self.tr("Menus")),
                ("category", self.tr("Categories")),
                ("product", self.tr("Products")),
                ("media", self.tr("Pictures: titles and descriptions")),
            ]
        )
        self.which.set_choices([(False, self.tr("To do")), (True, self.tr("All"))])
        self.form.set_choices(
            [
                ("xliff-1.2", self.tr("XLIFF 1.2, for most programs")),
                ("xliff-2.0", self.tr("XLIFF 2.0")),
                ("csv ,", self.tr("Table (CSV) with commas")),
                ("csv ;", self.tr("Table (CSV) with semicolons")),
            ]
        )
        labels = (self.tr("From"), self.tr("Into"), self.tr("Texts of"), self.tr("Which texts"), self.tr("File"))
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        self._fields[3].set_hint(self.tr("To do is what is not translated, or whose original has changed since."))
        self.act_button.setText(self.tr("Export…"))
