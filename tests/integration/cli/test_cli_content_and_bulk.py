"""Media, products by the list and content from the command line, on a real shop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rustok_desktop.app import Settings, open_platform
from rustok_desktop.cli.main import run
from rustok_desktop.testing import a_product

Cli = Callable[..., tuple[int, dict[str, Any]]]
Told = Callable[..., str]


async def write_post(data: Path) -> str:
    from rustok_desktop.content.schemas import CreateNode, NodeWords

    platform = await open_platform(Settings(data_dir=data))
    try:
        post = CreateNode(translations={"en": NodeWords(title="Clay from the river", body="Wet.")})
        made = await platform.nodes.create_node(platform.context(), post)
        assert await platform.consumers.drain(20.0)
        return made.node_id
    finally:
        await platform.close()


def test_a_file_that_is_refused_keeps_no_other_out(
    shop: Cli, tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, one, other = tmp_path / "a.txt", tmp_path / "b.png", tmp_path / "c.png"
    text.write_text("no picture", encoding="utf-8")
    Image.new("RGB", (3, 3), "teal").save(one)
    Image.new("RGB", (4, 4), "red").save(other)
    files = [str(path) for path in (one, text, other)]
    code, added = shop("media", "add", *files)
    assert code == 1
    assert [row["file"] for row in added["media"]] == [str(one), str(other)]
    (refused,) = added["refused"]
    assert refused["file"] == str(text)
    assert refused["message"]
    assert {row["filename"] for row in shop("media", "list")[1]["media"]} == {"b.png", "c.png"}
    capsys.readouterr()
    assert run(["--data-dir", str(data), "media", "add", *files]) == 1
    out = capsys.readouterr().out
    assert "a.txt  refused:" in out
    assert out.count("known") == 2


def test_lists_weight_and_prices_are_edited_by_a_search(shop: Cli, told: Told) -> None:
    home = shop("categories", "add", "Home")[1]["category_id"]
    new = shop("collections", "add", "New")[1]["collection_id"]
    edit = ("products", "bulk-edit", "", "--set-tags", "a, b", "--set-weight", "1,2 kg", "--price", "= 20")
    lists = ("--add-category", home, "--add-collection", new)
    previewed = shop(*edit, *lists, "--dry-run")[1]["products"][0]["fields"]
    assert {field["name"]: field["becomes"] for field in previewed} == {
        "tags": ["a", "b"],
        "weight": [1_200_000, "kg"],
        "price": [2000, 2000, "USD"],
        "collections": [new],
        "categories": [home],
    }
    assert shop(*edit, *lists) == (0, {"changed": 3, "unchanged": 0})
    assert shop("categories", "list")[1]["categories"][0]["own"] == 3
    assert shop("products", "bulk-edit", "", "--remove-category", home, "--remove-collection", new)[1]["changed"] == 3
    assert shop("categories", "list")[1]["categories"][0]["own"] == 0
    code, refused = shop("products", "bulk-edit", "", "--set-weight", "heavy")
    assert (code, refused["error"]["fields"][0]["path"]) == (2, "weight")
    assert shop("products", "bulk-edit", "no such product", "--set-vendor", "x")[1] == {"changed": 0, "unchanged": 0}
    assert shop("products", "bulk-edit", "none", "--set-vendor", "x", "--dry-run")[1]["products"] == []


async def add_twins(data: Path) -> list[str]:
    platform = await open_platform(Settings(data_dir=data))
    try:
        build = a_product().titled("Glazed planter").build(), a_product().titled("planter, glazed").build()
        return [(await platform.catalog.create_product(platform.context(), one)).product_id for one in build]
    finally:
        await platform.close()


def test_pictures_are_added_shown_and_kept_while_recent(shop: Cli, told: Told, tmp_path: Path) -> None:
    path = tmp_path / "glaze.png"
    Image.new("RGB", (12, 8), "teal").save(path)
    code, added = shop("media", "add", str(path))
    assert (code, added["media"][0]["created"]) == (0, True)
    picture = added["media"][0]["media_id"]
    again = shop("media", "add", str(path))[1]
    assert again == {"media": [{"file": str(path), "media_id": picture, "created": False}], "refused": []}
    assert "known" in told("media", "add", str(path))
    shown = shop("media", "show", picture)[1]
    assert (shown["width"], shown["height"]) == (12, 8)
    assert "glaze.png" in told("media", "show", picture)
    assert [row["id"] for row in shop("media", "list", "glaze", "--use", "unused")[1]["media"]] == [picture]
    assert "12 x 8" in told("media", "list")
    assert shop("media", "where-used", picture)[1] == {"uses": []}
    assert "Nothing uses it" in told("media", "where-used", picture)
    assert shop("media", "where-used", "nothing")[1]["error"]["code"] == "not_found"
    assert shop("media", "clean", "--dry-run")[1]["ids"] == []
    assert shop("media", "clean")[1]["pictures"] == 0
    assert "Would remove: pictures 0" in told("media", "clean", "--dry-run")


def test_products_that_look_alike_are_listed_with_the_reason(shop: Cli, told: Told, data: Path) -> None:
    assert shop("products", "duplicates")[1]["groups"] == []
    assert told("products", "duplicates") == "No products look alike.\n"
    twins = asyncio.run(add_twins(data))
    code, found = shop("products", "duplicates")
    assert (code, found["found"]) == (0, 1)
    (group,) = found["groups"]
    assert (group["title"], group["product_ids"]) == ("Glazed planter", twins)
    assert [(one["kind"], one["nearness"]) for one in group["reasons"]] == [("title", 1.0)]
    assert "title  100%" in told("products", "duplicates", "--limit", "1")
    assert told("products", "told-apart") == "Nothing was told apart.\n"
    assert shop("products", "tell-apart", *twins)[0] == 0
    assert shop("products", "duplicates")[1]["groups"] == []
    (said,) = shop("products", "told-apart")[1]["told_apart"]
    assert {product["id"] for product in said["products"]} == set(twins)
    assert "Glazed planter" in told("products", "told-apart", "--limit", "1")
    assert shop("products", "take-back", said["id"])[0] == 0
    assert shop("products", "duplicates")[1]["found"] == 1
    assert shop("products", "take-back", said["id"])[0] == 2
    assert shop("products", "tell-apart", twins[0])[0] == 2


def test_all_of_a_search_are_edited_and_one_undo_takes_it_back(
    shop: Cli, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rustok_desktop.commerce.bulk_reading.PIECE", 2)
    before = {row["product_id"]: row["vendor"] for row in shop("products", "list")[1]["products"]}
    edit = ("products", "bulk-edit", "", "--set-vendor", "Kiln North", "--add-tag", "winter")
    code, preview = shop(*edit, "--dry-run")
    assert (code, preview["would_change"], preview["unchanged"]) == (0, 3, 0)
    assert {field["name"] for field in preview["products"][0]["fields"]} == {"vendor", "tags"}
    assert "Kiln North" in told(*edit, "--dry-run")
    assert {row["product_id"]: row["vendor"] for row in shop("products", "list")[1]["products"]} == before

    assert shop(*edit) == (0, {"changed": 3, "unchanged": 0})
    listed = shop("products", "list", "--vendor", "Kiln North", "--tag", "winter")[1]["products"]
    assert {row["product_id"] for row in listed} == set(before)
    assert "so already: 3" in told(*edit)
    assert shop("undo")[0] == 0
    assert shop("products", "bulk-edit", "", "--set-vendor", "")[1]["changed"] == 3
    assert {row["vendor"] or None for row in shop("products", "list")[1]["products"]} == {None}
    assert shop("undo")[0] == 0
    assert {row["product_id"]: row["vendor"] for row in shop("products", "list")[1]["products"]} == before


def test_a_bulk_edit_without_a_change_is_refused(shop: Cli) -> None:
    code, refused = shop("products", "bulk-edit", "")
    assert (code, refused["error"]["fields"][0]["path"]) == (2, "changes")
    code, refused = shop("products", "bulk-edit", "", "--set-vendor", "x" * 300)
    assert (code, refused["error"]["fields"][0]["path"]) == (2, "changes/vendor")


def test_products_are_listed_in_pages(shop: Cli, told: Told) -> None:
    page = shop("products", "list", "--sort", "title", "--ascending", "--limit", "2")[1]
    rest = shop("products", "list", "--sort", "title", "--ascending", "--after", page["next"])[1]
    titles = [row["title"] for row in (*page["products"], *rest["products"])]
    assert (len(titles), titles) == (3, sorted(titles))
    assert "No products" in told("products", "list", "--status", "trash")


def test_a_post_is_published_scheduled_and_trashed(shop: Cli, told: Told, data: Path) -> None:
    post = asyncio.run(write_post(data))
    assert [row["node_id"] for row in shop("nodes", "list", "--kind", "post", "--status", "draft")[1]["nodes"]] == [
        post
    ]
    assert shop("nodes", "schedule", post, "--publish", "2999-01-01T09:00:00.000000Z")[0] == 0
    assert shop("nodes", "show", post)[1]["publish_at"] == "2999-01-01T09:00:00.000000Z"
    code, wrong = shop("nodes", "schedule", post, "--publish", "tomorrow")
    assert code == 2, wrong
    assert shop("nodes", "publish", post)[0] == 0
    shown = shop("nodes", "show", post)[1]
    assert shown["status"] == "published"
    assert "Clay from the river" in told("nodes", "show", post)
    stale = shop("nodes", "unpublish", post, "--version", str(shown["version"] - 1))
    assert (stale[0], stale[1]["error"]["code"]) == (2, "version_conflict")
    assert shop("nodes", "unpublish", post)[0] == 0
    assert shop("nodes", "trash", post)[0] == 0
    assert [row["node_id"] for row in shop("nodes", "list", "--status", "trash")[1]["nodes"]] == [post]
    assert "Saved as version" in told("nodes", "restore", post)
    assert "Clay from the river" in told("nodes", "list", "river")


def test_products_are_narrowed_by_where_they_belong_and_what_they_lack(shop: Cli, told: Told) -> None:
    rows = shop("products", "list", "--sort", "price", "--ascending")[1]["products"]
    first, second, third = (row["product_id"] for row in rows)
    cheap = rows[0]["price_min"]

    def listed(*options: str) -> list[str]:
        code, found = shop("products", "list", "--sort", "price", "--ascending", *options)
        assert code == 0, found
        return [row["product_id"] for row in found["products"]]

    window = shop("collections", "add", "Window", "--product", second, "--product", third)[1]["collection_id"]
    assert listed("--collection", window) == [second, third]
    amount = f"{cheap / 100:.2f}"
    assert listed("--price-to", amount) == [first]
    assert listed("--price-from", f"{(cheap + 1) / 100:.2f}") == [second, third]
    assert listed("--collection", window, "--price-to", amount) == []
    lacking = shop("products", "list", "--without", "category", "--without", "price")[1]["products"]
    assert lacking == []
    assert listed("--without", "category") == [first, second, third]
    empty = shop("categories", "add", "Empty")[1]["category_id"]
    assert "No products" in told("products", "list", "--category", empty)
    edit = ("products", "bulk-edit", "", "--collection", window, "--set-vendor", "Kiln North")
    assert shop(*edit)[1] == {"changed": 2, "unchanged": 0}
    assert sorted(listed("--vendor", "Kiln North")) == sorted([second, third])


@pytest.mark.parametrize("command", [("products", "list"), ("products", "bulk-edit", "", "--set-vendor", "x")])
def test_a_place_there_is_not_is_no_empty_list(shop: Cli, command: tuple[str, ...]) -> None:
    for option in ("--category", "--collection"):
        code, refused = shop(*command, option, "nowhere")
        assert (code != 0, refused["error"]["code"]) == (True, "not_found")
    code, refused = shop(*command, "--price-to", "many")
    assert (code, refused["error"]["fields"][0]["path"]) == (2, "price_to")
