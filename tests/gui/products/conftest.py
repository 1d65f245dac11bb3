"""A shop for the Products page that lives in memory."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import Saved
from rustok_desktop.gui.operations.products import ListedPage, ListStart, Loaded, SavedProduct, ShopFacts
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.index.schemas import Anchors, Facets
from tests.unit.gui_products.samples import apron, movements, product, row

from .shop_client import ShopClient


def listed(start: int, count: int) -> tuple[Listed, ...]:
    """Rows of the shop's endless list."""
    return tuple(Listed(row(number)) for number in range(start, start + count))


def page_of(client_operation: object, total: int) -> ListedPage:
    """The answer to a ReadPage operation; cursors are row numbers."""
    fetch = client_operation.fetch  # type: ignore[attr-defined]
    start = fetch.page * 200
    count = min(fetch.limit, total - start)
    return ListedPage(listed(start, count), f"after {start + count - 1}", f"before {start}")


@pytest.fixture
def client() -> ShopClient:
    """A shop of three products; loads, and nothing else, answer by themselves."""
    made = ShopClient()
    made.answers = {
        "OpenList": lambda op: ListStart(3, listed(0, 3), None),
        "ReadPage": lambda op: page_of(op, 3),
        "ReadAnchors": lambda op: Anchors(3, 1000, ("a0",)),
        "ReadFacets": lambda op: Facets(("Kiln & Clay",), ("Bowls",), ("stoneware",)),
        "ReadShop": lambda op: ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""),
        "LoadProduct": lambda op: Loaded(product(product_id=op.product_id), movements()),
    }
    return made


def editing_apron(client: ShopClient, qtbot: QtBot, colours: int, sizes: int) -> EditorController:
    """An apron of so many variants is loaded into the editor."""
    client.answers["LoadProduct"] = lambda op: Loaded(apron(colours, sizes), movements())
    made = EditorController(client)
    made.set_shop(ShopFacts("en", "USD", (("en", "English"),), ""))
    made.open("p1")
    qtbot.waitUntil(lambda: made.state is not None)
    return made


def saved(view: object, txid: str = "tx1") -> SavedProduct:
    """A commit after which the product is ``view``."""
    return SavedProduct(
        Saved(view.id, view.version, ("title@en",), txid),  # type: ignore[attr-defined]
        Loaded(view, movements()),  # type: ignore[arg-type]
    )
