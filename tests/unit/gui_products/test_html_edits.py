"""The buttons above a description: what they do to its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.markdown.text_edits import Change
from rustok_desktop.gui.products.html_edits import acted


def _after(text: str, change: Change) -> tuple[str, str]:
    """The new text, and what is selected in it."""
    new = text[: change.start] + change.text + text[change.end :]
    low, high = sorted((change.anchor, change.position))
    return new, new[low:high]


@pytest.mark.parametrize(
    ("name", "chosen", "made", "selected"),
    [
        ("bold", "mug", "<strong>mug</strong>", "mug"),
        ("italic", "mug", "<em>mug</em>", "mug"),
        ("heading", "mug", "<h3>mug</h3>", "mug"),
        ("bullet", "mug\n\n  bowl", "<ul>\n<li>mug</li>\n<li>bowl</li>\n</ul>", None),
        ("number", "mug", "<ol>\n<li>mug</li>\n</ol>", None),
        ("link", "mug", '<a href="">mug</a>', ""),
        ("bullet", "", "<ul>\n<li></li>\n</ul>", ""),
    ],
)
def test_an_act_on_a_selection(name: str, chosen: str, made: str, selected: str | None) -> None:
    text = f"A {chosen}!"
    new, marked = _after(text, acted(name, text, 2, 2 + len(chosen)))
    assert new == f"A {made}!"
    assert marked == (made if selected is None else selected)


def test_the_cursor_is_where_an_address_or_an_item_is_missing() -> None:
    text = "A mug!"
    change = acted("link", text, 2, 5)
    new, _ = _after(text, change)
    assert new[: change.position].endswith('<a href="')
    change = acted("bullet", "", 0, 0)
    assert _after("", change)[0][: change.position].endswith("<li>")


def test_one_kind_of_list_becomes_the_other() -> None:
    text = "<ul>\n<li>mug</li>\n<li>bowl</li>\n</ul>"
    new, _ = _after(text, acted("number", text, 0, len(text)))
    assert new == "<ol>\n<li>mug</li>\n<li>bowl</li>\n</ol>"


@given(
    st.sampled_from(["bold", "italic", "heading", "bullet", "number"]),
    st.text(st.characters(exclude_characters="<>\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), max_size=8),
    st.lists(st.text("abc é🙂", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=4),
)
def test_twice_is_not_at_all(name: str, before: str, lines: list[str]) -> None:
    chosen = "\n".join(lines)
    text = f"{before}{chosen}?"
    change = acted(name, text, len(before), len(before) + len(chosen))
    new, _ = _after(text, change)
    low, high = sorted((change.anchor, change.position))
    assert _after(new, acted(name, new, low, high)) == (text, chosen)
