"""Pictures beside the file: which of them the shop has already, told by their content as it would be stored."""

from __future__ import annotations

from pathlib import Path

from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.nodes.drafts import PictureDraft
from rustok_desktop.exchange.nodes.planned import PICTURES, Planned
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes
from rustok_desktop.media.views import SIDES
from rustok_desktop.media.worker import prepare, thumbnail_beside


class PicturePlanner:
    """``ids`` gets the id of every picture that is or will be there, ``unmade`` those that stand for a later one."""

    def __init__(self, shop: ShopNodes, scratch: Path, ids: dict[str, str], unmade: set[str]) -> None:
        self._shop = shop
        self._scratch = scratch
        self._ids = ids
        self._unmade = unmade
        self._by_content: dict[str, str] = {}

    def plan(self, draft: PictureDraft, locale: str) -> Planned:
        """Taken in, there already, or only told: nothing is fetched from elsewhere."""
        planned = Planned(draft, stage=PICTURES)
        if draft.file is None:
            return planned.skip("picture_elsewhere", address=draft.url)
        try:
            content = self._content(draft.file)
        except UserError as error:
            return planned.skip(error.code, **error.params)
        known = self._by_content.get(content) or self._shop.picture(content)
        if known is not None:
            self._ids[draft.key] = known
            return planned
        stand_in = self._by_content[content] = self._ids[draft.key] = planned.becomes = new_id()
        self._unmade.add(stand_in)
        planned.action = ContentAction.CREATE
        words = {"title": draft.caption or None, "alt_text": draft.alt_text or None}
        planned.steps.append(("upload", {"file": str(draft.file), "name": draft.file.name, "locale": locale, **words}))
        planned.differ("filename", None, draft.file.name)
        return planned

    def _content(self, file: Path) -> str:
        """The fingerprint of the picture as the shop would keep it."""
        try:
            return prepare(str(file), str(self._scratch)).sha256
        finally:
            self._scratch.unlink(missing_ok=True)
            for side in SIDES:
                thumbnail_beside(self._scratch, side).unlink(missing_ok=True)
