"""All rows of a handle come together, once, wherever they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.exchange.grouping import grouped, scan


@given(st.lists(st.sampled_from(["a", "A ", "b", "c", ""]), max_size=30))
def test_every_record_is_in_exactly_one_group_of_its_handle(handles: list[str]) -> None:
    records = [(number, number + 1, [handle, "x"]) for number, handle in enumerate(handles, 1)]
    found = scan(records, 0, 2, lambda _: None)
    groups = list(grouped(iter(records), 0, found.returning))

    assert sorted(record for group in groups for record in group) == records
    assert found.records == len(records)
    assert found.products == len(groups)
    keys = [{cells[0].strip().lower() for _, _, cells in group} for group in groups]
    assert all(len(key) == 1 for key in keys)
    named = [next(iter(key)) for key in keys if key != {""}]
    assert len(named) == len(set(named))
    assert all(len(group) == 1 for group, key in zip(groups, keys, strict=True) if key == {""})


def test_a_group_is_complete_as_soon_as_its_last_row_is_read() -> None:
    handles = ["a", "a", "b", "a", "c"]
    records = [(number, number, [handle]) for number, handle in enumerate(handles, 1)]
    found = scan(records, 0, 1, lambda _: None)
    assert found.returning == {"a": 4}
    read: list[int] = []

    def reading() -> object:
        for record in records:
            read.append(record[0])
            yield record

    seen = [(group[0][2][0], len(read)) for group in grouped(reading(), 0, found.returning)]  # type: ignore[arg-type]
    assert seen == [("b", 4), ("a", 4), ("c", 5)]


def test_ragged_rows_and_lost_characters_are_counted() -> None:
    records = [(1, 2, ["a"]), (2, 3, ["b", "x", "y"]), (3, 4, ["c", "caf\ufffd"])]
    found = scan(records, 0, 2, lambda _: None)
    assert (found.short_rows, found.long_rows, found.lost_characters) == (1, 1, 1)
