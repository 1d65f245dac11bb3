"""WordPress files arrive whole: what has a place finds it, what has none is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.schemas import ContentAction, ContentOptions
from rustok_desktop.exchange.schemas import Tally

from .conftest import Content
from .wxr_files import comment, item, meta, write

CATEGORY = (
    "<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>{0}</wp:category_nicename>"
    "<wp:category_parent>{1}</wp:category_parent><wp:cat_name><![CDATA[{2}]]></wp:cat_name></wp:category>"
)


def term(domain: str, slug: str, name: str) -> str:
    return f'<category domain="{domain}" nicename="{slug}"><![CDATA[{name}]]></category>'


async def view(content: Content, kind: str, slug: str):  # type: ignore[no-untyped-def]
    return (await content.platform.nodes.get_by_slug(content.ctx, kind, slug)).node


async def test_parents_may_come_after_their_children(content: Content, tmp_path: Path) -> None:
    child = item(3, kind="page", more="<wp:post_parent>2</wp:post_parent>")
    middle = item(2, kind="page", more="<wp:post_parent>1</wp:post_parent>")
    report = await content.bring_in(write(tmp_path, child, middle, item(1, kind="page")))
    assert report.tally == Tally(created=3)
    nodes = [await view(content, "page", f"item-{number}") for number in (1, 2, 3)]
    assert [node.depth for node in nodes] == [0, 1, 2]
    assert nodes[2].parent_id == nodes[1].id
    assert nodes[0].author_name == "Anna B."


async def test_parents_in_a_circle_or_nowhere_are_told(content: Content, tmp_path: Path) -> None:
    pages = [item(n, kind="page", more=f"<wp:post_parent>{m}</wp:post_parent>") for n, m in ((1, 2), (2, 1), (3, 99))]
    report = await content.bring_in(write(tmp_path, *pages))
    assert report.tally.created == 3
    told = {shown.title: shown.notes for shown in report.items}
    assert all(len(told[f"Item {number}"]) == 1 for number in (1, 3))
    assert (await view(content, "page", "item-3")).parent_id is None


async def test_the_same_file_twice_changes_nothing_and_an_edited_one_only_what_differs(
    content: Content, tmp_path: Path
) -> None:
    first = write(tmp_path, item(1, "One", body="a\n\nb"), item(2, "Two", more=comment(5, "Hi")))
    await content.bring_in(first)
    head = await content.platform.log.head()
    again = await content.bring_in(first)
    assert (again.tally, await content.platform.log.head()) == (Tally(unchanged=3), head)
    edited = write(tmp_path, item(1, "One!", body="a\n\nb", name="uno"), item(2, "Two", more=comment(5, "Hi")))
    plan = await content.platform.content_imports.plan(content.ctx, edited)
    (changed,) = await content.platform.content_imports.planned(content.ctx, plan, action=ContentAction.UPDATE)
    assert [(diff.field, diff.old, diff.new) for diff in changed.diffs] == [
        ("title@en", "One", "One!"),
        ("slug@en", "item-1", "uno"),
    ]
    await content.platform.content_imports.commit(content.ctx, plan)
    found = await content.platform.nodes.get_by_slug(content.ctx, "post", "item-1")
    assert (found.moved_to, found.node.translations["en"].title) == ("uno", "One!")


async def test_what_the_person_wrote_here_is_shown_before_it_is_overwritten(content: Content, tmp_path: Path) -> None:
    from rustok_desktop.content.schemas import NodePatch, UpdateNode

    path = write(tmp_path, item(1, "One", more=meta("colour", "red")))
    await content.bring_in(path)
    node = await view(content, "post", "item-1")
    patch = {"en": NodePatch(title="Mine"), "ru": NodePatch(title="Моё")}
    command = UpdateNode(node_id=node.id, translations=patch, metadata={**node.metadata, "mine": 1})
    await content.platform.nodes.update_node(content.ctx, command)
    report = await content.bring_in(path, dry_run=True)
    assert [(diff.field, diff.old, diff.new) for diff in report.items[0].diffs] == [("title@en", "Mine", "One")]
    await content.bring_in(path)
    node = await view(content, "post", "item-1")
    assert (node.metadata["mine"], node.translations["ru"].title) == (1, "Моё")


async def test_statuses_dates_and_passwords(content: Content, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        item(1, status="publish"),
        item(2, status="draft", date="0000-00-00 00:00:00"),
        item(3, status="private"),
        item(4, status="future", date="2090-01-01 00:00:00"),
        item(5, status="future", date="2020-01-01 00:00:00"),
        item(6, more="<wp:post_password>secret</wp:post_password>"),
        item(7, status="trash"),
        item(8, kind="revision"),
        item(9, kind="product"),
        item(10, kind="recipe"),
    )
    report = await content.bring_in(path)
    nodes = {number: await view(content, "post", f"item-{number}") for number in range(1, 7)}
    states = {number: (node.status, node.published_at, node.publish_at) for number, node in nodes.items()}
    assert states == {
        1: ("published", "2024-05-01T10:00:00.000000Z", None),
        2: ("draft", None, None),
        3: ("draft", None, None),
        4: ("draft", None, "2090-01-01T00:00:00.000000Z"),
        5: ("draft", None, None),
        6: ("draft", None, None),
    }
    assert nodes[1].created_at == "2024-05-01T10:00:00.000000Z"
    assert report.tally == Tally(created=7, rejected=3)
    assert {shown.title for shown in report.items} == {f"Item {n}" for n in (3, 5, 6, 7, 8, 9, 10)}
    custom = await view(content, "custom", "item-10")
    assert custom.template == "recipe"
    assert "secret" not in repr(nodes[6])


async def test_categories_tags_fields_and_addresses(content: Content, tmp_path: Path) -> None:
    head = CATEGORY.format("under", "over", "Under") + CATEGORY.format("over", "", "Over")
    head += CATEGORY.format("unused", "", "Never used")
    more = term("category", "under", "Under") + term("category", "second", "Second")
    more += term("post_tag", "x", "X &amp; Y")
    more += meta("_wp_old_slug", "ancient") + meta("sizes", 'a:1:{i:0;s:1:"S";}') + meta("_edit_lock", "1")
    path = write(tmp_path, item(1, "<b>A</b> &amp; B", name="%d0%bf%d1%80%d0%b8", more=more), head=head)
    report = await content.bring_in(path)
    assert report.parts["category"] == Tally(created=2)
    assert any("Never used" in note for note in report.found.notes)
    node = await view(content, "post", "pri")
    assert (node.translations["en"].title, node.tags) == ("A & B", ("X & Y", "Second"))
    tree = await content.platform.categories.tree(content.ctx)
    assert [(entry.name, entry.depth) for entry in tree] == [("Over", 0), ("Under", 1)]
    assert node.category_id == tree[1].id
    assert node.metadata["wordpress"]["metas"] == {"sizes": 'a:1:{i:0;s:1:"S";}'}
    old = await content.platform.nodes.get_by_slug(content.ctx, "post", "ancient")
    assert old.moved_to == "pri"
    (shown,) = report.items
    assert len(shown.notes) == 4  # markup in the title, the address, the second category, a field of the editor


async def test_comments_keep_their_order_and_their_writers_secrets(content: Content, tmp_path: Path) -> None:
    mail = "<wp:comment_author_email>bob@mail.example</wp:comment_author_email>"
    comments = [
        comment(1, "First <b>bold</b>", more=mail),
        comment(2, "An answer", parent=1),
        comment(3, "Waiting", approved="0"),
        comment(4, "Buy!", approved="spam"),
        comment(5, "ping", kind="pingback"),
        comment(6, "To spam", parent=4),
    ]
    path = write(tmp_path, item(1, more="".join(comments) + "<wp:comment_status>closed</wp:comment_status>"))
    report = await content.bring_in(path)
    assert report.parts["comment"] == Tally(created=4, rejected=2)
    node = await view(content, "post", "item-1")
    page = await content.platform.comments.thread(content.ctx, node.id)
    said = {row.body: row for row in page.rows}
    assert said.keys() == {"First **bold**", "An answer", "Waiting", "To spam"}
    assert said["An answer"].reply_to == said["First **bold**"].id
    assert (said["Waiting"].moderation, said["To spam"].reply_to) == ("pending", None)
    assert node.reply_count == 3
    assert "bob@mail.example" not in repr(page)
    again = await content.bring_in(path)
    assert again.tally == Tally(unchanged=5, rejected=2)


async def test_menus_with_what_they_lead_to(content: Content, tmp_path: Path) -> None:
    head = (
        "<wp:term><wp:term_id>9</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy>"
        "<wp:term_slug>foot</wp:term_slug><wp:term_name>Footer links</wp:term_name></wp:term>"
    )

    def entry(number: int, title: str, form: str, target: str, parent: int = 0) -> str:
        metas = meta("_menu_item_type", form) + meta("_menu_item_menu_item_parent", str(parent))
        metas += meta("_menu_item_object", "page") + meta("_menu_item_object_id", target)
        metas += meta("_menu_item_url", target) + term("nav_menu", "foot", "Footer links")
        return item(number, title, kind="nav_menu_item", more=f"<wp:menu_order>{number}</wp:menu_order>{metas}")

    items = [
        entry(11, "Sub", "custom", "https://elsewhere.example", 10),
        entry(10, "About us", "post_type", "1"),
        *(entry(number, f"Level {number}", "custom", f"#{number}", number - 1) for number in range(12, 16)),
        entry(20, "Gone", "post_type", "99"),
        entry(21, "Odd", "custom", "javascript:alert(1)"),
        item(1, kind="page"),
    ]
    path = write(tmp_path, *items, head=head)
    report = await content.bring_in(path)
    assert report.parts["menu_item"] == Tally(created=6, rejected=2)
    (menu,) = await content.platform.menus.menus(content.ctx)
    assert (menu.location, menu.title) == ("footer", "Footer links")
    page = await view(content, "page", "item-1")
    about = menu.items[0]
    assert (about.title, about.target_id, about.broken) == ("About us", page.id, None)
    deepest = about.items[0].items[0].items
    assert [entry.title for entry in deepest] == ["Level 13", "Level 14", "Level 15"]
    again = await content.bring_in(path)
    assert again.tally == Tally(unchanged=8, rejected=2)


async def test_pictures_beside_the_file_are_taken_in_and_others_told(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]
) -> None:
    picture(tmp_path / "wp-content" / "uploads" / "2024" / "05" / "cat.png", 1)

    def attachment(number: int, tail: str) -> str:
        url = f"<wp:attachment_url>https://blog.example/wp-content/uploads/{tail}</wp:attachment_url>"
        alt = meta("_wp_attachment_image_alt", "A cat")
        return item(number, "Cat", kind="attachment", status="inherit", more=url + alt)

    body = (
        '<img src="https://blog.example/wp-content/uploads/2024/05/cat-300x200.png">'
        '<a href="https://blog.example/wp-content/uploads/2024/05/dog.png">dog</a>'
    )
    post = item(1, body=body, more=meta("_thumbnail_id", "5"))
    path = write(tmp_path, post, attachment(5, "2024/05/cat.png"), attachment(6, "2024/05/dog.png"))
    report = await content.bring_in(path)
    assert report.parts["picture"] == Tally(created=1, rejected=1)
    node = await view(content, "post", "item-1")
    text = node.translations["en"].body
    assert f"media:{node.featured_media_id}" in text
    assert "https://blog.example/wp-content/uploads/2024/05/dog.png" in text
    medium = await content.platform.media.get(content.ctx, node.featured_media_id)
    assert medium.translations["en"].alt_text == "A cat"
    assert len(await content.platform.media.usage(content.ctx, medium.id)) == 1
    again = await content.bring_in(path)
    assert again.tally == Tally(unchanged=2, rejected=1)


async def test_no_path_leads_out_of_the_folder(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]
) -> None:
    picture(tmp_path / "secret.png", 3)
    folder = tmp_path / "in"
    folder.mkdir()
    url = "<wp:attachment_url>https://blog.example/wp-content/uploads/../../../secret.png</wp:attachment_url>"
    path = write(folder, item(5, kind="attachment", more=url + meta("_wp_attached_file", "../../../secret.png")))
    report = await content.bring_in(path)
    assert report.parts["picture"] == Tally(rejected=1)


async def test_two_items_never_share_an_address(content: Content, tmp_path: Path) -> None:
    path = write(tmp_path, item(1, "One", name="same"), item(2, "Two", name="same"), item(2, "Again", name="other"))
    report = await content.bring_in(path)
    assert report.tally == Tally(created=2, rejected=1)
    assert (await view(content, "post", "same-2")).translations["en"].title == "Two"
    assert (await content.bring_in(path)).tally == Tally(unchanged=2, rejected=1)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
async def test_old_files_are_read_too(content: Content, tmp_path: Path, version: str) -> None:
    assert (await content.bring_in(write(tmp_path, item(1), version=version))).tally.created == 1


async def test_another_language_is_told_or_chosen(content: Content, tmp_path: Path) -> None:
    path = write(tmp_path, item(1, "Привет"), language="ru-RU")
    assert any("ru-RU" in note for note in (await content.bring_in(path, dry_run=True)).found.notes)
    report = await content.bring_in(path, options=ContentOptions(locale="ru"))
    assert report.found.notes == ("Authors are kept by name, no accounts are made: Anna B..",)
    listed = await content.platform.nodes.get_by_slug(content.shop.platform.context("ru"), "post", "item-1")
    assert listed.locale == "ru"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<rss><channel><title>News</title></channel></rss>", "not_wxr"),
        ("<rss><channel><wp:wxr_version>3.0</wp:wxr_version></channel></rss>", "wxr_version"),
        ("<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item>", "xml_cut_off"),
        ("", "empty_file"),
        ("PK\x03\x04", "unknown_content"),
        ("words", "unknown_content"),
    ],
)
async def test_refused_files_change_nothing(content: Content, tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(text)
    head = await content.platform.log.head()
    with pytest.raises(UserError) as refused:
        await content.bring_in(path)
    assert refused.value.code == code
    assert await content.platform.log.head() == head
    assert not list(content.platform.directory.temp.glob("import-*"))
