"""What people type finds what they mean."""

from __future__ import annotations

import pytest

from rustok_desktop.index.schemas import Count, ProductQuery, ProductSort

from .conftest import IndexedShop


@pytest.fixture
async def stocked(indexed: IndexedShop) -> IndexedShop:
    await indexed.add("Leather gloves", variants=[{"sku": "GLV-100", "barcode": "4006381333931"}])
    await indexed.add("Wool hat", description="<p>Goes well with <b>gloves</b></p>", variants=[{"sku": "HAT-GLV"}])
    await indexed.add("Ёлка искусственная", vendor="Лес", variants=[{"sku": "MUG-0142"}])
    await indexed.add("Перчатки зимние", tags=["зима"], variants=[{"sku": "MUG-014"}])
    await indexed.add("Crème brûlée dish", description="Script <script>hidden</script>")
    await indexed.follow()
    return indexed


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("glove", ["Leather gloves", "Wool hat"]),  # a beginning in the title, then a form of the word in a text
        ("GLOVES", ["Leather gloves", "Wool hat"]),
        ("leather glo", ["Leather gloves"]),
        ("перчатка", ["Перчатки зимние"]),
        ("перч", ["Перчатки зимние"]),
        ("елка", ["Ёлка искусственная"]),
        ("ЁЛК", ["Ёлка искусственная"]),
        ("creme brulee", ["Crème brûlée dish"]),
        ("лес", ["Ёлка искусственная"]),
        ("зима", ["Перчатки зимние"]),
        ("hidden", []),
        ("GLV-100", ["Leather gloves"]),
        ("glv100", ["Leather gloves"]),
        ("4006381333931", ["Leather gloves"]),
        ("81333", ["Leather gloves"]),
        ("v-10", ["Leather gloves"]),
        ("glv", ["Wool hat", "Leather gloves"]),  # newest first
        ("nothing like that", []),
        ("", []),
        ("*", []),
        ('"(AND', []),
    ],
)
async def test_found(stocked: IndexedShop, text: str, titles: list[str]) -> None:
    assert await stocked.titles(text) == titles
    listed = await stocked.rows(ProductQuery(text=text, sort=ProductSort.RELEVANCE))
    if any(character.isalnum() for character in text):
        assert [row.title for row in listed] == titles
        by_time = await stocked.rows(ProductQuery(text=text))
        assert {row.title for row in by_time} == set(titles)


async def test_a_whole_code_comes_first(stocked: IndexedShop) -> None:
    """Though a newer one begins alike."""
    await stocked.add("Newest", variants=[{"sku": "MUG-01499"}])
    await stocked.follow()
    assert (await stocked.titles("MUG-014"))[0] == "Перчатки зимние"
    assert set(await stocked.titles("mug-014")) == {"Перчатки зимние", "Ёлка искусственная", "Newest"}


async def test_hits_are_marked(stocked: IndexedShop) -> None:
    (hit,) = (await stocked.searching.search(stocked.ctx, "перчатка")).hits
    assert hit.marks == ((0, 8),)


async def test_totals(stocked: IndexedShop) -> None:
    search = stocked.searching.search
    assert (await search(stocked.ctx, "glove")).total == Count(2)
    assert (await search(stocked.ctx, "glove", limit=1)).total == Count(1, exact=False)
    assert (await search(stocked.ctx, "glove", limit=1, counted=True)).total == Count(2)
