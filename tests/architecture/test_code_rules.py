"""Rules of the code that no linter knows: what must never be called, how long things may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from . import sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
CORE_MAY_IMPORT = {"rustok_desktop", "pydantic", "pydantic_core", "annotated_types", "uuid_utils", "orjson", "nh3"}
FORBIDDEN_MODULES = {"qasync", "PySide6.QtAsyncio", "pickle", "nest_asyncio"}
APPLICATION_NAMES = {"app", "application", "qt", "_app", "_qt", "QApplication", "QGuiApplication"}
STYLE_SHEET_HOME = sources.PACKAGE / "gui" / "theme"


def _called(node: ast.AST) -> str:
    """The last name of what a call calls: ``exec`` for ``dialog.exec()``."""
    function = node.func if isinstance(node, ast.Call) else node
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    for path, node in sources.nodes(ast.Call):
        if _called(node) in names:
            yield path, node


def test_no_nested_event_loops() -> None:
    """A nested loop runs slots in the middle of other slots; the application's own loop is the only one."""
    found = [
        sources.place(path, node)
        for path, node in _calls("exec", "exec_", "processEvents")
        if not _is_application_loop(node)
    ]
    assert found == []


def _is_application_loop(node: ast.Call) -> bool:
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
    return _called(node) == "exec" and name in {
        "app",
        "application",
        "qt",
        "_app",
        "_qt",
        "QApplication",
        "QGuiApplication",
    }


def test_one_style_sheet() -> None:
    """Style comes from the theme's tokens, never from a widget of its own."""
    found = [
        sources.place(path, node)
        for path, node in _calls("setStyleSheet")
        if STYLE_SHEET_HOME not in path.parents and path.parent != STYLE_SHEET_HOME
    ]
    assert found == []


def test_no_waiting_in_the_window() -> None:
    """A slot that waits for a future freezes the window."""
    found = [
        sources.place(path, node)
        for path, node in _calls("result", "run_until_complete")
        if sources.PACKAGE / "gui" in path.parents
    ]
    assert found == []


def test_printing_is_for_the_command_line() -> None:
    found = [
        sources.place(path, node)
        for path, node in _calls("print")
        if isinstance(node.func, ast.Name) and sources.PACKAGE / "cli" not in path.parents
    ]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def test_forbidden_modules() -> None:
    found = [
        f"{sources.place(path, node)} {name}"
        for path, node in sources.nodes((ast.Import, ast.ImportFrom))
        for name in _imported(node)
        if name in FORBIDDEN_MODULES
    ]
    assert found == []


def test_core_stands_on_little() -> None:
    """The kernel imports the standard library and four small packages."""
    found = [
        f"{sources.place(path, node)} {name}"
        for path, node in sources.nodes((ast.Import, ast.ImportFrom))
        if sources.PACKAGE / "core" in path.parents
        for name in _imported(node)
        if name.split(".")[0] not in CORE_MAY_IMPORT | set(sys.stdlib_module_names)
    ]
    assert found == []


def test_no_swallowed_errors() -> None:
    """A handler whose whole body is ``pass`` around everything hides bugs."""
    found = [
        sources.place(path, node)
        for path, node in sources.nodes(ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _called(node.type) in {"Exception", "BaseException"})
        and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    assert found == []


def test_files_stay_readable() -> None:
    long = {
        str(path.relative_to(sources.ROOT)): count
        for path, text in sources.texts()
        if path.suffix == ".py"
        and "migrations" not in path.parts  # a schema once shipped is never edited again
        and (count := text.count("\n")) > LONGEST_FILE
    }
    assert long == {}


def test_functions_stay_readable() -> None:
    long = {
        f"{sources.place(path, node)} {node.name}": length
        for path, node in sources.nodes((ast.FunctionDef, ast.AsyncFunctionDef))
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(sources.ROOT))
        for path, tree in sources.modules()
        if tree.body and not ast.get_docstring(tree)
    ]
    assert silent == []
