"""Pictures of a WXR file: their addresses, and the files that lie beside it. Nothing is fetched from anywhere."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from rustok_desktop.exchange.nodes.drafts import PictureDraft
from rustok_desktop.exchange.nodes.wxr_values import UPLOADS, words_of
from rustok_desktop.exchange.nodes.xml_stream import Part

_SIZED = re.compile(r"-\d+x\d+(?=\.[A-Za-z]+$)")
_ENDINGS = frozenset((".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp"))
# An address as texts write it: up to a quote, a space or a bracket.
ADDRESS = re.compile(r"(?:https?://|/)?[^\s\"'<>()\[\]]*wp-content/uploads/[^\s\"'<>()\[\]]+|https?://[^\s\"'<>()\[\]]+")


class FilesBeside:
    """Which address is which picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._by_tail: dict[str, str] = {}
        self.by_id: dict[str, str] = {}

    def picture(self, item: Part, key: str) -> PictureDraft:
        """The draft of an attachment; its address leads to it from now on."""
        url = item.value("wp:attachment_url").strip() or item.value("guid").strip()
        metas = {meta.value("wp:meta_key"): meta.value("wp:meta_value") for meta in item.all("wp:postmeta")}
        draft = PictureDraft(
            part="picture",
            key=key,
            title=words_of(item.value("title"))[0] or PurePosixPath(urlsplit(url).path).name,
            line=item.line,
            url=url,
            file=self._beside(url, metas.get("_wp_attached_file", "")),
            alt_text=metas.get("_wp_attachment_image_alt", "").strip(),
            caption=words_of(item.value("excerpt:encoded"))[0],
        )
        self.by_id[item.value("wp:post_id").strip()] = key
        if draft.file is not None:
            self._by_tail[_tail(url)] = key
        return draft

    def find(self, address: str) -> str | None:
        """The key of the picture with this address, in whatever size; None for one that is not taken in."""
        tail = _tail(address)
        return self._by_tail.get(tail) or self._by_tail.get(_SIZED.sub("", tail))

    def _beside(self, url: str, attached: str) -> Path | None:
        tail = attached.strip() or _tail(url)
        name = PurePosixPath(tail).name
        if PurePosixPath(name).suffix.lower() not in _ENDINGS:
            return None
        for place in (f"{UPLOADS}{tail}", f"uploads/{tail}", tail, f"media/{name}", name):
            path = (self._folder / place).resolve()
            if path.is_relative_to(self._folder) and path.is_file():
                return path
        return None


def _tail(address: str) -> str:
    """What follows the folder of uploads, else the whole path."""
    path = unquote(urlsplit(address).path)
    _, found, tail = path.partition(UPLOADS)
    return tail if found else path.lstrip("/")
