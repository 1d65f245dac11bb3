"""Real WordPress files: every item is accounted for, and what goes out comes back without any change."""

from __future__ import annotations

import asyncio
import csv
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.exchange.nodes.export_worker import ExportWork
from rustok_desktop.exchange.nodes.schemas import ExportOptions
from rustok_desktop.exchange.nodes.worker import ContentWork
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.testing import TemporaryShop, indexed, temporary_shop

pytestmark = pytest.mark.real_data
FILES = ("wxr_theme_unit_test.xml", "wxr_woo_sample_products.xml")
# The theme test: 186 items, of which 18 stand there twice and 37 are pictures on another computer.
EXPECTED = {
    "wxr_theme_unit_test.xml": {
        "category": Tally(6),
        "comment": Tally(29, rejected=4),
        "menu": Tally(6),
        "menu_item": Tally(52, rejected=18),
        "page": Tally(21),
        "picture": Tally(rejected=37),
        "post": Tally(58),
    },
    "wxr_woo_sample_products.xml": {"comment": Tally(rejected=1), "product": Tally(rejected=18)},
}


class _Pipe:
    def send(self, message: tuple[str, Any]) -> None:
        assert message[0] == "progress"


async def _plan(job: Any, _on_progress: Any) -> Any:
    return await asyncio.to_thread(ContentWork(job, _Pipe(), threading.Event()).plan)  # type: ignore[arg-type]


async def _export(job: Any, _on_progress: Any) -> Any:
    return await asyncio.to_thread(ExportWork(job, _Pipe(), threading.Event()).write)  # type: ignore[arg-type]


@pytest.fixture
async def shop() -> AsyncIterator[TemporaryShop]:
    async with temporary_shop() as opened:
        yield _here(opened)


@pytest.fixture
async def other() -> AsyncIterator[TemporaryShop]:
    async with temporary_shop() as opened:
        yield _here(opened)


def _here(shop: TemporaryShop) -> TemporaryShop:
    shop.platform.content_imports._run_plan = _plan
    shop.platform.content_exports._run_export = _export
    return shop


def _unchanged(parts: dict[str, Tally]) -> dict[str, Tally]:
    return {part: Tally(unchanged=tally.created, rejected=tally.rejected) for part, tally in parts.items()}


def _kept(parts: dict[str, Tally]) -> dict[str, Tally]:
    return {part: Tally(unchanged=tally.created) for part, tally in parts.items() if tally.created}


@pytest.mark.parametrize("name", FILES)
async def test_every_item_is_accounted_for_and_the_second_time_nothing_changes(
    shop: TemporaryShop, real_data: Path, name: str
) -> None:
    imports = shop.platform.content_imports
    report = await imports.run(shop.ctx, real_data / name)
    assert report.parts == EXPECTED[name]
    assert report.report_file is not None
    with report.report_file.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    own = [row for row in rows if row["kind"] not in ("category", "comment", "menu")]
    assert len(own) == report.found.items
    assert all(row["reason"] for row in rows if row["result"] == "skipped")
    await indexed(shop)
    head = await shop.platform.log.head()
    again = await imports.run(shop.ctx, real_data / name)
    assert again.parts == _unchanged(EXPECTED[name])
    assert await shop.platform.log.head() == head


@pytest.mark.parametrize("name", FILES)
async def test_what_goes_out_comes_back_without_any_change(
    shop: TemporaryShop, other: TemporaryShop, real_data: Path, tmp_path: Path, name: str
) -> None:
    expected = _kept(EXPECTED[name])
    await shop.platform.content_imports.run(shop.ctx, real_data / name)
    exports = shop.platform.content_exports
    await exports.export(shop.ctx, tmp_path / "out.xml", ExportOptions("wxr"))
    back = await shop.platform.content_imports.run(shop.ctx, tmp_path / "out.xml", dry_run=True)
    assert (back.parts, [item for item in back.items if item.diffs]) == (expected, [])
    elsewhere = await other.platform.content_imports.run(other.ctx, tmp_path / "out.xml")
    assert elsewhere.tally == Tally(created=back.tally.unchanged)
    once_more = await other.platform.content_imports.run(other.ctx, real_data / name, dry_run=True)
    assert once_more.parts == _unchanged(EXPECTED[name])


async def test_as_markdown_it_comes_back_too(shop: TemporaryShop, real_data: Path, tmp_path: Path) -> None:
    await shop.platform.content_imports.run(shop.ctx, real_data / FILES[0])
    report = await shop.platform.content_exports.export(shop.ctx, tmp_path / "site")
    assert (report.written, len(report.notes)) == ({"post": 58, "page": 21}, 2)
    back = await shop.platform.content_imports.run(shop.ctx, tmp_path / "site", dry_run=True)
    assert back.parts == {"category": Tally(unchanged=4), "page": Tally(unchanged=21), "post": Tally(unchanged=58)}


async def test_undone_redone_and_imported_again(shop: TemporaryShop, real_data: Path) -> None:
    imports, history = shop.platform.content_imports, shop.platform.history
    await imports.run(shop.ctx, real_data / FILES[0])
    undone = await history.undo(shop.ctx)
    assert (undone.step.kind, undone.step.thing, undone.step.products, undone.finished) == ("import", "node", 166, True)
    assert await shop.platform.menus.menus(shop.ctx) == ()
    await history.redo(shop.ctx)
    redone = await imports.run(shop.ctx, real_data / FILES[0], dry_run=True)
    assert redone.parts == _unchanged(EXPECTED[FILES[0]])
    await history.undo(shop.ctx)
    again = await imports.run(shop.ctx, real_data / FILES[0])
    assert (again.tally.created, again.tally.updated) == (58, 108)  # menus anew, the others out of the trash


async def test_every_recorded_event_obeys_the_registry(shop: TemporaryShop, real_data: Path) -> None:
    report = await shop.platform.content_imports.run(shop.ctx, real_data / FILES[0])
    events = [e for e in await shop.platform.log.read(limit=2000) if e.correlation_id == report.import_id]
    assert len(events) > 300
    for event in events:
        validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))
