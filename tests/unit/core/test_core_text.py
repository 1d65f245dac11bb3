"""Handles, folding and plain text out of HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core import limits
from rustok_desktop.core.text import RESERVED_HANDLES, fold, slugify, strip_html, unique_slug

HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Stoneware mug, speckled", "stoneware-mug-speckled"),
        ("Кружка «Ёлка» 300 мл", "kruzhka-elka-300-ml"),
        ("Щука и йогурт", "shchuka-i-yogurt"),
        ("Їжачок і ґава", "yizhachok-i-gava"),
        ("Қазақстан", "qazaqstan"),
        ("Größe ØL Łódź", "grosse-ol-lodz"),
        ("İstanbul", "istanbul"),
        ("Δοκιμή ψωμί", "dokimi-psomi"),
        ("Potter's & Sons", "potters-and-sons"),
        ("--a__b--", "a-b"),
        ("①②", "12"),
        ("admin", "admin-1"),
        ("NULL", "null-1"),
        ("", "product"),
        ("日本 🍜", "product"),
    ],
)
def test_a_title_becomes_a_handle(title: str, slug: str) -> None:
    assert slugify(title) == slug


@given(st.text(), st.integers(min_value=12, max_value=limits.HANDLE))
def test_any_title_gives_a_sound_handle_within_the_limit(title: str, limit: int) -> None:
    slug = slugify(title, limit)
    assert HANDLE.fullmatch(slug)
    assert len(slug) <= limit
    assert slug not in RESERVED_HANDLES
    assert slugify(slug, limit) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    assert slugify("one two three fourteen", limit=16) == "one-two-three"
    assert slugify("x" * 300) == "x" * limits.HANDLE


def test_taken_handles_count_on() -> None:
    assert unique_slug("mug", set().__contains__) == "mug"
    assert unique_slug("mug", {"mug"}.__contains__) == "mug-2"
    assert unique_slug("mug", {"mug", "mug-2", "mug-3"}.__contains__) == "mug-4"


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=6, max_value=20))
def test_counted_handles_stay_unique_and_within_the_limit(products: int, limit: int) -> None:
    taken: set[str] = set()
    base = "abcdefghijklmnopqrstuvwxyz"[:limit]
    for _ in range(products):
        taken.add(unique_slug(base, taken.__contains__, limit))
    assert len(taken) == products
    assert all(len(slug) <= limit and HANDLE.fullmatch(slug) for slug in taken)


def test_fold_ignores_case_and_accents_but_keeps_letters_apart() -> None:
    assert fold("Café ÉTÉ") == "cafe ete"
    assert fold("Ёлка") == fold("елка")
    assert fold("Straße") == "strasse"
    assert fold("чай") != fold("чаи")


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("plain", "plain"),
        ("<p>Hi<b>gh</b> tea</p><p>x &amp; y</p>", "High tea x & y"),
        ("a<br>b<br/>c", "a b c"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ('<a href="x>y">link</a>', "link"),
        ("a<script>if (1<2) {}</script>b<style>p{}</style>c<!-- no -->d", "a b c d"),
        ("a<script>never closed", "a"),
        ("&lt;b&gt; &nbsp; &eacute;", "<b> é"),
        ("<ul>\n<li>one</li>\n<li>two</li></ul>", "one two"),
        ("<bold>x</bold>y", "x y"),
    ],
)
def test_html_becomes_readable_text(html: str, plain: str) -> None:
    assert strip_html(html) == plain


@given(st.text(alphabet="<>/ab \"'=!-&;", max_size=60))
def test_stripped_text_is_one_line_without_outer_spaces(html: str) -> None:
    plain = strip_html(html)
    assert plain == " ".join(plain.split())


def test_a_broken_page_is_stripped_in_linear_time() -> None:
    assert strip_html('<a "' * 50_000).startswith("<a")
