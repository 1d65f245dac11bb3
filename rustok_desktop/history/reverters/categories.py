"""Categories: words, places in the tree, and the products and nodes in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history import statements as history_sql
from rustok_desktop.history.reverters.paths import PathReverter, acts, places, reordered, words_of
from rustok_desktop.history.reverting import State, Work, changes_of, same
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import categories
from rustok_desktop.taxonomy import statements as sql
from rustok_desktop.taxonomy.placing import nodes_in, products_in
from rustok_desktop.taxonomy.queries import best
from rustok_desktop.taxonomy.schemas import DeleteCategory, MoveCategory, RestoreCategory, UpdateCategory
from rustok_desktop.taxonomy.words import stored_words, word_changes

_WORDS = ("name", "slug", "description")
_ACTS = acts("category")


class CategoryReverter(PathReverter):
    """Acts on a tree are turned one after the other: the parent is back before its children."""

    kind = "category"
    resource = Resource.CATEGORIES
    acts: Mapping[str, str] = _ACTS
    rank = 2
    ordered = True
    fields = frozenset({*_WORDS, "parent_id", "position", "products", "nodes"})
    soft = frozenset({"position", "products", "nodes"})

    def state(self, work: Work, thing_id: str) -> State:
        """Words, parent, place, ``products/<id>``: their place in the list, and ``nodes/<id>``."""
        tree = categories.load_tree(work.uow, work.ctx)
        if thing_id not in tree:
            return {}
        words = word_changes({}, stored_words(work.uow, work.ctx, thing_id))
        found: State = {path: pair[1] for path, pair in words.items()}
        if tree.parent(thing_id) is not None:
            found["parent_id"] = tree.parent(thing_id)
        found["position"] = tree.index(thing_id)
        products = products_in(work.uow, work.ctx, thing_id)
        found |= {f"nodes/{node_id}": True for node_id in nodes_in(work.uow, work.ctx, thing_id)}
        return found | {f"products/{product_id}": place for place, product_id in enumerate(products)}

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        row = work.uow.one(sql.VERSION, at_tenant_id=work.ctx.tenant_id, at_id=thing_id)
        return int(row[0]) if row is not None else None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """In the asked language, else in any."""
        words = {locale: view.name for locale, view in stored_words(uow, ctx, thing_id).items()}
        return best([ctx.locale], words)

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """A creation that is done again finds what was in the category when it was taken back."""
        now, wanted = super().plan(work, thing_id, events, back=back)
        if not back and wanted and not now:
            wanted = self._left_behind(work, thing_id) | wanted
        return now, wanted

    def _left_behind(self, work: Work, thing_id: str) -> State:
        row = work.uow.one(history_sql.LAST_DELETION, thing_id=thing_id, tenant_id=work.ctx.tenant_id)
        changes = changes_of(loads(row[0])) if row is not None else {}
        return {path: was for path, (was, _) in changes.items() if path.startswith(("products/", "nodes/"))}

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Gone, back, or another name, place and list."""
        if not wanted:
            if now:
                require(work.ctx, Resource.CATEGORIES, Action.DELETE)
                categories.delete(work.ctx, work.bus, DeleteCategory(category_id=thing_id), work.uow)
        elif not now:
            require(work.ctx, Resource.CATEGORIES, Action.CREATE)
            self._bring_back(work, thing_id, wanted)
        else:
            self._change(work, thing_id, now, wanted)

    def _bring_back(self, work: Work, thing_id: str, wanted: State) -> None:
        parent_id = wanted.get("parent_id")
        tree = categories.load_tree(work.uow, work.ctx)
        if work.reason == "restore" and parent_id is not None and parent_id not in tree:
            parent_id = None  # deleted as well: better at the top than not at all
        order = reordered((), {}, places(wanted, "products"))
        given = {
            "category_id": thing_id,
            "parent_id": parent_id,
            "index": wanted.get("position"),
            "translations": words_of(wanted, _WORDS),
            "products": order,
            "nodes": list(places(wanted, "nodes")),
        }
        categories.restore(work.ctx, work.bus, RestoreCategory.model_validate(given), work.uow)

    def _change(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        words: dict[str, object] = dict.fromkeys(words_of(now, _WORDS))
        words |= words_of(wanted, _WORDS)
        update = UpdateCategory.model_validate({"category_id": thing_id, "translations": words})
        categories.update(work.ctx, work.bus, update, work.uow)
        if any(not same(now.get(path), wanted.get(path)) for path in ("parent_id", "position")):
            siblings = categories.load_tree(work.uow, work.ctx).children(wanted.get("parent_id"))
            index = min(wanted.get("position", len(siblings)), len(siblings))
            move = MoveCategory(category_id=thing_id, parent_id=wanted.get("parent_id"), index=index)
            categories.move(work.ctx, work.bus, move, work.uow)
        was, becomes = places(now, "products"), places(wanted, "products")
        if was != becomes:
            order = reordered(list(was), was, becomes)
            categories.arrange(work.ctx, work.bus, thing_id, order, work.uow)
