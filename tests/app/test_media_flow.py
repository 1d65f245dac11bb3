"""The whole window over a real directory: pictures go in, are described, shown by a product, kept from deletion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.history.undo_actions import UNDO
from rustok_desktop.gui.media.media_page import MediaPage
from rustok_desktop.gui.products.image_table_model import ALT
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.media.views import media_id_of
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings

from .pages.program import leave

SLOW = 15_000


@pytest.fixture
def application(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    made = Application(qapp, Settings(tmp_path / "data"), CrashLog(tmp_path / "logs"))
    made.start()
    yield made
    leave(made)


def page_of(application: Application, qtbot: QtBot, name: str) -> Any:
    application.services.navigator.go(name)
    qtbot.waitUntil(lambda: name in application.window.stack.built(), timeout=SLOW)
    return application.window.stack.built()[name]


def files(folder: Path) -> list[str]:
    paths = []
    for name, color in (("mug.jpg", "teal"), ("bowl.png", "pink")):
        Image.new("RGB", (640, 480), color).save(folder / name)
        paths.append(str(folder / name))
    (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return [*paths, str(folder / "logo.svg")]


def test_from_a_file_to_a_product_and_back(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    media: MediaPage = page_of(application, qtbot, "media")
    media.upload(files(tmp_path))
    qtbot.waitUntil(lambda: media.model.rowCount() == 2 and not media.queue.busy, timeout=SLOW)
    assert "logo.svg: SVG" in media.bar.text
    assert [media.model.row(n).filename for n in range(2)] == ["bowl.png", "mug.jpg"]

    bowl = media.model.row(0).id
    media.grid.select(bowl)
    qtbot.waitUntil(media.details.isEnabled, timeout=SLOW)
    qtbot.keyClicks(media.details.alt_text, "A pink bowl")
    qtbot.waitUntil(lambda: "Saved" in media.details._state.text(), timeout=SLOW)
    qtbot.waitUntil(lambda: media.pictures.image(bowl, 320) is not None, timeout=SLOW)
    assert media.pictures.image(bowl, 320).width() == 320

    products: ProductPage = page_of(application, qtbot, "products")
    products.new_product()
    title = products.editor.general.fields["title"].editor
    title.setFocus()
    qtbot.keyClicks(title, "Bowl")
    products.uploads.add([str(tmp_path / "bowl.png")])
    qtbot.waitUntil(lambda: products.editor.images.model.rowCount() == 1, timeout=SLOW)
    assert media_id_of(products.editor.images.model.image(0).url) == bowl, "the same content is the same picture"
    qtbot.mouseClick(products.editor.footer.save, Qt.MouseButton.LeftButton)
    listed = products.list.model
    qtbot.waitUntil(lambda: listed.rowCount() == 1 and listed.listed(0) is not None, timeout=SLOW)
    qtbot.waitUntil(lambda: listed.listed(0).row.thumbnail_url == f"media:{bowl}", timeout=SLOW)

    images = products.editor.images
    products.editor.strip.setCurrentIndex(4)
    described = images.model.index(0, ALT)
    qtbot.waitUntil(lambda: described.data() == "A pink bowl", timeout=SLOW)
    images.model.setData(described, "A bowl for ramen")
    qtbot.waitUntil(lambda: not images.model.words._typed, timeout=SLOW)
    undo = application.services.actions.get(UNDO)
    qtbot.waitUntil(lambda: "bowl.png" in undo.text(), timeout=SLOW)
    application.services.actions.trigger(UNDO)
    qtbot.waitUntil(lambda: described.data() == "A pink bowl", timeout=SLOW)

    page_of(application, qtbot, "media")
    media.grid.select(bowl)
    media.details.read()
    notices = application.services.notices
    media.delete(bowl)
    qtbot.waitUntil(lambda: "in use" in notices.history[-1].text, timeout=SLOW)
    assert "Bowl" in notices.history[-1].text

    mug = media.model.row(1).id
    media.delete(mug)
    qtbot.waitUntil(lambda: media.model.rowCount() == 1, timeout=SLOW)
    notices.history[-1].action()
    qtbot.waitUntil(lambda: media.model.rowCount() == 2, timeout=SLOW)
    assert media.model.row(1).id == mug, "under its old id, and so in its old place"
