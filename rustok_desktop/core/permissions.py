"""RusToK's static role table: which role may do what with which resource; additions of ours say so."""

from __future__ import annotations

from enum import StrEnum

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden


class Resource(StrEnum):
    """RusToK's 18 resources."""

    USERS = "users"
    TENANTS = "tenants"
    MODULES = "modules"
    SETTINGS = "settings"
    PRODUCTS = "products"
    CATEGORIES = "categories"
    ORDERS = "orders"
    CUSTOMERS = "customers"
    INVENTORY = "inventory"
    DISCOUNTS = "discounts"
    POSTS = "posts"
    PAGES = "pages"
    NODES = "nodes"
    MEDIA = "media"
    COMMENTS = "comments"
    ANALYTICS = "analytics"
    LOGS = "logs"
    WEBHOOKS = "webhooks"


class Action(StrEnum):
    """RusToK's 8 actions; MANAGE implies every other one on its resource."""

    CREATE = "create"
    READ = "read"
    UPDATE = "update"
    DELETE = "delete"
    LIST = "list"
    EXPORT = "export"
    IMPORT = "import"
    MANAGE = "manage"


class Scope(StrEnum):
    """Whose things an allowed act may touch."""

    ALL = "all"
    OWN = "own"
    NONE = "none"


_A = Action
_EDIT = frozenset({_A.CREATE, _A.READ, _A.UPDATE, _A.DELETE, _A.LIST})
_LOOK = frozenset({_A.READ, _A.LIST})
_ALL = frozenset({_A.MANAGE})

_Table = dict[Resource, frozenset[Action]]

_ADMIN: _Table = {
    resource: _ALL for resource in Resource if resource not in (Resource.TENANTS, Resource.MODULES, Resource.LOGS)
} | {Resource.MODULES: _LOOK}

_MANAGER: _Table = {
    Resource.PRODUCTS: _EDIT,
    Resource.CATEGORIES: _EDIT,
    Resource.ORDERS: frozenset({_A.READ, _A.UPDATE, _A.LIST}),
    Resource.CUSTOMERS: _LOOK,
    Resource.INVENTORY: frozenset({_A.CREATE, _A.READ, _A.UPDATE, _A.LIST}),
    Resource.DISCOUNTS: _EDIT,  # price lists; RusToK has the resource and grants it to nobody below an admin
    Resource.POSTS: _EDIT,
    Resource.PAGES: _EDIT,  # RusToK lets a manager edit a page's blocks, but not the page
    Resource.NODES: _EDIT,
    Resource.COMMENTS: _EDIT,  # and nobody but an admin moderate
    Resource.MEDIA: _EDIT,
    Resource.ANALYTICS: frozenset({_A.READ}),
}

_CUSTOMER: _Table = {
    Resource.PRODUCTS: _LOOK,
    Resource.CATEGORIES: _LOOK,
    Resource.ORDERS: frozenset({_A.CREATE, _A.READ, _A.LIST}),
    Resource.POSTS: _LOOK,
    Resource.PAGES: _LOOK,  # RusToK shows pages without asking
    Resource.NODES: _LOOK,
    Resource.COMMENTS: frozenset({_A.CREATE, _A.READ, _A.LIST}),
}

_ROLES: dict[Role, _Table] = {
    Role.SUPER_ADMIN: dict.fromkeys(Resource, _ALL),
    Role.ADMIN: _ADMIN,
    Role.MANAGER: _MANAGER,
    Role.CUSTOMER: _CUSTOMER,
}

_NOTHING: frozenset[Action] = frozenset()


def granted(role: Role, resource: Resource, action: Action) -> bool:
    """Whether ``role`` has ``resource:action``; ``manage`` implies every action."""
    actions = _ROLES[role].get(resource, _NOTHING)
    return action in actions or Action.MANAGE in actions


def scope(role: Role, resource: Resource, action: Action) -> Scope:
    """ALL, OWN (a customer's own orders, and own comments to change or remove) or NONE."""
    if role is Role.CUSTOMER:
        if resource is Resource.COMMENTS and action in (Action.UPDATE, Action.DELETE):
            return Scope.OWN
        if resource is Resource.ORDERS and granted(role, resource, action):
            return Scope.OWN
    return Scope.ALL if granted(role, resource, action) else Scope.NONE


def require(ctx: Context, resource: Resource, action: Action) -> None:
    """Returns when the caller may act on everything of ``resource``; raises Forbidden otherwise."""
    if scope(ctx.role, resource, action) is not Scope.ALL:
        raise Forbidden("forbidden", resource=resource.value, action=action.value)
