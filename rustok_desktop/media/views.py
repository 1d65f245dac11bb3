"""What media answers: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Use = Literal["any", "used", "unused"]
SCHEME = "media:"  # before an id, where an address of an image is expected
SIDES = (96, 320)  # of thumbnails, in pixels of the longer side


def media_url(media_id: str) -> str:
    """The address of one of the shop's own pictures, for images of products."""
    return SCHEME + media_id


def media_id_of(url: str | None) -> str | None:
    """The picture such an address names; None for any other address."""
    return url[len(SCHEME) :] if url is not None and url.startswith(SCHEME) else None


@dataclass(frozen=True, slots=True)
class MediaQuery:
    """Which pictures to list: those whose name, title or alternative text has ``text`` in it."""

    text: str = ""
    use: Use = "any"


@dataclass(frozen=True, slots=True)
class MediaRow:
    """One picture in a list; ``size`` in bytes, ``uses`` is how many images of products and how many nodes show it."""

    id: str
    filename: str
    mime_type: str
    size: int
    width: int
    height: int
    created_at: str
    uses: int


@dataclass(frozen=True, slots=True)
class MediaPage:
    """Newest first. ``next`` continues after the last row, None at the end."""

    rows: tuple[MediaRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class MediaText:
    """A picture's words in one language."""

    locale: str
    title: str | None
    alt_text: str | None


@dataclass(frozen=True, slots=True)
class MediaView:
    """One picture in full; ``version`` goes back with the next command."""

    id: str
    version: int
    filename: str
    original_name: str
    mime_type: str
    size: int
    sha256: str
    width: int
    height: int
    frames: int
    uploaded_by: str | None
    created_at: str
    updated_at: str
    translations: dict[str, MediaText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MediaUse:
    """Something that shows a picture, e.g. a product."""

    kind: str
    id: str
    title: str
    in_trash: bool


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The picture, and whether it is new: the same content twice is one picture."""

    media_id: str
    created: bool


@dataclass(frozen=True, slots=True)
class Unused:
    """What a clean-up would remove: these pictures, and files that belong to none. Sizes in bytes."""

    ids: tuple[str, ...]
    size: int
    stray_files: int
    stray_size: int


@dataclass(frozen=True, slots=True)
class CleanedUp:
    """What a clean-up removed."""

    pictures: int
    files: int
    size: int
