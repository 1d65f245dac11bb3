"""Tags: names and slugs, merges and removals. Which product carries which tag is the products' own history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Resource
from rustok_desktop.history.reverters.paths import PathReverter, words_of
from rustok_desktop.history.reverting import EDIT, PURGE, TRASH, State, Work
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import tag_edits
from rustok_desktop.taxonomy import tag_statements as sql
from rustok_desktop.taxonomy.attaching import default_locale
from rustok_desktop.taxonomy.ports import TagLists
from rustok_desktop.taxonomy.schemas import MergeTags

# A creation follows from a product's list, so it is nobody's act.
_ACTS = {"tag.updated": EDIT, "tag.deleted": TRASH, "tag.purged": PURGE}
_INTO = "merged_into"


class TagReverter(PathReverter):
    """Moves after the products: a tag that comes back finds its name in their lists and is attached again."""

    kind = "tag"
    resource = Resource.PRODUCTS
    acts: Mapping[str, str] = _ACTS
    rank = 1
    fields = frozenset({"name", "slug", _INTO})
    soft = frozenset({_INTO})

    def __init__(self, owners: Sequence[TagLists]) -> None:
        self._owners = owners

    def state(self, work: Work, thing_id: str) -> State:
        """``name`` in the lists, names in other languages, slugs in all."""
        return dict(tag_edits.fields(work.uow, work.ctx, thing_id))

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        row = work.uow.one(sql.TAG, at_tenant_id=work.ctx.tenant_id, at_id=thing_id)
        return int(row[3]) if row is not None else None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """As it stands in the lists."""
        row = uow.one(sql.TAG, at_tenant_id=ctx.tenant_id, at_id=thing_id)
        return str(row[1]) if row is not None else ""

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Other words in one step with the products' lists, or merged and removed again."""
        if "name" in wanted:
            home = default_locale(work.uow, work.ctx)
            texts = words_of(wanted, ("name", "slug"))
            words = {
                locale: (str(text["name"] or wanted["name"]), str(text["slug"] or ""))
                for locale, text in texts.items()
                if text["name"] or locale == home
            }
            tag_edits.put(work.ctx, work.bus, self._owners, thing_id, wanted["name"], words, work.uow)
        elif not now:
            return
        elif _INTO in wanted:
            merge = MergeTags(tag_id=thing_id, into_id=wanted[_INTO])
            tag_edits.merge(work.ctx, work.bus, self._owners, merge, work.uow)
        else:
            tag_edits.remove(work.ctx, work.bus, self._owners, thing_id, work.uow)

    def _gone(self, left: State) -> State:
        return {path: value for path, value in left.items() if path == _INTO} | super()._gone(left)
