"""The whole window over a real directory: pictures go in, are described, shown by a product, kept from deletion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rustok_desktop.media.views import MediaQuery

from .pages.media_page import MediaPage
from .pages.person import program
from .pages.products_page import ProductsPage


def files(folder: Path) -> list[Path]:
    paths = []
    for name, color in (("mug.jpg", "teal"), ("bowl.png", "pink")):
        Image.new("RGB", (640, 480), color).save(folder / name)
        paths.append(folder / name)
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return [*paths, folder / "logo.svg"]


async def ids(platform: Any) -> dict[str, str]:
    page = await platform.media.page(platform.context(), MediaQuery())
    return {row.filename: row.id for row in page.rows}


async def pictures_of_products(platform: Any) -> list[str]:
    from rustok_desktop.index.schemas import ProductQuery

    await platform.consumers.drain()
    page = await platform.listing.page(platform.context(), ProductQuery())
    return [row.thumbnail_url for row in page.rows]


def test_from_a_file_to_a_product_and_back(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with program(tmp_path / "data", qapp, qtbot) as person:
        media = MediaPage(person)
        media.go()
        media.drop(files(tmp_path))
        person.wait(lambda: media.names() == ["bowl.png", "mug.jpg"])
        assert person.see(QLabel, "logo.svg: SVG…", media.root)
        media.open("bowl.png")
        media.describe("A pink bowl")
        known = person.ask(ids)

        products = ProductsPage(person)
        products.go()
        editor = products.begin()
        editor.fill("Title", "Bowl")
        editor.drop_image(tmp_path / "bowl.png")
        editor.save()
        person.wait(lambda: person.ask(pictures_of_products) == [f"media:{known['bowl.png']}"])
        assert person.ask(ids) == known, "the same content is the same picture"

        media.go()
        media.delete("bowl.png")
        person.wait(lambda: "in use" in person.told())
        assert "Bowl" in person.told()
        media.delete("mug.jpg")
        person.wait(lambda: media.names() == ["bowl.png"])
        person.click("Undo")
        person.wait(lambda: media.names() == ["bowl.png", "mug.jpg"])
        assert person.ask(ids) == known, "under its old id, and so in its old place"
