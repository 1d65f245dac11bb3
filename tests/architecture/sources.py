"""The project's files as the rules look at them: what git would carry, parsed once."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rustok_desktop"
TOP_LEVEL = frozenset(
    {
        ".ci", ".editorconfig", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md",
        "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "docs", "migrations", "packaging",
        "pyproject.toml", "resources", "rustok_desktop", "tests",
    }
)  # fmt: skip
# What tools leave behind; every one of them is in .gitignore.
LEFTOVERS = frozenset(
    {
        ".git", ".venv", "build", "dist", "htmlcov", "__pycache__", ".pytest_cache", ".mypy_cache",
        ".ruff_cache", ".hypothesis", ".import_linter_cache",
    }
)  # fmt: skip


@lru_cache(maxsize=1)
def project_files() -> tuple[Path, ...]:
    """Every file of the project, generated ones left out."""
    found: list[Path] = []
    for top in sorted(TOP_LEVEL):
        path = ROOT / top
        if path.is_file():
            found.append(path)
        for directory, names, files in os.walk(path):
            names[:] = [name for name in names if name not in LEFTOVERS]
            found.extend(Path(directory, name) for name in sorted(files))
    return tuple(found)


@lru_cache(maxsize=1)
def texts() -> tuple[tuple[Path, str], ...]:
    """Text files with their text; pictures, fonts and compiled translations are no text."""
    binary = {".png", ".ttf", ".otf", ".qm", ".pyc", ".ico", ".icns", ".woff2", ".db"}
    samples = {".csv", ".xml"}
    return tuple(
        (path, path.read_text(encoding="utf-8")) for path in project_files() if path.suffix not in binary | samples
    )


@lru_cache(maxsize=1)
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of the package, parsed."""
    return tuple(
        (path, ast.parse(path.read_text(encoding="utf-8"), str(path)))
        for path in project_files()
        if path.suffix == ".py" and PACKAGE in path.parents
    )


def nodes(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[tuple[Path, ast.AST]]:
    """All syntax nodes of a kind in the package, with their file."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield path, node


def place(path: Path, node: ast.AST) -> str:
    """``file:line`` for a message."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
