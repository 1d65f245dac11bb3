"""Writing in a text as long as one may be: what the window's loop waits for, and how soon the preview follows."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rustok_desktop.core import limits
from tests.bench.catalog import made_products
from tests.bench.fluid import gap
from tests.bench.framework import Bench, Result, at_most
from tests.bench.variants import copy_of, fresh_shop, with_shop
from tests.bench.window import run_program

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

ROOM = 20_000  # for what is typed: the text is as long as one may be


def writing(bench: Bench) -> Sequence[Result]:
    """Gaps of the loop while somebody types, pastes and scrolls."""
    base, node_id = _page(bench, "writing")
    runs = [_run(base, "writing", node_id) for _ in range(min(3, bench.rounds))]
    acts = ("typing", "pasting", "scrolling")
    return [gap(f"{act} in a text of 1 MB: worst gap", runs, f"{act}_") for act in acts]


def preview(bench: Bench) -> Sequence[Result]:
    """From the end of the pause to the painted preview, against the rendering of the same text."""
    base, node_id = _page(bench, "preview")
    runs = [_run(base, "preview", node_id) for _ in range(min(3, bench.rounds))]
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    ratio = statistics.median(run["ours_ms"] / run["bare_ms"] for run in runs)
    times = f"{middle['ours_ms']:.0f} ms, rendering {middle['bare_ms']:.0f} ms"
    often = f"{middle['renderings']:.0f} times for {middle['keys']:.0f} keys"
    return [
        at_most("preview refreshed / rendering", ratio, 2, times),
        at_most("previews of a sentence typed", middle["renderings"], 1, often),
    ]


def _page(bench: Bench, name: str) -> tuple[Path, str]:
    base = fresh_shop(bench, name)
    return base, asyncio.run(with_shop(base, lambda shop: _made(shop, long_text(limits.BODY - ROOM))))


async def _made(shop: Platform, body: str) -> str:
    from rustok_desktop.content.schemas import CreateNode

    words = {"title": "Ropes from A to Z", "body": body}
    command = CreateNode.model_validate({"kind": "page", "translations": {"en": words}})
    return (await shop.nodes.create_node(shop.context(), command)).node_id


def long_text(length: int) -> str:
    """Markdown with everything there is in it, up to ``length`` characters."""
    parts: list[str] = []
    size = 0
    for made in made_products(100_000):
        words = made.body.removeprefix("<p>").removesuffix("</p>").split()
        link = f"[{words[9]}](https://example.com/{made.handle})"
        said = " ".join([f"**{words[0]}**", *words[1:9], link, *words[10:]])
        part = f"{said}. {said}.\n\n"
        if made.number % 5 == 0:
            part = f"## {made.title}\n\n{part}- {words[0]}\n- *{words[1]}*\n- `{words[2]}`\n\n> {words[3]}\n\n"
        if size + len(part) > length:
            break
        parts.append(part)
        size += len(part)
    return "".join(parts)


def _run(base: Path, what: str, node_id: str) -> dict[str, float]:
    return run_program("writing_window", copy_of(base, "run"), BENCH_DO=what, BENCH_NODE=node_id)
