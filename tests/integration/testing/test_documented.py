"""The examples for whoever builds on the shop run as they stand in the document."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import rustok_desktop.testing

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "testing-package.md"


def test_the_session_prints_what_it_says() -> None:
    done = doctest.testfile(str(DOCUMENT), module_relative=False)
    assert done.attempted >= 5
    assert done.failed == 0


def test_the_files_for_pytest_work(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    for name, text in zip(("conftest.py", "test_plugin.py"), blocks, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", tmp_path, "."],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_everything_offered_is_named() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    types = {"EditBuilder", "ProductBuilder", "TemporaryShop", "context_of"}  # met through what makes them
    assert {name for name in rustok_desktop.testing.__all__ if name not in text} <= types
