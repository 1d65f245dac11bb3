"""Logs: JSON lines in a rotating file, and on the standard error stream.

One line: ``timestamp, level, target, message``, the ids bound with :func:`bind_context`, ``fields`` with
everything else, ``exception`` where there is one. Loggers work, silently, before anything is configured.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog
from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.typing import EventDict, Processor

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.telemetry.log_lines import human_line, json_line, plain_fields, without_secrets

FILE_NAME = "rustok.log"
FILE_BYTES = 5 * 1024 * 1024
FILES_KEPT = 5
ROOT = "rustok_desktop"

_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "warn": logging.WARNING,
    "error": logging.ERROR,
    "critical": logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class LevelPlan:
    """The level of everything, and of single modules (with all below them)."""

    default: int
    modules: Mapping[str, int]


def parse_levels(text: str) -> LevelPlan:
    """``info`` or ``warning,rustok_desktop.outbox=debug``; UserError ``bad_log_level`` for anything else."""
    default = logging.INFO
    modules: dict[str, int] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, level = part.rpartition("=")
        number = _LEVELS.get(level.strip().lower())
        if number is None:
            raise UserError("bad_log_level", value=part)
        if name:
            modules[name.strip()] = number
        else:
            default = number
    return LevelPlan(default, modules)


class LoggingHandle:
    """What :func:`configure_logging` set up; closing it puts the logging tree back as it was."""

    def __init__(self, handlers: list[logging.Handler], plan: LevelPlan) -> None:
        self._handlers = handlers
        self._before: dict[str, int] = {}
        root = logging.getLogger()
        for handler in handlers:
            root.addHandler(handler)
        # Other people's libraries are heard from warnings up, unless they are named.
        self._set("", max(plan.default, logging.WARNING))
        self._set(ROOT, plan.default)
        for name, level in plan.modules.items():
            self._set(name, level)

    def close(self) -> None:
        """Write out and close; calling it again does nothing."""
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers = []
        for name, level in self._before.items():
            logging.getLogger(name or None).setLevel(level)
        self._before = {}

    def _set(self, name: str, level: int) -> None:
        logger = logging.getLogger(name or None)
        self._before.setdefault(name, logger.level)
        logger.setLevel(level)


def configure_logging(
    log_dir: Path | None, level: str = "info", *, stderr_json: bool = False, stderr_level: str | None = None
) -> LoggingHandle:
    """Send logs to ``log_dir``/rustok.log (None: no file) and to the standard error stream.

    ``level`` as in :func:`parse_levels`; ``stderr_level`` (default: ``level``) keeps the stream quieter
    than the file. UserError ``bad_log_level``.
    """
    plan = parse_levels(level)
    handlers: list[logging.Handler] = []
    if log_dir is not None:
        handlers.append(_file_handler(log_dir))
    if sys.stderr is not None:  # a windowed program may have none
        stream = logging.StreamHandler(sys.stderr)
        stream.setFormatter(_formatter(json_line if stderr_json else human_line))
        if stderr_level is not None:
            stream.setLevel(parse_levels(stderr_level).default)
        handlers.append(stream)
    return LoggingHandle(handlers, plan)


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module: ``get_logger(__name__).info("saved", product_id=…)``."""
    logger: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        logging.getLogger(name),
        processors=[structlog.stdlib.filter_by_level, *_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        context_class=dict,
    )
    return logger


@contextmanager
def bind_context(ctx: Context) -> Iterator[None]:
    """Put the request's correlation, tenant and actor ids on every line logged inside, in any coroutine."""
    ids = {
        "correlation_id": ctx.correlation_id,
        "tenant_id": ctx.tenant_id,
        "actor_id": ctx.actor_id,
    }
    with bound_contextvars(**{name: value for name, value in ids.items() if value is not None}):
        yield


def _file_handler(log_dir: Path) -> logging.Handler:
    log_dir.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        log_dir / FILE_NAME, maxBytes=FILE_BYTES, backupCount=FILES_KEPT - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(_formatter(json_line))
    return handler


def _formatter(render: Processor) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *_SHARED],
    )


def _target(logger: logging.Logger, _method: str, event: EventDict) -> EventDict:
    record = event.get("_record")
    event["target"] = record.name if record is not None else logger.name
    return event


_SHARED: list[Processor] = [
    merge_contextvars,
    structlog.stdlib.add_log_level,
    _target,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    without_secrets,
    plain_fields,
]
