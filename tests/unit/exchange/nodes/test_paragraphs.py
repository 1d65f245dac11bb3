"""Paragraphs of texts that leave them to blank lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.exchange.nodes.paragraphs import made_of_blocks, with_paragraphs

PIECES = st.sampled_from(
    [
        *("word", "\n", "\n\n", " ", "<b>", "</b>", "<br>", "<p>", "</p>", "<pre>\n\n", "</pre>"),
        *("<ul><li>", "</li></ul>"),
        *("<hr>", "<hr/>", "<blockquote>", "</blockquote>", "<!-- note -->", '<div title="a > b">', "</div>", "5 < 6"),
    ]
)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("one\n\ntwo\nthree", "\n<p>one</p>\n\n<p>two<br />\nthree</p>\n"),
        ("<h2>Head</h2>\ntext", "<h2>Head</h2>\n<p>text</p>\n"),
        ("<p>is one already</p>\n\n<p>too</p>", "<p>is one already</p>\n\n<p>too</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("a <em>b</em>\r\n\r\nc", "\n<p>a <em>b</em></p>\n\n<p>c</p>\n"),
        ("<ul>\n<li>a\n\nb</li>\n</ul>", "<ul>\n<li>a\n\nb</li>\n</ul>"),
        ("a<hr>b", "\n<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("line<br>\nnext", "\n<p>line<br>\nnext</p>\n"),
        (" \n ", " \n "),
    ],
)
def test_blank_lines_part_paragraphs_outside_blocks(text: str, becomes: str) -> None:
    assert with_paragraphs(text) == becomes


@given(st.lists(PIECES, max_size=14).map("".join))
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = with_paragraphs(text)
    assert with_paragraphs(once) == once


def test_texts_of_the_block_editor_are_told_apart() -> None:
    assert made_of_blocks("<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->")
    assert not made_of_blocks("<!-- more -->\nwp:paragraph")
