"""Labels on paper: where they lie, and that a scanner would read them."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPicture
from PySide6.QtPrintSupport import QPrintDialog

from rustok_desktop.core.barcodes import Symbol, code128, ean
from rustok_desktop.gui.labels.label_page import LabelPage
from rustok_desktop.gui.labels.label_painter import expanded, paint_label, paint_pages, paint_square, qr_symbol
from rustok_desktop.gui.labels.label_sheet import FORMATS, LabelOptions
from rustok_desktop.gui.operations.labels import LabelItem, ReadLabels

DOTS = 300 / 25.4
BARCODE = "4006381333931"
MUG = LabelItem("Mug", "Blue / L", "MUG-1", BARCODE, "USD", 2400, 3000, 3)
ROLL = next(paper for paper in FORMATS if paper.id == "roll_58x40")


def painted(item: LabelItem, options: LabelOptions, dots: float = DOTS) -> QImage:
    width, height = (round(side * dots) for side in options.format.label)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_label(painter, QRect(0, 0, width, height), dots, item, options)
    painter.end()
    return image


def runs(image: QImage, y: int) -> list[tuple[bool, int]]:
    line = [QColor(image.pixel(x, y)).lightness() < 128 for x in range(image.width())]
    return [(dark, len(list(run))) for dark, run in itertools.groupby(line)]


def scanned(image: QImage, symbol: Symbol) -> int:
    """How many lines of the image carry exactly the symbol, in whole modules, with its quiet zone."""
    good = 0
    for y in range(image.height()):
        found = runs(image, y)
        if len(found) < 20 or found[0][0]:
            continue
        left, *bars, right = found
        module = min(length for _, length in bars)
        text = "".join(("1" if dark else "0") * (length // module) for dark, length in bars)
        whole = all(length % module == 0 for _, length in bars)
        quiet = min(left[1], right[1]) >= symbol.quiet * module
        good += whole and quiet and text == symbol.rows[0]
    return good


@pytest.mark.parametrize("paper", FORMATS, ids=lambda paper: paper.id)
@pytest.mark.parametrize("dots", [203 / 25.4, DOTS, 600 / 25.4])
def test_a_scanner_reads_the_bars(qapp: Any, paper: Any, dots: float) -> None:
    image = painted(MUG, LabelOptions(format=paper), dots)
    assert scanned(image, ean(BARCODE)) > 5 * dots  # five millimetres high at least


def test_a_sku_becomes_code_128(qapp: Any) -> None:
    item = LabelItem("Mug", "", "MUG-014", "", "USD", 2400, None, 1)
    assert scanned(painted(item, LabelOptions(format=ROLL)), code128("MUG-014")) > 50


def test_a_square_code_is_read_back_module_by_module(qapp: Any) -> None:
    symbol = qr_symbol("Кружка 014")
    assert symbol.width == len(symbol.rows) >= 21
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    assert paint_square(painter, image.rect(), symbol)
    painter.end()
    module = 200 // symbol.width
    middle = module // 2
    read = tuple(
        "".join(
            "1" if QColor(image.pixel(column * module + middle, row * module + middle)).lightness() < 128 else "0"
            for column in range(symbol.width)
        )
        for row in range(symbol.width)
    )
    assert read == symbol.rows
    # The three finder patterns stand where every reader looks for them.
    size = symbol.width
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert [line[left : left + 7] for line in read[top : top + 7]] == [
            "1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111",
        ]  # fmt: skip


def test_too_small_for_a_scanner_is_left_out(qapp: Any) -> None:
    item = LabelItem("Mug", "", "X" * 60, "", "USD", None, None, 1)
    image = painted(item, LabelOptions(format=ROLL, sku=False), 3.0)
    assert all(len(runs(image, y)) < 60 for y in range(image.height()))


def test_places_on_a_sheet() -> None:
    paper = FORMATS[0]
    assert paper.per_page == 21
    assert (paper.pages(21, 0), paper.pages(21, 1), paper.pages(0, 5)) == (1, 2, 0)
    places = [paper.place(index, 2) for index in range(21)]
    assert places[0] == (0, 140.0, 0.45)
    assert places[1] == (0, 0.0, pytest.approx(42.75))
    assert places[19][0] == 1
    for paper in FORMATS:
        _, left, top = paper.place(paper.per_page - 1, 0)
        assert left + paper.label[0] <= paper.page[0] + 0.01
        assert top + paper.label[1] <= paper.page[1] + 0.01


def test_as_many_as_are_wanted(qapp: Any) -> None:
    none = LabelItem("Cup", "", "", "", "USD", None, None, -2)
    assert len(expanded([MUG, none], LabelOptions(copies=2))) == 4
    assert expanded([MUG, none], LabelOptions(per_stock=True)) == [MUG] * 3
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter, asked = QPainter(image), []
    pages = paint_pages(painter, 1.0, [MUG] * 3, LabelOptions(format=ROLL), lambda: asked.append(1))
    painter.end()
    assert (pages, len(asked)) == (3, 2)


def test_the_first_label_is_black_in_a_recording_played_with_another_pen(qapp: Any) -> None:
    picture = QPicture()
    painter = QPainter(picture)
    paint_pages(painter, 8.0, [MUG], LabelOptions(format=ROLL, code="none"), lambda: None)
    painter.end()
    image = QImage(464, 320, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("#f0f0f0"))
    painter.drawPicture(0, 0, picture)
    painter.end()
    assert any(QColor(image.pixel(x, y)).lightness() < 64 for x in range(60) for y in range(16, 40))


# -- the page ------------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: Any, services: Any, client: Any) -> LabelPage:
    made = LabelPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open_with(product_ids=("p1", "p2"))
    call = client.calls[-1]
    assert call.operation == ReadLabels(("p1", "p2"))
    call.answer((MUG, MUG))
    return made


def test_the_preview_shows_what_is_chosen(page: LabelPage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.preview.pageCount() == 1)
    page.format.setCurrentIndex(page.format.findData("roll_58x40"))
    page.format.activated.emit(page.format.currentIndex())
    qtbot.waitUntil(lambda: page.preview.pageCount() == 2)
    page.per_stock.click()
    qtbot.waitUntil(lambda: page.preview.pageCount() == 6)
    assert not page.copies.isEnabled()
    assert page.fields[3].isHidden()


def test_a_pdf_with_a_page_for_each_label_of_a_roll(page: LabelPage, prompter: Any, tmp_path: Path) -> None:
    page.format.setCurrentIndex(page.format.findData("roll_58x40"))
    target = tmp_path / "labels.pdf"
    prompter.files.append(str(target))
    page.pdf_button.click()
    made = target.read_bytes()
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") == 2
    boxes = {line for line in made.splitlines() if line.startswith(b"/MediaBox")}
    assert len(boxes) == 1
    _, _, width, height = boxes.pop().partition(b"[")[2].rstrip(b"]").split()
    assert (float(width), float(height)) == (pytest.approx(164.4, abs=1), pytest.approx(113.4, abs=1))  # 58 x 40 mm


def test_the_print_dialog_does_not_block(page: LabelPage, services: Any, qtbot: Any) -> None:
    page.print_button.click()
    (dialog,) = page.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert services.notices.history == ()


def test_nothing_to_print(page: LabelPage) -> None:
    page.items = ()
    page._changed()
    assert not page.print_button.isEnabled()
    assert not page.pdf_button.isEnabled()
