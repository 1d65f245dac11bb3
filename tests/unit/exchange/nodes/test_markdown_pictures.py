"""Pictures in Markdown: only their addresses are touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.exchange.nodes.markdown_pictures import is_beside, replace_pictures


def known(path: str, _words: str) -> str | None:
    return "media:1" if path == "a.png" else None


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("![x](a.png)", "![x](media:1)"),
        ('![x]( a.png "Title")', '![x]( media:1 "Title")'),
        ("![x](<a.png>)", "![x](media:1)"),
        ("[![x](a.png)](a.png)", "[![x](media:1)](a.png)"),
        ('<img alt="y" src="a.png">', '<img alt="y" src="media:1">'),
        ("[ref]: a.png\n", "[ref]: media:1\n"),
        ("`![x](a.png)`", "`![x](a.png)`"),
        ("``![x](a.png) ` ``", "``![x](a.png) ` ``"),
        ("```\n![x](a.png)\n```\n![x](a.png)", "```\n![x](a.png)\n```\n![x](media:1)"),
        ("~~~~ md\n![x](a.png)\n~~~\n![x](a.png)\n~~~~\n", "~~~~ md\n![x](a.png)\n~~~\n![x](a.png)\n~~~~\n"),
        ('{{< figure src="a.png" >}}', '{{< figure src="a.png" >}}'),
        ("{% image ![x](a.png) %}", "{% image ![x](a.png) %}"),
        ("![x](b.png)", "![x](b.png)"),
        ('<Chart data={a} /> <img src={a} />', '<Chart data={a} /> <img src={a} />'),
    ],
)
def test_addresses_are_replaced_outside_code_and_shortcodes(text: str, becomes: str) -> None:
    assert replace_pictures(text, known) == becomes


@given(st.text(st.sampled_from("`~!()[]<>{}%:\"' \n#ab.png/")))
def test_nothing_else_ever_changes(text: str) -> None:
    assert replace_pictures(text, lambda path, words: None) == text


@pytest.mark.parametrize(
    ("path", "beside"),
    [
        ("a.png", True),
        ("/img/a%20b.JPG?v=2", True),
        ("../a.webp#x", True),
        ("https://example.com/a.png", False),
        ("//example.com/a.png", False),
        ("data:image/png;base64,AAAA", False),
        ("media:1.png", False),
        ("a.svg", False),
        ("a", False),
    ],
)
def test_only_pictures_beside_the_file_are_looked_for(path: str, beside: bool) -> None:
    assert is_beside(path) is beside
