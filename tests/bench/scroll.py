"""A list of a million products moved through in the real window: the loop is never away for more than 50 ms."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tests.bench.fluid import GAP_MS
from tests.bench.framework import Bench, Result, at_most
from tests.bench.long_list import long_list
from tests.bench.window import run_program

LISTED = 1_000_000
WAYS = {
    "held": "Page Down held",
    "page": "Page Down, each product opened beside",
    "jump": "End and Home",
    "drag": "scroll bar dragged",
    "wheel": "wheel",
}


def run(bench: Bench) -> Sequence[Result]:
    """Each way of moving in the same window, one after the other."""
    directory = long_list(bench, bench.listed or bench.size(LISTED))
    runs = [run_program("list_window", directory, BENCH_DO="scrolling") for _ in range(min(3, bench.rounds))]
    return [_judged(f"{runs[0]['rows']:,.0f} rows, {words}", way, runs) for way, words in WAYS.items()]


def _judged(name: str, way: str, runs: Sequence[dict[str, float]]) -> Result:
    """The middle of the rounds' worst gaps; what the thread itself computed tells our share in it."""
    gaps = sorted(run[f"{way}_gap_worst"] for run in runs)
    middle = statistics.median(gaps)
    computed = statistics.median(run[f"{way}_work_worst"] for run in runs)
    usual = statistics.median(run[f"{way}_gap_p99"] for run in runs)
    detail = (
        f"{middle:.0f} ms ({gaps[0]:.0f} to {gaps[-1]:.0f}), p99 {usual:.0f} ms, of them computed {computed:.0f} ms"
    )
    return at_most(f"{name}: worst gap / {GAP_MS} ms", middle / GAP_MS, 1, detail)
