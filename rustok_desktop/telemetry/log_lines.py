"""What a log line looks like, and what never gets into one."""

from __future__ import annotations

import re
from typing import Any

from structlog.typing import EventDict

from rustok_desktop.core.codec import dumps

_SECRET = re.compile(r"password|passwd|secret|token|authorization|api_?key|cookie", re.I).search
_TOP = ("timestamp", "level", "target", "correlation_id", "tenant_id", "actor_id")
_LONGEST = 2000
_PLAIN = (str, int, float, bool, type(None))


def without_secrets(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Hide the values of fields whose names speak of secrets."""
    for name in event:
        if _SECRET(name):
            event[name] = "[hidden]"
    return event


def plain_fields(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Cut long texts and turn what JSON cannot hold into text, so that logging itself never fails."""
    for name, value in event.items():
        if name.startswith("_") or name in ("exception", "exc_info"):
            continue
        if not isinstance(value, _PLAIN):
            value = str(value)
        if isinstance(value, str) and len(value) > _LONGEST:
            value = value[:_LONGEST] + "…"
        if isinstance(value, str):
            value = value.encode("utf-8", "replace").decode()  # lone surrogates out of broken file names
        event[name] = value if not _too_long(value) else str(value)
    return event


def _too_long(value: Any) -> bool:
    return type(value) is int and not -(2**63) <= value < 2**63


def _parts(event: EventDict) -> tuple[dict[str, Any], dict[str, Any]]:
    """(the line's own keys in their order, everything else)."""
    rest = {name: value for name, value in event.items() if name not in _TOP and name != "event"}
    line = {name: event[name] for name in _TOP[:3] if name in event}
    line["message"] = event.get("event", "")
    line |= {name: event[name] for name in _TOP[3:] if name in event}
    exception = rest.pop("exception", None)
    if exception is not None:
        line["exception"] = exception
    return line, rest


def json_line(_logger: Any, _method: str, event: EventDict) -> str:
    """One JSON object: the line's own keys, then ``fields`` if there are any."""
    line, rest = _parts(event)
    return dumps(line | ({"fields": rest} if rest else {}))


def human_line(_logger: Any, _method: str, event: EventDict) -> str:
    """``12:07:55 warning  outbox.runner  retrying  attempt=2`` and a traceback below where there is one."""
    line, rest = _parts(event)
    time = str(line.get("timestamp", ""))[11:19]
    target = str(line.get("target", "")).removeprefix("rustok_desktop.")
    fields = "".join(f"  {name}={value}" for name, value in rest.items())
    text = f"{time} {line.get('level', ''):<8} {target}  {line['message']}{fields}"
    return f"{text}\n{line['exception']}" if "exception" in line else text
