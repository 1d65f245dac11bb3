"""Labels on any paint device: the same lines, bars and squares on paper, in a PDF and in the preview.

Everything is measured in the dots of the device. A bar is a whole number of dots wide: anything else would
be blurred, and scanners would refuse it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from rustok_desktop.core.barcodes import Symbol, symbol_for
from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.labels.label_sheet import LabelFormat, LabelOptions
from rustok_desktop.gui.operations.labels import LabelItem
from rustok_desktop.gui.theme.theme import FAMILY

_INCH = 25.4
_EDGE = 2.0  # mm kept free at each side of a label
_TITLE, _SMALL, _PRICE = 3.1, 2.4, 5.2  # heights of type in mm
_QR_QUIET = 4
_BLACK = QColor("#000000")


def qr_symbol(text: str) -> Symbol:
    """A QR code with medium error correction. ValueError when the text is too long for one."""
    import segno

    made = segno.make(text, error="m", micro=False)
    return Symbol(tuple("".join("1" if dark else "0" for dark in row) for row in made.matrix), _QR_QUIET, text)


def expanded(items: Sequence[LabelItem], options: LabelOptions) -> list[LabelItem]:
    """Each item as many times as it is wanted: ``copies``, or one for each piece in stock."""
    return [item for item in items for _ in range(max(0, item.stock) if options.per_stock else options.copies)]


def set_paper(printer: QPrinter, paper: LabelFormat) -> None:
    """The printer's page for a format, to its very edges."""
    size = QPageSize(QSizeF(*paper.page), QPageSize.Unit.Millimeter, paper.id, QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setFullPage(True)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def print_labels(printer: QPrinter, items: Sequence[LabelItem], options: LabelOptions) -> int:
    """Paints all pages; answers how many."""
    set_paper(printer, options.format)
    painter = QPainter(printer)
    try:
        return paint_pages(painter, printer.resolution() / _INCH, items, options, printer.newPage)
    finally:
        painter.end()


def paint_pages(
    painter: QPainter,
    dots: float,
    items: Sequence[LabelItem],
    options: LabelOptions,
    new_page: Callable[[], object],
) -> int:
    """Paints with ``dots`` per millimetre, asking for ``new_page`` between pages; answers how many there were."""
    paper, at = options.format, 0
    labels = expanded(items, options)
    # A recorded preview forgets a pen that equals the default, and plays back with the palette's: light on white.
    painter.setPen(Qt.GlobalColor.white)
    for index, item in enumerate(labels):
        page, left, top = paper.place(index, options.skip)
        while at < page:
            new_page()
            at += 1
        width, height = paper.label
        area = QRect(round(left * dots), round(top * dots), round(width * dots), round(height * dots))
        paint_label(painter, area, dots, item, options)
    return paper.pages(len(labels), options.skip)


def paint_label(painter: QPainter, area: QRect, dots: float, item: LabelItem, options: LabelOptions) -> None:
    """One label: title, variant and SKU at the top, then the code, the price at the foot."""
    edge = round(_EDGE * dots)
    room = area.adjusted(edge, edge, -edge, -edge)
    painter.save()
    painter.setClipRect(area)
    painter.setPen(_BLACK)
    top = _line(painter, room, _font(_TITLE, dots, bold=True), item.title)
    notes = " · ".join(part for part in (item.variant, item.sku if options.sku else "") if part)
    if notes:
        top = _line(painter, room.adjusted(0, top - room.top(), 0, 0), _font(_SMALL, dots), notes)
    bottom = _price(painter, room, dots, item, options) if options.price else room.bottom()
    gap = round(dots * 0.8)
    _code(painter, QRect(room.left(), top + gap, room.width(), bottom - top - 2 * gap), dots, item, options)
    painter.restore()


def code_text(item: LabelItem) -> str:
    """What the code of a label says: the barcode, or else the SKU."""
    return item.barcode or item.sku


def _line(painter: QPainter, room: QRect, font: QFont, text: str) -> int:
    """Writes one line at the top; answers where the next may begin."""
    painter.setFont(font)
    metrics = QFontMetrics(font, painter.device())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(QRect(room.left(), room.top(), room.width(), metrics.height()), _LEFT, shown)
    return room.top() + metrics.height()


def _price(painter: QPainter, room: QRect, dots: float, item: LabelItem, options: LabelOptions) -> int:
    """Writes the price at the foot, the old one struck through beside it; answers where it begins."""
    if item.amount is None:
        return room.bottom()
    font = _font(_PRICE, dots, bold=True)
    metrics = QFontMetrics(font, painter.device())
    line = QRect(room.left(), room.bottom() - metrics.height(), room.width(), metrics.height())
    text = format_amount(item.amount, item.currency_code, options.language)
    painter.setFont(font)
    painter.drawText(line, _LEFT, text)
    if item.compare_at is not None and item.compare_at > item.amount:
        old = _font(_TITLE, dots)
        old.setStrikeOut(True)
        painter.setFont(old)
        shift = metrics.horizontalAdvance(text) + round(dots * 2)
        painter.drawText(
            line.adjusted(shift, 0, 0, 0), _LEFT, format_amount(item.compare_at, item.currency_code, options.language)
        )
    return line.top()


def _code(painter: QPainter, room: QRect, dots: float, item: LabelItem, options: LabelOptions) -> None:
    text = code_text(item)
    if options.code == "none" or not text or room.height() < dots * 4:
        return
    symbol = qr_symbol(text) if options.code == "qr" else symbol_for(text)
    if symbol is None:
        symbol = qr_symbol(text)  # letters that bars do not have
    if len(symbol.rows) > 1:
        paint_square(painter, room, symbol)
    else:
        paint_bars(painter, room, symbol, _font(_SMALL, dots))


def paint_bars(painter: QPainter, room: QRect, symbol: Symbol, font: QFont) -> bool:
    """Bars with their text beneath, in the middle of ``room``; false, and nothing, when they do not fit."""
    module = room.width() // (symbol.width + 2 * symbol.quiet)
    if module < 1:
        return False
    metrics = QFontMetrics(font, painter.device())
    height = room.height() - metrics.height()
    left = room.left() + (room.width() - module * symbol.width) // 2
    for place, dark in enumerate(symbol.rows[0]):
        if dark == "1":
            painter.fillRect(left + place * module, room.top(), module, height, _BLACK)
    painter.setFont(font)
    painter.drawText(QRect(room.left(), room.top() + height, room.width(), metrics.height()), _MIDDLE, symbol.text)
    return True


def paint_square(painter: QPainter, room: QRect, symbol: Symbol) -> bool:
    """A square code at the left of ``room``; false, and nothing, when it does not fit."""
    module = min(room.width(), room.height()) // symbol.width
    if module < 1:
        return False
    for row, line in enumerate(symbol.rows):
        for column, dark in enumerate(line):
            if dark == "1":
                painter.fillRect(room.left() + column * module, room.top() + row * module, module, module, _BLACK)
    return True


def _font(height: float, dots: float, *, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(height * dots)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
