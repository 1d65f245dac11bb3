"""The tools for tests are no part of the program: nothing of it imports them, and they need no window."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import rustok_desktop

PACKAGE = Path(rustok_desktop.__file__).parent
TOOLS = "rustok_desktop.testing"
LOADED = """
import sys
import rustok_desktop.testing, rustok_desktop.app
print([name for name in ("PySide6", "pytest", "rustok_desktop.gui", "rustok_desktop.cli") if name in sys.modules])
"""


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def _users(package: Path) -> list[str]:
    return [
        f"{path.relative_to(package)}:{getattr(node, 'lineno', 0)}"
        for path in sorted(package.rglob("*.py"))
        if package / "testing" not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if any(name == TOOLS or name.startswith(f"{TOOLS}.") for name in _imported(node))
    ]


def test_the_program_never_imports_them() -> None:
    assert _users(PACKAGE) == []


def test_the_rule_bites(tmp_path: Path) -> None:
    """Also inside functions, and in either spelling."""
    (tmp_path / "a.py").write_text("def f():\n    from rustok_desktop import testing\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("import rustok_desktop.testing.shop\n", encoding="utf-8")
    (tmp_path / "c.py").write_text("import rustok_desktop.testing_ground\n", encoding="utf-8")
    assert _users(tmp_path) == ["a.py:2", "b.py:1"]


def test_they_need_neither_a_window_nor_pytest() -> None:
    """The fixtures do; they stand in a module of their own."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
