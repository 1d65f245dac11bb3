"""Which price holds: the written rule, case by case, and what must be true of any lists at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.price_lists_rules import (
    ListOffer,
    ListTerms,
    effective_price,
    price_steps,
    state_at,
)

NOW = "2026-11-28T10:00:00.000000Z"
BEFORE, AFTER = "2026-11-01T00:00:00.000000Z", "2026-12-24T00:00:00.000000Z"


def terms(name: str = "a", **given: object) -> ListTerms:
    fields: dict[str, object] = {"type": "sale", "status": "active", "currency_code": "USD", "priority": 0}
    return ListTerms(name, name, **(fields | given))  # type: ignore[arg-type]


def offer(amount: int, quantity: int = 1, name: str = "a", **given: object) -> ListOffer:
    return ListOffer(terms(name, **given), quantity, amount)


def price(own: int | None, *offers: ListOffer, quantity: int = 1, currency: str = "USD", at: str = NOW) -> int | None:
    return effective_price(own, offers, currency, quantity, at).amount


def why(own: int | None, *offers: ListOffer, quantity: int = 1) -> dict[tuple[str, int], str]:
    found = effective_price(own, offers, "USD", quantity, NOW)
    return {(one.offer.terms.id, one.offer.min_quantity): one.reason for one in found.passed}


def test_without_lists_the_own_price_holds() -> None:
    found = effective_price(1000, [], "USD", 1, NOW)
    assert (found.amount, found.offer, found.standing, found.passed) == (1000, None, 1000, ())
    assert price(None) is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"status": "draft"}, "draft"),
        ({"trashed": True}, "trashed"),
        ({"starts_at": AFTER}, "scheduled"),
        ({"ends_at": BEFORE}, "ended"),
        ({"ends_at": NOW}, "ended"),
        ({"currency_code": "EUR"}, "currency"),
    ],
)
def test_a_list_that_does_not_count_says_why(given: dict[str, object], reason: str) -> None:
    listed = offer(500, **given)
    assert price(1000, listed) == 1000
    assert why(1000, listed) == {("a", 1): reason}


def test_a_list_holds_from_its_start_up_to_its_end() -> None:
    listed = offer(500, starts_at=NOW, ends_at=AFTER)
    assert price(1000, listed) == 500
    assert price(1000, listed, at=BEFORE) == 1000
    assert price(1000, listed, at=AFTER) == 1000


def test_the_greatest_quantity_that_is_reached_counts() -> None:
    tiers = [offer(900), offer(800, 10), offer(700, 100)]
    assert [price(1000, *tiers, quantity=quantity) for quantity in (1, 9, 10, 99, 100, 5000)] == [
        900, 900, 800, 800, 700, 700,
    ]  # fmt: skip
    assert why(1000, *tiers, quantity=10) == {("a", 1): "tier", ("a", 100): "quantity"}


def test_a_tier_may_cost_more_than_the_one_below_it() -> None:
    assert price(1000, offer(700), offer(900, 10), quantity=10) == 900


def test_an_override_replaces_and_a_sale_lowers() -> None:
    dearer = offer(1500, name="o", type="override")
    assert price(1000, dearer) == 1500
    assert price(1000, dearer, offer(1200)) == 1200
    assert effective_price(1000, [dearer, offer(1200)], "USD", 1, NOW).standing == 1500
    assert price(1000, offer(1200)) == 1000
    assert why(1000, offer(1200)) == {("a", 1): "not_lower"}
    assert why(1000, offer(1000)) == {("a", 1): "not_lower"}
    assert price(None, offer(1200)) == 1200


def test_the_higher_priority_wins_among_lists_of_a_type() -> None:
    assert price(1000, offer(500, name="a"), offer(800, name="b", priority=1)) == 800
    assert why(1000, offer(500, name="a"), offer(800, name="b", priority=1)) == {("a", 1): "priority"}
    overrides = [offer(2000, name="a", type="override", priority=3), offer(900, name="b", type="override")]
    assert price(1000, *overrides) == 2000


def test_a_sale_that_is_not_lower_leaves_the_place_to_one_that_is() -> None:
    assert price(1000, offer(1100, name="a", priority=9), offer(800, name="b")) == 800


def test_equal_priorities_are_decided_by_the_price_and_then_by_age() -> None:
    assert price(1000, offer(700, name="b"), offer(800, name="a")) == 700
    found = effective_price(1000, [offer(700, name="b"), offer(700, name="a")], "USD", 1, NOW)
    assert found.offer is not None
    assert found.offer.terms.id == "a"


def test_steps_name_the_quantities_from_which_another_price_holds() -> None:
    offers = [offer(900, 5), offer(950, 3, name="b", type="override"), offer(990, 20)]
    steps = price_steps(1000, offers, "USD", NOW)
    assert [(step.from_quantity, step.price.amount) for step in steps] == [(1, 1000), (3, 950), (5, 900), (20, 950)]


def test_states() -> None:
    assert [state_at(terms(**given), NOW) for given in (
        {}, {"status": "draft"}, {"starts_at": AFTER}, {"starts_at": NOW}, {"ends_at": NOW}, {"ends_at": AFTER},
    )] == ["active", "draft", "scheduled", "active", "ended", "active"]  # fmt: skip


# -- of any lists at all -------------------------------------------------------------------------------

MOMENTS = [BEFORE, "2026-11-15T00:00:00.000000Z", NOW, "2026-12-01T00:00:00.000000Z", AFTER]
AMOUNTS, QUANTITIES = st.integers(0, 2000), st.integers(1, 30)
TERMS = st.builds(
    ListTerms,
    id=st.sampled_from("abcdefgh"),
    name=st.just("list"),
    type=st.sampled_from(["sale", "override"]),
    status=st.sampled_from(["active", "active", "draft"]),
    currency_code=st.sampled_from(["USD", "USD", "EUR"]),
    priority=st.integers(0, 3),
    starts_at=st.one_of(st.none(), st.sampled_from(MOMENTS)),
    ends_at=st.one_of(st.none(), st.sampled_from(MOMENTS)),
    trashed=st.sampled_from([False, False, True]),
)
LISTS = st.lists(TERMS, max_size=5, unique_by=lambda one: one.id)


@st.composite
def offers_of(draw: st.DrawFn) -> list[ListOffer]:
    """Prices of some lists, each quantity once in a list."""
    found = []
    for listed in draw(LISTS):
        for quantity in draw(st.lists(QUANTITIES, max_size=4, unique=True)):
            found.append(ListOffer(listed, quantity, draw(AMOUNTS)))
    return found


OWN = st.one_of(st.none(), AMOUNTS)


@given(OWN, offers_of(), QUANTITIES, st.sampled_from(MOMENTS), st.randoms())
def test_the_order_of_lists_does_not_matter(own, offers, quantity, at, shuffler) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(offers)
    shuffler.shuffle(shuffled)
    assert effective_price(own, offers, "USD", quantity, at) == effective_price(own, shuffled, "USD", quantity, at)


@given(OWN, offers_of(), QUANTITIES, st.sampled_from(MOMENTS), TERMS, AMOUNTS, QUANTITIES)
def test_a_list_that_does_not_count_never_changes_the_price(own, offers, quantity, at, other, amount, tier) -> None:  # type: ignore[no-untyped-def]
    before = effective_price(own, offers, "USD", quantity, at)
    fresh = replace(other, id="new")
    for idle in (
        replace(fresh, status="draft"),
        replace(fresh, trashed=True),
        replace(fresh, currency_code="EUR"),
        replace(fresh, starts_at="2027-01-01T00:00:00.000000Z", ends_at=None),
        replace(fresh, starts_at=None, ends_at=BEFORE),
    ):
        after = effective_price(own, [*offers, ListOffer(idle, tier, amount)], "USD", quantity, at)
        assert (after.amount, after.offer, after.standing) == (before.amount, before.offer, before.standing)


@given(OWN, offers_of(), QUANTITIES, st.sampled_from(MOMENTS))
def test_what_holds_is_reached_current_and_the_best_tier_of_its_list(own, offers, quantity, at) -> None:  # type: ignore[no-untyped-def]
    found = effective_price(own, offers, "USD", quantity, at)
    chosen = found.offer
    if chosen is None:
        assert found.amount == own
        return
    assert chosen.min_quantity <= quantity
    assert state_at(chosen.terms, at) == "active"
    assert (chosen.terms.trashed, chosen.terms.currency_code) == (False, "USD")
    better = [o for o in offers if o.terms.id == chosen.terms.id and chosen.min_quantity < o.min_quantity <= quantity]
    assert better == []
    if chosen.terms.type == "sale" and found.standing is not None:
        assert chosen.amount < found.standing


@given(OWN, offers_of(), QUANTITIES, st.sampled_from(MOMENTS))
def test_every_price_holds_or_says_why_not(own, offers, quantity, at) -> None:  # type: ignore[no-untyped-def]
    found = effective_price(own, offers, "USD", quantity, at)
    told = [one.offer for one in found.passed] + ([found.offer] if found.offer else [])
    replaced = [o for o in offers if o not in told]  # the override that a sale took down
    assert len(replaced) <= 1
    assert all(o.terms.type == "override" and found.offer is not None for o in replaced)


@given(OWN, offers_of(), st.sampled_from(MOMENTS), QUANTITIES)
def test_steps_say_the_same_as_asking_for_each_quantity(own, offers, at, quantity) -> None:  # type: ignore[no-untyped-def]
    steps = [step for step in price_steps(own, offers, "USD", at) if step.from_quantity <= quantity]
    assert steps[-1].price.amount == effective_price(own, offers, "USD", quantity, at).amount
