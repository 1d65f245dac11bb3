"""Steps by name, whatever they are about."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.gui.history.field_texts import name_text, path_text, value_text
from rustok_desktop.gui.history.history_table_model import act_text
from rustok_desktop.gui.history.step_texts import StepTexts
from rustok_desktop.history import states
from rustok_desktop.history.reverters.categories import CategoryReverter
from rustok_desktop.history.reverters.collections import CollectionReverter
from rustok_desktop.history.reverters.locations import LocationReverter
from rustok_desktop.history.reverters.media import MediaReverter
from rustok_desktop.history.reverters.nodes import NodeReverter
from rustok_desktop.history.reverters.price_lists import PriceListReverter
from rustok_desktop.history.reverters.products import ProductReverter
from rustok_desktop.history.reverters.shop import ShopReverter
from rustok_desktop.history.reverters.tags import TagReverter
from rustok_desktop.history.reverting import CREATE, EDIT, PURGE, RESTORE, STOCK, TRASH
from rustok_desktop.history.views import HistoryEntry, StepView

_ACT = {CREATE: "created", EDIT: "updated", TRASH: "trashed", RESTORE: "restored", PURGE: "deleted", STOCK: "stock"}


def step(thing: str, kind: str, *fields: str, count: int = 1, detail: str = "") -> StepView:
    return StepView("s", kind, "", count, "Mugs", fields, thing=thing, total=count, detail=detail)


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        (step("category", "edit", "name", "slug"), "Rename category “Mugs”"),
        (step("category", "edit", "parent_id"), "Move category “Mugs”"),
        (step("category", "edit", "products"), "Change products of category “Mugs”"),
        (step("category", "edit", "name", "description"), "Change category “Mugs”"),
        (step("category", "trash", "name"), "Delete category “Mugs”"),
        (step("collection", "create", "title"), "Create collection “Mugs”"),
        (step("collection", "edit", "title"), "Rename collection “Mugs”"),
        (step("collection", "edit", "rule"), "Change rule of collection “Mugs”"),
        (step("collection", "edit", "members"), "Change products of collection “Mugs”"),
        (step("price_list", "edit", "name"), "Rename price list “Mugs”"),
        (step("price_list", "edit", "prices"), "Change prices of price list “Mugs”"),
        (step("price_list", "edit", "name", "prices"), "Change price list “Mugs”"),
        (step("price_list", "trash", "deleted_at"), "Move price list “Mugs” to the trash"),
        (step("tag", "edit", "name"), "Rename tag “Mugs”"),
        (step("tag", "trash", "name", "merged_into"), "Merge tag “Mugs”"),
        (step("tag", "trash", "name"), "Remove tag “Mugs”"),
        (step("tag", "trash", "name", count=3), "Remove 3 tags"),
        (step("media", "create", "filename"), "Upload picture “Mugs”"),
        (step("media", "create", "filename", count=2), "Upload 2 pictures"),
        (step("media", "trash", count=2), "Delete 2 pictures"),
        (step("location", "close", "closed_at"), "Close location “Mugs”"),
        (step("tenant", "edit", "name"), "Change settings of “Mugs”"),
        (step("tenant", "enable", "enabled", "language", detail="Français"), "Enable language “Français”"),
        (step("tenant", "enable", "fallback", detail="Français"), "Change language “Français”"),
        (step("tenant", "disable", "enabled", detail="Français"), "Disable language “Français”"),
        (step("category", "edit", count=2), "Change 2 things"),
        (step("node", "edit", "slug", "redirect"), "Change address of “Mugs”"),
        (step("node", "edit", "redirect"), "Change old address of “Mugs”"),
        (step("node", "schedule", "publish_at", detail="post"), "Schedule “Mugs”"),
        (step("node", "unschedule", "publish_at", detail="post"), "Take “Mugs” off the schedule"),
        (step("node", "moderate", detail="comment:approved"), "Approve comment on “Mugs”"),
        (step("node", "moderate", detail="forum_reply:hidden"), "Hide comment on “Mugs”"),
        (step("node", "moderate", detail="forum_topic:rejected"), "Reject topic “Mugs”"),
        (step("node", "moderate", detail="comment:approved", count=3), "Approve 3 comments"),
        (step("node", "moderate", detail=":rejected", count=2), "Reject 2 comments"),
        (step("node", "create", "body", detail="comment"), "Comment on “Mugs”"),
        (step("node", "create", "title", detail="post"), "Create “Mugs”"),
        (step("node", "edit", "body", detail="block"), "Change block of “Mugs”"),
        (step("product", "threshold", "threshold"), "Change low-stock threshold of “Mugs”"),
        (step("product", "threshold", "threshold", count=2), "Change low-stock threshold of 2 products"),
        (step("node", "publish"), "Publish “Mugs”"),
        (step("node", "edit", "title"), "Change title of “Mugs”"),
        (step("node", "edit", count=2), "Change 2 things"),
        (step("product", "edit", "title"), "Change title of “Mugs”"),
        (step("product", "edit", "title", count=2), "Change title of 2 products"),
    ],
)
def test_a_step_by_name(services: Any, seen: StepView, text: str) -> None:
    assert StepTexts().text(seen) == text


REVERTERS = [
    ProductReverter(),
    CategoryReverter(),
    CollectionReverter(),
    TagReverter(()),
    MediaReverter(lambda path: True),
    LocationReverter(),
    ShopReverter(lambda uow, tenant_id: False),
    NodeReverter(),
    PriceListReverter(),
]


@pytest.mark.parametrize("reverter", REVERTERS, ids=lambda reverter: reverter.kind)
def test_every_field_of_history_has_a_name(services: Any, reverter: Any) -> None:
    own = (*states.FIELDS, *states.WORDS, *states.MONEY, *states.VARIANT_FIELDS, *states.LIFECYCLE, states.THRESHOLD)
    for field in getattr(reverter, "fields", own):
        assert name_text(field) != field


@pytest.mark.parametrize("reverter", REVERTERS, ids=lambda reverter: reverter.kind)
def test_every_act_has_a_name_of_its_own(services: Any, reverter: Any) -> None:
    """An edit is told by its field; everything else says what it is."""
    plain = StepTexts().text(step(reverter.kind, "something else"))
    for event_type, act in reverter.acts.items():
        if act not in (EDIT, PURGE, RESTORE if reverter.kind != "product" else ""):
            seen = step(reverter.kind, act, "enabled", detail="comment:hidden" if act == "moderate" else "x")
            assert StepTexts().text(seen) != plain, act
        entry = HistoryEntry("e", 1, "", None, True, _ACT.get(act, event_type.rpartition(".")[2]))
        assert act_text(entry) != entry.act


def test_values_of_new_fields_in_words(services: Any) -> None:
    assert path_text("variants/v/threshold@l", {"v": "S"}) == "Low below · S"
    assert value_text("variants/v/threshold@l", 1200, "en") == "1,200"
    assert (path_text("enabled@fr"), value_text("enabled@fr", True, "en")) == ("Language is in use (fr)", "Yes")
    assert (path_text("nodes/n"), value_text("nodes/n", True, "en")) == ("Page or post", "Yes")
