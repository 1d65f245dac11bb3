"""Kill -9 in the middle of a word: what was typed up to the last pause is there at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.content.content_page import ContentPage

from .pages.program import begin, leave
from .typist import TEXT, TITLE

SLOW = 60_000
ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL to a process group")


def type_and_kill(data: Path, pauses: int) -> int:
    """The number of letters that were known to be kept when the program was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.app.typist", str(data)],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        kept = 0
        while kept == 0 or pauses > 0:  # the first lines are about the title
            line = process.stdout.readline()
            assert line, "it ended by itself"
            kept = int(line)
            pauses -= kept > 0
        os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    return kept


def test_what_was_typed_before_a_kill_is_there_afterwards(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    kept = type_and_kill(tmp_path / "data", pauses=2)
    application = begin(tmp_path / "data", qapp)
    application.services.navigator.go("content")
    qtbot.waitUntil(lambda: "content" in application.window.stack.built(), timeout=SLOW)
    page = application.window.stack.built()["content"]
    assert isinstance(page, ContentPage)
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 1, timeout=SLOW)
    page.open_with(node_id=page.list.model.rows[0].node_id)
    qtbot.waitUntil(lambda: page.controller.state is not None, timeout=SLOW)
    body = page.editor.body.value()
    assert page.editor.title.text() == TITLE
    assert len(body) >= kept > 0
    assert body == TEXT[: len(body)]
    assert len(body) < len(TEXT)
    assert "Draft kept" in page.editor.told.text()
    leave(application)
