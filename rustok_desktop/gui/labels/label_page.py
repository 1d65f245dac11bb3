"""Labels: what they show and on which paper at the left, the sheets as they will be printed at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.labels.label_painter import expanded, print_labels, set_paper
from rustok_desktop.gui.labels.label_sheet import FORMATS, LabelOptions
from rustok_desktop.gui.operations.labels import LabelItem, ReadLabels
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.page_header import PageHeader

_KEY = "labels.options"
_COPIES = 999


class LabelPage(QWidget):
    """Opens with ``product_ids``: one label for each of their variants, unless more are wanted."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self.items: tuple[LabelItem, ...] = ()
        self._asked = 0
        self._printer = _paper_printer()
        self._make()
        self._lay_out()
        self._restore()
        self._connect()
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _make(self) -> None:
        icons = self._services.icons
        self.header = PageHeader()
        self.pdf_button = Button("", icons.icon("download", "text"))
        self.print_button = Button("", icons.icon("printer", "on_accent"), "primary")
        self.format, self.code = QComboBox(), QComboBox()
        for paper in FORMATS:
            self.format.addItem("", paper.id)
        for name in ("bars", "qr", "none"):
            self.code.addItem("", name)
        self.price, self.sku, self.per_stock = QCheckBox(), QCheckBox(), QCheckBox()
        self.copies, self.skip = QSpinBox(), QSpinBox()
        self.copies.setRange(1, _COPIES)
        self.fields = [FormField("", box) for box in (self.format, self.code, self.copies, self.skip)]
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setZoomMode(QPrintPreviewWidget.ZoomMode.FitInView)

    def _lay_out(self) -> None:
        self.header.add_action(self.pdf_button)
        self.header.add_action(self.print_button)
        px = self._services.theme.px
        form = Card()
        form.setFixedWidth(px(280))
        for widget in (*self.fields[:3], self.per_stock, self.fields[3], self.price, self.sku, self.note):
            form.body.addWidget(widget)
        form.body.addStretch(1)
        frame = Card(margin=1)
        frame.body.addWidget(self.preview)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addWidget(form)
        row.addWidget(frame, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(22), px(18), px(18), px(14))
        whole.setSpacing(SPACE.m)
        whole.addWidget(self.header)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        for box in (self.format, self.code):
            box.activated.connect(self._changed)
        for tick in (self.price, self.sku, self.per_stock):
            tick.clicked.connect(self._changed)
        for number in (self.copies, self.skip):
            number.valueChanged.connect(self._changed)
        self.pdf_button.clicked.connect(self._choose_pdf)
        self.print_button.clicked.connect(self._choose_printer)
        self.preview.paintRequested.connect(self._paint)

    # -- what to print -----------------------------------------------------------------------------

    def open_with(self, product_ids: tuple[str, ...] = ()) -> None:
        """What the navigator asks for."""
        if not product_ids:
            return
        self._asked += 1
        self._services.client.submit(
            ReadLabels(tuple(product_ids)),
            on_result=partial(self._show, self._asked),
            on_error=self._failed,
            alive=partial(isValid, self),
        )

    def _show(self, asked: int, items: tuple[LabelItem, ...]) -> None:
        if asked == self._asked:
            self.items = items
            self._changed()

    def options(self) -> LabelOptions:
        """What is chosen."""
        return LabelOptions(
            format=FORMATS[max(0, self.format.currentIndex())],
            code=str(self.code.currentData()),
            price=self.price.isChecked(),
            sku=self.sku.isChecked(),
            per_stock=self.per_stock.isChecked(),
            copies=self.copies.value(),
            skip=self.skip.value(),
            language=self._services.translator.language,
        )

    @Slot()
    def _changed(self) -> None:
        paper = self.options().format
        self.skip.setRange(0, paper.per_page - 1)
        self.fields[3].setVisible(paper.per_page > 1)
        self.copies.setEnabled(not self.per_stock.isChecked())
        set_paper(self._printer, paper)
        self._show_note()
        self._keep()
        self.preview.updatePreview()

    def _show_note(self) -> None:
        options = self.options()
        count = len(expanded(self.items, options))
        pages = options.format.pages(count, options.skip)
        labels, sheets = self.tr("%Ln label(s)", "", count), self.tr("%Ln page(s)", "", pages)
        self.header.set_count(f"{labels} · {sheets}")
        without = sum(not (item.barcode or item.sku) for item in self.items)
        self.note.setText(self.tr("%Ln variant(s) have no barcode or SKU", "", without) if without else "")
        self.note.setVisible(bool(without))
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(count > 0)

    @Slot(QPrinter)
    def _paint(self, printer: QPrinter) -> None:
        print_labels(printer, self.items, self.options())

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _choose_pdf(self) -> None:
        title, kinds = self.tr("Save labels as PDF"), self.tr("PDF (*.pdf)")
        self._services.prompter.choose_target(self, title, "labels.pdf", kinds, self.save_pdf)

    def save_pdf(self, path: str | None) -> None:
        """Writes the sheets to a file; None is nothing."""
        if path is None:
            return
        printer = _paper_printer()
        printer.setOutputFileName(path)
        set_paper(printer, self.options().format)
        print_labels(printer, self.items, self.options())
        name = Path(path).name
        if Path(path).is_file():
            self._services.notices.show(self.tr("Labels saved to {name}").format(name=name), "ok")
        else:
            self._services.notices.show(self.tr("{name} could not be written").format(name=name), "error")

    @Slot()
    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, self.options().format)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._print, printer))
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload of its own

    def _print(self, printer: QPrinter) -> None:
        print_labels(printer, self.items, self.options())
        self._services.notices.show(self.tr("Labels sent to the printer"), "ok")

    def _failed(self, error: BaseException) -> None:
        language = self._services.translator.language
        text = error.text(language) if isinstance(error, AppError) else self.tr("The labels could not be read.")
        self._services.notices.show(text, "error", details=repr(error))

    # -- remembering -------------------------------------------------------------------------------

    def _keep(self) -> None:
        options = self.options()
        kept = {"format": options.format.id, "code": options.code, "price": options.price, "sku": options.sku}
        self._services.preferences.set(_KEY, kept)

    def _restore(self) -> None:
        kept: dict[str, object] = self._services.preferences.get(_KEY, {})
        self.format.setCurrentIndex(max(0, self.format.findData(kept.get("format"))))
        self.code.setCurrentIndex(max(0, self.code.findData(kept.get("code"))))
        self.price.setChecked(bool(kept.get("price", True)))
        self.sku.setChecked(bool(kept.get("sku", True)))

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        papers = {
            "a4_70x42": self.tr("A4, 21 labels of 70 × 42 mm"),
            "a4_70x37": self.tr("A4, 24 labels of 70 × 37 mm"),
            "a4_52x30": self.tr("A4, 40 labels of 52 × 30 mm"),
            "roll_58x40": self.tr("Roll, 58 × 40 mm"),
            "roll_58x30": self.tr("Roll, 58 × 30 mm"),
        }
        codes = {"bars": self.tr("Barcode (EAN, Code 128)"), "qr": self.tr("QR code"), "none": self.tr("No code")}
        for box, texts in ((self.format, papers), (self.code, codes)):
            for index in range(box.count()):
                box.setItemText(index, texts[box.itemData(index)])
        labels = (self.tr("Paper"), self.tr("Code"), self.tr("Copies of each"), self.tr("Places already used"))
        for field, label in zip(self.fields, labels, strict=True):
            field.set_label(label)
        self.header.set_title(self.tr("Labels"))
        self.per_stock.setText(self.tr("One for each piece in stock"))
        self.price.setText(self.tr("Price"))
        self.sku.setText(self.tr("SKU"))
        self.pdf_button.setText(self.tr("Save as PDF…"))
        self.print_button.setText(self.tr("Print…"))
        self.preview.setAccessibleName(self.tr("Preview of the sheets"))
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _paper_printer() -> QPrinter:
    """A printer that needs no printer: it makes pages for the preview and for files."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(600)
    return printer
