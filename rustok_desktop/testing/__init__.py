"""For the tests of whoever builds on the shop: a temporary shop, builders, roles, waiters, assertions.

The program itself never imports this package. With pytest, ``pytest_plugins = ["rustok_desktop.testing.plugin"]``
in the top ``conftest.py`` gives the fixtures ``rustok_shop`` and ``rustok_events``.
"""

from __future__ import annotations

from rustok_desktop.testing.asserting import (
    assert_event,
    assert_forbidden,
    assert_no_event,
    assert_refused,
    assert_unchanged,
)
from rustok_desktop.testing.builders import EditBuilder, ProductBuilder, a_product, an_edit_of
from rustok_desktop.testing.content import NodeBuilder, a_node
from rustok_desktop.testing.recording import RecordingBus
from rustok_desktop.testing.roles import (
    admin_context,
    context_of,
    customer_context,
    manager_context,
    super_admin_context,
)
from rustok_desktop.testing.shop import TemporaryShop, temporary_shop
from rustok_desktop.testing.waiting import eventually, indexed

__all__ = [
    "EditBuilder",
    "NodeBuilder",
    "ProductBuilder",
    "RecordingBus",
    "TemporaryShop",
    "a_node",
    "a_product",
    "admin_context",
    "an_edit_of",
    "assert_event",
    "assert_forbidden",
    "assert_no_event",
    "assert_refused",
    "assert_unchanged",
    "context_of",
    "customer_context",
    "eventually",
    "indexed",
    "manager_context",
    "super_admin_context",
    "temporary_shop",
]
