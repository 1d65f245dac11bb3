"""Rendering for the preview, beside the window's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.content.links import Link, LinkedThing


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML within the shop's policy, and what its links to things of the shop lead to."""

    html: str
    linked: Mapping[Link, LinkedThing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RenderMarkdown:
    """A text for the preview."""

    text: str

    async def __call__(self, platform: Platform) -> Rendered:
        from rustok_desktop.content.links import links_in
        from rustok_desktop.content.markdown import render

        html = await asyncio.to_thread(render, self.text)
        links = links_in(html)
        return Rendered(html, await platform.nodes.linked(platform.context(), links) if links else {})
