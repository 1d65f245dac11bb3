"""HTML within the shop's policy: nothing that runs gets through, nothing harmless is touched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.html import ATTRIBUTES, SCHEMES, TAGS, is_clean, sanitize


class Seen(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


HARMLESS = (
    "Words only",
    "5 < 6 & 7 > 3",
    "<p>One<br/>two &amp; three & four</p>",
    "<p>Never closed",
    "<UL><LI>Big</LI></UL>",
    '<a href="https://example.com/a?b=1&c=2" title=x>there</a>',
    '<a href="/p/mug">here</a> <a href="mailto:me@example.com">me</a>',
    "<img src=media:0190f0c8-0000-7000-8000-000000000001 alt='A mug'>",
    '<span style="color: red; font-weight: 400;">red</span>',
    '<table border="1"><tr><td colspan="2">x</td></tr></table>',
)
HOSTILE = {
    "<script>alert(1)</script>ok": "ok",
    "a<style>p{}</style>b": "ab",
    '<p onclick="x()">a</p>': "<p>a</p>",
    "<p/onmouseover=x()>a</p>": "<p>a</p>",
    "<a href='javascript:alert(1)'>a</a>": "<a>a</a>",
    "<a href=' jAvAsCrIpT&#58;alert(1)'>a</a>": "<a>a</a>",
    "<img src=x onerror=alert(1)>": '<img src="x">',
    "<img src='data:text/html,x'>": "<img>",
    "<iframe src='https://example.com'></iframe>b": "b",
    "<svg><script>alert(1)</script></svg>c": "c",
    "<form action=x><input name=y>d</form>": "d",
    "<meta charset=utf-8><p>e</p>": "<p>e</p>",
    '<span data-mce-fragment="1">f</span>': "<span>f</span>",
    "<p>g<!-- secret --></p>": "<p>g</p>",
    '<b style="position:fixed;color:red">h</b>': '<b style="color:red">h</b>',
    "<<script>alert(1)</script>i": "&lt;i",
}


@pytest.mark.parametrize("html", HARMLESS)
def test_harmless_text_stays_to_the_letter(html: str) -> None:
    assert sanitize(html) == html
    assert is_clean(html)


@pytest.mark.parametrize(("html", "left"), HOSTILE.items())
def test_what_runs_is_gone_and_the_words_stay(html: str, left: str) -> None:
    assert not is_clean(html)
    assert sanitize(html) == left


@pytest.mark.parametrize("text", ["is a <b", "x <img src=y onerror=alert(1)", "a </p"])
def test_a_tag_that_never_ends_cannot_be_completed_by_what_follows(text: str) -> None:
    cleaned = sanitize(text)
    assert cleaned == text.replace("<", "&lt;")
    assert is_clean(cleaned)


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "<", ">", "<scr", "<script>", "</script>", "ipt>", "<a href=", "'javascript:x'", '"', "'",
     " onload=x ", "<!--", "-->", "<svg/", "<math>", "<style>", "</style>", "<noscript>", "&lt;script&gt;", "&#60;",
     "<img src=x ", "/>", "<table><td>", "<![CDATA[", "]]>", "<?x", "\x00", "<textarea>", "<title>", "words", " "]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=5), max_size=14).map("".join))
def test_twice_is_once_and_nothing_runs(html: str) -> None:
    cleaned = sanitize(html)
    assert sanitize(cleaned) == cleaned
    for tag, attributes in Seen(cleaned).tags:
        assert tag in TAGS
        assert attributes.keys() <= ATTRIBUTES[tag]
        scheme = re.match(r"\s*([a-z]+):", attributes.get("href", "") + attributes.get("src", ""), re.IGNORECASE)
        assert scheme is None or scheme[1].lower() in SCHEMES
