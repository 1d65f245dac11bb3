"""What takes long is told to the log: the SQL, the names of the parameters, the time; never a value."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rustok_desktop.app import build
from rustok_desktop.core.clock import utc_now
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.slow_log import SLOW_MS, SlowLog, parameter_names
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

PUT = prepare("INSERT INTO sys_meta (key, value) VALUES (:key, :value)")
VALUE = prepare("SELECT value\n  FROM sys_meta WHERE key = :key")
LOGGER = "rustok_desktop.storage.slow_log"


@dataclass
class Timer:
    """A clock that goes on by ``step`` seconds each time it is looked at."""

    step: float = 0.0
    now: float = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def timer() -> Timer:
    return Timer()


@pytest.fixture
async def slow_database(tmp_path: Path, timer: Timer) -> AsyncIterator[Database]:
    opened = Database(tmp_path / "shop.db", utc_now, SlowLog(200.0, timer))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, logger=LOGGER):
        yield caplog


async def test_quick_work_is_not_told(slow_database: Database, timer: Timer, told: pytest.LogCaptureFixture) -> None:
    timer.step = 0.05  # a unit with one statement looks at the clock four times: 150 ms
    await slow_database.writer.run(lambda uow: uow.run(PUT, key="a", value="1"))
    await slow_database.reader.one(VALUE, key="a")
    async with slow_database.reader.snapshot() as session:
        await session.all(VALUE, key="a")
    assert told.records == []


async def test_a_slow_read_is_told_with_its_sql_and_names(
    slow_database: Database, timer: Timer, told: pytest.LogCaptureFixture
) -> None:
    timer.step = 0.25
    await slow_database.reader.one(VALUE, key="secret")
    async with slow_database.reader.snapshot() as session:
        await session.all(VALUE, key="secret")
    assert [record.getMessage() for record in told.records] == ["slow read"] * 2
    for record in told.records:
        assert vars(record)["sql"] == "SELECT value FROM sys_meta WHERE key = :key"
        assert vars(record)["parameters"] == ["key"]
        assert vars(record)["duration_ms"] == pytest.approx(250.0)
        assert "secret" not in str(vars(record))


async def test_a_slow_unit_of_work_is_told_by_its_slowest_statement(
    slow_database: Database, timer: Timer, told: pytest.LogCaptureFixture
) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.one(VALUE, key="secret")
        timer.step = 0.3
        uow.run(PUT, key="b", value="secret")
        timer.step = 0.0
        uow.all(VALUE, key="b")
        uow.run_many(PUT, ({"key": f"k{n}", "value": ""} for n in range(3)))

    await slow_database.writer.run(work)
    (record,) = told.records
    assert record.getMessage() == "slow unit of work"
    assert vars(record)["sql"] == PUT.sql
    assert vars(record)["parameters"] == ["key", "value"]
    assert vars(record)["statements"] == 4
    assert vars(record)["statement_ms"] == pytest.approx(300.0)
    assert vars(record)["duration_ms"] == pytest.approx(600.0)
    assert "secret" not in str(vars(record))


async def test_a_unit_that_failed_is_told_too(
    slow_database: Database, timer: Timer, told: pytest.LogCaptureFixture
) -> None:
    await slow_database.writer.run(lambda uow: uow.run(PUT, key="a", value="1"))
    timer.step = 0.1
    with pytest.raises(UniqueViolation):
        await slow_database.writer.run(lambda uow: uow.run(PUT, key="a", value="2"))
    assert [record.getMessage() for record in told.records] == ["slow unit of work"]


async def test_the_threshold_is_a_setting(tmp_path: Path, told: pytest.LogCaptureFixture) -> None:
    assert Settings(tmp_path).slow_query_ms == SLOW_MS
    for directory, threshold, expected in (("all", 0.0, True), ("none", 1e9, False)):
        told.clear()
        platform = build(Settings(tmp_path / directory, slow_query_ms=threshold))
        await platform.open()
        await platform.close()
        assert bool(told.records) is expected


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("SELECT 1", []),
        ("SELECT :b, :a, :b", ["b", "a"]),
        ("SELECT strftime('%H:%M:%f', :at), 'it''s :no'", ["at"]),
    ],
)
def test_names_of_parameters(sql: str, names: list[str]) -> None:
    assert parameter_names(sql) == names
