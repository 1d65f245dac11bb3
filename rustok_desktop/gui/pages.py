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
    ``listed`` false is not in the navigation (its ``parent`` is marked there instead). One with ``foot``
    stands at the lower end. An ``early`` page is built as soon as the shop is open: its acts belong to the whole
    window.
    """

    id: str
    title: str
    icon: str
    group: str
    build: Callable[[GuiServices], QWidget]
    listed: bool = True
    parent: str = ""
    shortcut: str | None = None
    early: bool = False
    foot: bool = False

    def title_text(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Pages", self.title)

    def group_text(self) -> str:
        """The group in the language of the window."""
        return QCoreApplication.translate("Pages", self.group) if self.group else ""


def standard_pages() -> tuple[PageSpec, ...]:
    """The pages of the program, in the order of the navigation."""
    return (
        PageSpec(
            id="home",
            title=str(QT_TRANSLATE_NOOP("Pages", "Home")),
            icon="home",
            group="",
            build=_home,
            shortcut="Alt+Home",
        ),
        *_catalog_pages(),
        *_content_pages(),
        PageSpec(
            id="trash",
            title=str(QT_TRANSLATE_NOOP("Pages", "Trash")),
            icon="trash",
            group="",
            build=_trash,
            foot=True,
        ),
        PageSpec(
            id="settings",
            title=str(QT_TRANSLATE_NOOP("Pages", "Settings")),
            icon="gear",
            group="",
            build=_settings,
            listed=False,
        ),
    )


def _catalog_pages() -> tuple[PageSpec, ...]:
    catalog = str(QT_TRANSLATE_NOOP("Pages", "Catalog"))
    return (
        PageSpec(
            id="products",
            title=str(QT_TRANSLATE_NOOP("Pages", "Products")),
            icon="box",
            group=catalog,
            build=_products,
            shortcut="Alt+1",
            early=True,
        ),
        PageSpec(
            id="inventory",
            title=str(QT_TRANSLATE_NOOP("Pages", "Inventory")),
            icon="layers",
            group=catalog,
            build=_inventory,
            shortcut="Alt+2",
        ),
        PageSpec(
            id="categories",
            title=str(QT_TRANSLATE_NOOP("Pages", "Categories")),
            icon="tree",
            group=catalog,
            build=_categories,
        ),
        PageSpec(
            id="collections",
            title=str(QT_TRANSLATE_NOOP("Pages", "Collections")),
            icon="list",
            group=catalog,
            build=_collections,
        ),
        PageSpec(
            id="prices",
            title=str(QT_TRANSLATE_NOOP("Pages", "Prices")),
            icon="dollar",
            group=catalog,
            build=_prices,
        ),
        PageSpec(
            id="media",
            title=str(QT_TRANSLATE_NOOP("Pages", "Media")),
            icon="image",
            group=catalog,
            build=_media,
        ),
        *_catalog_errands(catalog),
    )


def _catalog_errands(catalog: str) -> tuple[PageSpec, ...]:
    """Pages that one is sent to from the products."""
    return (
        PageSpec(
            id="labels",
            title=str(QT_TRANSLATE_NOOP("Pages", "Labels")),
            icon="printer",
            group=catalog,
            build=_labels,
            listed=False,
            parent="products",
        ),
        PageSpec(
            id="duplicates",
            title=str(QT_TRANSLATE_NOOP("Pages", "Duplicates")),
            icon="copy",
            group=catalog,
            build=_duplicates,
            listed=False,
            parent="products",
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


def _files_page(group: str) -> PageSpec:
    return PageSpec(
        id="import-content",
        title=str(QT_TRANSLATE_NOOP("Pages", "Import pages and posts")),
        icon="upload",
        group=group,
        build=_import_content,
        listed=False,
        parent="content",
    )


def _content_pages() -> tuple[PageSpec, ...]:
    content = str(QT_TRANSLATE_NOOP("Pages", "Content"))
    return (
        PageSpec(
            id="content",
            title=str(QT_TRANSLATE_NOOP("Pages", "Pages & posts")),
            icon="article",
            group=content,
            build=_content,
            shortcut="Alt+3",
        ),
        _files_page(content),
        PageSpec(
            id="builder",
            title=str(QT_TRANSLATE_NOOP("Pages", "Page builder")),
            icon="layers",
            group=content,
            build=_builder,
            listed=False,
            parent="content",
        ),
        PageSpec(
            id="menus",
            title=str(QT_TRANSLATE_NOOP("Pages", "Menus")),
            icon="menu",
            group=content,
            build=_menus,
        ),
        PageSpec(
            id="translations",
            title=str(QT_TRANSLATE_NOOP("Pages", "Translations")),
            icon="translate",
            group=content,
            build=_translations,
        ),
        PageSpec(
            id="moderation",
            title=str(QT_TRANSLATE_NOOP("Pages", "Comments & forum")),
            icon="comment",
            group=content,
            build=_moderation,
        ),
        PageSpec(
            id="calendar",
            title=str(QT_TRANSLATE_NOOP("Pages", "Calendar")),
            icon="calendar",
            group=content,
            build=_calendar,
        ),
        PageSpec(
            id="redirects",
            title=str(QT_TRANSLATE_NOOP("Pages", "Redirects")),
            icon="link",
            group=content,
            build=_redirects,
        ),
    )


# Imported at the first visit: a page that is not shown costs no start-up time.
def _products(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.products.product_page import ProductPage

    return ProductPage(services)


def _categories(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.categories.categories_page import CategoriesPage

    return CategoriesPage(services)


def _duplicates(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.duplicates.duplicates_page import DuplicatesPage

    return DuplicatesPage(services)


def _media(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.media.media_page import MediaPage

    return MediaPage(services)


def _import(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.importing.import_page import ImportPage

    return ImportPage(services)


def _import_content(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.exchange.content_import_page import ContentImportPage

    return ContentImportPage(services)


def _home(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.home.home_page import HomePage

    return HomePage(services)


def _trash(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.trash.trash_page import TrashPage

    return TrashPage(services)


def _settings(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.settings.settings_page import SettingsPage

    return SettingsPage(services)


def _content(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.content.content_page import ContentPage

    return ContentPage(services)


def _collections(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.collections.collections_page import CollectionsPage

    return CollectionsPage(services)


def _prices(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.prices.price_lists_page import PriceListsPage

    return PriceListsPage(services)


def _labels(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.labels.label_page import LabelPage

    return LabelPage(services)


def _inventory(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.inventory.inventory_page import InventoryPage

    return InventoryPage(services)


def _builder(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.builder.builder_page import BuilderPage

    return BuilderPage(services)


def _menus(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.menus.menus_page import MenusPage

    return MenusPage(services)


def _translations(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.translations.translations_page import TranslationsPage

    return TranslationsPage(services)


def _moderation(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.moderation.moderation_page import ModerationPage

    return ModerationPage(services)


def _calendar(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.agenda.agenda_page import AgendaPage

    return AgendaPage(services)


def _redirects(services: GuiServices) -> QWidget:
    from rustok_desktop.gui.redirects.redirects_page import RedirectsPage

    return RedirectsPage(services)
