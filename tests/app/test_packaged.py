"""The packaged program on its own: no source tree, no environment, an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BUNDLE = Path(__file__).resolve().parents[2] / "dist" / "rustok-desktop"
PROGRAM = BUNDLE / ("rustok-desktop.exe" if sys.platform == "win32" else "rustok-desktop")

pytestmark = pytest.mark.frozen

CATALOG = (
    "Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status\n"
    "lamp,Night lamp,Lumen,Title,Default Title,LAMP-1,12.50,active\n"
)


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    keep = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "SYSTEMROOT", "TEMP")}
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=home,
        env={**keep, "HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=150,
        check=False,
    )


def test_packaged_program_passes_its_self_test(tmp_path: Path) -> None:
    """Migrations, fonts, translations and everything imported late are in the bundle."""
    done = _run(tmp_path, "self-test")
    assert done.returncode == 0, done.stdout + done.stderr


def test_packaged_import_starts_its_worker_process(tmp_path: Path) -> None:
    """A worker of the packaged program is the program itself; a folder with blanks and umlauts is no obstacle."""
    home = tmp_path / "Läden und mehr"
    home.mkdir()
    file = home / "catalog.csv"
    file.write_text(CATALOG, encoding="utf-8")
    done = _run(home, "--data-dir", str(home / "data"), "--json", "import", "products", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["products"]["created"] == 1
    found = _run(home, "--data-dir", str(home / "data"), "--json", "search", "night")
    assert [item["title"] for item in json.loads(found.stdout)["items"]] == ["Night lamp"]


def test_unused_parts_of_qt_stayed_outside() -> None:
    names = {path.name for path in BUNDLE.rglob("*")}
    assert not {name for name in names if "Qt6Qml" in name or "Qt6Quick" in name}
    translations = {path.name for path in BUNDLE.rglob("qt*.qm")}
    assert translations <= {"qtbase_en.qm", "qtbase_ru.qm"}
    assert "qtbase_ru.qm" in translations
