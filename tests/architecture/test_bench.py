"""The benchmarks judge rightly, and the document lists those there are."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.framework import at_least, at_most, percentile, ratio, table, take_turns, write
from tests.bench.suite import suite

from . import sources


def test_bounds_count_on_the_right_side() -> None:
    assert at_least("a", 0.25, 0.25).ok
    assert not at_least("a", 0.24, 0.25).ok
    assert at_most("a", 2.0, 2).ok
    assert not at_most("a", 2.01, 2).ok


def test_rivals_take_turns_in_changing_order() -> None:
    order: list[str] = []

    def rival(name: str) -> float:
        order.append(name)
        return float(len(order))

    figures = take_turns(2, {"ours": lambda: rival("ours"), "floor": lambda: rival("floor")})
    assert order == ["ours", "floor", "floor", "ours"]
    assert figures == {"ours": [1.0, 4.0], "floor": [2.0, 3.0]}
    assert ratio([2, 4, 9], [1, 4, 3]) == 2


def test_percentile_is_a_measured_value() -> None:
    assert percentile([5, 1, 3, 2, 4], 0.5) == 3
    assert percentile(range(100), 0.95) == 95
    assert percentile([7], 0.99) == 7


def test_results_are_written_for_machines_and_people(tmp_path: Path) -> None:
    results = [at_least("import", 0.3, 0.25, "detail"), at_most("start", 5.0, 4)]
    write(results, tmp_path / "deep" / "bench.json")
    first, second = json.loads((tmp_path / "deep" / "bench.json").read_text(encoding="utf-8"))
    assert {key: first[key] for key in ("name", "ratio", "bound", "better", "ok")} == {
        "name": "import",
        "ratio": 0.3,
        "bound": 0.25,
        "better": "higher",
        "ok": True,
    }
    assert second["ok"] is False
    assert "MISSED" in table(results)


def test_the_document_lists_every_benchmark() -> None:
    text = (sources.ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    assert [name for name in suite().cases if f"| `{name}` |" not in text] == []
