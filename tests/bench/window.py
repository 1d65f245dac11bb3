"""The window: how soon it paints, what it holds in memory, and whether it stays fluid during an import."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.big_shop import big_shop
from tests.bench.catalog import write_csv
from tests.bench.fill import fill
from tests.bench.framework import Bench, Result, at_most, take_turns
from tests.bench.shop import database_file, index_all, new_shop

ROOT = Path(__file__).resolve().parents[2]
OPEN = 100_000
LISTED = 5_000
IMPORTED = 15_000
MEMORY_WAIT = 4.0


def start(bench: Bench) -> Sequence[Result]:
    """First paint of the real window over an existing shop, against a Qt window with nothing in it."""
    directory = _shop(bench, "start", bench.size(LISTED))
    figures = take_turns(
        max(5, bench.rounds),
        {
            "ours": lambda: run_program("app_window", directory)["painted_ms"],
            "empty": lambda: run_program("empty_window")["painted_ms"],
        },
    )
    ours, empty = statistics.median(figures["ours"]), statistics.median(figures["empty"])
    return [at_most("first paint / empty window", ours / empty, 4, f"{ours:.0f} ms, empty {empty:.0f} ms")]


def memory(bench: Bench) -> Sequence[Result]:
    """Resident memory with the big shop's list open, against the same empty window."""
    source = big_shop(bench, bench.size(OPEN))
    rounds = min(3, bench.rounds)
    figures = take_turns(
        rounds,
        {
            "ours": lambda: run_program("app_window", source, BENCH_WAIT=str(MEMORY_WAIT))["memory_mb"],
            "empty": lambda: run_program("empty_window", BENCH_WAIT="1")["memory_mb"],
        },
    )
    ours, empty = max(figures["ours"]), statistics.median(figures["empty"])
    detail = f"{ours:.0f} MB with {bench.size(OPEN):,} products, empty {empty:.0f} MB"
    return [at_most("memory / empty window", ours / empty, 3.5, detail)]


def fluid(bench: Bench) -> Sequence[Result]:
    """Timer gaps and repaints while a file is imported, against the same window just before."""
    base = _shop(bench, "fluid", bench.size(LISTED))
    file = write_csv(
        bench.directory / f"import-{bench.size(IMPORTED)}.csv", bench.size(IMPORTED), seed=11, prefix="new"
    )
    runs = []
    for _ in range(min(3, bench.rounds)):
        directory = base.with_name("fluid-run")
        shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(base, directory)
        runs.append(run_program("busy_window", directory, BENCH_CSV=str(file)))
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    worst = max(run["busy_gap_worst"] for run in runs)
    return [
        at_most(
            "import: worst timer gap / 50 ms",
            worst / 50,
            1,
            f"{worst:.1f} ms; idle {middle['idle_gap_worst']:.1f} ms; {middle['created']:,.0f} products in "
            f"{middle['import_s']:.1f} s",
        ),
        at_most(
            "import: timer gap p99 / idle",
            statistics.median(run["busy_gap_p99"] / run["idle_gap_p99"] for run in runs),
            2,
            f"{middle['busy_gap_p99']:.1f} ms, idle {middle['idle_gap_p99']:.1f} ms",
        ),
        at_most(
            "import: table repaint p95 / idle",
            statistics.median(run["busy_repaint_p95"] / run["idle_repaint_p95"] for run in runs),
            2,
            f"{middle['busy_repaint_p95']:.1f} ms, idle {middle['idle_repaint_p95']:.1f} ms",
        ),
    ]


def _shop(bench: Bench, name: str, count: int) -> Path:
    """A shop of ``count`` products, indexed and closed."""
    directory = bench.directory / name
    shutil.rmtree(directory, ignore_errors=True)
    new_shop(directory)
    fill(database_file(directory), count)
    index_all(directory)
    return directory


def run_program(program: str, data: Path | None = None, **environ: str) -> dict[str, float]:
    """Start a program in an empty home and read its figures."""
    with tempfile.TemporaryDirectory(prefix="rustok-bench-") as home:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.bench.programs.{program}"],
            cwd=ROOT,
            env={
                **os.environ,
                "HOME": home,
                "QT_QPA_PLATFORM": "offscreen",
                "BENCH_DATA": str(data or home),
                "BENCH_START": str(time.monotonic_ns()),
                **environ,
            },
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    if done.returncode != 0 or not done.stdout.strip():
        raise AssertionError(f"{program} ended with {done.returncode}: {done.stderr[-2000:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
