"""From prepared documents to the index, in one transaction.

Documents arrive in two temporary tables of the writer's connection: written there directly (small batches)
or copied from a staging file that a worker process filled. What follows is the same SQL for both, so an
index kept up step by step and a rebuilt one cannot differ.

A document is used only if its owner still has the version it was made from. If not, somebody saved in the
meantime, and that save's own event brings (or brought) the newer document: an old one never overwrites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.index.documents import shop_languages
from rustok_desktop.index.projection import Projection
from rustok_desktop.index.staged_sql import StagedSql
from rustok_desktop.index.tables import SCOPE_SIZE, TRASH
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_ADD_SCOPE = prepare(
    "INSERT INTO index_scopes (id, tenant_id, locale)"
    " SELECT coalesce(max(id), 0) + 1, :tenant, :locale FROM index_scopes WHERE true ON CONFLICT DO NOTHING"
)
_SCOPE = prepare("SELECT id FROM index_scopes WHERE tenant_id = :tenant AND locale = :locale")


@dataclass(frozen=True, slots=True)
class Stage:
    """Brings the rows of one projection up to date, inside a unit of work."""

    projection: Projection
    sql: StagedSql

    @classmethod
    def of(cls, projection: Projection) -> Stage:
        """The stage of a projection."""
        return cls(projection, StagedSql.of(projection))

    def project(self, uow: UnitOfWork, asked: Mapping[str, Sequence[str]]) -> None:
        """The rows of ``asked`` (shop -> ids), read in the same transaction."""
        self._begin(uow)
        build = self.projection.build
        for tenant, ids in asked.items():
            uow.run(self.sql.ask, tenant=tenant, ids=dumps(list(ids)))
            uow.run_many(self.sql.add, (document._asdict() for document in build(uow.all, tenant, ids)))
        self._apply(uow)

    def project_staged(self, uow: UnitOfWork, schema: str) -> None:
        """The same with documents from an attached staging file."""
        self._begin(uow)
        for table in ("documents", "asked"):
            here = f"temp.index_{self.projection.name}_{table}"
            uow.run(prepare(f"INSERT INTO {here} SELECT * FROM {schema}.index_{table}"))
        self._apply(uow)

    def remove(self, uow: UnitOfWork, rows: Iterable[tuple[Any, ...]]) -> int:
        """Remove index rows given as (id, search rowid); returns how many."""
        found = list(rows)
        if found:
            self.remove_hits(uow, [row[1] for row in found])
            ids = dumps([row[0] for row in found])
            for statement in self.sql.remove_rows:
                uow.run(statement, ids=ids)
        return len(found)

    def remove_hits(self, uow: UnitOfWork, ranks: Sequence[int]) -> None:
        """Remove rows of the search tables alone."""
        for statement in self.sql.remove_hits:
            uow.run(statement, ranks=dumps(ranks))

    def _begin(self, uow: UnitOfWork) -> None:
        for statement in self.sql.create + self.sql.clear:
            uow.run(statement)

    def _apply(self, uow: UnitOfWork) -> None:
        for (tenant,) in uow.all(self.sql.tenants):
            shop = shop_languages(uow.all, tenant)
            locales = list(shop.chains) if shop else []
            self.remove(uow, uow.all(self.sql.gone, tenant=tenant, locales=dumps(locales), trash=TRASH))
            for locale in locales:
                self._apply_scope(uow, tenant, locale)

    def _apply_scope(self, uow: UnitOfWork, tenant: str, locale: str) -> None:
        found = uow.one(_SCOPE, tenant=tenant, locale=locale)
        if found is None:
            uow.run(_ADD_SCOPE, tenant=tenant, locale=locale)
            found = uow.one(_SCOPE, tenant=tenant, locale=locale)
        assert found is not None
        scope = int(found[0])
        low = scope * SCOPE_SIZE
        last = uow.one(self.sql.last_id, low=low, high=low + TRASH - 1)
        assert last is not None
        uow.run(self.sql.clear_batch)
        if not uow.run(self.sql.fill_batch, tenant=tenant, locale=locale, last=last[0], trash=TRASH):
            return
        for statement in self.sql.replace_search:
            uow.run(statement)
        uow.run(self.sql.drop_tags)
        uow.run(self.sql.add_tags, scope=scope)
        uow.run(self.sql.upsert, scope=scope, now=uow.now)
