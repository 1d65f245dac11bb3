"""Pictures of the shop: one row per content and shop; the content itself is a file named after its checksum."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

media = Table(
    "media",
    metadata,
    Column("id", ID, primary_key=True),
    Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False),
    Column("uploaded_by", ID),
    Column("filename", String(limits.FILE_NAME), nullable=False),  # the given name, its ending made to fit the content
    Column("original_name", String(limits.FILE_NAME), nullable=False),
    Column("mime_type", String(limits.MIME_TYPE), nullable=False),
    Column("size", BigInteger, nullable=False),  # bytes as stored
    Column("sha256", String(64), nullable=False),  # of what is stored
    Column("storage_path", String(limits.STORAGE_PATH), nullable=False),  # below the folder of media, with "/"
    Column("storage_driver", String(limits.STATUS), nullable=False),  # local
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("metadata", Text, nullable=False),  # JSON object: frames
    Column("find_text", Text, nullable=False),  # folded name, titles and alternative texts
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at the upload
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "sha256", name="uq_media_tenant_sha256"),
)
Index("ix_media_tenant", media.c.tenant_id, media.c.id)
Index("ix_media_sha256", media.c.sha256)

media_translations = Table(
    "media_translations",
    metadata,
    Column("media_id", ID, ForeignKey("media.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(limits.LOCALE), primary_key=True),
    Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False),
    Column("title", String(limits.TITLE)),
    Column("alt_text", String(limits.ALT_TEXT)),
)
