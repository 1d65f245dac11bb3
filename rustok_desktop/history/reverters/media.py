"""Pictures: their words, uploads and deletions. The content is a file that stays until the purge."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history.reverters.paths import PathReverter, acts, words_of
from rustok_desktop.history.reverting import State, Work
from rustok_desktop.media import records
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium
from rustok_desktop.storage.unit_of_work import UnitOfWork

_TEXTS = ("title", "alt_text")
_CONTENT = ("filename", "mime_type", "size", "sha256", "width", "height")
_BESIDE = ("original_name", "storage_path", "frames")
_ACTS = acts("media", uploaded="create")


class MediaReverter(PathReverter):
    """``has_file`` says whether the content at a stored path is still there."""

    kind = "media"
    resource = Resource.MEDIA
    acts: Mapping[str, str] = _ACTS
    rank = 1
    fields = frozenset({*_TEXTS, *_CONTENT, *_BESIDE})
    soft = frozenset(_BESIDE)

    def __init__(self, has_file: Callable[[str], bool]) -> None:
        self._has_file = has_file

    def state(self, work: Work, thing_id: str) -> State:
        """Content and words."""
        try:
            return records.fields(records.load(work.uow, work.ctx, thing_id))
        except NotFound:
            return {}

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        try:
            return records.load(work.uow, work.ctx, thing_id).view.version
        except NotFound:
            return None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """The name of the file."""
        try:
            return records.load(uow, ctx, thing_id).view.filename
        except NotFound:
            return ""

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Deleted while nothing shows it, back while its file is there, or described otherwise."""
        if not wanted:
            if now:
                require(work.ctx, Resource.MEDIA, Action.DELETE)
                records.delete(work.ctx, work.bus, DeleteMedium(media_id=thing_id), work.uow)
            return
        if not now:
            require(work.ctx, Resource.MEDIA, Action.CREATE)
            if not self._has_file(str(wanted.get("storage_path") or "")):
                raise UserError("media_file_missing")
            records.bring_back(work.ctx, work.bus, thing_id, wanted, work.uow)
        version = self.version(work, thing_id)
        words = {locale: dict.fromkeys(_TEXTS) for locale in words_of(now, _TEXTS)} | words_of(wanted, _TEXTS)
        given = {"media_id": thing_id, "base_version": version, "translations": words}
        records.describe(work.ctx, work.bus, DescribeMedium.model_validate(given), work.uow)
