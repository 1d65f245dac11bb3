"""Tells the change feed when a projection has caught up, so that lists read again at the right moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rustok_desktop.core.events import EventRef
from rustok_desktop.outbox.consumer import Consumer, Effect
from rustok_desktop.storage.unit_of_work import UnitOfWork


class AnnouncingConsumer:
    """The same consumer; after each of its commits ``announce`` gets the ids of the batch's aggregates.

    A list that read on the event itself would race the projector and show the old row.
    """

    def __init__(self, consumer: Consumer, announce: Callable[[Iterable[str]], None]) -> None:
        self._consumer = consumer
        self._announce = announce
        self.name = consumer.name
        self.event_types = consumer.event_types
        self.batch_size = consumer.batch_size

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """The inner consumer's effect, followed by the announcement."""
        effect = await self._consumer.prepare(batch)
        ids = frozenset(ref.aggregate_id for ref in batch)
        if effect is None:  # nothing to write: what the model shows is already right
            self._announce(ids)
            return None

        def announced(uow: UnitOfWork) -> None:
            effect(uow)
            uow.after_commit(lambda: self._announce(ids))

        return announced
