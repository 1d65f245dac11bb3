"""Commands on the blocks of pages."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from rustok_desktop.content.schemas import Command, Index

BlockName = Literal[
    "hero", "text", "image", "gallery", "cta", "features", "testimonials", "pricing", "faq", "contact",
    "product_grid", "newsletter", "video", "html", "spacer", "code",
]  # fmt: skip


class AddBlock(Command):
    """A new block on a page, at ``index`` or last. ``data`` and ``texts`` fit the type's schemas."""

    page_id: str
    type: BlockName
    data: dict[str, Any] = Field(default_factory=dict)
    texts: dict[str, dict[str, Any] | None] = Field(default_factory=dict)
    index: Index | None = None


class BlockCommand(Command):
    """An act on one block."""

    block_id: str
    base_version: int | None = None


class UpdateBlock(BlockCommand):
    """``data`` as a whole (None: as it is), ``texts`` by language; ``None`` takes a language away."""

    data: dict[str, Any] | None = None
    texts: dict[str, dict[str, Any] | None] = Field(default_factory=dict)


class MoveBlock(BlockCommand):
    """To a place among the page's other blocks; None is last."""

    index: Index | None = None


class HideBlock(BlockCommand):
    """Hidden, or shown again."""

    hidden: bool = True


class DuplicateBlock(BlockCommand):
    """The same again, right after it."""
