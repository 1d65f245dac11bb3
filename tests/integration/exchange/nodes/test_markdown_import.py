"""Folders of Markdown, as the generators of sites know them, and our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rustok_desktop.content.schemas import AddRedirect, CreateNode, NodeWords
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.taxonomy.schemas import CategoryWords, CreateCategory

from .conftest import Content


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


async def test_languages_of_one_text_are_one_node(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "blog/trip/index.md", "---\ntitle: Trip\ntags: [a, b]\ncolour: red\n---\nText\n")
    put(tmp_path, "blog/trip/index.ru.md", b"\xef\xbb\xbf---\r\ntitle: \xd0\x9f\r\ntags: c\r\n---\r\nOne\r\nTwo\r\n")
    put(tmp_path, "ru/about.md", "# О нас\n")
    put(tmp_path, "about.md", "# About\n")
    report = await content.bring_in(tmp_path)
    assert report.parts == {"page": Tally(created=1), "post": Tally(created=1)}
    post = (await content.platform.nodes.get_by_slug(content.ctx, "post", "trip")).node
    assert {locale: (text.title, text.body) for locale, text in post.translations.items()} == {
        "en": ("Trip", "Text"),
        "ru": ("П", "One\nTwo"),
    }
    assert (post.tags, post.metadata["front_matter"]) == (("a", "b"), {"en": {"colour": "red"}})
    (told,) = [item for item in report.items if item.part == "post"]
    assert told.notes == ("“tags” differs between the languages; that of blog/trip/index.md is taken.",)
    assert (await content.bring_in(tmp_path)).tally == Tally(unchanged=2)


async def test_dates_and_drafts(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "_posts/2024-05-01-dated.md", "Words")
    put(tmp_path, "posts/coming.md", "---\ndate: 2090-01-01\n---\nx")
    put(tmp_path, "posts/draft.md", "---\ndraft: yes\ndate: 2024-01-01\n---\nx")
    put(tmp_path, "posts/hidden.md", "---\npublished: no\naliases: [/old/way/, other]\n---\nx")
    await content.bring_in(tmp_path)
    found = {}
    for slug in ("dated", "coming", "draft", "hidden"):
        node = (await content.platform.nodes.get_by_slug(content.ctx, "post", slug)).node
        times = node.published_at and node.published_at[:10], node.publish_at and node.publish_at[:4]
        found[slug] = (node.status, *times)
    assert found == {
        "dated": ("published", "2024-05-01", None),
        "coming": ("draft", None, "2090"),
        "draft": ("draft", None, None),
        "hidden": ("draft", None, None),
    }
    assert (await content.platform.nodes.get_by_slug(content.ctx, "post", "way")).moved_to == "hidden"


async def test_pages_stand_where_their_folders_do(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "about/index.md", "# About")
    put(tmp_path, "about/team.md", "# Team")
    await content.bring_in(tmp_path)
    above = (await content.platform.nodes.get_by_slug(content.ctx, "page", "about")).node
    assert (await content.platform.nodes.get_by_slug(content.ctx, "page", "team")).node.parent_id == above.id


async def test_pictures_of_the_folder_come_along(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]
) -> None:
    site = tmp_path / "site"
    picture(site / "posts" / "cat.png", 1)
    picture(site / "static" / "img" / "dog.png", 2)
    picture(tmp_path / "outside.png", 3)
    body = "![A cat](cat.png) ![](/img/dog.png) ![](../../outside.png) `![](cat.png)` {{< x src=\"cat.png\" >}}"
    put(site, "posts/a.md", f"---\nimage: cat.png\n---\n{body}\n")
    report = await content.bring_in(site)
    assert report.parts["picture"] == Tally(created=2)
    node = (await content.platform.nodes.get_by_slug(content.ctx, "post", "a")).node
    text = node.translations["en"].body or ""
    assert text.startswith(f"![A cat](media:{node.featured_media_id}) ![](media:")
    assert text.endswith("![](../../outside.png) `![](cat.png)` {{< x src=\"cat.png\" >}}")
    (told,) = [item for item in report.items if item.part == "post"]
    assert told.notes[-1] == "There is no picture “../../outside.png” beside the text."
    assert (await content.bring_in(site)).tally == Tally(unchanged=3)


async def test_a_wrong_file_costs_only_itself(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "good.md", "# Good")
    put(tmp_path, "bad.md", "---\na: [\n---\n")
    put(tmp_path, "latin.md", "# é".encode("latin-1"))
    put(tmp_path, "same.md", "---\ntranslationKey: good\n---\n")
    put(tmp_path, "notes.txt", "x")
    report = await content.bring_in(tmp_path)
    assert report.tally == Tally(created=1, rejected=3)
    reasons = {item.source: (item.line, item.reason) for item in report.items if item.action is ContentAction.SKIP}
    assert reasons["bad.md"][0] == 3
    assert "UTF-8" in reasons["latin.md"][1]
    assert "good.md" in reasons["same.md"][1]
    assert any("notes.txt" in note for note in report.found.notes)


async def test_a_folder_without_texts_is_refused(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "x")
    with pytest.raises(UserError) as refused:
        await content.bring_in(tmp_path)
    assert refused.value.code == "no_texts"


async def test_what_the_shop_has_comes_back_from_both_formats(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]
) -> None:
    from rustok_desktop.exchange.nodes.schemas import ExportOptions

    ctx, nodes = content.ctx, content.platform.nodes
    uploaded = await content.platform.media.upload(ctx, picture(tmp_path / "in.png", 7))
    words = {"en": CategoryWords(name="Top/Most")}
    top = await content.platform.categories.create(ctx, CreateCategory(translations=words))
    low = CreateCategory(parent_id=top.category_id, translations={"en": CategoryWords(name="Low")})
    category = await content.platform.categories.create(ctx, low)
    texts = {
        "en": NodeWords(title="A & B <i>", slug="a", body=f"<p>]]> ![](media:{uploaded.media_id})</p>", format="html"),
        "ru": NodeWords(title="Ж\x01", slug="zh", body=f"  текст media:{uploaded.media_id}\n\n", excerpt="…"),
    }
    made = await nodes.create_node(
        ctx,
        CreateNode(
            kind="article",
            translations=texts,
            publish=True,
            category_id=category.category_id,
            featured_media_id=uploaded.media_id,
            tags=("x, y", "no"),
            metadata={"n": 1, "deep": {"a": [1, None]}},
        ),
    )
    await nodes.add_redirect(ctx, AddRedirect(node_id=made.node_id, locale="en", slug="before"))
    for target, options in ((tmp_path / "md", ExportOptions()), (tmp_path / "o.xml", ExportOptions("wxr"))):
        await content.platform.content_exports.export(ctx, target, options)
        back = await content.bring_in(target, dry_run=True)
        assert [(item.title, item.diffs, item.reason) for item in back.items if item.diffs or item.reason] == []
        assert back.tally.unchanged == 4  # two categories, a picture, the article
        neighbour = Content(await content.shop.neighbour(f"n-{options.format}"))
        assert (await neighbour.bring_in(target)).tally == Tally(created=4)
        assert (await neighbour.bring_in(target)).tally == Tally(unchanged=4)


async def test_nothing_of_anybodys_is_overwritten_by_an_export(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "full/mine.md", "x")
    with pytest.raises(UserError) as refused:
        await content.platform.content_exports.export(content.ctx, tmp_path / "full")
    assert refused.value.code == "export_exists"
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.md"]
