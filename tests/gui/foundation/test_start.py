"""The start: nothing heavy before the first picture, and the whole program opens and closes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "sqlalchemy",
    "alembic",
    "aiosqlite",
    "pydantic",
    "structlog",
    "orjson",
    "Stemmer",
    "apscheduler",
    "typer",
    "asyncio",
)

FIRST_PICTURE = """
import json, os, sys
from pathlib import Path
from rustok_desktop.gui import application
from rustok_desktop.runtime.settings import Settings

def instead(self):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

application.Application.start_core = instead
application.run_window(Settings(data_dir=Path(sys.argv[1])))
"""

WHOLE_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from rustok_desktop.gui import application
from rustok_desktop.runtime.settings import Settings

seen = []
shown = application.MainWindow._show_status

def show(self, status):
    shown(self, status)
    seen.append(status)
    print(self.status.saved.text(), "|", self.navigation.shop.toolTip() or self.navigation.shop.text(), flush=True)
    QTimer.singleShot(0, self.close)

application.MainWindow._show_status = show
sys.exit(application.run_window(Settings(data_dir=Path(sys.argv[1]))))
"""


def run(script: str, directory: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", script, str(directory)],
        capture_output=True,
        text=True,
        timeout=90,
        env=environment,
        check=False,
    )


def test_nothing_heavy_is_imported_before_the_first_picture(tmp_path: Path) -> None:
    result = run(FIRST_PICTURE, tmp_path / "data")
    assert result.returncode == 0, result.stderr
    loaded = set(json.loads(result.stdout))
    assert "PySide6.QtWidgets" in loaded
    assert sorted(loaded & set(HEAVY)) == []


def test_the_program_opens_a_new_shop_and_ends(tmp_path: Path) -> None:
    result = run(WHOLE_RUN, tmp_path / "data")
    assert result.returncode == 0, result.stderr
    assert "Everything is saved on this computer" in result.stdout
    assert "My shop" in result.stdout
    assert "Traceback" not in result.stderr
    assert (tmp_path / "data" / "preferences.json").exists()
    assert not (tmp_path / "data" / "lock-holder").exists()
