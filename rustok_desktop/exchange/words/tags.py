"""Languages as other programs write them, and which of the shop's is meant: ``ru-RU`` where the shop has ``ru``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from rustok_desktop.core.errors import UserError
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.exchange.nodes.drafts import Note
from rustok_desktop.exchange.words.units import Languages

_TAG = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]{1,8})+", re.ASCII).fullmatch  # zh-Hans-CN, de-1996


def read_tag(text: str) -> str:
    """A language as the shop would write it; one with a script or a variant as it stands. ValueError otherwise."""
    try:
        return normalize_locale(text)
    except ValueError:
        if _TAG(text.strip()) is None:
            raise
        return text.strip().replace("_", "-")


def matched(said: Languages, enabled: Iterable[str], path: Path) -> tuple[Languages, list[Note]]:
    """The shop's languages that a file means, with a note for each that is written otherwise there.

    UserError for one that the shop does not have, or that could be two of the shop's.
    """
    shop = sorted(enabled)
    found = {tag: _meant(tag, shop, path) for tag in (said.source, said.target)}
    unknown = [tag for tag, meant in found.items() if meant is None]
    if unknown:
        raise UserError("texts_language_off", path=path.name, languages=", ".join(unknown))
    others = {tag: meant for tag, meant in found.items() if tag != meant}
    notes = [Note("texts_language_taken", {"found": tag, "taken": meant}) for tag, meant in others.items()]
    return Languages(str(found[said.source]), str(found[said.target])), notes


def _meant(tag: str, shop: list[str], path: Path) -> str | None:
    if tag in shop:
        return tag
    primary = tag[:2].lower()
    alike = [locale for locale in shop if locale.partition("-")[0] == primary]
    if len(alike) > 1:
        raise UserError("texts_language_unclear", path=path.name, found=tag, languages=", ".join(alike))
    return alike[0] if alike else None
