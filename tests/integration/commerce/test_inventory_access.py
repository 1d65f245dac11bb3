"""Who may do what with stock: every public method of the service asks."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import Any

import pytest

from rustok_desktop.commerce.inventory import InventoryService
from rustok_desktop.commerce.stock_schemas import (
    CloseStocktake,
    CountStock,
    CreateLocation,
    LocationCommand,
    OpenStocktake,
    ReleaseStock,
    ReserveStock,
    SetThreshold,
    TransferStock,
    UpdateLocation,
)
from rustok_desktop.commerce.stock_views import LevelQuery
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus

ID = new_id()
LINE = {"variant_id": ID, "quantity": 1}
CALLS: dict[str, tuple[Any, ...]] = {
    "create_location": (CreateLocation(name="A"),),
    "update_location": (UpdateLocation(location_id=ID, name="B"),),
    "make_default": (LocationCommand(location_id=ID),),
    "close_location": (LocationCommand(location_id=ID),),
    "transfer": (TransferStock.model_validate({"from_location_id": ID, "to_location_id": ID, "lines": [LINE]}),),
    "reserve": (ReserveStock(variant_id=ID, quantity=1),),
    "release": (ReleaseStock(reservation_id=ID),),
    "set_threshold": (SetThreshold(variant_id=ID),),
    "open_stocktake": (OpenStocktake(),),
    "count": (CountStock(stocktake_id=ID, code="A", add=1),),
    "apply_stocktake": (CloseStocktake(stocktake_id=ID),),
    "cancel_stocktake": (CloseStocktake(stocktake_id=ID),),
    "levels": (LevelQuery(ID),),
    "level": (ID, ID),
    "figures": (LevelQuery(ID),),
    "movements": (ID,),
    "reservations": (ID,),
    "stocktake": (ID,),
    "open_stocktake_at": (ID,),
}
METHODS = [name for name, _ in inspect.getmembers(InventoryService, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", METHODS)
async def test_every_method_asks(shop: Any, bus: TransactionalEventBus, name: str) -> None:
    inventory = InventoryService(shop.database.writer, shop.database.reader, bus)
    head = await shop.log.head()
    with pytest.raises(Forbidden):
        await getattr(inventory, name)(replace(shop.ctx, role=Role.CUSTOMER), *CALLS[name])
    assert await shop.log.head() == head
    allowed = {Role.SUPER_ADMIN, Role.ADMIN, *([] if name == "close_location" else [Role.MANAGER])}
    for role in allowed:
        try:
            await getattr(inventory, name)(replace(shop.ctx, role=role), *CALLS[name])
        except Forbidden:
            raise
        except UserError:
            continue  # it was allowed to look, and there is no such thing
