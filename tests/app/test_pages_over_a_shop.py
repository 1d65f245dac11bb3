"""Every page opened over a real shop and closed, twenty times: nothing of it stays, whatever it asked or showed."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from rustok_desktop.gui.actions import ActionRegistry
from rustok_desktop.gui.application import Application
from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.notices.notices import Notices
from rustok_desktop.gui.operations.products import FillDemo
from rustok_desktop.gui.pages import PageSpec, standard_pages
from rustok_desktop.testing import a_node, a_product

from .pages.program import begin, leave

SLOW = 30_000
ROUNDS = 20
WARM_UP = 2  # what Qt and Python make once and keep


class Counted:
    """The client, and what it was asked that has no answer yet."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._handles: list[Any] = []

    def submit(self, operation: Any, **callbacks: Any) -> Any:
        handle = self._client.submit(operation, **callbacks)
        self._handles.append(handle)
        return handle

    def watch(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        return self._client.watch(listener)  # type: ignore[no-any-return]

    def answered(self) -> bool:
        self._handles = [handle for handle in self._handles if not handle.done]
        return not self._handles


async def _fill(platform: Any) -> dict[str, str]:
    """Something for each page to show."""
    from rustok_desktop.commerce.price_lists_schemas import CreatePriceList
    from rustok_desktop.taxonomy.schemas import CreateCategory

    ctx = platform.context()
    await FillDemo(6)(platform)
    category = CreateCategory.model_validate({"translations": {"en": {"name": "Mugs"}}})
    await platform.categories.create(ctx, category)
    listed = await platform.price_lists.create(ctx, CreatePriceList(name="Spring"))
    node = await platform.nodes.create_node(ctx, a_node().titled("Kiln").written("*Hot*").build())
    product = await platform.catalog.create_product(ctx, a_product().titled("Mug").build())
    return {"price_list_id": listed.price_list_id, "node_id": node.node_id, "product_id": product.product_id}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Application]:
    """One for all pages; nothing here changes it."""
    made = begin(tmp_path_factory.mktemp("pages-over-a-shop"), qapp)
    made.window.show()
    yield made
    leave(made)


class Rounds:
    """Opens and closes a page of its own window over the shop."""

    def __init__(self, application: Application, qtbot: QtBot, shown: dict[str, str]) -> None:
        self._services, self._qtbot, self._shown = application.services, qtbot, shown
        self._client = Counted(application.services.client)

    def turn(self, spec: PageSpec, number: int) -> None:
        """Every other time it is closed while it still waits for answers."""
        owner, window = QObject(), QWidget()
        services = replace(
            self._services,
            client=self._client,
            actions=ActionRegistry(owner),
            notices=Notices(owner),
            navigator=Navigator(owner),
        )
        page = spec.build(services)
        page.setParent(window)
        window.resize(1024, 700)
        window.show()
        page.show()
        self._qtbot.waitUntil(self._client.answered, timeout=SLOW)
        self.choose(spec.id, page)
        if number % 2:
            self._qtbot.waitUntil(self._client.answered, timeout=SLOW)
        window.close()
        window.deleteLater()
        owner.deleteLater()
        settle()

    def choose(self, page_id: str, page: Any) -> None:
        """Open one of what the page is about."""
        if page_id == "products":
            page.open_with(product_id=self._shown["product_id"])
        elif page_id == "content":
            page.open_with(node_id=self._shown["node_id"])
        elif page_id == "prices":
            page.open_with(price_list_id=self._shown["price_list_id"])

    def census(self) -> Counter[str]:
        """Everything that lives, by what it is."""
        self._qtbot.waitUntil(self._client.answered, timeout=SLOW)
        settle()
        gc.unfreeze()
        gc.collect()
        things = [thing for thing in gc.get_objects() if isinstance(thing, QObject) and isValid(thing)]
        found = Counter(type(thing).__name__ for thing in things)
        found["(running timers)"] = sum(1 for thing in things if isinstance(thing, QTimer) and thing.isActive())
        found["(threads)"] = threading.active_count() + sum(isinstance(t, QThread) and t.isRunning() for t in things)
        found["(widgets)"] = len(QApplication.allWidgets())
        found["(watchers)"] = len(self._services.client._listeners)  # type: ignore[attr-defined]
        for name in ("theme", "translator", "preferences"):
            thing = getattr(self._services, name)
            signal = "changed(QString)" if name == "preferences" else "changed()"
            found[f"(connections to {name})"] = thing.receivers(SIGNAL(signal))
        return found


@pytest.fixture
def rounds(shop: Application, qtbot: QtBot) -> Rounds:
    if not hasattr(shop.window, "_filled_for_the_test"):
        filled: list[dict[str, str]] = []
        shop.services.client.submit(_fill, on_result=filled.append, write=True)
        qtbot.waitUntil(lambda: bool(filled), timeout=SLOW)
        shop.window._filled_for_the_test = filled[0]  # type: ignore[attr-defined]
    return Rounds(shop, qtbot, shop.window._filled_for_the_test)  # type: ignore[attr-defined]


def settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("spec", standard_pages(), ids=lambda spec: spec.id)
def test_twenty_rounds_over_a_shop_leave_nothing(spec: PageSpec, rounds: Rounds) -> None:
    for number in range(WARM_UP):
        rounds.turn(spec, number)
    before = rounds.census()
    for number in range(ROUNDS):
        rounds.turn(spec, number)
    more = rounds.census() - before
    assert {name: count for name, count in more.items() if count >= ROUNDS // 2} == {}
