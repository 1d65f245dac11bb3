"""Every statement the program prepares at import, with where it stands; and what a statement does to which tables."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

import rustok_desktop
from rustok_desktop.storage.schema import metadata
from rustok_desktop.storage.statements import Prepared

# The window prepares nothing, and the test tools are no part of the program.
_APART = ("rustok_desktop.gui", "rustok_desktop.testing", "rustok_desktop.__main__")
_LISTED = re.compile(r"\bFROM\s+((?:[\w.]+(?:\s+AS)?(?:\s+\w+)?\s*,\s*)*[\w.]+)", re.IGNORECASE)
_VERBS = frozenset({"select", "with", "insert", "update", "delete", "replace"})
_STRING = re.compile(r"'(?:[^']|'')*'")
# tenant_id compared with a parameter; "|| ''" and "+" are how a condition is kept from choosing an index.
_BY_PARAMETER = re.compile(r"""\b"?tenant_id"?\s*(?:\|\|\s*''\s*)?\)?\s*(?:=|IS)\s*:\w+""")
_THE_SHOP = re.compile(r"""\bid"?\s*=\s*:\w*tenant""")  # of the table of shops, whose id it is
_PARAMETER_BY = re.compile(r""":\w+\s*=\s*\+?(?:\w+\.)?"?tenant_id"?\b""")


@dataclass(frozen=True, slots=True)
class Found:
    """A prepared statement and its name: ``commerce.statements.PRODUCT``."""

    name: str
    sql: str


@lru_cache(maxsize=1)
def modules() -> tuple[ModuleType, ...]:
    """Every module of the program without a window."""
    found = []
    for info in pkgutil.walk_packages(rustok_desktop.__path__, "rustok_desktop."):
        if not info.name.startswith(_APART):
            found.append(importlib.import_module(info.name))
    return tuple(found)


@lru_cache(maxsize=1)
def prepared() -> tuple[Found, ...]:
    """All constants, each once, under the name of the module that holds it first."""
    seen: dict[int, Found] = {}
    for module in modules():
        short = module.__name__.removeprefix("rustok_desktop.")
        for name, value in vars(module).items():
            for path, statement in _statements(f"{short}.{name}", value):
                known = seen.get(id(statement))
                if known is None:
                    seen[id(statement)] = Found(path, statement.sql)
    return tuple(seen.values())


def _statements(path: str, value: object) -> Iterator[tuple[str, Prepared]]:
    if isinstance(value, Prepared):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _statements(f"{path}.{key}", inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for part in dataclasses.fields(value):
            yield from _statements(f"{path}.{part.name}", getattr(value, part.name, None))
    elif isinstance(value, (tuple, list)):
        for number, inner in enumerate(value):
            yield from _statements(f"{path}.{number}", inner)


@lru_cache(maxsize=1)
def table_names() -> frozenset[str]:
    """Every declared table."""
    modules()
    return frozenset(metadata.tables)


@lru_cache(maxsize=4096)
def touched(sql: str) -> frozenset[str]:
    """The declared tables a statement names outside of quotes."""
    plain = _STRING.sub("''", sql).replace('"', "")
    words = re.findall(r"\b(?:JOIN|INTO|UPDATE)\s+(?:main\.)?([\w.]+)", plain, re.IGNORECASE)
    for listed in _LISTED.findall(plain):
        words += [part.split()[0].removeprefix("main.") for part in listed.split(",")]
    return table_names() & frozenset(words)


def verb(sql: str) -> str:
    """select | insert | update | delete | with | …"""
    return sql.split(None, 1)[0].lower()


def filters_by_tenant(sql: str) -> bool:
    """Whether a condition compares a ``tenant_id`` with a parameter."""
    if "tenants" in touched(sql) and _THE_SHOP.search(sql):
        return True
    return bool(_BY_PARAMETER.search(sql) or _PARAMETER_BY.search(sql))


def sets_tenant(sql: str) -> bool:
    """Whether an INSERT names ``tenant_id`` among its columns."""
    columns = re.match(r"\s*INSERT(?: OR \w+)? INTO (?:main\.)?\w+\s*\(([^)]*)\)", sql, re.IGNORECASE)
    return columns is not None and "tenant_id" in [name.strip(' "') for name in columns.group(1).split(",")]


def unfiltered(sql: str, tenant_tables: Iterable[str]) -> frozenset[str]:
    """The tables of shops that a statement touches without saying whose rows it means."""
    tables = touched(sql) & frozenset(tenant_tables)
    if verb(sql) not in _VERBS or not tables or filters_by_tenant(sql):
        return frozenset()
    if verb(sql) == "insert" and sets_tenant(sql):
        return frozenset()
    return tables
