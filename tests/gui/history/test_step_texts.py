"""Steps by name, whatever they are about."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.gui.history.step_texts import StepTexts
from rustok_desktop.history.views import StepView


def step(thing: str, kind: str, *fields: str, count: int = 1) -> StepView:
    return StepView("s", kind, "", count, "Mugs", fields, thing=thing, total=count)


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
        (step("category", "edit", count=2), "Change 2 things"),
        (step("node", "publish"), "Publish “Mugs”"),
        (step("node", "edit", "title"), "Change title of “Mugs”"),
        (step("node", "edit", count=2), "Change 2 things"),
        (step("product", "edit", "title"), "Change title of “Mugs”"),
        (step("product", "edit", "title", count=2), "Change title of 2 products"),
    ],
)
def test_a_step_by_name(services: Any, seen: StepView, text: str) -> None:
    assert StepTexts().text(seen) == text
