"""Which of the shop's own pictures a node shows: found in what is written, never told by hand."""

from __future__ import annotations

import re

from rustok_desktop.content import statements as sql
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork

_REFERENCE = re.compile(r"media:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


def references(text: str) -> set[str]:
    """The ids of pictures a text names as ``media:<id>``."""
    return set(_REFERENCE.findall(text))


def follow(uow: UnitOfWork, ctx: Context, node_id: str) -> None:
    """Bring ``node_media`` up to what the node's fields, bodies and drafts name now; ids of no picture are passed over.

    A picture in a draft counts too: it must not be cleaned up while somebody is writing.
    """
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": node_id}
    named: set[str] = set()
    for (text,) in uow.all(sql.TEXTS_WITH_PICTURES, **at):
        if text:
            named |= references(text)
    known = {row[0] for row in uow.all(sql.PICTURES, **at)}
    new = sorted(named - known)
    for media_id in sorted(known - named):
        uow.run(sql.DELETE_PICTURE, media_id=media_id, **at)
    if new:
        for (media_id,) in uow.all(sql.KNOWN_MEDIA, at_tenant_id=ctx.tenant_id, ids=dumps(new)):
            uow.run(sql.INSERT_PICTURE, node_id=node_id, media_id=media_id, tenant_id=ctx.tenant_id)
