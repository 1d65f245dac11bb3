"""Rendering for the preview, beside the window's thread."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


@dataclass(frozen=True, slots=True)
class RenderMarkdown:
    """A text as HTML within the shop's policy."""

    text: str

    async def __call__(self, platform: Platform) -> str:
        from rustok_desktop.content.markdown import render

        return await asyncio.to_thread(render, self.text)
