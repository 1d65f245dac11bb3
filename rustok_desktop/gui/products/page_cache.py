"""The window over a list too long to hold: pages of rows, fetched where somebody looks.

Pages are numbered; page ``n`` holds rows ``n*size`` up to ``(n+1)*size``. A page is asked for from the nearest
known cursor of the same generation, so that no answer to an older question is ever counted from.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from rustok_desktop.index.schemas import Anchors, ProductRow

PAGE_SIZE = 200
ANCHOR_STEP = 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """A row and its marked hits, (start, length) in characters of the title."""

    row: ProductRow
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Fetch:
    """One page to ask for: ``skip`` rows past the cursor, in the given direction."""

    generation: int
    page: int
    after: str | None
    before: str | None
    skip: int
    limit: int


@dataclass(slots=True)
class _Page:
    generation: int
    rows: Sequence[Listed]
    next: str | None
    previous: str | None


class PageCache:
    """Holds at most ``capacity`` pages, the least lately looked at goes first."""

    def __init__(self, *, capacity: int = 24, page_size: int = PAGE_SIZE, in_flight: int = 2) -> None:
        self.total = 0
        self.generation = 0
        self.page_size = page_size
        self._capacity = capacity
        self._limit = in_flight
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._flying: set[int] = set()
        self._anchors: Anchors | None = None

    def restart(self, total: int, rows: Sequence[Listed], following: str | None) -> None:
        """A new question with its first page: everything known is forgotten."""
        self._pages.clear()
        self._begin(total)
        self._pages[0] = _Page(self.generation, rows, following, None)

    def refresh(self, total: int, rows: Sequence[Listed], following: str | None) -> None:
        """The same question again: rows stay on show until their page comes anew."""
        self._begin(total)
        self._pages[0] = _Page(self.generation, rows, following, None)
        beyond = [page for page in self._pages if page * self.page_size >= total and page]
        for page in beyond:
            del self._pages[page]

    def _begin(self, total: int) -> None:
        self.generation += 1
        self.total = total
        self._anchors = None
        self._wanted.clear()
        self._flying.clear()

    def set_anchors(self, generation: int, anchors: Anchors) -> None:
        """Take the cursors of a long list, unless the question has changed meanwhile."""
        if generation == self.generation:
            self._anchors = anchors

    def row(self, index: int) -> Listed | None:
        """The row at ``index``, or None and the page is wanted. A row of an older answer counts as wanted too."""
        number, offset = divmod(index, self.page_size)
        page = self._pages.get(number)
        if page is None or page.generation != self.generation:
            self._want(number)
        if page is None or offset >= len(page.rows):
            return None
        self._pages.move_to_end(number)
        return page.rows[offset]

    def peek(self, index: int) -> Listed | None:
        """The row if it is here, without asking for it."""
        number, offset = divmod(index, self.page_size)
        page = self._pages.get(number)
        return page.rows[offset] if page is not None and offset < len(page.rows) else None

    def _want(self, number: int) -> None:
        if number in self._flying or not 0 <= number * self.page_size < self.total:
            return
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        while len(self._wanted) > 4:  # a fling of the scroll bar passes pages that nobody will look at
            self._wanted.popitem(last=False)

    def next_fetches(self) -> list[Fetch]:
        """What to ask for now, the latest wish first."""
        fetches = []
        while self._wanted and len(self._flying) < self._limit:
            number, _ = self._wanted.popitem()
            self._flying.add(number)
            fetches.append(self._fetch(number))
        return fetches

    @property
    def wanting(self) -> bool:
        """Whether some page is wanted and not yet asked for."""
        return bool(self._wanted)

    def _fetch(self, number: int) -> Fetch:
        start = number * self.page_size
        after, before, skip = self._position(number, start)
        return Fetch(self.generation, number, after, before, skip, min(self.page_size, self.total - start))

    def _position(self, number: int, start: int) -> tuple[str | None, str | None, int]:
        earlier = self._current(number - 1)
        if earlier is not None and earlier.next is not None and len(earlier.rows) == self.page_size:
            return earlier.next, None, 0
        later = self._current(number + 1)
        if later is not None and later.previous is not None:
            return None, later.previous, 0
        if self._anchors is not None and self._anchors.cursors:
            # A page after an anchor begins with the anchor's own row.
            place = min(start // self._anchors.step, len(self._anchors.cursors) - 1)
            return self._anchors.cursors[place], None, start - place * self._anchors.step
        behind = max(0, self.total - start - self.page_size)
        if behind < start:  # nearer to the end: from there backwards
            return None, "", behind
        return None, None, start

    def _current(self, number: int) -> _Page | None:
        page = self._pages.get(number)
        return page if page is not None and page.generation == self.generation else None

    def accept(
        self, fetch: Fetch, rows: Sequence[Listed], following: str | None, previous: str | None
    ) -> tuple[int, int] | None:
        """Store an answer; the first and last row it fills, or None when it comes too late."""
        if fetch.generation != self.generation:
            return None
        self._flying.discard(fetch.page)
        self._pages[fetch.page] = _Page(fetch.generation, rows, following, previous)
        self._pages.move_to_end(fetch.page)
        while len(self._pages) > self._capacity:
            self._pages.popitem(last=False)
        start = fetch.page * self.page_size
        return start, min(start + self.page_size, self.total) - 1

    def failed(self, fetch: Fetch) -> None:
        """The question could not be answered; a later look asks again."""
        if fetch.generation == self.generation:
            self._flying.discard(fetch.page)

    def find(self, product_id: str) -> int | None:
        """The row of a product among the pages held."""
        for number, page in self._pages.items():
            for offset, listed in enumerate(page.rows):
                if listed.row.product_id == product_id:
                    return number * self.page_size + offset
        return None
