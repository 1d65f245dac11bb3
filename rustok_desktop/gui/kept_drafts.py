"""What was typed into the things of a list, and which of them is in sight. Without Qt."""

from __future__ import annotations

from typing import Generic, Protocol, Self, TypeVar


class Draft(Protocol):
    """What is being typed about one thing."""

    @property
    def id(self) -> str | None:
        """None while the thing was never saved."""

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""

    def copy(self) -> Self:
        """As it stands now."""

    def bring(self, fresh: Self, sent: Self) -> None:
        """Put what was typed here since ``sent`` upon ``fresh``."""


D = TypeVar("D", bound=Draft)


class KeptDrafts(Generic[D]):
    """Typed text stays with its thing until it is saved or discarded; a new thing stands under None.

    ``chosen`` is the thing in sight. ``asked`` numbers the questions about it: the answer to an earlier one is stale.
    """

    def __init__(self) -> None:
        self.chosen: str | None = None
        self.asked = 0
        self._drafts: dict[str | None, D] = {}
        self._sent: dict[str | None, D] = {}
        self._late: dict[str, tuple[D, D]] = {}

    @property
    def new(self) -> D | None:
        """The thing that was begun and not saved yet."""
        return self._drafts.get(None)

    def choose(self, thing_id: str) -> None:
        """Another thing is in sight; a new one into which nothing was typed goes."""
        if self.new is not None and not self.new.dirty:
            del self._drafts[None]
        self.chosen = thing_id

    def leave(self) -> None:
        """No saved thing is in sight any more, and no answer about one is awaited."""
        self.chosen = None
        self.asked += 1

    def ask(self) -> int:
        """The number of the next question."""
        self.asked += 1
        return self.asked

    def awaits(self, asked: int, thing_id: str) -> bool:
        """Whether the answer to question ``asked`` about that thing is still wanted."""
        return asked == self.asked and thing_id == self.chosen

    def keep(self, draft: D) -> D:
        """Keep ``draft`` in place of the one before."""
        self._drafts[draft.id] = draft
        return draft

    def loaded(self, fresh: D) -> D:
        """What stands on screen once ``fresh`` was loaded: what was typed before, else ``fresh``."""
        if fresh.id in self._late:
            draft, sent = self._late.pop(fresh.id)
            draft.bring(fresh, sent)
            return self.keep(fresh)
        known = self._drafts.get(fresh.id)
        return known if known is not None and known.dirty else self.keep(fresh)

    def send(self, draft: D) -> bool:
        """This is on its way to be saved; False when it was already: a second press makes no second thing."""
        if draft.id in self._sent or any(saved is draft for saved, _ in self._late.values()):
            return False
        self._sent[draft.id] = draft.copy()
        return True

    def refused(self, draft: D) -> None:
        """It was not saved and may be sent again."""
        self._sent.pop(draft.id, None)

    def saved(self, draft: D, thing_id: str) -> None:
        """It was saved as ``thing_id``; what was typed meanwhile comes upon that, once it is loaded."""
        sent = self._sent.pop(draft.id)
        self.forget(draft.id)
        self._late[thing_id] = (draft, sent)
        self.asked += 1  # an answer that is still awaited is older

    def forget(self, draft_id: str | None) -> None:
        """What was typed there is saved, or given up."""
        self._drafts.pop(draft_id, None)

    def lose(self) -> None:
        """The chosen thing is gone from the shop."""
        self.forget(self.chosen)
        self.chosen = None
