"""Commands of media. A field left out stays as it is; ``None`` or an empty text empties it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from rustok_desktop.core import limits


class Command(BaseModel):
    """Base of all commands: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextPatch(Command):
    """What a picture is called and shows, in one language."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.TITLE)] | None = None
    alt_text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.ALT_TEXT)] | None = None


class DescribeMedium(Command):
    """Change the words of one picture, as they were seen at ``base_version``."""

    media_id: str
    base_version: int
    translations: dict[str, TextPatch]


class DeleteMedium(Command):
    """Delete one picture that nothing uses."""

    media_id: str
    base_version: int | None = None
