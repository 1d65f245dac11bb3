"""What the Redirects page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.content.views import RedirectView

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

_MOST = 10_000  # more are not for reading


@dataclass(frozen=True, slots=True)
class ReadRedirects:
    """All old addresses."""

    async def __call__(self, platform: Platform) -> tuple[RedirectView, ...]:
        ctx = platform.context()
        found: list[RedirectView] = []
        while part := await platform.nodes.redirects(ctx, found[-1] if found else None):
            found += part
            if len(found) >= _MOST:
                break
        return tuple(found)


@dataclass(frozen=True, slots=True)
class LeadOn:
    """An old address that is to lead to a node; answers the id of the step, for taking it back."""

    node_id: str
    locale: str
    slug: str

    async def __call__(self, platform: Platform) -> str:
        from rustok_desktop.content.schemas import AddRedirect

        command = AddRedirect(node_id=self.node_id, locale=self.locale, slug=self.slug)
        ctx = platform.context().with_new_correlation()
        await platform.nodes.add_redirect(ctx, command)
        return ctx.correlation_id or ""


@dataclass(frozen=True, slots=True)
class EndRedirects:
    """Old addresses that are to lead nowhere, in one step; answers its id."""

    redirect_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> str:
        from rustok_desktop.content.schemas import RemoveRedirect

        ctx = platform.context().with_new_correlation()
        for redirect_id in self.redirect_ids:
            await platform.nodes.remove_redirect(ctx, RemoveRedirect(redirect_id=redirect_id))
        return ctx.correlation_id or ""
