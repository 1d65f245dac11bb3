"""Preferences survive a crash: the file is whole, old or new, whatever happens while it is written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rustok_desktop.gui import preferences as module
from rustok_desktop.gui.preferences import Preferences

pytestmark = pytest.mark.usefixtures("qapp")


def test_values_come_back(tmp_path: Path) -> None:
    first = Preferences(tmp_path / "p.json")
    first.set("scheme", "dark")
    first.set("columns", {"title": 240})
    assert first.flush()
    second = Preferences(tmp_path / "p.json")
    assert second.get("scheme", "system") == "dark"
    assert second.get("columns", {}) == {"title": 240}
    assert second.get("unknown", 7) == 7


def test_a_value_of_another_type_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"scale": "big", "scheme": 3}', "utf-8")
    preferences = Preferences(tmp_path / "p.json")
    assert preferences.get("scale", 100) == 100
    assert preferences.get("scheme", "system") == "system"


def test_changes_are_saved_together_a_moment_later(tmp_path: Path, qtbot: object) -> None:
    path = tmp_path / "p.json"
    preferences = Preferences(path)
    for number in range(20):
        preferences.set("n", number)
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert json.loads(path.read_text("utf-8")) == {"n": 19}


@pytest.mark.parametrize("point", ["fsync", "replace"])
def test_a_crash_while_writing_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    path = tmp_path / "p.json"
    preferences = Preferences(path)
    preferences.set("scheme", "dark")
    preferences.flush()

    def crash(*_args: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(module.os, point, crash)
    preferences.set("scheme", "light")
    assert preferences.flush() is False
    monkeypatch.undo()
    assert Preferences(path).get("scheme", "") == "dark"
    assert preferences.flush() is True
    assert Preferences(path).get("scheme", "") == "light"


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "\x00\x00"])
def test_a_broken_file_means_defaults_and_is_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(content, "utf-8")
    preferences = Preferences(path)
    assert preferences.get("scheme", "system") == "system"
    preferences.set("scheme", "dark")
    assert preferences.flush()
    assert Preferences(path).get("scheme", "") == "dark"
    if content != "[1, 2]":
        assert (tmp_path / "p.broken").read_text("utf-8") == content
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".new")]
