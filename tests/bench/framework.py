"""How to measure: turns taken in rounds, ratios per round, one table and one file at the end.

Absolute times on a shared machine drift by a factor of two within minutes, so nothing here judges them:
every case runs its rivals alternately and judges the median of the ratios.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    """One judged figure. ``better`` says on which side of ``bound`` a good ``ratio`` lies."""

    name: str
    ratio: float
    bound: float
    better: str  # higher | lower
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a case works: ``directory`` is kept between runs, ``rounds`` is how often the rivals take turns."""

    directory: Path
    rounds: int
    scale: float = 1.0
    listed: int | None = None  # products of the long lists, where another number is asked for

    def size(self, full: int) -> int:
        """``full`` items, or fewer in a quick run."""
        return max(10, int(full * self.scale))


Case = Callable[[Bench], Sequence[Result]]


@dataclass
class Suite:
    """The known cases by name, in the order they run."""

    cases: dict[str, Case] = field(default_factory=dict)

    def add(self, name: str, case: Case) -> None:
        """Add a case; the name chooses it on the command line."""
        self.cases[name] = case


def at_least(name: str, ratio: float, bound: float, detail: str = "") -> Result:
    """A result that is good from ``bound`` upwards."""
    return Result(name, ratio, bound, "higher", ratio >= bound, detail)


def at_most(name: str, ratio: float, bound: float, detail: str = "") -> Result:
    """A result that is good up to ``bound``."""
    return Result(name, ratio, bound, "lower", ratio <= bound, detail)


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def take_turns(rounds: int, rivals: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Each rival's figure per round; who begins changes from round to round."""
    figures: dict[str, list[float]] = {name: [] for name in rivals}
    names = list(rivals)
    for turn in range(rounds):
        for name in names if turn % 2 == 0 else reversed(names):
            figures[name].append(rivals[name]())
    return figures


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' ratios."""
    return statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0..1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(results: Sequence[Result]) -> str:
    """The results as aligned text."""
    head = ("benchmark", "ratio", "bound", "", "measured")
    lines = [
        (
            result.name,
            f"{result.ratio:.3g}",
            f"{'>=' if result.better == 'higher' else '<='} {result.bound:g}",
            "ok" if result.ok else "MISSED",
            result.detail,
        )
        for result in results
    ]
    widths = [max(len(line[column]) for line in (head, *lines)) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (head, *lines)
    )


def write(results: Sequence[Result], path: Path) -> None:
    """The results as JSON: ``[{name, ratio, bound, better, ok}]`` and what was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(result) for result in results], indent=2) + "\n", encoding="utf-8")
