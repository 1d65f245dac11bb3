"""The images of a product that the shop has, after a file has had its say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from rustok_desktop.core import limits
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.cells import EMPTY
from rustok_desktop.exchange.creating import in_order
from rustok_desktop.exchange.drafts import ProductDraft
from rustok_desktop.exchange.existing import StoredImage, StoredProduct
from rustok_desktop.exchange.matching import Match


class _Import(Protocol):
    """What an import says about empty cells."""

    erase: frozenset[str]
    kept_empty: Counter[str]


def changed_images(
    common: _Import, draft: ProductDraft, stored: StoredProduct, matches: Sequence[Match]
) -> list[StoredImage]:
    """The whole new list: images are known by their address; those the file does not name stay."""
    known = {image.url: image for image in reversed(stored.images)}
    listed: list[StoredImage] = []
    for given in in_order(draft.images):
        had = known.get(given.url)
        alt = had.alt_text if had is not None else None
        if isinstance(given.alt_text, str):
            alt = given.alt_text
        elif given.alt_text is EMPTY and alt:
            common.kept_empty["image_alt"] += 1
            alt = None if "image_alt" in common.erase else alt
        listed.append(StoredImage(had.id if had is not None else new_id(), given.url, alt))
    images = _arranged(draft, stored, listed)
    urls = {image.url for image in images}
    for match in matches:
        url = match.variant.image_url
        if url is not None and url not in urls and len(images) < limits.IMAGES_PER_PRODUCT:
            images.append(StoredImage(new_id(), url, None))
            urls.add(url)
    return images


def _arranged(draft: ProductDraft, stored: StoredProduct, listed: list[StoredImage]) -> list[StoredImage]:
    """The shop's order with new images at the end, unless the file numbers its images otherwise."""
    changed = {image.id: image for image in listed}
    have = {image.id for image in stored.images}
    numbered = all(image.position is not None for image in draft.images)
    wanted = [image.id for image in listed if image.id in have]
    if numbered and wanted != [image.id for image in stored.images if image.id in changed]:
        return [*listed, *(image for image in stored.images if image.id not in changed)]
    kept = [changed.get(image.id, image) for image in stored.images]
    return [*kept, *(image for image in listed if image.id not in have)]
