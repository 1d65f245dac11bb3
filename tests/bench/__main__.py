"""``python -m tests.bench [NAMES] [--rounds N] [--quick] [--million]``: run the benchmarks; exit 1 if one missed."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.bench.framework import Bench, Result, table, write
from tests.bench.suite import suite

BUILD = Path(__file__).resolve().parents[2] / "build"


def main(arguments: list[str]) -> int:
    """Run the named cases, or all."""
    cases = suite().cases
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*cases, []], help=f"of {', '.join(cases)}; all if none is named")
    parser.add_argument("--rounds", type=int, default=5, help="how often rivals take turns (default 5)")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows: shows that it runs, not how fast")
    parser.add_argument("--million", action="store_true", help="lists of a million products, where a case has lists")
    options = parser.parse_args(arguments)
    bench = Bench(
        BUILD / "bench", options.rounds, 0.1 if options.quick else 1.0, 1_000_000 if options.million else None
    )
    bench.directory.mkdir(parents=True, exist_ok=True)
    results: list[Result] = []
    for name in options.names or cases:
        start = time.perf_counter()
        sys.stderr.write(f"{name} ...")
        sys.stderr.flush()
        results += cases[name](bench)
        sys.stderr.write(f" {time.perf_counter() - start:.0f} s\n")
    sys.stdout.write(table(results) + "\n")
    write(results, BUILD / "bench.json")
    return 0 if all(result.ok for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
