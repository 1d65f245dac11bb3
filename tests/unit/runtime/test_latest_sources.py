"""Source texts: few are kept, and a traceback shows its lines all the same."""

from __future__ import annotations

import linecache
import sys
import traceback

import pytest

from rustok_desktop.runtime.latest_sources import KEPT, keep_few_sources


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linecache, "cache", {})
    keep_few_sources()


def test_the_latest_are_kept() -> None:
    files = [file for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]
    files = [file for file in dict.fromkeys(files) if file.endswith(".py")][: 3 * KEPT]
    for file in files:
        assert linecache.getlines(file) or not linecache.checkcache(file)
    assert len(linecache.cache) <= KEPT
    assert files[-1] in linecache.cache
    assert files[0] not in linecache.cache


def test_a_traceback_shows_its_lines() -> None:
    with pytest.raises(ValueError, match="here") as caught:
        raise ValueError("here")
    assert 'raise ValueError("here")' in "".join(traceback.format_exception(caught.value))
    linecache.clearcache()
    assert len(linecache.cache) == 0
