"""What the shop refuses of a block is kept beside it and comes back with its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.builder.block_drafts import BLOCK_DRAFTS_FILE, BlockDrafts
from rustok_desktop.gui.builder.block_state import of_view
from rustok_desktop.gui.builder.builder_controller import BuilderController
from rustok_desktop.gui.operations.builder import BuiltPage
from rustok_desktop.gui.operations.products import ShopFacts
from tests.gui.products.shop_client import ShopClient

from .test_builder_page import FAQ, FORMS, HERO, TEXT, page_view


@pytest.fixture
def client(tmp_path: Path) -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "EUR", (("en", "English"),), str(tmp_path)),
        "ReadForms": lambda op: FORMS,
        "ReadPage": lambda op: BuiltPage(page_view(op.page_id), (HERO, TEXT, FAQ)),
    }
    return made


def test_what_was_refused_comes_back_after_the_program_ended(qtbot: Any, client: ShopClient, tmp_path: Path) -> None:
    def begun() -> BuilderController:
        made = BuilderController(client, lambda: "en")
        made.start()
        made.open("p1")
        qtbot.waitUntil(lambda: len(made.blocks) >= 3 and bool(made.forms))
        return made

    def end(controller: BuilderController) -> None:
        controller.keep()
        controller.drafts.flush()

    before = begun()
    before.choose("b1")
    before.add("image")
    before.type(translated=True, name="caption", value="The kiln")
    client.fail("PutBlock", Invalid([FieldProblem("data/picture", "required")]))
    before.choose("b2")
    before.type(translated=True, name="text", value="")
    before.keep()
    client.fail("ChangeBlock", Invalid([FieldProblem("texts/text", "required")]))
    end(before)
    after = begun()
    assert [(block.type, block.new, block.texts.get("en")) for block in after.blocks] == [
        ("hero", False, {"title": "Pots"}),
        ("image", True, {"caption": "The kiln"}),
        ("text", False, None),
        ("faq", False, {"items": [{"title": "Why?", "text": "So."}]}),
    ]
    after.act("remove", after.blocks[1].key)
    after.choose("b2")
    after.type(translated=True, name="text", value="Words")
    end(after)
    assert json.loads((tmp_path / BLOCK_DRAFTS_FILE).read_text("utf-8")) == {}


def test_a_block_the_shop_took_at_the_very_end_does_not_come_back_twice(tmp_path: Path) -> None:
    kept = {"key": "new-1", "type": "text", "new": True, "place": 0, "data": {}, "texts": {"en": {"text": "Words"}}}
    (tmp_path / BLOCK_DRAFTS_FILE).write_text(json.dumps({"p1": {"blocks": [kept]}}), "utf-8")
    drafts = BlockDrafts(lambda _page_id: [])
    drafts.set_directory(str(tmp_path))
    assert [block.key for block in drafts.bring_back("p1", [of_view(TEXT)], lambda: "new-7")] == ["b2"]
    again = BlockDrafts(lambda _page_id: [])
    again.set_directory(str(tmp_path))
    assert [block.key for block in again.bring_back("p1", [of_view(FAQ)], lambda: "new-7")] == ["new-7", "b3"]
