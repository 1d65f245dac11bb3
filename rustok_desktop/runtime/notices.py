"""What a face learns when data changed: enough to decide what to read again, never the data itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

# The kind of a notice that lists and search wait for: the read model now shows what the ids name.
INDEX = "index"
MAX_IDS = 500


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """All changes of a short while, taken together.

    ``kinds`` are aggregate types (``product``, ``tenant``…) and ``index`` once the read model has caught up
    with them; ``ids`` the aggregates; ``txids`` the transactions, so that whoever made a change can skip its
    own. ``bulk``: too many to name, ``ids`` and ``txids`` are empty, read everything in view again.
    """

    kinds: frozenset[str]
    ids: frozenset[str]
    txids: frozenset[str]
    head: int
    bulk: bool = False

    def merged(self, later: ChangeNotice) -> ChangeNotice:
        """This notice and a later one as a single notice."""
        return ChangeNotice(
            kinds=self.kinds | later.kinds,
            ids=self.ids | later.ids,
            txids=self.txids | later.txids,
            head=max(self.head, later.head),
            bulk=self.bulk or later.bulk,
        ).limited()

    def limited(self) -> ChangeNotice:
        """The same, as a bulk notice when it names more than ``MAX_IDS`` aggregates or transactions."""
        if self.bulk or max(len(self.ids), len(self.txids)) > MAX_IDS:
            return replace(self, ids=frozenset(), txids=frozenset(), bulk=True)
        return self
