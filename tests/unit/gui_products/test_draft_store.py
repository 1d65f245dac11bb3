"""Drafts on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from rustok_desktop.gui.products.draft_store import NEW, DraftStore


def test_drafts_come_back(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    store = DraftStore(path)
    store.put("p1", {"edits": {"title@en": "Миска"}})
    store.put(NEW, {"edits": {}})
    store.put("p2", {"edits": {}})
    store.put("p2", None)
    store.write()
    again = DraftStore(path)
    assert again.get("p1") == {"edits": {"title@en": "Миска"}}
    assert again.keys() == ("p1", NEW)
    assert not list(tmp_path.glob("*.tmp"))


def test_a_broken_file_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    path.write_text("{half", "utf-8")
    assert DraftStore(path).keys() == ()


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    store = DraftStore(path)
    store.put("p1", None)
    store.write()
    assert not path.exists()


def test_a_refusing_disk_keeps_the_draft(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    store = DraftStore(tmp_path / "file" / "drafts.json")
    store.put("p1", {"edits": {}})
    with pytest.raises(OSError, match=r"."):
        store.write()
    assert store.unwritten
    assert store.get("p1") == {"edits": {}}
