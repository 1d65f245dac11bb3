"""The consumers' cursors and failed deliveries, as rows."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass

from rustok_desktop.core.events import EventRef
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

RETRYING, WAITING, DEAD = "retrying", "waiting", "dead"

OPEN = prepare(
    "INSERT INTO sys_consumers (name, position, updated_at) VALUES (:name, :position, :now) ON CONFLICT DO NOTHING"
)
POSITION = prepare("SELECT position FROM sys_consumers WHERE name = :name")
ALL_POSITIONS = prepare("SELECT name, position, updated_at FROM sys_consumers ORDER BY name")
FAILED_COUNTS = prepare("SELECT consumer, state, count(*) FROM sys_dead_letters GROUP BY consumer, state")
BLOCKED = prepare("SELECT DISTINCT aggregate_id FROM sys_dead_letters WHERE consumer = :consumer")
RETRYABLE = prepare(
    "SELECT seq, attempts FROM sys_dead_letters WHERE consumer = :consumer AND state = 'retrying' ORDER BY seq"
)
NEXT_WAITING = prepare(
    "SELECT seq FROM sys_dead_letters WHERE consumer = :consumer AND aggregate_id = :aggregate_id ORDER BY seq LIMIT 1"
)
_ADVANCE = prepare("UPDATE sys_consumers SET position = :to, updated_at = :now WHERE name = :name AND position = :was")
_SET = prepare("UPDATE sys_consumers SET position = :to, updated_at = :now WHERE name = :name")
_PARK = prepare(
    "INSERT INTO sys_dead_letters (consumer, seq, tenant_id, aggregate_id, state, attempts, fingerprint, error,"
    " first_failed_at, last_failed_at) VALUES (:consumer, :seq, :tenant_id, :aggregate_id, :state, :attempts,"
    " :fingerprint, :error, :now, :now) ON CONFLICT (consumer, seq) DO UPDATE SET state = excluded.state,"
    " attempts = excluded.attempts, fingerprint = excluded.fingerprint, error = excluded.error,"
    " last_failed_at = excluded.last_failed_at"
)
_UNPARK = prepare("DELETE FROM sys_dead_letters WHERE consumer = :consumer AND seq = :seq")
_CLEAR = prepare("DELETE FROM sys_dead_letters WHERE consumer = :consumer AND seq > :after")


class CursorMoved(Exception):
    """Somebody set the cursor (a replay) while a batch was under way: read it again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with a delivery; the fingerprint groups equal faults."""

    fingerprint: str
    error: str

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """From an exception, with its traceback."""
        text = "".join(traceback.format_exception(error))[-8000:]
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""
        digest = hashlib.sha256(f"{type(error).__qualname__}|{place}".encode()).hexdigest()[:16]
        return cls(digest, text)


def advance(uow: UnitOfWork, name: str, was: int, to: int) -> None:
    """Step the cursor; CursorMoved unless it still stands at ``was``."""
    if uow.run(_ADVANCE, name=name, was=was, to=to, now=uow.now) != 1:
        raise CursorMoved(name)


def set_back(uow: UnitOfWork, name: str, to: int) -> None:
    """Replay from ``to``: deliveries after it that had failed are forgotten, they come again."""
    uow.run(_SET, name=name, to=to, now=uow.now)
    uow.run(_CLEAR, consumer=name, after=to)


def park(uow: UnitOfWork, name: str, ref: EventRef, state: str, attempts: int, failure: Failure) -> None:
    """Keep a delivery aside, with why."""
    uow.run(
        _PARK,
        consumer=name,
        seq=ref.seq,
        tenant_id=ref.tenant_id,
        aggregate_id=ref.aggregate_id,
        state=state,
        attempts=attempts,
        fingerprint=failure.fingerprint,
        error=failure.error,
        now=uow.now,
    )


def unpark(uow: UnitOfWork, name: str, seq: int) -> None:
    """The delivery succeeded at last."""
    uow.run(_UNPARK, consumer=name, seq=seq)
