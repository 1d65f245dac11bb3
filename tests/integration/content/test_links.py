"""Links in texts that name a thing of the shop."""

from __future__ import annotations

import pytest

from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.content.links import LinkedThing, links_in
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.ids import new_id
from rustok_desktop.taxonomy.schemas import CreateCategory
from rustok_desktop.testing import a_node

from .conftest import Writers


async def test_what_links_lead_to(writers: Writers) -> None:
    platform, ctx = writers.shop.platform, writers.ctx
    page = await writers.add(a_node().of_kind("page").titled("About").published())
    draft = await writers.add(a_node().titled("Soon"))
    gone = await writers.add(a_node().titled("Old"))
    await writers.act("trash", gone)
    product = await writers.shop.add()
    given = CreateCategory.model_validate({"translations": {"en": {"name": "Cups"}}})
    category = await platform.categories.create(ctx, given)
    nobody = new_id()
    links = [
        ("page", page.id), ("post", page.id), ("post", draft.id), ("post", gone.id), ("product", nobody),
        ("product", product.id), ("category", category.category_id),
    ]  # fmt: skip
    text = " ".join(f"[a]({kind}:{thing_id})" for kind, thing_id in links)
    assert list(links_in(f"{text} {text}")) == links
    found = await writers.nodes.linked(ctx, links)
    assert [found[link].broken for link in links] == [
        None, "missing", "hidden", "trashed", "missing", "hidden", None
    ]  # fmt: skip
    assert found["page", page.id] == LinkedThing("About")
    assert found["category", category.category_id].title == "Cups"
    await platform.catalog.publish(ctx, ProductCommand(product_id=product.id))
    assert (await writers.nodes.linked(ctx, links))["product", product.id] == LinkedThing("Mug")
    with pytest.raises(Forbidden):
        await writers.seen_by(Role.CUSTOMER).nodes.linked(writers.seen_by(Role.CUSTOMER).ctx, links)
