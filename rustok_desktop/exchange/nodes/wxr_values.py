"""Single values of WXR: times, addresses, names; and which names the exporter gives what only this program knows."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote

from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.text import RESERVED_HANDLES, slugify, strip_html
from rustok_desktop.exchange.nodes.wxr_xml import carried, plain
from rustok_desktop.exchange.nodes.xml_stream import Part

OWN = "_rustok"  # postmeta of our own exports: the node as JSON, what WXR has no place for
UPLOADS = "wp-content/uploads/"
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"
_NEVER = re.compile(r"0000-00-00")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch


def time_of(*texts: str) -> str | None:
    """The first of the texts that is a time, as events write it; WordPress writes zeros for none."""
    for text in texts:
        found = _parsed(text.strip())
        if found is not None:
            return found.astimezone(UTC).strftime(TIME)
    return None


def _parsed(text: str) -> datetime | None:
    if not text or _NEVER.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def slug_of(text: str) -> tuple[str | None, bool]:
    """An address as the shop writes them, and whether it says the same as the text; None for none."""
    plain = unquote(text).strip().strip("/").lower()
    if not plain:
        return None, True
    if _SLUG(plain) and plain not in RESERVED_HANDLES and len(plain) <= limits.HANDLE:
        return plain, True
    slug = slugify(plain)
    return (None if slug == "product" and not plain.startswith("product") else slug), False


def words_of(text: str) -> tuple[str, bool]:
    """A title without markup, and whether there was any."""
    plain = strip_html(text)
    return plain, "<" in text and plain != " ".join(text.split())


def digest(item: Part) -> str:
    """A fingerprint of what others can read of an item: another one was edited elsewhere since the export."""
    names = ("title", "content:encoded", "excerpt:encoded", "wp:post_name", "wp:status", "wp:post_type")
    told: list[Any] = [item.value(name).replace("\r\n", "\n").replace("\r", "\n") for name in names]
    told += sorted((part.attributes.get("domain", ""), part.text) for part in item.all("category"))
    return hashlib.sha256(dumps(told).encode()).hexdigest()[:32]


def own_record(part: Part, name: str = "wp:postmeta") -> dict[str, Any]:
    """What one of our own exports says of a thing; nothing for those of others."""
    for meta in part.all(name):
        if meta.value("wp:meta_key") == OWN:
            try:
                found = loads(meta.value("wp:meta_value"))
            except ValueError:
                return {}
            return found if isinstance(found, dict) else {}
    return {}


def same_titles(own: dict[str, Any], read: str, locale: str) -> dict[str, str]:
    """The titles by language that one of our exports remembers, unless the one that is read was edited since."""
    titles = own.get("titles")
    if not isinstance(titles, dict):
        return {}
    known = {str(language): str(title) for language, title in titles.items()}
    main = known.get(locale) or next(iter(known.values()), "")
    return known if plain(carried(main)) == read else {}
