"""Writing nodes: what is kept, what an edit touches, what it tells."""

from __future__ import annotations

import pytest

from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.testing import a_node

from .conftest import Writers


async def test_a_new_post_is_a_draft_with_an_address(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Summer sale").titled("Летняя распродажа", locale="ru").written("# Hi"))
    assert (node.status, node.version, node.published_at) == ("draft", 1, None)
    assert node.translations["en"].slug == "summer-sale"
    assert node.translations["ru"].slug == "letnyaya-rasprodazha"
    assert node.translations["en"].body == "# Hi"
    assert node.author_id == writers.ctx.actor_id
    assert writers.told(node.id) == [
        "node.created",
        "node.translation.updated",
        "node.translation.updated",
        "body.updated",
    ]


async def test_one_that_is_public_from_the_start_says_so(writers: Writers) -> None:
    node = await writers.add(a_node().published())
    assert node.status == "published"
    assert node.published_at == writers.clock()
    assert writers.told(node.id)[-1] == "node.published"


async def test_each_language_is_changed_for_itself(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").written("1").titled("Один", locale="ru").written("1", locale="ru"))
    saved = await writers.update(node, "ru", title="Первый")
    after = await writers.get(node.id)
    assert saved.changed == ("title@ru",)
    assert after.translations["en"] == node.translations["en"]
    assert after.translations["ru"].body == "1"
    assert after.translations["ru"].slug == node.translations["ru"].slug


async def test_an_edit_that_changes_nothing_records_nothing(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").written("text").tagged("a"))
    writers.shop.events.clear()
    saved = await writers.update(node, "en", title=" One ", body="text")
    again = await writers.update(node, tags=("A ", "a")[1:])
    assert (saved.changed, saved.version, again.changed) == ((), 1, ())
    assert writers.told(node.id) == []


async def test_every_changed_path_stands_in_one_event(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One"))
    writers.shop.events.clear()
    command = {"tags": ("x",), "template": "wide", "translations": {"en": {"title": "Two", "body": "b"}}}
    saved = await writers.update(node, None, **command)
    told = [path for event in writers.shop.events.events for path in event.data["changes"]]
    assert sorted(told) == sorted(saved.changed) == ["body@en", "format@en", "tags", "template", "title@en"]


async def test_whoever_saved_first_is_not_overwritten(writers: Writers) -> None:
    node = await writers.add()
    await writers.update(node, "en", title="First")
    with pytest.raises(VersionConflict):
        await writers.update(node, "en", title="Second")
    assert (await writers.get(node.id)).translations["en"].title == "First"


async def test_all_problems_are_told_at_once(writers: Writers) -> None:
    node = await writers.add()
    given = {"en": {"slug": "Not A Slug"}, "xx-nope": {"title": "?"}, "ru": {"body": "no title"}}
    with pytest.raises(Invalid) as refused:
        await writers.update(node, None, translations=given, category_id=node.id, featured_media_id=node.id)
    assert {(p.path, p.code) for p in refused.value.fields} == {
        ("slug@en", "bad_handle"),
        ("title@xx-nope", "bad_locale"),
        ("title@ru", "required"),
        ("category_id", "unknown_category"),
        ("featured_media_id", "unknown_medium"),
    }
    assert (await writers.get(node.id)).version == 1


async def test_the_last_language_stays(writers: Writers) -> None:
    node = await writers.add()
    with pytest.raises(Invalid) as refused:
        await writers.update(node, None, translations={"en": None})
    assert [p.code for p in refused.value.fields] == ["no_node_translations"]


async def test_a_language_goes_with_its_body(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Один", locale="ru").written("текст", locale="ru"))
    saved = await writers.update(node, None, translations={"ru": None})
    assert set(saved.changed) == {"title@ru", "slug@ru", "body@ru", "format@ru"}
    assert "ru" not in (await writers.get(node.id)).translations


async def test_a_body_marked_as_json_is_json(writers: Writers) -> None:
    with pytest.raises(Invalid) as refused:
        await writers.add(a_node().written("{", form="json"))
    assert [p.code for p in refused.value.fields] == ["bad_json_body"]


async def test_html_carries_nothing_that_runs_and_plain_text_stays(writers: Writers) -> None:
    evil = "<p onclick='x()'>a</p>\r\n<script>b()</script>"
    html = await writers.add(a_node().written(evil, form="html"))
    assert html.translations["en"].body == "<p>a</p>\n"
    plain = await writers.add(a_node().written(evil, form="plain"))
    assert plain.translations["en"].body == evil.replace("\r\n", "\n")


async def test_pages_stand_below_pages_and_move_with_their_branch(writers: Writers) -> None:
    top = await writers.add(a_node().of_kind("page").titled("Top"))
    middle = await writers.add(a_node().of_kind("page").titled("Middle").having(parent_id=top.id))
    low = await writers.add(a_node().of_kind("page").titled("Low").having(parent_id=middle.id))
    assert [n.depth for n in (top, middle, low)] == [0, 1, 2]
    await writers.update(middle, parent_id=None)
    assert [(await writers.get(n.id)).depth for n in (middle, low)] == [0, 1]
    for wrong, code in ((low.id, "node_cycle"), (middle.id, "node_cycle")):
        with pytest.raises(Invalid) as refused:
            await writers.update(await writers.get(middle.id), parent_id=wrong)
        assert [p.code for p in refused.value.fields] == [code]
    post = await writers.add()
    with pytest.raises(Invalid) as refused:
        await writers.update(await writers.get(low.id), parent_id=post.id)
    assert [p.code for p in refused.value.fields] == ["unknown_parent"]


async def test_what_an_importer_knows_is_kept(writers: Writers) -> None:
    moment = "2019-05-06T07:08:09.000000Z"
    node_id = "018f2f3e-0000-7000-8000-000000000001"
    node = await writers.add(
        a_node().published().having(id=node_id, created_at=moment, published_at=moment, author_name="Ann")
    )
    assert (node.id, node.created_at, node.published_at) == (node_id, moment, moment)
    assert (node.author_name, node.author_id) == ("Ann", None)
    with pytest.raises(UserError) as refused:
        await writers.add(a_node().having(id=node_id))
    assert refused.value.code == "node_exists"
    with pytest.raises(Invalid):
        await writers.add(a_node().having(created_at="yesterday"))


async def test_a_manager_may_edit_pages(writers: Writers) -> None:
    """RusToK lets managers edit a page's blocks but not the page."""
    manager = writers.seen_by(Role.MANAGER)
    page = await manager.add(a_node().of_kind("page"))
    await manager.update(page, "en", title="Other")
    assert (await manager.get(page.id)).translations["en"].title == "Other"


async def test_a_customer_sees_what_is_public_only(writers: Writers) -> None:
    draft = await writers.add(a_node().titled("Draft"))
    public = await writers.add(a_node().titled("Public").published())
    customer = writers.seen_by(Role.CUSTOMER)
    assert (await customer.get(public.id)).id == public.id
    for look in (customer.get(draft.id), customer.nodes.get_by_slug(customer.ctx, "post", "draft")):
        with pytest.raises(NotFound):
            await look
    with pytest.raises(Forbidden):
        await customer.update(public, "en", title="Mine")
