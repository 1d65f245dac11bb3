"""The event envelope: RusToK's fields, plus the order in the log and the aggregate an event belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# One field's path -> [was, is]; ``None`` stands for absent. Paths: ``title@en``, ``vendor``, ``tags``,
# ``variants/<variant id>/sku``, ``variants/<variant id>/price@EUR``.
Changes = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event about to be recorded in the transaction that makes it true."""

    event_type: str
    aggregate_type: str
    aggregate_id: str
    data: Mapping[str, Any]
    schema_version: int = 1


@dataclass(frozen=True, slots=True)
class EventRef:
    """What most consumers need of an event: its place and its subject, without the body."""

    seq: int
    event_type: str
    tenant_id: str
    aggregate_type: str
    aggregate_id: str
    txid: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """A recorded event. ``seq`` orders the log; ``data`` holds RusToK's thin fields and ``changes``."""

    seq: int
    id: str
    event_type: str
    schema_version: int
    tenant_id: str
    aggregate_type: str
    aggregate_id: str
    correlation_id: str
    causation_id: str | None
    trace_id: str | None
    timestamp: str
    actor_id: str | None
    device_id: str | None
    txid: str
    data: dict[str, Any]
