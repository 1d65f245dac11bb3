"""What is known of a shop: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tenant:
    """A shop of this installation. ``slug`` is how commands name it."""

    id: str
    slug: str
    name: str
    default_locale: str
    currency_code: str


@dataclass(frozen=True, slots=True)
class LocaleView:
    """A language the shop writes in; where a text is missing, ``fallback_locale`` is tried next."""

    locale: str
    name: str
    is_default: bool
    is_enabled: bool
    fallback_locale: str | None
