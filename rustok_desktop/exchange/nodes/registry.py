"""Which item of a file is which thing of the shop: by our own id, by where it came from, by its address."""

from __future__ import annotations

from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.nodes.drafts import Head, Outline
from rustok_desktop.exchange.nodes.shop_nodes import ID, ShopNodes

MOVED = "own:"  # before an id that another shop of this installation has: the source of the node made instead


class Registry:
    """Gives every node of the file an id before the first one is planned."""

    def __init__(self, shop: ShopNodes, outline: Outline) -> None:
        self._shop = shop
        self._outline = outline
        self.ids: dict[str, str] = {}
        self.known: set[str] = set()  # keys of nodes that the shop has
        self._depths: dict[str, int | None] = {}
        heads = outline.heads.values()
        self._own = {(head.kind, head.own_id): head.key for head in heads if head.own_id}
        self._addresses = {picture.key: picture.url for picture in outline.pictures}
        taken: set[str] = set()
        for step in (self._by_id, self._by_source, self._by_slug):
            for head in heads:
                if head.key not in self.ids:
                    found = step(head)
                    if found is not None and found not in taken:
                        self.ids[head.key] = found
                        self.known.add(head.key)
                        taken.add(found)
        for head in heads:
            if head.key not in self.ids:
                self.ids[head.key] = self._new(head)

    def head(self, key: str) -> Head:
        """What the first pass said of a node."""
        return self._outline.heads[key]

    def moved(self, head: Head) -> str | None:
        """The source to remember for one of our own exports whose id somebody else has; None elsewhere."""
        if head.own_id is None or self.ids[head.key] == head.own_id:
            return None
        return f"{MOVED}{head.own_id}"

    def parent(self, key: str | None) -> str | None:
        """The id of the node that a key means; also of one that is only in the shop."""
        if key is None:
            return None
        if key in self.ids:
            return self.ids[key]
        plain = key.rpartition(":")[2]
        return plain if ID(plain) and self._shop.kind_here(plain) == "page" else None

    def own(self, kind: str, node_id: str) -> str | None:
        """The id here of a node that has this id where the file comes from: in the file, in the shop, or moved."""
        key = self._own.get((kind, node_id))
        if key is not None:
            return self.ids[key]
        if self._shop.kind_here(node_id) == kind:
            return node_id
        moved = self._shop.sources.get(f"{MOVED}{node_id}")
        return moved[0] if moved is not None and moved[1] == kind else None

    def picture_address(self, key: str) -> str:
        """Where the file says that a picture lies."""
        return self._addresses.get(key, key)

    def depth(self, key: str) -> int | None:
        """How many nodes of the file stand above one; None where they stand in a circle."""
        if key not in self._depths:
            self._depths[key] = None  # until it is known: whoever comes by here again goes in a circle
            above = self.head(key).parent
            if above is None or above not in self._outline.heads:
                self._depths[key] = 0
            else:
                upper = self.depth(above)
                self._depths[key] = None if upper is None else upper + 1
        return self._depths[key]

    def _by_id(self, head: Head) -> str | None:
        if head.own_id is None or not ID(head.own_id):
            return None
        return head.own_id if self._shop.kind_here(head.own_id) == head.kind else None

    def _by_source(self, head: Head) -> str | None:
        keys = (head.key, f"{MOVED}{head.own_id}") if head.own_id else (head.key,)
        for key in keys:
            found = self._shop.sources.get(key)
            if found is not None and found[1] == head.kind:
                return found[0]
        return None

    def _by_slug(self, head: Head) -> str | None:
        """The node at the same address, unless it came from another place of the same site."""
        for locale, slug in head.slugs.items():
            found = self._shop.living(head.kind, locale, slug)
            if found is not None and not self._another(head, self._shop.source_of.get(found)):
                return found
        return None

    def _another(self, head: Head, source: str | None) -> bool:
        return source is not None and source != head.key and source.partition("#")[0] == head.key.partition("#")[0]

    def _new(self, head: Head) -> str:
        free = head.own_id is not None and ID(head.own_id) and self._shop.kind_here(head.own_id) is None
        return head.own_id if free and head.own_id else new_id()
