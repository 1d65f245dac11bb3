"""The global options of the command line, and the quick look at them that needs no parser."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rustok_desktop.runtime.settings import Settings

DATA_DIR_VARIABLE = "RUSTOK_DATA_DIR"
SLOW_QUERY_VARIABLE = "RUSTOK_SLOW_QUERY_MS"
APP_NAME = "RusToK Desktop"
DEFAULT_SHOP = "default"
DEFAULT_LEVEL = "info"


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """What stands before the command. ``log_level`` None: the usual level in the file, warnings on the screen."""

    data_dir: Path
    shop: str = DEFAULT_SHOP
    json: bool = False
    log_level: str | None = None

    def settings(self, *, log_dir: Path | None = None) -> Settings:
        """What the platform is built from."""
        level = self.log_level or DEFAULT_LEVEL
        slow = slow_query_ms()
        if slow is None:
            return Settings(data_dir=self.data_dir, shop=self.shop, log_level=level, log_dir=log_dir)
        return Settings(data_dir=self.data_dir, shop=self.shop, log_level=level, log_dir=log_dir, slow_query_ms=slow)


def default_data_dir() -> Path:
    """Where data lies when nobody says otherwise: the variable, else the user's own data folder."""
    named = os.environ.get(DATA_DIR_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def slow_query_ms() -> float | None:
    """From when on database work counts as slow, if the variable says so with a number that is not negative."""
    try:
        value = float(os.environ.get(SLOW_QUERY_VARIABLE, ""))
    except ValueError:
        return None
    return value if value >= 0 else None


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether the caller asked for JSON, known even when the rest cannot be parsed."""
    return "--json" in list(arguments)[: list(arguments).index("--") if "--" in arguments else None]


def window_options(arguments: Sequence[str]) -> GlobalOptions | None:
    """The options when nothing but plain global ones is given, so the window opens without the parser.

    None: there is a command, or something this quick look does not understand.
    """
    values: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, mark, value = rest.pop(0).partition("=")
        if name not in ("--data-dir", "--shop", "--log-level") or (not mark and not rest):
            return None
        values[name] = value if mark else rest.pop(0)
    data_dir = values.get("--data-dir")
    return GlobalOptions(
        data_dir=Path(data_dir).expanduser() if data_dir else default_data_dir(),
        shop=values.get("--shop", DEFAULT_SHOP),
        log_level=values.get("--log-level"),
    )
