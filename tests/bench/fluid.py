"""What a person waits for in big things, and how long the window's loop is away meanwhile: never over 50 ms."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from pathlib import Path

from tests.bench.framework import Bench, Result, at_most, percentile
from tests.bench.variants import MANY, copy_of, fresh_shop, made_product, with_shop
from tests.bench.window import run_program

GAP_MS = 50
GRID = 9_999


def opening(bench: Bench) -> Sequence[Result]:
    """A product opened until its first rows of variants are painted, with very many of them and with one."""
    base, many, one = _products(bench, "opening", bench.size(MANY))
    runs = [_variants(base, "opening", many, one) for _ in range(min(3, bench.rounds))]
    ratio = statistics.median(run["many_ms"] / run["one_ms"] for run in runs)
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    detail = (
        f"many {middle['many_ms']:.0f} ms, one {middle['one_ms']:.0f} ms to the first painted rows; "
        f"all of them {middle['all_here_ms']:.0f} ms"
    )
    name = f"opened of {bench.size(MANY):,} variants"
    return [at_most(f"{name} / of one", ratio, 3, detail), gap(f"{name}: worst gap", runs, "")]


def grid(bench: Bench) -> Sequence[Result]:
    """Prices typed into a grid of the most variants there may be; a product of many saved."""
    rounds = range(min(3, bench.rounds))
    base, most, one = _products(bench, "typing", bench.size(GRID))
    typed = [_variants(base, "typing", most, one) for _ in rounds]
    base, many, one = _products(bench, "saving", bench.size(MANY))
    saved = [_variants(base, "saving", many, one) for _ in rounds]
    return [
        gap(f"typing, {bench.size(GRID):,} variants: worst gap", typed, "few_"),
        gap("the same while all are unsaved: worst gap", typed, "all_"),
        gap(f"one cell of {bench.size(MANY):,} variants saved: worst gap", saved, "one_"),
        gap("all their prices saved: worst gap", saved, "all_"),
    ]


def gap(name: str, runs: Sequence[dict[str, float]], prefix: str) -> Result:
    """The middle of the rounds' worst gaps; what the thread itself computed tells our share in it, and the gaps of the
    same window while it does nothing, where they were measured, tell that of everything else on the machine."""
    gaps = sorted(run[f"{prefix}gap_worst"] for run in runs)
    work = percentile([run[f"{prefix}work_worst"] for run in runs], 0.5)
    middle = statistics.median(gaps)
    detail = f"{middle:.0f} ms ({gaps[0]:.0f} to {gaps[-1]:.0f}), of them computed {work:.0f} ms"
    idle = [run["idle_gap_worst"] for run in runs if "idle_gap_worst" in run]
    detail += f"; idle {statistics.median(idle):.0f} ms" if idle else ""
    return at_most(f"{name} / {GAP_MS} ms", middle / GAP_MS, 1, detail)


def _products(bench: Bench, name: str, count: int) -> tuple[Path, str, str]:
    base = fresh_shop(bench, name)
    many = asyncio.run(with_shop(base, lambda shop: made_product(shop, count)))
    one = asyncio.run(with_shop(base, lambda shop: made_product(shop, 1)))
    return base, many, one


def _variants(base: Path, what: str, many: str, one: str) -> dict[str, float]:
    run = copy_of(base, "run")
    return run_program("variant_window", run, BENCH_DO=what, BENCH_MANY=many, BENCH_ONE=one)
