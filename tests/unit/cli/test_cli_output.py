"""Tables, pairs, plain values and the progress line."""

from __future__ import annotations

import io
from pathlib import Path

from rustok_desktop.cli.output import Progress, pairs, plain, table
from rustok_desktop.exchange.schemas import ImportAction, Tally


def test_tables_align_and_put_numbers_right() -> None:
    text = table(("name", "rows"), [("products", 5), ("x", 1234), ("y", None)])
    assert text.splitlines() == ["NAME      ROWS", "products     5", "x         1234", "y"]
    assert table(("a",), []) == ""


def test_cells_stay_on_one_line() -> None:
    assert table(("a",), [("one\ntwo",)]).splitlines()[1] == "one two"


def test_pairs_align_their_values() -> None:
    assert pairs([("a", 1), ("long", "x"), ("none", None)]) == "a     1\nlong  x\nnone"


def test_records_become_plain_values() -> None:
    value = {"path": Path("a"), "tally": Tally(1), "kind": ImportAction.CREATE, "set": frozenset({1})}
    assert plain(value) == {
        "path": "a",
        "tally": {"created": 1, "updated": 0, "unchanged": 0, "rejected": 0},
        "kind": "create",
        "set": [1],
    }


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_redraws_one_line_and_wipes_it() -> None:
    stream = Terminal()
    progress = Progress("Importing:", stream)
    progress.report(1, 0, "read")
    progress.report(2, 5, "write")  # too soon after the first
    progress.report(5, 5, "write")
    progress.finish()
    assert stream.getvalue().split("\r")[1:3] == ["Importing: read 1", "Importing: write 5 of 5"]
    assert stream.getvalue().endswith("\r")


def test_progress_is_silent_where_nobody_watches() -> None:
    stream = io.StringIO()
    progress = Progress("Importing:", stream)
    progress.report(5, 5)
    progress.finish()
    assert stream.getvalue() == ""
