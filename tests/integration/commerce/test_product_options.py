"""Options as a whole new list, and what becomes of the variants."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import Invalid


def texts(product: ProductView) -> list[tuple[str, list[str]]]:
    return [(option.name, [value.value for value in option.values]) for option in product.options]


def chosen(product: ProductView) -> list[tuple[str, ...]]:
    assert [v.title for v in product.variants] == [" / ".join(v.option_values) or "Default" for v in product.variants]
    return [variant.option_values for variant in product.variants]


async def test_a_first_option_gives_its_first_value(shop: Any) -> None:
    product = await shop.add()
    events = await shop.recorded(lambda: shop.update(product, options=[{"name": "Size", "values": ["S", "M"]}]))
    now = await shop.get(product.id)
    assert texts(now) == [("Size", ["S", "M"])]
    assert chosen(now) == [("S",)]
    variant = now.variants[0].id
    assert events[0].data["changes"][f"variants/{variant}/option_values"] == [[], ["S"]]
    assert [event.event_type for event in events] == ["product.updated", "variant.updated"]


async def test_a_further_option_gives_its_first_value_to_all(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    now = await shop.updated(
        product, options=[{"name": "Colour", "values": ["Red", "Blue"]}, {"name": "Size", "values": ["S", "M"]}]
    )
    assert chosen(now) == [("Red", "S"), ("Red", "M")]
    assert now.options[1].id == product.options[0].id
    assert [v.id for v in now.variants] == [v.id for v in product.variants]
    added = await shop.updated(now, add_variants=[{"option_values": ["Blue", "S"]}])
    assert chosen(added) == [("Red", "S"), ("Red", "M"), ("Blue", "S")]


async def test_reordered_and_renamed_values_keep_their_variants(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    option = product.options[0]
    small, medium = (value.id for value in option.values)
    renamed = {
        "id": option.id,
        "name": "Grösse",
        "values": ["Mittel", "L", "Klein"],
        "value_ids": [medium, None, small],
    }
    head = await shop.log.head()
    now = await shop.updated(product, options=[renamed])
    assert texts(now) == [("Grösse", ["Mittel", "L", "Klein"])]
    assert chosen(now) == [("Klein",), ("Mittel",)]
    [event] = await shop.events(head)
    assert list(event.data["changes"]) == ["options"]
    was, becomes = event.data["changes"]["options"]
    assert [value["value"] for value in was[0]["values"]] == ["S", "M"]
    assert {value["id"]: value["value"] for value in becomes[0]["values"]}[small] == "Klein"


async def test_names_and_values_may_swap(shop: Any) -> None:
    options = [{"name": "Size", "values": ["S", "M"]}, {"name": "Fit", "values": ["Slim"]}]
    product = await shop.add(
        options=options, variants=[{"option_values": ["S", "Slim"]}, {"option_values": ["M", "Slim"]}]
    )
    size, fit = product.options
    ids = [value.id for value in size.values]
    now = await shop.updated(
        product,
        options=[
            {"id": size.id, "name": "Fit", "values": ["M", "S"], "value_ids": ids},
            {"id": fit.id, "name": "Size", "values": ["Slim"]},
        ],
    )
    assert texts(now) == [("Fit", ["M", "S"]), ("Size", ["Slim"])]
    assert chosen(now) == [("M", "Slim"), ("S", "Slim")]
    assert [option.id for option in now.options] == [size.id, fit.id]


async def test_a_new_name_and_value_may_be_those_another_gives_up(shop: Any) -> None:
    product = await shop.add_sizes("S")
    option = product.options[0]
    renamed = {"id": option.id, "name": "Length", "values": ["S", "Short"], "value_ids": [None, option.values[0].id]}
    now = await shop.updated(product, options=[{"name": "Size", "values": ["One"]}, renamed])
    assert texts(now) == [("Size", ["One"]), ("Length", ["S", "Short"])]
    assert chosen(now) == [("One", "Short")]


async def test_options_change_places(shop: Any) -> None:
    options = [{"name": "Size", "values": ["S", "M"]}, {"name": "Colour", "values": ["Red"]}]
    product = await shop.add(
        options=options, variants=[{"option_values": ["S", "Red"]}, {"option_values": ["M", "Red"]}]
    )
    head = await shop.log.head()
    now = await shop.updated(product, options=options[::-1])
    assert chosen(now) == [("Red", "S"), ("Red", "M")]
    [event] = await shop.events(head)
    assert list(event.data["changes"]) == ["options"]


async def test_a_value_in_use_stays(shop: Any) -> None:
    product = await shop.add_sizes("S", "M", "L")
    found = await shop.problems(product, options=[{"name": "Size", "values": ["L"]}])
    assert found == {"options/0/values": "option_value_used"}
    medium = product.variants[1]
    shorter = [{"name": "Size", "values": ["S", "L"]}]
    now = await shop.updated(product, options=shorter, remove_variants=[medium.id])
    assert texts(now) == [("Size", ["S", "L"])]
    assert chosen(now) == [("S",), ("L",)]


async def test_the_problem_names_the_variants(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    with pytest.raises(Invalid) as caught:
        await shop.update(product, options=[{"name": "Size", "values": ["S"]}])
    [problem] = caught.value.fields
    assert problem.params == {"value": "M", "variants": "M"}


async def test_a_variant_may_leave_the_value_that_goes(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    now = await shop.updated(
        product,
        options=[{"name": "Size", "values": ["S", "L"]}],
        variants=[{"id": product.variants[1].id, "option_values": ["L"]}],
    )
    assert chosen(now) == [("S",), ("L",)]


async def test_variants_swap_their_choices(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    small, medium = product.variants
    patches = [{"id": small.id, "option_values": ["M"]}, {"id": medium.id, "option_values": ["S"]}]
    events = await shop.recorded(lambda: shop.update(product, variants=patches))
    assert chosen(await shop.get(product.id)) == [("M",), ("S",)]
    assert events[0].data["changes"] == {
        f"variants/{small.id}/option_values": [["S"], ["M"]], f"variants/{medium.id}/option_values": [["M"], ["S"]],
    }  # fmt: skip


async def test_the_same_word_may_belong_to_another_option(shop: Any) -> None:
    product = await shop.add_sizes("M")
    events = await shop.recorded(lambda: shop.update(product, options=[{"name": "Fit", "values": ["M"]}]))
    path = f"variants/{product.variants[0].id}/option_values"
    assert events[0].data["changes"][path] == [["M"], ["M"]]
    assert [event.event_type for event in events] == ["product.updated", "variant.updated"]


async def test_an_option_goes_when_the_choices_stay_apart(shop: Any) -> None:
    options = [{"name": "Size", "values": ["S", "M"]}, {"name": "Colour", "values": ["Red", "Blue"]}]
    variants = [{"option_values": ["S", "Red"]}, {"option_values": ["M", "Blue"]}]
    product = await shop.add(options=options, variants=variants)
    now = await shop.updated(product, options=options[1:])
    assert chosen(now) == [("Red",), ("Blue",)]
    last = now.variants[1].id
    found = await shop.problems(now, options=[])
    assert found == {f"variants/{last}": "duplicate_combination"}
    alone = await shop.updated(now, options=[], remove_variants=[last])
    assert (texts(alone), chosen(alone)) == ([], [()])


async def test_wrong_lists(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    option = product.options[0]
    one = {"name": "A", "values": ["x"]}
    assert await shop.problems(product, options=[one, {**one, "name": "a"}]) == {"options/1/name": "duplicate_option"}
    assert await shop.problems(product, options=[{"id": "nope", **one}]) == {"options/0": "unknown_option"}
    short = {"id": option.id, "name": "Size", "values": ["S", "M"], "value_ids": [option.values[0].id]}
    assert await shop.problems(product, options=[short]) == {"options/0/values": "option_mismatch"}
    foreign = {**short, "value_ids": [option.values[0].id, "nope"]}
    assert await shop.problems(product, options=[foreign]) == {"options/0/values": "option_mismatch"}
    many = [{"name": str(n), "values": ["x"]} for n in range(7)]
    assert (await shop.problems(product, options=many))["options"] == "too_many_options"


async def test_new_variants(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M", options=[{"name": "Size", "values": ["S", "M", "L"]}])
    new = {"option_values": ["L"], "sku": "L", "quantity": 3, "prices": [money(5, 6, 1)], "barcode": "x"}
    events = await shop.recorded(lambda: shop.update(product, add_variants=[new]))
    assert [event.event_type for event in events] == ["product.updated", "inventory.updated", "variant.created"]
    now = await shop.get(product.id)
    added = now.variants[2]
    assert (added.title, added.sku, added.position, added.stock[0].on_hand) == ("L", "L", 2, 3)
    assert events[0].data["changes"] == {
        f"variants/{added.id}": [None, {
            "position": 2, "option_values": ["L"], "sku": "L", "barcode": "x", "inventory_policy": "deny",
            "manage_inventory": True, "requires_shipping": True, "taxable": True, "weight_mg": None,
            "weight_unit": None, "image_id": None, "prices": {"USD": {"price": 5, "compare_at": 6, "cost": 1}},
        }]
    }  # fmt: skip


async def test_wrong_new_variants(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M", options=[{"name": "Size", "values": ["S", "M", "L"]}])
    assert await shop.problems(product, add_variants=[{"option_values": ["S"]}]) == {
        "add_variants/0": "duplicate_combination"
    }
    assert await shop.problems(product, add_variants=[{"option_values": ["XL"]}]) == {
        "add_variants/0": "option_mismatch"
    }
    assert await shop.problems(product, add_variants=[{}]) == {"add_variants/0": "option_value_missing"}
    taken = {"option_values": ["L"], "sku": "Shirt-S"}
    assert await shop.problems(product, add_variants=[taken]) == {"add_variants/0/sku": "duplicate_sku"}
    mine = product.variants[0].id
    both = await shop.problems(
        product, variants=[{"id": mine, "sku": "N"}], add_variants=[{"option_values": ["L"], "sku": "N"}]
    )
    assert both == {"add_variants/0/sku": "given_twice"}
    wrong = {"option_values": ["L"], "prices": [money(2, 1)], "quantity": -1}
    assert await shop.problems(product, add_variants=[wrong], variants=[{"id": mine, "option_values": ["?"]}]) == {
        "add_variants/0/compare_at@USD": "compare_at_below_price",
        "add_variants/0/quantity": "insufficient_inventory",
        f"variants/{mine}": "option_mismatch",
    }


async def test_a_removed_variant_leaves_its_whole_state_in_the_event(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M")
    small = product.variants[0]
    await shop.move(small, 4)
    product = await shop.get(product.id)
    events = await shop.recorded(lambda: shop.update(product, remove_variants=[small.id]))
    assert [event.event_type for event in events] == ["product.updated", "variant.deleted"]
    state, nothing = events[0].data["changes"][f"variants/{small.id}"]
    assert nothing is None
    assert state["option_values"] == ["S"]
    assert state["sku"] == "Shirt-S"
    assert state["prices"] == {"USD": {"price": 1000, "compare_at": None, "cost": None}}
    assert list(state["stock"].values()) == [4]
    for table in ("prices", "product_variants"):
        assert await shop.count(table) == 1
    for table in ("inventory_levels", "inventory_movements"):
        assert await shop.count(table) == 0


async def test_the_last_variant_stays(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    ids = [variant.id for variant in product.variants]
    assert await shop.problems(product, remove_variants=ids) == {"variants": "last_variant"}
    assert await shop.problems(product, remove_variants=["nope"]) == {"variants/nope": "unknown_variant"}
    replaced = await shop.updated(product, remove_variants=ids, add_variants=[{"option_values": ["S"]}])
    assert chosen(replaced) == [("S",)]


async def test_many_variants_in_one_save(shop: Any, money: Any) -> None:
    sizes = [str(n) for n in range(300)]
    product = await shop.add_sizes(*sizes)
    now = await shop.updated(product, variants=[{"id": v.id, "prices": [money(7)]} for v in product.variants])
    assert {variant.prices[0].amount for variant in now.variants} == {7}
    assert [variant.title for variant in now.variants] == sizes
