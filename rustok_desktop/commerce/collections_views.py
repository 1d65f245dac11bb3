"""What collections answer: plain records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One comparison of a rule; see the commands for the words."""

    field: str
    operator: str
    value: str | int


@dataclass(frozen=True, slots=True)
class RuleView:
    """Conditions of which all, or any (``match``), must hold."""

    match: str
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True)
class CollectionWordsView:
    """A collection's words in one language."""

    locale: str
    title: str
    handle: str


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """A line of the list. ``kind`` is ``manual`` or ``rule``; products in the trash do not count."""

    id: str
    version: int
    kind: str
    title: str
    count: int
    updated_at: str


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A whole collection but its members; ``version`` goes back with the next command."""

    id: str
    version: int
    kind: str
    rule: RuleView | None
    translations: dict[str, CollectionWordsView]
    count: int
    updated_at: str


@dataclass(frozen=True, slots=True)
class MemberView:
    """A product in a collection. Prices in minor units of the shop's money; ``on_hand`` None when not counted."""

    product_id: str
    position: int
    title: str
    status: str
    sku: str
    price_min: int | None
    price_max: int | None
    currency_code: str
    on_hand: int | None


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Members in order; ``next`` continues behind the last one, None at the end."""

    members: tuple[MemberView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would choose: how many, and the newest of them."""

    count: int
    sample: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class CollectionSaved:
    """What a command did; ``changed`` is empty when that was nothing."""

    collection_id: str
    version: int
    changed: tuple[str, ...]
    txid: str | None
