"""Stopping the core thread, and what is on record afterwards."""

from __future__ import annotations

import asyncio
import threading

from rustok_desktop.runtime.notices import ChangeNotice
from tests.unit.runtime.core_rig import FakePlatform, Rig, echo


def test_stop_cancels_reads_and_waits_for_writes() -> None:
    rig = Rig()
    rig.thread.start()
    seen: list[str] = []
    started, saving, stopped = threading.Barrier(3), threading.Event(), list[bool]()

    async def read(_platform: FakePlatform) -> None:
        await asyncio.to_thread(started.wait)
        await asyncio.Event().wait()

    async def write(platform: FakePlatform) -> None:
        await asyncio.to_thread(started.wait)
        await asyncio.to_thread(saving.wait)
        platform.saved.append(1)

    rig.client.submit(read, on_cancelled=lambda _: seen.append("read"))
    rig.client.submit(write, on_result=lambda _: seen.append("write"), write=True)
    started.wait(5)
    stopping = threading.Thread(target=lambda: stopped.append(rig.thread.stop(120)), daemon=True)
    stopping.start()
    rig.face.wait(lambda: bool(seen))
    assert seen == ["read"], "a read ends at once"
    assert not rig.platform.closed.is_set(), "the platform stays open while something is written"
    saving.set()
    rig.face.wait(lambda: len(seen) == 2)
    stopping.join(10)
    assert stopped == [True], "nothing is waited for any longer"
    assert rig.platform.saved == [1]
    assert rig.platform.closed.is_set()


def test_stop_does_not_hang_on_a_write_that_never_ends() -> None:
    rig = Rig()
    rig.thread.start()
    started = threading.Event()

    async def endless(_platform: FakePlatform) -> None:
        started.set()
        await asyncio.Event().wait()

    rig.client.submit(endless, write=True)
    assert started.wait(5)
    assert rig.thread.stop(0.6)
    assert rig.platform.closed.is_set()


def test_after_stop_work_is_refused_as_cancelled(rig: Rig) -> None:
    rig.thread.start()
    assert rig.thread.stop(5)
    assert rig.thread.stop(5)
    seen: list[object] = []
    handle = rig.client.submit(echo, on_result=seen.append, on_cancelled=seen.append)
    rig.face.wait(lambda: bool(seen))
    assert seen == [None]
    assert handle.done


def test_stop_without_a_start(rig: Rig) -> None:
    seen: list[object] = []
    rig.client.submit(echo, on_cancelled=seen.append)
    assert rig.thread.stop(1)
    rig.face.wait(lambda: bool(seen))


def test_stop_while_opening_still_closes_the_platform(rig: Rig) -> None:
    rig.open_gate.clear()
    rig.thread.start()
    threading.Timer(0.1, rig.open_gate.set).start()
    assert rig.thread.stop(5)
    assert rig.platform.closed.is_set()


def test_a_fault_in_closing_is_on_record(rig: Rig) -> None:
    async def broken() -> None:
        raise RuntimeError("half closed")

    rig.platform.close = broken  # type: ignore[method-assign]
    rig.thread.start()
    assert rig.thread.stop(5)
    assert [str(error) for error in rig.bugs] == ["half closed"]


def test_a_stray_task_error_is_on_record(rig: Rig) -> None:
    rig.thread.start()
    seen: list[object] = []

    async def stray(_platform: FakePlatform) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)

    rig.client.submit(stray, on_result=seen.append)
    rig.face.wait(lambda: bool(seen))
    assert [type(error) for error in rig.bugs] == [ZeroDivisionError]


def test_watchers_get_notices_in_the_delivering_thread(rig: Rig) -> None:
    rig.thread.start()
    first: list[ChangeNotice] = []
    second: list[ChangeNotice] = []
    threads: set[int] = set()

    def noted(notice: ChangeNotice) -> None:
        first.append(notice)
        threads.add(threading.get_ident())

    unwatch = rig.client.watch(noted)
    rig.client.watch(second.append)
    ready: list[object] = []

    async def follow(platform: FakePlatform) -> None:
        await platform.changes.start()
        platform.changes.projected({"a"})

    rig.client.submit(follow, on_result=ready.append)
    rig.face.wait(lambda: bool(first) and bool(second))
    assert first[0].ids == {"a"}
    assert threads == {threading.get_ident()}
    unwatch()
    rig.client.submit(lambda p: asyncio.to_thread(p.changes.projected, {"b"}))
    rig.face.wait(lambda: any("b" in notice.ids for notice in second))
    assert not any("b" in notice.ids for notice in first)
    rig.client.submit(lambda p: p.changes.stop(), on_result=ready.append)
    rig.face.wait(lambda: len(ready) == 2)
