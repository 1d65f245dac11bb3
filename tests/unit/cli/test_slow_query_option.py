"""From when on database work counts as slow is chosen by a variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from rustok_desktop.cli.options import GlobalOptions
from rustok_desktop.runtime.settings import Settings


@pytest.mark.parametrize(
    ("given", "expected"),
    [("50", 50.0), ("0", 0.0), ("12.5", 12.5), ("", 200.0), ("soon", 200.0), ("-1", 200.0), ("nan", 200.0)],
)
def test_the_variable_sets_the_threshold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: str, expected: float
) -> None:
    monkeypatch.setenv("RUSTOK_SLOW_QUERY_MS", given)
    assert GlobalOptions(tmp_path).settings().slow_query_ms == expected


def test_without_it_the_usual_one_holds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RUSTOK_SLOW_QUERY_MS", raising=False)
    assert GlobalOptions(tmp_path).settings() == Settings(tmp_path)
