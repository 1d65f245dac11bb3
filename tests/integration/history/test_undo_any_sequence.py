"""Whatever a person did: undone to the start everything is as it was, redone to the end as it became."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id

TEXTS = st.sampled_from(["A", "B", "Mug", "Ж"])
MAYBE = st.one_of(st.none(), TEXTS)
AMOUNT = st.integers(0, 5)
VALUES = st.lists(st.sampled_from(["S", "M", "L"]), min_size=1, max_size=3, unique=True)
MONEY = st.builds(
    lambda code, amount, more, cost: {
        "currency_code": code,
        "amount": amount,
        "compare_at_amount": None if more is None else amount + more,
        "cost_amount": cost,
    },
    st.sampled_from(["USD", "EUR"]),
    AMOUNT,
    st.one_of(st.none(), AMOUNT),
    st.one_of(st.none(), AMOUNT),
)
PRICES = st.lists(MONEY, max_size=2, unique_by=lambda price: price["currency_code"])
WORDS = st.fixed_dictionaries({"title": TEXTS}, optional={"description": MAYBE, "meta_title": MAYBE})
ACTS = st.sampled_from(["publish", "unpublish", "archive", "unarchive", "trash", "restore"])


@st.composite
def options_of(draw: st.DrawFn, product: ProductView) -> list[dict[str, Any]]:
    """Those there in another order, some renamed, some gone, one new."""
    options: list[dict[str, Any]] = []
    for option in draw(st.permutations(product.options)):
        if draw(st.integers(0, 3)) == 0:
            continue
        names = [draw(st.sampled_from([v.value, f"{v.value}'"])) for v in option.values]
        ids: list[str | None] = [value.id for value in option.values]
        if draw(st.booleans()):
            names, ids = [*names, "new"], [*ids, None]
        name = draw(st.sampled_from([option.name, f"{option.name}'"]))
        options.append({"id": option.id, "name": name, "values": names, "value_ids": ids})
    if draw(st.booleans()):
        options.insert(draw(st.integers(0, len(options))), {"name": f"O{len(options)}", "values": draw(VALUES)})
    return options


@st.composite
def patch_of(draw: st.DrawFn, product: ProductView) -> dict[str, Any]:
    variant = draw(st.sampled_from(product.variants))
    parts: dict[str, st.SearchStrategy[Any]] = {
        "sku": st.sampled_from([None, "1", "2"]).map(lambda sku: sku and f"{product.id}-{sku}"),
        "barcode": MAYBE,
        "taxable": st.booleans(),
        "weight_mg": st.one_of(st.none(), AMOUNT),
        "image_id": st.sampled_from([None, *(image.id for image in product.images)]),
        "option_values": st.tuples(*(st.sampled_from([v.value for v in o.values]) for o in product.options)),
        "prices": PRICES,
    }
    return {"id": variant.id, **draw(st.fixed_dictionaries({}, optional=parts))}


def edit_of(product: ProductView) -> st.SearchStrategy[dict[str, Any]]:
    images = [{"id": image.id, "url": image.url} for image in product.images] + [{"url": "new"}]
    choice = st.tuples(*(st.sampled_from([v.value for v in o.values]) for o in product.options))
    added = st.builds(lambda v, p, q: {"option_values": v, "prices": p, "quantity": q}, choice, PRICES, AMOUNT)
    parts = {
        "vendor": MAYBE,
        "tags": st.lists(TEXTS, max_size=2),
        "translations": st.dictionaries(st.sampled_from(["en", "ru"]), st.one_of(st.none(), WORDS), max_size=2),
        "images": st.lists(st.sampled_from(images), max_size=2, unique_by=lambda image: image["url"]),
        "options": options_of(product),
        "remove_variants": st.lists(st.sampled_from([v.id for v in product.variants]), max_size=1),
        "add_variants": st.lists(added, max_size=1),
        "variants": st.lists(patch_of(product), max_size=1),
    }
    return st.fixed_dictionaries({}, optional=parts)


async def something(past: Any, data: st.DataObject, products: list[str]) -> None:
    """One act of a person; UserError when it is refused."""
    kind = data.draw(st.sampled_from(["edit", "edit", "edit", "act", "stock", "add"]))
    if kind == "add":
        variants = [{"quantity": data.draw(AMOUNT)}]
        made = await past.add(data.draw(TEXTS), variants=variants, publish=data.draw(st.booleans()))
        products.append(made.id)
        return
    product = await past.get(data.draw(st.sampled_from(products)))
    if kind == "edit":
        await past.update(product, **data.draw(edit_of(product)))
    elif kind == "act":
        await past.act(data.draw(ACTS), product)
    else:
        place = data.draw(st.integers(0, len(product.variants) - 1))
        await past.stock(product, data.draw(st.integers(-3, 6)), place)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_sequence_undone_and_redone(past: Any, data: st.DataObject) -> None:
    past = replace(past, ctx=replace(past.ctx, actor_id=new_id()))
    sizes = [{"option_values": ["S"], "quantity": 2}, {"option_values": ["M"]}]
    options = [{"name": "Size", "values": ["S", "M", "L"]}]
    shirt = await past.add("Shirt", options=options, variants=sizes, images=[{"url": "a"}, {"url": "b"}])
    products = [shirt.id]
    done, ahead = [await past.digest()], []  # digests before now and now, and those that can be redone
    for _ in range(data.draw(st.integers(2, 6))):
        try:
            await something(past, data, products)
        except UserError:
            continue
        now = await past.digest()
        if (await past.history.state(past.ctx)).redo is None:
            ahead.clear()
        if now != done[-1]:
            done.append(now)
        if len(done) > 1 and data.draw(st.integers(0, 3)) == 0:
            await past.history.undo(past.ctx)
            ahead.append(done.pop())
            assert await past.digest() == done[-1]
    await back_and_forth(past, done, ahead)


async def back_and_forth(past: Any, done: list[Any], ahead: list[Any]) -> None:
    while len(done) > 1:
        await past.history.undo(past.ctx)
        ahead.append(done.pop())
        assert await past.digest() == done[-1]
    while ahead:
        await past.history.redo(past.ctx)
        assert await past.digest() == ahead.pop()
    assert (await past.history.state(past.ctx)).redo is None
