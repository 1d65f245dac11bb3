"""Pictures of every page, in both schemes and languages: ``python tests/app/screens.py OUT [WIDTHxHEIGHT]``.

Runs the real window, off screen, on a shop of invented products. For looking at, and for the README.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer, Slot

from rustok_desktop.exchange.demo import write_shopify_csv
from rustok_desktop.gui.application import Application, run_window
from rustok_desktop.runtime.settings import Settings

PRODUCTS = 420
_SETTLE_S = 0.45


async def fill(settings: Settings, file: Path) -> None:
    """A shop with products."""
    from rustok_desktop.app import open_platform
    from rustok_desktop.exchange.demo import create_command, demo_products

    platform = await open_platform(settings)
    for product in demo_products(40, 3):
        await platform.catalog.create_product(platform.context(), create_command(product, "USD"))
    await _sort(platform)
    write_shopify_csv(file, PRODUCTS, 5)
    await platform.consumers.drain()
    await platform.close()


async def _sort(platform: Any) -> None:
    """Categories and a collection, some of them in the trash, and a tag with names."""
    from rustok_desktop.commerce.collections_schemas import CollectionCommand, CreateCollection
    from rustok_desktop.taxonomy.schemas import CreateCategory, DeleteCategory, MoveCategory, TranslateTag

    await platform.tenants.enable_locale(platform.context(), "ru", "Русский")
    made = {}
    for name, above in (("Kitchen", None), ("Tableware", "Kitchen"), ("Mugs", "Tableware"), ("Summer", None)):
        given = {"parent_id": made.get(above), "translations": {"en": {"name": name}}}
        saved = await platform.categories.create(platform.context(), CreateCategory.model_validate(given))
        made[name] = saved.category_id
    move = MoveCategory(category_id=made["Mugs"], parent_id=made["Kitchen"])
    await platform.categories.move(platform.context(), move)
    await platform.categories.delete(platform.context(), DeleteCategory(category_id=made["Summer"]))
    gifts = CreateCollection.model_validate({"translations": {"en": {"title": "Gifts"}}})
    await platform.collections.create(platform.context(), gifts)
    spring = CreateCollection.model_validate({"translations": {"en": {"title": "Spring sale"}}})
    saved = await platform.collections.create(platform.context(), spring)
    await platform.collections.delete(platform.context(), CollectionCommand(collection_id=saved.collection_id))
    await platform.consumers.drain()
    tag = (await platform.tags.tags(platform.context()))[0]
    await platform.tags.translate(platform.context(), TranslateTag(tag_id=tag.id, names={"ru": "для дома"}))


class Photographer(QObject):
    """Walks from scene to scene, waiting a moment before each picture."""

    def __init__(self, application: Application, out: Path, file: Path, size: tuple[int, int]) -> None:
        super().__init__()
        application.services.preferences.set("welcome.done", True)
        self.application, self.out, self.file, self.size = application, out, file, size
        self.scenes = self._scenes()
        self.ready_at = monotonic() + 2.5
        self.waiting: Callable[[], bool] | None = None
        self.name = ""
        self.timer = QTimer(self)
        self.timer.setInterval(30)
        self.timer.timeout.connect(self._tick)
        self.timer.start()

    @Slot()
    def _tick(self) -> None:
        if monotonic() < self.ready_at or (self.waiting is not None and not self.waiting()):
            return
        if self.name:
            self.application.window.grab().save(str(self.out / f"{self.name}.png"))
        step = next(self.scenes, None)
        if step is None:
            self.timer.stop()
            self.application.window.close()
            self.application.window.deleteLater()
            sys.stdout.write(f"pictures in {self.out}\n")
            from PySide6.QtCore import QCoreApplication

            QCoreApplication.quit()
            return
        self.name, self.waiting = step
        self.ready_at = monotonic() + _SETTLE_S

    def page(self, name: str) -> Any:
        return self.application.window.stack.built()[name]

    def look(self, scheme: str, language: str) -> None:
        self.application.services.theme.set_scheme(scheme)
        self.application.services.translator.set_language(language)

    def _scenes(self) -> Iterator[tuple[str, Callable[[], bool] | None]]:
        window = self.application.window
        window.resize(*self.size)
        yield "", lambda: self.page("products").list.model.loaded
        for scheme, language in (("light", "en"), ("dark", "en"), ("light", "ru"), ("dark", "ru")):
            self.look(scheme, language)
            yield from self._round(f"{scheme}-{language}")

    def _round(self, suffix: str) -> Iterator[tuple[str, Callable[[], bool] | None]]:
        services, window = self.application.services, self.application.window
        services.navigator.go("products")
        products = self.page("products")
        products.set_wide(False)
        products.list.search("")
        yield "", lambda: products.list.model.listed(3) is not None
        products.open_with(product_id=products.list.model.listed(3).row.product_id)
        yield f"products-{suffix}", None
        for index, tab in enumerate(("general", "variants", "stock", "images", "seo", "history")):
            products.set_wide(True)
            products.editor.strip.setCurrentIndex(index)
            yield f"editor-{tab}-{suffix}", None
        products.editor.strip.setCurrentIndex(0)
        products.set_wide(False)
        products.list.search("glaz")
        yield f"search-{suffix}", None
        products.list.search("")
        window.open_palette()
        yield "", None
        window._palette.input.setText("pl")
        window._palette.input.textEdited.emit("pl")
        yield f"palette-{suffix}", None
        window._palette.close()
        services.navigator.go("import")
        importing = self.page("import")
        yield f"import-file-{suffix}", None
        importing.read(self.file)
        yield f"import-review-{suffix}", lambda: importing.step is importing.review
        importing._on_back()
        yield f"import-columns-{suffix}", None
        importing._start_over()
        for page in ("home", "inventory", "categories", "collections", "media", "labels", "trash"):
            services.navigator.go(page)
            yield f"{page}-{suffix}", None
        yield from self._tags(suffix)
        window.open_settings()
        yield f"settings-{suffix}", None
        window.open_shortcuts()
        yield f"shortcuts-{suffix}", None
        window._shortcuts.close()

    def _tags(self, suffix: str) -> Iterator[tuple[str, Callable[[], bool] | None]]:
        """Words of a tag, and what happened to a category."""
        self.application.services.navigator.go("categories")
        page = self.page("categories")
        page.tabs.setCurrentIndex(1)
        page.tags.table.selectRow(0)
        yield f"tags-{suffix}", None
        page.tabs.setCurrentIndex(0)
        node = page.categories.tree.current
        page.history.open_for("category", node.id, node.name)
        yield f"history-{suffix}", None
        page.history.close_panel()


def main(out: Path, size: tuple[int, int]) -> int:
    """Take all pictures."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data")
        file = Path(folder) / "autumn-catalogue.csv"
        asyncio.run(fill(settings, file))
        return run_window(settings, script=lambda a: Photographer(a, out, file, size))


if __name__ == "__main__":
    width, _, height = (sys.argv[2] if len(sys.argv) > 2 else "1360x840").partition("x")
    sys.exit(main(Path(sys.argv[1]), (int(width), int(height))))
