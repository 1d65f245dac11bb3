"""The pages of the program: what the navigation shows and who builds each page when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rustok_desktop.gui.services import GuiServices


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page. ``title`` and ``group`` are English source texts of the context ``Pages``.

    ``build`` is called once, at the first visit; if the page has a method ``open_with(**arguments)``, it is
    called at every visit with the arguments of the navigator. A page without a group stands first; one with
    ``listed`` false is not in the navigation (its ``parent`` is marked there instead).
    """

    id: str
    title: str
    icon: str
    group: str
    build: Callable[[GuiServices], QWidget]
    listed: bool = True
    parent: str = ""
    shortcut: str | None = None

    def title_text(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Pages", self.title)

    def group_text(self) -> str:
        """The group in the language of the window."""
        return QCoreApplication.translate("Pages", self.group) if self.group else ""


def standard_pages() -> tuple[PageSpec, ...]:
    """The pages of the program, in the order of the navigation."""
    catalog = str(QT_TRANSLATE_NOOP("Pages", "Catalog"))
    return (
        PageSpec(
            id="products",
            title=str(QT_TRANSLATE_NOOP("Pages", "Products")),
            icon="box",
            group=catalog,
            build=_products,
            shortcut="Alt+1",
        ),
        PageSpec(
            id="import",
            title=str(QT_TRANSLATE_NOOP("Pages", "Import products")),
            icon="upload",
            group=catalog,
            build=_import,
            listed=False,
            parent="products",
        ),
    )


# Imported at the first visit: a page that is not shown costs no start-up time.
def _products(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.products.product_page import ProductPage

    return ProductPage(services)


def _import(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.importing.import_page import ImportPage

    return ImportPage(services)
