"""The role table."""

from __future__ import annotations

import pytest

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Resource, Scope, granted, require, scope


def test_rustoks_table_is_complete() -> None:
    assert len(Resource) == 18
    assert len(Action) == 8
    assert all(granted(Role.SUPER_ADMIN, r, a) for r in Resource for a in Action)


@pytest.mark.parametrize(
    ("role", "resource", "action", "expected"),
    [
        (Role.ADMIN, Resource.PRODUCTS, Action.MANAGE, True),
        (Role.ADMIN, Resource.PRODUCTS, Action.IMPORT, True),
        (Role.ADMIN, Resource.TENANTS, Action.READ, False),
        (Role.ADMIN, Resource.MODULES, Action.READ, True),
        (Role.ADMIN, Resource.MODULES, Action.UPDATE, False),
        (Role.ADMIN, Resource.LOGS, Action.READ, False),
        (Role.MANAGER, Resource.PRODUCTS, Action.DELETE, True),
        (Role.MANAGER, Resource.PRODUCTS, Action.MANAGE, False),
        (Role.MANAGER, Resource.PRODUCTS, Action.IMPORT, False),
        (Role.MANAGER, Resource.INVENTORY, Action.DELETE, False),
        (Role.MANAGER, Resource.ORDERS, Action.CREATE, False),
        (Role.MANAGER, Resource.DISCOUNTS, Action.UPDATE, True),
        (Role.MANAGER, Resource.DISCOUNTS, Action.MANAGE, False),
        (Role.CUSTOMER, Resource.DISCOUNTS, Action.LIST, False),
        (Role.MANAGER, Resource.SETTINGS, Action.READ, False),
        (Role.CUSTOMER, Resource.PRODUCTS, Action.READ, True),
        (Role.CUSTOMER, Resource.PRODUCTS, Action.UPDATE, False),
        (Role.CUSTOMER, Resource.INVENTORY, Action.READ, False),
    ],
)
def test_roles_may_what_the_table_says(role: Role, resource: Resource, action: Action, expected: bool) -> None:
    assert granted(role, resource, action) is expected


def test_only_customers_are_held_to_their_own() -> None:
    assert scope(Role.CUSTOMER, Resource.ORDERS, Action.READ) is Scope.OWN
    assert scope(Role.CUSTOMER, Resource.ORDERS, Action.UPDATE) is Scope.NONE
    assert scope(Role.CUSTOMER, Resource.COMMENTS, Action.DELETE) is Scope.OWN
    assert scope(Role.CUSTOMER, Resource.COMMENTS, Action.READ) is Scope.ALL
    staff = (Role.SUPER_ADMIN, Role.ADMIN, Role.MANAGER)
    assert all(scope(role, r, a) is not Scope.OWN for role in staff for r in Resource for a in Action)


def test_require_refuses_what_is_not_wholly_granted() -> None:
    customer = Context(new_id(), Role.CUSTOMER)
    require(customer, Resource.PRODUCTS, Action.READ)
    with pytest.raises(Forbidden) as caught:
        require(customer, Resource.PRODUCTS, Action.UPDATE)
    assert caught.value.params == {"resource": "products", "action": "update"}
    with pytest.raises(Forbidden):
        require(customer, Resource.ORDERS, Action.READ)
