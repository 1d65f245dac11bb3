"""Whose permission each kind asks."""

from __future__ import annotations

import pytest

from rustok_desktop.content import kinds
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Resource
from rustok_desktop.core.state_machine import MODERATION, NODE, THREAD


def ctx(role: Role) -> Context:
    return Context(new_id(), role)


def test_every_kind_has_its_resource_and_its_place() -> None:
    rustoks = {"post", "page", "article", "custom", "block", "menu", "menu_item"}
    rustoks |= {"forum_category", "forum_topic", "forum_reply", "comment"}
    assert set(kinds.RESOURCES) == rustoks
    for few in (kinds.WRITTEN, kinds.PARTS, kinds.PARENTS, kinds.KIND_BELOW, kinds.ADDRESSED, kinds.WORDLESS):
        assert set(few) <= rustoks
    assert all(parents <= rustoks for parents in kinds.PARENTS.values())
    assert not kinds.ADDRESSED & kinds.WORDLESS


@pytest.mark.parametrize("kind", list(kinds.RESOURCES))
def test_managers_edit_every_kind_and_customers_look(kind: str) -> None:
    for action in (Action.CREATE, Action.READ, Action.UPDATE, Action.DELETE, Action.LIST):
        kinds.require_kind(ctx(Role.MANAGER), kind, action)
    assert kinds.may(ctx(Role.CUSTOMER), kind, Action.READ)
    assert not kinds.may(ctx(Role.CUSTOMER), kind, Action.UPDATE)
    with pytest.raises(Forbidden):
        kinds.require_kind(ctx(Role.MANAGER), kind, Action.MANAGE)


def test_some_means_at_least_one() -> None:
    kinds.require_some(ctx(Role.CUSTOMER), Action.CREATE, ("post", "comment"))
    with pytest.raises(Forbidden) as refused:
        kinds.require_some(ctx(Role.CUSTOMER), Action.CREATE)
    assert refused.value.params == {"resource": Resource.POSTS.value, "action": "create"}


def test_the_tables_of_statuses() -> None:
    assert NODE.statuses == {"draft", "published", "archived"}
    assert {status: NODE.allowed(status) for status in sorted(NODE.statuses)} == {
        "archived": ("restore_to_draft",),
        "draft": ("publish",),
        "published": ("unpublish", "archive"),
    }
    assert MODERATION.statuses == {"pending", "approved", "rejected", "hidden"}
    assert MODERATION.allowed("pending") == ("approve", "reject")
    assert THREAD.statuses == {"open", "closed", "archived"}
