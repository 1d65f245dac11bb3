"""The whole window over a real directory: a post written in two languages, kept, published, moved, undone, found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.content.schemas import NodeQuery

from .pages.content_page import ContentPage
from .pages.palette_page import PalettePage
from .pages.person import Person, program


async def russian(platform: Any) -> bool:
    await platform.tenants.enable_locale(platform.context(), "ru")
    return True


async def only_post(platform: Any) -> Any:
    ctx = platform.context()
    (row,) = (await platform.nodes.list(ctx, NodeQuery())).rows
    return await platform.nodes.get_node(ctx, row.id)


def arrive(person: Person) -> ContentPage:
    page = ContentPage(person)
    page.go()
    return page


def write_post(page: ContentPage) -> None:
    page.begin()
    page.name("Wood kiln")
    page.write("After *38 hours*")


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[ContentPage]:
    with program(tmp_path / "data", qapp, qtbot) as person:
        person.ask(russian, write=True)
        yield arrive(person)


def test_a_post_in_two_languages_is_published_and_found(desk: ContentPage) -> None:
    write_post(desk)
    desk.save()
    desk.person.wait(lambda: desk.says("Saved"))
    desk.speak("Русский")
    desk.name("Печь")
    desk.publish()
    view = desk.person.ask(only_post)
    assert view.status == "published"
    assert {locale: text.title for locale, text in view.translations.items()} == {"en": "Wood kiln", "ru": "Печь"}
    assert view.translations["en"].body == "After *38 hours*"
    assert view.translations["ru"].slug == "pech"
    desk.person.wait(lambda: [", en " in line and ", ru " in line for line in desk.lines()] == [True])
    desk.search("nowhere")
    desk.person.wait(lambda: desk.lines() == [])
    desk.search("hours")
    desk.person.wait(lambda: len(desk.lines()) == 1)


def test_another_address_is_announced_and_the_old_one_leads_on(desk: ContentPage) -> None:
    write_post(desk)
    desk.publish()
    desk.address("autumn-kiln")
    assert desk.says("/wood-kiln")
    desk.person.click("Publish changes", desk.root)
    desk.person.wait(lambda: "/wood-kiln now leads to /autumn-kiln" in desk.person.told())

    async def old(platform: Any) -> Any:
        return await platform.nodes.get_by_slug(platform.context(), "post", "wood-kiln")

    assert desk.person.ask(old).moved_to == "autumn-kiln"


def test_what_is_typed_is_there_after_a_restart(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with program(tmp_path / "data", qapp, qtbot) as person:
        page = arrive(person)
        write_post(page)
        page.write_on(" more")  # closing keeps what was typed a moment ago
    with program(tmp_path / "data", qapp, qtbot) as person:
        page = arrive(person)
        page.open(0)
        person.wait(lambda: page.text() == "After *38 hours* more")
        page.kept()
        page.discard()
        person.wait(lambda: page.text() == "")


def test_a_schedule_tags_and_the_trash(desk: ContentPage) -> None:
    write_post(desk)
    desk.tag("kiln, news")
    desk.person.wait(lambda: desk.person.ask(only_post).tags == ("kiln", "news"))
    desk.schedule()
    assert desk.says("goes live")
    desk.unschedule()
    PalettePage(desk.person).run("Move text to the trash")
    desk.person.wait(lambda: desk.lines() == [])


def test_a_dropped_picture_is_linked_and_shown(desk: ContentPage, tmp_path: Path) -> None:
    write_post(desk)
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "kiln.png")
    desk.drop(tmp_path / "kiln.png")
    desk.person.wait(lambda: "![](media:" in desk.text())
    desk.kept()
    preview = desk.preview()
    desk.person.wait(lambda: "<img" in preview.toHtml())
    address = desk.text().partition("(")[2].partition(")")[0]
    kind = QTextDocument.ResourceType.ImageResource.value
    desk.person.wait(lambda: preview.loadResource(kind, address).width() == 64)  # the picture, not its placeholder
