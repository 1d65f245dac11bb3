"""Categories, tags, collections, stock and stocktakes from the command line, on a real shop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rustok_desktop.app import Settings, open_platform

Cli = Callable[..., tuple[int, dict[str, Any]]]
Told = Callable[..., str]


def product_ids(cli: Cli) -> list[str]:
    created = cli("events", "list", "--type", "product.created")[1]["events"]
    return sorted(event["aggregate_id"] for event in created)


def a_level(cli: Cli) -> dict[str, Any]:
    code, listed = cli("stock", "list", "--limit", "1")
    assert code == 0
    return dict(listed["levels"][0])


def test_categories_are_added_renamed_moved_and_deleted(shop: Cli, told: Told) -> None:
    before = {node["id"] for node in shop("categories", "list")[1]["categories"]}
    code, added = shop("categories", "add", "Kitchen")
    assert (code, added["version"]) == (0, 1)
    kitchen = added["category_id"]
    bowls = shop("categories", "add", "Bowls", "--parent", kitchen)[1]["category_id"]
    assert shop("categories", "rename", bowls, "Deep bowls", "--version", "1")[1]["version"] == 2
    tree = {node["id"]: node for node in shop("categories", "list")[1]["categories"]}
    assert (tree[bowls]["name"], tree[bowls]["parent_id"]) == ("Deep bowls", kitchen)
    assert "Deep bowls" in told("categories", "list")
    assert "so already" in told("categories", "rename", bowls, "Deep bowls")

    code, stale = shop("categories", "rename", bowls, "Other", "--version", "1")
    assert (code, stale["error"]["code"]) == (2, "version_conflict")
    assert shop("categories", "move", kitchen, "--parent", bowls)[0] == 2
    assert shop("categories", "trash", kitchen)[0] == 2
    for neither_or_both in ((), ("--top", "--parent", kitchen)):
        code, unclear = shop("categories", "move", bowls, *neither_or_both)
        assert (code, unclear["error"]["fields"][0]["code"]) == (2, "parent_or_top")

    assert shop("categories", "move", bowls, "--top")[0] == 0
    assert shop("categories", "trash", kitchen)[1]["category_id"] == kitchen
    assert {node["id"] for node in shop("categories", "list")[1]["categories"]} == before | {bowls}
    assert shop("categories", "restore", kitchen)[1]["node"]["name"] == "Kitchen"
    assert shop("categories", "restore", kitchen)[1]["error"]["code"] == "not_in_trash"
    assert shop("categories", "delete", kitchen)[0] == 0
    assert {node["id"] for node in shop("categories", "list")[1]["categories"]} == before | {bowls}


def test_tags_are_renamed_translated_and_merged(shop: Cli, told: Told) -> None:
    tags = shop("tags", "list")[1]["tags"]
    first, second = tags[0], tags[1]
    code, renamed = shop("tags", "rename", first["id"], "renamed-here")
    assert (code, renamed["products"]) == (0, first["use_count"])
    assert shop("tags", "translate", first["id"], "ru", "по-русски")[0] == 0
    known = {tag["id"]: tag for tag in shop("tags", "list")[1]["tags"]}
    assert (known[first["id"]]["name"], known[first["id"]]["names"]["ru"]) == ("renamed-here", "по-русски")
    assert "renamed-here" in told("tags", "list")
    assert shop("tags", "translate", first["id"], "ru")[0] == 0
    assert "ru" not in {tag["id"]: tag for tag in shop("tags", "list")[1]["tags"]}[first["id"]]["names"]

    code, taken = shop("tags", "rename", first["id"], second["name"])
    assert (code, taken["error"]["code"]) == (2, "tag_exists")
    assert "so already" in told("tags", "rename", first["id"], "renamed-here")
    assert "Saved as version" in told("tags", "merge", first["id"], second["id"])
    assert first["id"] not in {tag["id"] for tag in shop("tags", "list")[1]["tags"]}


def test_collections_are_filled_by_hand(shop: Cli, told: Told) -> None:
    one, two, three = product_ids(shop)
    assert "no collections" in told("collections", "list")
    code, added = shop("collections", "add", "Window", "--product", one)
    assert code == 0
    window = added["collection_id"]
    assert shop("collections", "add-product", window, two, three, "--position", "0")[0] == 0
    shown = shop("collections", "show", window, "--limit", "2")[1]
    assert [member["product_id"] for member in shown["members"]] == [two, three]
    rest = shop("collections", "show", window, "--after", shown["next"])[1]
    assert [member["product_id"] for member in rest["members"]] == [one]
    assert shop("collections", "remove-product", window, two)[0] == 0
    assert shop("collections", "list")[1]["collections"][0]["count"] == 2
    assert "Window" in told("collections", "list")
    assert "title@en  Window" in told("collections", "show", window)
    stale = shop("collections", "delete", window, "--version", "1")[1]
    assert stale["error"]["code"] == "version_conflict"
    assert shop("collections", "delete", window)[0] == 0
    assert shop("collections", "show", window)[1]["error"]["code"] == "not_found"


def test_stock_is_adjusted_and_listed_page_by_page(shop: Cli, told: Told) -> None:
    level = a_level(shop)
    variant, before = level["variant_id"], level["on_hand"]
    assert shop("stock", "adjust", variant, "5", "--reason", "delivery")[0] == 0
    assert shop("stock", "adjust", variant, "-2")[0] == 0
    assert a_level(shop)["on_hand"] == before + 3
    page = shop("stock", "list", "--limit", "1")[1]
    second = shop("stock", "list", "--limit", "1", "--after", page["next"])[1]
    assert second["levels"][0]["variant_id"] != variant
    code, wrong = shop("stock", "list", "--after", "nonsense")
    assert (code, wrong["error"]["code"]) == (2, "not_found")
    assert level["sku"] in told("stock", "list", "--code", level["sku"])
    assert all(one["state"] == "low" for one in shop("stock", "low")[1]["levels"])


def test_a_wrong_amount_is_bad_input_not_a_bug(shop: Cli) -> None:
    variant = a_level(shop)["variant_id"]
    code, refused = shop("stock", "adjust", variant, "99999999999999")
    assert code == 2
    assert (refused["error"]["fields"][0]["path"], refused["error"]["fields"][0]["code"]) == ("delta", "too_big")
    place = shop("stock", "locations")[1]["locations"][0]["id"]
    code, refused = shop("stock", "transfer", place, place, f"{variant}=many")
    assert (code, refused["error"]["fields"][0]["path"]) == (2, "lines/0/quantity")
    assert shop("stock", "transfer", place, "nowhere", f"{variant}=1")[0] == 2


async def add_location(data: Path) -> str:
    from rustok_desktop.commerce.stock_schemas import CreateLocation

    platform = await open_platform(Settings(data_dir=data))
    try:
        return (await platform.inventory.create_location(platform.context(), CreateLocation(name="Shed"))).id
    finally:
        await platform.close()


def test_goods_are_transferred_between_locations(shop: Cli, told: Told, data: Path) -> None:
    shed = asyncio.run(add_location(data))
    level = a_level(shop)
    variant, here = level["variant_id"], shop("stock", "locations")[1]["locations"][0]["id"]
    assert "Shed" in told("stock", "locations")
    assert shop("stock", "adjust", variant, "4")[0] == 0
    code, moved = shop("stock", "transfer", here, shed, f"{variant}=3", "--reference", "T-1")
    assert (code, moved["units"], moved["reference"]) == (0, 3, "T-1")
    there = shop("stock", "list", "--location", shed, "--code", level["sku"])[1]["levels"][0]
    assert (there["on_hand"], a_level(shop)["on_hand"]) == (3, level["on_hand"] + 1)


def test_a_stocktake_from_open_to_applied(shop: Cli, told: Told) -> None:
    level = a_level(shop)
    code, opened = shop("stocktake", "open")
    assert (code, opened["status"]) == (0, "open")
    assert "Nothing is counted" in told("stocktake", "show")
    assert shop("stocktake", "count", opened["id"], level["sku"])[1]["counted"] == 1
    assert shop("stocktake", "count", opened["id"], level["sku"], "--add", "2")[1]["counted"] == 3
    counted = shop("stocktake", "count", opened["id"], level["sku"], "--quantity", "7")[1]
    assert (counted["counted"], counted["difference"]) == (7, 7 - level["on_hand"])
    assert shop("stocktake", "count", opened["id"], "NO-SUCH-CODE")[0] == 2
    assert level["sku"] in told("stocktake", "show")
    shown = shop("stocktake", "show", opened["id"])[1]
    assert shown["counts"][0]["after"] == 7
    assert shop("stocktake", "apply", opened["id"], "--version", str(shown["version"] + 1))[0] == 2
    assert shop("stocktake", "apply", opened["id"])[1]["corrected"] == 1
    assert a_level(shop)["on_hand"] == 7
    assert shop("stocktake", "show")[1]["error"]["code"] == "not_found"
