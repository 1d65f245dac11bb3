"""Every code that the program raises has a sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import rustok_desktop
from rustok_desktop.core.messages import known_codes

PACKAGE = Path(rustok_desktop.__file__).parent
# What is called with a code, and at which place the code stands.
FIRST = ("UserError", "NotFound", "Forbidden", "VersionConflict", "KnownFault", "Locked", "AmountError")
PLACES = dict.fromkeys((*FIRST, "CellProblem", "message"), 0) | {
    "FieldProblem": 1,
    "Invalid": 1,
    "refuse": 3,
    "note": 4,
}


def _text(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _codes(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = PLACES.get(name)
    if place is not None and len(call.args) > place:
        code = _text(call.args[place])
        if code is not None:
            yield code


def _used() -> Iterator[tuple[str, str]]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((code, path.name) for code in _codes(node))


def test_every_code_in_use_has_a_sentence() -> None:
    used = set(_used())
    assert len({code for code, _ in used}) > 20
    assert sorted((code, file) for code, file in used if code not in known_codes()) == []
