"""Planning images as a whole new list."""

from __future__ import annotations

from collections.abc import Sequence

from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.schemas import ImageInput
from rustok_desktop.core.context import Context
from rustok_desktop.core.ids import new_id
from rustok_desktop.storage.unit_of_work import UnitOfWork

_OWN = "media:"  # before the id of one of the shop's own pictures
Image = tuple[str, str, str | None]  # id, url, alternative text


def load_images(uow: UnitOfWork, ctx: Context, product_id: str) -> list[Image]:
    """The product's images in order."""
    rows = uow.all(sql.IMAGES, at_tenant_id=ctx.tenant_id, at_product_id=product_id)
    return [(image_id, url, alt_text) for image_id, url, alt_text in rows]


def plain_images(images: Sequence[Image]) -> list[dict[str, str | None]]:
    """As they stand in ``changes``."""
    return [{"id": image_id, "url": url, "alt_text": alt_text} for image_id, url, alt_text in images]


def add_images(edit: Edit, given: Sequence[ImageInput]) -> None:
    """Plan the images of a new product."""
    if given:
        edit_images(edit, [], given)


def edit_images(
    edit: Edit, stored: Sequence[Image], given: Sequence[ImageInput], *, revive: bool = False
) -> list[Image]:
    """Plan the new list: images are matched by id, else by address. Returns it.

    With ``revive`` an id the product does not have is that of an image which comes back.
    """
    edit.add_problems(rules.images_problems([image.url for image in given]))
    images = _matched(edit, stored, given, revive)
    if not edit.note("images", plain_images(stored), plain_images(images)):
        return images
    urls = {url for _, url, _ in stored}
    edit.pictures |= {
        url.removeprefix(_OWN): f"images/{place}"
        for place, (_, url, _) in enumerate(images)
        if url.startswith(_OWN) and url not in urls
    }
    known = {image[0]: image for image in stored}
    places = {image[0]: position for position, image in enumerate(stored)}
    for image_id in known.keys() - {image[0] for image in images}:
        edit.write(sql.DELETE_IMAGE, at_id=image_id)
    for position, image in enumerate(images):
        image_id, url, alt_text = image
        if image_id not in known:
            edit.write(sql.INSERT_IMAGE, id=image_id, position=position, url=url, alt_text=alt_text)
        elif known[image_id] != image or places[image_id] != position:
            edit.write(sql.UPDATE_IMAGE, at_id=image_id, position=position, url=url, alt_text=alt_text)
    return images


def _matched(edit: Edit, stored: Sequence[Image], given: Sequence[ImageInput], revive: bool) -> list[Image]:
    named = {image.id for image in given}
    ids = {image[0] for image in stored}
    by_url: dict[str, list[str]] = {}
    for image_id, url, _ in stored:
        if image_id not in named:
            by_url.setdefault(url, []).append(image_id)
    images: list[Image] = []
    for position, image in enumerate(given):
        known = image.id
        if known is None:
            known = by_url[image.url].pop(0) if by_url.get(image.url) else new_id()
        elif known not in ids and not revive:
            edit.wrong(f"images/{position}", "unknown_image", id=known)
        ids.discard(known)
        images.append((known, image.url, rules.clean_text(image.alt_text)))
    return images
