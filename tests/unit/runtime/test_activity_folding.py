"""What belongs together becomes one line: events of one act, edits of one run; and nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.runtime.activity import Recorded, folded, grouped
from rustok_desktop.runtime.overview_views import FieldChange

START = datetime(2026, 11, 14, 9, tzinfo=UTC)


def event(
    seq: int,
    chain: str,
    changes: dict[str, list[Any]] | None = None,
    *,
    kind: str = "product.updated",
    minute: float = 0,
    actor: str = "nina",
    thing: str = "bowl",
    **data: Any,
) -> Recorded:
    at = (START + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    body = {**data, **({"changes": changes} if changes is not None else {})}
    return Recorded(seq, f"e{seq}", kind, "product", thing, chain, at, actor, body)


def test_events_of_one_act_are_one_line() -> None:
    stock = {"variant_id": "v", "old_quantity": 4, "new_quantity": 3}
    (act,) = grouped(
        [
            event(3, "a", kind="product.published"),
            event(2, "a", kind="inventory.updated", **stock),
            event(1, "a", {"title@en": ["Bowl", "Ramen bowl"], "status": ["draft", "active"]}),
        ]
    )
    assert (act.kind, act.count, act.events, act.subject_id) == ("published", 1, 3, "bowl")
    assert {c.path: (c.old, c.new) for c in act.changes} == {
        "variants/v/stock": (4, 3),
        "title@en": ("Bowl", "Ramen bowl"),
        "status": ("draft", "active"),
    }


def test_a_thing_is_called_as_its_newest_event_calls_it() -> None:
    made = [
        event(3, "a", {"body@en": [None, "Ash"]}, kind="body.updated"),
        event(2, "a", {"title@en": [None, "Wood kiln"]}, kind="node.translation.updated"),
        event(1, "a", {"status": [None, "draft"]}, kind="node.created"),
    ]
    gone = [event(4, "b", {"title@en": ["Wood kiln", None]}, kind="node.deleted")]
    deleted = event(5, "c", {"name@en": ["Cups", None]}, kind="category.deleted")
    purged = [event(6, "d", kind="category.purged"), deleted]
    seen = [(act.kind, act.title) for act in grouped([*purged, *gone, *made])]
    assert seen == [("deleted", ""), ("deleted", "Cups"), ("deleted", "Wood kiln"), ("created", "Wood kiln")]


def test_an_address_that_leads_on_is_no_act_of_its_own() -> None:
    events = [
        event(2, "a", kind="redirect.created"),
        event(1, "a", {"slug@en": ["kiln", "autumn"]}, kind="node.translation.updated"),
    ]
    (act,) = grouped(events)
    assert (act.kind, [change.path for change in act.changes]) == ("updated", ["slug@en"])


def test_a_run_of_edits_goes_from_the_first_old_to_the_last_new() -> None:
    acts = folded(
        grouped(
            [
                event(3, "c", {"vendor": ["B", "C"]}, minute=16),
                event(2, "b", {"title@en": ["x", "y"], "vendor": ["A", "B"]}, minute=8),
                event(1, "a", {"vendor": [None, "A"]}, minute=0),
            ]
        )
    )
    (act,) = acts
    assert act.changes == (FieldChange("vendor", None, "C"), FieldChange("title@en", "x", "y"))
    assert (act.id, act.events) == ("e3", 3)


def test_what_is_not_one_run() -> None:
    edit = {"vendor": ["A", "B"]}
    for other in (
        event(1, "a", edit, minute=-10.1),
        event(1, "a", edit, actor="tom"),
        event(1, "a", edit, thing="plate"),
        event(1, "a", edit, kind="product.trashed"),
    ):
        assert len(folded(grouped([event(2, "b", edit, minute=0), other]))) == 2


def test_an_edit_taken_back_within_its_run_is_no_line() -> None:
    there, back = event(1, "a", {"vendor": ["A", "B"]}), event(2, "b", {"vendor": ["B", "A"]}, minute=1)
    assert folded(grouped([back, there])) == []


def test_one_act_on_many_things() -> None:
    events = [event(n, "bulk", {"vendor": ["A", "B"]}, thing=f"p{n}") for n in range(9, 0, -1)]
    (act,) = folded(grouped(events))
    assert (act.count, act.subject_id) == (9, "")


def test_a_creation_lists_no_fields() -> None:
    (act,) = grouped([event(1, "a", {"title@en": [None, "Bowl"]}, kind="product.created")])
    assert (act.kind, act.changes) == ("created", ())


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30))
def test_a_run_tells_where_it_began_and_ended(values: list[int]) -> None:
    steps = list(zip([0, *values], values, strict=False))
    events = [event(n, f"c{n}", {"vendor": [a, b]}, minute=n) for n, (a, b) in enumerate(steps) if a != b]
    acts = folded(grouped(reversed(events)))
    if values[-1] == 0:
        assert acts == []
    else:
        assert [(c.old, c.new) for c in acts[0].changes] == [(0, values[-1])]
        assert len(acts) == 1
