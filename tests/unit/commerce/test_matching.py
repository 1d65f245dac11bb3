"""When two products look like one, and that all such pairs are found without comparing each with each."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.commerce.matching import (
    BARCODE,
    NEAR_TITLE,
    SKU,
    TITLE,
    barcode_key,
    is_typo,
    nearness,
    sku_key,
    without_a_letter,
    words_of,
)
from rustok_desktop.commerce.matching_search import Group, Matcher
from rustok_desktop.core import limits

SAME = [
    ("Coffee mug", "  coffee   MUG "),
    ("Coffee mug, white", "White coffee mug"),
    ("T-shirt", "T shirt"),
    ("Ёлка высокая", "елка-высокая!"),
    ("Café crème 500g", "cafe creme 500 g"),
    ("Rope 1,5 m", "Rope 1.5 m"),
    ("★★★", " ★ ★★"),
]
NEAR = [
    ("Arabica coffee beans from Ethiopia", "Arabica coffee beans Ethiopia"),
    ("Leather wallet brown", "Leather walet brown"),
    ("Leather wallet brown", "Leather wallte brown"),
    ("Кожаный кошелёк коричневый", "Кожанный кошелек коричневый"),
    ("Garden hose 20 m with reel, green", "Garden hose 20 m with reel, greem"),
]
APART = [
    ("T-shirt organic cotton crew neck red", "T-shirt organic cotton crew neck blue"),
    ("Garden hose 20 m with reel", "Garden hose 25 m with reel"),
    ("Phone 12", "Phone 12 Pro"),
    ("Rope 1.5 m", "Rope 15 m"),
    ("Mug", "Jug"),
    ("Sofa", "Soda"),
    ("Coffee mug", "Coffee cup"),
    ("★★★", "★★"),
    ("5 x 2", "2 x 52"),
    ("Garden hose with reel, green", "Garden hose with reel, green, 5"),
    ("Calculator 123456", "Calculator 123457"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_titles_that_say_the_same(one: str, other: str) -> None:
    assert nearness(one, other) == 1.0


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_titles_that_are_near(one: str, other: str) -> None:
    found = nearness(one, other)
    assert found is not None
    assert 0.85 <= found < 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_titles_of_different_products(one: str, other: str) -> None:
    assert nearness(one, other) is None


WORDS = st.sampled_from(
    ("coffee", "cofee", "coffees", "coffe", "wallet", "walet", "red", "blue", "with", "x", "2", "20", "2.5", "кошелёк")
)
TITLES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(TITLES, TITLES)
def test_nearness_goes_both_ways(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one)


@given(TITLES, st.randoms(use_true_random=False))
def test_case_blanks_order_and_punctuation_do_not_count(title: str, random: object) -> None:
    words = title.upper().split()
    random.shuffle(words)  # type: ignore[attr-defined]
    assert nearness(title, f"  {',   '.join(words)}!") == 1.0


@given(st.text(alphabet="abcde", min_size=1, max_size=8), st.text(alphabet="abcde", min_size=1, max_size=8))
def test_words_one_letter_apart_meet_without_a_letter(one: str, other: str) -> None:
    assert is_typo(one, other) == is_typo(other, one)
    if is_typo(one, other):
        assert without_a_letter(one) & without_a_letter(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4006381333931", "04006381333931", True),
        ("036000291452", "0036000291452", True),
        ("4006 381 333931", "4006381333931", True),
        ("14006381333938", "4006381333931", False),  # a case of them is another trade item
        ("123", "0123", False),  # the shop's own numbers
        ("ab-1", "AB1", True),
    ],
)
def test_barcodes_of_one_trade_item(one: str, other: str, same: bool) -> None:
    assert (barcode_key(one) == barcode_key(other)) is same


@given(st.text(alphabet="aB9.", min_size=1, max_size=8))
def test_skus_without_case_blanks_and_hyphens(sku: str) -> None:
    assert sku_key(sku) == sku_key(f" {'-'.join(sku.swapcase())} ")
    assert sku_key(sku) != sku_key(f"{sku}1")


# -- finding ---------------------------------------------------------------------------------------


def _found(titles: dict[str, str], distinct: list[list[str]] | None = None) -> list[Group]:
    matcher = Matcher(distinct or [])
    for product_id, title in titles.items():
        matcher.add_title(product_id, "en", title)
    return matcher.groups()


def _pairs(groups: list[Group]) -> set[tuple[str, ...]]:
    return {
        pair for group in groups for reason in group.reasons for pair in combinations(sorted(reason.product_ids), 2)
    }


@st.composite
def families(draw: st.DrawFn) -> list[str]:
    """Titles, some of them made of one another: a word more, a word less, a letter less."""
    titles = draw(st.lists(TITLES, min_size=1, max_size=4))
    for _ in range(draw(st.integers(0, 6))):
        words = draw(st.sampled_from(titles)).split()
        at = draw(st.integers(0, len(words) - 1))
        change = draw(st.sampled_from(["more", "less", "letter"]))
        if change == "more":
            words.insert(at, draw(WORDS))
        elif change == "letter" or len(words) == 1:
            words[at] = words[at][1:] or words[at]
        else:
            del words[at]
        titles.append(" ".join(words))
    return titles


@given(families())
def test_it_finds_just_what_comparing_each_with_each_finds(titles: list[str]) -> None:
    named = {f"p{number:02}": title for number, title in enumerate(titles)}
    alike = {
        (one, other): nearness(named[one], named[other])
        for one, other in combinations(named, 2)
        if nearness(named[one], named[other]) is not None
    }
    groups = _found(named)
    if all(len(group.reasons) < limits.REASONS_PER_GROUP for group in groups):
        assert _pairs(groups) == alike.keys()
        told = {r.product_ids: r.nearness for g in groups for r in g.reasons if r.kind == NEAR_TITLE}
        assert told == {pair: found for pair, found in alike.items() if found != 1.0}


@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_reading_makes_no_difference(titles: list[str], random: object) -> None:
    named = [(f"p{number:02}", title) for number, title in enumerate(titles)]
    groups = _found(dict(named))
    random.shuffle(named)  # type: ignore[attr-defined]
    again = _found(dict(named))
    assert [(g.product_ids, g.total) for g in groups] == [(g.product_ids, g.total) for g in again]
    assert _pairs(groups) == _pairs(again)


def test_codes_make_groups_and_say_why() -> None:
    matcher = Matcher()
    matcher.add_code("b", "MUG-1", "4006381333931")
    matcher.add_code("a", "mug 1", None)
    matcher.add_code("c", None, "04006381333931")
    matcher.add_code("c", "X", None)
    matcher.add_code("c", "x ", None)  # two variants of one product are no two products
    matcher.add_title("b", "en", "Mug")
    matcher.add_title("d", "ru", "Mug")
    (group,) = matcher.groups()
    assert group.product_ids == ("a", "b", "c")
    assert [(r.kind, r.value, r.product_ids) for r in group.reasons] == [
        (BARCODE, "04006381333931", ("b", "c")),
        (SKU, "mug1", ("a", "b")),
    ]


def test_the_surest_come_first() -> None:
    matcher = Matcher()
    for number, title in enumerate(["Leather wallet brown", "Leather walet brown", "Mug", "mug"]):
        matcher.add_title(f"t{number}", "en", title)
    matcher.add_code("x", "A1", None)
    matcher.add_code("y", "a-1", None)
    matcher.add_code("u", None, "code")
    matcher.add_code("v", None, "CODE")
    assert [group.reasons[0].kind for group in matcher.groups()] == [BARCODE, SKU, TITLE, NEAR_TITLE]


def test_products_told_apart_stay_apart_and_new_ones_are_found() -> None:
    titles = {"a": "Mug", "b": "mug", "c": "MUG"}
    assert _found({"a": "Mug", "b": "mug"}, [["a", "b"]]) == []
    assert _pairs(_found(titles, [["a", "b"]])) == {("a", "c"), ("b", "c")}
    assert _pairs(_found(titles, [["a", "b"], ["c", "x"]])) == {("a", "c"), ("b", "c")}
    assert _found({"a": "Leather wallet", "b": "Leather walet"}, [["b", "a", "c"]]) == []


def test_a_big_group_is_counted_and_cut() -> None:
    (group,) = _found({f"p{number:03}": "Mug" for number in range(70)})
    assert (len(group.product_ids), group.total) == (limits.DUPLICATES_PER_GROUP, 70)
    assert group.reasons[0].product_ids == group.product_ids
    assert group.product_ids[0] == "p000"


def test_a_title_without_words_is_compared_as_it_stands() -> None:
    assert words_of("★★★") == ()
    assert _pairs(_found({"a": "★★★", "b": "★ ★★", "c": "★★"})) == {("a", "b")}
