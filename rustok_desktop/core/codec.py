"""JSON as text: what JSON columns, events and the command line hold."""

from __future__ import annotations

from typing import Any

import orjson


def dumps(value: Any) -> str:
    """Compact JSON text, keys in the order given; TypeError for what JSON cannot hold."""
    return orjson.dumps(value).decode()


def loads(text: str | bytes) -> Any:
    """The value of a JSON text; ValueError when it is not JSON."""
    return orjson.loads(text)
