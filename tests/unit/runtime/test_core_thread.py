"""The core thread and its client: order, cancellation, stopping, and nothing left behind."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest

from rustok_desktop.core.errors import KnownFault, UserError
from rustok_desktop.runtime.client import Client
from rustok_desktop.runtime.core_thread import CoreState, CoreThread
from tests.unit.runtime.core_rig import Face, FakePlatform, Rig, echo


def test_a_thousand_operations_come_back_to_the_delivering_thread(rig: Rig) -> None:
    rig.thread.start()
    results: list[int] = []
    threads: set[int] = set()

    def received(value: int) -> None:
        results.append(value)
        threads.add(threading.get_ident())

    def submit(start: int) -> None:
        for number in range(start, start + 250):
            rig.client.submit(lambda p, n=number: echo(p, n), on_result=received)

    submitters = [threading.Thread(target=submit, args=(n * 250,)) for n in range(4)]
    for submitter in submitters:
        submitter.start()
    rig.face.wait(lambda: len(results) == 1000)
    for submitter in submitters:
        submitter.join()
    assert sorted(results) == list(range(1000))
    assert threads == {threading.get_ident()}


def test_operations_wait_until_the_platform_is_open(rig: Rig) -> None:
    rig.open_gate.clear()
    results: list[int] = []
    before_start = rig.client.submit(lambda p: echo(p, 1), on_result=results.append)
    rig.thread.start()
    rig.client.submit(lambda p: echo(p, 2), on_result=results.append)
    assert not before_start.done
    assert rig.thread.state is CoreState.OPENING
    rig.open_gate.set()
    rig.face.wait(lambda: len(results) == 2)
    assert results == [1, 2]
    assert rig.thread.state is CoreState.READY


def test_a_platform_that_does_not_open_fails_every_operation() -> None:
    fault = KnownFault("disk_full")
    failed: list[BaseException] = []

    async def opener() -> FakePlatform:
        raise fault

    face, errors = Face(), []
    thread: CoreThread[FakePlatform] = CoreThread(opener, on_failed=failed.append)
    client = Client(thread, face.queue.put)
    client.submit(echo, on_error=errors.append)
    thread.start()
    face.wait(lambda: len(errors) == 1)
    client.submit(echo, on_error=errors.append)
    face.wait(lambda: len(errors) == 2)
    assert errors == [fault, fault]
    assert failed == [fault]
    assert thread.state is CoreState.FAILED
    assert thread.stop(5)


def test_a_thread_that_breaks_tells_the_face_and_leaves_nothing_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    error = RuntimeError("no loop today")

    def broken(_self: object) -> None:
        raise error

    monkeypatch.setattr("rustok_desktop.runtime.core_loop.CoreLoop.run", broken)
    failed: list[BaseException] = []
    cancelled: list[object] = []
    face = Face()
    thread: CoreThread[FakePlatform] = CoreThread(Rig()._open, on_failed=failed.append, on_bug=failed.append)
    Client(thread, face.queue.put).submit(echo, on_cancelled=cancelled.append)
    thread.start()
    face.wait(lambda: bool(cancelled))
    assert failed == [error, error]
    assert thread.stop(5)


def test_errors_for_people_are_no_bugs_and_bugs_are_both(rig: Rig) -> None:
    rig.thread.start()
    errors: list[BaseException] = []

    async def refused(_platform: FakePlatform) -> None:
        raise UserError("required")

    async def broken(_platform: FakePlatform) -> None:
        raise ZeroDivisionError

    rig.client.submit(refused, on_error=errors.append)
    rig.face.wait(lambda: len(errors) == 1)
    assert rig.bugs == []
    rig.client.submit(broken, on_error=errors.append)
    rig.face.wait(lambda: len(errors) == 2)
    assert [type(error) for error in rig.bugs] == [ZeroDivisionError]


def test_an_error_nobody_asked_for_goes_to_the_client(rig: Rig) -> None:
    rig.thread.start()
    errors: list[BaseException] = []
    client = Client(rig.thread, rig.face.queue.put, on_error=errors.append)

    async def refused(_platform: FakePlatform) -> None:
        raise UserError("required")

    client.submit(refused)
    rig.face.wait(lambda: len(errors) == 1)


def test_cancelling_ends_the_operation_and_calls_nothing_else(rig: Rig) -> None:
    rig.thread.start()
    seen: list[str] = []
    started, ended = threading.Event(), threading.Event()

    async def slow(_platform: FakePlatform) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    handle = rig.client.submit(
        slow,
        on_result=lambda _: seen.append("result"),
        on_error=lambda _: seen.append("error"),
        on_cancelled=lambda _: seen.append("cancelled"),
    )
    assert started.wait(5)
    handle.cancel()
    handle.cancel()
    rig.face.wait(lambda: bool(seen))
    assert ended.is_set()
    assert handle.done
    assert seen == ["cancelled"]


def test_cancelling_before_the_platform_is_open(rig: Rig) -> None:
    rig.open_gate.clear()
    seen: list[str] = []
    handle = rig.client.submit(
        echo, on_result=lambda _: seen.append("result"), on_cancelled=lambda _: seen.append("cancelled")
    )
    rig.thread.start()
    handle.cancel()
    rig.open_gate.set()
    rig.face.wait(lambda: bool(seen))
    assert seen == ["cancelled"]


def test_a_cancelled_operation_may_say_how_far_it_came(rig: Rig) -> None:
    rig.thread.start()
    seen: list[object] = []
    started = threading.Event()

    async def import_like(_platform: FakePlatform) -> str:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return "kept 500"
        return "all"

    handle = rig.client.submit(import_like, on_result=lambda _: seen.append("result"), on_cancelled=seen.append)
    assert started.wait(5)
    handle.cancel()
    rig.face.wait(lambda: bool(seen))
    assert seen == ["kept 500"]


def test_an_answer_on_its_way_is_held_back_by_cancel_and_by_a_closed_view(rig: Rig) -> None:
    rig.thread.start()
    seen: list[object] = []
    open_view = [True]
    first = rig.client.submit(echo, on_result=seen.append, on_cancelled=lambda value: seen.append(("late", value)))
    rig.client.submit(echo, on_result=seen.append, alive=lambda: open_view[0])
    last = rig.client.submit(lambda p: echo(p, 7))
    while not last.done:
        time.sleep(0.001)
    first.cancel()
    open_view[0] = False
    while not rig.face.queue.empty():
        rig.face.queue.get()()
    assert seen == [("late", 0)]


def test_progress_is_coalesced_and_the_newest_value_wins(rig: Rig) -> None:
    rig.thread.start()
    seen: list[int] = []

    async def work(_platform: FakePlatform, report: Callable[[int], None]) -> str:
        for number in range(10_000):
            report(number)
        return "done"

    handle = rig.client.submit(work, on_progress=seen.append, on_result=lambda _: seen.append(-1))
    while not handle.done:
        time.sleep(0.001)
    rig.face.wait(lambda: -1 in seen)
    assert seen == [9999, -1]
