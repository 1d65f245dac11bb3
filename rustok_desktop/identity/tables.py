"""Shops in this installation and the languages each one writes in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

tenants = Table(
    "tenants",
    metadata,
    Column("id", ID, primary_key=True),
    Column("slug", String(limits.TENANT_SLUG), nullable=False, unique=True),
    Column("name", String(limits.NAME), nullable=False),
    Column("default_locale", String(limits.LOCALE), nullable=False),
    Column("currency_code", String(limits.CURRENCY), nullable=False),
    Column("settings", Text, nullable=False),
    Column("is_active", Boolean(create_constraint=False), nullable=False),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
)

tenant_locales = Table(
    "tenant_locales",
    metadata,
    Column("id", ID, primary_key=True),
    Column("tenant_id", ID, ForeignKey("tenants.id", ondelete="CASCADE"), nullable=False),
    Column("locale", String(limits.LOCALE), nullable=False),
    Column("name", String(limits.NAME), nullable=False),
    Column("is_default", Boolean(create_constraint=False), nullable=False),
    Column("is_enabled", Boolean(create_constraint=False), nullable=False),
    Column("fallback_locale", String(limits.LOCALE)),
    Column("created_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "locale", name="uq_tenant_locales_tenant_locale"),
)

Index("ix_tenant_locales_tenant", tenant_locales.c.tenant_id, tenant_locales.c.is_enabled)

# Money besides the shop's main one, in the order in which people want to see it.
tenant_currencies = Table(
    "tenant_currencies",
    metadata,
    Column("tenant_id", ID, ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True),
    Column("currency_code", String(limits.CURRENCY), primary_key=True),
    Column("position", Integer, nullable=False),
)
