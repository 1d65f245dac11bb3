"""The window over a long list."""

from __future__ import annotations

from rustok_desktop.gui.products.page_cache import Fetch, Listed, PageCache
from rustok_desktop.index.schemas import Anchors

from .samples import row

SIZE = 10


def rows(start: int, count: int = SIZE, title: str = "Row") -> list[Listed]:
    return [Listed(row(i, f"{title} {i}")) for i in range(start, start + count)]


def filled(total: int = 1000, **kwargs: int) -> PageCache:
    cache = PageCache(page_size=SIZE, **kwargs)
    cache.restart(total, rows(0), "c9")
    return cache


def answer(cache: PageCache, fetch: Fetch, title: str = "Row") -> tuple[int, int] | None:
    start = fetch.page * SIZE
    return cache.accept(fetch, rows(start, fetch.limit, title), f"c{start + fetch.limit - 1}", f"c{start}")


def test_the_first_page_is_there_at_once() -> None:
    cache = filled()
    listed = cache.row(3)
    assert listed is not None
    assert listed.row.title == "Row 3"
    assert not cache.next_fetches()


def test_the_next_page_goes_on_from_the_cursor() -> None:
    cache = filled()
    assert cache.row(12) is None
    (fetch,) = cache.next_fetches()
    assert (fetch.page, fetch.after, fetch.before, fetch.skip, fetch.limit) == (1, "c9", None, 0, SIZE)
    assert answer(cache, fetch) == (10, 19)
    listed = cache.row(12)
    assert listed is not None
    assert listed.row.title == "Row 12"


def test_a_jump_uses_the_anchor_before_the_page() -> None:
    cache = filled()
    cache.set_anchors(cache.generation, Anchors(1000, 100, tuple(f"a{i}" for i in range(0, 1000, 100))))
    cache.row(500)
    (fetch,) = cache.next_fetches()
    assert (fetch.after, fetch.skip) == ("a500", 0)
    cache.row(555)
    (fetch,) = cache.next_fetches()
    assert (fetch.page, fetch.after, fetch.skip) == (55, "a500", 50)


def test_a_jump_without_anchors_counts_from_the_start() -> None:
    cache = filled()
    cache.row(405)
    (fetch,) = cache.next_fetches()
    assert (fetch.after, fetch.before, fetch.skip, fetch.limit) == (None, None, 400, SIZE)


def test_a_jump_without_anchors_near_the_end_counts_from_there() -> None:
    cache = filled(total=1004)
    for index, skip, limit in ((1003, 0, 4), (999, 4, SIZE), (985, 14, SIZE)):
        assert cache.row(index) is None
        (fetch,) = cache.next_fetches()
        assert (fetch.after, fetch.before, fetch.skip, fetch.limit) == (None, "", skip, limit)
        cache.failed(fetch)


def test_going_up_uses_the_cursor_of_the_page_below() -> None:
    cache = filled()
    cache.row(500)
    (fetch,) = cache.next_fetches()
    answer(cache, fetch)
    cache.row(495)
    (fetch,) = cache.next_fetches()
    assert (fetch.page, fetch.after, fetch.before) == (49, None, "c500")


def test_the_last_page_is_short() -> None:
    cache = filled(total=25)
    cache.row(24)
    (fetch,) = cache.next_fetches()
    assert fetch.limit == 5


def test_late_answers_are_dropped() -> None:
    cache = filled()
    cache.row(50)
    (fetch,) = cache.next_fetches()
    cache.restart(40, rows(0), None)
    assert answer(cache, fetch, "Old") is None
    assert cache.peek(50) is None


def test_a_fling_asks_only_for_where_it_ends() -> None:
    cache = filled(in_flight=1)
    for index in range(20, 1000, SIZE):
        cache.row(index)
    (fetch,) = cache.next_fetches()
    assert fetch.page == 99
    seen = []
    while fetch:
        answer(cache, fetch)
        fetches = cache.next_fetches()
        fetch = fetches[0] if fetches else None  # type: ignore[assignment]
        seen.append(fetch.page if fetch else None)
    assert seen == [98, 97, 96, None]


def test_old_pages_go_first() -> None:
    cache = filled(capacity=3)
    for page in (1, 2, 3):
        cache.row(0)
        cache.row(page * SIZE)
        (fetch,) = cache.next_fetches()
        answer(cache, fetch)
    assert cache.peek(0) is not None
    assert cache.peek(10) is None
    assert cache.peek(30) is not None


def test_a_refresh_shows_the_old_rows_until_the_new_ones_come() -> None:
    cache = filled()
    cache.row(12)
    (fetch,) = cache.next_fetches()
    answer(cache, fetch)
    cache.refresh(1000, rows(0, title="New"), "n9")
    assert cache.row(3).row.title == "New 3"  # type: ignore[union-attr]
    assert cache.row(12).row.title == "Row 12"  # type: ignore[union-attr]
    (fetch,) = cache.next_fetches()
    assert fetch.after == "n9"
    answer(cache, fetch, "New")
    assert cache.row(12).row.title == "New 12"  # type: ignore[union-attr]
    assert not cache.next_fetches()


def test_a_failed_page_is_asked_for_again() -> None:
    cache = filled()
    cache.row(12)
    (fetch,) = cache.next_fetches()
    cache.failed(fetch)
    cache.row(12)
    assert cache.next_fetches()


def test_find_by_id() -> None:
    cache = filled()
    assert cache.find("p7") == 7
    assert cache.find("p700") is None
