"""What an event says changed is exactly what changed: the old product plus ``changes`` is the new one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import Invalid

TEXTS = st.sampled_from(["A", "B", "Mug", "Ж", " x "])
MAYBE = st.one_of(st.none(), TEXTS)
AMOUNT = st.integers(0, 5)
VALUES = st.lists(st.sampled_from(["S", "M", "L", "XL"]), min_size=1, max_size=4, unique=True)
MONEY = st.builds(
    lambda currency, amount, more, cost: {
        "currency_code": currency,
        "amount": amount,
        "compare_at_amount": None if more is None else amount + more,
        "cost_amount": cost,
    },
    st.sampled_from(["USD", "EUR"]),
    AMOUNT,
    st.one_of(st.none(), AMOUNT),
    st.one_of(st.none(), AMOUNT),
)
WORDS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "description": MAYBE,
        "meta_title": MAYBE,
        "meta_description": MAYBE,
        "handle": st.none(),
    },
)


def sometimes(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(...), strategy)


def options_of(product: ProductView) -> st.SearchStrategy[Any]:
    """The options there are in another order, with other names, other values, and more or fewer of them."""

    @st.composite
    def build(draw: st.DrawFn) -> list[dict[str, Any]]:
        options = []
        for option in draw(st.permutations(product.options)):
            if draw(st.integers(0, 5)) == 0:
                continue
            values = draw(st.permutations(option.values))
            names = [draw(st.sampled_from([value.value, f"{value.value}{option.id[-2:]}"])) for value in values]
            ids: list[str | None] = [value.id for value in values]
            if draw(st.booleans()):
                names, ids = [*names, "new"], [*ids, None]
            name = draw(st.sampled_from([option.name, f"{option.name}'"]))
            options.append({"id": option.id, "name": name, "values": names, "value_ids": ids})
        if draw(st.booleans()):
            options.insert(draw(st.integers(0, len(options))), {"name": f"O{len(options)}", "values": draw(VALUES)})
        return options

    return build()


def patch_of(product: ProductView, variant_id: str) -> st.SearchStrategy[Any]:
    choice = st.tuples(*(st.sampled_from([value.value for value in option.values]) for option in product.options))
    images = st.sampled_from([None, *(image.id for image in product.images)])
    return st.fixed_dictionaries(
        {"id": st.just(variant_id)},
        optional={
            "sku": st.sampled_from([None, "1", "2", "3"]).map(lambda sku: sku and f"{product.id}-{sku}"),
            "barcode": MAYBE,
            "taxable": st.booleans(),
            "weight_mg": st.one_of(st.none(), AMOUNT),
            "image_id": images,
            "option_values": choice,
            "prices": st.lists(MONEY, max_size=2, unique_by=lambda price: price["currency_code"]),
            "remove_prices": st.just([]) | st.just(["GBP"]),
        },
    )


def edit_of(product: ProductView) -> st.SearchStrategy[dict[str, Any]]:
    ids = [variant.id for variant in product.variants]
    images = [{"id": image.id, "url": image.url} for image in product.images] + [{"url": "new"}, {"url": "newer"}]
    choice = st.lists(
        st.sampled_from(["S", "M", "L", "XL", "new"]), min_size=len(product.options), max_size=len(product.options)
    )
    parts = {
        "vendor": MAYBE,
        "tags": st.lists(TEXTS, max_size=3),
        "translations": st.dictionaries(st.sampled_from(["en", "ru"]), st.one_of(st.none(), WORDS), max_size=2),
        "images": st.lists(st.sampled_from(images), max_size=3, unique_by=lambda image: image["url"]),
        "options": options_of(product),
        "remove_variants": st.lists(st.sampled_from(ids), max_size=1),
        "add_variants": st.lists(
            st.builds(
                lambda values, prices: {"option_values": values, "prices": prices}, choice, st.lists(MONEY, max_size=1)
            ),
            max_size=2,
        ),
        "variants": st.lists(st.sampled_from(ids), max_size=2, unique=True).flatmap(
            lambda some: st.tuples(*(patch_of(product, variant_id) for variant_id in some))
        ),
    }
    several = {name: sometimes(strategy) for name, strategy in parts.items()}
    return st.fixed_dictionaries(several).map(lambda d: {name: value for name, value in d.items() if value is not ...})


def applied(fields: dict[str, Any], changes: dict[str, list[Any]]) -> dict[str, Any]:
    """The fields after the changes; each change must find what it says was there."""
    fields = deepcopy(fields)
    if "options" in changes:
        for path in [path for path in fields if path.startswith("variants/")]:
            chosen = _ids(fields[path]["option_values"], changes["options"][0])
            fields[path]["option_values"] = _values(chosen, changes["options"][1])
    for path, (was, becomes) in changes.items():
        kind, _, rest = path.partition("/")
        variant, _, name = rest.partition("/")
        if kind == "variants" and name:
            _set(fields[f"variants/{variant}"], name, was, becomes, check="options" not in changes)
        else:
            if not path.startswith("variants/") or was is None:
                assert (fields.get(path) or None) == (was or None), path
            fields[path] = becomes
    return {path: value for path, value in fields.items() if value is not None and value != []}


def _ids(values: list[str], options: list[dict[str, Any]]) -> dict[str, str]:
    known = [(option["id"], {value["value"]: value["id"] for value in option["values"]}) for option in options]
    return {option_id: ids[text] for (option_id, ids), text in zip(known, values, strict=True)}


def _values(chosen: dict[str, str], options: list[dict[str, Any]]) -> list[str]:
    texts = {value["id"]: value["value"] for option in options for value in option["values"]}
    return [texts[chosen[option["id"]]] for option in options if chosen.get(option["id"]) in texts]


def _set(state: dict[str, Any], name: str, was: Any, becomes: Any, *, check: bool) -> None:
    field, _, currency = name.partition("@")
    if not currency:
        assert not check or state[field] == was, name
        state[field] = becomes
        return
    price = state["prices"].setdefault(currency, dict.fromkeys(("price", "compare_at", "cost")))
    assert price[field] == was
    price[field] = becomes
    if price["price"] is None:
        price["compare_at"] = price["cost"] = None
        del state["prices"][currency]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)
@given(data=st.data())
async def test_the_changes_lead_from_the_old_product_to_the_new_one(shop: Any, data: st.DataObject) -> None:
    product = await shop.add(
        options=[{"name": "Size", "values": ["S", "M", "L"]}],
        variants=[
            {"option_values": ["S"]},
            {"option_values": ["M"], "prices": [{"currency_code": "USD", "amount": 3}]},
        ],
        images=[{"url": "a"}, {"url": "b"}],
        translations={"en": {"title": "Mug"}, "de": {"title": "Becher"}},
    )
    for _ in range(3):
        edit = data.draw(edit_of(product))
        head = await shop.log.head()
        try:
            saved = await shop.update(product, **edit)
        except Invalid:
            assert await shop.get(product.id) == product
            assert await shop.log.head() == head
            continue
        now = await shop.get(product.id)
        events = await shop.events(head)
        assert now.version == saved.version == product.version + bool(events)
        changes = events[0].data["changes"] if events else {}
        assert tuple(changes) == saved.changed
        assert applied(fields_of(product), changes) == fields_of(now)
        product = now
