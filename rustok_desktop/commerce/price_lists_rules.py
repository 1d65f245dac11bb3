"""Which price holds: given a variant's own price, what lists say, a currency, a quantity and a moment. Pure.

The rule, in order:

1. A list counts when it is active, not in the trash, in the asked currency, has begun and has not ended.
2. Of a list's prices for the variant only the one with the greatest quantity that is reached counts.
3. An *override* list replaces the variant's own price, higher or lower; the list of the highest priority wins.
4. A *sale* list then takes the price down; it never raises it. Of those that are lower the highest priority wins.
5. Equal priorities: the lower price; where those are equal too, the list that was made first (the smaller id).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SALE, OVERRIDE = "sale", "override"
DRAFT, ACTIVE = "draft", "active"
# What a list's own row says of it at a moment.
SCHEDULED, ENDED = "scheduled", "ended"
# Why a price of a list does not hold.
TRASHED, CURRENCY, QUANTITY, TIER, PRIORITY, NOT_LOWER = (
    "trashed", "currency", "quantity", "tier", "priority", "not_lower",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListTerms:
    """What of a list decides whether and how its prices hold. Times are UTC texts, which sort as they follow."""

    id: str
    name: str
    type: str
    status: str
    currency_code: str
    priority: int
    starts_at: str | None = None
    ends_at: str | None = None
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class ListOffer:
    """A variant's price in a list, from a quantity on; minor units."""

    terms: ListTerms
    min_quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A price that does not hold, and why: ``draft``, ``trashed``, ``scheduled``, ``ended``, ``currency``,
    ``quantity`` (too few), ``tier`` (the list has a better one), ``priority`` (another list wins) or ``not_lower``."""

    offer: ListOffer
    reason: str


@dataclass(frozen=True, slots=True)
class EffectivePrice:
    """The price that holds: of ``offer``, or the variant's own where that is None.

    ``standing`` is what a sale took it down from: the override's price, else the variant's own. ``amount`` is None for
    a variant without any price.
    """

    amount: int | None
    offer: ListOffer | None
    standing: int | None
    passed: tuple[PassedOver, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceStep:
    """From this quantity on this price holds."""

    from_quantity: int
    price: EffectivePrice


def state_at(terms: ListTerms, moment: str) -> str:
    """``draft``, ``scheduled``, ``active`` or ``ended``; the trash aside."""
    if terms.status != ACTIVE:
        return DRAFT
    if terms.starts_at is not None and moment < terms.starts_at:
        return SCHEDULED
    return ENDED if terms.ends_at is not None and moment >= terms.ends_at else ACTIVE


def effective_price(
    own: int | None, offers: Iterable[ListOffer], currency: str, quantity: int, moment: str
) -> EffectivePrice:
    """The price of one variant. The order of ``offers`` means nothing."""
    passed: list[PassedOver] = []
    reached = _reached(_counting(offers, currency, moment, passed), quantity, passed)
    override = _first([offer for offer in reached if offer.terms.type == OVERRIDE], passed)
    standing = override.amount if override is not None else own
    sales = []
    for offer in reached:
        if offer.terms.type == SALE:
            if standing is None or offer.amount < standing:
                sales.append(offer)
            else:
                passed.append(PassedOver(offer, NOT_LOWER))
    chosen = _first(sales, passed) or override
    amount = chosen.amount if chosen is not None else own
    passed.sort(key=lambda one: (one.offer.terms.id, one.offer.min_quantity))
    return EffectivePrice(amount, chosen, standing, tuple(passed))


def price_steps(own: int | None, offers: Sequence[ListOffer], currency: str, moment: str) -> tuple[PriceStep, ...]:
    """The price for every quantity from one on, as the quantities from which another one holds."""
    steps: list[PriceStep] = []
    for quantity in sorted({1, *(offer.min_quantity for offer in offers)}):
        price = effective_price(own, offers, currency, quantity, moment)
        if not steps or (price.amount, price.offer) != (steps[-1].price.amount, steps[-1].price.offer):
            steps.append(PriceStep(quantity, price))
    return tuple(steps)


def _counting(offers: Iterable[ListOffer], currency: str, moment: str, passed: list[PassedOver]) -> list[ListOffer]:
    counting = []
    for offer in offers:
        terms = offer.terms
        state = TRASHED if terms.trashed else state_at(terms, moment)
        reason = state if state != ACTIVE else "" if terms.currency_code == currency else CURRENCY
        if reason:
            passed.append(PassedOver(offer, reason))
        else:
            counting.append(offer)
    return counting


def _reached(offers: Iterable[ListOffer], quantity: int, passed: list[PassedOver]) -> list[ListOffer]:
    """Of each list the price with the greatest quantity that is not above ``quantity``."""
    best: dict[str, ListOffer] = {}
    for offer in offers:
        if offer.min_quantity > quantity:
            passed.append(PassedOver(offer, QUANTITY))
            continue
        other = best.get(offer.terms.id)
        if other is not None and other.min_quantity >= offer.min_quantity:
            passed.append(PassedOver(offer, TIER))
            continue
        if other is not None:
            passed.append(PassedOver(other, TIER))
        best[offer.terms.id] = offer
    return list(best.values())


def _first(offers: list[ListOffer], passed: list[PassedOver]) -> ListOffer | None:
    """The winner among lists of one type; the others are passed over."""
    if not offers:
        return None
    winner, *others = sorted(offers, key=lambda offer: (-offer.terms.priority, offer.amount, offer.terms.id))
    passed.extend(PassedOver(offer, PRIORITY) for offer in others)
    return winner
