"""Every public method of every service asks a permission, keeps to the caller's shop, and refuses what is stale.

A method without an entry in ``calls_*.py`` fails here: say how it is called, and these rules hold for it too.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
import inspect
import re
import typing
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import BaseModel

from rustok_desktop.core import permissions
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.runtime.platform import Platform
from rustok_desktop.storage.reader import Reader, ReadSession
from rustok_desktop.storage.schema import metadata
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.writer import Writer
from rustok_desktop.testing import TemporaryShop, assert_forbidden, context_of, indexed, temporary_shop

from .calls_catalog import CATALOG
from .calls_content import CONTENT
from .calls_discussions import DISCUSSIONS
from .calls_history import TRASH
from .calls_pages import PAGES
from .calls_prices import PRICES
from .calls_rest import REST
from .calls_stock import STOCK
from .world import MARK, Call, World, a_world, match_here, plan_here

pytestmark = pytest.mark.asyncio(loop_scope="module")

CALLS: dict[str, Call] = CATALOG | CONTENT | STOCK | TRASH | REST | PAGES | DISCUSSIONS | PRICES
# What the platform is made of and no person calls.
PARTS = {
    "settings", "read_only", "directory", "database", "bus", "log", "consumers", "changes", "scheduler", "lifecycle",
    "tenant", "_installation", "_held",
}  # fmt: skip
# Methods that nobody in particular calls, and why that is right.
WITHOUT_CALLER = {
    "tenants.ensure_default": "part of opening: before there is a shop, there is no caller",
    "tenants.get": "finds the shop that a caller is made for",
    "tenants.list": "names the shops of this installation, to choose one of them",
    "tenants.locales": "the languages a caller can be made for",
    "tenants.currencies": "as above, and its money",
    "index.close": "part of closing",
    "imports.sweep": "part of opening",
    "media.start": "part of opening",
    "media.close": "part of closing",
}


def _services() -> dict[str, type]:
    hints = _hints()
    return {f.name: hints[f.name] for f in dataclasses.fields(Platform) if f.name not in PARTS}


def _hints() -> dict[str, Any]:
    """The platform's types; it imports them for type checking only."""
    names: dict[str, Any] = {}
    source = inspect.getsource(inspect.getmodule(Platform))  # type: ignore[arg-type]
    for module, name in re.findall(r"from (rustok_desktop[\w.]*) import (\w+)", source):
        names[name] = getattr(importlib.import_module(module), name)
    return typing.get_type_hints(Platform, localns=names)


def _methods() -> dict[str, Any]:
    found = {}
    for name, service in _services().items():
        for method, function in inspect.getmembers(service, callable):
            called_by_a_person = inspect.iscoroutinefunction(function) or "ctx" in _parameters(function)
            if not method.startswith("_") and called_by_a_person:
                found[f"{name}.{method}"] = function
    return found


def _parameters(function: Any) -> dict[str, inspect.Parameter]:
    try:
        return dict(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return {}


def _takes_version(function: Any) -> bool:
    if "base_version" in _parameters(function):
        return True
    for hint in typing.get_type_hints(function).values():
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return any(name in hint.model_fields for name in ("base_version", "base_versions"))
    return False


async def test_every_method_has_its_call() -> None:
    methods = _methods()
    assert len(methods) > 30
    assert methods.keys() - CALLS.keys() - WITHOUT_CALLER.keys() == set()
    assert (CALLS.keys() | WITHOUT_CALLER.keys()) - methods.keys() == set()
    assert {name for name, call in CALLS.items() if _takes_version(methods[name]) != call.versioned} == set()


async def test_whoever_needs_no_caller_takes_none() -> None:
    assert {name for name in WITHOUT_CALLER if "ctx" in _parameters(_methods()[name])} == set()
    assert {name for name in CALLS if "ctx" not in _parameters(_methods()[name])} == set()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shops(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[TemporaryShop, TemporaryShop]]:
    async with temporary_shop(tmp_path_factory.mktemp("guards") / "shop") as shop:
        shop.platform.imports._run_plan = plan_here
        shop.platform.duplicates._run = match_here
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        yield shop, await shop.neighbour()


@pytest_asyncio.fixture(loop_scope="module")
async def world(shops: tuple[TemporaryShop, TemporaryShop], tmp_path: Path) -> World:
    return await a_world(*shops, tmp_path)


@pytest.fixture
def no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Customers may do nothing at all, not even look."""
    monkeypatch.setitem(permissions._ROLES, Role.CUSTOMER, {})


@pytest.mark.parametrize("name", CALLS)
async def test_it_asks_a_permission_before_anything_else(
    world: World, name: str, no_rights: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = await _prepared(world, name)
    await world.shop.platform.consumers.stop()
    try:
        with monkeypatch.context() as patch:
            for kind, method in ((Reader, "all"), (Reader, "snapshot"), (ReadSession, "all"), (Writer, "_submit")):
                patch.setattr(kind, method, _touched)
            await assert_forbidden(call.make(world, context_of(world.shop, Role.CUSTOMER), None))
    finally:
        await world.shop.platform.consumers.start()


async def _prepared(world: World, name: str) -> Call:
    """The call, with everything in place and the log's readers at rest."""
    call = CALLS[name]
    if call.ready is not None:
        await call.ready(world)
    await indexed(world.shop)
    return call


def _touched(*_: Any, **__: Any) -> Any:
    raise AssertionError("the database was asked before the permission")


@pytest.mark.parametrize("name", CALLS)
async def test_the_owner_may(world: World, name: str) -> None:
    """The other rules mean something only if the same call works for whoever may make it."""
    call = await _prepared(world, name)
    await call.make(world, world.shop.ctx, world.version if call.versioned else None)


@pytest.mark.parametrize("name", CALLS)
async def test_a_neighbour_neither_sees_nor_changes_anything(world: World, name: str) -> None:
    call = await _prepared(world, name)
    before = await _digest(world.shop)
    ctx = world.neighbour.ctx.with_new_correlation()
    if call.hidden:
        with pytest.raises(UserError) as refused:
            await call.make(world, ctx, world.version if call.versioned else None)
        assert _says_not_there(refused.value), refused.value
    else:
        answer = await call.make(world, ctx, world.version if call.versioned else None)
        assert world.product.id not in repr(answer)
        assert name in GIVEN or MARK not in repr(answer)
    assert await _digest(world.shop) == before


# The caller gives the words that come back.
GIVEN = {"imports.plan", "imports.run"}


def _says_not_there(error: UserError) -> bool:
    if isinstance(error, Invalid):
        return any(problem.code.startswith("unknown_") or problem.code == "not_found" for problem in error.fields)
    return isinstance(error, NotFound) or error.code.startswith("nothing_to_")


# What takes versions along and writes nothing: the change itself refuses what is stale.
ONLY_LOOKS = {"price_lists.preview_prices", "catalog.preview_prices", "catalog.preview_bulk"}


@pytest.mark.parametrize("name", [name for name, call in CALLS.items() if call.versioned and name not in ONLY_LOOKS])
async def test_what_is_stale_is_refused(world: World, name: str) -> None:
    call = await _prepared(world, name)
    before = await _digest(world.shop)
    with pytest.raises(VersionConflict) as conflict:
        await call.make(world, world.shop.ctx, world.version - 1)
    assert conflict.value.params["expected"] == world.version - 1
    assert conflict.value.params["actual"] == world.version
    assert await _digest(world.shop) == before


async def _digest(shop: TemporaryShop) -> dict[str, str]:
    """Every row of the shop by table, but for what readers of the log derive."""
    found = {}
    for name, table in metadata.tables.items():
        if "tenant_id" not in table.c or name.startswith("index_") or name in DERIVED:
            continue
        rows = await shop.platform.database.reader.all(_rows_of(name), tenant=shop.ctx.tenant_id)
        found[name] = hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
    return found


DERIVED = {"history_steps", "collection_members", "tags", "taggables"}


def _rows_of(table: str) -> Any:
    return prepare(f"SELECT * FROM {table} WHERE tenant_id = :tenant")


async def test_rows_refer_to_rows_of_the_same_shop(shops: tuple[TemporaryShop, TemporaryShop]) -> None:
    """After whatever the other tests did: no row of one shop hangs on a row of another."""
    reader = shops[0].platform.database.reader
    for name, table in metadata.tables.items():
        for key in table.foreign_keys:
            parent, column = key.column.table, key.parent.name
            if "tenant_id" not in table.c or "tenant_id" not in parent.c or column == "tenant_id":
                continue
            sql = (
                f"SELECT count(*) FROM {name} AS c JOIN {parent.name} AS p ON p.{key.column.name} = c.{column}"
                " WHERE p.tenant_id <> c.tenant_id"
            )
            assert await reader.one(prepare(sql)) == (0,), f"{name}.{column}"


async def test_a_caller_of_no_shop_is_refused_or_hears_nothing(world: World) -> None:
    nobody = Context(tenant_id=world.product.id, role=Role.SUPER_ADMIN)
    with pytest.raises(NotFound):
        await world.shop.catalog.get_product(nobody, world.product.id)
    assert await world.shop.catalog.locations(nobody) == ()
