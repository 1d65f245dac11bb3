"""What the Media page, and whoever shows pictures, asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from rustok_desktop.core.errors import NotFound, VersionConflict
from rustok_desktop.media.views import CleanedUp, MediaPage, MediaQuery, MediaUse, MediaView, Unused, Uploaded

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


@dataclass(frozen=True, slots=True)
class MediaStart:
    """How many pictures a query finds, and the first of them."""

    total: int
    page: MediaPage


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded thumbnail and the name of its file."""

    image: QImage
    name: str


@dataclass(frozen=True, slots=True)
class MediumFacts:
    """A picture in full, what shows it, and the languages of the shop as (code, name), the default one first."""

    view: MediaView
    uses: tuple[MediaUse, ...]
    locales: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenMedia:
    """Count, and read the first pictures."""

    query: MediaQuery
    limit: int

    async def __call__(self, platform: Platform) -> MediaStart:
        ctx = platform.context()
        page = await platform.media.page(ctx, self.query, limit=self.limit)
        total = await platform.media.count(ctx, self.query) if page.next is not None else len(page.rows)
        return MediaStart(total, page)


@dataclass(frozen=True, slots=True)
class ReadMedia:
    """Read the pictures after one."""

    query: MediaQuery
    after: str
    limit: int

    async def __call__(self, platform: Platform) -> MediaPage:
        return await platform.media.page(platform.context(), self.query, after=self.after, limit=self.limit)


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A thumbnail, decoded beside the window's thread."""

    media_id: str
    side: int

    async def __call__(self, platform: Platform) -> Picture:
        ctx = platform.context()
        view = await platform.media.get(ctx, self.media_id)
        path = await platform.media.thumbnail(ctx, self.media_id, self.side)
        return Picture(await asyncio.to_thread(QImage, str(path)), view.filename)


@dataclass(frozen=True, slots=True)
class ReadMedium:
    """A picture for the details."""

    media_id: str

    async def __call__(self, platform: Platform) -> MediumFacts:
        ctx, tenant = platform.context(), platform.tenant
        view = await platform.media.get(ctx, self.media_id)
        uses = await platform.media.usage(ctx, self.media_id)
        locales = await platform.tenants.locales(tenant.id)
        named = tuple((locale.locale, locale.name) for locale in locales if locale.is_enabled)
        return MediumFacts(view, uses, named or ((tenant.default_locale, tenant.default_locale),))


@dataclass(frozen=True, slots=True)
class UploadFile:
    """Take one file in."""

    path: str

    async def __call__(self, platform: Platform) -> Uploaded:
        return await platform.media.upload(platform.context(), Path(self.path))


@dataclass(frozen=True, slots=True)
class DescribePicture:
    """Save a picture's words in one language."""

    media_id: str
    base_version: int
    locale: str
    title: str
    alt_text: str

    async def __call__(self, platform: Platform) -> MediaView:
        from rustok_desktop.media.schemas import DescribeMedium, TextPatch

        words = {self.locale: TextPatch(title=self.title, alt_text=self.alt_text)}
        command = DescribeMedium(media_id=self.media_id, base_version=self.base_version, translations=words)
        return await platform.media.describe(platform.context(), command)


@dataclass(frozen=True, slots=True)
class ReadDescriptions:
    """The words of several pictures; those that are gone are left out."""

    media_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> tuple[MediaView, ...]:
        found = []
        for media_id in self.media_ids:
            with suppress(NotFound):
                found.append(await platform.media.get(platform.context(), media_id))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class DescribeImage:
    """Save what a picture shows, in one language; ``was`` is what stood there.

    Who changed other words of the picture meanwhile is no hindrance; the same words changed are a VersionConflict.
    """

    media_id: str
    base_version: int
    locale: str
    alt_text: str
    was: str

    async def __call__(self, platform: Platform) -> MediaView:
        try:
            return await self._save(platform, self.base_version)
        except VersionConflict:
            view = await platform.media.get(platform.context(), self.media_id)
            words = view.translations.get(self.locale)
            if ((words.alt_text or "") if words is not None else "") != self.was:
                raise
            return await self._save(platform, view.version)

    async def _save(self, platform: Platform, version: int) -> MediaView:
        from rustok_desktop.media.schemas import DescribeMedium, TextPatch

        words = {self.locale: TextPatch(alt_text=self.alt_text)}
        command = DescribeMedium(media_id=self.media_id, base_version=version, translations=words)
        return await platform.media.describe(platform.context(), command)


@dataclass(frozen=True, slots=True)
class DeletePicture:
    """Delete a picture that nothing shows."""

    media_id: str

    async def __call__(self, platform: Platform) -> MediaView:
        from rustok_desktop.media.schemas import DeleteMedium

        return await platform.media.delete(platform.context(), DeleteMedium(media_id=self.media_id))


@dataclass(frozen=True, slots=True)
class ReadUnused:
    """What a clean-up would remove."""

    async def __call__(self, platform: Platform) -> Unused:
        return await platform.media.unused(platform.context())


@dataclass(frozen=True, slots=True)
class CleanUp:
    """Remove it."""

    told: Unused

    async def __call__(self, platform: Platform, report: Callable[[int], None]) -> CleanedUp:
        return await platform.media.clean_up(platform.context(), self.told, report)
