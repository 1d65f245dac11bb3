"""Blocks of a page: put as a whole when any of them differs, each without what this shop does not have."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.block_types import BLOCK_TYPES, checked
from rustok_desktop.content.pictures import references
from rustok_desktop.core.codec import loads
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.page_blocks import Blocks, BlockState, fingerprint, read_blocks, told
from rustok_desktop.exchange.nodes.plan_references import References
from rustok_desktop.exchange.nodes.planned import Planned
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes

_SOURCES = ("collection", "category")


class BlockPlanner:
    """Plans the blocks of one page after another."""

    def __init__(self, shop: ShopNodes, things: References) -> None:
        self._shop = shop
        self._things = things

    def plan(self, planned: Planned, draft: NodeDraft, text: str | None, page_id: str) -> None:
        """``text``: all of them as JSON, with the pictures of this shop."""
        text = self._things.linked(planned, text, draft.links)
        try:
            wanted: Blocks = [BlockState.model_validate(block).model_dump() for block in loads(text or "[]")]
        except ValueError:
            draft.note("blocks_unreadable")
            return
        found = read_blocks(self._shop.uow, self._shop.ctx, page_id)[1]
        if wanted == found:
            return  # also with what leads nowhere: that is for the page to tell
        wanted = [
            becomes
            for number, block in enumerate(wanted, 1)
            if (becomes := self._fitting(planned, draft, number, block)) is not None
        ]
        if wanted != found:
            command = {"page_id": page_id, "blocks": wanted, "seen": fingerprint(found)}
            planned.steps.append(("put_blocks", command))
            planned.differ("blocks", told(found), told(wanted))

    def _fitting(
        self, planned: Planned, draft: NodeDraft, number: int, block: dict[str, Any]
    ) -> dict[str, Any] | None:
        """A block as it can be here; None when it cannot be without what is missing."""
        data, place = dict(block["data"]), {"number": number, "type": block["type"]}
        block = block | {"data": data}
        if "picture" in data and not self._has(data["picture"]):
            draft.note("block_picture_left_out", picture=_short(data.pop("picture")), **place)
        missing = [at for at, shown in enumerate(data.get("pictures") or ()) if not self._has(shown)]
        for at in missing:
            draft.note("block_picture_left_out", picture=_short(data["pictures"][at]), **place)
        if missing:
            _leave_out(block, missing)
        if block["type"] == "product_grid":
            self._grid(planned, draft, data, place)
        wrong = checked(BLOCK_TYPES[block["type"]].data, data)[1]
        if wrong:
            draft.note("block_left_out", field=wrong[0].path.replace("/", "."), **place)
            return None
        return block

    def _has(self, reference: Any) -> bool:
        named = references(str(reference))
        return bool(named) and all(map(self._things.has_picture, named))

    def _grid(self, planned: Planned, draft: NodeDraft, data: dict[str, Any], place: dict[str, Any]) -> None:
        def find(kind: str, thing_id: str) -> str | None:
            found = self._things.find(planned, kind, thing_id, draft.links)
            if found is None:
                draft.note("block_thing_left_out", thing=f"{kind}:{thing_id}", **place)
            return found

        products = [find("product", str(product_id)) for product_id in data.pop("product_ids", None) or ()]
        there = [product_id for product_id in dict.fromkeys(products) if product_id is not None]
        if there:
            data["product_ids"] = there
        if data.get("source") in _SOURCES and data.get("source_id"):
            found = find(data["source"], str(data.pop("source_id")))
            if found is not None:
                data["source_id"] = found


def _leave_out(block: dict[str, Any], missing: list[int]) -> None:
    """Pictures out of a row. Captions go with them; elsewhere the pictures belong to entries by their place, so
    those from the first missing one on go too, for none to stand beside the wrong words.
    """
    data = block["data"]
    count = len(data["pictures"])
    if block["type"] == "gallery":
        kept = [at for at in range(count) if at not in missing]
        block["texts"] = {locale: _captions(words, missing) for locale, words in block["texts"].items()}
    else:
        kept = list(range(missing[0]))
    data["pictures"] = [data["pictures"][at] for at in kept]
    if not kept:
        del data["pictures"]


def _captions(words: dict[str, Any], missing: list[int]) -> dict[str, Any]:
    captions = [caption for at, caption in enumerate(words.get("captions") or ()) if at not in missing]
    others = {name: value for name, value in words.items() if name != "captions"}
    return others | ({"captions": captions} if captions else {})


def _short(reference: Any) -> str:
    return str(reference)[:120]
