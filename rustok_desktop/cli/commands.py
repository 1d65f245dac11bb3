"""A service's command made of what was typed, and what every changing command of the command line does after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from rustok_desktop.cli.options import GlobalOptions
from rustok_desktop.cli.output import Answer, plain
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.errors import FieldProblem, Invalid

if TYPE_CHECKING:
    from pydantic import BaseModel

    from rustok_desktop.app import Platform

M = TypeVar("M", bound="BaseModel")
T = TypeVar("T")

_LIMITS = ("max_length", "le", "ge", "min_length")
_CODES = {
    "string_too_long": "too_long",
    "string_too_short": "required",
    "less_than_equal": "too_big",
    "greater_than_equal": "too_small",
}


def command(schema: type[M], **typed: object) -> M:
    """The command; Invalid, not a bug, for what breaks its rules. Options nobody gave (None) are left out."""
    from pydantic import ValidationError

    try:
        return schema.model_validate({name: value for name, value in typed.items() if value is not None})
    except ValidationError as error:
        raise Invalid(_problem(found) for found in error.errors(include_url=False)) from error


def run_change(
    options: GlobalOptions,
    change: Callable[[Platform], Awaitable[T]],
    human: Callable[[T], str],
    wrap: str | None = None,
) -> int:
    """Change something, wait for the index, print the answer (under the key ``wrap`` if it is no object)."""

    async def work(platform: Platform) -> Answer:
        result = await change(platform)
        await catch_up(platform)
        payload = plain(result)
        return Answer({wrap: payload} if wrap else payload, lambda: human(result))

    return run_on_platform(options, work, read_only=False)


def run_look(options: GlobalOptions, look: Callable[[Platform], Awaitable[T]], human: Callable[[T], str]) -> int:
    """Read something and print it; nothing is written and no lock is taken. ``look`` answers an object."""

    async def work(platform: Platform) -> Answer:
        found = await look(platform)
        return Answer(plain(found), lambda: human(found))

    return run_on_platform(options, work, read_only=True)


def _problem(found: Mapping[str, Any]) -> FieldProblem:
    limits = found.get("ctx") or {}
    limit = next((limits[name] for name in _LIMITS if name in limits), None)
    path = "/".join(str(part) for part in found["loc"])
    return FieldProblem(path, _CODES.get(found["type"], "invalid"), {"limit": limit})
