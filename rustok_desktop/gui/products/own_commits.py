"""Which news of changes an editor caused itself."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from rustok_desktop.commerce.views import Saved

_UNKNOWN: Final = frozenset({""})  # some change of which nobody knows whose it is


class OwnCommits:
    """The news of a save may come before its answer, which alone says that it was our own. News that come while a
    product is being saved are therefore put off, and judged when the answer is here."""

    def __init__(self) -> None:
        self._own: set[str] = set()
        self._put_off: dict[str, Set[str]] = {}

    def made(self, saved: Saved) -> None:
        """This commit is our own."""
        if saved.txid is not None:
            self._own.add(saved.txid)

    def foreign(self, txids: Set[str]) -> bool:
        """Whether somebody else may have a part in these."""
        return not txids or not txids <= self._own

    def put_off(self, product_id: str, txids: Set[str] = _UNKNOWN) -> None:
        """Something of a product was recorded while it is being saved."""
        self._put_off[product_id] = self._put_off.get(product_id, frozenset()) | (txids or _UNKNOWN)

    def due(self, product_id: str) -> bool:
        """Whether what was put off says that the product has to be read again."""
        txids = self._put_off.pop(product_id, None)
        return txids is not None and self.foreign(txids)
