"""How to call what brings content in and out."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

from rustok_desktop.exchange.nodes.export_worker import ExportWork
from rustok_desktop.exchange.nodes.worker import ContentWork
from rustok_desktop.exchange.words.schemas import TextsOptions
from rustok_desktop.exchange.words.worker import ReadWork, WriteWork
from rustok_desktop.testing import TemporaryShop

from .world import MARK, Call, World, _Pipe


async def plan_content_here(job: Any, on_progress: Any) -> Any:
    """The worker's work in a thread: the same code, without waiting for another interpreter."""
    return await asyncio.to_thread(ContentWork(job, _Pipe(), threading.Event()).plan)  # type: ignore[arg-type]


async def export_here(job: Any, on_progress: Any) -> Any:
    """The same for exports."""
    return await asyncio.to_thread(ExportWork(job, _Pipe(), threading.Event()).write)  # type: ignore[arg-type]


async def write_texts_here(job: Any, on_progress: Any) -> Any:
    """The same for files of texts."""
    return await asyncio.to_thread(lambda: WriteWork(job, _Pipe(), threading.Event()).write())  # type: ignore[arg-type]


async def read_texts_here(job: Any, on_progress: Any) -> Any:
    """The same for their way back."""
    return await asyncio.to_thread(lambda: ReadWork(job, _Pipe(), threading.Event()).plan())  # type: ignore[arg-type]


def in_threads(shop: TemporaryShop) -> None:
    """Let a shop's imports and exports of content run here."""
    shop.platform.content_imports._run_plan = plan_content_here
    shop.platform.content_exports._run_export = export_here
    shop.platform.texts._run_write = write_texts_here
    shop.platform.texts._run_read = read_texts_here


def _a_text(w: World) -> Path:
    path = w.folder / f"{w.number}.md"
    path.write_text(f"---\ntitle: {MARK} text {w.number}\ndraft: true\n---\nWords\n", encoding="utf-8")
    return path


def _words(w: World) -> Path:
    path = w.folder / f"{w.number}.csv"
    path.write_text(f"id,source (en),target (de)\nproduct:{w.product.id}:title,A,B\n", encoding="utf-8")
    return path


async def _speak(w: World) -> None:
    for shop in (w.shop, w.neighbour):
        await shop.platform.tenants.enable_locale(shop.ctx, "de")


async def _planned(w: World) -> None:
    w.ids["content_plan"] = await w.shop.platform.content_imports.plan(w.shop.ctx, _a_text(w))


EXCHANGE = {
    "content_imports.plan": Call(lambda w, ctx, v: w.shop.platform.content_imports.plan(ctx, _a_text(w)), hidden=False),
    "content_imports.run": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.run(ctx, _a_text(w), dry_run=True), hidden=False
    ),
    "content_imports.planned": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.planned(ctx, w["content_plan"]), _planned
    ),
    "content_imports.exclude": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.exclude(ctx, w["content_plan"], [1]), _planned
    ),
    "content_imports.commit": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.commit(ctx, w["content_plan"]), _planned
    ),
    "content_imports.discard": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.discard(ctx, w["content_plan"]), _planned
    ),
    "content_imports.carry_out": Call(
        lambda w, ctx, v: w.shop.platform.content_imports.carry_out(ctx, w["content_plan"], dry_run=True), _planned
    ),
    "texts.export": Call(
        lambda w, ctx, v: w.shop.platform.texts.export(
            ctx, w.folder / f"texts-{w.number}-{ctx.tenant_id}", TextsOptions("de", overwrite=True)
        ),
        _speak,
        hidden=False,
    ),
    "texts.plan": Call(lambda w, ctx, v: w.shop.platform.texts.plan(ctx, _words(w)), _speak, hidden=False),
    "texts.run": Call(
        lambda w, ctx, v: w.shop.platform.texts.run(ctx, _words(w), dry_run=True), _speak, hidden=False
    ),
    "content_exports.export": Call(
        lambda w, ctx, v: w.shop.platform.content_exports.export(ctx, w.folder / f"out-{w.number}-{ctx.tenant_id}"),
        hidden=False,
    ),
}
