"""What a command prints: one JSON object, or plain aligned text. Progress goes to the error stream."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.errors import AppError

DONE, DONE_WITH_REJECTS, BAD_USE, BUG, LOCKED, INTERRUPTED = 0, 1, 2, 70, 75, 130
_REDRAW_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Answer:
    """A command's result: keys of the JSON object, the same for people, and the exit code."""

    payload: Mapping[str, Any]
    human: Callable[[], str]
    code: int = DONE


def show(answer: Answer, *, as_json: bool) -> int:
    """Print the answer on standard output; its exit code."""
    print(dumps(plain(answer.payload)) if as_json else answer.human())
    return answer.code


def show_error(code: str, text: str, fields: Sequence[Mapping[str, Any]] = (), *, as_json: bool) -> None:
    """Print an error: an object on standard output with JSON, a sentence on the error stream without."""
    if as_json:
        print(dumps({"error": {"code": code, "message": text, "fields": list(fields)}}))
        return
    print(f"Error: {text}", file=sys.stderr)
    for field in fields:
        hint = f" (try: {field['suggestion']})" if field.get("suggestion") else ""
        print(f"  {field['path']}: {field['message']}{hint}", file=sys.stderr)


def error_fields(error: AppError) -> list[dict[str, Any]]:
    """``path, code, message, suggestion`` of every wrong field."""
    return [{"path": p.path, "code": p.code, "message": p.text(), "suggestion": p.suggestion} for p in error.fields]


def plain(value: Any) -> Any:
    """``value`` as JSON can hold it: records as objects, paths, enums and decimals as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, (Path, Decimal)) else value


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Aligned columns, numbers to the right; empty without rows."""
    body = [[_cell(value) for value in row] for row in rows]
    if not body:
        return ""
    numeric = [all(_is_number(row[n]) for row in body) for n in range(len(headers))]
    lines = [[header.upper() for header in headers], *body]
    widths = [max(len(line[n]) for line in lines) for n in range(len(headers))]
    return "\n".join(_line(line, widths, numeric) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    ]
    return "  ".join(parts).rstrip()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return " ".join(str(value).split())


def _is_number(text: str) -> bool:
    return not text or text.removeprefix("-").replace(",", "").replace(".", "").isdigit()


def pairs(items: Iterable[tuple[str, object]]) -> str:
    """``name   value`` lines, values aligned."""
    shown = [(name, _cell(value)) for name, value in items]
    width = max((len(name) for name, _ in shown), default=0)
    return "\n".join(f"{name.ljust(width)}  {value}".rstrip() for name, value in shown)


class Progress:
    """One line on the error stream that is redrawn in place; silent where nobody watches."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream if stream is not None else sys.stderr
        self._watched = self._stream is not None and self._stream.isatty()
        self._last = 0.0
        self._width = 0

    def report(self, done: int, total: int, phase: str = "") -> None:
        """Show ``done`` of ``total`` (0: unknown), at most ten times a second."""
        now = time.monotonic()
        if not self._watched or (now - self._last < _REDRAW_SECONDS and done != total):
            return
        self._last = now
        amount = f"{done:,} of {total:,}" if total else f"{done:,}"
        self._draw(" ".join(filter(None, (self._label, phase, amount))))

    def finish(self) -> None:
        """Wipe the line."""
        if self._width:
            self._draw("")
            self._stream.write("\r")
            self._width = 0

    def _draw(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)
