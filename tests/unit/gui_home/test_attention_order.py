"""What needs attention, most urgent first, and only what is so."""

from __future__ import annotations

from itertools import pairwise

from rustok_desktop.gui.home.attention import CHECKS, concerns
from rustok_desktop.gui.home.step_chart import ticks
from rustok_desktop.gui.operations.home import HomeFacts
from rustok_desktop.runtime.overview_views import Attention, Stopped


def test_nothing_is_wrong() -> None:
    assert concerns(HomeFacts("Kiln", "me", Attention(products=9))) == []


def test_everything_is() -> None:
    seen = Attention(broken=2, low=3, out=4, drafts=5, interrupted=(Stopped("/a.csv", "shopify"),))
    found = concerns(HomeFacts("Kiln", "me", seen, unsaved=("p1", "new")))
    assert [(c.kind, c.number) for c in found] == [
        ("failed", 2),
        ("import", 1),
        ("out", 4),
        ("low", 3),
        ("unsaved", 2),
        ("drafts", 5),
    ]
    assert len(found) == CHECKS
    assert [c.arguments for c in found] == [
        {},
        {"path": "/a.csv"},
        {"stock": "out"},
        {"stock": "low"},
        {"new": True},
        {"status": "draft"},
    ]


def test_a_failing_index_is_a_failure_without_a_count() -> None:
    (found,) = concerns(HomeFacts("Kiln", "me", Attention(), index="failing"))
    assert (found.kind, found.number, found.page) == ("failed", 1, "")


def test_ticks_are_round_and_around() -> None:
    for values in ([0, 0], [1, 2], [40433, 48484], [0, 48484300], [-5, 12], [999, 1000]):
        marks = ticks(values)
        assert marks[0] <= min(values)
        assert marks[-1] >= max(values)
        assert 2 <= len(marks) <= 7
        assert len({b - a for a, b in pairwise(marks)}) == 1
