"""A file with mistakes: dropped, mended in the review, imported, taken back."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.history.undo_actions import UNDO

from .pages.import_page import ImportPage
from .pages.person import program
from .pages.products_page import ProductsPage

ROWS = (
    ("Handle", "Title", "Variant SKU", "Variant Price"),
    ("mug", "Mug", "MUG", "36,5O"),
    ("cup", "Cup", "CUP", "free"),
    ("bowl", "Bowl", "BOWL", "20"),
)


def test_rows_are_mended_in_the_review_and_imported(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    path = tmp_path / "autumn.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    with program(tmp_path / "shop", qapp, qtbot) as person:
        page = ImportPage(person)
        page.go()
        page.drop(path)
        # A product whose only row is refused is told of too.
        assert [reason.splitlines()[0] for reason in page.reasons()] == [
            "Line 2 · Variant Price: 36,5O",
            "Line 2 · Handle: mug",
            "Line 3 · Variant Price: free",
            "Line 3 · Handle: cup",
        ]
        page.use_suggestion(0)
        person.wait(lambda: len(page.reasons()) == 2)
        person.application.services.translator.set_language("ru")
        person.wait(lambda: "не денежная сумма" in page.root.review.rejected.rows.index(0).data())
        person.application.services.translator.set_language("en")
        person.wait(lambda: any("is not an amount" in reason for reason in page.reasons()))
        page.type_value(0, "8")
        page.run(3)
        products = ProductsPage(person)
        products.go()
        person.wait(lambda: sorted(products.titles()) == ["Bowl", "Cup", "Mug"])
        actions = person.application.services.actions
        person.wait(lambda: actions.get(UNDO).text() == "Undo: Import of autumn.csv (3 products)")
        products.undo()
        person.wait(lambda: products.titles() == [])
