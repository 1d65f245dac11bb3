"""Pages and posts in the palette: asked from the shop, answered later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.operations.palette import find_nodes
from rustok_desktop.gui.palette.palette_source import PaletteItem, Section
from rustok_desktop.gui.palette.shop_search import ShopSearch
from rustok_desktop.gui.services import ClientPort

if TYPE_CHECKING:
    from rustok_desktop.index.content_schemas import ContentHit

_LIMIT = 4


class NodeSource:
    """The best pages, posts and other texts for what is typed, with kind and status."""

    def __init__(self, client: ClientPort, navigator: Navigator) -> None:
        self._navigator = navigator
        self._shop = ShopSearch(client, partial(find_nodes, limit=_LIMIT), self._section)

    def title(self) -> str:
        """As the protocol."""
        return QCoreApplication.translate("Palette", "Pages & posts")

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """As the protocol."""
        self._shop.search(text, deliver)

    def _section(self, hits: tuple[ContentHit, ...]) -> Section:
        return Section(tuple(self._item(hit) for hit in hits))

    def _item(self, hit: ContentHit) -> PaletteItem:
        row = hit.row
        return PaletteItem(
            row.title,
            partial(self._navigator.go, "content", node_id=row.node_id),
            icon="article",
            marks=hit.marks,
            side=_kind(row.kind),
            value=_status(row.status),
        )


def _kind(kind: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "post": translate("Palette", "post"),
        "page": translate("Palette", "page"),
        "article": translate("Palette", "article"),
    }
    return names.get(kind, translate("Palette", "text"))


def _status(status: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "draft": translate("Palette", "draft"),
        "published": translate("Palette", "published"),
        "archived": translate("Palette", "archived"),
    }
    return names.get(status, "")
