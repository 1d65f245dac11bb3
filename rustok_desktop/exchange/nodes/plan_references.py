"""Ids in links, blocks and menus of a file: which things of this shop they mean."""

from __future__ import annotations

from rustok_desktop.content.kinds import WRITTEN
from rustok_desktop.content.links import links_in
from rustok_desktop.exchange.nodes.named_things import Addresses
from rustok_desktop.exchange.nodes.planned import Planned
from rustok_desktop.exchange.nodes.registry import Registry
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes


class References:
    """Finds things by id, else by an address that the file has beside. ``stand_ins`` (key -> id) has the file's
    categories and pictures, ``unmade`` those that stand for a later one.
    """

    def __init__(self, shop: ShopNodes, registry: Registry, stand_ins: dict[str, str], unmade: set[str]) -> None:
        self._shop = shop
        self._registry = registry
        self._unmade = unmade
        # A category's key ends with its address: alone, or below the ones above it.
        self._categories = {key.rpartition("/")[2]: found for key, found in stand_ins.items()}

    def find(self, planned: Planned, kind: str, thing_id: str, addresses: Addresses) -> str | None:
        """The id here; None for what is not there, whichever way it is looked for."""
        found = self._by_id(kind, thing_id) or self._by_address(kind, addresses.get(f"{kind}:{thing_id}", {}))
        if found in self._unmade:
            planned.needs.add(str(found))
        return found

    def has_picture(self, media_id: str) -> bool:
        """Whether a picture is there, or comes with this import."""
        return media_id in self._unmade or self._shop.has("media", media_id)

    def linked(self, planned: Planned, text: str | None, addresses: Addresses) -> str | None:
        """A text whose links lead to the things of this shop. One that leads nowhere stays, and is told."""
        for kind, thing_id in links_in(text) if text else ():
            found = self.find(planned, kind, thing_id, addresses)
            if found is None:
                planned.draft.note("link_leads_nowhere", link=f"{kind}:{thing_id}")
            elif text is not None and found != thing_id:
                text = text.replace(f"{kind}:{thing_id}", f"{kind}:{found}")
        return text

    def _by_id(self, kind: str, thing_id: str) -> str | None:
        if kind in WRITTEN:
            return self._registry.own(kind, thing_id)
        return thing_id if self._shop.has(kind, thing_id) else None

    def _by_address(self, kind: str, words: dict[str, str]) -> str | None:
        for locale, address in words.items():
            found = self._categories.get(address) if kind == "category" else None
            found = found or self._shop.at_address(kind, locale, address)
            if found is not None:
                return found
        return None
